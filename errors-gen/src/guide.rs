//! How to do what programs that call these APIs have to do. Each page ends in a program that is tested.

#[doc = include_str!("guide/read_a_response.md")]
pub mod read_a_response {}

#[doc = include_str!("guide/retry_safely.md")]
pub mod retry_safely {}

#[doc = include_str!("guide/optimistic_locking.md")]
pub mod optimistic_locking {}

#[doc = include_str!("guide/tell_the_customer.md")]
pub mod tell_the_customer {}

#[doc = include_str!("guide/pass_an_error_on.md")]
pub mod pass_an_error_on {}

#[doc = include_str!("guide/log_and_count.md")]
pub mod log_and_count {}

#[doc = include_str!("guide/at_scale.md")]
pub mod at_scale {}

#[doc = include_str!("guide/test_against_every_error.md")]
pub mod test_against_every_error {}

#[doc = include_str!("guide/your_own_catalog.md")]
pub mod your_own_catalog {}

#[doc = include_str!("guide/when_the_vendor_changes_its_table.md")]
pub mod when_the_vendor_changes_its_table {}

//! What to do about a response: its kind, whether to send the request again, who can help, and the basis of each
//! answer.
//!
//! [`Response::retry`](crate::Response::retry), [`kind`](crate::Response::kind), [`topic`](crate::Response::topic),
//! [`audience`](crate::Response::audience) and [`action`](crate::Response::action) answer for every response, even if
//! its code is not listed, if it has no code, or if its body is none of the vendor's envelopes. Each of the five
//! answers is taken from the first of these sources that has one, and says which, as a [`Basis`]:
//!
//! 1. [`Basis::Header`]: a header by which the vendor says whether to send the request again. It only decides the retry
//!    advice.
//! 2. [`Basis::Class`]: a class that takes precedence over codes.
//! 3. [`Basis::Code`]: the catalog's entry for the item's detail code, else that for its code (as it applies to this
//!    status and wording), else that for its parent code. What the entry of a detail code omits is taken from the next.
//!    A code that defers to its classes comes after them.
//! 4. [`Basis::Class`]: a class. Those that look at the code, the most particular first
//!    ([`statements`](crate::table::statements)), come before those that look at another member.
//! 5. [`Basis::Status`]: the item's own status, by the table of [`StatusAdvice`].
//! 6. [`Basis::Transport`]: the catalog's entry for the response's HTTP status, as one that comes without a code.
//! 7. [`Basis::Status`]: the response's HTTP status, by the table of [`StatusAdvice`].
//! 8. [`Basis::Nothing`]: none of them. The kind is then `unknown`, and the advice `verify_first`.
//!
//! [`Response::decide`](crate::Response::decide) also takes the request into account, as an [`Attempt`], and returns a
//! [`Decision`].
//!
//! ```
//! use core::time::Duration;
//! use errors_gen::decide::{Attempt, Basis, Next};
//! use errors_gen::{Kind, omnicart};
//!
//! // A code that the catalog does not list. Its digits tell its kind.
//! let response = omnicart::read(409, r#"{"code": "124999", "message": "cartId is being moved"}"#);
//! assert_eq!(response.code(), None);
//! assert_eq!(*response.kind(), Kind::FailedPrecondition);
//! assert_eq!(response.kind().basis, Basis::Class);
//!
//! // A rate limit with a `Retry-After` header.
//! let response = omnicart::read(429, "slow down");
//! let attempt = Attempt::new().method("POST").retry_after("120");
//! assert_eq!(response.decide(&attempt).next, Next::RetryAfter(Duration::from_secs(120)));
//!
//! // It is not known whether the request took effect, which matters if it must not happen twice.
//! let response = omnicart::read(500, "");
//! assert_eq!(response.decide(&Attempt::new().method("POST")).next, Next::Verify);
//! assert_eq!(response.decide(&Attempt::new().method("GET")).next, Next::Retry);
//! ```
//!
//! # Several errors
//!
//! `kind`, `audience` and `action` of a response are those of its primary error. Its `retry` is the hardest advice of
//! all errors, so that a response is retryable only if every error is. From the hardest to the easiest: `never`,
//! `after_fix`, `reauthenticate`, `after_refresh`, `verify_first`, `after_wait`, `backoff`; of equals, the first. The
//! effect is the worst of all errors: unknown, then done, then none.

mod attempt;
mod attribute;
mod basis;
mod date;
mod decision;
mod judge;
mod retry_after;
mod status;
mod wait;

pub use attempt::Attempt;
pub use basis::{Based, Basis};
pub use decision::{Decision, Next};
pub use retry_after::RetryAfter;
pub use status::StatusAdvice;

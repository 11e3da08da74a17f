//! What may be written to a log, and what is counted.
//!
//! Catalogs mark the fields and the placeholders of messages that can hold personal or secret data. `Display` and
//! `Debug` of responses, of their errors and of owned errors leave such data out:
//!
//! - A message that fits one of the wordings of its code is shown with `***` in place of what is sensitive.
//! - A message of a code that has sensitive data and that fits no wording could hold that data anywhere: it is `***`.
//! - A message of a code without sensitive data, of an unlisted code and without a code is shown. Nothing is known of
//!   what it holds.
//! - `Debug` shows the documented fields of a listed code, sensitive ones as `***`, and of a body its length only.
//! - What is shown stays on one line: control characters and marks that turn the direction of text are escaped.
//!
//! `unmasked()` gives a view of the same value whose `Display` and `Debug` show everything. There is no format flag for
//! it, as flags travel through wrappers and `dbg!` unseen. What is asked for by name (`message()`, `json()`, `body()`)
//! comes as it stands.
//!
//! A [`Reading`](crate::Reading) knows how a vendor's bodies are read, but not what in them is sensitive: it shows codes,
//! and no messages at all.

mod debug;
mod label;
mod line;
mod show;
mod typed;

pub use label::Label;
pub(crate) use label::label;
pub use show::Unmasked;
pub(crate) use show::{Show, item_debug, item_line, response_debug, response_line};

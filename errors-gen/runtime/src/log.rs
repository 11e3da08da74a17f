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
//! ```
//! use errors_gen::commercetools;
//!
//! let body = r#"{"statusCode":400,"errors":[{"code":"DuplicateField","field":"email","duplicateValue":"anna@example.com",
//!     "message":"A duplicate value 'anna@example.com' exists for field 'email'."}, {"code":"NewThing","message":"m"}]}"#;
//! let response = commercetools::read(400, body);
//! assert_eq!(response.to_string(), "commercetools 400 DuplicateField: A duplicate value *** exists for field 'email'.");
//! assert!(response.unmasked().to_string().contains("anna@example.com"));
//! // A name for a counter, of which there are few; and the codes that the catalog should have.
//! assert_eq!(response.label().to_string(), "commercetools.already_exists.DuplicateField");
//! assert_eq!(response.unlisted().map(|code| code.to_string()).collect::<Vec<_>>(), ["NewThing"]);
//! ```

mod debug;
mod label;
mod line;
mod show;

pub use label::Label;

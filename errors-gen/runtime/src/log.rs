//! What may be written to a log, and what is counted.
//!
//! Catalogs mark the fields and the placeholders of messages that can hold personal or secret data. `Display` and
//! `Debug` of responses, of their errors and of owned errors leave such data out:
//!
//! - A message that follows one of the wordings of its code is shown with `***` in place of what is marked, also of what
//!   another wording that it follows marks.
//! - Text that no wording accounts for is shown as far as it looks harmless: a message in other words or of an unlisted
//!   code, what follows a wording, the title of an HTML page, and the start of a text. In it `***` stands in place of every
//!   word that holds a digit (but for numbers of up to three digits), an `@` or more than 20 letters, and of every quoted
//!   span.
//! - The text of a marked field is masked wherever it occurs, and so is that of a marked placeholder.
//! - Of a success only the vendor, the status and that it succeeded are shown.
//! - `Debug` shows the documented fields of an error, marked ones as `***`, and of a body its length only. `Debug` of what
//!   is taken out of a body, such as [`Json`](crate::json::Json), tells its type and its length.
//! - What is shown stays on one line: control characters and marks that turn the direction of text are escaped.
//!
//! | body | shown |
//! |---|---|
//! | an error | its code, its message, and the fields that the catalog wants to be shown |
//! | a success | `succeeded` |
//! | empty | `empty body` |
//! | an HTML page | `HTML page: 502 Bad Gateway`, with its title |
//! | other text | `text: upstream connect error`, its start |
//! | cut-off JSON | `JSON cut off at byte 83, after the code ConcurrentModification` |
//! | other JSON | `JSON, but none of the vendor's envelopes` |
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
mod display;
mod label;
mod line;
mod unread;

pub use label::Label;

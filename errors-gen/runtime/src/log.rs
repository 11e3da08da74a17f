//! Output for logs and metrics, without sensitive data.
//!
//! Catalogs mark the fields, and the placeholders of messages, that can hold personal or secret data. `Display` and
//! `Debug` of responses, of their errors and of owned errors mask such data:
//!
//! - A message that matches one of the wordings of its code is shown with `***` in place of each marked parameter. If
//!   it matches several wordings, the marked parameters of all of them are masked.
//! - In text that matches no wording, what does not look harmless is masked: `***` replaces every word with a digit
//!   (except numbers of up to three digits), with an `@` or with more than 20 letters, and every quoted text. This
//!   applies to a message with another wording or an unlisted code, to text after a wording, to the title of an HTML
//!   page, and to the start of a text.
//! - The value of a marked field or placeholder is masked wherever it occurs.
//! - For a success, only the vendor, the status and the word `succeeded` are shown.
//! - `Debug` shows the documented fields of an error, marked ones as `***`, and only the length of a body. `Debug` of a
//!   value from a body, such as [`Json`](crate::json::Json), shows its type and length.
//! - The output is one line: control characters, and characters that change the direction of text, are escaped.
//!
//! | body | shown |
//! |---|---|
//! | an error | its code, its message, and the fields that the catalog lists to be shown |
//! | a success | `succeeded` |
//! | empty | `empty body` |
//! | an HTML page | `HTML page: 502 Bad Gateway`, with its title |
//! | other text | `text: upstream connect error`, its start |
//! | cut-off JSON | `JSON cut off at byte 83, after the code ConcurrentModification` |
//! | other JSON | `JSON, but none of the vendor's envelopes` |
//!
//! `unmasked()` returns a view of the same value whose `Display` and `Debug` show everything. It is a method and not a
//! format flag, because wrappers and `dbg!` pass flags on unnoticed. Methods that return a value (`message()`,
//! `json()`, `body()`) never mask it.
//!
//! ```
//! use errors_gen::commercetools;
//!
//! let body = r#"{"statusCode":400,"errors":[{"code":"DuplicateField","field":"email","duplicateValue":"anna@example.com",
//!     "message":"A duplicate value 'anna@example.com' exists for field 'email'."}, {"code":"NewThing","message":"m"}]}"#;
//! let response = commercetools::read(400, body);
//! assert_eq!(response.to_string(), "commercetools 400 DuplicateField: A duplicate value *** exists for field 'email'.");
//! assert!(response.unmasked().to_string().contains("anna@example.com"));
//! // A label for a counter, with few distinct values; and the codes that are missing in the catalog.
//! assert_eq!(response.label().to_string(), "commercetools.already_exists.DuplicateField");
//! assert_eq!(response.unlisted().map(|code| code.to_string()).collect::<Vec<_>>(), ["NewThing"]);
//! ```

mod debug;
mod hidden;
mod impls;
mod label;
pub(crate) mod line;
mod unread;

pub use label::Label;

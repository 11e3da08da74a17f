//! Matching messages against wordings: extracts the parameters of a received message, or renders a message from
//! parameters.
//!
//! A [`Wording`] is a template: fixed text with named holes. [`parameters`] extracts the text in the holes of a message
//! that matches it, and `render` makes a message from such texts. The same for the wordings of a code:
//! [`ErrorItem::parameters`](crate::ErrorItem::parameters), `Code::parameters_in` and `Code::render`, which are also in
//! the trait [`ErrorCode`](crate::ErrorCode).
//!
//! # How a message is matched
//!
//! - Fixed text must match exactly, from the start of the message. A message without the full stop of the wording does
//!   not match. Trailing whitespace of the message is ignored.
//! - A parameter is the exact text in its hole. It may be empty, and it may contain brackets or words of the wording.
//!   Whether quotes around it are part of the wording or of the value depends on the catalog.
//! - The last fixed text matches at its leftmost occurrence that ends the message. If it ends with `.`, `!` or `?`, the
//!   message may continue with whitespace and another sentence, which [`Parameters::rest`] returns.
//! - A hole at the end of a wording takes the whole rest of the message.
//! - If a message matches a wording in several ways, each fixed text takes its leftmost possible position, the earlier
//!   texts first. So text that could belong to two parameters belongs to the later one, and for a wording that ends
//!   with `[{list}]` the last bracket of the message closes the list.
//! - A parameter that a wording repeats must have the same text both times; the leftmost such match is used. At most
//!   [`MOST_TRIES`] positions are tried: a message that would need more, because of its length or by malice, does not
//!   match the wording.
//! - If a message matches several wordings, the one with the most fixed text (in bytes of UTF-8) is used; of equals,
//!   the first.
//!
//! Escapes of a JSON string are decoded during the comparison, so that it does not matter how a message is escaped.
//! Nothing is allocated, and the time is linear in the length of the message, whatever it contains.
//!
//! # Examples
//!
//! ```
//! use errors_gen::commercetools::Code;
//!
//! let message = "Object 8a1f has a different version than expected. Expected: 3 - Actual: 5.";
//! let parameters = Code::ConcurrentModification.parameters_in(message).unwrap();
//! assert_eq!(parameters.get("currentVersion"), Some("5"));
//! ```

mod any_text;
mod escaped;
mod list;
mod parameters;
mod plain;
#[cfg(feature = "alloc")]
mod render;
#[cfg(feature = "alloc")]
mod render_error;
mod scan;
mod search;
mod values;

#[doc(hidden)]
pub use any_text::AnyText;
pub use list::List;
pub use parameters::{Iter, Parameters};
#[cfg(feature = "alloc")]
pub use render::render;
#[cfg(feature = "alloc")]
pub use render_error::RenderError;
pub use search::MOST_TRIES;
pub use values::MOST_PARAMETERS;

use crate::table::Wording;

/// Extracts the parameters of a message; `None` if it matches none of the wordings.
///
/// The message is a [`Text`](crate::json::Text) from a body or a plain `&str`; the parameters have the same type.
///
/// # Examples
///
/// ```
/// use errors_gen::table::{Part, Wording};
/// use errors_gen::wording;
///
/// let wordings = [
///     Wording { text: "Not found", parts: &[Part::Literal("Not found")] },
///     Wording { text: "Not found: {what}", parts: &[Part::Literal("Not found: "), Part::Hole("what")] },
/// ];
/// let parameters = wording::parameters(&wordings, "Not found: SKU \"M-1\"").unwrap();
/// assert_eq!(parameters.get("what"), Some("SKU \"M-1\""));
/// assert_eq!(parameters.wording(), &wordings[1]);
/// assert!(wording::parameters(&wordings, "Not found.").is_none());
/// ```
///
/// ```
/// use errors_gen::json::Json;
/// use errors_gen::table::{Part, Wording};
/// use errors_gen::wording;
///
/// let tags = Wording {
///     text: "Undefined tags in item(s): [{list}]",
///     parts: &[Part::Literal("Undefined tags in item(s): ["), Part::Hole("list"), Part::Literal("]")],
/// };
/// let message = Json::parse(br#""Undefined tags in item(s): [caf\u00e9, t[1]]""#).unwrap().text().unwrap();
/// let parameters = wording::parameters(&[tags], message).unwrap();
/// assert_eq!(parameters.get("list").unwrap(), "café, t[1]");
/// assert!(parameters.list("list").unwrap().eq(["café", "t[1]"]));
/// ```
#[must_use]
pub fn parameters<'b, 't, V: AnyText<'b>>(wordings: &[Wording<'t>], message: V) -> Option<Parameters<'b, 't, V>> {
    if let [only] = wordings {
        return parameters_of(only, message);
    }
    let mut best: Option<(usize, Parameters<'b, 't, V>)> = None;
    for wording in wordings {
        let fixed = wording.fixed_length();
        if best.is_none_or(|(most, _)| fixed > most)
            && let Some(parameters) = parameters_of(wording, message)
        {
            best = Some((fixed, parameters));
        }
    }
    best.map(|(_, parameters)| parameters)
}

/// Extracts the parameters of a message; `None` if it does not match this wording.
///
/// A wording with more than [`MOST_PARAMETERS`] holes, which no catalog can have, matches no message.
#[inline]
fn parameters_of<'b, 't, V: AnyText<'b>>(wording: &Wording<'t>, message: V) -> Option<Parameters<'b, 't, V>> {
    let values = any_text::Source::read(message, wording.parts)?;
    Some(Parameters::new(*wording, values))
}

//! Messages by their wordings: the parameters of a received message, and a message made of parameters.
//!
//! A [`Wording`] is fixed text with holes. A message that follows it is taken apart by [`parameters`], and put together
//! by `render`. Codes of a vendor's module do both themselves: [`ErrorItem::parameters`](crate::ErrorItem::parameters),
//! `Code::parameters_in` and `Code::render`, which the trait [`ErrorCode`](crate::ErrorCode) has as well.
//!
//! # How a message is read
//!
//! - The text must be exact: what the wording starts with stands at the start of the message. A missing full stop is
//!   another message. Whitespace at the end of the message never counts.
//! - A parameter is the exact text in its hole. Quotes around it belong to the wording or to the value, as the catalog has
//!   it. It may be empty, and it may contain brackets or words of the wording.
//! - The last fixed text stands at the leftmost place where the message ends behind it. Where it ends in `.`, `!` or `?`,
//!   whitespace and another sentence may follow, which [`Parameters::rest`] gives.
//! - A wording that ends in a hole takes the whole rest of the message.
//! - Where one wording can be read in several ways, that reading counts whose fixed texts stand leftmost: of all
//!   readings those where the first fixed text after a hole is as far to the left as it can be, of these those where
//!   the next one is, and so on. So what could belong to two parameters belongs to the later one, and of a wording that
//!   ends with `[{list}]` the last bracket of the message closes the list.
//! - A parameter that a wording repeats must stand there the same both times; the reading that counts is the leftmost of
//!   those where it does. It is sought at no more than [`MOST_TRIES`] places: a message in which more would have to be
//!   tried, by its length or by malice, does not follow the wording.
//! - Of several wordings that a message follows the one with most fixed text counts (in bytes of UTF-8), then the first.
//!
//! Escapes of a JSON string are undone while comparing, so that a message reads the same however it is escaped. Nothing
//! is allocated, and the time grows with the length of the message, whatever is in it.
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

/// Takes the parameters out of a message; `None` where it follows none of the wordings.
///
/// The message is a [`Text`](crate::json::Text) of a body, or plain `&str`; the parameters are of the same type.
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

/// Takes the parameters out of a message that follows this wording.
///
/// A wording with more than [`MOST_PARAMETERS`] holes, which no catalog can have, reads nothing.
#[inline]
fn parameters_of<'b, 't, V: AnyText<'b>>(wording: &Wording<'t>, message: V) -> Option<Parameters<'b, 't, V>> {
    let values = any_text::Source::read(message, wording.parts)?;
    Some(Parameters::new(*wording, values))
}

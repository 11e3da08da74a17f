//! Renders a message from a wording and parameters.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Parameters, RenderError, parameters};
use crate::table::{Part, Wording};

/// Renders a message from the first wording whose holes have exactly these names, in any order.
///
/// The message round-trips: [`parameters`](super::parameters()) extracts the same parameters from it. Otherwise this is
/// an error.
///
/// # Errors
///
/// There is no wording; the names do not match the holes of a wording (the error lists all that differ); or the message
/// would not round-trip, because a value contains the fixed text that follows it.
///
/// # Examples
///
/// ```
/// use errors_gen::table::{Part, Wording};
/// use errors_gen::wording::{self, RenderError};
///
/// let wordings = [Wording {
///     text: "Expected: {expected} - Actual: {actual}.",
///     parts: &[
///         Part::Literal("Expected: "),
///         Part::Hole("expected"),
///         Part::Literal(" - Actual: "),
///         Part::Hole("actual"),
///         Part::Literal("."),
///     ],
/// }];
/// let message = wording::render(&wordings, &[("expected", "3"), ("actual", "5")]);
/// assert_eq!(message.as_deref(), Ok("Expected: 3 - Actual: 5."));
///
/// let error = wording::render(&wordings, &[("actual", "5")]).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the parameter `expected` is missing; the wording is `Expected: {expected} - Actual: {actual}.`",
/// );
///
/// let ambiguous = wording::render(&wordings, &[("expected", "3 - Actual: 4"), ("actual", "5")]);
/// let Err(RenderError::Ambiguous { name, read, .. }) = ambiguous else { panic!("{ambiguous:?}") };
/// assert_eq!((name.as_str(), read.as_deref()), ("expected", Some("3")));
/// ```
pub fn render(wordings: &[Wording<'_>], parameters: &[(&str, &str)]) -> Result<String, RenderError> {
    let repeated = parameters.iter().enumerate().filter(|(index, (name, _))| {
        let earlier = || parameters.iter().take(*index).filter(|(other, _)| other == name).count();
        earlier() == 1
    });
    let repeated: Vec<String> = repeated.map(|(_, (name, _))| (*name).to_owned()).collect();
    let differences = wordings.iter().map(|wording| (wording, Difference::new(wording, parameters)));
    // Of several wordings with equally many differences, the first is used.
    let Some((wording, nearest)) = differences.min_by_key(|(_, difference)| difference.size()) else {
        return Err(RenderError::NoWording);
    };
    if nearest.size() > 0 || !repeated.is_empty() {
        let Difference { missing, unknown } = nearest;
        let expected = wordings.iter().map(|wording| wording.text.to_owned()).collect();
        return Err(RenderError::Parameters { missing, unknown, repeated, expected });
    }
    let message = fill(wording, parameters);
    check(wordings, wording, parameters, &message)?;
    Ok(message)
}

/// How the names of parameters differ from the holes of a wording.
struct Difference {
    missing: Vec<String>,
    unknown: Vec<String>,
}

impl Difference {
    fn new(wording: &Wording<'_>, parameters: &[(&str, &str)]) -> Self {
        let missing = wording.holes().filter(|hole| value(parameters, hole).is_none());
        let mut unknown: Vec<String> = Vec::new();
        for (name, _) in parameters {
            if wording.holes().all(|hole| hole != *name) && !unknown.iter().any(|known| known == name) {
                unknown.push((*name).to_owned());
            }
        }
        Self { missing: missing.map(ToOwned::to_owned).collect(), unknown }
    }

    fn size(&self) -> usize {
        self.missing.len() + self.unknown.len()
    }
}

/// The value of the parameter with this name.
fn value<'a>(parameters: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    parameters.iter().find(|(given, _)| *given == name).map(|(_, value)| *value)
}

fn fill(wording: &Wording<'_>, parameters: &[(&str, &str)]) -> String {
    let pieces = wording.parts.iter().map(|part| match *part {
        Part::Literal(text) => text,
        Part::Hole(name) | Part::Again(name) => value(parameters, name).unwrap_or_default(),
    });
    pieces.collect()
}

/// Checks that the message round-trips.
fn check(
    wordings: &[Wording<'_>],
    wording: &Wording<'_>,
    given: &[(&str, &str)],
    message: &str,
) -> Result<(), RenderError> {
    let read: Option<Parameters<'_, '_, &str>> = parameters(wordings, message);
    let read_value = |name: &str| read.and_then(|read| read.get(name));
    let changed = wording.holes().find(|hole| read_value(hole) != value(given, hole));
    let added = || read.and_then(|read| read.iter().find(|(name, _)| value(given, name).is_none()));
    let name = match (changed, added(), read) {
        (Some(name), ..) | (None, Some((name, _)), _) => name,
        (None, None, Some(_)) => return Ok(()),
        // Cannot happen with wordings from a catalog: one without holes always matches itself.
        (None, None, None) => "",
    };
    Err(RenderError::Ambiguous {
        name: name.to_owned(),
        given: value(given, name).map(ToOwned::to_owned),
        read: read_value(name).map(ToOwned::to_owned),
        wording: read.map(|read| read.wording().text.to_owned()),
    })
}

//! Why a message cannot be rendered.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Why a message cannot be rendered from these parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RenderError {
    /// The code has no wording.
    NoWording,
    /// The names are not those of a wording. If there are several wordings, the names are compared with the one that
    /// differs least.
    #[non_exhaustive]
    Parameters {
        /// Holes without a parameter.
        missing: Vec<String>,
        /// Parameters without a hole.
        unknown: Vec<String>,
        /// Parameters that are given more than once.
        repeated: Vec<String>,
        /// All wordings of the code.
        expected: Vec<String>,
    },
    /// The message would not round-trip.
    #[non_exhaustive]
    Ambiguous {
        /// The first parameter that would be read back with another value.
        name: String,
        /// The value given for it; `None` if none was given, but one would be read back.
        given: Option<String>,
        /// The value that would be read back; `None` if none would.
        read: Option<String>,
        /// The wording that the message would match; `None` if it would match none, see
        /// [`MOST_TRIES`](super::MOST_TRIES).
        wording: Option<String>,
    },
}

impl fmt::Display for RenderError {
    /// One line with every parameter that is wrong, and the expected wordings.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWording => f.write_str("the vendor fixes no wording for this message"),
            Self::Parameters { missing, unknown, repeated, expected } => {
                let faults = [(missing, "missing"), (unknown, "unknown"), (repeated, "given more than once")];
                let mut separator = "";
                for (names, fault) in faults.into_iter().filter(|(names, _)| !names.is_empty()) {
                    let (noun, verb) = if names.len() == 1 { ("parameter", "is") } else { ("parameters", "are") };
                    write!(f, "{separator}the {noun} {} {verb} {fault}", Quoted(names))?;
                    separator = ", ";
                }
                let noun = if expected.len() == 1 { "wording is" } else { "wordings are" };
                write!(f, "; the {noun} {}", Quoted(expected))
            }
            Self::Ambiguous { name, given, read, wording } => {
                match given {
                    Some(given) => write!(f, "the parameter `{name}`, given as {given:?}, would ")?,
                    None => write!(f, "the parameter `{name}`, which is not given, would ")?,
                }
                match (read, wording) {
                    (Some(read), Some(wording)) => write!(f, "be read back as {read:?} by the wording `{wording}`"),
                    (None, Some(wording)) => write!(f, "not be read back, but the wording `{wording}`"),
                    (_, None) => f.write_str("not be read back"),
                }
            }
        }
    }
}

impl core::error::Error for RenderError {}

/// Several texts, each as code.
struct Quoted<'a>(&'a [String]);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, text) in self.0.iter().enumerate() {
            let separator = match index {
                0 => "",
                _ if index + 1 == self.0.len() => " and ",
                _ => ", ",
            };
            write!(f, "{separator}`{text}`")?;
        }
        Ok(())
    }
}

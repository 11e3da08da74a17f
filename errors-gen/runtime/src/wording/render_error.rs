//! Why there is no message.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Why a message cannot be made of these parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RenderError {
    /// The vendor fixes no wording.
    NoWording,
    /// The names are not those of a wording. Where there are several wordings, they are compared with the nearest one.
    #[non_exhaustive]
    Parameters {
        /// Holes for which there is no parameter.
        missing: Vec<String>,
        /// Parameters for which there is no hole.
        unknown: Vec<String>,
        /// Parameters that are given more than once.
        repeated: Vec<String>,
        /// The wordings that there are.
        expected: Vec<String>,
    },
    /// The message would read otherwise than it was written.
    #[non_exhaustive]
    Ambiguous {
        /// The first parameter that would read otherwise.
        name: String,
        /// Its value; `None` where it is not given and yet would be read.
        given: Option<String>,
        /// What would be read in its place; `None` where nothing would.
        read: Option<String>,
        /// The wording by which it would be read; `None` where it would not be read at all, see
        /// [`MOST_TRIES`](super::MOST_TRIES).
        wording: Option<String>,
    },
}

impl fmt::Display for RenderError {
    /// One line that names every parameter that is wrong, and says what is expected.
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

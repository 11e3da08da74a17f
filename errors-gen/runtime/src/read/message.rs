//! Messages as received.

use core::fmt;

use crate::json::{Elements, Json, Text};
use crate::table::Wording;
use crate::wording::{self, Parameters};

/// A message as received: one text, or an array of texts, which `Display` joins with `"; "`.
///
/// A value of another type is not a message; it can be read as [`Json`](crate::json::Json).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message<'b> {
    value: Json<'b>,
}

impl<'b> Message<'b> {
    pub(super) const fn new(value: Json<'b>) -> Self {
        Self { value }
    }

    /// The text, if the message is a single one.
    #[inline]
    #[must_use]
    pub fn text(self) -> Option<Text<'b>> {
        self.value.text()
    }

    /// The texts: one, or those of an array. Elements of other types are skipped.
    #[must_use]
    pub fn parts(self) -> Parts<'b> {
        Parts { single: self.value.text(), elements: self.value.elements() }
    }

    /// The parameters, if the message matches one of these wordings; see [`wording`].
    ///
    /// An array of one text is like that text; several texts match no wording.
    #[must_use]
    pub fn parameters<'t>(self, wordings: &[Wording<'t>]) -> Option<Parameters<'b, 't>> {
        let mut parts = self.parts();
        match (parts.next(), parts.next()) {
            (Some(text), None) => wording::parameters(wordings, text),
            _ => None,
        }
    }

    /// The message as JSON.
    #[must_use]
    pub const fn json(self) -> Json<'b> {
        self.value
    }
}

/// The texts of a [`Message`].
#[derive(Clone, Debug)]
pub struct Parts<'b> {
    single: Option<Text<'b>>,
    elements: Elements<'b>,
}

impl<'b> Iterator for Parts<'b> {
    type Item = Text<'b>;

    fn next(&mut self) -> Option<Text<'b>> {
        self.single.take().or_else(|| self.elements.by_ref().find_map(Json::text))
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.parts().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            part.fmt(f)?;
        }
        Ok(())
    }
}

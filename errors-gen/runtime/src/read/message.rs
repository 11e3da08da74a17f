//! A message as it came.

use core::fmt;

use crate::json::{Elements, Json, Text};
use crate::table::Wording;
use crate::wording::{self, Parameters};

/// A message as it came: one text, or a list of texts, which `Display` joins with `"; "`.
///
/// What stands where a message should and is of another type is no message; it can be asked for as
/// [`Json`](crate::json::Json).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message<'b> {
    value: Json<'b>,
}

impl<'b> Message<'b> {
    pub(super) const fn new(value: Json<'b>) -> Self {
        Self { value }
    }

    /// The text, where the message is a single one.
    #[inline]
    #[must_use]
    pub fn text(self) -> Option<Text<'b>> {
        self.value.text()
    }

    /// The texts: one, or those of a list. What is no text in a list is passed over.
    #[must_use]
    pub fn parts(self) -> Parts<'b> {
        Parts { single: self.value.text(), elements: self.value.elements() }
    }

    /// The parameters, where the message follows one of these wordings as [`wording`] says.
    ///
    /// Of a list that holds one text, that one is the message; several texts follow no wording.
    #[must_use]
    pub fn parameters<'t>(self, wordings: &[Wording<'t>]) -> Option<Parameters<'b, 't>> {
        let mut parts = self.parts();
        match (parts.next(), parts.next()) {
            (Some(text), None) => wording::parameters(wordings, text),
            _ => None,
        }
    }

    /// The message as it stands in the body.
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

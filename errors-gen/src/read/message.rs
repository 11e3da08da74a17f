//! A message as it came.

use core::fmt;

use crate::json::{Elements, Json, JsonKind, Text};

/// A message as it came: one text, or a list of texts.
///
/// `Display` joins the parts of a list with `"; "`. A message of another type than the vendor's documents say shows as it
/// stands.
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
        self.value.scalar()
    }

    /// The texts: one, or those of a list.
    #[must_use]
    pub fn parts(self) -> Parts<'b> {
        Parts { single: self.value.scalar(), elements: self.value.elements() }
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
        self.single.take().or_else(|| self.elements.by_ref().find_map(Json::scalar))
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value.kind() {
            JsonKind::String | JsonKind::Number | JsonKind::Boolean => match self.text() {
                Some(text) => text.fmt(f),
                None => Ok(()),
            },
            JsonKind::List => {
                for (index, element) in self.value.elements().enumerate() {
                    if index > 0 {
                        f.write_str("; ")?;
                    }
                    match element.scalar() {
                        Some(text) => text.fmt(f)?,
                        None => f.write_str(element.as_str())?,
                    }
                }
                Ok(())
            }
            JsonKind::Null | JsonKind::Object => f.write_str(self.value.as_str()),
        }
    }
}

//! Wordings of messages.

use std::hash::{Hash, Hasher};

use crate::template::Template;

/// A wording of a message: its text, and its parsed template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The text with every placeholder as `{name}`: `A value is required for field {field}.`
    pub text: String,
    /// The parsed text.
    pub template: Template,
}

impl Hash for Wording {
    /// Only the text is hashed: wordings with the same text nearly always have the same template.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

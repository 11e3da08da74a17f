//! Wordings of messages.

use std::hash::{Hash, Hasher};

use crate::template::Template;

/// A wording of a message, as the catalog writes it and taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The text with every placeholder as `{name}`: `A value is required for field {field}.`
    pub text: String,
    /// The same, taken apart.
    pub template: Template,
}

impl Hash for Wording {
    /// Wordings of one text are nearly always alike.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

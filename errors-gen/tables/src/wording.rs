//! Wordings of messages: templates of fixed text and holes.

/// A wording of a message: a template of fixed text and named holes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording<'t> {
    /// The whole wording, with `{name}` for each hole.
    pub text: &'t str,
    /// The parts of the wording, in order.
    pub parts: &'t [Part<'t>],
}

/// A part of a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'t> {
    /// Fixed text. Never empty.
    Literal(&'t str),
    /// A hole: text that varies, under the vendor's name for it.
    Hole(&'t str),
    /// The same text as in the earlier hole with this name.
    Again(&'t str),
}

impl<'t> Wording<'t> {
    /// The names of the holes, in order.
    pub fn holes(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.parts.iter().filter_map(Part::hole)
    }

    /// The length of all fixed text together, in bytes.
    #[must_use]
    pub fn fixed_length(&self) -> usize {
        let literals = self.parts.iter().map(|part| match *part {
            Part::Literal(text) => text.len(),
            Part::Hole(_) | Part::Again(_) => 0,
        });
        literals.sum()
    }
}

impl<'t> Part<'t> {
    /// The name, if the part is a hole.
    #[must_use]
    pub const fn hole(&self) -> Option<&'t str> {
        match *self {
            Self::Hole(name) => Some(name),
            Self::Literal(_) | Self::Again(_) => None,
        }
    }
}

//! Wordings of messages: fixed text with holes.

/// A fixed wording of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording<'t> {
    /// The whole wording, with `{name}` where something varies.
    pub text: &'t str,
    /// The same, taken apart.
    pub parts: &'t [Part<'t>],
}

/// A part of a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'t> {
    /// Fixed text, never empty.
    Literal(&'t str),
    /// What varies, under the vendor's name for it.
    Hole(&'t str),
    /// The value of an earlier hole once more.
    Again(&'t str),
}

impl<'t> Wording<'t> {
    /// The names of the holes, in order.
    pub fn holes(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.parts.iter().filter_map(Part::hole)
    }

    /// How much fixed text there is, in bytes.
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
    /// The name of a hole.
    #[must_use]
    pub const fn hole(&self) -> Option<&'t str> {
        match *self {
            Self::Hole(name) => Some(name),
            Self::Literal(_) | Self::Again(_) => None,
        }
    }
}

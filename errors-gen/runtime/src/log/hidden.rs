//! What the wordings of a message mark as sensitive in it.

use core::ops::Range;

use crate::json::{Chars, Text};
use crate::table::Part;
use crate::wording::{MOST_PARAMETERS, Parameters};

/// The maximum number of matching wordings whose placeholders are masked. If a message matches more, all of it is
/// masked.
const MOST_WORDINGS: usize = 8;

/// The ranges of the values of marked placeholders in the spelling of a message.
pub(super) struct Hidden {
    ranges: [Range<usize>; MOST_WORDINGS * MOST_PARAMETERS],
    count: usize,
    too_many: bool,
}

impl Hidden {
    pub(super) const NONE: Self =
        Self { ranges: [const { 0..0 }; MOST_WORDINGS * MOST_PARAMETERS], count: 0, too_many: false };

    /// Adds the ranges of a wording that the message matches.
    pub(super) fn add(&mut self, text: Text<'_>, parameters: &Parameters<'_, '_>, sensitive: &[&str]) {
        let parts = parameters.wording().parts;
        let is_hidden = |name: &str| sensitive.contains(&name);
        if !parameters.iter().any(|(name, _)| is_hidden(name)) {
            return;
        }
        let rest = parameters.rest().filter(|_| spills_into_rest(text, parameters, is_hidden));
        let held = |(name, value): (&str, Text<'_>)| !is_hidden(name) && holds_literal(value, parts);
        let spilled = rest.is_some() || parameters.iter().any(held);
        let mut values = parameters.iter();
        let mut at = 0;
        for part in parts {
            let (name, start, end) = match *part {
                Part::Literal(literal) => {
                    at = behind(text, at, literal.chars().count());
                    continue;
                }
                Part::Hole(name) => {
                    let Some((start, value)) =
                        values.next().and_then(|(_, value)| Some((position(text, value)?, value)))
                    else {
                        self.too_many = true;
                        return;
                    };
                    (name, start, start + value.raw().len())
                }
                Part::Again(name) => {
                    let length = parameters.get(name).map_or(0, |value| value.chars().count());
                    (name, at, behind(text, at, length))
                }
            };
            at = end;
            if spilled || is_hidden(name) {
                self.push(start..end);
            }
        }
        if let Some(rest) = rest {
            match position(text, rest) {
                Some(start) => self.push(start..text.raw().len()),
                None => self.too_many = true,
            }
        }
    }

    fn push(&mut self, range: Range<usize>) {
        match self.ranges.get_mut(self.count) {
            Some(free) => {
                *free = range;
                self.count += 1;
            }
            None => self.too_many = true,
        }
    }

    /// All ranges; `None` if there are too many.
    pub(super) fn ranges(&self) -> Option<&[Range<usize>]> {
        self.ranges.get(..self.count).filter(|_| !self.too_many)
    }
}

/// The byte offset of a part of a text in its spelling.
pub(super) fn position(text: Text<'_>, part: Text<'_>) -> Option<usize> {
    let start = part.raw().as_ptr().addr().checked_sub(text.raw().as_ptr().addr())?;
    (start <= text.raw().len()).then_some(start)
}

/// The byte offset behind so many characters from a byte offset on, in the spelling of a text.
fn behind(text: Text<'_>, at: usize, characters: usize) -> usize {
    let mut rest = Chars::spelled(text.raw().get(at..).unwrap_or_default());
    let _ = rest.by_ref().take(characters).count();
    text.raw().len() - rest.rest().len()
}

/// Whether the text after the last value contains the fixed text that follows a sensitive value. If so, that value may
/// have contained this text too and have been cut off there, so that the text after the wording has its rest.
fn spills_into_rest(text: Text<'_>, parameters: &Parameters<'_, '_>, is_hidden: impl Fn(&str) -> bool) -> bool {
    let Some((_, last)) = parameters.iter().last() else { return false };
    let Some(start) = position(text, last) else { return true };
    let end = start + last.raw().len();
    let is_last = |index: usize| index + 1 == parameters.wording().parts.len();
    let pairs = parameters.wording().parts.windows(2).zip(1..);
    pairs.into_iter().any(|(pair, index)| match *pair {
        [Part::Hole(name) | Part::Again(name), Part::Literal(literal)] if is_hidden(name) => {
            // The wording ends with its last fixed text anyway.
            let from = if is_last(index) { behind(text, end, 1) } else { end };
            contains(Text::new(text.raw().get(from..).unwrap_or_default()), literal)
        }
        _ => false,
    })
}

/// Whether a value contains fixed text of its wording. If so, a sensitive value before it may have contained that text
/// too and have been cut off there, so that this value has its rest.
fn holds_literal(value: Text<'_>, parts: &[Part<'_>]) -> bool {
    parts.iter().any(|part| match part {
        Part::Literal(literal) => contains(value, literal),
        Part::Hole(_) | Part::Again(_) => false,
    })
}

/// Whether a text contains another.
fn contains(text: Text<'_>, literal: &str) -> bool {
    if let Some(text) = text.as_str() {
        return text.contains(literal);
    }
    let mut rest = text.chars();
    loop {
        let mut here = rest.clone();
        if literal.chars().all(|character| here.next() == Some(character)) {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

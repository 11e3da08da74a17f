//! Taking the values of the holes out of a message.

use super::scan::Scan;
use super::values::Values;
use crate::table::Part;

/// The most places that are tried for the values of a message whose wording repeats a parameter. Each takes time
/// proportional to the message's length.
pub const MOST_TRIES: u32 = 64;

/// The values of the holes in a message that follows a wording.
pub(super) fn read<'b>(parts: &[Part<'_>], message: impl Scan<'b>) -> Option<Values<'b>> {
    // A message seldom follows a wording with whose start and end it does not agree.
    let (start, parts) = match parts {
        [Part::Literal(text), rest @ ..] => (message.strip(0, text)?, rest),
        _ => (0, parts),
    };
    let (end, parts) = match parts {
        [rest @ .., Part::Literal(text)] => (message.strip_end(text)?, rest),
        _ => (message.spelling().len(), parts),
    };
    let repeats = parts.iter().any(|part| matches!(part, Part::Again(_)));
    let tries = if repeats { MOST_TRIES } else { 0 };
    let mut search = Search { all: parts, message, end, values: Values::new(message.spelling()), tries };
    search.parts(parts, start).then_some(search.values)
}

struct Search<'p, 't, 'b, S> {
    all: &'p [Part<'t>],
    message: S,
    /// Where the last of the parts ends.
    end: usize,
    values: Values<'b>,
    /// How many further places may be tried.
    tries: u32,
}

impl<'t, 'b, S: Scan<'b>> Search<'_, 't, 'b, S> {
    /// Reads these parts from a position on. Calls are nested as deep as there are holes.
    fn parts(&mut self, mut parts: &[Part<'t>], mut at: usize) -> bool {
        loop {
            let (next, rest) = match parts {
                [] => return at == self.end,
                [Part::Hole(_), rest @ ..] => return self.hole(rest, at),
                [Part::Literal(text), rest @ ..] => (self.message.strip(at, text), rest),
                [Part::Again(name), rest @ ..] => (self.strip_again(at, name), rest),
            };
            let Some(next) = next else { return false };
            (parts, at) = (rest, next);
        }
    }

    /// Reads a hole that starts here, and the parts behind it.
    ///
    /// The fixed text behind the hole is taken where it stands first. What follows has most room then, so if the message
    /// can be read at all, it can be read this way. Only a repeated value can need a place further to the right.
    fn hole(&mut self, behind: &[Part<'t>], start: usize) -> bool {
        let (literal, rest) = match behind {
            [] => return start <= self.end && self.values.push(start, self.end).is_some(),
            [Part::Literal(literal), rest @ ..] => (*literal, rest),
            _ => ("", behind),
        };
        let (count, mut from) = (self.values.len(), start);
        while let Some((end, next)) = self.message.find(from, self.end, literal) {
            if self.values.push(start, end).is_none() {
                return false;
            }
            if self.parts(rest, next) {
                return true;
            }
            self.values.truncate(count);
            let (Some(tries), Some(behind)) = (self.tries.checked_sub(1), self.message.next(end)) else {
                return false;
            };
            (self.tries, from) = (tries, behind);
        }
        false
    }

    /// Where the value of an earlier hole ends, if it stands here again.
    fn strip_again(&self, at: usize, name: &str) -> Option<usize> {
        let holes = self.all.iter().filter(|part| matches!(part, Part::Hole(_)));
        let index = holes.into_iter().position(|part| matches!(part, Part::Hole(hole) if *hole == name))?;
        self.message.strip_again(at, self.values.get(index)?)
    }
}

//! Taking the values of the holes out of a message.

use super::scan::Scan;
use super::values::Values;
use crate::table::Part;

/// The most places that are tried for the values of a message whose wording repeats a parameter. Each takes time
/// proportional to the message's length.
pub const MOST_TRIES: u32 = 64;

/// The values of the holes in a message that follows a wording.
pub(super) fn read<'b>(parts: &[Part<'_>], message: impl Scan<'b>) -> Option<Values<'b>> {
    // A message seldom follows a wording with whose start it does not agree.
    if let Some(Part::Literal(text)) = parts.first() {
        message.strip(0, text.trim_end())?;
    }
    let repeats = parts.iter().any(|part| matches!(part, Part::Again(_)));
    let tries = if repeats { MOST_TRIES } else { 0 };
    let values = Values::new(message.spelling());
    let mut search = Search { all: parts, message, end: message.trimmed_end(), values, tries };
    search.parts(parts, 0).then_some(search.values)
}

struct Search<'p, 't, 'b, S> {
    all: &'p [Part<'t>],
    message: S,
    /// Where the message ends without its trailing whitespace.
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
                [] => return at >= self.end,
                [Part::Hole(_), rest @ ..] => return self.hole(rest, at),
                [Part::Literal(text)] => return self.strip(at, text, true).is_some_and(|end| self.ends(text, end)),
                [Part::Literal(text), rest @ ..] => (self.strip(at, text, is_hole(rest)), rest),
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
            [] => return self.values.push(start, self.end.max(start)).is_some(),
            [Part::Literal(literal)] => return self.last_hole(start, literal),
            [Part::Literal(literal), rest @ ..] => (*literal, rest),
            _ => ("", behind),
        };
        let (count, mut from) = (self.values.len(), start);
        while let Some((end, next)) = self.find(from, literal, is_hole(rest)) {
            if self.values.push(start, end).is_none() {
                return false;
            }
            if self.parts(rest, next) {
                return true;
            }
            self.values.truncate(count);
            let (Some(tries), Some((_, behind))) = (self.tries.checked_sub(1), self.message.next(end)) else {
                return false;
            };
            (self.tries, from) = (tries, behind);
        }
        false
    }

    /// Reads the last hole, which starts here, and the fixed text that ends the wording.
    fn last_hole(&mut self, start: usize, literal: &str) -> bool {
        let mut from = start;
        while let Some((end, next)) = self.find(from, literal, true) {
            if self.ends(literal, next) {
                return self.values.push(start, end).is_some();
            }
            let Some((_, behind)) = self.message.next(end) else { return false };
            from = behind;
        }
        false
    }

    /// Whether a wording can end here with this text: where the message does, or where a sentence does, of which the rest
    /// of the message is noted.
    fn ends(&mut self, literal: &str, end: usize) -> bool {
        if end >= self.end {
            return true;
        }
        let Some((first, mut rest)) = self.message.next(end) else { return false };
        if !literal.ends_with(['.', '!', '?']) || !first.is_whitespace() {
            return false;
        }
        // The message does not end with whitespace, so there is something behind it.
        while let Some((_, behind)) = self.message.next(rest).filter(|(character, _)| character.is_whitespace()) {
            rest = behind;
        }
        self.values.push_rest(rest, self.end).is_some()
    }

    /// Where this text ends, if it stands here. `trailing` where nothing but a hole follows it: then the whitespace at its
    /// end does not count at the end of the message.
    fn strip(&self, at: usize, text: &str, trailing: bool) -> Option<usize> {
        let whole = self.message.strip(at, text);
        if !trailing || whole.is_some() {
            return whole;
        }
        self.message.strip(at, text.trim_end()).filter(|end| *end >= self.end)
    }

    /// The first place at or after `at` where this text stands, and its end; `trailing` as in [`strip`](Self::strip).
    fn find(&self, at: usize, text: &str, trailing: bool) -> Option<(usize, usize)> {
        let limit = self.message.spelling().len();
        let whole = self.message.find(at, limit, text);
        let trimmed = text.trim_end();
        if !trailing || whole.is_some() || trimmed.len() == text.len() {
            return whole;
        }
        let mut from = at;
        loop {
            let (start, end) = self.message.find(from, limit, trimmed)?;
            if end >= self.end {
                return Some((start, end));
            }
            from = self.message.next(start)?.1;
        }
    }

    /// Where the value of an earlier hole ends, if it stands here again.
    fn strip_again(&self, at: usize, name: &str) -> Option<usize> {
        let holes = self.all.iter().filter(|part| matches!(part, Part::Hole(_)));
        let index = holes.into_iter().position(|part| matches!(part, Part::Hole(hole) if *hole == name))?;
        // Whitespace at the end of the message is no value.
        self.message.strip_again(at, self.values.get(index)?).filter(|end| *end <= self.end.max(at))
    }
}

/// Whether a hole is all that is left.
const fn is_hole(parts: &[Part<'_>]) -> bool {
    matches!(parts, [Part::Hole(_)])
}

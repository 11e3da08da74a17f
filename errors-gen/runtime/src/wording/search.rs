//! Matches a message against a wording, and extracts the values of the holes.

use super::scan::Scan;
use super::values::Values;
use crate::table::Part;

/// The maximum number of positions that are tried to match a message against a wording that repeats a parameter. Each
/// takes time proportional to the length of the message.
pub const MOST_TRIES: u32 = 64;

/// The values of the holes; `None` if the message does not match the wording.
pub(super) fn read<'b>(parts: &[Part<'_>], message: impl Scan<'b>) -> Option<Values<'b>> {
    // Rejects most messages that do not match, before anything else is set up.
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
    /// The end of the message without its trailing whitespace.
    end: usize,
    values: Values<'b>,
    /// How many further positions may be tried.
    tries: u32,
}

impl<'t, 'b, S: Scan<'b>> Search<'_, 't, 'b, S> {
    /// Matches these parts from a position. The recursion is as deep as there are holes.
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

    /// Matches a hole that starts here, and the parts after it.
    ///
    /// The fixed text after the hole takes its first occurrence. This leaves the longest rest for the parts that
    /// follow, so if the message matches at all, it matches this way. Only a repeated value can need a later
    /// occurrence.
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

    /// Matches the last hole, which starts here, and the fixed text that ends the wording.
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

    /// Whether the wording can end here with this text: at the end of the message, or at the end of a sentence. In the
    /// latter case the rest of the message is stored.
    fn ends(&mut self, literal: &str, end: usize) -> bool {
        if end >= self.end {
            return true;
        }
        let Some((first, mut rest)) = self.message.next(end) else { return false };
        if !literal.ends_with(['.', '!', '?']) || !first.is_whitespace() {
            return false;
        }
        // Trailing whitespace has been removed, so there is text after this whitespace.
        while let Some((_, behind)) = self.message.next(rest).filter(|(character, _)| character.is_whitespace()) {
            rest = behind;
        }
        self.values.push_rest(rest, self.end).is_some()
    }

    /// The end of this text if it starts here. `trailing`: only a hole follows, so that whitespace at the end of the
    /// text may be missing at the end of the message.
    fn strip(&self, at: usize, text: &str, trailing: bool) -> Option<usize> {
        let whole = self.message.strip(at, text);
        if !trailing || whole.is_some() {
            return whole;
        }
        self.message.strip(at, text.trim_end()).filter(|end| *end >= self.end)
    }

    /// The first occurrence of this text at or after `at`: its start and end; `trailing` as in [`strip`](Self::strip).
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

    /// The end of the value of an earlier hole, if the same text starts here.
    fn strip_again(&self, at: usize, name: &str) -> Option<usize> {
        let holes = self.all.iter().filter(|part| matches!(part, Part::Hole(_)));
        let index = holes.into_iter().position(|part| matches!(part, Part::Hole(hole) if *hole == name))?;
        // Trailing whitespace of the message is not part of a value.
        self.message.strip_again(at, self.values.get(index)?).filter(|end| *end <= self.end.max(at))
    }
}

/// Whether a single hole is left.
const fn is_hole(parts: &[Part<'_>]) -> bool {
    matches!(parts, [Part::Hole(_)])
}

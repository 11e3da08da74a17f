//! Wordings that repeat a parameter.
//!
//! Here taking each fixed text where it stands first can lead to a dead end: the value so found need not stand where the
//! wording repeats it. So the places after a repeated value (and before it, which is where the value starts) are tried one
//! by one, from the left. Places around values that occur only once need no second try: a place further to the right
//! leaves less room to what follows, and changes nothing else.

use super::scan::Scan;
use super::values::Values;
use crate::table::Part;

/// The most tries that reading a message by a wording with a repeated parameter takes. Each is a comparison with the
/// repeated value or a search for another place, and takes time proportional to the message's length.
pub const MOST_TRIES: u32 = 64;

/// The values of a message whose first fixed text ends at `start`.
pub(super) fn read<'b>(parts: &[Part<'_>], message: impl Scan<'b>, start: usize) -> Option<Values<'b>> {
    let mut search = Search { parts, message, values: Values::new(message.spelling()), left: MOST_TRIES };
    search.hole(parts, start).then_some(search.values)
}

struct Search<'p, 't, 'b, S> {
    parts: &'p [Part<'t>],
    message: S,
    values: Values<'b>,
    /// How many tries are left.
    left: u32,
}

impl<'t, 'b, S: Scan<'b>> Search<'_, 't, 'b, S> {
    /// Reads from a hole on, which starts here. The calls are nested as deep as there are holes.
    fn hole(&mut self, parts: &[Part<'t>], start: usize) -> bool {
        let [Part::Hole(name), behind @ ..] = parts else { return false };
        let count = behind.iter().take_while(|part| !matches!(part, Part::Hole(_))).count();
        let Some((fixed, rest)) = behind.split_at_checked(count) else { return false };
        let index = self.values.len();
        if rest.is_empty() {
            return self.last_hole(name, fixed, start).is_some();
        }
        let next = rest.first().and_then(Part::hole);
        let repeated = self.is_repeated(name) || next.is_some_and(|name| self.is_repeated(name));
        let mut from = start;
        while let Some((end, next)) = self.find(fixed, start, from) {
            if self.hole(rest, next) {
                return true;
            }
            self.values.truncate(index);
            if !repeated || self.give_up() {
                return false;
            }
            let Some(behind) = self.message.next(end) else { return false };
            from = behind;
        }
        self.values.truncate(index);
        false
    }

    /// Reads the last hole: what is behind it ends with the message, so there is one place where it can start.
    fn last_hole(&mut self, name: &str, fixed: &[Part<'t>], start: usize) -> Option<()> {
        let text = self.message.spelling();
        // Where nothing is repeated behind it, it ends where the fixed text at the end starts.
        let end = match fixed {
            [] => Some(text.len()),
            [Part::Literal(literal)] => Some(self.message.strip_end(literal)?),
            _ => None,
        };
        if let Some(end) = end {
            return if start <= end { self.values.push(start, end) } else { None };
        }
        // The message is left with the value, the fixed text, and the value as often as it is repeated.
        let mut length = self.message.length_of(text.get(start..)?);
        let mut times = 1_usize;
        for part in fixed {
            let part = match *part {
                Part::Literal(literal) => self.message.length(literal),
                Part::Again(again) if again == name => {
                    times += 1;
                    continue;
                }
                Part::Again(again) => self.message.length_of(self.value(again)?),
                Part::Hole(_) => return None,
            };
            length = length.checked_sub(part)?;
        }
        if !length.is_multiple_of(times) {
            return None;
        }
        let end = self.message.advance(start, length / times)?;
        self.values.push(start, end)?;
        (self.strip(fixed, end)? == text.len()).then_some(())
    }

    /// The first place at or after `from` where what is behind a hole stands, and its end. The hole, which starts at
    /// `start`, has its value then.
    fn find(&mut self, fixed: &[Part<'t>], start: usize, mut from: usize) -> Option<(usize, usize)> {
        let text = self.message.spelling();
        let (literal, behind) = match fixed {
            [Part::Literal(literal), behind @ ..] => (*literal, behind),
            _ => ("", fixed),
        };
        let index = self.values.len();
        loop {
            let (end, next) = self.message.find(from, text.len(), literal)?;
            self.values.push(start, end)?;
            if let Some(next) = self.strip(behind, next) {
                return Some((end, next));
            }
            self.values.truncate(index);
            if self.left == 0 {
                return None;
            }
            from = self.message.next(end)?;
        }
    }

    /// Where a part without holes ends, if it stands here.
    fn strip(&mut self, fixed: &[Part<'t>], mut at: usize) -> Option<usize> {
        for part in fixed {
            at = match *part {
                Part::Literal(literal) => self.message.strip(at, literal)?,
                Part::Again(name) if !self.give_up() => self.message.strip_again(at, self.value(name)?)?,
                Part::Again(_) | Part::Hole(_) => return None,
            };
        }
        Some(at)
    }

    /// Counts a try; whether there are none left.
    fn give_up(&mut self) -> bool {
        let none_left = self.left == 0;
        self.left = self.left.saturating_sub(1);
        none_left
    }

    /// The value of a hole that has been read.
    fn value(&self, name: &str) -> Option<&'b str> {
        let index = self.parts.iter().filter_map(Part::hole).position(|hole| hole == name)?;
        self.values.get(index)
    }

    fn is_repeated(&self, name: &str) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Again(again) if *again == name))
    }
}

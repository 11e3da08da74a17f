//! The ways to take the values out of a message.

use std::cmp::Reverse;

use errors_gen::ErrorCode;
use errors_gen::table::{Part, Wording};
use errors_gen::wording::{self, MOST_PARAMETERS};
use regex::{CaptureLocations, Regex};

use super::making::Message;
use super::{Take, Way};

/// `errors-gen`, from plain text.
pub(super) struct FromText;

impl<C: ErrorCode> Way<C> for FromText {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        for (_, value) in message.code.parameters_in(&message.text).into_iter().flatten() {
            take.value(value);
        }
    }
}

/// `errors-gen`, from the string of a body.
pub(super) struct FromBody;

impl<C: ErrorCode> Way<C> for FromBody {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        for (_, value) in wording::parameters(message.code.messages(), message.escaped).into_iter().flatten() {
            take.value(value);
        }
    }
}

/// The same, each value without escapes.
pub(super) struct FromBodyUnescaped;

impl<C: ErrorCode> Way<C> for FromBodyUnescaped {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        for (_, value) in wording::parameters(message.code.messages(), message.escaped).into_iter().flatten() {
            take.value(value.to_cow());
        }
    }
}

/// One wording as a regular expression with a group for each hole.
struct Pattern {
    regex: Regex,
    locations: CaptureLocations,
    /// The groups that must hold the same.
    alike: Vec<(usize, usize)>,
    /// The groups of the holes.
    holes: Vec<usize>,
}

impl Pattern {
    fn of(wording: &Wording<'_>) -> Self {
        let mut source = String::from("(?s)^");
        let (mut names, mut alike, mut holes) = (Vec::new(), Vec::new(), Vec::new());
        for part in wording.parts {
            match *part {
                Part::Literal(literal) => source.push_str(&regex::escape(literal)),
                Part::Hole(name) | Part::Again(name) => {
                    source.push_str("(.*?)");
                    let earlier = names.iter().position(|earlier| *earlier == name);
                    names.push(name);
                    match earlier {
                        Some(earlier) => alike.push((earlier + 1, names.len())),
                        None => holes.push(names.len()),
                    }
                }
            }
        }
        source.push('$');
        let regex = Regex::new(&source).unwrap();
        Self { locations: regex.capture_locations(), regex, alike, holes }
    }

    /// The patterns of every code by its index.
    fn all<C: ErrorCode>() -> Vec<Vec<Self>> {
        wordings::<C>().into_iter().map(|wordings| wordings.into_iter().map(Self::of).collect()).collect()
    }
}

type Wordings = Vec<Vec<&'static Wording<'static>>>;

/// The wordings of every code by its index; of several that with most fixed text comes first.
fn wordings<C: ErrorCode>() -> Wordings {
    let fixed = |part: &Part<'_>| if let Part::Literal(text) = part { text.len() } else { 0 };
    let of = |code: &C| {
        let mut wordings: Vec<_> = code.messages().iter().collect();
        wordings.sort_by_key(|wording| Reverse(wording.parts.iter().map(fixed).sum::<usize>()));
        wordings
    };
    C::ALL.iter().map(of).collect()
}

/// `Regex::captures`.
pub(super) struct Captures(Vec<Vec<Pattern>>);

impl Captures {
    pub(super) fn of<C: ErrorCode>() -> Self {
        Self(Pattern::all::<C>())
    }

    #[inline]
    fn read<T: Take>(&self, code: usize, text: &str, take: &mut T) {
        for pattern in &self.0[code] {
            if let Some(captures) = pattern.regex.captures(text)
                && pattern.alike.iter().all(|&(left, right)| captures[left] == captures[right])
            {
                for &hole in &pattern.holes {
                    take.value(&captures[hole]);
                }
                return;
            }
        }
    }
}

impl<C: ErrorCode> Way<C> for Captures {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        self.read(message.code.index(), &message.text, take);
    }
}

/// The string is unescaped first.
pub(super) struct UnescapeThen(pub(super) Captures);

impl<C: ErrorCode> Way<C> for UnescapeThen {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        let text: String = serde_json::from_str(message.json).unwrap();
        self.0.read(message.code.index(), &text, take);
    }
}

/// `Regex::captures_read`.
pub(super) struct CapturesKept(Vec<Vec<Pattern>>);

impl CapturesKept {
    pub(super) fn of<C: ErrorCode>() -> Self {
        Self(Pattern::all::<C>())
    }
}

impl<C: ErrorCode> Way<C> for CapturesKept {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        let text = message.text.as_str();
        for Pattern { regex, locations, alike, holes } in &mut self.0[message.code.index()] {
            if regex.captures_read(locations, text).is_none() {
                continue;
            }
            let group = |index| locations.get(index).map_or("", |(start, end)| &text[start..end]);
            if alike.iter().all(|&(left, right)| group(left) == group(right)) {
                for &hole in &*holes {
                    take.value(group(hole));
                }
                return;
            }
        }
    }
}

/// Fixed text after fixed text, as one writes it for one message, here for any.
pub(super) struct ByHand(Wordings);

impl ByHand {
    pub(super) fn of<C: ErrorCode>() -> Self {
        Self(wordings::<C>())
    }
}

impl<C: ErrorCode> Way<C> for ByHand {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        for wording in &self.0[message.code.index()] {
            let mut values = [""; MOST_PARAMETERS];
            if let Some(count) = by_hand(wording.parts, &message.text, &mut values) {
                for value in &values[..count] {
                    take.value(value);
                }
                return;
            }
        }
    }
}

/// How many values there are; `None` where the text does not follow the wording.
fn by_hand<'m>(parts: &[Part<'_>], text: &'m str, values: &mut [&'m str; MOST_PARAMETERS]) -> Option<usize> {
    let mut names = [""; MOST_PARAMETERS];
    let (mut rest, mut count, mut open) = (text, 0, false);
    for (index, part) in parts.iter().enumerate() {
        match *part {
            Part::Hole(name) => {
                (names[count], open) = (name, true);
                count += 1;
            }
            Part::Literal(literal) if !open => rest = rest.strip_prefix(literal)?,
            Part::Literal(literal) => {
                (values[count - 1], rest) = if index + 1 == parts.len() {
                    (rest.strip_suffix(literal)?, "")
                } else {
                    rest.split_once(literal)?
                };
                open = false;
            }
            Part::Again(name) => rest = rest.strip_prefix(values[names.iter().position(|other| *other == name)?])?,
        }
    }
    if open {
        values[count - 1] = rest;
        return Some(count);
    }
    rest.is_empty().then_some(count)
}

//! The captures of regular expressions.

use errors_gen::ErrorCode;
use errors_gen::table::{Part, Wording};
use regex::{CaptureLocations, Regex};

use super::making::{Message, wordings};
use super::{Take, Way};

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

//! What takes the values out of messages instead of `errors-gen`: regular expressions, and the methods of `str`.

use errors_gen::ErrorCode;
use errors_gen::table::{Part, Wording};
use errors_gen::wording::MOST_PARAMETERS;
use regex::{CaptureLocations, Regex};

use super::making::wordings;
use crate::sink::Sink;

/// One wording as a regular expression with a group for each hole.
pub(super) struct Pattern {
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
    pub(super) fn all<C: ErrorCode>() -> Vec<Vec<Self>> {
        wordings::<C>().into_iter().map(|wordings| wordings.into_iter().map(Self::of).collect()).collect()
    }
}

/// `Regex::captures`.
pub(super) fn captures(patterns: &[Pattern], text: &str, sink: &mut Sink) {
    for pattern in patterns {
        if let Some(captures) = pattern.regex.captures(text)
            && pattern.alike.iter().all(|&(left, right)| captures[left] == captures[right])
        {
            for &hole in &pattern.holes {
                sink.value(Some(&captures[hole]));
            }
            return;
        }
    }
}

/// `Regex::captures_read`.
pub(super) fn captures_kept(patterns: &mut [Pattern], text: &str, sink: &mut Sink) {
    for Pattern { regex, locations, alike, holes } in patterns {
        if regex.captures_read(locations, text).is_none() {
            continue;
        }
        let group = |index| locations.get(index).map_or("", |(start, end)| &text[start..end]);
        if alike.iter().all(|&(left, right)| group(left) == group(right)) {
            for &hole in &*holes {
                sink.value(Some(group(hole)));
            }
            return;
        }
    }
}

/// Fixed text after fixed text, as one writes it for one message, here for any.
pub(super) fn by_hand(wordings: &[&Wording<'_>], text: &str, sink: &mut Sink) {
    for wording in wordings {
        let mut values = [""; MOST_PARAMETERS];
        if let Some(count) = values_by_hand(wording.parts, text, &mut values) {
            for value in &values[..count] {
                sink.value(Some(*value));
            }
            return;
        }
    }
}

/// How many values there are; `None` where the text does not follow the wording.
fn values_by_hand<'m>(parts: &[Part<'_>], text: &'m str, values: &mut [&'m str; MOST_PARAMETERS]) -> Option<usize> {
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

//! Escaped text is read as the same text without escapes is.

use alloc::string::String;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::*;

/// Each character with the place where its spelling starts; the end of the text is the last place.
fn unescape(spelling: &str) -> (String, Vec<usize>) {
    let mut characters = Chars::spelled(spelling);
    let (mut text, mut places) = (String::new(), Vec::new());
    loop {
        places.push(spelling.len() - characters.rest().len());
        match characters.next() {
            Some(character) => text.push(character),
            None => return (text, places),
        }
    }
}

/// A text without escapes, read slowly, and its places in the spelling.
struct Slow {
    text: String,
    places: Vec<usize>,
}

impl Slow {
    fn new(spelling: &str) -> Self {
        let (text, places) = unescape(spelling);
        Self { text, places }
    }

    /// The text from a place in the spelling on.
    fn from(&self, at: usize) -> &str {
        let index = self.places.iter().filter(|&&place| place < at).count();
        self.text.char_indices().nth(index).map_or("", |(offset, _)| &self.text[offset..])
    }

    /// The place in the spelling of an offset in the text.
    fn place(&self, offset: usize) -> usize {
        self.places[self.text[..offset].chars().count()]
    }

    fn strip(&self, at: usize, text: &str) -> Option<usize> {
        let rest = self.from(at).strip_prefix(text)?;
        Some(self.place(self.text.len() - rest.len()))
    }

    fn trimmed_end(&self) -> usize {
        self.place(self.text.trim_end().len())
    }

    fn find(&self, at: usize, limit: usize, text: &str) -> Option<(usize, usize)> {
        let mut places = self.places.iter().filter(|&&place| at <= place);
        let found = places.find_map(|&place| Some((place, self.strip(place, text)?)))?;
        (found.1 <= limit).then_some(found)
    }
}

/// Spellings, with much in them that looks like something else.
fn spelling() -> impl Strategy<Value = String> {
    let plain = ["a", "n", " ", "u", "ab", "é", "😀", "\u{fffd}", "0041", "u0041", " is not valid for field "];
    let escapes = r#"\\ \\\\ \\\\\\ \n \" \/ \u0041 \u006E \u00e9 \u005c \ud83d\ude00 \uD83D \ude00 \\ud83d"#;
    let pieces: Vec<_> = plain.into_iter().chain(escapes.split(' ')).collect();
    prop::collection::vec(prop::sample::select(pieces), 0..9).prop_map(|pieces| pieces.concat())
}

/// A spelling, a text that may stand in it, and two numbers for places in it.
fn case() -> impl Strategy<Value = (String, String, usize, usize)> {
    (spelling(), spelling(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4_u8).prop_map(
        |(spelling, other, from, to, kind)| {
            let (text, places) = unescape(&spelling);
            let (from, to) = (from.index(places.len()), to.index(places.len()));
            let wanted = match kind {
                0 => unescape(&other).0,
                1 => other,
                2 => text.chars().skip(from).collect(),
                _ => text.chars().skip(from).take(to.saturating_sub(from)).collect(),
            };
            (spelling, wanted, places[from], places[to])
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, ..ProptestConfig::default() })]

    #[test]
    fn text_is_found_where_it_is_without_escapes((spelling, text, at, limit) in case()) {
        let (fast, slow) = (Escaped(&spelling), Slow::new(&spelling));
        prop_assert_eq!(fast.strip(at, &text), slow.strip(at, &text));
        prop_assert_eq!(fast.trimmed_end(), slow.trimmed_end());
        prop_assert_eq!(fast.find(at, spelling.len(), &text), slow.find(at, spelling.len(), &text));
        prop_assert_eq!(fast.find(at, limit, &text), slow.find(at, limit, &text));
    }

    #[test]
    fn values_are_compared_as_they_read(
        (spelling, _, start, end) in case(),
        other in spelling(),
        from in any::<prop::sample::Index>(),
    ) {
        let slow = Slow::new(&spelling);
        let value = spelling.get(start..end).unwrap_or(&other);
        let at = slow.places[from.index(slow.places.len())];
        prop_assert_eq!(Escaped(&spelling).strip_again(at, value), slow.strip(at, &unescape(value).0));
    }
}

#[test]
fn positions_are_between_characters() {
    let text = Escaped(r"a\u00e9\\n\ud83d\ude00]");
    assert_eq!(text.strip(7, "\\n😀"), Some(22));
    assert_eq!(text.trimmed_end(), 23);
    assert_eq!(Escaped(r"a\\n \n\u0020\t").trimmed_end(), 4);
    assert_eq!(text.find(0, 23, "n"), Some((9, 10)));
    assert_eq!(text.find(0, 22, "]"), None);
    assert_eq!((text.next(22), text.next(23)), (Some((']', 23)), None));
}

#[test]
fn half_a_surrogate_pair_is_another_character_than_the_pair() {
    let half = r"\ud83d";
    assert_eq!(Escaped(r"\ud83d\ude00").strip_again(0, half), None);
    assert_eq!(Escaped(r"\ud83d\n").strip_again(0, half), Some(half.len()));
}

//! Passing over what has been validated: only ends are looked for.

use super::ends::end_of_white_space;
use super::lead::Lead;
use super::quote::{end_of_longer_text, end_of_text, quote_flags};
use super::sibling::end_before_sibling;
use super::string::find_special;
use super::{Span, Utf8};
use crate::hint::byte_at;
use crate::swar::{ONES, lowest_byte, word, zero_flags};

/// The way through the elements of a list or the members of an object that has been validated.
#[derive(Clone, Debug)]
pub(crate) struct Passage<'b> {
    bytes: &'b [u8],
    at: usize,
}

/// The name of a member.
#[derive(Clone, Copy)]
pub(crate) struct Name {
    /// With its quotes.
    pub(crate) span: Span,
    /// Whether it holds escapes.
    pub(crate) escaped: bool,
}

impl<'b> Passage<'b> {
    /// Through the list or object that starts with this bracket; through nothing if it does not.
    #[inline]
    pub(crate) fn new(raw: Utf8<'b>, bracket: u8) -> Self {
        let bytes = if raw.as_bytes().first() == Some(&bracket) { raw.as_bytes() } else { &[] };
        Self { bytes, at: 1 }
    }

    /// Through the rest of the list or object that the position is inside of.
    #[inline]
    pub(crate) const fn inside(text: Utf8<'b>, at: usize) -> Self {
        Self { bytes: text.as_bytes(), at }
    }

    /// The position.
    #[inline]
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// Goes into the next element, and gives where it starts, if that is with this bracket.
    #[inline]
    pub(crate) fn enter(&mut self, bracket: u8) -> Option<usize> {
        self.advance()?;
        let start = self.at;
        self.at += 1;
        (self.bytes.get(start) == Some(&bracket)).then_some(start)
    }

    /// Passes a lead and the string behind it, if it stands here.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the passage in registers")]
    pub(crate) fn string_behind(&mut self, lead: &Lead) -> Option<Span> {
        let inside = lead.behind(self.bytes, self.at)?;
        // It is mostly a code or a message, which are longer than most strings.
        self.at = end_of_longer_text(self.bytes, inside);
        Some(Span::new(inside - 1, self.at))
    }

    /// The same for a string that is known to have so many bytes.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the passage in registers")]
    pub(crate) fn known_string_behind(&mut self, lead: &Lead, length: u8) -> Option<Span> {
        let start = lead.behind(self.bytes, self.at)? - 1;
        self.at = start + usize::from(length);
        Some(Span::new(start, self.at))
    }

    /// Leaves an object that is an element of a list, and gives where it ends. It is found faster where there is no other list
    /// around that one.
    #[inline]
    pub(crate) fn leave_element(&mut self, in_objects_only: bool) -> usize {
        let sibling = if in_objects_only { end_before_sibling(self.bytes, self.at) } else { None };
        self.at = sibling.unwrap_or_else(|| end_of_nested(self.bytes, self.at));
        self.at
    }

    /// The next element.
    #[inline]
    pub(super) fn element(&mut self) -> Option<Span> {
        let first = self.advance()?;
        let start = self.at;
        self.at = end_of_value(self.bytes, start, first);
        Some(Span::new(start, self.at))
    }

    /// The next member: its name, and its value.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the passage of a loop in registers")]
    pub(super) fn member(&mut self) -> Option<(Name, Span)> {
        self.name()?;
        let name = self.pass_name();
        Some((name, self.value([Span::NONE; 2])?))
    }

    /// Goes to where the next member's name starts, behind its quote: [`Self::pass_name`] or [`Self::pass_seen_name`]
    /// comes next.
    #[inline]
    pub(crate) fn name(&mut self) -> Option<usize> {
        self.advance()?;
        self.at += 1;
        Some(self.at)
    }

    /// Passes the members with these values where they come first, as they mostly do, and their names are short. What
    /// is not `passable`, by the bytes and where the name starts, stays.
    #[inline]
    pub(crate) fn pass_first(&mut self, values: [Span; 2], passable: impl Fn(&[u8], usize) -> bool) {
        for value in values {
            let name = self.at + 1 + usize::from(self.bytes.get(self.at) == Some(&b','));
            let special = word(self.bytes, name).map_or(0, |word| quote_flags(word) | backslash_flags(word));
            // Neither another quote nor an escape stands between the quotes of the name.
            let ends = special != 0 && name + lowest_byte(special) + 2 == value.start as usize;
            if !ends || self.bytes.get(name - 1) != Some(&b'"') || !passable(self.bytes, name) {
                break;
            }
            self.at = value.end as usize;
        }
    }

    /// Passes the name at the position.
    #[inline]
    pub(crate) fn pass_name(&mut self) -> Name {
        let start = self.at;
        let escaped;
        (self.at, escaped) = end_of_name(self.bytes, start);
        Name { span: Span::new(start - 1, self.at), escaped }
    }

    /// Passes a name of this many bytes, whose end has been seen.
    #[inline]
    pub(crate) const fn pass_seen_name(&mut self, length: usize) {
        self.at += length + 1;
    }

    /// Passes the value behind a name. Where it starts at a known span, that span's end is taken.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the passage of a loop in registers")]
    pub(crate) fn value(&mut self, known: [Span; 2]) -> Option<Span> {
        if self.byte() != Some(b':') {
            self.skip_white_space();
        }
        self.at += 1;
        let mut first = self.byte()?;
        if first <= b' ' {
            self.skip_white_space();
            first = self.byte()?;
        }
        let start = self.at;
        self.at = match known.iter().find(|known| known.start as usize == start) {
            Some(known) => known.end as usize,
            None => end_of_value(self.bytes, start, first),
        };
        Some(Span::new(start, self.at))
    }

    /// What is gone through.
    #[inline]
    pub(crate) const fn bytes(&self) -> &'b [u8] {
        self.bytes
    }

    /// Goes to where the next element or member starts, and gives its first byte.
    #[inline]
    fn advance(&mut self) -> Option<u8> {
        let mut byte = self.byte()?;
        if byte == b',' {
            self.at += 1;
            byte = self.byte()?;
        }
        if byte <= b' ' {
            self.skip_white_space();
            if self.byte() == Some(b',') {
                self.at += 1;
                self.skip_white_space();
            }
            byte = self.byte()?;
        }
        (!matches!(byte, b']' | b'}')).then_some(byte)
    }

    /// The byte at the position.
    #[inline]
    fn byte(&self) -> Option<u8> {
        byte_at(self.bytes, self.at)
    }

    /// Most bodies have none between their tokens.
    #[cold]
    fn skip_white_space(&mut self) {
        self.at = end_of_white_space(self.bytes, self.at);
    }
}

/// The end of the value at the position, which starts with this byte.
#[inline]
fn end_of_value(bytes: &[u8], at: usize, first: u8) -> usize {
    match first {
        b'"' => end_of_text(bytes, at + 1),
        b'{' | b'[' => end_of_nested(bytes, at + 1),
        _ => end_of_literal(bytes, at),
    }
}

/// The end of the name that the position is inside of, and whether it holds escapes.
#[inline]
fn end_of_name(bytes: &[u8], at: usize) -> (usize, bool) {
    match find_special(bytes, at) {
        Some(quote) if bytes.get(quote) == Some(&b'"') => (quote + 1, false),
        Some(backslash) => (end_of_escaped(bytes, backslash), true),
        None => (bytes.len(), false),
    }
}

/// A flag in the high bit of each byte that is a backslash; only the lowest is exact.
#[inline]
const fn backslash_flags(word: u64) -> u64 {
    zero_flags(word ^ (ONES * b'\\' as u64))
}

/// The end of the string that has a backslash at the position.
#[inline(never)]
fn end_of_escaped(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at) == Some(&b'\\') {
        match find_special(bytes, at + 2) {
            Some(special) => at = special,
            None => return bytes.len(),
        }
    }
    at + 1
}

/// The end of the list or object that the position is inside of.
#[inline(never)]
fn end_of_nested(bytes: &[u8], mut at: usize) -> usize {
    let mut open = 1_usize;
    loop {
        // Most of it is strings with a colon or a comma between.
        if let Some([b':' | b',', b'"']) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
            at = end_of_text(bytes, at + 2);
            continue;
        }
        let Some(byte) = bytes.get(at) else {
            return at;
        };
        at += 1;
        if *byte == b'"' {
            at = end_of_text(bytes, at);
        } else if matches!(byte, b'}' | b']') {
            open -= 1;
            if open == 0 {
                return at;
            }
        } else if matches!(byte, b'{' | b'[') {
            open += 1;
        }
    }
}

/// The end of the number, `true`, `false` or `null` at the position.
#[inline]
fn end_of_literal(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|byte| !matches!(byte, b',' | b']' | b'}' | ..=b' ')) {
        at += 1;
    }
    at
}

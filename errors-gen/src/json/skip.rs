//! Passing over what has been validated: only ends are looked for.

use super::Span;
use super::lead::Lead;
use super::quote::end_of_text;
use super::string::find_special;

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
    pub(crate) fn new(raw: &'b str, bracket: u8) -> Self {
        let bytes = if raw.as_bytes().first() == Some(&bracket) { raw.as_bytes() } else { &[] };
        Self { bytes, at: 1 }
    }

    /// Through the rest of the list or object that the position is inside of.
    #[inline]
    pub(crate) const fn inside(text: &'b str, at: usize) -> Self {
        Self { bytes: text.as_bytes(), at }
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
    #[inline]
    pub(crate) fn string_behind(&mut self, lead: &Lead) -> Option<Span> {
        let inside = lead.behind(self.bytes, self.at)?;
        self.at = end_of_text(self.bytes, inside);
        Some(Span::new(inside - 1, self.at))
    }

    /// Leaves the list or object, and gives where it ends.
    #[inline]
    pub(crate) fn leave(&mut self) -> usize {
        self.at = end_of_nested(self.bytes, self.at);
        self.at
    }

    /// The next element.
    #[inline]
    pub(super) fn element(&mut self) -> Option<Span> {
        self.advance()?;
        let start = self.at;
        self.at = end_of_value(self.bytes, start);
        Some(Span::new(start, self.at))
    }

    /// The next member.
    #[inline]
    pub(super) fn member(&mut self) -> Option<(Name, Span)> {
        let (name, value) = self.member_with(Span::NONE, |_, _| None::<(Name, usize)>)?;
        Some((name.unwrap_or_else(|name| name), value))
    }

    /// The next member. `recognize` is given the bytes and where the name starts, behind its quote; what it makes of it,
    /// with the name's length, is given back instead of the name. Where the value starts at the known span, that span's
    /// end is taken.
    #[inline]
    pub(crate) fn member_with<T>(
        &mut self,
        known: Span,
        recognize: impl FnOnce(&[u8], usize) -> Option<(T, usize)>,
    ) -> Option<(Result<T, Name>, Span)> {
        self.advance()?;
        let start = self.at;
        let name = if let Some((recognized, length)) = recognize(self.bytes, start + 1) {
            self.at = start + length + 2;
            Ok(recognized)
        } else {
            let (end, escaped) = end_of_string(self.bytes, start + 1);
            self.at = end;
            Err(Name { span: Span::new(start, end), escaped })
        };
        self.skip_white_space();
        self.at += 1;
        self.skip_white_space();
        let value = self.at;
        let is_known = known.start as usize == value && !known.is_none();
        self.at = if is_known { known.end as usize } else { end_of_value(self.bytes, value) };
        Some((name, Span::new(value, self.at)))
    }

    /// Goes to where the next element or member starts.
    #[inline]
    fn advance(&mut self) -> Option<()> {
        self.skip_white_space();
        if self.bytes.get(self.at) == Some(&b',') {
            self.at += 1;
            self.skip_white_space();
        }
        self.bytes.get(self.at).filter(|byte| !matches!(byte, b']' | b'}')).map(|_| ())
    }

    #[inline]
    fn skip_white_space(&mut self) {
        while self.bytes.get(self.at).is_some_and(|byte| *byte <= b' ') {
            self.at += 1;
        }
    }
}

/// The end of the value at the position.
#[inline]
fn end_of_value(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'"') => end_of_text(bytes, at + 1),
        Some(b'{' | b'[') => end_of_nested(bytes, at + 1),
        _ => end_of_literal(bytes, at),
    }
}

/// The end of the string that the position is inside of, and whether it holds escapes.
#[inline]
fn end_of_string(bytes: &[u8], at: usize) -> (usize, bool) {
    match find_special(bytes, at) {
        Some(quote) if bytes.get(quote) == Some(&b'"') => (quote + 1, false),
        Some(backslash) => (end_of_escaped(bytes, backslash), true),
        None => (bytes.len(), false),
    }
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

//! A validating JSON scanner: it moves forward only, and neither recurses nor allocates.

use super::literal::end_of_literal;
use super::string::end_of_string;
use super::{Fault, Span};

/// How deeply arrays and objects may be nested: the limit of `serde_json::Value`.
pub const MAX_DEPTH: usize = 127;

/// A position in a text of less than 4 GiB.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scanner<'b> {
    text: &'b str,
    at: usize,
}

impl<'b> Scanner<'b> {
    /// A scanner at a position.
    #[inline]
    pub(crate) const fn new(text: &'b str, at: usize) -> Self {
        Self { text, at }
    }

    /// The text that is scanned.
    #[inline]
    pub(crate) const fn text(&self) -> &'b str {
        self.text
    }

    /// The position.
    #[inline]
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// Moves to another position.
    #[inline]
    pub(crate) const fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// Moves to the next byte that is not whitespace, and returns it.
    #[inline]
    pub(crate) fn peek(&mut self) -> Result<u8, Fault> {
        match self.text.as_bytes().get(self.at) {
            Some(byte) if *byte > b' ' => Ok(*byte),
            _ => {
                self.at = end_of_whitespace(self.text.as_bytes(), self.at);
                self.text.as_bytes().get(self.at).copied().ok_or(Fault::syntax(self.at))
            }
        }
    }

    /// Moves past the opening bracket at the position. Returns whether an element or a member follows; otherwise the
    /// container is empty, and the scanner has moved past it.
    #[inline]
    pub(crate) fn open(&mut self, closing: u8) -> Result<bool, Fault> {
        self.at += 1;
        if self.peek()? != closing {
            return Ok(true);
        }
        self.at += 1;
        Ok(false)
    }

    /// Moves past the comma or closing bracket after an entry. Returns whether another entry follows.
    #[inline]
    pub(crate) fn separator(&mut self, closing: u8) -> Result<bool, Fault> {
        let byte = self.peek()?;
        if byte != b',' && byte != closing {
            return Err(Fault::syntax(self.at));
        }
        self.at += 1;
        Ok(byte == b',')
    }

    /// Reads the key of a member: its span, including both quotes, and whether it has escapes.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs a twentieth of reading a body")]
    pub(crate) fn key(&mut self) -> Result<(Span, bool), Fault> {
        self.quote()?;
        self.string()
    }

    /// Moves to the opening quote of a string.
    #[inline]
    pub(crate) fn quote(&mut self) -> Result<(), Fault> {
        if self.peek()? == b'"' { Ok(()) } else { Err(Fault::syntax(self.at)) }
    }

    /// Moves past the colon after a key.
    #[inline]
    pub(crate) fn colon(&mut self) -> Result<(), Fault> {
        if self.peek()? != b':' {
            return Err(Fault::syntax(self.at));
        }
        self.at += 1;
        Ok(())
    }

    /// Reads the string whose opening quote is at the position: its span, including both quotes, and whether it has
    /// escapes.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<(Span, bool), Fault> {
        let start = self.at;
        let (end, escaped) = end_of_string(self.text.as_bytes(), start + 1)?;
        self.at = end;
        Ok((Span::new(start, end), escaped))
    }

    /// Reads a value, which is nested in `depth` arrays and objects.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each value costs a twentieth of reading a body")]
    pub(crate) fn value(&mut self, depth: usize) -> Result<Span, Fault> {
        if self.peek()? == b'"' {
            return self.string().map(|(string, _)| string);
        }
        let start = self.at;
        let end = end_of_other(self.text, start, depth)?;
        self.at = end;
        Ok(Span::new(start, end))
    }

    /// Expects nothing but whitespace up to the end of the text.
    pub(crate) fn end(&mut self) -> Result<(), Fault> {
        self.at = end_of_whitespace(self.text.as_bytes(), self.at);
        if self.at == self.text.len() { Ok(()) } else { Err(Fault::syntax(self.at)) }
    }
}

/// The index of the first byte at or after `at` that is not whitespace.
#[inline(never)]
fn end_of_whitespace(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

/// The end of a value other than a string.
#[inline(never)]
fn end_of_other(text: &str, start: usize, depth: usize) -> Result<usize, Fault> {
    match text.as_bytes().get(start) {
        Some(b'{' | b'[') => end_of_container(text, start, depth),
        Some(b'-' | b'0'..=b'9') if depth > 0 => end_of_number_within(text, start),
        _ => end_of_literal(text.as_bytes(), start),
    }
}

/// The end of a number that is an element or a member's value. A comma or a closing bracket must follow: at the end of
/// a body that was cut off, the number may lack digits.
fn end_of_number_within(text: &str, start: usize) -> Result<usize, Fault> {
    let end = end_of_literal(text.as_bytes(), start)?;
    let mut behind = Scanner::new(text, end);
    if matches!(behind.peek()?, b',' | b']' | b'}') { Ok(end) } else { Err(Fault::syntax(behind.at)) }
}

/// The end of the array or object at the position, which is nested in `depth` others.
fn end_of_container(text: &str, start: usize, depth: usize) -> Result<usize, Fault> {
    // The stack of open containers as bits, the innermost lowest: 1 for an object, 0 for an array. The topmost 1 is a
    // marker; the `depth` zeros below it stand for the containers outside.
    let outside = 1_u128 << depth;
    let mut open = outside;
    let mut here = Scanner::new(text, start);
    loop {
        if open != outside && open & 1 == 1 {
            here.key()?;
            here.colon()?;
        }
        match here.peek()? {
            b'"' => {
                here.string()?;
            }
            bracket @ (b'{' | b'[') => {
                if open >> MAX_DEPTH != 0 {
                    return Err(Fault::too_deep(here.at));
                }
                let object = bracket == b'{';
                open = open << 1 | u128::from(object);
                if here.open(if object { b'}' } else { b']' })? {
                    continue;
                }
                open >>= 1;
            }
            _ => here.at = end_of_literal(text.as_bytes(), here.at)?,
        }
        // After a value comes another one, or its container is closed.
        while open != outside && !here.separator(if open & 1 == 1 { b'}' } else { b']' })? {
            open >>= 1;
        }
        if open == outside {
            return Ok(here.at);
        }
    }
}

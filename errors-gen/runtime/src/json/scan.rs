//! A validating scanner over a body: forward only, without recursion or allocation.

use super::ends::{end_of_literal, end_of_string, end_of_white_space};
use super::string::{find_special, find_special_in_blocks};
use super::{JsonKind, Utf8};
use crate::hint::{byte_at, cold_path};

/// How deeply lists and objects may be nested.
pub const MAX_DEPTH: usize = 1024;

/// A range of bytes in a body of less than 4 GiB. Empty where there is nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) const NONE: Self = Self { start: 0, end: 0 };

    /// The span of `start..end`, which the scanner's text bounds to less than 4 GiB.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the reader turns larger bodies away")]
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    #[inline]
    pub(crate) const fn is_none(self) -> bool {
        self.start == self.end
    }

    /// The text of a string's span without its quotes.
    #[inline]
    pub(crate) fn inside(self, text: Utf8<'_>) -> Utf8<'_> {
        self.inside_quotes().of(text)
    }

    /// The span of a string without its quotes.
    #[inline]
    pub(crate) const fn inside_quotes(self) -> Self {
        Self { start: self.start + 1, end: self.end.wrapping_sub(1) }
    }

    /// The first byte of the value at the span, which tells its type.
    #[inline]
    pub(crate) fn first_byte(self, text: Utf8<'_>) -> u8 {
        text.as_bytes().get(self.start as usize).copied().unwrap_or(b'n')
    }

    /// The type of the value at the span.
    #[inline]
    pub(crate) fn kind(self, text: Utf8<'_>) -> JsonKind {
        JsonKind::by_first_byte(Some(self.first_byte(text)))
    }

    /// What stands there.
    #[inline]
    pub(crate) fn of(self, text: Utf8<'_>) -> Utf8<'_> {
        text.piece(self.start as usize, self.end as usize)
    }
}

/// Where and why a body is not read: the byte from which on it is not JSON, or the bracket that is nested too deeply.
///
/// One number, so that a result travels in registers: twice the position, and 1 for what is nested too deeply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault(u64);

impl Fault {
    #[inline]
    pub(crate) const fn syntax(at: usize) -> Self {
        Self((at as u64) << 1)
    }

    #[inline]
    pub(crate) const fn too_deep(at: usize) -> Self {
        Self((at as u64) << 1 | 1)
    }

    /// The byte.
    pub(crate) const fn at(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Whether it is nested too deeply.
    pub(crate) const fn is_too_deep(self) -> bool {
        self.0 & 1 == 1
    }
}

/// A position in a body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scanner<'b> {
    text: Utf8<'b>,
    /// As few bits as do, so that adding to it never overflows a `usize`: that spares a check for each piece that is cut.
    at: u32,
}

/// A position in a body of less than 4 GiB.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the reader turns larger bodies away")]
const fn position(at: usize) -> u32 {
    at as u32
}

/// The brackets that are open: a stack of bits, 1 for an object.
trait Nesting {
    /// Opens a bracket; `false` when there is no room.
    fn open(&mut self, object: bool) -> bool;
    /// Closes the innermost bracket.
    fn close(&mut self);
    /// The kind of the innermost open bracket.
    fn innermost(&self) -> Option<bool>;
}

/// Up to 63 open brackets: a marker bit, and one bit for each below it.
struct Shallow(u64);

impl Nesting for Shallow {
    #[inline]
    fn open(&mut self, object: bool) -> bool {
        let room = self.0 >> 63 == 0;
        self.0 = self.0 << 1 | u64::from(object);
        room
    }
    #[inline]
    fn close(&mut self) {
        self.0 >>= 1;
    }
    #[inline]
    fn innermost(&self) -> Option<bool> {
        (self.0 > 1).then_some(self.0 & 1 == 1)
    }
}

/// Up to [`MAX_DEPTH`] open brackets.
struct Deep {
    bits: [u64; MAX_DEPTH / 64],
    depth: usize,
    most: usize,
}

impl Nesting for Deep {
    fn open(&mut self, object: bool) -> bool {
        let Some(word) = self.bits.get_mut(self.depth / 64) else {
            return false;
        };
        let bit = 1 << (self.depth % 64);
        *word = if object { *word | bit } else { *word & !bit };
        self.depth += 1;
        self.depth <= self.most
    }
    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
    fn innermost(&self) -> Option<bool> {
        let top = self.depth.checked_sub(1)?;
        self.bits.get(top / 64).map(|word| word >> (top % 64) & 1 == 1)
    }
}

impl<'b> Scanner<'b> {
    #[inline]
    pub(crate) const fn new(text: Utf8<'b>, at: usize) -> Self {
        Self { text, at: position(at) }
    }

    #[inline]
    pub(crate) const fn text(&self) -> Utf8<'b> {
        self.text
    }

    #[inline]
    pub(crate) const fn at(&self) -> usize {
        self.at as usize
    }

    /// The byte at the position.
    #[inline]
    pub(super) fn byte(&self) -> Option<u8> {
        byte_at(self.text.as_bytes(), self.at())
    }

    /// Goes on at another position.
    #[inline]
    pub(crate) const fn go_to(&mut self, at: usize) {
        self.at = position(at);
    }

    /// Steps over a byte.
    #[inline]
    pub(crate) const fn advance(&mut self) {
        self.at += 1;
    }

    #[cold]
    #[inline]
    pub(crate) const fn fault(&self) -> Fault {
        Fault::syntax(self.at())
    }

    #[inline]
    pub(crate) fn skip_white_space(&mut self) {
        if self.byte().is_some_and(|byte| byte <= b' ') {
            self.at = position(end_of_white_space(self.text.as_bytes(), self.at()));
        }
    }

    /// The next byte that is not white space; the position is then on it.
    #[inline]
    pub(crate) fn peek(&mut self) -> Result<u8, Fault> {
        match self.byte() {
            Some(byte) if byte > b' ' => Ok(byte),
            _ => {
                self.at = position(end_of_white_space(self.text.as_bytes(), self.at()));
                match self.byte() {
                    Some(byte) => Ok(byte),
                    None => Err(self.fault()),
                }
            }
        }
    }

    /// Whether nothing but white space follows.
    #[inline]
    pub(crate) fn expect_end(&mut self) -> Result<(), Fault> {
        if self.at() < self.text.len() {
            cold_path();
            self.skip_white_space();
        }
        if self.at() == self.text.len() { Ok(()) } else { Err(self.fault()) }
    }

    /// Passes a string whose opening quote is at the position; the span has both quotes.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every other token is a string")]
    pub(crate) fn string(&mut self) -> Result<Span, Fault> {
        self.string_or_escaped().map(|(string, _)| string)
    }

    /// The same, and whether it has escapes.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every other token is a string")]
    pub(crate) fn string_or_escaped(&mut self) -> Result<(Span, bool), Fault> {
        self.string_to(find_special(self.text.as_bytes(), self.at() + 1))
    }

    /// Passes a value, with white space before it, that is mostly a string and not one of the shortest.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the scanner of a loop in registers")]
    pub(crate) fn skip_likely_string(&mut self, depth: usize) -> Result<Span, Fault> {
        if self.byte() == Some(b'"') {
            return self.string_in_blocks();
        }
        self.skip_value(depth)
    }

    /// Passes a string as one of many: it is looked at in blocks.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the scanner of a loop in registers")]
    fn string_in_blocks(&mut self) -> Result<Span, Fault> {
        self.string_to(find_special_in_blocks(self.text.as_bytes(), self.at() + 1)).map(|(string, _)| string)
    }

    /// Passes a string in which the first special character has been found, if there is one; also tells whether it has escapes.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every other token is a string")]
    fn string_to(&mut self, special: Option<usize>) -> Result<(Span, bool), Fault> {
        let (start, bytes) = (self.at(), self.text.as_bytes());
        let special = special.ok_or(Fault::syntax(bytes.len()))?;
        let escaped = bytes.get(special) != Some(&b'"');
        self.at = position(if escaped {
            cold_path();
            end_of_string(bytes, special)?
        } else {
            special + 1
        });
        Ok((Span::new(start, self.at()), escaped))
    }

    /// Passes the name of a member and the colon behind it; also tells whether it has escapes.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every other token is a name")]
    pub(crate) fn name(&mut self) -> Result<(Span, bool), Fault> {
        self.expect_quote()?;
        let name = self.string_or_escaped()?;
        self.expect_colon()?;
        Ok(name)
    }

    /// Passes a whole value that starts at the next byte that is not white space. `depth` lists and objects are open
    /// around it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the scanner of a loop in registers")]
    pub(crate) fn skip_value(&mut self, depth: usize) -> Result<Span, Fault> {
        let first = self.peek()?;
        self.skip_from(first, depth)
    }

    /// The same for a value whose first byte is at the position.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the scanner of a loop in registers")]
    pub(crate) fn skip_from(&mut self, first: u8, depth: usize) -> Result<Span, Fault> {
        let start = self.at();
        if first == b'"' {
            return self.string();
        }
        cold_path();
        self.at = position(match first {
            b'{' | b'[' => end_of_nested(self.text, start, depth)?,
            _ => end_of_literal(self.text.as_bytes(), start)?,
        });
        Ok(Span::new(start, self.at()))
    }

    /// Passes a value. `Some` is the bracket for which the nesting had no room.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "each kind of nesting gets a loop of its own")]
    fn skip_with(&mut self, nesting: &mut impl Nesting) -> Result<Option<usize>, Fault> {
        let mut named = false;
        loop {
            if named {
                self.name()?;
            }
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                open @ (b'{' | b'[') => {
                    let object = open == b'{';
                    if !nesting.open(object) {
                        return Ok(Some(self.at()));
                    }
                    self.at += 1;
                    if self.peek()? != if object { b'}' } else { b']' } {
                        named = object;
                        continue;
                    }
                    self.at += 1;
                    nesting.close();
                }
                _ => self.at = position(end_of_literal(self.text.as_bytes(), self.at())?),
            }
            // A value has ended: what follows depends on what it stands in.
            loop {
                let Some(object) = nesting.innermost() else {
                    return Ok(None);
                };
                match self.peek()? {
                    b',' => {
                        self.at += 1;
                        named = object;
                        break;
                    }
                    b'}' if object => {}
                    b']' if !object => {}
                    _ => return Err(self.fault()),
                }
                self.at += 1;
                nesting.close();
            }
        }
    }
}

/// The end of the list or object at the position, around which `depth` others are open.
#[inline(never)]
fn end_of_nested(text: Utf8<'_>, start: usize, depth: usize) -> Result<usize, Fault> {
    let mut scanner = Scanner::new(text, start);
    if depth + 63 <= MAX_DEPTH && scanner.skip_with(&mut Shallow(1))?.is_none() {
        return Ok(scanner.at());
    }
    end_of_deeply_nested(text, start, depth)
}

/// The same for what is nested more deeply than one word tells.
#[cold]
#[inline(never)]
fn end_of_deeply_nested(text: Utf8<'_>, start: usize, depth: usize) -> Result<usize, Fault> {
    let most = MAX_DEPTH.saturating_sub(depth);
    let mut nesting = Deep { bits: [0; MAX_DEPTH / 64], depth: 0, most };
    let mut scanner = Scanner::new(text, start);
    match scanner.skip_with(&mut nesting)? {
        None => Ok(scanner.at()),
        Some(bracket) => Err(Fault::too_deep(bracket)),
    }
}

//! A validating scanner over a body: forward only, without recursion or allocation.

use super::string::find_special;

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
    pub(crate) fn inside(self, text: &str) -> &str {
        text.get(self.start as usize + 1..(self.end as usize).wrapping_sub(1)).unwrap_or_default()
    }

    #[inline]
    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// Where and why a body is not read. Small, so that results travel in registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The byte from which on it is not JSON, or the bracket that is nested too deeply.
    pub(crate) at: u32,
    /// Whether it is nested too deeply.
    pub(crate) too_deep: bool,
}

impl Fault {
    #[inline]
    pub(crate) const fn syntax(at: usize) -> Self {
        Self { at: Span::new(at, at).start, too_deep: false }
    }

    #[inline]
    pub(crate) const fn too_deep(at: usize) -> Self {
        Self { at: Span::new(at, at).start, too_deep: true }
    }
}

/// A position in a body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scanner<'b> {
    text: &'b str,
    at: usize,
    /// Where the last string with escapes starts.
    escapes: usize,
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
    pub(crate) const fn new(text: &'b str, at: usize) -> Self {
        Self { text, at, escapes: usize::MAX }
    }

    #[inline]
    pub(crate) const fn text(&self) -> &'b str {
        self.text
    }

    /// Whether the string that was passed last has escapes.
    #[inline]
    pub(crate) const fn had_escapes(&self, string: Span) -> bool {
        self.escapes == string.start as usize
    }

    #[inline]
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// The byte at the position.
    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over a byte.
    #[inline]
    pub(crate) const fn advance(&mut self) {
        self.at += 1;
    }

    #[inline]
    const fn fault(&self) -> Fault {
        Fault::syntax(self.at)
    }

    #[inline]
    pub(crate) fn skip_white_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.byte() {
            self.at += 1;
        }
    }

    /// The next byte that is not white space; the position is then on it.
    #[inline]
    pub(crate) fn peek(&mut self) -> Result<u8, Fault> {
        self.skip_white_space();
        self.byte().ok_or(self.fault())
    }

    /// Whether nothing but white space follows.
    #[inline]
    pub(crate) fn expect_end(&mut self) -> Result<(), Fault> {
        self.skip_white_space();
        if self.at == self.text.len() { Ok(()) } else { Err(self.fault()) }
    }

    /// Passes a string whose opening quote is at the position; the span has both quotes.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every other token is a string")]
    pub(crate) fn string(&mut self) -> Result<Span, Fault> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        match find_special(bytes, start + 1) {
            Some(end) if bytes.get(end) == Some(&b'"') => {
                self.at = end + 1;
                Ok(Span::new(start, end + 1))
            }
            Some(special) => self.string_with_escapes(start, special),
            None => Err(Fault::syntax(bytes.len())),
        }
    }

    /// Passes the rest of a string from its first special character on.
    #[cold]
    #[inline(never)]
    fn string_with_escapes(&mut self, start: usize, mut at: usize) -> Result<Span, Fault> {
        let bytes = self.text.as_bytes();
        self.escapes = start;
        loop {
            match bytes.get(at) {
                Some(b'"') => {
                    self.at = at + 1;
                    return Ok(Span::new(start, at + 1));
                }
                Some(b'\\') => match bytes.get(at + 1) {
                    Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => at += 2,
                    Some(b'u') => {
                        for digit in at + 2..at + 6 {
                            if !bytes.get(digit).is_some_and(u8::is_ascii_hexdigit) {
                                return Err(Fault::syntax(digit.min(bytes.len())));
                            }
                        }
                        at += 6;
                    }
                    _ => return Err(Fault::syntax((at + 1).min(bytes.len()))),
                },
                _ => return Err(Fault::syntax(at)),
            }
            at = find_special(bytes, at).ok_or(Fault::syntax(bytes.len()))?;
        }
    }

    /// Passes the name of a member and the colon behind it.
    #[inline]
    pub(crate) fn name(&mut self) -> Result<Span, Fault> {
        if self.peek()? != b'"' {
            return Err(self.fault());
        }
        let name = self.string()?;
        if self.peek()? != b':' {
            return Err(self.fault());
        }
        self.at += 1;
        Ok(name)
    }

    /// Passes a number, `true`, `false` or `null`.
    #[inline]
    fn literal(&mut self, first: u8) -> Result<(), Fault> {
        match first {
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            _ => Err(self.fault()),
        }
    }

    #[inline]
    fn word(&mut self, word: &[u8]) -> Result<(), Fault> {
        for &letter in word {
            if self.byte() != Some(letter) {
                return Err(self.fault());
            }
            self.at += 1;
        }
        Ok(())
    }

    #[inline]
    fn number(&mut self) -> Result<(), Fault> {
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    #[inline]
    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { Err(self.fault()) } else { Ok(()) }
    }

    /// Passes a whole value that starts at the next byte that is not white space. `depth` lists and objects are open
    /// around it.
    #[inline]
    pub(crate) fn skip_value(&mut self, depth: usize) -> Result<Span, Fault> {
        let first = self.peek()?;
        let start = self.at;
        match first {
            b'"' => return self.string(),
            b'{' | b'[' => self.skip_nested(depth)?,
            _ => self.literal(first)?,
        }
        Ok(Span::new(start, self.at))
    }

    /// Passes a list or an object.
    #[inline(never)]
    fn skip_nested(&mut self, depth: usize) -> Result<(), Fault> {
        let start = self.at;
        if depth + 63 <= MAX_DEPTH && self.skip_with(&mut Shallow(1))?.is_none() {
            return Ok(());
        }
        self.at = start;
        self.skip_deep(depth)
    }

    /// The same for what is nested more deeply than one word tells.
    #[cold]
    #[inline(never)]
    fn skip_deep(&mut self, depth: usize) -> Result<(), Fault> {
        let most = MAX_DEPTH.saturating_sub(depth);
        let mut nesting = Deep { bits: [0; MAX_DEPTH / 64], depth: 0, most };
        match self.skip_with(&mut nesting)? {
            None => Ok(()),
            Some(bracket) => Err(Fault::too_deep(bracket)),
        }
    }

    /// Passes a value. `Some` is the bracket for which the nesting had no room.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "each kind of nesting gets a loop of its own")]
    fn skip_with(&mut self, nesting: &mut impl Nesting) -> Result<Option<usize>, Fault> {
        loop {
            let mut closed = true;
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                open @ (b'{' | b'[') => {
                    let object = open == b'{';
                    if !nesting.open(object) {
                        return Ok(Some(self.at));
                    }
                    self.at += 1;
                    let next = self.peek()?;
                    if next == if object { b'}' } else { b']' } {
                        self.at += 1;
                        nesting.close();
                    } else {
                        closed = false;
                        if object {
                            self.name()?;
                        }
                    }
                }
                first => self.literal(first)?,
            }
            if !closed {
                continue;
            }
            // A value has ended: what follows depends on what it stands in.
            loop {
                let Some(object) = nesting.innermost() else {
                    return Ok(None);
                };
                match self.peek()? {
                    b',' => {
                        self.at += 1;
                        if object {
                            self.name()?;
                        }
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

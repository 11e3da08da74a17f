//! One line of a text that is looked over.

use super::{Plain, begins_with_letter};
use crate::tree::MAX_DEPTH;

/// What the lines below a line are.
#[derive(Clone, Copy)]
pub(super) enum Below {
    /// Entries again.
    Entries,
    /// Text as long as they begin behind this column.
    Text(usize),
    /// More of a text in double quotes, all of which begins behind this column.
    Quoted(usize),
}

/// A line outside of brackets, and how far it is read.
///
/// Where a line continues a text, whatever is taken for brackets or quotes there is none: it can make the line look
/// strange, not hide what is.
pub(super) struct Line<'a, 'p> {
    pub(super) text: &'a str,
    /// How many spaces it begins with.
    column: usize,
    pub(super) at: usize,
    plain: &'p mut Plain<'a>,
}

/// What may come next within brackets.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    /// A key, a value or an element.
    Node,
    /// More of a text without quotes, or what ends it.
    Text,
    /// What ends a node.
    End,
}

impl<'a, 'p> Line<'a, 'p> {
    /// A line of which nothing but spaces is read.
    pub(super) fn new(text: &'a str, plain: &'p mut Plain<'a>) -> Self {
        let mut line = Self { text, column: 0, at: 0, plain };
        line.skip_spaces();
        line.column = line.at;
        line
    }

    /// How many spaces the line begins with.
    pub(super) fn column(&self) -> usize {
        self.column
    }

    /// Whether there is nothing but spaces.
    pub(super) fn is_empty(&self) -> bool {
        self.column == self.text.len()
    }

    /// Reads the line, and says what the lines below it are; nothing where the line is strange.
    pub(super) fn entries(&mut self) -> Option<Below> {
        if self.at == 0 && (self.text.starts_with("---") || self.text.starts_with("...")) {
            return None;
        }
        let (mut entry, mut has_key) = (None, false);
        loop {
            let start = self.at;
            match self.byte(0) {
                None | Some(b'#') => return Some(Below::Entries),
                Some(b'-') if self.is_blank(1) && !has_key => {
                    entry = Some(start);
                    self.at += 1;
                    self.skip_spaces();
                    continue;
                }
                Some(b'|' | b'>') => return if self.begins_text() { entry.map(Below::Text) } else { None },
                Some(b'[' | b'{') => {
                    self.brackets()?;
                    return self.ends();
                }
                Some(b'"') => {
                    self.at += 1;
                    if !self.double_quoted()? {
                        return self.goes_on(entry?);
                    }
                }
                Some(b'\'') => self.single_quoted()?,
                Some(byte) if self.can_begin_text(byte) => {
                    self.plain()?;
                    let is_key = self.byte(0) == Some(b':');
                    self.keep(start, is_key, !is_key);
                }
                _ => return None,
            }
            if self.byte(0) != Some(b':') {
                return self.ends();
            }
            if has_key || !self.is_blank(1) {
                return None;
            }
            (entry, has_key) = (Some(start), true);
            self.at += 1;
            self.skip_spaces();
        }
    }

    /// Reads a line that begins within double quotes, as [`entries`](Self::entries) does. All of the quotes is indented by
    /// more than this.
    pub(super) fn quoted(&mut self, column: usize) -> Option<Below> {
        if self.double_quoted()? { self.ends() } else { self.goes_on(column) }
    }

    /// What is below a line that ends within double quotes. Readers agree on what becomes of its end where that is neither
    /// a space nor the quote that begins them.
    fn goes_on(&self, column: usize) -> Option<Below> {
        (!self.text.ends_with([' ', '"'])).then_some(Below::Quoted(column))
    }

    /// Keeps what stands without quotes from `start` on, as what it may be.
    fn keep(&mut self, start: usize, is_key: bool, is_value: bool) {
        let Some(text) = self.text.get(start..self.at) else { return };
        if begins_with_letter(text) {
            return;
        }
        if is_key {
            self.plain.keys.push(text.trim_end_matches(' '));
        }
        if is_value {
            self.plain.values.push(text.trim_end_matches(' '));
        }
    }

    /// Sees to it that nothing follows but a comment.
    fn ends(&mut self) -> Option<Below> {
        let behind = self.at;
        self.skip_spaces();
        match self.byte(0) {
            Some(byte) if byte != b'#' || self.at == behind => None,
            _ => Some(Below::Entries),
        }
    }

    /// Passes over brackets that are closed in this line. How deep they stand in each other is bounded: the quick reader
    /// takes time for every open one at every token.
    fn brackets(&mut self) -> Option<()> {
        // A bit for each open bracket behind a first one, the innermost last. Those of braces are set.
        let (mut open, mut next) = (1_u64, Next::Node);
        // Where the last text without quotes begins, and whether a key stands before it.
        let (mut start, mut has_key) = (self.at, false);
        loop {
            let byte = self.byte(0)?;
            let is_colon = byte == b':' && self.byte(1) == Some(b' ');
            if is_colon || matches!(byte, b',' | b'[' | b']' | b'{' | b'}') {
                if next == Next::Text {
                    // In braces, a key needs no value.
                    let is_entry = open & 1 == 1 && !has_key;
                    self.keep(start, is_colon || is_entry, !is_colon && !is_entry);
                }
                has_key = is_colon;
            }
            match (byte, next) {
                (b' ', _) => {}
                (b',', _) => next = Next::Node,
                (b']' | b'}', _) => {
                    open >>= 1;
                    next = Next::End;
                    if open == 1 {
                        self.at += 1;
                        return Some(());
                    }
                }
                (b'[' | b'{', Next::Node) if open < 1 << MAX_DEPTH => open = open << 1 | u64::from(byte == b'{'),
                (b'"' | b'\'', Next::Node) => {
                    self.quotes(byte)?;
                    next = Next::End;
                    continue;
                }
                (_, Next::Node) if self.can_begin_text(byte) => (next, start) = (Next::Text, self.at),
                (b':', Next::Text | Next::End) if self.byte(1) == Some(b' ') => next = Next::Node,
                (b':', Next::Text) => {
                    self.byte(1).filter(|next| next.is_ascii_alphanumeric() || *next == b'/')?;
                }
                (b'-', Next::Text) if self.byte(1).is_some_and(|next| b",[]{}".contains(&next)) => return None,
                (b'[' | b'{' | b'#', _) | (_, Next::Node | Next::End) => return None,
                (_, Next::Text) => {}
            }
            self.at += 1;
        }
    }
}

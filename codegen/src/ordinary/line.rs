//! One line of a text that is looked over.

use super::begins_with_letter;
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
    /// What stands without quotes and does not begin with a letter.
    plain: &'p mut Vec<&'a str>,
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
    pub(super) fn new(text: &'a str, plain: &'p mut Vec<&'a str>) -> Self {
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
                    self.keep(start);
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

    /// Keeps what stands without quotes from `start` on, if it is wanted.
    fn keep(&mut self, start: usize) {
        if let Some(text) = self.text.get(start..self.at)
            && !begins_with_letter(text)
        {
            self.plain.push(text.trim_end());
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
        let (mut open, mut next, mut start) = (0, Next::Node, self.at);
        loop {
            let byte = self.byte(0)?;
            let is_sign = matches!(byte, b',' | b']' | b'}') || (byte == b':' && self.byte(1) == Some(b' '));
            if is_sign && next == Next::Text {
                self.keep(start);
            }
            match (byte, next) {
                (b' ', _) => {}
                (b',', _) => next = Next::Node,
                (b']' | b'}', _) => {
                    open -= 1;
                    next = Next::End;
                    if open == 0 {
                        self.at += 1;
                        return Some(());
                    }
                }
                (b'[' | b'{', Next::Node) if open < MAX_DEPTH => open += 1,
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

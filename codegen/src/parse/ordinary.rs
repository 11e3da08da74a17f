//! Whether a text is plain YAML of which no two readers can think differently.
//!
//! The quick reader follows anchors, passes over tags and takes some texts that are no YAML to others. What may be such a
//! text is read into a tree first. Errs to the safe side: most of what is strange here is fine.

use crate::tree::{MAX_DEPTH, MAX_NODES};

/// Whether nothing in a text is strange: no anchors, aliases, tags or merge keys, nothing in brackets or quotes that spans
/// lines, no tabs, no markers of documents, none of the characters that only some can see. The quick reader itself refuses
/// characters that cannot stand in YAML.
pub(super) fn is_ordinary(text: &str) -> bool {
    let strange = ['\t', '\u{85}', '\u{2028}', '\u{2029}', '\u{feff}'];
    // `contains` would be slow with characters of more than one byte.
    !strange.into_iter().any(|character| text.matches(character).next().is_some())
        && !may_be_huge(text)
        && has_ordinary_lines(text)
}

/// Whether there may be more nodes than a catalog may have, by what makes a node: a key with its value or an element.
fn may_be_huge(text: &str) -> bool {
    // Nothing makes more than two.
    if text.len() < MAX_NODES / 2 {
        return false;
    }
    let makes = [(':', 2), ('?', 2), (',', 2), ('{', 2), ('[', 1), ('-', 1)];
    makes.into_iter().map(|(character, nodes)| nodes * text.matches(character).count()).sum::<usize>() >= MAX_NODES
}

fn has_ordinary_lines(text: &str) -> bool {
    // Lines that begin behind this column belong to a text behind `|` or `>`.
    let mut text_behind = usize::MAX;
    let has_returns = text.contains('\r');
    for line in text.split('\n') {
        let line = if has_returns { line.strip_suffix('\r').unwrap_or(line) } else { line };
        if has_returns && line.contains('\r') {
            return false;
        }
        let mut line = Line { text: line, at: 0 };
        line.skip_spaces();
        if line.byte(0).is_none() {
            // An empty line can say how far a text is indented, and readers differ in what then becomes of the text.
            if line.at > text_behind {
                return false;
            }
            continue;
        }
        if line.at > text_behind {
            continue;
        }
        match line.entries() {
            Some(column) => text_behind = column,
            None => return false,
        }
    }
    true
}

/// A line outside of brackets, and how far it is read.
///
/// Where a line continues a text, whatever is taken for brackets or quotes there is none: it can make the line look
/// strange, not hide what is.
struct Line<'a> {
    text: &'a str,
    at: usize,
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

impl Line<'_> {
    /// The byte so far ahead.
    fn byte(&self, ahead: usize) -> Option<u8> {
        let (bytes, at) = (self.text.as_bytes(), self.at + ahead);
        // Without optimization, this takes a third less than `get` and what follows it.
        if at < bytes.len() { Some(bytes[at]) } else { None }
    }

    fn skip_spaces(&mut self) {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() && bytes[self.at] == b' ' {
            self.at += 1;
        }
    }

    /// Whether the byte so far ahead is a space or the line ends before it.
    fn is_blank(&self, ahead: usize) -> bool {
        matches!(self.byte(ahead), None | Some(b' '))
    }

    /// Reads the line from its first character on. Gives the column behind which the lines below it are text, which is
    /// none for most lines, or nothing where the line is strange.
    fn entries(&mut self) -> Option<usize> {
        if self.at == 0 && (self.text.starts_with("---") || self.text.starts_with("...")) {
            return None;
        }
        let (mut entry, mut has_key) = (None, false);
        loop {
            let start = self.at;
            match self.byte(0) {
                None | Some(b'#') => return Some(usize::MAX),
                Some(b'-') if self.is_blank(1) && !has_key => {
                    entry = Some(start);
                    self.at += 1;
                    self.skip_spaces();
                    continue;
                }
                Some(b'|' | b'>') => return self.begins_text().then_some(entry).flatten(),
                Some(b'[' | b'{') => {
                    self.brackets()?;
                    return self.ends().then_some(usize::MAX);
                }
                Some(b'"') => self.double_quoted()?,
                Some(b'\'') => self.single_quoted()?,
                Some(byte) if self.can_begin_text(byte) => self.plain()?,
                _ => return None,
            }
            if self.byte(0) != Some(b':') {
                return self.ends().then_some(usize::MAX);
            }
            if has_key || !self.is_blank(1) {
                return None;
            }
            (entry, has_key) = (Some(start), true);
            self.at += 1;
            self.skip_spaces();
        }
    }

    /// Whether nothing follows but a comment.
    fn ends(&mut self) -> bool {
        let behind = self.at;
        self.skip_spaces();
        match self.byte(0) {
            None => true,
            Some(byte) => byte == b'#' && self.at > behind,
        }
    }

    /// Whether `|` or `>` stands here as it usually does, with a `-` or `+` at most.
    fn begins_text(&mut self) -> bool {
        self.at += 1;
        if matches!(self.byte(0), Some(b'-' | b'+')) {
            self.at += 1;
        }
        self.byte(0).is_none()
    }

    /// Whether a text without quotes can begin with this byte, which is the next.
    fn can_begin_text(&self, byte: u8) -> bool {
        match byte {
            b'-' => self.byte(1).is_some_and(|next| next.is_ascii_alphanumeric()),
            b'<' => self.byte(1) != Some(b'<'),
            b'a'..=b'z' | b'A'..=b'Z' => true,
            _ => !b"?:,[]{}#&*!|>'\"%@`".contains(&byte),
        }
    }

    /// Passes over text without quotes outside of brackets, up to `:` or a comment.
    fn plain(&mut self) -> Option<()> {
        let text = self.text.get(self.at..)?;
        let goes_on = !text.contains(':') && !text.contains('#');
        while !goes_on && self.at < self.text.len() {
            match self.text.as_bytes()[self.at] {
                b':' if self.is_blank(1) => return Some(()),
                b' ' if self.byte(1) == Some(b'#') => return Some(()),
                _ => self.at += 1,
            }
        }
        self.at = self.text.len();
        Some(())
    }

    /// Passes over text in single quotes that end in this line.
    fn single_quoted(&mut self) -> Option<()> {
        loop {
            self.at += 1;
            self.at += self.text.get(self.at..)?.find('\'')? + 1;
            // A doubled quote is one that belongs to the text.
            if self.byte(0) != Some(b'\'') {
                return Some(());
            }
        }
    }

    /// Passes over text in double quotes that end in this line, with escapes that every reader knows.
    fn double_quoted(&mut self) -> Option<()> {
        self.at += 1;
        let text = self.text.get(self.at..)?;
        let end = text.find('"')?;
        if !text.get(..end)?.contains('\\') {
            self.at += end + 1;
            return Some(());
        }
        loop {
            match self.byte(0)? {
                b'"' => break,
                b'\\' if b"\"\\/ntu".contains(&self.byte(1)?) => self.at += 2,
                b'\\' => return None,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some(())
    }

    /// Passes over brackets that are closed in this line. How deep they stand in each other is bounded: the quick reader
    /// takes time for every open one at every token.
    fn brackets(&mut self) -> Option<()> {
        let (mut open, mut next) = (0, Next::Node);
        loop {
            let byte = self.byte(0)?;
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
                    if byte == b'"' { self.double_quoted() } else { self.single_quoted() }?;
                    next = Next::End;
                    continue;
                }
                (_, Next::Node) if self.can_begin_text(byte) => next = Next::Text,
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

#[cfg(test)]
mod tests;

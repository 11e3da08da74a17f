//! The characters of a file, for the parser, which asks for them one by one and many times each.
//!
//! Build scripts are not optimized, and nothing takes longer there than finding the next character of a `str`. Most
//! characters of a catalog are bytes.

use saphyr_parser::Input;

/// How many characters the parser takes at once.
const AT_ONCE: usize = 128;

/// The characters from some place on.
pub(super) struct Characters<'a> {
    text: &'a str,
    /// The byte offset of the next one.
    next: usize,
    /// How far the parser has asked to look ahead.
    asked: usize,
}

impl<'a> Characters<'a> {
    /// All characters of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, next: 0, asked: 0 }
    }

    /// The character at a byte offset.
    fn at(&self, offset: usize) -> Option<char> {
        match self.text.as_bytes().get(offset) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.text.get(offset..).and_then(|rest| rest.chars().next()),
            None => None,
        }
    }

    /// The offset behind the character at an offset.
    fn behind(&self, offset: usize) -> usize {
        match self.text.as_bytes().get(offset) {
            Some(0..=0x7f) => offset + 1,
            Some(0x80..=0xdf) => offset + 2,
            Some(0xe0..=0xef) => offset + 3,
            Some(0xf0..) => offset + 4,
            None => offset,
        }
    }
}

impl Input for Characters<'_> {
    fn lookahead(&mut self, count: usize) {
        if count > self.asked {
            self.asked = count;
        }
    }

    fn buflen(&self) -> usize {
        self.asked
    }

    fn bufmaxlen(&self) -> usize {
        AT_ONCE
    }

    fn raw_read_ch(&mut self) -> char {
        let character = self.peek();
        self.skip();
        character
    }

    fn raw_read_non_breakz_ch(&mut self) -> Option<char> {
        let character = self.at(self.next).filter(|character| !matches!(character, '\n' | '\r' | '\0' | '\u{feff}'))?;
        self.skip();
        Some(character)
    }

    fn skip(&mut self) {
        self.next = self.behind(self.next);
    }

    fn skip_n(&mut self, count: usize) {
        for _ in 0..count {
            self.skip();
        }
    }

    fn peek(&self) -> char {
        self.at(self.next).unwrap_or('\0')
    }

    fn peek_nth(&self, n: usize) -> char {
        let mut offset = self.next;
        for _ in 0..n {
            offset = self.behind(offset);
        }
        self.at(offset).unwrap_or('\0')
    }

    fn peek_opt(&self) -> Option<char> {
        self.at(self.next)
    }

    fn next_is_blank_or_breakz(&self) -> bool {
        matches!(self.peek(), ' ' | '\t' | '\n' | '\r' | '\0')
    }

    fn next_can_be_plain_scalar(&self, in_flow: bool) -> bool {
        let is_bracket = |character| matches!(character, ',' | '[' | ']' | '{' | '}');
        match self.peek() {
            ':' => {
                let next = self.peek_nth(1);
                !(matches!(next, ' ' | '\t' | '\n' | '\r' | '\0') || in_flow && is_bracket(next))
            }
            '\u{feff}' => false,
            character => !(in_flow && is_bracket(character)),
        }
    }
}

#[cfg(test)]
mod tests {
    use saphyr_parser::{Event, Input, Parser, ScanError, Span};

    use super::Characters;

    type Read<'a> = Vec<Result<(Event<'a>, Span), ScanError>>;

    /// All events until one is wrong: the parser does not go on from there.
    fn read<I: Input>(parser: Parser<'_, I>) -> Read<'_> {
        let mut read = Vec::new();
        for event in parser {
            read.push(event);
            if read.last().is_some_and(Result::is_err) {
                break;
            }
        }
        read
    }

    #[test]
    fn characters_of_any_width_are_read() {
        let text = "aé€😀\n";
        let mut characters = Characters::new(text);
        for (index, character) in text.chars().enumerate() {
            assert_eq!(Characters::new(text).peek_nth(index), character);
            assert_eq!(characters.peek_opt(), Some(character));
            assert_eq!(characters.raw_read_ch(), character);
        }
        assert_eq!((characters.peek(), characters.peek_opt(), characters.peek_nth(2)), ('\0', None, '\0'));
    }

    #[test]
    fn the_parser_reads_the_same_from_its_own_input() {
        let directory = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../catalogs")).unwrap();
        let files = directory.map(|entry| entry.unwrap().path());
        let catalogs = files.filter(|file| file.extension().is_some_and(|extension| extension == "yaml"));
        let catalogs: Vec<_> = catalogs.map(|file| std::fs::read_to_string(file).unwrap()).collect();
        assert!(catalogs.len() >= 5, "only {} catalogs", catalogs.len());
        let odd = [
            "a: [b, {c: d,e}, \"f\\\n g\"] # h\r\n\u{feff}i: |\n  é\n j",
            "? - a\n",
            "a:\n\t- b",
            "%YAML 1.2\n--- x\n...",
        ];
        for text in catalogs.iter().map(String::as_str).chain(odd) {
            assert!(read(Parser::new(Characters::new(text))) == read(Parser::new_from_str(text)), "{text}");
        }
    }
}

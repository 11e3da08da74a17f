//! Text that nothing in the catalog accounts for: what in it could be personal or secret is masked by how it looks.

use core::fmt::{self, Write};

use crate::one_line::OneLine;

/// What stands in place of what is not shown.
pub(crate) const MASK: &str = "***";

/// The most letters of a word that is shown.
const MOST_LETTERS: usize = 20;
/// The most digits of a number that is shown.
const MOST_DIGITS: usize = 3;
/// The most characters of a word that is shown.
const MOST_CHARACTERS: usize = 80;
/// The most characters of an unlisted code that is shown.
const MOST_OF_CODE: usize = 64;

/// A character of a text; `None` stands for something that is masked.
pub(crate) type Shown = Option<char>;

/// Writes a text without what could be personal or secret: every word that holds a digit (but for numbers of up to three
/// digits), an `@` or more than 20 letters, and every quoted span.
///
/// Whitespace bounds a word. An apostrophe between letters opens no quote; a quote that is not closed runs to the end.
pub(crate) fn write(text: impl Iterator<Item = Shown> + Clone, out: &mut impl Write) -> fmt::Result {
    let mut rest = text;
    loop {
        let here = rest.clone();
        match rest.next() {
            None => return Ok(()),
            Some(Some(space)) if space.is_whitespace() => out.write_char(space)?,
            Some(_) => {
                rest = here;
                word(&mut rest, out)?;
            }
        }
    }
}

/// Writes the start of a text as [`write`] does, whole words of about so many characters, with single spaces between them.
pub(crate) fn write_start(
    text: impl Iterator<Item = Shown> + Clone,
    characters: usize,
    out: &mut impl Write,
) -> fmt::Result {
    let (mut rest, mut written) = (text, 0);
    loop {
        let here = rest.clone();
        match rest.next() {
            None => return Ok(()),
            Some(Some(space)) if space.is_whitespace() => {}
            Some(_) if written >= characters => return out.write_str(" …"),
            Some(_) => {
                if written > 0 {
                    out.write_char(' ')?;
                }
                rest = here;
                written += 1 + word(&mut rest, out)?;
            }
        }
    }
}

/// Writes the word at the start of a text, and goes behind it. Gives the number of its characters.
fn word<I: Iterator<Item = Shown> + Clone>(rest: &mut I, out: &mut impl Write) -> Result<usize, fmt::Error> {
    let mut looks = Looks::default();
    let mut behind = rest.clone();
    pieces(&mut behind, |piece| {
        looks.add(piece);
        Ok(())
    })?;
    if looks.is_masked() {
        out.write_str(MASK)?;
    } else {
        let mut after_mask = false;
        pieces(rest, |piece| {
            let repeated = after_mask && piece.is_none();
            after_mask = piece.is_none();
            match piece {
                Some(character) => out.write_char(character),
                None if repeated => Ok(()),
                None => out.write_str(MASK),
            }
        })?;
    }
    *rest = behind;
    Ok(looks.characters.min(MOST_CHARACTERS))
}

/// Hands on the characters of the word at the start of a text, `None` for a quoted span, and goes behind it.
fn pieces<I: Iterator<Item = Shown> + Clone>(rest: &mut I, mut piece: impl FnMut(Shown) -> fmt::Result) -> fmt::Result {
    let mut before = None;
    loop {
        let here = rest.clone();
        match rest.next() {
            Some(Some(space)) if space.is_whitespace() => {
                *rest = here;
                return Ok(());
            }
            None => return Ok(()),
            Some(shown) => {
                let quoted = shown.and_then(|quote| closing(quote).filter(|_| !is_apostrophe(quote, before, rest)));
                if let Some(closing) = quoted {
                    skip_quoted(rest, closing);
                    piece(None)?;
                    before = None;
                } else {
                    piece(shown)?;
                    before = shown;
                }
            }
        }
    }
}

/// Goes behind the quote that closes a span, or to the end where none does.
fn skip_quoted<I: Iterator<Item = Shown> + Clone>(rest: &mut I, closing: &[char]) {
    let mut before = None;
    while let Some(shown) = rest.next() {
        if let Some(quote) = shown
            && closing.contains(&quote)
            && before != Some('\\')
            && !is_apostrophe(quote, before, rest)
        {
            return;
        }
        before = shown;
    }
}

/// The quotes that close a span which this one opens; `None` of a character that opens none.
const fn closing(quote: char) -> Option<&'static [char]> {
    Some(match quote {
        '"' => &['"'],
        '\'' => &['\''],
        '`' => &['`', '\''],
        '“' | '„' => &['”', '“'],
        '”' => &['”'],
        '‘' | '’' => &['’'],
        '‚' => &['‘', '’'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '‹' => &['›'],
        '›' => &['‹', '›'],
        _ => return None,
    })
}

/// Whether a quote is an apostrophe: it stands between letters.
fn is_apostrophe<I: Iterator<Item = Shown> + Clone>(quote: char, before: Shown, behind: &I) -> bool {
    let is_letter = |character: Shown| character.is_some_and(char::is_alphabetic);
    matches!(quote, '\'' | '’') && is_letter(before) && is_letter(behind.clone().next().flatten())
}

/// What a word looks like, its quoted spans aside.
#[derive(Default)]
struct Looks {
    characters: usize,
    letters: usize,
    digits: usize,
    /// How many times digits begin.
    numbers: usize,
    in_number: bool,
    has_at: bool,
    has_mask: bool,
}

impl Looks {
    fn add(&mut self, piece: Shown) {
        self.characters += 1;
        let is_digit = piece.is_some_and(char::is_numeric);
        self.numbers += usize::from(is_digit && !self.in_number);
        self.in_number = is_digit;
        match piece {
            None => self.has_mask = true,
            Some(_) if is_digit => self.digits += 1,
            Some('@' | '＠' | '﹫') => self.has_at = true,
            Some(character) => self.letters += usize::from(character.is_alphabetic()),
        }
    }

    const fn is_masked(&self) -> bool {
        let small_number = self.numbers <= 1
            && self.digits <= MOST_DIGITS
            && (self.digits == 0 || self.letters == 0 && !self.has_mask);
        self.has_at || self.letters > MOST_LETTERS || self.characters > MOST_CHARACTERS || !small_number
    }
}

/// Writes a text that is no listed code.
pub(crate) fn write_unlisted(text: &str, out: &mut impl Write) -> fmt::Result {
    let shown = if looks_like_code(text.chars()) { text } else { MASK };
    OneLine { to: out, quoted: false }.write_str(shown)
}

/// Whether a text could be a code that the catalog does not list, not a sentence or an address.
pub(crate) fn looks_like_code(text: impl Iterator<Item = char>) -> bool {
    let looks_odd = |character: char| character.is_whitespace() || matches!(character, '@' | '"' | '\'' | '<');
    let mut count = 0;
    text.inspect(|_| count += 1).all(|character| !looks_odd(character)) && count <= MOST_OF_CODE
}

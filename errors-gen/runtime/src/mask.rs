//! Masks text that the catalog does not describe: words that look personal or secret.

use core::fmt::{self, Write};

use crate::one_line::OneLine;

/// The replacement for masked text.
pub(crate) const MASK: &str = "***";

/// The maximum number of letters of a word that is shown.
const MOST_LETTERS: usize = 20;
/// The maximum number of digits of a number that is shown.
const MOST_DIGITS: usize = 3;
/// The maximum number of characters of a word that is shown.
const MOST_CHARACTERS: usize = 80;
/// The maximum number of characters of an unlisted code that is shown.
const MOST_OF_CODE: usize = 64;

/// A character of a text; `None` stands for text that is masked already.
pub(crate) type Shown = Option<char>;

/// Writes a text, masking what could be personal or secret: every word that has a digit (except numbers of up to three
/// digits), an `@` or more than 20 letters, and every quoted text.
///
/// Words are separated by whitespace. An apostrophe between letters is not a quote. A quote that is not closed extends
/// to the end.
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

/// Writes the start of a text as [`write`] does, about `characters` long: whole words, separated by single spaces.
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

/// Writes the word at the start of a text, and moves past it. Returns its number of characters.
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

/// Calls `piece` with each character of the word at the start of a text, and with `None` for a quoted text. Moves past
/// the word.
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

/// Moves past the closing quote, or to the end if there is none.
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

/// The quotes that can close a text that this quote opens; `None` if the character is not an opening quote.
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

/// Whether a quote is an apostrophe, between two letters.
fn is_apostrophe<I: Iterator<Item = Shown> + Clone>(quote: char, before: Shown, behind: &I) -> bool {
    let is_letter = |character: Shown| character.is_some_and(char::is_alphabetic);
    matches!(quote, '\'' | '’') && is_letter(before) && is_letter(behind.clone().next().flatten())
}

/// Properties of a word that decide whether it is masked, without its quoted texts.
#[derive(Default)]
struct Looks {
    characters: usize,
    letters: usize,
    digits: usize,
    /// The number of sequences of digits.
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

/// Writes a code that is not listed, masked unless it looks like a code.
pub(crate) fn write_unlisted(text: &str, out: &mut impl Write) -> fmt::Result {
    let shown = if looks_like_code(text.chars()) { text } else { MASK };
    OneLine { to: out, quoted: false }.write_str(shown)
}

/// Whether a text could be an unlisted code, rather than a sentence or an address.
pub(crate) fn looks_like_code(text: impl Iterator<Item = char>) -> bool {
    let looks_odd = |character: char| character.is_whitespace() || matches!(character, '@' | '"' | '\'' | '<');
    let mut count = 0;
    text.inspect(|_| count += 1).all(|character| !looks_odd(character)) && count <= MOST_OF_CODE
}

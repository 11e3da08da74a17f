//! Masks the texts that the catalog marks as sensitive, wherever they occur in a message.

use core::fmt::{self, Write};
use core::ops::Range;

use super::Fields;
use crate::RawCode;
use crate::json::{Chars, Json, JsonKind, Text};
use crate::mask::{self, MASK, Shown};
use crate::one_line::OneLine;
use crate::table::Field;

/// The maximum number of texts to search for. If an error has more, none of its message is shown.
const MOST_TEXTS: usize = 64;
/// A text with fewer characters is masked only if it is a whole word, since it occurs within too many others.
const SHORT: usize = 4;
/// How many characters of a long text are compared. If they match, the message is masked to its end.
const COMPARED: usize = 64;

/// The texts of an error that are marked as personal or secret.
#[derive(Clone)]
pub(crate) struct Marked<'b> {
    texts: [Text<'b>; MOST_TEXTS],
    count: usize,
    too_many: bool,
}

impl<'b> Marked<'b> {
    /// No texts.
    pub(crate) const NONE: Self = Self { texts: [Text::new(""); MOST_TEXTS], count: 0, too_many: false };

    /// The texts of the documented fields that are marked as sensitive.
    pub(crate) fn of(fields: Fields<'b>, documented: &[Field<'_>]) -> Self {
        let mut marked = Self::NONE;
        if documented.iter().any(|field| field.sensitive) {
            for (field, value) in fields.documented(documented).filter(|(field, _)| field.sensitive) {
                marked.add_value(value);
                if field.ty.starts_with("map<") {
                    value.members().for_each(|(key, _)| marked.add(key));
                }
            }
        }
        marked
    }

    /// Adds the texts and numbers in a value. The recursion is bounded, since the nesting of bodies is.
    fn add_value(&mut self, value: Json<'b>) {
        match value.kind() {
            JsonKind::String | JsonKind::Number => value.scalar().into_iter().for_each(|text| self.add(text)),
            JsonKind::List => value.elements().for_each(|element| self.add_value(element)),
            JsonKind::Object => value.members().for_each(|(_, member)| self.add_value(member)),
            JsonKind::Boolean | JsonKind::Null => {}
        }
    }

    /// Adds a text.
    pub(crate) fn add(&mut self, text: Text<'b>) {
        if text.raw().is_empty() || self.texts.iter().take(self.count).any(|known| *known == text) {
            return;
        }
        match self.texts.get_mut(self.count) {
            Some(entry) => {
                *entry = text;
                self.count += 1;
            }
            None => self.too_many = true,
        }
    }

    /// Whether a code is one of these texts.
    pub(crate) fn is(&self, code: RawCode<'_>) -> bool {
        self.texts.iter().take(self.count).any(|text| code.chars().eq(text.chars()))
    }

    /// Whether there are too many texts, so that nothing can be shown.
    pub(crate) const fn hides_all(&self) -> bool {
        self.too_many
    }

    /// The characters of a text, in which a mask replaces each of these ranges of its spelling and each marked text.
    pub(crate) const fn mask<'a>(&'a self, text: Text<'b>, ranges: &'a [Range<usize>]) -> Masked<'a, 'b> {
        Masked { marked: self, ranges, raw: text.raw(), here: Chars::spelled(text.raw()), before: None, until: 0 }
    }

    /// Writes the value of a documented field: a mask if it is marked, and only the type and length of an object or
    /// array. In a value of another type than documented, what does not look harmless is masked.
    pub(crate) fn write_field(&self, field: &Field<'_>, value: Json<'b>, out: &mut impl Write) -> fmt::Result {
        let Some(text) = value.scalar().filter(|_| !field.sensitive && !self.hides_all()) else {
            return if field.sensitive || value.scalar().is_some() {
                out.write_str(MASK)
            } else {
                write!(out, "{value:?}")
            };
        };
        let text = self.mask(text, &[]);
        if agrees(field.ty, value.kind()) { write_plain(text, out) } else { mask::write(text, out) }
    }

    /// As [`write_field`](Self::write_field), for `Debug`, which shows strings in quotes.
    pub(crate) fn debug_field<'a>(&'a self, field: &'a Field<'_>, value: Json<'b>) -> impl fmt::Debug + 'a
    where
        'b: 'a,
    {
        DebugField { marked: self, field, value }
    }

    /// The end of the longest marked text that starts here, if any does.
    fn end(&self, before: Option<char>, here: &Chars<'b>, length: usize) -> Option<usize> {
        let texts = self.texts.iter().take(self.count);
        texts.filter_map(|text| Some(length - occurs(*text, before, here)?.len())).max()
    }
}

/// The characters after a text; `None` if it does not start here.
fn occurs<'b>(text: Text<'_>, before: Option<char>, here: &Chars<'b>) -> Option<&'b str> {
    let (mut behind, mut count) = (here.clone(), 0);
    for character in text.chars() {
        if count == COMPARED {
            return Some("");
        }
        if behind.next() != Some(character) {
            return None;
        }
        count += 1;
    }
    let is_part = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    if count < SHORT && (is_part(before) || is_part(behind.clone().next())) {
        return None;
    }
    Some(behind.rest())
}

/// Writes characters, with a mask for each that is `None`.
pub(crate) fn write_plain(text: impl Iterator<Item = Shown>, out: &mut impl Write) -> fmt::Result {
    for shown in text {
        match shown {
            Some(character) => out.write_char(character)?,
            None => out.write_str(MASK)?,
        }
    }
    Ok(())
}

/// The iterator of [`Marked::mask`]: the characters of a text, with masks.
#[derive(Clone)]
pub(crate) struct Masked<'a, 'b> {
    marked: &'a Marked<'b>,
    ranges: &'a [Range<usize>],
    raw: &'b str,
    here: Chars<'b>,
    before: Option<char>,
    /// The position up to which the text is masked.
    until: usize,
}

impl Masked<'_, '_> {
    /// The position in the spelling.
    pub(crate) const fn at(&self) -> usize {
        self.raw.len() - self.here.rest().len()
    }

    /// The position up to which the text is masked from here; the current position if it is not.
    fn masked_until(&self) -> usize {
        let at = self.at();
        let ranges = self.ranges.iter().filter(|range| range.contains(&at)).map(|range| range.end);
        let end = self.marked.end(self.before, &self.here, self.raw.len());
        ranges.chain(end).fold(self.until, usize::max)
    }
}

impl Iterator for Masked<'_, '_> {
    type Item = Shown;

    fn next(&mut self) -> Option<Shown> {
        let mut masked = false;
        loop {
            self.until = self.masked_until();
            if self.at() >= self.until && masked {
                return Some(None);
            }
            masked = self.at() < self.until;
            let Some(character) = self.here.next() else { return masked.then_some(None) };
            self.before = Some(character);
            if !masked {
                return Some(Some(character));
            }
        }
    }
}

/// Whether a value has the JSON type that belongs to a type of the catalog; its content is not checked.
fn agrees(ty: &str, kind: JsonKind) -> bool {
    match ty {
        "string" | "datetime" => kind == JsonKind::String,
        "integer" | "number" => kind == JsonKind::Number,
        "boolean" => kind == JsonKind::Boolean,
        "object" => false,
        _ => !ty.ends_with("[]") && !ty.starts_with("map<"),
    }
}

/// The value of a field, as `Debug` shows it.
struct DebugField<'a, 'b, 'f> {
    marked: &'a Marked<'b>,
    field: &'a Field<'f>,
    value: Json<'b>,
}

impl fmt::Debug for DebugField<'_, '_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted = self.value.kind() == JsonKind::String && !self.field.sensitive;
        let quote = if quoted { "\"" } else { "" };
        f.write_str(quote)?;
        self.marked.write_field(self.field, self.value, &mut OneLine { to: &mut *f, quoted })?;
        f.write_str(quote)
    }
}

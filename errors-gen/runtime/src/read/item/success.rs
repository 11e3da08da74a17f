//! Decides which items mean success, and which are notes.

use super::Item;
use crate::read::item_spans::{CodeForm, ItemSpans};
use crate::table::{ItemRule, Reader, canonical_integer};

impl ItemSpans {
    /// Whether the item's code means success (`true`) or failure (`false`); `None` if the catalog does not say.
    #[inline]
    pub(in crate::read) fn means_success(&self, reader: &Reader<'_>, body: &str) -> Option<bool> {
        if reader.success.is_empty() {
            return None;
        }
        // A fast path for codes that consist of the usual number of digits, and so have no escapes.
        let code = self.code.of(body).as_bytes();
        if self.form == CodeForm::Text && has_digits(reader, code) {
            let by_code = by_rules(reader.success, code, true);
            if by_code.is_some() {
                return by_code;
            }
        }
        self.by_any_rule(reader, reader.success, body)
    }

    /// Whether the item is a note. One whose code means success is not.
    pub(in crate::read) fn is_note(&self, reader: &Reader<'_>, body: &str) -> bool {
        let by_place = || reader.places.get(usize::from(self.place)).is_some_and(|place| place.note);
        let by_code = || {
            let index = Item::new(reader, body, *self).code_index().and_then(|index| u32::try_from(index).ok());
            index.is_some_and(|index| reader.notes.binary_search(&index).is_ok())
        };
        let by_class = || self.by_any_rule(reader, reader.note_rules, body) == Some(true);
        let is_note =
            by_place() || (!reader.notes.is_empty() && by_code()) || (!reader.note_rules.is_empty() && by_class());
        is_note && self.means_success(reader, body) != Some(true)
    }

    #[inline(never)]
    fn by_any_rule(&self, reader: &Reader<'_>, rules: &[ItemRule<'_>], body: &str) -> Option<bool> {
        let item = Item::new(reader, body, *self);
        let by_code = item.raw_code().and_then(|code| {
            // A code that is longer than any listed one is not a sentinel either.
            let sentinels = matches!(rules.first(), Some(ItemRule::Sentinels(_)));
            let too_long = sentinels.then_some(false);
            code.with_bytes(|text| by_rules(rules, text, has_digits(reader, text))).or(too_long)
        });
        by_code.or_else(|| {
            rules.iter().find_map(|rule| match rule {
                ItemRule::Member { class, text, answer } => {
                    item.class_text(*class).is_some_and(|found| found == **text).then_some(*answer)
                }
                _ => None,
            })
        })
    }
}

/// Whether a code consists of the number of digits that all codes of the vendor have.
#[inline]
fn has_digits(reader: &Reader<'_>, code: &[u8]) -> bool {
    code.len() == usize::from(reader.width) && code.iter().all(u8::is_ascii_digit)
}

/// The answer of the first rule that applies to the code.
#[inline]
fn by_rules(rules: &[ItemRule<'_>], code: &[u8], has_digits: bool) -> Option<bool> {
    rules.iter().find_map(|rule| match rule {
        ItemRule::Sentinels(codes) => Some(codes.iter().any(|sentinel| sentinel.as_bytes() == code)),
        ItemRule::Digits { start, digits, answer } => {
            // There are one or two digits, for which a call would be slower.
            let stand = (usize::from(*start)..).zip(digits.bytes()).all(|(at, digit)| code.get(at) == Some(&digit));
            (has_digits && stand).then_some(*answer)
        }
        ItemRule::Range { from, to, answer } => {
            canonical_integer(code).is_some_and(|number| (*from..=*to).contains(&number)).then_some(*answer)
        }
        ItemRule::Prefix { prefix, answer } => code.starts_with(prefix.as_bytes()).then_some(*answer),
        ItemRule::Member { .. } => None,
    })
}

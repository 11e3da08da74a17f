//! Codes that mean success, and notes.

use super::Item;
use crate::read::spans::{CodeForm, ItemSpans};
use crate::table::{Reader, SuccessRule};

impl ItemSpans {
    /// Whether the code of the item in this body means success, as far as the catalog says.
    #[inline]
    pub(in crate::read) fn means_success(&self, reader: &Reader<'_>, body: &str) -> Option<bool> {
        if reader.success.is_empty() {
            return None;
        }
        // Most codes of such vendors are nothing but digits, as many as all have: those hold no escapes.
        let code = self.code.of(body).as_bytes();
        if self.form == CodeForm::Text && has_structure(reader, code) {
            return by_rules(reader, code, true);
        }
        self.any_means_success(reader, body)
    }

    /// Whether the item comes with an answer and is never why it failed. A code of success is no note.
    pub(in crate::read) fn is_note(&self, reader: &Reader<'_>, body: &str) -> bool {
        let by_place = || reader.places.get(usize::from(self.place)).is_some_and(|place| place.note);
        let by_code = || {
            let index = Item::new(reader, body, *self).code_index().and_then(|index| u32::try_from(index).ok());
            index.is_some_and(|index| reader.notes.binary_search(&index).is_ok())
        };
        let is_note = by_place() || (!reader.notes.is_empty() && by_code());
        is_note && self.means_success(reader, body) != Some(true)
    }

    #[inline(never)]
    fn any_means_success(&self, reader: &Reader<'_>, body: &str) -> Option<bool> {
        let code = Item::new(reader, body, *self).raw_code()?;
        // A code that is longer than any listed one is no sentinel either.
        let sentinels = matches!(reader.success.first(), Some(SuccessRule::Sentinels(_)));
        let too_long = sentinels.then_some(false);
        code.with_bytes(|text| by_rules(reader, text, has_structure(reader, text))).or(too_long)
    }
}

/// Whether a code has as many digits as all codes of the vendor, and nothing else.
#[inline]
fn has_structure(reader: &Reader<'_>, code: &[u8]) -> bool {
    code.len() == usize::from(reader.width) && code.iter().all(u8::is_ascii_digit)
}

/// What the first rule says that knows the code.
#[inline]
fn by_rules(reader: &Reader<'_>, code: &[u8], has_structure: bool) -> Option<bool> {
    reader.success.iter().find_map(|rule| match rule {
        SuccessRule::Sentinels(codes) => Some(codes.iter().any(|sentinel| sentinel.as_bytes() == code)),
        SuccessRule::Digits { start, digits, success } => {
            // There are one or two: a call would take longer.
            let stand = (usize::from(*start)..).zip(digits.bytes()).all(|(at, digit)| code.get(at) == Some(&digit));
            (has_structure && stand).then_some(*success)
        }
    })
}

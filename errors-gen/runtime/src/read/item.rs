//! One error of a body.

use crate::json::{Json, Span, Text};
use crate::table::{CodePath, Place, Reader};

use super::http;
use super::item_spans::{CodeForm, ItemSpans};
use super::message::Message;
use super::raw_code::RawCode;

mod fields;
mod look;
mod success;

/// One error of a body, of any vendor.
#[derive(Clone, Copy)]
pub(crate) struct Item<'b, 't> {
    reader: &'t Reader<'t>,
    body: &'b str,
    spans: ItemSpans,
}

impl<'b, 't> Item<'b, 't> {
    pub(super) const fn new(reader: &'t Reader<'t>, body: &'b str, spans: ItemSpans) -> Self {
        Self { reader, body, spans }
    }

    /// What stands where an error could, and is an error because nothing else is known of it: an element of a batch that
    /// fits no envelope. Its identifier is looked for where answers have theirs.
    pub(super) fn unfit(reader: &'t Reader<'t>, body: &'b str) -> Self {
        let at_root = |place: &Place<'_>| place.steps.is_empty() && !place.note;
        let place = (0..).zip(reader.places).find(|(_, place)| at_root(place)).map_or(u8::MAX, |(index, _)| index);
        Self { reader, body, spans: ItemSpans { item: Span::new(0, body.len()), place, ..ItemSpans::EMPTY } }
    }

    #[inline]
    fn place(&self) -> Option<&'t Place<'t>> {
        self.reader.places.get(usize::from(self.spans.place))
    }

    /// The code as received, listed or not; `None` if the item has none.
    #[inline]
    #[must_use]
    pub(crate) fn raw_code<'a>(&self) -> Option<RawCode<'a>>
    where
        'b: 'a,
        't: 'a,
    {
        let ItemSpans { code, namespace, form, place, .. } = self.spans;
        // A fast path for most codes.
        if form == CodeForm::Text {
            return Some(RawCode::text(Text::new(code.of(self.body))));
        }
        match form {
            CodeForm::Number => Some(RawCode::number(Text::new(code.of(self.body)), self.reader.width)),
            _ => other_raw_code(self.reader, self.body, form, place, code, namespace),
        }
    }

    /// The index of the code in the vendor's table; `None` if it is not listed.
    #[inline]
    #[must_use]
    pub(crate) fn code_index(&self) -> Option<usize> {
        self.code_index_by(self.reader)
    }

    /// As [`code_index`](Self::code_index), with the reader of a vendor that is known at compile time.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "all but that vendor's own way to look codes up falls away")]
    pub(crate) fn code_index_by(&self, reader: &Reader<'_>) -> Option<usize> {
        // A fast path for most codes.
        if self.spans.form == CodeForm::Text
            && let Some(text) = Text::new(self.spans.code.of(self.body)).as_str()
        {
            return reader.lookup.find(reader.wire, text);
        }
        self.other_code_index()
    }

    #[inline(never)]
    fn other_code_index(&self) -> Option<usize> {
        self.raw_code()?.index(self.reader)
    }

    /// Whether the code is exactly this text, listed or not.
    #[must_use]
    pub(crate) fn is(&self, wire: &str) -> bool {
        self.raw_code().is_some_and(|code| code.is(wire))
    }

    /// The message; `None` if the item has none.
    #[inline]
    #[must_use]
    pub(crate) fn message(&self) -> Option<Message<'b>> {
        self.value(self.spans.message).map(Message::new)
    }

    /// The detail code, which refines the code, listed or not.
    #[must_use]
    pub(crate) fn raw_detail_code(&self) -> Option<RawCode<'b>> {
        self.look_for_code(self.place()?.detail_code)
    }

    /// The parent code, which is less specific than the code, listed or not.
    #[must_use]
    pub(crate) fn raw_parent_code(&self) -> Option<RawCode<'b>> {
        self.look_for_code(self.place()?.parent_code)
    }

    /// The index of the parent code in the vendor's table; `None` if it is not listed.
    #[must_use]
    pub(crate) fn parent_code_index(&self) -> Option<usize> {
        self.raw_parent_code()?.index(self.reader)
    }

    /// The part of the request that the item is about, if the vendor has a member for it.
    #[must_use]
    pub(crate) fn field(&self) -> Option<Json<'b>> {
        self.look(self.place()?.field)
    }

    /// The text of the member that the class with this index looks at.
    #[must_use]
    pub(crate) fn class_text(&self, class: u8) -> Option<Text<'b>> {
        self.look(self.place()?.classes.get(usize::from(class))?)?.scalar()
    }

    /// Whether its code is listed as one that defers to its classes.
    #[must_use]
    pub(crate) fn defers(&self) -> bool {
        let deferring = self.reader.deferring;
        !deferring.is_empty()
            && self.code_index().is_some_and(|code| u32::try_from(code).is_ok_and(|code| deferring.contains(&code)))
    }

    /// The item's own HTTP status, which can differ from that of the response.
    #[must_use]
    pub(crate) fn status(&self) -> Option<u16> {
        http::parse(self.look(self.place()?.status)?.scalar()?)
    }

    /// The item's own identifier.
    #[must_use]
    pub(crate) fn id(&self) -> Option<Json<'b>> {
        self.look(self.place()?.id)
    }

    /// The item as JSON.
    #[inline]
    #[must_use]
    pub(crate) fn json(&self) -> Json<'b> {
        Json::new(self.spans.item.of(self.body))
    }

    fn value(&self, span: Span) -> Option<Json<'b>> {
        (!span.is_none()).then(|| Json::new(span.of(self.body)))
    }

    /// Whether the item is a note.
    #[must_use]
    pub(crate) fn is_note(&self) -> bool {
        self.spans.is_note(self.reader, self.body)
    }

    /// Whether the code means success (`true`) or failure (`false`); `None` if the catalog does not say.
    #[must_use]
    pub(crate) fn means_success(&self) -> Option<bool> {
        self.spans.means_success(self.reader, self.body)
    }
}

/// A code that is not a plain string. It takes the parts of the item as arguments, so that the item itself can stay in
/// registers.
#[inline(never)]
fn other_raw_code<'a>(
    reader: &'a Reader<'a>,
    body: &'a str,
    form: CodeForm,
    place: u8,
    code: Span,
    namespace: Span,
) -> Option<RawCode<'a>> {
    let text = Text::new(code.of(body));
    match form {
        CodeForm::None => None,
        CodeForm::Text => Some(RawCode::text(text)),
        CodeForm::Number => Some(RawCode::number(text, reader.width)),
        CodeForm::LastSegment => Some(RawCode::last_segment(text)),
        CodeForm::Pair(path) => {
            let place = reader.places.get(usize::from(place))?;
            let Some(CodePath::Pair { separator, .. }) = place.code.get(usize::from(path)) else {
                return None;
            };
            let namespace = Json::new(namespace.of(body)).scalar()?;
            Some(RawCode::pair(namespace, separator, text))
        }
    }
}

//! One error of a body, and the way through all of them.

use crate::json::{Json, JsonKind, Span, Text};
use crate::table::{CodePath, ItemPath, Place, Reader, SuccessRule, TextRole, Wording};
use crate::wording::Parameters;

use super::condition::{holds, is_scalar, is_there};
use super::cursor::{Cursor, Way};
use super::message::Message;
use super::raw_code::RawCode;
use super::reading::Reading;
use super::walk::{Found, Slots, Walk};

mod fields;

/// In the place of an alternative: the item has no code. Zero, so that an item of which nothing is known is all zeros.
const NO_CODE: u8 = 0;

/// In the place of an alternative: the item is a string, which is its code.
const IS_CODE: u8 = 1;

/// What the first alternative is counted from.
const FIRST_CODE: u8 = 2;

/// Where the parts of an item stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct ItemSpans {
    /// The index of its place.
    pub(super) place: u8,
    /// Which alternative of the place's code it has, from [`FIRST_CODE`] on.
    code_path: u8,
    /// The item.
    pub(super) item: Span,
    /// The code; of a pair its second half.
    code: Span,
    /// The namespace of a pair.
    namespace: Span,
    /// The message.
    message: Span,
    /// The part of the request it is about.
    field: Span,
}

impl ItemSpans {
    pub(super) const NONE: Self = Self {
        place: 0,
        code_path: NO_CODE,
        item: Span::NONE,
        code: Span::NONE,
        namespace: Span::NONE,
        message: Span::NONE,
        field: Span::NONE,
    };

    /// The item that a value is, if it is one of this place. Nothing that was counted is asked for.
    pub(super) fn accept(index: u8, place: &Place<'_>, span: Span, slots: &Slots, text: &str) -> Option<Self> {
        if !Self::is_item(place, span, slots, &Found::NONE, text) {
            return None;
        }
        let mut item = Self::NONE;
        item.fill(index, place, span, slots, text);
        Some(item)
    }

    /// Whether a value is an item of a place.
    #[inline]
    pub(super) fn is_item(place: &Place<'_>, span: Span, slots: &Slots, found: &Found, text: &str) -> bool {
        let kind = span.kind(text);
        let is_item = kind == JsonKind::Object || (kind == JsonKind::String && place.text.is_some());
        is_item && holds(&place.when, slots, found, text)
    }

    /// Becomes the item of a place that a value is.
    #[inline]
    pub(super) fn fill(&mut self, index: u8, place: &Place<'_>, span: Span, slots: &Slots, text: &str) {
        (self.place, self.item, self.namespace) = (index, span, Span::NONE);
        self.field = first_there(place.field, slots, text);
        if span.kind(text) == JsonKind::String {
            let is_code = place.text == Some(TextRole::Code);
            (self.code_path, self.code) = if is_code { (IS_CODE, span) } else { (NO_CODE, Span::NONE) };
            self.message = if is_code { Span::NONE } else { span };
            return;
        }
        (self.code_path, self.code) = (NO_CODE, Span::NONE);
        for (path, alternative) in (FIRST_CODE..).zip(place.code) {
            let (namespace, code) = match alternative {
                CodePath::Value(code) => (Some(Span::NONE), scalar(*code, slots, text)),
                CodePath::LastSegment(uri) => (Some(Span::NONE), scalar(*uri, slots, text)),
                CodePath::Pair { namespace, code, .. } => (scalar(*namespace, slots, text), scalar(*code, slots, text)),
            };
            if let (Some(namespace), Some(code)) = (namespace, code) {
                (self.code_path, self.code, self.namespace) = (path, code, namespace);
                break;
            }
        }
        self.message = first_message(place.message, slots, text);
    }
}

/// What an item path leads to.
#[inline]
fn at(path: ItemPath, slots: &Slots) -> Option<Span> {
    match path {
        ItemPath::Value(slot) | ItemPath::Name(slot) => slots.get(slot).filter(|span| !span.is_none()),
    }
}

#[inline]
fn scalar(path: ItemPath, slots: &Slots, text: &str) -> Option<Span> {
    at(path, slots).filter(|span| is_scalar(*span, text))
}

#[inline]
fn first_there(paths: &[ItemPath], slots: &Slots, text: &str) -> Span {
    let mut there = paths.iter().filter_map(|path| at(*path, slots)).filter(|span| is_there(*span, text));
    there.next().unwrap_or(Span::NONE)
}

/// The first that is a string, or a list with a string in it.
#[inline]
fn first_message(paths: &[ItemPath], slots: &Slots, text: &str) -> Span {
    let is_message = |span: &Span| match span.kind(text) {
        JsonKind::String => true,
        JsonKind::List => Json::new(span.of(text)).elements().any(|element| element.kind() == JsonKind::String),
        _ => false,
    };
    paths.iter().filter_map(|path| at(*path, slots)).find(is_message).unwrap_or(Span::NONE)
}

/// One error of a body, of any vendor.
#[derive(Clone, Copy)]
pub struct Item<'b, 't> {
    reader: &'t Reader<'t>,
    body: &'b str,
    spans: ItemSpans,
}

impl<'b, 't> Item<'b, 't> {
    pub(super) const fn new(reader: &'t Reader<'t>, body: &'b str, spans: ItemSpans) -> Self {
        Self { reader, body, spans }
    }

    #[inline]
    fn place(&self) -> Option<&'t Place<'t>> {
        self.reader.places.get(usize::from(self.spans.place))
    }

    /// How bodies of the vendor are read.
    pub(crate) const fn reader(&self) -> &'t Reader<'t> {
        self.reader
    }

    /// The code as it came, listed or not; `None` where the item has none.
    #[inline]
    #[must_use]
    pub fn raw_code<'a>(&self) -> Option<RawCode<'a>>
    where
        'b: 'a,
        't: 'a,
    {
        if self.spans.code_path == NO_CODE {
            return None;
        }
        let kind = self.spans.code.kind(self.body);
        let text = match kind {
            JsonKind::String => Text::new(self.spans.code.inside(self.body)),
            JsonKind::Number | JsonKind::Boolean => Text::new(self.spans.code.of(self.body)),
            JsonKind::Null | JsonKind::List | JsonKind::Object => return None,
        };
        if self.spans.code_path == IS_CODE {
            return Some(RawCode::text(text));
        }
        Some(match self.place()?.code.get(usize::from(self.spans.code_path.wrapping_sub(FIRST_CODE)))? {
            CodePath::Value(_) if kind == JsonKind::Number => RawCode::number(text, self.reader.width),
            CodePath::Value(_) => RawCode::text(text),
            CodePath::LastSegment(_) => RawCode::last_segment(text),
            CodePath::Pair { separator, .. } => {
                let namespace = Json::new(self.spans.namespace.of(self.body)).scalar()?;
                RawCode::pair(namespace, separator, text)
            }
        })
    }

    /// The index of the code in the vendor's table; `None` where it is not listed.
    #[inline]
    #[must_use]
    pub fn code_index(&self) -> Option<usize> {
        self.raw_code()?.index(self.reader)
    }

    /// Whether the code is this text, exactly, listed or not.
    #[must_use]
    pub fn is(&self, wire: &str) -> bool {
        self.raw_code().is_some_and(|code| code.is(wire))
    }

    /// The message; `None` where the item has none.
    #[inline]
    #[must_use]
    pub fn message(&self) -> Option<Message<'b>> {
        self.value(self.spans.message).map(Message::new)
    }

    /// The parameters of the message, where it follows one of these wordings: those of the item's code, most often.
    #[must_use]
    pub fn parameters<'w>(&self, wordings: &[Wording<'w>]) -> Option<Parameters<'b, 'w>> {
        self.message()?.parameters(wordings)
    }

    /// The part of the request the item is about, where the vendor says it beside the message.
    #[must_use]
    pub fn field(&self) -> Option<Json<'b>> {
        self.value(self.spans.field)
    }

    /// The item's own HTTP status, which it can have beside that of the response.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        let status = self.look(|place| place.status)?.scalar()?;
        status.as_str()?.parse().ok()
    }

    /// The item's own identifier.
    #[must_use]
    pub fn id(&self) -> Option<Json<'b>> {
        self.look(|place| place.id)
    }

    /// The item as it stands in the body.
    #[inline]
    #[must_use]
    pub fn json(&self) -> Json<'b> {
        Json::new(self.spans.item.of(self.body))
    }

    fn value(&self, span: Span) -> Option<Json<'b>> {
        (!span.is_none()).then(|| Json::new(span.of(self.body)))
    }

    /// Reads the item again for something that is seldom asked for.
    fn look(&self, paths: impl FnOnce(&Place<'t>) -> &'t [ItemPath]) -> Option<Json<'b>> {
        let place = self.place()?;
        let paths = paths(place);
        if paths.is_empty() {
            return None;
        }
        let mut slots = Slots::EMPTY;
        let mut walk = Walk { reader: self.reader, text: self.body, slots: &mut slots, found: None };
        walk.value(self.spans.item.start as usize, place.node, Span::NONE).ok()?;
        self.value(first_there(paths, &slots, self.body))
    }

    /// Whether the code means success, as far as the catalog says; `None` where the code does not decide.
    #[must_use]
    pub fn means_success(&self) -> Option<bool> {
        if self.reader.success.is_empty() {
            return None;
        }
        let code = self.raw_code()?;
        code.with_str(|text| {
            self.reader.success.iter().find_map(|rule| match rule {
                SuccessRule::Sentinels(codes) => Some(codes.contains(&text)),
                SuccessRule::Digits { start, digits, success } => {
                    let fits = text.len() == usize::from(self.reader.width)
                        && text.bytes().all(|byte| byte.is_ascii_digit())
                        && text.get(usize::from(*start)..).is_some_and(|rest| rest.starts_with(digits));
                    fits.then_some(*success)
                }
            })
        })
        .or_else(|| self.too_long_for_a_sentinel())
    }

    /// A code that is longer than any listed one is no sentinel either.
    fn too_long_for_a_sentinel(&self) -> Option<bool> {
        let sentinels = matches!(self.reader.success.first(), Some(SuccessRule::Sentinels(_)));
        sentinels.then_some(false)
    }

    /// Whether an item of this place says nothing about the outcome.
    pub(super) fn is_neutral(&self) -> bool {
        self.place().is_some_and(|place| place.neutral)
    }
}

/// The errors of a body, in order: the top-level one first, then those of lists.
#[derive(Clone)]
pub struct Items<'r, 'b, 't> {
    reading: &'r Reading<'b, 't>,
    /// The places that are left.
    places: &'t [u8],
    /// How many items of the first of them have been given.
    given: u32,
    /// How many of the kept items have been looked at.
    kept: usize,
    /// The way through a list whose items were not all kept.
    cursor: Option<Cursor>,
}

impl<'r, 'b, 't> Items<'r, 'b, 't> {
    #[inline]
    pub(super) const fn new(reading: &'r Reading<'b, 't>, places: &'t [u8]) -> Self {
        Self { reading, places, given: 0, kept: 0, cursor: None }
    }

    /// The next kept item of a place.
    #[inline]
    fn next_kept(&mut self, place: u8) -> Option<&'r ItemSpans> {
        let kept = self.reading.found().kept();
        while let Some(item) = kept.get(self.kept) {
            self.kept += 1;
            if item.place == place {
                return Some(item);
            }
        }
        None
    }

    /// The next item of a place, of which no further one was kept.
    #[inline(never)]
    fn next_read(&mut self, place: u8) -> Option<ItemSpans> {
        let reading = self.reading;
        let way = Way::new(reading.reader(), reading.text(), place, reading.slots());
        if self.cursor.is_none() {
            let last = reading.found().kept().iter().rev().find(|item| item.place == place);
            let cursor = match last.and_then(|item| way.behind(item.item)) {
                Some(cursor) => cursor,
                None => way.past(self.given),
            };
            self.cursor = Some(cursor);
        }
        way.next(self.cursor.as_mut()?)
    }

    /// Goes on to the next place.
    #[inline(never)]
    fn next_place(&mut self) {
        self.places = self.places.get(1..).unwrap_or_default();
        (self.given, self.kept, self.cursor) = (0, 0, None);
    }
}

impl<'b, 't> Iterator for Items<'_, 'b, 't> {
    type Item = Item<'b, 't>;

    #[inline]
    fn next(&mut self) -> Option<Item<'b, 't>> {
        loop {
            let &place = self.places.first()?;
            if self.given < self.reading.found().count(place) {
                let spans = match self.next_kept(place) {
                    Some(spans) => Some(*spans),
                    None => self.next_read(place),
                };
                if let Some(spans) = spans {
                    self.given += 1;
                    return Some(Item::new(self.reading.reader(), self.reading.text(), spans));
                }
            }
            self.next_place();
        }
    }
}

//! A body that has been read.

use crate::json::{Json, Span, Utf8};
use crate::table::{Envelope, Reader, TransportError};

use super::context::Context;
use super::found::Found;
use super::item::Item;
use super::items::Items;
use super::marks::Marks;
use super::outcome::{Outcome, Reason};
use super::raw_code::RawCode;
use super::scan::{self, Scanned};
use super::slots::{Slots, Traces};
use super::spans::ItemSpans;
use super::walk::Walk;

/// How many items are kept where no room is given for more.
const KEPT_ITEMS: usize = 6;

/// How many members beside the errors are kept. Where an envelope has more, they are looked for when they are asked for.
const KEPT_MEMBERS: usize = 4;

/// A body of any vendor, read. Borrows the body; nothing has been allocated.
///
/// It is 3.5 KiB large, most of which is written for long lists only: a reading costs least where it stays where it was read.
///
/// [`Response`](crate::Response) is the same with the types of one vendor, [`AnyResponse`](crate::AnyResponse) with all
/// that the catalog of a vendor says.
#[derive(Clone)]
pub struct Reading<'b, 't> {
    reader: &'t Reader<'t>,
    bytes: &'b [u8],
    /// The body as text without its byte order mark; empty where it is not UTF-8.
    text: Utf8<'b>,
    status: Option<u16>,
    outcome: Outcome,
    envelope: Option<&'t Envelope<'t>>,
    /// The places with more items than were kept, as bits.
    unkept: u16,
    /// What the scan has met.
    traces: Traces,
    /// The members that the envelope keeps, in its order.
    members: [Span; KEPT_MEMBERS],
    /// The first items, where no room was given for them.
    items: [ItemSpans; KEPT_ITEMS],
    /// How many of them there are.
    len: u8,
    /// Marks of items that were not kept. Where there are none nothing of this is written.
    marks: Option<Marks>,
    /// The items in the room that was given for them.
    given: &'b [ItemSpans],
}

/// Room for what a scan keeps, together so that it is cleared at once.
#[derive(Clone)]
struct Room {
    slots: Slots,
    items: [ItemSpans; KEPT_ITEMS],
}

impl Room {
    const EMPTY: Self = Self { slots: Slots::EMPTY, items: [ItemSpans::EMPTY; KEPT_ITEMS] };
}

/// The items that a scan has kept.
#[derive(Clone, Copy)]
struct Kept<'k, 'b> {
    unkept: u16,
    items: &'k [ItemSpans; KEPT_ITEMS],
    len: u8,
    given: &'b [ItemSpans],
}

impl<'b, 't> Reading<'b, 't> {
    /// Reads a body that came with this HTTP status, `None` where it is not known. Never fails: what the body is not
    /// is told by [`outcome`](Self::outcome).
    #[inline(never)]
    #[must_use]
    pub fn read(reader: &'t Reader<'t>, status: Option<u16>, body: &'b [u8]) -> Self {
        let Room { slots, items } = &mut Room::EMPTY.clone();
        let mut marks = None;
        let mut found = Found::new(items).marking(&mut marks);
        let scanned = scan::body(reader, status, body, slots, &mut found);
        let (unkept, len) = (found.unkept(), u8::try_from(found.kept().len()).unwrap_or(u8::MAX));
        let kept = Kept { unkept, items, len, given: &[] };
        match &marks {
            None => Self::new(reader, status, body, &scanned, slots, kept),
            Some(marks) => Self::with_marks(reader, status, body, &scanned, slots, kept, marks),
        }
    }

    /// The same with room for the items of long lists.
    ///
    /// Without it the first six items are kept, and those behind them are gone through a second time when they are asked for:
    /// the next 1,024 by what was noted of their lengths, any further ones by looking for their parts. Here as many are kept as
    /// there is room for: as with the headers of `httparse`, the room is used again for the next body.
    ///
    /// ```
    /// use errors_gen::read::{ItemSpans, Reading};
    /// use errors_gen::commercetools;
    ///
    /// let bodies = [r#"{"statusCode":400,"message":"...","errors":[{"code":"InvalidField","message":"..."}]}"#];
    /// let mut room = [ItemSpans::EMPTY; 1024]; // 44 KiB
    /// for body in bodies {
    ///     let reading = Reading::read_with(&commercetools::READER, Some(400), body.as_bytes(), &mut room);
    ///     assert_eq!(reading.items().count(), 1);
    /// }
    /// ```
    #[must_use]
    pub fn read_with(reader: &'t Reader<'t>, status: Option<u16>, body: &'b [u8], room: &'b mut [ItemSpans]) -> Self {
        let (mut slots, mut found) = (Slots::EMPTY, Found::new(room));
        let scanned = scan::body(reader, status, body, &mut slots, &mut found);
        let (unkept, items) = (found.unkept(), &[ItemSpans::EMPTY; KEPT_ITEMS]);
        Self::new(reader, status, body, &scanned, &slots, Kept { unkept, items, len: 0, given: found.into_kept() })
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "written where it is handed out")]
    fn new(
        reader: &'t Reader<'t>,
        status: Option<u16>,
        bytes: &'b [u8],
        scanned: &Scanned<'b, 't>,
        slots: &Slots,
        kept: Kept<'_, 'b>,
    ) -> Self {
        let Scanned { text, outcome, envelope } = *scanned;
        let mut members = [Span::NONE; KEPT_MEMBERS];
        for (kept, member) in members.iter_mut().zip(envelope.map_or(&[][..], |envelope| envelope.keep)) {
            *kept = slots.get(member.slot).unwrap_or(Span::NONE);
        }
        let Kept { unkept, items: &items, len, given } = kept;
        let traces = slots.traces();
        Self { reader, bytes, text, status, outcome, envelope, unkept, traces, members, items, len, marks: None, given }
    }

    /// The same of a long list. Out of line, so that a reading without marks is not copied for their sake.
    #[inline(never)]
    fn with_marks(
        reader: &'t Reader<'t>,
        status: Option<u16>,
        bytes: &'b [u8],
        scanned: &Scanned<'b, 't>,
        slots: &Slots,
        kept: Kept<'_, 'b>,
        marks: &Marks,
    ) -> Self {
        Self { marks: Some(marks.clone()), ..Self::new(reader, status, bytes, scanned, slots, kept) }
    }

    /// How bodies of the vendor are read.
    #[must_use]
    pub const fn reader(&self) -> &'t Reader<'t> {
        self.reader
    }

    pub(super) const fn text(&self) -> Utf8<'b> {
        self.text
    }

    /// The places with more items than were kept, as bits.
    pub(super) const fn unkept(&self) -> u16 {
        self.unkept
    }

    /// Marks of items that were not kept.
    pub(super) const fn marks(&self) -> Option<&Marks> {
        self.marks.as_ref()
    }

    /// What the scan has met.
    pub(super) const fn traces(&self) -> Traces {
        self.traces
    }

    /// The kept items, of all places.
    #[inline]
    pub(super) fn kept_items(&self) -> &[ItemSpans] {
        if self.len == 0 { self.given } else { self.items.get(..usize::from(self.len)).unwrap_or_default() }
    }

    /// What the body turned out to be.
    #[inline]
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Whether this is to be treated as an error: something failed, or the body is none that the vendor documents.
    ///
    /// Catalogs describe the bodies of errors. So a body that is JSON but none of them, or that is blank, is an error only
    /// where the HTTP status does not say that all is well: 2xx and 304.
    #[must_use]
    pub fn is_error(&self) -> bool {
        match self.outcome {
            Outcome::Failed | Outcome::Partial => true,
            Outcome::Succeeded => false,
            Outcome::Unrecognized(why) => {
                let well = self.status.is_some_and(|status| matches!(status, 200..=299 | 304));
                !(well && (why.reason == Reason::NotEnvelope || scan::is_blank(self.bytes)))
            }
        }
    }

    /// The HTTP status that was received.
    #[inline]
    #[must_use]
    pub const fn status(&self) -> Option<u16> {
        self.status
    }

    /// The body as it was given.
    #[inline]
    #[must_use]
    pub const fn body(&self) -> &'b [u8] {
        self.bytes
    }

    /// The catalog's name for the body's envelope.
    #[must_use]
    pub fn envelope(&self) -> Option<&'t str> {
        self.envelope.map(|envelope| envelope.name)
    }

    /// Every item in order: the top-level one first, then those of lists. Codes that mean success are items too.
    #[inline]
    #[must_use]
    pub fn items(&self) -> Items<'_, 'b, 't> {
        Items::new(self, self.envelope.map_or(&[], |envelope| envelope.items.all))
    }

    /// The codes that the catalog does not list, in order.
    pub fn unlisted<'a>(&'a self) -> impl Iterator<Item = RawCode<'a>> + use<'a, 'b, 't> {
        self.items().filter(|item| item.code_index().is_none()).filter_map(|item| item.raw_code())
    }

    /// The item that failed the request. A success has none.
    #[inline]
    #[must_use]
    pub fn primary(&self) -> Option<Item<'b, 't>> {
        self.primary_index().and_then(|index| self.items().nth(index))
    }

    /// The index of the primary item among [`items`](Self::items).
    #[inline]
    #[must_use]
    pub fn primary_index(&self) -> Option<usize> {
        match self.outcome {
            Outcome::Failed | Outcome::Partial => Some(0),
            Outcome::Succeeded | Outcome::Unrecognized(_) => None,
        }
    }

    /// The documented transport error: what the HTTP status means where the body does not tell.
    #[must_use]
    pub fn transport(&self) -> Option<&'t TransportError<'t>> {
        match (self.outcome, self.status) {
            (Outcome::Unrecognized(_), Some(status)) => self.reader.transport.iter().find(|error| error.http == status),
            _ => None,
        }
    }

    /// The members that the envelope keeps beside the errors, as far as they are there, with their paths.
    #[must_use]
    pub fn context(&self) -> Context<'_, 'b, 't> {
        Context::new(self, self.envelope.map_or(&[], |envelope| envelope.keep))
    }

    /// The whole body as JSON; `None` where it is none.
    #[must_use]
    pub fn json(&self) -> Option<Json<'b>> {
        let json = match self.outcome {
            Outcome::Failed | Outcome::Succeeded | Outcome::Partial => true,
            Outcome::Unrecognized(why) => why.reason == Reason::NotEnvelope,
        };
        let text = self.text.trimmed();
        (json && !text.is_empty()).then(|| Json::new(text))
    }

    /// The member of this index among those that the envelope keeps.
    pub(super) fn kept_member(&self, index: usize) -> Option<Json<'b>> {
        let span = match self.members.get(index) {
            Some(span) => *span,
            None => self.look_for_member(self.envelope?.keep.get(index)?.slot)?,
        };
        (!span.is_none()).then(|| Json::new(span.of(self.text)))
    }

    /// Reads the body again for a member for which there was no room.
    fn look_for_member(&self, slot: u8) -> Option<Span> {
        let mut slots = Slots::EMPTY;
        let mut walk = Walk { reader: self.reader, text: self.text, slots: &mut slots, found: None };
        walk.value(0, 0, Span::NONE).ok()?;
        slots.get(slot)
    }
}

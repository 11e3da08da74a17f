//! A body that has been read.

use crate::json::{Json, Span, Utf8};
use crate::table::{Envelope, Reader};

use super::context::Context;
use super::found::Found;
use super::item::Item;
use super::items::Items;
use super::marks::Marks;
use super::outcome::{Outcome, Reason};
use super::scan::{self, Scanned};
use super::slots::{Slots, Traces};
use super::spans::ItemSpans;
use super::walk::Walk;

/// How many items are kept.
const KEPT_ITEMS: usize = 6;

/// How many members beside the errors are kept. Where an envelope has more, they are looked for when they are asked for.
const KEPT_MEMBERS: usize = 4;

/// A body of any vendor, read. Borrows the body; nothing has been allocated.
///
/// It is 3.5 KiB large, most of which is written for long lists only: a reading costs least where it stays where it was read.
///
/// [`Response`](crate::Response) adds what the vendor's catalog says.
#[derive(Clone)]
pub(crate) struct Reading<'b, 't> {
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
    /// The first items.
    items: [ItemSpans; KEPT_ITEMS],
    /// How many of them there are.
    len: u8,
    /// Marks of items that were not kept. Where there are none nothing of this is written.
    marks: Option<Marks>,
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
struct Kept<'k> {
    unkept: u16,
    items: &'k [ItemSpans; KEPT_ITEMS],
    len: u8,
}

impl<'b, 't> Reading<'b, 't> {
    /// Reads a body that came with this HTTP status, `None` where it is not known. Never fails: what the body is not
    /// is told by [`outcome`](Self::outcome).
    #[inline(never)]
    #[must_use]
    pub(crate) fn read(reader: &'t Reader<'t>, status: Option<u16>, body: &'b [u8]) -> Self {
        let Room { slots, items } = &mut Room::EMPTY.clone();
        let mut marks = None;
        let mut found = Found::new(items).marking(&mut marks);
        let scanned = scan::body(reader, status, body, slots, &mut found);
        let (unkept, len) = (found.unkept(), u8::try_from(found.kept().len()).unwrap_or(u8::MAX));
        let kept = Kept { unkept, items, len };
        match &marks {
            None => Self::new(reader, status, body, &scanned, slots, kept),
            Some(marks) => Self::with_marks(reader, status, body, &scanned, slots, kept, marks),
        }
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "written where it is handed out")]
    fn new(
        reader: &'t Reader<'t>,
        status: Option<u16>,
        bytes: &'b [u8],
        scanned: &Scanned<'b, 't>,
        slots: &Slots,
        kept: Kept<'_>,
    ) -> Self {
        let Scanned { text, outcome, envelope } = *scanned;
        let mut members = [Span::NONE; KEPT_MEMBERS];
        for (kept, member) in members.iter_mut().zip(envelope.map_or(&[][..], |envelope| envelope.keep)) {
            *kept = slots.get(member.slot).unwrap_or(Span::NONE);
        }
        let Kept { unkept, items: &items, len } = kept;
        let traces = slots.traces();
        Self { reader, bytes, text, status, outcome, envelope, unkept, traces, members, items, len, marks: None }
    }

    /// The same of a long list. Out of line, so that a reading without marks is not copied for their sake.
    #[inline(never)]
    fn with_marks(
        reader: &'t Reader<'t>,
        status: Option<u16>,
        bytes: &'b [u8],
        scanned: &Scanned<'b, 't>,
        slots: &Slots,
        kept: Kept<'_>,
        marks: &Marks,
    ) -> Self {
        Self { marks: Some(marks.clone()), ..Self::new(reader, status, bytes, scanned, slots, kept) }
    }

    /// How bodies of the vendor are read.
    #[must_use]
    pub(crate) const fn reader(&self) -> &'t Reader<'t> {
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
        self.items.get(..usize::from(self.len)).unwrap_or_default()
    }

    /// What the body turned out to be.
    #[inline]
    #[must_use]
    pub(crate) const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Whether this is to be treated as an error: something failed, or the body is none that the vendor documents.
    ///
    /// Catalogs describe the bodies of errors. So a body that is JSON but none of them, or that is blank, is an error only
    /// where the HTTP status does not say that all is well: 2xx and 304.
    #[must_use]
    pub(crate) fn is_error(&self) -> bool {
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
    pub(crate) const fn status(&self) -> Option<u16> {
        self.status
    }

    /// The body as it was given.
    #[inline]
    #[must_use]
    pub(crate) const fn body(&self) -> &'b [u8] {
        self.bytes
    }

    /// The catalog's name for the body's envelope.
    #[must_use]
    pub(crate) fn envelope(&self) -> Option<&'t str> {
        self.envelope.map(|envelope| envelope.name)
    }

    /// Every item in order: the top-level one first, then those of lists. Codes that mean success are items too.
    #[inline]
    #[must_use]
    pub(crate) fn items(&self) -> Items<'_, 'b, 't> {
        Items::new(self, self.envelope.map_or(&[], |envelope| envelope.items.all))
    }

    /// The item that failed the request. A success has none.
    #[inline]
    #[must_use]
    pub(crate) fn primary(&self) -> Option<Item<'b, 't>> {
        self.primary_index().and_then(|index| self.items().nth(index))
    }

    /// The index of the primary item among [`items`](Self::items).
    #[inline]
    #[must_use]
    pub(crate) fn primary_index(&self) -> Option<usize> {
        match self.outcome {
            Outcome::Failed | Outcome::Partial => Some(0),
            Outcome::Succeeded | Outcome::Unrecognized(_) => None,
        }
    }

    /// The members that the envelope keeps beside the errors, as far as they are there, with their paths.
    #[must_use]
    pub(crate) fn context(&self) -> Context<'_, 'b, 't> {
        Context::new(self, self.envelope.map_or(&[], |envelope| envelope.keep))
    }

    /// The whole body as JSON; `None` where it is none.
    #[must_use]
    pub(crate) fn json(&self) -> Option<Json<'b>> {
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

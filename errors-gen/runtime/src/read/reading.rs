//! A body that has been read.

use crate::json::{Fault, Json, Span};
use crate::table::{Envelope, Reader};

use super::batch::Elements;
use super::choice::{Choice, is_blank, not_read, without_mark};
use super::context::Context;
use super::found::Found;
use super::item::Item;
use super::items::Items;
use super::lazy::body_slots;
use super::outcome::{Outcome, Reason, Unrecognized};
use super::slots::Slots;
use super::walk::Walk;

/// How many members beside the errors are kept. Where an envelope has more, they are looked for when they are asked for.
const KEPT_MEMBERS: usize = 4;

/// A body of any vendor, read. Borrows the body; nothing has been allocated.
///
/// [`Response`](crate::Response) adds what the vendor's catalog says.
#[derive(Clone)]
pub(crate) struct Reading<'b, 't> {
    reader: &'t Reader<'t>,
    bytes: &'b [u8],
    /// The body as text without its byte order mark; empty where it is not UTF-8.
    text: &'b str,
    status: Option<u16>,
    outcome: Outcome,
    envelope: Option<&'t Envelope<'t>>,
    /// The members that the envelope keeps, in its order.
    members: [Span; KEPT_MEMBERS],
    found: Found,
    /// The index of the item that failed the request.
    primary: Option<usize>,
}

impl<'b, 't> Reading<'b, 't> {
    /// Reads a body that came with this HTTP status, `None` where it is not known. Never fails: what the body is not
    /// is told by [`outcome`](Self::outcome).
    #[inline(never)]
    #[must_use]
    pub(crate) fn read(reader: &'t Reader<'t>, status: Option<u16>, body: &'b [u8]) -> Self {
        let not_envelope = Unrecognized { reason: Reason::NotEnvelope, offset: None };
        let mut reading = Self {
            reader,
            bytes: body,
            text: "",
            status,
            outcome: Outcome::Unrecognized(not_envelope),
            envelope: None,
            members: [Span::NONE; KEPT_MEMBERS],
            found: Found::EMPTY,
            primary: None,
        };
        if let Err(fault) = reading.fill() {
            reading.outcome = not_read(reader, status, body, fault);
        }
        reading
    }

    /// Reads the body. Fills what is handed out, since it is large to copy.
    #[inline]
    fn fill(&mut self) -> Result<(), Fault> {
        let json = without_mark(self.bytes);
        if u32::try_from(json.len()).is_err() {
            return Ok(());
        }
        let text = core::str::from_utf8(json).map_err(|error| Fault::syntax(error.valid_up_to()))?;
        self.text = text;
        let mut slots = Slots::EMPTY;
        Walk { reader: self.reader, text, slots: &mut slots, found: Some(&mut self.found) }.body()?;
        self.choose(&slots);
        Ok(())
    }

    /// Reads an element of a batch, which has been validated, or is what is left of one that was cut off. One that fits no
    /// envelope is a failure. Gives what was kept, too.
    pub(super) fn element(reader: &'t Reader<'t>, status: Option<u16>, text: &'b str) -> (Self, Slots) {
        let mut reading = Self {
            reader,
            bytes: text.as_bytes(),
            text,
            status,
            outcome: Outcome::Failed,
            envelope: None,
            members: [Span::NONE; KEPT_MEMBERS],
            found: Found::EMPTY,
            primary: None,
        };
        let mut slots = Slots::EMPTY;
        let _ = Walk { reader, text, slots: &mut slots, found: Some(&mut reading.found) }.body();
        reading.choose(&slots);
        (reading, slots)
    }

    /// Chooses the envelope by what a walk kept and counted.
    #[inline]
    fn choose(&mut self, slots: &Slots) {
        let (reader, status, text) = (self.reader, self.status, self.text);
        let mut choice = Choice { reader, status, text, slots, found: &mut self.found };
        if let Some((envelope, verdict)) = choice.choose() {
            (self.envelope, self.outcome, self.primary) = (Some(envelope), verdict.outcome, verdict.primary);
            for (kept, member) in self.members.iter_mut().zip(envelope.keep) {
                *kept = slots.get(member.slot).unwrap_or(Span::NONE);
            }
        }
    }

    /// How bodies of the vendor are read.
    #[must_use]
    pub(crate) const fn reader(&self) -> &'t Reader<'t> {
        self.reader
    }

    /// The body as text.
    pub(crate) const fn text(&self) -> &'b str {
        self.text
    }

    /// The items that were met.
    pub(super) const fn found(&self) -> &Found {
        &self.found
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
                !(well && (why.reason == Reason::NotEnvelope || is_blank(self.bytes)))
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
        Items::new(self)
    }

    /// The places whose items count.
    #[inline]
    pub(super) fn places(&self) -> &'t [u8] {
        self.envelope.map_or(&[], |envelope| envelope.items.all)
    }

    /// The answers in it, each of which was read by itself; `None` where it is a single one.
    pub(crate) fn elements(&self) -> Option<Elements<'b, 't>> {
        let batch = self.envelope?.batch.as_ref()?;
        Some(Elements::new(batch, self.reader, self.status, self.text))
    }

    /// The item that failed the request. A success has none, and neither has a failure that only its HTTP status tells.
    #[inline]
    #[must_use]
    pub(crate) fn primary(&self) -> Option<Item<'b, 't>> {
        self.primary_index().and_then(|index| self.items().nth(index))
    }

    /// The index of the primary item among [`items`](Self::items).
    #[inline]
    #[must_use]
    pub(crate) const fn primary_index(&self) -> Option<usize> {
        self.primary
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
        let text = self.text.trim_matches([' ', '\n', '\t', '\r']);
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
        body_slots(self.reader, self.text).get(slot)
    }
}

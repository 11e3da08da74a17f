//! Reads bodies.

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

/// The number of further members whose spans are stored. If an envelope has more, they are searched for when they are
/// requested.
const KEPT_MEMBERS: usize = 4;

/// A body of any vendor that has been read. It borrows the body and does not allocate.
///
/// [`Response`](crate::Response) adds the types of the vendor and the advice of its catalog.
#[derive(Clone)]
pub(crate) struct Reading<'b, 't> {
    reader: &'t Reader<'t>,
    bytes: &'b [u8],
    /// The body as text without its byte order mark; empty if it is not UTF-8.
    text: &'b str,
    status: Option<u16>,
    outcome: Outcome,
    envelope: Option<&'t Envelope<'t>>,
    /// The further members of the envelope, in its order.
    members: [Span; KEPT_MEMBERS],
    found: Found,
    /// The index of the item that failed the request.
    primary: Option<usize>,
}

impl<'b, 't> Reading<'b, 't> {
    /// Reads a body that came with this HTTP status; `None` if it is not known. Never fails: [`outcome`](Self::outcome)
    /// says whether the body could be read.
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

    /// Reads the body. It fills `self` in place, which is too large to copy.
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

    /// Reads an answer of a batch, which has been validated or is cut off. One without an envelope is a failure. Also
    /// returns the stored values.
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

    /// Chooses the envelope, by the values and items that were found.
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

    /// The tables that the vendor's bodies are read with.
    #[must_use]
    pub(crate) const fn reader(&self) -> &'t Reader<'t> {
        self.reader
    }

    /// The body as text.
    pub(crate) const fn text(&self) -> &'b str {
        self.text
    }

    /// The items that were found.
    pub(super) const fn found(&self) -> &Found {
        &self.found
    }

    /// What the body says about its request.
    #[inline]
    #[must_use]
    pub(crate) const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Whether this is to be treated as an error: something failed, or the vendor does not document such a body.
    ///
    /// Catalogs describe the bodies of errors, not all bodies of successes. So a body that is blank, or JSON without a
    /// documented envelope, is an error unless the HTTP status means success (2xx or 304).
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

    /// The body as received.
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

    /// Every item in order: first the one at the top level, then those in arrays. Items whose codes mean success are
    /// included.
    #[inline]
    #[must_use]
    pub(crate) fn items(&self) -> Items<'_, 'b, 't> {
        Items::new(self)
    }

    /// The places of the envelope's items.
    #[inline]
    pub(super) fn places(&self) -> &'t [u8] {
        self.envelope.map_or(&[], |envelope| envelope.items.all)
    }

    /// The answers in a batch, each of which is read separately; `None` if the body is a single answer.
    pub(crate) fn elements(&self) -> Option<Elements<'b, 't>> {
        let batch = self.envelope?.batch.as_ref()?;
        Some(Elements::new(batch, self.reader, self.status, self.text))
    }

    /// The item that failed the request; `None` for a success, and for a failure that only the HTTP status reports.
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

    /// The further members of the envelope that the catalog lists and the body has, with their paths.
    #[must_use]
    pub(crate) fn context(&self) -> Context<'_, 'b, 't> {
        Context::new(self, self.envelope.map_or(&[], |envelope| envelope.keep))
    }

    /// The whole body as JSON; `None` if it is not JSON.
    #[must_use]
    pub(crate) fn json(&self) -> Option<Json<'b>> {
        let json = match self.outcome {
            Outcome::Failed | Outcome::Succeeded | Outcome::Partial => true,
            Outcome::Unrecognized(why) => why.reason == Reason::NotEnvelope,
        };
        let text = self.text.trim_matches([' ', '\n', '\t', '\r']);
        (json && !text.is_empty()).then(|| Json::new(text))
    }

    /// The further member with this index.
    pub(super) fn kept_member(&self, index: usize) -> Option<Json<'b>> {
        let span = match self.members.get(index) {
            Some(span) => *span,
            None => self.look_for_member(self.envelope?.keep.get(index)?.slot)?,
        };
        (!span.is_none()).then(|| Json::new(span.of(self.text)))
    }

    /// Scans the body again for a member whose span was not stored.
    fn look_for_member(&self, slot: u8) -> Option<Span> {
        body_slots(self.reader, self.text).get(slot)
    }
}

//! Reads bodies.

use crate::json::{Fault, Json, Span};
use crate::table::{Batch, Envelope, Reader};
use crate::{Outcome, Reason};

use super::body::Body;
use super::choice::{Choice, Tally, count};
use super::found::Found;
use super::http::Http;
use super::lazy::body_slots;
use super::outcome::Unread;
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
    http: Http,
    /// The status that counts: the one that was received, or that the body tells.
    status: Option<u16>,
    outcome: Outcome,
    /// Why the body is none of the vendor's envelopes.
    unread: Option<Unread>,
    envelope: Option<&'t Envelope<'t>>,
    /// The further members of the envelope, in its order.
    members: [Span; KEPT_MEMBERS],
    found: Found,
    /// The index of the item that failed the request.
    primary: Option<usize>,
}

impl<'b, 't> Reading<'b, 't> {
    /// A body of which nothing is known yet.
    #[inline]
    pub(super) const fn unread_yet(reader: &'t Reader<'t>, http: Http, bytes: &'b [u8]) -> Self {
        Self {
            reader,
            bytes,
            text: "",
            http,
            status: http.received,
            outcome: Outcome::Unrecognized,
            unread: None,
            envelope: None,
            members: [Span::NONE; KEPT_MEMBERS],
            found: Found::EMPTY,
            primary: None,
        }
    }

    /// Reads this text of the body, and gives what was kept of it. `tally` reads the answers of a batch.
    ///
    /// Fills what is handed out, since it is large to copy.
    #[inline]
    pub(super) fn fill(
        &mut self,
        text: &'b str,
        slots: &mut Slots,
        tally: impl Fn(&'t Batch<'t>, Body<'b, 't>) -> Tally,
    ) -> Result<(), Fault> {
        self.text = text;
        let walked = Walk { reader: self.reader, text, slots, found: Some(&mut self.found) }.body();
        // An element of a batch has been validated, or is what is left of one that was cut off.
        if walked.is_ok() || self.http.of_batch {
            self.choose(slots, tally);
        }
        walked
    }

    /// Chooses the envelope, by the values and items that were found.
    #[inline]
    fn choose(&mut self, slots: &Slots, tally: impl Fn(&'t Batch<'t>, Body<'b, 't>) -> Tally) {
        let mut choice = Choice { body: self.as_body(), slots, found: &mut self.found };
        if let Some((envelope, verdict)) = choice.choose(tally) {
            (self.envelope, self.outcome, self.primary) = (Some(envelope), verdict.outcome, verdict.primary);
            self.status = self.http.or_told_in(envelope.status, slots, self.text);
            for (kept, member) in self.members.iter_mut().zip(envelope.keep) {
                *kept = slots.get(member.slot).unwrap_or(Span::NONE);
            }
        }
    }

    /// Reads an element of a batch. One that fits no envelope is a failure without a code. Gives what was kept, too.
    pub(super) fn element(body: Body<'b, 't>) -> (Self, Slots) {
        let mut reading = Self::unread_yet(body.reader, body.http, body.text.as_bytes());
        let mut slots = Slots::EMPTY;
        // Batches do not nest.
        let _ = reading.fill(body.text, &mut slots, |_, _| Tally::default());
        if reading.envelope.is_none() {
            reading.unread = Some(Unread::whole(Reason::NotEnvelope));
            (reading.outcome, reading.primary) = (Outcome::Failed, Some(0));
        }
        (reading, slots)
    }

    /// Takes down why the body is none of the vendor's envelopes, and what became of the request then.
    pub(super) const fn set_unread(&mut self, unread: Unread) {
        self.outcome = unread.outcome(self.http.received, self.reader.successes);
        self.unread = Some(unread);
    }

    /// The body, how it is read, and its status.
    #[inline]
    pub(super) const fn as_body(&self) -> Body<'b, 't> {
        Body { reader: self.reader, text: self.text, http: self.http }
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

    /// The places whose items count and that have any, as bits.
    #[inline]
    pub(super) fn counting(&self) -> u16 {
        self.found.counting(self.reader, self.places())
    }

    /// How many items it has, beside those of the answers of a batch.
    pub(super) fn count_items(&self) -> usize {
        if self.is_unfit() { 1 } else { count(self.as_body(), &self.found, self.places()) }
    }

    /// Whether it is an element of a batch that fits no envelope: an error as a whole.
    #[inline]
    pub(super) const fn is_unfit(&self) -> bool {
        self.http.of_batch && self.envelope.is_none()
    }

    /// Whether it fits an envelope.
    #[inline]
    pub(super) const fn is_envelope(&self) -> bool {
        self.envelope.is_some()
    }

    /// What the body says about its request.
    #[inline]
    #[must_use]
    pub(crate) const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Why the body is none of the vendor's envelopes; `None` where it is one.
    #[inline]
    #[must_use]
    pub(crate) const fn unread(&self) -> Option<Unread> {
        self.unread
    }

    /// The HTTP status that was received.
    #[inline]
    #[must_use]
    pub(crate) const fn status(&self) -> Option<u16> {
        self.http.received
    }

    /// The HTTP status that counts: the one that was received, or else the one that the body tells. Of an element of a
    /// batch the one that it tells comes first.
    #[inline]
    #[must_use]
    pub(crate) const fn status_or_told(&self) -> Option<u16> {
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

    /// The places of the envelope's items.
    #[inline]
    pub(super) fn places(&self) -> &'t [u8] {
        self.envelope.map_or(&[], |envelope| envelope.items.all)
    }

    /// Where the answers in it stand; `None` where it is a single one.
    pub(super) fn batch(&self) -> Option<&'t Batch<'t>> {
        self.envelope?.batch.as_ref()
    }

    /// The index of the item that failed the request among all items. A success has none, and neither has a failure that
    /// only its HTTP status tells.
    #[inline]
    #[must_use]
    pub(crate) const fn primary_index(&self) -> Option<usize> {
        self.primary
    }

    /// The envelope, whose members stay reachable beside the errors.
    pub(super) const fn keeper(&self) -> Option<&'t Envelope<'t>> {
        self.envelope
    }

    /// The whole body as JSON; `None` if it is not JSON.
    #[must_use]
    pub(crate) fn json(&self) -> Option<Json<'b>> {
        let json = self.unread.is_none_or(|unread| unread.reason == Reason::NotEnvelope);
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

//! What a body turned out to be.

use core::fmt;

use crate::json::{Fault, Json, Scanner, Span};
use crate::table::{Envelope, Place, Reader, TransportError};

use super::condition::holds;
use super::context::Context;
use super::cursor::Way;
use super::item::{Item, ItemSpans, Items};
use super::raw_code::RawCode;
use super::walk::{Found, Slots, Walk};

/// A body of any vendor, read. Borrows the body; nothing has been allocated.
///
/// [`Response`](crate::Response) is the same with the types of one vendor, [`AnyResponse`](crate::AnyResponse) with all
/// that the catalog of a vendor says.
#[derive(Clone)]
pub struct Reading<'b, 't> {
    reader: &'t Reader<'t>,
    bytes: &'b [u8],
    /// The body as text without its byte order mark; empty where it is not UTF-8.
    text: &'b str,
    status: Option<u16>,
    outcome: Outcome,
    envelope: Option<&'t Envelope<'t>>,
    slots: Slots,
    found: Found,
}

/// What a body turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The request failed.
    Failed,
    /// The request succeeded.
    Succeeded,
    /// Some of it succeeded, some failed.
    Partial,
    /// The body is none of the vendor's envelopes.
    Unrecognized(Unrecognized),
}

/// Why, and where, a body is none of the vendor's envelopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unrecognized {
    /// Why.
    pub reason: Reason,
    /// The offset in bytes, from the start of the body as it was given; `None` where the body as a whole is meant.
    pub offset: Option<usize>,
}

/// Why a body is none of the vendor's envelopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is empty, blank, not UTF-8 or not JSON.
    NotJson,
    /// It is JSON, but has neither errors nor a mark of success. Or it has 4 GiB or more, and was not looked at.
    NotEnvelope,
    /// Lists and objects are nested more deeply than [`MAX_DEPTH`](crate::json::MAX_DEPTH).
    TooDeep,
}

impl Outcome {
    /// The word that exports and metrics use: `failed`, `succeeded`, `partial`, `unrecognized`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Succeeded => "succeeded",
            Self::Partial => "partial",
            Self::Unrecognized(_) => "unrecognized",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Reason {
    /// The word that exports and metrics use: `not_json`, `not_envelope`, `too_deep`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotJson => "not_json",
            Self::NotEnvelope => "not_envelope",
            Self::TooDeep => "too_deep",
        }
    }
}

impl fmt::Display for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.reason, self.offset) {
            (Reason::NotJson, Some(offset)) => write!(f, "not JSON at byte {offset}"),
            (Reason::NotJson, None) => f.write_str("not JSON"),
            (Reason::NotEnvelope, _) => f.write_str("JSON, but none of the vendor's envelopes"),
            (Reason::TooDeep, Some(offset)) => write!(f, "nested too deeply at byte {offset}"),
            (Reason::TooDeep, None) => f.write_str("nested too deeply"),
        }
    }
}

pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl<'b, 't> Reading<'b, 't> {
    /// Reads a body that came with this HTTP status, `None` where it is not known. Never fails: what the body is not
    /// is told by [`outcome`](Self::outcome).
    #[inline]
    #[must_use]
    pub fn read(reader: &'t Reader<'t>, status: Option<u16>, body: &'b [u8]) -> Self {
        // Inlined, so that the caller's variable is what is filled: the struct is too large to be copied lightly.
        let mut reading = Self::unread(reader, status, body);
        reading.fill();
        reading
    }

    /// Reads the body.
    #[inline(never)]
    fn fill(&mut self) {
        let (json, mark) = match self.bytes.strip_prefix(BYTE_ORDER_MARK) {
            Some(json) => (json, BYTE_ORDER_MARK.len()),
            None => (self.bytes, 0),
        };
        if u32::try_from(json.len()).is_err() {
            return;
        }
        let fault = match core::str::from_utf8(json) {
            Ok(text) => {
                self.text = text;
                self.scan().err()
            }
            Err(error) => Some(Fault::syntax(error.valid_up_to())),
        };
        if let Some(fault) = fault {
            self.outcome = self.not_read(fault, mark);
            (self.slots, self.found) = (Slots::EMPTY, Found::NONE);
        }
    }

    /// A body that has not been looked at.
    const fn unread(reader: &'t Reader<'t>, status: Option<u16>, bytes: &'b [u8]) -> Self {
        let outcome = Outcome::Unrecognized(Unrecognized { reason: Reason::NotEnvelope, offset: None });
        Self { reader, bytes, text: "", status, outcome, envelope: None, slots: Slots::EMPTY, found: Found::NONE }
    }

    /// Scans the body and, where it is JSON, chooses its envelope.
    fn scan(&mut self) -> Result<(), Fault> {
        let reader = self.reader;
        let mut walk = Walk { reader, text: self.text, slots: &mut self.slots, found: Some(&mut self.found) };
        let end = walk.value(0, 0, Span::NONE)?;
        Scanner::new(self.text, end).expect_end()?;
        self.choose_envelope();
        Ok(())
    }

    /// Chooses the envelope by what the scan has kept and counted.
    fn choose_envelope(&mut self) {
        self.count_deep();
        for envelope in self.reader.envelopes {
            if !holds(&envelope.when, &self.slots, &self.found, self.text) {
                continue;
            }
            let has_items = self.count_items(envelope);
            let success = envelope.success.as_ref();
            let success = success.is_some_and(|condition| holds(condition, &self.slots, &self.found, self.text));
            if has_items || success {
                self.envelope = Some(envelope);
                self.outcome = self.decide(envelope, has_items, success);
                break;
            }
        }
    }

    /// Reads what `scan` makes of a text that may be the beginning of a body only. Whatever stands in the first place of
    /// the envelope that seems to be the body's is its first item.
    pub(super) fn beginning(
        reader: &'t Reader<'t>,
        status: Option<u16>,
        text: &'b str,
        scan: impl FnOnce(&mut Walk<'_, 't>),
    ) -> (Option<&'t Envelope<'t>>, Option<Item<'b, 't>>) {
        let mut reading = Self::unread(reader, status, text.as_bytes());
        reading.text = text;
        scan(&mut Walk { reader, text, slots: &mut reading.slots, found: Some(&mut reading.found) });
        reading.choose_envelope();
        let first = reading.envelope.and_then(|envelope| Items::new(&reading, envelope.items.get(..1)?).next());
        (reading.envelope, first)
    }

    /// What a body is that is not JSON. Some statuses say enough without one.
    fn not_read(&self, fault: Fault, mark: usize) -> Outcome {
        let blank = self.is_blank();
        if blank && self.status.is_some_and(|status| self.reader.success_without_body.contains(&status)) {
            return Outcome::Succeeded;
        }
        let reason = if fault.is_too_deep() { Reason::TooDeep } else { Reason::NotJson };
        let offset = if blank { 0 } else { fault.at() + mark };
        Outcome::Unrecognized(Unrecognized { reason, offset: Some(offset) })
    }

    /// Counts the items of an envelope that the scan left alone; whether it has any at all.
    fn count_items(&mut self, envelope: &Envelope<'_>) -> bool {
        let mut any = false;
        for &index in envelope.items {
            if let Some(place) = self.reader.places.get(usize::from(index))
                && place.container.is_none()
            {
                self.count_single(index, place);
            }
            any |= self.found.has(index);
        }
        any
    }

    /// Looks at the one value of a place that no list leads to.
    fn count_single(&mut self, index: u8, place: &Place<'_>) {
        let node = self.reader.nodes.get(usize::from(place.node));
        let Some(span) = node.and_then(|node| node.slot).and_then(|slot| self.slots.get(slot)) else {
            return;
        };
        let is_item = ItemSpans::is_item(place, span, &self.slots, &self.found, self.text);
        self.found.set_count(index, u32::from(is_item));
        if is_item && let Some(free) = self.found.free_for_single() {
            free.fill(index, place, span, &self.slots, self.text);
        }
    }

    /// Counts the items of the places whose way leads through members behind a list, which the scan left alone.
    #[inline]
    fn count_deep(&mut self) {
        for (index, place) in (0..).zip(self.reader.places) {
            if place.deep {
                self.found.set_count(index, Way::new(self.reader, self.text, index, &self.slots).count());
            }
        }
    }

    /// The outcome of a body in this envelope.
    fn decide(&self, envelope: &'t Envelope<'t>, has_items: bool, success: bool) -> Outcome {
        if !has_items {
            return Outcome::Succeeded;
        }
        let succeeded = self.first_item(envelope).is_some_and(|item| {
            let by_status = || item.is_neutral() && self.status.is_some_and(|status| (200..300).contains(&status));
            item.means_success().unwrap_or_else(by_status)
        });
        match (succeeded, success && envelope.partial) {
            (true, _) => Outcome::Succeeded,
            (false, true) => Outcome::Partial,
            (false, false) => Outcome::Failed,
        }
    }

    /// The first item of an envelope.
    #[inline]
    fn first_item(&self, envelope: &'t Envelope<'t>) -> Option<Item<'b, 't>> {
        let place = envelope.items.iter().find(|place| self.found.has(**place));
        // Most often it has been kept. That spares the way through all items.
        match self.found.kept().iter().find(|item| Some(&item.place) == place) {
            Some(item) => Some(Item::new(self.reader, self.text, *item)),
            None => Items::new(self, envelope.items).next(),
        }
    }

    /// How bodies of the vendor are read.
    #[must_use]
    pub const fn reader(&self) -> &'t Reader<'t> {
        self.reader
    }

    pub(super) const fn text(&self) -> &'b str {
        self.text
    }

    pub(super) const fn slots(&self) -> &Slots {
        &self.slots
    }

    pub(super) const fn found(&self) -> &Found {
        &self.found
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
                !(well && (why.reason == Reason::NotEnvelope || self.is_blank()))
            }
        }
    }

    /// Whether the body is empty or nothing but white space, perhaps behind a byte order mark.
    fn is_blank(&self) -> bool {
        let body = self.bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(self.bytes);
        body.iter().all(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r'))
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
        Items::new(self, self.envelope.map_or(&[], |envelope| envelope.items))
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
        let text = self.text.trim_matches([' ', '\n', '\t', '\r']);
        (json && !text.is_empty()).then(|| Json::new(text))
    }

    pub(super) fn kept(&self, slot: u8) -> Option<Json<'b>> {
        self.slots.get(slot).map(|span: Span| Json::new(span.of(self.text)))
    }
}

//! Reading a body: one scan, and the choice of the envelope by what it kept and counted.

use crate::hint::cold_path;
use crate::json::{Fault, Utf8};
use crate::table::{Envelope, Reader};

use super::condition::holds;
use super::cursor::Way;
use super::found::{Found, bit};
use super::item::Item;
use super::outcome::{Outcome, Reason, Unrecognized};
use super::slots::{Slots, Traces};
use super::spans::ItemSpans;
use super::walk::Walk;

/// What a scan has found out, beside what it kept and counted.
#[derive(Clone, Copy)]
pub(super) struct Scanned<'b, 't> {
    /// The body as text without its byte order mark; empty where it is not UTF-8.
    pub(super) text: Utf8<'b>,
    pub(super) outcome: Outcome,
    pub(super) envelope: Option<&'t Envelope<'t>>,
}

/// Reads a body.
#[inline(always)]
#[expect(clippy::inline_always, reason = "spares a call for every body")]
pub(super) fn body<'b, 't>(
    reader: &'t Reader<'t>,
    status: Option<u16>,
    body: &'b [u8],
    slots: &mut Slots,
    found: &mut Found<'_>,
) -> Scanned<'b, 't> {
    let not_envelope = Outcome::Unrecognized(Unrecognized { reason: Reason::NotEnvelope, offset: None });
    let mut scanned = Scanned { text: Utf8::default(), outcome: not_envelope, envelope: None };
    let json = without_mark(body);
    if u32::try_from(json.len()).is_err() {
        cold_path();
        return scanned;
    }
    let fault = match Utf8::check(json) {
        Ok(text) => {
            scanned.text = text;
            Walk { reader, text, slots, found: Some(found) }.body().err()
        }
        Err(valid) => Some(Fault::syntax(valid)),
    };
    match fault {
        None => {
            let chosen = Choice { reader, status, text: scanned.text, slots, found }.choose();
            if let Some((envelope, decided)) = chosen {
                scanned.envelope = Some(envelope);
                scanned.outcome = match decided {
                    Decided::Failed => Outcome::Failed,
                    Decided::Succeeded => Outcome::Succeeded,
                    Decided::Partial => Outcome::Partial,
                };
            }
        }
        Some(fault) => scanned.outcome = not_read(reader, status, body, fault, body.len() - json.len()),
    }
    scanned
}

/// A body without its byte order mark. Most have none, which the first byte tells.
#[inline]
pub(super) const fn without_mark(body: &[u8]) -> &[u8] {
    if !matches!(body, [0xef, ..]) {
        return body;
    }
    cold_path();
    match body {
        [0xef, 0xbb, 0xbf, json @ ..] => json,
        _ => body,
    }
}

/// What a body is that is not JSON. Some statuses say enough without one.
#[cold]
fn not_read(reader: &Reader<'_>, status: Option<u16>, body: &[u8], fault: Fault, mark: usize) -> Outcome {
    let blank = is_blank(body);
    if blank && status.is_some_and(|status| reader.success_without_body.contains(&status)) {
        return Outcome::Succeeded;
    }
    let reason = if fault.is_too_deep() { Reason::TooDeep } else { Reason::NotJson };
    let offset = if blank { 0 } else { fault.at() + mark };
    Outcome::Unrecognized(Unrecognized { reason, offset: Some(offset) })
}

/// Whether a body is empty or nothing but white space, perhaps behind a byte order mark.
pub(super) fn is_blank(body: &[u8]) -> bool {
    without_mark(body).iter().all(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r'))
}

/// The outcome of a body that has an envelope. An [`Outcome`] does not fit registers.
#[derive(Clone, Copy)]
pub(super) enum Decided {
    Failed,
    Succeeded,
    Partial,
}

/// The choice of the envelope by what a scan has kept and counted.
pub(super) struct Choice<'w, 'k, 'b, 't> {
    pub(super) reader: &'t Reader<'t>,
    pub(super) status: Option<u16>,
    pub(super) text: Utf8<'b>,
    pub(super) slots: &'w Slots,
    pub(super) found: &'w mut Found<'k>,
}

impl<'b, 't> Choice<'_, '_, 'b, 't> {
    /// The first envelope that is the body's, and what became of the request.
    #[inline(never)]
    pub(super) fn choose(&mut self) -> Option<(&'t Envelope<'t>, Decided)> {
        if self.reader.deep != 0 {
            count_deep(self.reader, self.text, self.slots.traces(), self.found);
        }
        for envelope in self.reader.envelopes {
            if !holds(&envelope.when, self.slots, self.found, self.text) {
                continue;
            }
            if !envelope.items.single.is_empty() {
                self.count_singles(envelope.items.single);
            }
            let has_items = self.found.have_any(envelope.items.bits);
            let success = envelope.success.as_ref();
            let success = success.is_some_and(|condition| holds(condition, self.slots, self.found, self.text));
            if has_items || success {
                return Some((envelope, self.decide(envelope, has_items, success)));
            }
        }
        None
    }

    /// Counts the items of places that no list leads to, which the scan left alone.
    #[inline(never)]
    fn count_singles(&mut self, places: &[u8]) {
        for &index in places {
            if let Some(place) = self.reader.places.get(usize::from(index))
                && let Some(node) = self.reader.nodes.get(usize::from(place.node))
                && let Some(span) = node.slot.and_then(|slot| self.slots.get(slot))
            {
                self.found.count_single(index, place, span, self.slots, self.text);
            }
        }
    }

    /// What a body in this envelope says of the request.
    #[inline]
    fn decide(&self, envelope: &'t Envelope<'t>, has_items: bool, success: bool) -> Decided {
        if !has_items {
            return Decided::Succeeded;
        }
        // Most vendors have no codes that mean success, and no items that leave it to the status.
        let may_succeed = !self.reader.success.is_empty() || envelope.items.any_neutral;
        match (may_succeed && self.succeeded(envelope.items.all), success && envelope.partial) {
            (true, _) => Decided::Succeeded,
            (false, true) => Decided::Partial,
            (false, false) => Decided::Failed,
        }
    }

    /// Whether the first item of some places says that all is well.
    #[inline(never)]
    fn succeeded(&self, places: &[u8]) -> bool {
        let Some(&first) = places.iter().find(|place| self.found.has(**place)) else {
            return false;
        };
        let neutral = self.reader.places.get(usize::from(first)).is_some_and(|place| place.neutral);
        let by_code = match self.found.first_kept(first) {
            Some(kept) => kept.means_success(self.reader, self.text),
            None => self.first_unkept(first).and_then(|item| item.means_success(self.reader, self.text)),
        };
        by_code.unwrap_or_else(|| neutral && self.status.is_some_and(|status| (200..300).contains(&status)))
    }

    /// The first item of some places.
    #[inline]
    pub(super) fn first_item(&self, places: &[u8]) -> Option<Item<'b, 't>> {
        let &place = places.iter().find(|place| self.found.has(**place))?;
        let spans = self.found.first_kept(place).copied().or_else(|| self.first_unkept(place))?;
        Some(Item::new(self.reader, self.text, spans))
    }

    /// The first item of a place of which none is kept.
    #[cold]
    fn first_unkept(&self, place: u8) -> Option<ItemSpans> {
        Way::new(self.reader, self.text, place, self.slots.traces()).first()
    }
}

/// Counts the items of the places whose way leads through members behind a list, which the scan left alone.
#[cold]
fn count_deep(reader: &Reader<'_>, text: Utf8<'_>, traces: Traces, found: &mut Found<'_>) {
    for index in (0..u16::BITS).filter_map(|index| u8::try_from(index).ok()) {
        if reader.deep & bit(index) != 0 {
            let way = Way::new(reader, text, index, traces);
            found.count_unkept(index, way.first().is_some());
        }
    }
}

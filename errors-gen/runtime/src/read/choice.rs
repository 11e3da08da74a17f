//! What a body is: the choice of the envelope by what a walk kept and counted.

use crate::json::Fault;
use crate::table::{Condition, Envelope, Reader};

use super::condition::holds;
use super::found::{Found, bit};
use super::item::Item;
use super::lazy::LazyItems;
use super::outcome::{Outcome, Reason, Unrecognized};
use super::slots::Slots;
use super::spans::ItemSpans;

/// The choice of the envelope by what a walk kept and counted.
pub(super) struct Choice<'w, 'b, 't> {
    pub(super) reader: &'t Reader<'t>,
    pub(super) status: Option<u16>,
    pub(super) text: &'b str,
    pub(super) slots: &'w Slots,
    pub(super) found: &'w mut Found,
}

/// A body without its byte order mark.
#[inline]
pub(super) const fn without_mark(body: &[u8]) -> &[u8] {
    match body {
        [0xef, 0xbb, 0xbf, json @ ..] => json,
        _ => body,
    }
}

/// What a body is that is not JSON. Some statuses say enough without one.
#[cold]
pub(super) fn not_read(reader: &Reader<'_>, status: Option<u16>, body: &[u8], fault: Fault) -> Outcome {
    let blank = is_blank(body);
    if blank && status.is_some_and(|status| reader.success_without_body.contains(&status)) {
        return Outcome::Succeeded;
    }
    let reason = match fault {
        Fault::Syntax(_) => Reason::NotJson,
        Fault::TooDeep(_) => Reason::TooDeep,
    };
    let mark = body.len() - without_mark(body).len();
    let offset = if blank { 0 } else { fault.at() + mark };
    Outcome::Unrecognized(Unrecognized { reason, offset: Some(offset) })
}

/// Whether a body is empty or nothing but whitespace, perhaps behind a byte order mark.
pub(super) fn is_blank(body: &[u8]) -> bool {
    without_mark(body).iter().all(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r'))
}

impl<'b, 't> Choice<'_, 'b, 't> {
    /// The first envelope that is the body's, and what became of the request.
    pub(super) fn choose(&mut self) -> Option<(&'t Envelope<'t>, Outcome)> {
        if self.reader.deep != 0 {
            self.count_deep();
        }
        for envelope in self.reader.envelopes {
            if !self.holds(&envelope.when) {
                continue;
            }
            self.count_singles(envelope.items.single);
            let has_items = self.found.have_any(envelope.items.bits);
            let success = envelope.success.as_ref().is_some_and(|condition| self.holds(condition));
            if has_items || success {
                return Some((envelope, self.decide(envelope, has_items, success)));
            }
        }
        None
    }

    #[inline]
    fn holds(&self, condition: &Condition<'_>) -> bool {
        holds(condition, self.slots, self.found, self.text)
    }

    /// Counts the items of the places whose way leads through members behind a list, which the walk left alone.
    #[cold]
    fn count_deep(&mut self) {
        for index in (0..).take(16).filter(|index| self.reader.deep & bit(*index) != 0) {
            let any = LazyItems::new(self.reader, self.text, index).is_some_and(|mut items| items.next().is_some());
            self.found.count_lazy(index, any);
        }
    }

    /// Counts the items of places that no list leads to, which the walk left alone.
    fn count_singles(&mut self, places: &[u8]) {
        for &index in places {
            if let Some(place) = self.reader.places.get(usize::from(index))
                && let Some(node) = self.reader.nodes.get(usize::from(place.node))
                && let Some(span) = node.slot.and_then(|slot| self.slots.get(slot))
            {
                self.found.count(index, place, span, self.slots, self.text);
            }
        }
    }

    /// What a body in this envelope says of the request.
    #[inline]
    fn decide(&self, envelope: &'t Envelope<'t>, has_items: bool, success: bool) -> Outcome {
        if !has_items {
            return Outcome::Succeeded;
        }
        // Most vendors have no codes that mean success, and no items that leave it to the status.
        let may_succeed = !self.reader.success.is_empty() || envelope.items.any_neutral;
        match (may_succeed && self.succeeded(envelope.items.all), success && envelope.partial) {
            (true, _) => Outcome::Succeeded,
            (false, true) => Outcome::Partial,
            (false, false) => Outcome::Failed,
        }
    }

    /// Whether the first item of some places says that all is well.
    #[inline(never)]
    fn succeeded(&self, places: &[u8]) -> bool {
        let Some(first) = self.first_spans(places) else {
            return false;
        };
        let neutral = self.reader.places.get(usize::from(first.place)).is_some_and(|place| place.neutral);
        let by_code = first.means_success(self.reader, self.text);
        by_code.unwrap_or_else(|| neutral && self.status.is_some_and(|status| (200..300).contains(&status)))
    }

    /// The first item of some places.
    pub(super) fn first_item(&self, places: &[u8]) -> Option<Item<'b, 't>> {
        Some(Item::new(self.reader, self.text, self.first_spans(places)?))
    }

    fn first_spans(&self, places: &[u8]) -> Option<ItemSpans> {
        let &place = places.iter().find(|place| self.found.has(**place))?;
        if self.found.is_lazy(place) {
            return LazyItems::new(self.reader, self.text, place)?.next();
        }
        self.found.kept().iter().find(|item| item.place == place).copied()
    }
}

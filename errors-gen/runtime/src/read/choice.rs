//! Chooses the envelope of a body, by the values and items that were found.

use crate::json::Fault;
use crate::table::{Condition, Envelope, Reader};

use super::batch::{Elements, Tally};
use super::condition::holds;
use super::found::{Found, bit};
use super::item::Item;
use super::lazy::LazyItems;
use super::outcome::{Outcome, Reason, Unrecognized};
use super::slots::Slots;
use super::spans::ItemSpans;

/// What a body says about its request.
#[derive(Clone, Copy)]
pub(super) struct Verdict {
    pub(super) outcome: Outcome,
    /// The index of the item that failed the request.
    pub(super) primary: Option<usize>,
}

/// What the items of a body say about its request.
enum Deciding {
    /// The first item that is not a note has this index, and its code does not mean success.
    Failure(usize),
    /// The first item that is not a note has a code that means success.
    Success,
    /// All items are notes.
    Notes,
}

/// The data by which the envelope is chosen: the values and items that were found.
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

/// The outcome for a body that is not JSON. An empty body can be a success, by its status.
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

/// Whether a body is empty or only whitespace, after an optional byte order mark.
pub(super) fn is_blank(body: &[u8]) -> bool {
    without_mark(body).iter().all(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r'))
}

impl<'b, 't> Choice<'_, 'b, 't> {
    /// The first envelope whose conditions the body meets, and what it says about the request.
    pub(super) fn choose(&mut self) -> Option<(&'t Envelope<'t>, Verdict)> {
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
            if let Some(batch) = &envelope.batch {
                let tally = Elements::new(batch, self.reader, self.status, self.text).tally();
                if has_items || success || tally.fits {
                    return Some((envelope, self.decide_batch(envelope, success, tally)));
                }
            } else if has_items || success {
                return Some((envelope, self.decide(envelope, has_items, success)));
            }
        }
        None
    }

    #[inline]
    fn holds(&self, condition: &Condition<'_>) -> bool {
        holds(condition, self.slots, self.found, self.text)
    }

    /// Counts the items of places whose paths go through members of array elements, which were not counted during the
    /// scan.
    #[cold]
    fn count_deep(&mut self) {
        for index in (0..).take(16).filter(|index| self.reader.deep & bit(*index) != 0) {
            let any = LazyItems::new(self.reader, self.text, index).is_some_and(|mut items| items.next().is_some());
            self.found.count_lazy(index, any);
        }
    }

    /// Counts the items of places that have at most one, which were not counted during the scan.
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

    /// What a body with this envelope says about the request.
    #[inline]
    fn decide(&self, envelope: &'t Envelope<'t>, has_items: bool, success: bool) -> Verdict {
        // A fast path, since most vendors have neither codes that mean success nor notes.
        let by_code =
            !self.reader.success.is_empty() || !self.reader.notes.is_empty() || !self.reader.note_rules.is_empty();
        let may_succeed = by_code || envelope.items.any_note;
        let succeeded = Verdict { outcome: Outcome::Succeeded, primary: None };
        let primary = match has_items {
            false => return succeeded,
            true if !may_succeed => Some(0),
            true => match self.deciding(envelope.items.all) {
                Deciding::Failure(index) => Some(index),
                Deciding::Success => return succeeded,
                Deciding::Notes if success || self.status.is_some_and(|status| (200..300).contains(&status)) => {
                    return succeeded;
                }
                Deciding::Notes => None,
            },
        };
        Verdict { outcome: if success && envelope.partial { Outcome::Partial } else { Outcome::Failed }, primary }
    }

    /// What a batch says: its answers about their requests, and items outside of them about all requests.
    #[cold]
    fn decide_batch(&self, envelope: &'t Envelope<'t>, success: bool, tally: Tally) -> Verdict {
        let (own, count) = self.deciding_of_all(envelope.items.all);
        let failed = tally.failed || matches!(own, Deciding::Failure(_));
        let succeeded = success || tally.succeeded || matches!(own, Deciding::Success);
        let primary = match own {
            Deciding::Failure(index) => Some(index),
            Deciding::Success | Deciding::Notes => tally.primary.map(|index| count + index),
        };
        match (failed, succeeded) {
            (true, true) => Verdict { outcome: Outcome::Partial, primary },
            (true, false) => Verdict { outcome: Outcome::Failed, primary },
            (false, _) => Verdict { outcome: Outcome::Succeeded, primary: None },
        }
    }

    /// What the first item of some places that is not a note says, and how many items there are.
    fn deciding_of_all(&self, places: &[u8]) -> (Deciding, usize) {
        let count = places.iter().filter(|place| self.counts(**place)).map(|&place| {
            let kept = self.found.kept().iter().filter(|item| item.place == place).count();
            let lazy = if self.found.is_lazy(place) { LazyItems::new(self.reader, self.text, place) } else { None };
            lazy.map_or(kept, Iterator::count)
        });
        (self.deciding(places), count.sum())
    }

    /// What the first item of some places that is not a note says.
    #[inline(never)]
    fn deciding(&self, places: &[u8]) -> Deciding {
        let mut index = 0;
        for &place in places.iter().filter(|place| self.counts(**place)) {
            let mut kept = self.found.kept().iter().filter(|item| item.place == place);
            let mut lazy = if self.found.is_lazy(place) { LazyItems::new(self.reader, self.text, place) } else { None };
            while let Some(item) = lazy.as_mut().map_or_else(|| kept.next().copied(), Iterator::next) {
                if item.means_success(self.reader, self.text) == Some(true) {
                    return Deciding::Success;
                }
                if !item.is_note(self.reader, self.text) {
                    return Deciding::Failure(index);
                }
                index += 1;
            }
        }
        Deciding::Notes
    }

    /// Whether a place has items that are not ignored in favor of an alternative place.
    fn counts(&self, index: u8) -> bool {
        let place = self.reader.places.get(usize::from(index));
        self.found.has(index) && place.is_some_and(|place| self.found.counts(place))
    }

    /// The first item of some places.
    pub(super) fn first_item(&self, places: &[u8]) -> Option<Item<'b, 't>> {
        Some(Item::new(self.reader, self.text, self.first_spans(places)?))
    }

    fn first_spans(&self, places: &[u8]) -> Option<ItemSpans> {
        let &place = places.iter().find(|place| self.counts(**place))?;
        if self.found.is_lazy(place) {
            return LazyItems::new(self.reader, self.text, place)?.next();
        }
        self.found.kept().iter().find(|item| item.place == place).copied()
    }
}

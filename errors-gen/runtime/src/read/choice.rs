//! Chooses the envelope of a body, by the values and items that were found.

use crate::Outcome;
use crate::table::{Batch, Condition, Envelope};

use super::body::Body;
use super::condition::holds;
use super::found::{Found, bit};
use super::item::Item;
use super::lazy::LazyItems;
use super::slots::Slots;

/// What a body says about its request.
#[derive(Clone, Copy)]
pub(super) struct Verdict {
    pub(super) outcome: Outcome,
    /// The index of the item that failed the request.
    pub(super) primary: Option<usize>,
}

impl Verdict {
    const SUCCESS: Self = Self { outcome: Outcome::Succeeded, primary: None };
}

/// What became of the requests of a batch.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    /// Whether any answer has an envelope.
    pub(super) fits: bool,
    /// Whether any request succeeded.
    pub(super) succeeded: bool,
    /// Whether any request failed.
    pub(super) failed: bool,
    /// The index among all items of the first that failed its request.
    pub(super) primary: Option<usize>,
}

/// What the items of a body say about its request.
#[derive(Clone, Copy)]
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
    pub(super) body: Body<'b, 't>,
    pub(super) slots: &'w Slots,
    pub(super) found: &'w mut Found,
}

impl<'b, 't> Choice<'_, 'b, 't> {
    /// The first envelope whose conditions the body meets, and what it says about the request. `tally` reads the
    /// answers of a batch.
    pub(super) fn choose(
        &mut self,
        tally: impl Fn(&'t Batch<'t>, Body<'b, 't>) -> Tally,
    ) -> Option<(&'t Envelope<'t>, Verdict)> {
        if self.body.reader.deep != 0 {
            self.count_deep();
        }
        for envelope in self.body.reader.envelopes {
            if !self.holds(&envelope.when) {
                continue;
            }
            self.count_singles(envelope.items.single);
            let has_items = self.found.have_any(envelope.items.bits);
            let success = envelope.success.as_ref().is_some_and(|condition| self.holds(condition));
            if let Some(batch) = &envelope.batch {
                let tally = tally(batch, self.body);
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
        holds(condition, &self.body.known(self.slots, self.found))
    }

    /// Counts the items of places whose paths go through members of array elements, and of those that depend on the
    /// rest of the body, none of which were counted during the scan.
    #[cold]
    fn count_deep(&mut self) {
        for index in (0..).take(16).filter(|index| self.body.reader.deep & bit(*index) != 0) {
            if LazyItems::new(self.body, index).is_some_and(|mut items| items.next().is_some()) {
                self.found.count_lazy(index);
            }
        }
    }

    /// Counts the items of places that have at most one, which were not counted during the scan.
    fn count_singles(&mut self, places: &[u8]) {
        for &index in places {
            if let Some(place) = self.body.reader.places.get(usize::from(index))
                && let Some(node) = self.body.reader.nodes.get(usize::from(place.node))
                && let Some(span) = node.slot.and_then(|slot| self.slots.get(slot))
            {
                let known = self.body.known(self.slots, self.found);
                self.found.count(index, place, span, &known);
            }
        }
    }

    /// What a body with this envelope says about the request.
    #[inline]
    fn decide(&self, envelope: &'t Envelope<'t>, has_items: bool, success: bool) -> Verdict {
        // A fast path, since most vendors have neither codes that mean success nor notes.
        let reader = self.body.reader;
        let by_code = !reader.success.is_empty() || !reader.notes.is_empty() || !reader.note_rules.is_empty();
        let may_succeed = by_code || envelope.items.any_note;
        let primary = match has_items {
            false => return Verdict::SUCCESS,
            true if !may_succeed => Some(0),
            true => match self.deciding(envelope.items.all) {
                Deciding::Failure(index) => Some(index),
                Deciding::Success => return Verdict::SUCCESS,
                Deciding::Notes if success || self.succeeds_by_status(envelope) => return Verdict::SUCCESS,
                Deciding::Notes => None,
            },
        };
        Verdict { outcome: if success && envelope.partial { Outcome::Partial } else { Outcome::Failed }, primary }
    }

    /// Whether the HTTP status is one of success: it decides for a body whose items are all notes.
    #[cold]
    fn succeeds_by_status(&self, envelope: &Envelope<'_>) -> bool {
        let status = self.body.http.or_told_in(envelope.status, self.slots, self.body.text);
        status.is_some_and(|status| (200..300).contains(&status))
    }

    /// What a batch says: its answers about their requests, and items outside of them about all requests.
    #[cold]
    fn decide_batch(&self, envelope: &'t Envelope<'t>, success: bool, tally: Tally) -> Verdict {
        let own = self.deciding(envelope.items.all);
        let failed = tally.failed || matches!(own, Deciding::Failure(_));
        let succeeded = success || tally.succeeded || matches!(own, Deciding::Success);
        let primary = match own {
            Deciding::Failure(index) => Some(index),
            Deciding::Success | Deciding::Notes => {
                tally.primary.map(|index| count(self.body, self.found, envelope.items.all) + index)
            }
        };
        match (failed, succeeded) {
            (true, true) => Verdict { outcome: Outcome::Partial, primary },
            (true, false) => Verdict { outcome: Outcome::Failed, primary },
            (false, true) => Verdict::SUCCESS,
            (false, false) if self.succeeds_by_status(envelope) => Verdict::SUCCESS,
            (false, false) => Verdict { outcome: Outcome::Failed, primary: None },
        }
    }

    /// What the first item of some places that is not a note says.
    #[inline(never)]
    fn deciding(&self, places: &[u8]) -> Deciding {
        let Body { reader, text, .. } = self.body;
        let counting = self.found.counting(reader, places);
        let mut index = 0;
        for &place in places.iter().filter(|place| counting & bit(**place) != 0) {
            let mut kept = self.found.kept().iter().filter(|item| item.place == place);
            let mut lazy = if self.found.is_lazy(place) { LazyItems::new(self.body, place) } else { None };
            while let Some(item) = lazy.as_mut().map_or_else(|| kept.next().copied(), Iterator::next) {
                if item.means_success(reader, text) == Some(true) {
                    return Deciding::Success;
                }
                if !item.is_note(reader, text) {
                    return Deciding::Failure(index);
                }
                index += 1;
            }
        }
        Deciding::Notes
    }

    /// The item that is sure to be the first of these places, also where the body is cut off.
    pub(super) fn first_item(&self, places: &[u8]) -> Option<Item<'b, 't>> {
        let &place = places.iter().find(|place| self.may_have_item(**place))?;
        if self.found.counting(self.body.reader, &[place]) == 0 {
            return None;
        }
        let spans = if self.found.is_lazy(place) {
            LazyItems::new(self.body, place)?.next()
        } else {
            self.found.kept().iter().find(|item| item.place == place).copied()
        };
        Some(Item::new(self.body.reader, self.body.text, spans?))
    }

    /// Whether a place has an item, or could have one in what was cut off: not where an array stands that no array leads
    /// to.
    fn may_have_item(&self, index: u8) -> bool {
        let Body { reader, text, .. } = self.body;
        let single = reader.places.get(usize::from(index)).filter(|place| !place.is_listed());
        let slot = single.and_then(|place| reader.nodes.get(usize::from(place.node))?.slot);
        slot.and_then(|slot| self.slots.get(slot)).is_none_or(|value| value.first_byte(text) != b'[')
    }
}

/// How many items some places have.
pub(super) fn count(body: Body<'_, '_>, found: &Found, places: &[u8]) -> usize {
    let counting = found.counting(body.reader, places);
    let of_place = |&place: &u8| {
        let lazy = if found.is_lazy(place) { LazyItems::new(body, place) } else { None };
        lazy.map_or_else(|| found.kept().iter().filter(|item| item.place == place).count(), Iterator::count)
    };
    places.iter().filter(|place| counting & bit(**place) != 0).map(of_place).sum()
}

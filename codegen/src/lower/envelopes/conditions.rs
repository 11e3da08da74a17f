//! Lowers conditions to tests of slots and places.

use errors_tables::{self as tables, Condition, Statuses, Test, ValueTest};

use super::super::Arena;
use super::super::trie::{Spot, Trie};
use super::{Item, Lowered, Lowering, is_each};
use crate::model::{self, AllOf, Requirement, Step};

impl<'t> Lowering<'t, '_> {
    /// Lowers a condition on the body. What lies within an item of the places `outside` is not counted.
    pub(super) fn of_body(&mut self, condition: &model::Condition, told: Option<u8>, outside: &[u8]) -> Condition<'t> {
        self.condition(condition, told, |lowering, test| lowering.root_test(test, outside))
    }

    /// Lowers a condition on an item. `told` is the slot of the member in which the body gives its status.
    pub(super) fn of_item(&mut self, condition: &model::Condition, told: Option<u8>, item: Item) -> Condition<'t> {
        self.condition(condition, told, |lowering, test| {
            let from = if test.of_item { item.spot } else { Trie::ROOT };
            lowering.test(from, test, &test.path.steps)
        })
    }

    fn condition(
        &mut self,
        condition: &model::Condition,
        told: Option<u8>,
        mut lower: impl FnMut(&mut Self, &Requirement) -> Test<'t>,
    ) -> Condition<'t> {
        let arena = self.arena;
        let all_of = |AllOf { all_of, http }: &AllOf| {
            let mut tests: Vec<Test<'t>> = all_of.iter().map(|test| lower(self, test)).collect();
            tests.extend(http.iter().map(|statuses| Test::Http { statuses: of_http(arena, statuses), told }));
            arena.all(&tests)
        };
        Condition::new(arena.each(&condition.any_of, all_of))
    }

    /// Lowers a requirement on the body: on a value, or on any of several values, which is a probe.
    fn root_test(&mut self, requirement: &Requirement, outside: &[u8]) -> Test<'t> {
        let steps = &requirement.path.steps;
        let Some(last) = steps.iter().rposition(is_each) else {
            return self.test(Trie::ROOT, requirement, steps);
        };
        let (steps, rest) = steps.split_at(last + 1);
        let (item, mut place) = self.place(steps);
        let test = self.test(item.spot, requirement, rest);
        place.when = Condition::new(self.arena.all(&[self.arena.all(&[test])]));
        let around = outside.iter().filter(|&&index| self.is_around(index, place.steps));
        place.outside = around.fold(0, |bits, index| bits | 1 << (index & 15));
        Test::Counted { place: self.add(item, steps, place, true) }
    }

    /// Whether steps lead into an array element or a member that is an item of this place, and not a note.
    fn is_around(&self, index: u8, steps: &[tables::Step<'_>]) -> bool {
        self.places.get(usize::from(index)).is_some_and(|Lowered { place, .. }| {
            let is_entry = place.steps.last().is_some_and(|last| !matches!(last, tables::Step::Member(_)));
            is_entry && !place.note && steps.starts_with(place.steps)
        })
    }

    /// Lowers a requirement on the value at the end of some steps.
    fn test(&mut self, from: Spot, requirement: &Requirement, steps: &[Step]) -> Test<'t> {
        let spot = self.trie.descend(from, steps);
        Test::Value { slot: self.trie.slot(spot), test: value_test(self.arena, &requirement.test) }
    }
}

/// Lowers a test of a value.
pub(in crate::lower) fn value_test<'t>(arena: &'t Arena, test: &model::ValueTest) -> ValueTest<'t> {
    match test {
        model::ValueTest::Exists => ValueTest::Exists,
        model::ValueTest::String => ValueTest::String,
        model::ValueTest::Number => ValueTest::Number,
        model::ValueTest::Boolean => ValueTest::Boolean,
        model::ValueTest::Object => ValueTest::Object,
        model::ValueTest::List => ValueTest::List,
        model::ValueTest::Scalar => ValueTest::Scalar,
        model::ValueTest::Equals(expected) => ValueTest::Equals(arena.text(expected)),
    }
}

/// Some HTTP statuses.
fn of_http<'t>(arena: &'t Arena, statuses: &model::Statuses) -> Statuses<'t> {
    match statuses {
        model::Statuses::Error => Statuses::Error,
        model::Statuses::OneOf(all) => Statuses::OneOf(arena.all(all)),
    }
}

//! Lowers envelopes to places, conditions and slots, and adds their paths to the trie.

use errors_tables as tables;
use errors_tables::{
    CodePath, Condition, Envelope, ItemPath, ItemPlaces, Kept, Node, Place, Statuses, Test, Usual, ValueTest,
};

use super::trie::{Draft, Spot, Trie, clamped};
use super::{Arena, Limit, classes, writing};
use crate::model::{self, AllOf, Items, Path, Requirement, Step};

/// The maximum number of places: the bits of [`Node::restarts`].
const MOST_PLACES: usize = u16::BITS as usize;

/// The places so far, and the trie of all paths.
#[derive(Debug)]
pub(super) struct Lowering<'t, 'm> {
    arena: &'t Arena,
    /// The classes, some of which look at members of items.
    classes: &'m [model::Class],
    trie: Trie<'t>,
    /// The places. If there are too many, `finish` reports it. Their nodes are filled in by `finish`.
    places: Vec<Lowered<'t>>,
}

/// A place under construction.
#[derive(Debug)]
struct Lowered<'t> {
    place: Place<'t>,
    /// The node of an item.
    spot: Spot,
    /// Whether its items are searched for after the whole body has been scanned.
    deep: bool,
    /// Whether it is a probe.
    probe: bool,
}

/// The position of an item in the trie.
#[derive(Clone, Copy)]
struct Item {
    /// Its node.
    spot: Spot,
    /// The last node on its path that an `EachMember` step led to.
    named: Option<Spot>,
}

impl<'t, 'm> Lowering<'t, 'm> {
    /// No envelopes yet.
    pub(super) fn new(arena: &'t Arena, classes: &'m [model::Class]) -> Self {
        Self { arena, classes, trie: Trie::new(arena), places: Vec::new() }
    }

    /// Lowers an envelope.
    pub(super) fn envelope(&mut self, envelope: &model::Envelope) -> Envelope<'t> {
        // The order of paths is the order in which the reader expects members, so it should be the usual one in bodies.
        for items in envelope.items.iter().filter(|items| starts_with_its_code(items)) {
            self.first_parts(Item { spot: Trie::ROOT, named: None }, items);
        }
        let arena = self.arena;
        let keep = arena.each(&envelope.keep, |path| self.kept(path));
        let status = envelope.status.as_ref().map(|path| self.value(path));
        let mut items: Vec<u8> = envelope.items.iter().flat_map(|items| self.items(items, status)).collect();
        // Single items come before those in arrays.
        items.sort_by_key(|&index| self.is_listed(index));
        let items = arena.all(&items);
        let success = envelope.success.as_ref().map(|success| self.of_body(success, status, items));
        let when = envelope.when.as_ref().map_or(Condition::new(&[]), |when| self.of_body(when, status, &[]));
        Envelope {
            name: arena.text(&envelope.name),
            when,
            status,
            items: self.item_places(items),
            batch: None,
            success,
            partial: envelope.partial,
            keep,
            write: writing::lower(arena, &envelope.write),
        }
    }

    /// The paths of the id of an answer with this envelope: the id paths of items at the root, and those of other items
    /// that start at the root.
    pub(super) fn ids(&mut self, envelope: &model::Envelope) -> Vec<ItemPath> {
        let mut ids = Vec::new();
        for items in &envelope.items {
            let at_root = items.at.iter().any(|at| at.steps.is_empty());
            let of_root = |path: &&model::ItemPath| at_root || matches!(path, model::ItemPath::Root(_));
            for path in items.id.iter().filter(of_root) {
                ids.extend(self.item_path(Item { spot: Trie::ROOT, named: None }, path));
            }
        }
        ids.dedup();
        ids
    }

    /// The nodes and places of all envelopes, and which of the places are deep, as bits.
    pub(super) fn finish(self) -> Result<(&'t [Node<'t>], &'t [Place<'t>], u16), Limit> {
        Limit::check("places where items stand or are looked for", self.places.len(), MOST_PLACES)?;
        let (nodes, merged) = self.trie.finish()?;
        let node = |draft: &Draft<'t>| counted(self.arena, draft, &self.places);
        let deep = self.places.iter().enumerate().filter(|(_, place)| place.deep);
        Ok((
            self.arena.each(&nodes, node),
            self.arena.each(&self.places, |lowered| Place { node: merged.node(lowered.spot), ..lowered.place }),
            deep.fold(0, |bits, (index, _)| bits | 1 << (index & 15)),
        ))
    }

    /// The places of an envelope's items.
    fn item_places(&self, all: &'t [u8]) -> ItemPlaces<'t> {
        let places = all.iter().filter_map(|&index| Some((index, &self.places.get(usize::from(index))?.place)));
        let single: Vec<u8> = places.clone().filter(|(_, place)| !place.is_listed()).map(|(index, _)| index).collect();
        ItemPlaces {
            all,
            bits: places.clone().fold(0, |bits, (index, _)| bits | 1 << (index & 15)),
            single: self.arena.all(&single),
            any_note: places.into_iter().any(|(_, place)| place.note),
        }
    }

    /// Whether a place can have several items.
    fn is_listed(&self, index: u8) -> bool {
        self.places.get(usize::from(index)).is_some_and(|lowered| lowered.place.is_listed())
    }

    /// Lowers a member that remains accessible.
    fn kept(&mut self, path: &Path) -> Kept<'t> {
        Kept { name: self.arena.text(&path.text()), slot: self.value(path) }
    }

    /// The slot of a value, by its path from the root.
    fn value(&mut self, path: &Path) -> u8 {
        let spot = self.trie.descend(Trie::ROOT, &path.steps);
        self.trie.slot(spot)
    }

    /// Lowers a condition on an item. `told` is the slot of the member in which the body gives its status.
    fn of_item(&mut self, condition: &model::Condition, told: Option<u8>, item: Item) -> Condition<'t> {
        self.condition(condition, told, |lowering, test| {
            let from = if test.of_item { item.spot } else { Trie::ROOT };
            lowering.test(from, test, &test.path.steps)
        })
    }

    /// Lowers a condition on the body. What lies within an item of the places `outside` is not counted.
    fn of_body(&mut self, condition: &model::Condition, told: Option<u8>, outside: &[u8]) -> Condition<'t> {
        self.condition(condition, told, |lowering, test| lowering.root_test(test, outside))
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

    /// The places of some items. Of several alternatives, the first that has items is used.
    fn items(&mut self, items: &Items, told: Option<u8>) -> Vec<u8> {
        let mut indices = Vec::new();
        let mut unless = 0;
        for at in &items.at {
            let index = self.items_at(items, at, unless, told);
            unless |= 1 << (index & 15);
            indices.push(index);
        }
        indices
    }

    fn items_at(&mut self, items: &Items, at: &Path, unless: u16, told: Option<u8>) -> u8 {
        let (item, mut place) = self.place(&at.steps);
        // The span of the item itself is always needed.
        let own = self.trie.slot(item.spot);
        self.first_parts(item, items);
        if let Some(when) = &items.when {
            place.when = self.of_item(when, told, item);
        }
        let code: Vec<_> = items.code.iter().filter_map(|path| self.code_path(item, path)).collect();
        place.code = self.arena.all(&code);
        place.detail_code = self.item_paths(item, &items.detail_code);
        place.parent_code = self.item_paths(item, &items.parent_code);
        place.message = self.item_paths(item, &items.message);
        place.status = self.item_paths(item, &items.status);
        place.id = self.item_paths(item, &items.id);
        place.field = self.item_paths(item, &items.field);
        place.fields = self.item_paths(item, &items.fields_at);
        if place.fields.is_empty() {
            place.fields = self.arena.all(&[ItemPath::Value(own)]);
        }
        let members: Vec<_> = classes::members(self.classes).map(|paths| self.item_paths(item, paths)).collect();
        place.classes = self.arena.all(&members);
        place.usual = usual(&place, own);
        place.text = place.message.contains(&ItemPath::Value(own))
            || place.code.contains(&CodePath::Value(ItemPath::Value(own)))
            || place.code.contains(&CodePath::LastSegment(ItemPath::Value(own)));
        place.note = items.note;
        let mut beside = classes::members(self.classes).flatten();
        place.rooted = is_rooted(items) || beside.any(|path| matches!(path, model::ItemPath::Root(_)));
        place.unless = unless;
        self.add(item, &at.steps, place, false)
    }

    /// Adds the first paths of the code and the message of an item to the trie.
    fn first_parts(&mut self, item: Item, items: &Items) {
        let (code, message) = (items.code.first(), items.message.first());
        code.and_then(|path| self.code_path(item, path));
        message.and_then(|path| self.item_path(item, path));
    }

    /// The slots of several paths.
    fn item_paths(&mut self, item: Item, paths: &[model::ItemPath]) -> &'t [ItemPath] {
        let paths: Vec<_> = paths.iter().filter_map(|path| self.item_path(item, path)).collect();
        self.arena.all(&paths)
    }

    /// The slot of a path; `None` for the name of an item that is found under none.
    fn item_path(&mut self, item: Item, path: &model::ItemPath) -> Option<ItemPath> {
        match path {
            model::ItemPath::Path(path) => {
                let spot = self.trie.descend(item.spot, &path.steps);
                Some(ItemPath::Value(self.trie.slot(spot)))
            }
            model::ItemPath::Root(path) => {
                let spot = self.trie.descend(Trie::ROOT, &path.steps);
                Some(ItemPath::Value(self.trie.slot(spot)))
            }
            model::ItemPath::MemberName => item.named.map(|spot| ItemPath::Name(self.trie.name_slot(spot))),
        }
    }

    /// Lowers the path of a code; `None` if a part of it is the key of an item that has none.
    fn code_path(&mut self, item: Item, path: &model::CodePath) -> Option<CodePath<'t>> {
        Some(match path {
            model::CodePath::Value(path) => CodePath::Value(self.item_path(item, path)?),
            model::CodePath::LastSegment(path) => CodePath::LastSegment(self.item_path(item, path)?),
            model::CodePath::Pair { namespace, code, separator } => CodePath::Pair {
                namespace: self.item_path(item, namespace)?,
                code: self.item_path(item, code)?,
                separator: self.arena.text(separator),
            },
        })
    }

    /// A place with its path only.
    fn place(&mut self, steps: &[Step]) -> (Item, Place<'t>) {
        let mut item = Item { spot: Trie::ROOT, named: None };
        for step in steps {
            item.spot = self.trie.step(item.spot, step);
            if *step == Step::EachMember {
                item.named = Some(item.spot);
            }
        }
        let steps = writing::steps(self.arena, steps);
        (item, Place { steps, ..Place::EMPTY })
    }

    /// The index of a place, which is added unless an equal one exists.
    fn add(&mut self, item: Item, steps: &[Step], place: Place<'t>, probe: bool) -> u8 {
        if let Some(known) = self.places.iter().position(|known| (known.place, known.probe) == (place, probe)) {
            return clamped(known);
        }
        let index = clamped(self.places.len());
        let deep = place.rooted
            || place.outside != 0
            || steps.iter().skip_while(|step| !is_each(step)).any(|step| !is_each(step));
        let deep = deep && place.is_listed();
        // The single item of any other place is found after the whole body has been scanned, which needs no count.
        if place.is_listed() {
            let mut spot = Trie::ROOT;
            self.trie.restarts(spot, index);
            for step in steps.iter().take_while(|step| !is_each(step)) {
                spot = self.trie.step(spot, step);
                self.trie.restarts(spot, index);
            }
            if !deep {
                self.trie.holds(item.spot, index);
            }
        }
        self.places.push(Lowered { place, spot: item.spot, deep, probe });
        index
    }
}

/// A node with its places and probes.
fn counted<'t>(arena: &'t Arena, draft: &Draft<'t>, all: &[Lowered<'t>]) -> Node<'t> {
    let of = |index: &u8| all.get(usize::from(*index));
    let (probes, places): (Vec<u8>, Vec<u8>) =
        draft.places.iter().partition(|index| of(index).is_some_and(|lowered| lowered.probe));
    let tested = probes.iter().filter_map(of).fold(0, |bits, lowered| bits | lowered.place.when.slots);
    Node { places: arena.all(&places), probes: arena.all(&probes), tested, ..draft.finish(arena) }
}

/// Whether the code is a member of the body itself, which then usually precedes the other members.
fn starts_with_its_code(items: &Items) -> bool {
    let code = match items.code.first() {
        Some(model::CodePath::Value(model::ItemPath::Path(path))) => path.steps.len(),
        _ => 0,
    };
    items.at.iter().all(|at| at.steps.is_empty()) && code == 1
}

/// Whether a path or a test of an item starts at the root.
fn is_rooted(items: &Items) -> bool {
    let in_code = items.code.iter().flat_map(|code| match code {
        model::CodePath::Value(path) | model::CodePath::LastSegment(path) => [Some(path), None],
        model::CodePath::Pair { namespace, code, .. } => [Some(namespace), Some(code)],
    });
    let lists = [
        &items.detail_code,
        &items.parent_code,
        &items.message,
        &items.status,
        &items.id,
        &items.field,
        &items.fields_at,
    ];
    let paths = in_code.flatten().chain(lists.into_iter().flatten());
    // The body may tell its status, which stands at its root.
    let at_root = |all: &AllOf| !all.http.is_empty() || all.all_of.iter().any(|test| !test.of_item);
    paths.into_iter().any(|path| matches!(path, model::ItemPath::Root(_)))
        || items.when.iter().flat_map(|when| &when.any_of).any(at_root)
}

/// The usual shape of the items of a place, if they have one. `own` is the slot of the item itself.
fn usual(place: &Place<'_>, own: u8) -> Option<Usual> {
    let ([CodePath::Value(ItemPath::Value(code)), ..], [ItemPath::Value(message), ..]) = (place.code, place.message)
    else {
        return None;
    };
    // The fast path does not store the key of an item.
    let classes = place.classes.iter().copied().flatten();
    if place
        .field
        .iter()
        .chain(place.status)
        .chain(place.id)
        .chain(classes)
        .any(|path| matches!(path, ItemPath::Name(_)))
    {
        return None;
    }
    let elsewhere = place.fields.iter().map_while(|path| match path {
        ItemPath::Value(slot) if *slot == own => None,
        ItemPath::Value(slot) | ItemPath::Name(slot) => Some(*slot),
    });
    let fields = elsewhere.clone().next();
    let without = elsewhere.clone().skip(1).fold(0, |bits, slot| bits | 1 << (slot & 63));
    if elsewhere.clone().any(|slot| slot == *code || slot == *message) {
        return None;
    }
    Some(Usual::new(*code, *message, fields, without))
}

/// Whether a step leads to several values.
fn is_each(step: &Step) -> bool {
    match step {
        Step::EachElement | Step::EachMember => true,
        Step::Member(_) => false,
    }
}

/// Lowers a test of a value.
pub(super) fn value_test<'t>(arena: &'t Arena, test: &model::ValueTest) -> ValueTest<'t> {
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

//! Lowers envelopes to places, conditions and slots, and adds their paths to the trie.

mod conditions;
mod items;

use errors_tables::{Condition, Envelope, ItemPath, ItemPlaces, Kept, Node, Place};

use super::trie::{Draft, Spot, Trie, clamped};
use super::{Arena, Limit, writing};
use crate::model::{self, Items, Path, Step};

#[cfg(test)]
pub(super) use conditions::value_test;

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

/// Whether a step leads to several values.
fn is_each(step: &Step) -> bool {
    match step {
        Step::EachElement | Step::EachMember => true,
        Step::Member(_) => false,
    }
}

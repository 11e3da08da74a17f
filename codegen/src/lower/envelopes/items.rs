//! Lowers the items of an envelope to places.

use errors_tables::{CodePath, ItemPath, Place, Usual};

use super::super::classes;
use super::super::trie::Trie;
use super::{Item, Lowering};
use crate::model::{self, AllOf, Items, Path};

impl<'t> Lowering<'t, '_> {
    /// The places of some items. Of several alternatives, the first that has items is used.
    pub(super) fn items(&mut self, items: &Items, told: Option<u8>) -> Vec<u8> {
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
    pub(super) fn first_parts(&mut self, item: Item, items: &Items) {
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
    pub(super) fn item_path(&mut self, item: Item, path: &model::ItemPath) -> Option<ItemPath> {
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

//! Envelopes lowered to places, conditions and slots, while the trie of their paths grows.

use super::reader::{CodePath, Condition, Envelope, ItemPath, Kept, Limit, Node, Place, Test, Usual, Write};
use super::trie::{Spot, Trie, clamped};
use crate::model::{self, Items, Path, Requirement, Step, WriteValue};

/// How many places there can be: the bits of [`Node::restarts`].
const MOST_PLACES: usize = u16::BITS as usize;

/// The places so far, and the trie of all paths.
#[derive(Debug, Default)]
pub(super) struct Lowering {
    trie: Trie,
    /// There may be too many, which `finish` reports. Their nodes are numbered by `finish` too.
    places: Vec<Place>,
    /// The node of an item, for each place.
    spots: Vec<Spot>,
}

/// An item while its paths are lowered.
#[derive(Clone, Copy)]
struct Item {
    /// Its node.
    spot: Spot,
    /// The nearest node on the way to it that an `EachMember` step led to.
    named: Option<Spot>,
}

impl Lowering {
    /// Lowers an envelope.
    pub(super) fn envelope(&mut self, envelope: &model::Envelope) -> Envelope {
        // In the order in which members mostly come: a walk looks for them in the order of their paths.
        for items in envelope.items.iter().filter(|items| starts_with_its_code(items)) {
            self.first_parts(Item { spot: Trie::ROOT, named: None }, items);
        }
        let keep = envelope.keep.iter().map(|path| self.kept(path)).collect();
        let items = envelope.items.iter().map(|items| self.items(items)).collect();
        let success = envelope.success.as_ref().map(|success| self.root_condition(success));
        let when = envelope.when.as_ref().map(|when| self.root_condition(when)).unwrap_or_default();
        let (name, partial, write) = (envelope.name.clone(), envelope.partial, writing(&envelope.write));
        Envelope { name, when, items, success, partial, keep, write }
    }

    /// The nodes and places of all envelopes.
    pub(super) fn finish(mut self) -> Result<(Vec<Node>, Vec<Place>), Limit> {
        Limit::check("places where items stand or are looked for", self.places.len(), MOST_PLACES)?;
        let (nodes, standing) = self.trie.finish()?;
        for (place, &spot) in self.places.iter_mut().zip(&self.spots) {
            place.node = standing.node(spot);
        }
        Ok((nodes, self.places))
    }

    /// A member that stays reachable.
    fn kept(&mut self, path: &Path) -> Kept {
        let spot = self.trie.descend(Trie::ROOT, &path.steps);
        Kept { name: written(path), slot: self.trie.slot(spot) }
    }

    /// A condition on the body.
    fn root_condition(&mut self, condition: &model::Condition) -> Condition {
        let mut tests = |all: &model::AllOf| all.all_of.iter().map(|test| self.root_test(test)).collect();
        Condition { any_of: condition.any_of.iter().map(&mut tests).collect() }
    }

    /// A requirement of the body: of a value, or of one of several, which are counted.
    fn root_test(&mut self, requirement: &Requirement) -> Test {
        let steps = &requirement.path.steps;
        let Some(last) = steps.iter().rposition(is_each) else {
            return self.test(Trie::ROOT, requirement, steps);
        };
        let (steps, rest) = steps.split_at(last + 1);
        let (item, mut place) = self.place(steps);
        place.probe = true;
        place.when.any_of = vec![vec![self.test(item.spot, requirement, rest)]];
        Test::Counted { place: self.add(item, place) }
    }

    /// A test of the value at the end of some steps.
    fn test(&mut self, from: Spot, requirement: &Requirement, steps: &[Step]) -> Test {
        let spot = self.trie.descend(from, steps);
        Test::Value { slot: self.trie.slot(spot), test: requirement.test.clone() }
    }

    /// The place of some items.
    fn items(&mut self, items: &Items) -> u8 {
        let (item, mut place) = self.place(&items.at.steps);
        // Whatever else is asked of an item, its own value tells whether it is one.
        let own = self.trie.slot(item.spot);
        self.first_parts(item, items);
        if let Some(when) = &items.when {
            let mut tests = |all: &model::AllOf| {
                all.all_of.iter().map(|test| self.test(item.spot, test, &test.path.steps)).collect()
            };
            place.when.any_of = when.any_of.iter().map(&mut tests).collect();
        }
        place.code = items.code.iter().filter_map(|path| self.code_path(item, path)).collect();
        place.message = self.item_paths(item, &items.message);
        place.status = self.item_paths(item, &items.status);
        place.id = self.item_paths(item, &items.id);
        place.field = self.item_paths(item, &items.field);
        place.fields = self.item_paths(item, &items.fields_at);
        if place.fields.is_empty() {
            place.fields.push(ItemPath::Value(own));
        }
        place.usual = usual(&place, own);
        place.text = items.text;
        place.neutral = items.neutral;
        self.add(item, place)
    }

    /// The code and the message of an item, where they are looked for first.
    fn first_parts(&mut self, item: Item, items: &Items) {
        let (code, message) = (items.code.first(), items.message.first());
        code.and_then(|path| self.code_path(item, path));
        message.and_then(|path| self.item_path(item, path));
    }

    /// The slots of several paths.
    fn item_paths(&mut self, item: Item, paths: &[model::ItemPath]) -> Vec<ItemPath> {
        paths.iter().filter_map(|path| self.item_path(item, path)).collect()
    }

    /// The slot of a path; `None` for the name of an item that is found under none.
    fn item_path(&mut self, item: Item, path: &model::ItemPath) -> Option<ItemPath> {
        match path {
            model::ItemPath::Path(path) => {
                let spot = self.trie.descend(item.spot, &path.steps);
                Some(ItemPath::Value(self.trie.slot(spot)))
            }
            model::ItemPath::MemberName => item.named.map(|spot| ItemPath::Name(self.trie.name_slot(spot))),
        }
    }

    /// Where a code stands; `None` where a part of it stands nowhere.
    fn code_path(&mut self, item: Item, path: &model::CodePath) -> Option<CodePath> {
        Some(match path {
            model::CodePath::Value(path) => CodePath::Value(self.item_path(item, path)?),
            model::CodePath::LastSegment(path) => CodePath::LastSegment(self.item_path(item, path)?),
            model::CodePath::Pair { namespace, code, separator } => CodePath::Pair {
                namespace: self.item_path(item, namespace)?,
                code: self.item_path(item, code)?,
                separator: separator.clone(),
            },
        })
    }

    /// A place with nothing known of it but the way to it.
    fn place(&mut self, steps: &[Step]) -> (Item, Place) {
        let mut item = Item { spot: Trie::ROOT, named: None };
        let mut container = None;
        for step in steps {
            if is_each(step) && container.is_none() {
                container = Some(self.trie.slot(item.spot));
            }
            item.spot = self.trie.step(item.spot, step);
            if *step == Step::EachMember {
                item.named = Some(item.spot);
            }
        }
        let place = Place {
            steps: steps.to_vec(),
            container,
            node: 0,
            deep: steps.iter().skip_while(|step| !is_each(step)).any(|step| !is_each(step)),
            probe: false,
            when: Condition::default(),
            text: None,
            neutral: false,
            code: Vec::new(),
            message: Vec::new(),
            status: Vec::new(),
            id: Vec::new(),
            field: Vec::new(),
            fields: Vec::new(),
            usual: None,
        };
        (item, place)
    }

    /// The index of a place, which is added unless there is one like it.
    fn add(&mut self, item: Item, place: Place) -> u8 {
        if let Some(known) = self.places.iter().position(|known| *known == place) {
            return clamped(known);
        }
        let index = clamped(self.places.len());
        // Places without a container are looked at when the whole body has been read, and not on the way.
        if place.container.is_some() {
            let mut spot = Trie::ROOT;
            self.trie.restarts(spot, index);
            for step in place.steps.iter().take_while(|step| !is_each(step)) {
                spot = self.trie.step(spot, step);
                self.trie.restarts(spot, index);
            }
            if !place.deep {
                self.trie.holds(item.spot, index);
            }
        }
        self.places.push(place);
        self.spots.push(item.spot);
        index
    }
}

/// Whether the code is a member of the body itself: then it mostly comes before what the envelope keeps.
fn starts_with_its_code(items: &Items) -> bool {
    let code = match items.code.first() {
        Some(model::CodePath::Value(model::ItemPath::Path(path))) => path.steps.len(),
        _ => 0,
    };
    items.at.steps.is_empty() && code == 1
}

/// The shape that most items of a place have; `own` is the slot of an item.
fn usual(place: &Place, own: u8) -> Option<Usual> {
    let ([CodePath::Value(ItemPath::Value(code)), ..], [ItemPath::Value(message), ..]) =
        (place.code.as_slice(), place.message.as_slice())
    else {
        return None;
    };
    // The name of an item is kept in a way of its own.
    if place.field.iter().chain(&place.status).chain(&place.id).any(|path| matches!(path, ItemPath::Name(_))) {
        return None;
    }
    let elsewhere = place.fields.iter().map_while(|path| match path {
        ItemPath::Value(slot) if *slot == own => None,
        ItemPath::Value(slot) | ItemPath::Name(slot) => Some(*slot),
    });
    let fields = elsewhere.clone().next();
    let without = elsewhere.clone().skip(1).fold(0, |bits, slot| bits | 1 << (slot & 31));
    if elsewhere.clone().any(|slot| slot == *code || slot == *message) {
        return None;
    }
    Some(Usual { code: *code, message: *message, fields, without })
}

/// Whether a step leads to several values.
fn is_each(step: &Step) -> bool {
    match step {
        Step::EachElement | Step::EachMember => true,
        Step::Member(_) => false,
    }
}

/// A path in the catalog's syntax, without `$.`.
fn written(path: &Path) -> String {
    let mut text = String::new();
    for step in &path.steps {
        match step {
            Step::Member(name) if is_plain(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(name);
            }
            Step::Member(name) => {
                text.push_str("['");
                text.push_str(&name.replace('\\', "\\\\").replace('\'', "\\'"));
                text.push_str("']");
            }
            Step::EachElement => text.push_str("[*]"),
            Step::EachMember => text.push_str(if text.is_empty() { "*" } else { ".*" }),
        }
    }
    if text.is_empty() { "$".to_owned() } else { text }
}

/// Whether a member's name can be written as it is.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

/// How a body is written.
fn writing(write: &model::Write) -> Write {
    let name = |step: &Step| match step {
        Step::Member(name) => Some(name.clone()),
        Step::EachElement | Step::EachMember => None,
    };
    let members = |members: &[(Path, WriteValue)]| {
        members.iter().map(|(path, value)| (path.steps.iter().filter_map(name).collect(), value.clone())).collect()
    };
    let (code, fields_at, preferred) = (write.code, write.fields_at, write.preferred);
    Write { code, fields_at, preferred, members: members(&write.members), each: members(&write.each) }
}

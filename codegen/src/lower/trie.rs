//! Builds a trie of all paths of a vendor, and converts it to nodes, of which the reader follows one at a time.
//!
//! In the trie, a member can match two branches: that of its name, and that of a `.*` in another path. The reader
//! follows only one node, so [`Trie::finish`] merges the branches, like the states of a nondeterministic automaton.
//! Without such a member, the nodes are those of the trie.

use std::collections::HashMap;

use errors_tables::{Member, Members, Node};

use super::{Arena, Limit};
use crate::model::Step;

/// The maximum number of slots: the bits of [`Node::clears`], except the last, whose index [`Member::UNKNOWN`] stands
/// for unknown members.
const MOST_SLOTS: usize = u64::BITS as usize - 1;
/// The maximum number of nodes.
const MOST_NODES: usize = u8::MAX as usize;

/// A node of a [`Trie`], as an index. It is never out of bounds, since only [`Trie::step`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Spot(usize);

/// A trie of paths.
#[derive(Debug)]
pub(super) struct Trie<'t> {
    arena: &'t Arena,
    /// The nodes, by [`Spot`]. Never empty.
    sketches: Vec<Sketch<'t>>,
    /// The number of slots that have been assigned. If there are too many, `finish` reports it.
    slots: usize,
}

/// A node under construction.
#[derive(Debug, Default)]
struct Sketch<'t> {
    members: Vec<(&'t str, Spot)>,
    any_member: Option<Spot>,
    element: Option<Spot>,
    slot: Option<u8>,
    name_slot: Option<u8>,
    restarts: u16,
    places: Vec<u8>,
}

/// A node of the tables, whose members and places are still vectors.
#[derive(Debug)]
pub(super) struct Draft<'t> {
    /// The node, without its members and places.
    pub(super) node: Node<'t>,
    /// The known members.
    members: Vec<Member<'t>>,
    /// The places whose items are the values of this node, ascending.
    pub(super) places: Vec<u8>,
}

impl<'t> Draft<'t> {
    /// The node with its members, without its places.
    pub(super) fn finish(&self, arena: &'t Arena) -> Node<'t> {
        Node { members: Members::new(arena.all(&self.members)), ..self.node }
    }
}

impl<'t> Trie<'t> {
    /// The node of the body.
    pub(super) const ROOT: Spot = Spot(0);

    /// A trie without paths.
    pub(super) fn new(arena: &'t Arena) -> Self {
        Self { arena, sketches: vec![Sketch::default()], slots: 0 }
    }

    /// The node after a step, which is added if it is missing.
    pub(super) fn step(&mut self, from: Spot, step: &Step) -> Spot {
        let new = Spot(self.sketches.len());
        let sketch = &mut self.sketches[from.0];
        let known = match step {
            Step::Member(name) => sketch.members.iter().find(|(known, _)| *known == name).map(|&(_, spot)| spot),
            Step::EachElement => sketch.element,
            Step::EachMember => sketch.any_member,
        };
        if let Some(spot) = known {
            return spot;
        }
        match step {
            Step::Member(name) => sketch.members.push((self.arena.text(name), new)),
            Step::EachElement => sketch.element = Some(new),
            Step::EachMember => sketch.any_member = Some(new),
        }
        self.sketches.push(Sketch::default());
        new
    }

    /// The node after several steps, which are added if they are missing.
    pub(super) fn descend(&mut self, from: Spot, steps: &[Step]) -> Spot {
        steps.iter().fold(from, |spot, step| self.step(spot, step))
    }

    /// The slot for the node's value, assigned on the first call.
    pub(super) fn slot(&mut self, spot: Spot) -> u8 {
        given(&mut self.sketches[spot.0].slot, &mut self.slots)
    }

    /// The slot for the value's key, assigned on the first call.
    pub(super) fn name_slot(&mut self, spot: Spot) -> u8 {
        given(&mut self.sketches[spot.0].name_slot, &mut self.slots)
    }

    /// Adds a place whose items are the values of the node.
    pub(super) fn holds(&mut self, spot: Spot, place: u8) {
        self.sketches[spot.0].places.push(place);
    }

    /// Adds a place whose count is reset when the node is entered.
    pub(super) fn restarts(&mut self, spot: Spot, place: u8) {
        self.sketches[spot.0].restarts |= 1_u16.checked_shl(u32::from(place)).unwrap_or(0);
    }

    /// Converts the trie: returns the nodes, and the mapping from spots to nodes.
    pub(super) fn finish(self) -> Result<(Vec<Draft<'t>>, Merged), Limit> {
        Limit::check("places whose values are kept", self.slots, MOST_SLOTS)?;
        Limit::check("places that paths lead through", self.sketches.len(), MOST_NODES)?;
        let mut merge = Merge { trie: &self, sets: Vec::new(), known: HashMap::new() };
        merge.node(vec![Self::ROOT]);
        let mut nodes = Vec::new();
        while let Some(set) = merge.sets.get(nodes.len()).cloned() {
            nodes.push(merge.lower(&set)?);
            // Merging can multiply the number of nodes.
            Limit::check("places that paths lead through", merge.sets.len(), MOST_NODES)?;
        }
        clear_below(&mut nodes);
        keep_leaves(&mut nodes);
        Ok((nodes, Merged(merge.sets)))
    }
}

/// The assigned slot, or the next free one.
fn given(slot: &mut Option<u8>, slots: &mut usize) -> u8 {
    *slot.get_or_insert_with(|| {
        let next = clamped(*slots);
        *slots += 1;
        next
    })
}

/// For each node, the spots that were merged to it.
#[derive(Debug)]
pub(super) struct Merged(Vec<Vec<Spot>>);

impl Merged {
    /// The node of a spot; of several, the one that was merged from the fewest spots.
    pub(super) fn node(&self, spot: Spot) -> u8 {
        let holding = self.0.iter().enumerate().filter(|(_, set)| set.contains(&spot));
        holding.min_by_key(|(_, set)| set.len()).map_or(0, |(node, _)| clamped(node))
    }
}

/// Merges sets of spots to nodes (a subset construction).
struct Merge<'a, 't> {
    trie: &'a Trie<'t>,
    /// For each node, the spots that are merged to it, ascending.
    sets: Vec<Vec<Spot>>,
    known: HashMap<Vec<Spot>, u8>,
}

impl<'t> Merge<'_, 't> {
    /// The node of this set of spots, which is added if it is missing.
    fn node(&mut self, mut set: Vec<Spot>) -> u8 {
        set.sort_unstable();
        if let Some(&node) = self.known.get(&set) {
            return node;
        }
        let node = clamped(self.sets.len());
        self.known.insert(set.clone(), node);
        self.sets.push(set);
        node
    }

    /// The node of this set of spots; `None` if the set is empty.
    fn node_of_some(&mut self, set: Vec<Spot>) -> Option<u8> {
        if set.is_empty() { None } else { Some(self.node(set)) }
    }

    /// Merges a set of spots to one node.
    fn lower(&mut self, set: &[Spot]) -> Result<Draft<'t>, Limit> {
        let trie = self.trie;
        let sketches = || set.iter().map(|spot| &trie.sketches[spot.0]);
        let any_member: Vec<Spot> = sketches().filter_map(|sketch| sketch.any_member).collect();
        let mut members: Vec<Member<'t>> = Vec::new();
        for (name, _) in sketches().flat_map(|sketch| &sketch.members) {
            if members.iter().all(|member| member.name != *name) {
                let named = sketches().flat_map(|sketch| &sketch.members).filter(|(other, _)| other == name);
                let set = named.map(|&(_, spot)| spot).chain(any_member.iter().copied()).collect();
                members.push(Member::new(name, self.node(set)));
            }
        }
        let any_member = self.node_of_some(any_member);
        let element = self.node_of_some(sketches().filter_map(|sketch| sketch.element).collect());
        let mut places: Vec<u8> = sketches().flat_map(|sketch| sketch.places.iter().copied()).collect();
        places.sort_unstable();
        let node = Node {
            any_member,
            element,
            slot: single(sketches().filter_map(|sketch| sketch.slot))?,
            name_slot: single(sketches().filter_map(|sketch| sketch.name_slot))?,
            restarts: sketches().fold(0, |bits, sketch| bits | sketch.restarts),
            ..Node::EMPTY
        };
        Ok(Draft { node, members, places })
    }
}

/// The slot of a node, if it has one; an error if it has several.
fn single(slots: impl Iterator<Item = u8>) -> Result<Option<u8>, Limit> {
    let slots: Vec<u8> = slots.collect();
    Limit::check("uses of the value of a member that is named beside `.*`", slots.len(), 1)?;
    Ok(slots.first().copied())
}

/// Fills in which slots are cleared when a node is entered.
fn clear_below(nodes: &mut [Draft<'_>]) {
    // Nodes are ordered by depth: those below a node come after it.
    for index in (0..nodes.len()).rev() {
        let Draft { node, members, .. } = &nodes[index];
        let below = members.iter().map(|member| member.node).chain(node.any_member).chain(node.element);
        let below = below.filter_map(|child| nodes.get(usize::from(child)));
        let below = below.fold(0, |bits, child| bits | child.node.clears);
        let own = [node.slot, node.name_slot].into_iter().flatten();
        nodes[index].node.clears = own.fold(below, |bits, slot| bits | 1_u64.checked_shl(u32::from(slot)).unwrap_or(0));
    }
}

/// Fills in the slots of the members whose values are only stored.
fn keep_leaves(nodes: &mut [Draft<'_>]) {
    let leaves: Vec<Option<u8>> = nodes.iter().map(leaf).collect();
    for member in nodes.iter_mut().flat_map(|draft| &mut draft.members) {
        if let Some(slot) = leaves.get(usize::from(member.node)).copied().flatten() {
            *member = member.kept_in(slot);
        }
    }
}

/// The slot of a node that only stores its value; `None` for other nodes.
fn leaf(Draft { node, members, places }: &Draft<'_>) -> Option<u8> {
    let leads_nowhere = members.is_empty() && node.any_member.is_none() && node.element.is_none();
    let is_leaf = leads_nowhere && node.name_slot.is_none() && places.is_empty() && node.restarts == 0;
    node.slot.filter(|_| is_leaf)
}

/// Converts a count to an index, limited to `u8::MAX`; `finish` reports counts that are too large.
pub(super) fn clamped(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

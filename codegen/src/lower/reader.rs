//! The envelopes of a vendor as one trie of member names. `errors_runtime::table` explains every type and field.

use super::places::Lowering;
use crate::model::{CodeForm, Step, TextRole, ValueTest, Vendor, WriteValue};

/// `errors_runtime::table::Reader`, without what the model has already: the title, the codes, the transport errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The number of digits to which a code that is a JSON number is padded; 0 where codes are not padded.
    pub width: u8,
    /// Which codes mean success.
    pub success: Vec<SuccessRule>,
    /// The trie; the first node is the body.
    pub nodes: Vec<Node>,
    /// Where items stand, and what is counted.
    pub places: Vec<Place>,
    /// The envelopes.
    pub envelopes: Vec<Envelope>,
}

impl Reader {
    /// The places that are not counted while a body is scanned, as bits.
    #[must_use]
    pub fn deep(&self) -> u16 {
        let deep = self.places.iter().enumerate().filter(|(_, place)| place.deep);
        deep.fold(0, |bits, (index, _)| bits | 1 << (index & 15))
    }

    /// Where the items of an envelope stand.
    #[must_use]
    pub fn item_places(&self, envelope: &Envelope) -> ItemPlaces {
        let places = envelope.items.iter().filter_map(|&index| Some((index, self.places.get(usize::from(index))?)));
        let single = places.clone().filter(|(_, place)| place.container.is_none());
        ItemPlaces {
            bits: places.clone().fold(0, |bits, (index, _)| bits | 1 << (index & 15)),
            single: single.map(|(index, _)| index).collect(),
            any_neutral: places.into_iter().any(|(_, place)| place.neutral),
        }
    }

    /// What is counted at a node.
    #[must_use]
    pub fn counted(&self, node: &Node) -> Counted {
        let mut counted = Counted::default();
        for &index in &node.places {
            match self.places.get(usize::from(index)) {
                Some(place) if place.probe => {
                    counted.probes.push(index);
                    counted.tested |= place.when.slots();
                }
                _ => counted.places.push(index),
            }
        }
        counted.usual = match counted.places.as_slice() {
            [index] => self.places.get(usize::from(*index)).filter(|place| place.when.any_of.is_empty()),
            _ => None,
        }
        .and_then(|place| place.usual);
        counted
    }
}

/// What is asked first of the places of an [`Envelope`], as `errors_runtime::table::ItemPlaces` has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemPlaces {
    /// All of them, as bits.
    pub bits: u16,
    /// Those that no list leads to.
    pub single: Vec<u8>,
    /// Whether an item of any of them says nothing about the outcome.
    pub any_neutral: bool,
}

/// What is counted at a [`Node`], as `errors_runtime::table::Node` has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The places that have items.
    pub places: Vec<u8>,
    /// The places that are there to be tested only.
    pub probes: Vec<u8>,
    /// The slots that these test, as bits.
    pub tested: u32,
    /// The usual shape of the items of the only place that has any, where nothing else is asked of them.
    pub usual: Option<Usual>,
}

/// `errors_runtime::table::SuccessRule`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuccessRule {
    /// These codes mean success, every other one failure.
    Sentinels(Vec<String>),
    /// Codes with these digits at this position mean success or failure.
    Digits {
        /// Where the digits start, from 0.
        start: u8,
        /// The digits.
        digits: String,
        /// What they mean.
        success: bool,
    },
}

/// `errors_runtime::table::Node`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Members that lead further.
    pub members: Vec<Member>,
    /// Where every other member leads.
    pub any_member: Option<u8>,
    /// Where every element leads.
    pub element: Option<u8>,
    /// Where the value's span is kept.
    pub slot: Option<u8>,
    /// Where the span of the member's name is kept.
    pub name_slot: Option<u8>,
    /// The slots of this node and of all below, as bits.
    pub clears: u32,
    /// The places whose lists lie at or below this node, with no list above, as bits.
    pub restarts: u16,
    /// The places whose items are the values of this node.
    pub places: Vec<u8>,
}

/// `errors_runtime::table::Member`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// The node it leads to.
    pub node: u8,
    /// The slot that keeps its value, where its node does nothing else.
    pub slot: Option<u8>,
}

/// `errors_runtime::table::Place`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The way from the root to an item.
    pub steps: Vec<Step>,
    /// The slot of what the first `Each...` step goes through.
    pub container: Option<u8>,
    /// The node of an item.
    pub node: u8,
    /// Whether a member follows an `Each...` step.
    pub deep: bool,
    /// Whether it is there to be tested only.
    pub probe: bool,
    /// What an item must fulfil.
    pub when: Condition,
    /// What elements that are strings hold.
    pub text: Option<TextRole>,
    /// Whether an item here says nothing about the outcome.
    pub neutral: bool,
    /// The code.
    pub code: Vec<CodePath>,
    /// The message.
    pub message: Vec<ItemPath>,
    /// The item's own status.
    pub status: Vec<ItemPath>,
    /// The item's identifier.
    pub id: Vec<ItemPath>,
    /// The part of the request it is about.
    pub field: Vec<ItemPath>,
    /// Where the documented fields stand.
    pub fields: Vec<ItemPath>,
    /// The shape that most items have.
    pub usual: Option<Usual>,
}

/// `errors_runtime::table::Usual`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// The slot of the code.
    pub code: u8,
    /// The slot of the message.
    pub message: u8,
    /// The slot in which fields are looked for first, if that is not the item.
    pub fields: Option<u8>,
    /// The further slots in which fields are looked for before they are in the item, as bits.
    pub without: u32,
}

/// `errors_runtime::table::ItemPath`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemPath {
    /// A value: the slot that keeps it.
    Value(u8),
    /// The name of the member: the slot that keeps it.
    Name(u8),
}

/// `errors_runtime::table::CodePath`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodePath {
    /// The scalar there.
    Value(ItemPath),
    /// The last segment of the URI there.
    LastSegment(ItemPath),
    /// Two scalars, joined.
    Pair {
        /// The first.
        namespace: ItemPath,
        /// The second.
        code: ItemPath,
        /// What stands between them.
        separator: String,
    },
}

/// `errors_runtime::table::Condition`; empty: always true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// The alternatives.
    pub any_of: Vec<Vec<Test>>,
}

impl Condition {
    /// The slots whose values are tested, as bits.
    fn slots(&self) -> u32 {
        let slots = self.any_of.iter().flatten().filter_map(|test| match test {
            Test::Value { slot, .. } => Some(*slot),
            Test::Counted { .. } => None,
        });
        slots.fold(0, |bits, slot| bits | 1 << (slot & 31))
    }
}

/// `errors_runtime::table::Test`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Of the value kept in a slot.
    Value {
        /// The slot.
        slot: u8,
        /// What must stand there.
        test: ValueTest,
    },
    /// That a place counted something.
    Counted {
        /// The index of the place.
        place: u8,
    },
}

/// `errors_runtime::table::Envelope`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The catalog's name for it.
    pub name: String,
    /// Only bodies of which this is true.
    pub when: Condition,
    /// Where its items stand.
    pub items: Vec<u8>,
    /// True of bodies that report success.
    pub success: Option<Condition>,
    /// Whether errors and success together are a partial success.
    pub partial: bool,
    /// Members that stay reachable.
    pub keep: Vec<Kept>,
    /// How it is written.
    pub write: Write,
}

/// `errors_runtime::table::Write`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Write {
    /// Which alternative of an item's code is written.
    pub code: u8,
    /// Which alternative of the place of an item's fields is written.
    pub fields_at: u8,
    /// Whether this envelope is written rather than an earlier one.
    pub preferred: bool,
    /// Members beside the errors, with their paths.
    pub members: Vec<(Vec<String>, WriteValue)>,
    /// Members of every error, with their paths from the item on.
    pub each: Vec<(Vec<String>, WriteValue)>,
}

/// `errors_runtime::table::Kept`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its path, without `$.`.
    pub name: String,
    /// The slot that keeps it.
    pub slot: u8,
}

/// A vendor whose envelopes are too many or too large for the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What there is too much of: `places whose values are kept`.
    pub what: &'static str,
    /// How many the catalog needs.
    pub needed: usize,
    /// How many there can be.
    pub most: usize,
}

impl Limit {
    /// An error if more are needed than there can be.
    pub(super) fn check(what: &'static str, needed: usize, most: usize) -> Result<(), Self> {
        if needed > most { Err(Self { what, needed, most }) } else { Ok(()) }
    }
}

/// Lowers the envelopes of a vendor.
///
/// # Errors
///
/// More than 31 values or names to keep, 16 places, or 255 nodes; or a member that is named beside a `.*` when the value
/// is needed for both, since a node keeps its value once.
pub fn reader(vendor: &Vendor) -> Result<Reader, Limit> {
    let mut lowering = Lowering::default();
    // The most common one comes first, so that its members do.
    let mut order: Vec<usize> = (0..vendor.envelopes.len()).collect();
    order.sort_by_key(|&index| !vendor.envelopes[index].write.preferred);
    let mut envelopes: Vec<_> =
        order.into_iter().map(|index| (index, lowering.envelope(&vendor.envelopes[index]))).collect();
    envelopes.sort_by_key(|(index, _)| *index);
    let envelopes = envelopes.into_iter().map(|(_, envelope)| envelope).collect();
    let (nodes, places) = lowering.finish()?;
    let width = match vendor.form {
        CodeForm::Digits { width, .. } => width,
        CodeForm::Text { .. } | CodeForm::Integer { .. } => 0,
    };
    Ok(Reader { width, success: success_rules(&vendor.form), nodes, places, envelopes })
}

/// Which codes mean success. Sentinels come first: they know every code.
fn success_rules(form: &CodeForm) -> Vec<SuccessRule> {
    let (sentinels, structure) = match form {
        CodeForm::Text { success } | CodeForm::Integer { success, .. } => (success, [].as_slice()),
        CodeForm::Digits { success, structure, .. } => (success, structure.as_slice()),
    };
    let sentinels = (!sentinels.is_empty()).then(|| SuccessRule::Sentinels(sentinels.clone()));
    let digits = structure.iter().flat_map(|group| {
        group.values.iter().filter_map(|value| {
            let success = value.success?;
            Some(SuccessRule::Digits { start: group.start, digits: value.digits.clone(), success })
        })
    });
    sentinels.into_iter().chain(digits).collect()
}

#[cfg(test)]
mod tests;

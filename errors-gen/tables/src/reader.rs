//! How the bodies of a vendor are read: all its envelopes as one trie of member names, walked in one pass.

use crate::Headers;
use crate::{Condition, Lookup, Members, TransportError, Usual};

/// What reading needs, and nothing else: a program that only reads links only this.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'t> {
    /// The vendor's name as people write it.
    pub title: &'t str,
    /// The codes as they stand on the wire.
    pub wire: &'t [&'t str],
    /// From the wire text to an index into `wire`.
    pub lookup: Lookup<'t>,
    /// The number of digits to which a code that is a JSON number is padded; 0 where codes are not padded.
    pub width: u8,
    /// Which codes are notes: indices into `wire`, ascending.
    pub notes: &'t [u32],
    /// Which further codes are notes; tried in order, the first rule that knows the code decides.
    pub note_rules: &'t [ItemRule<'t>],
    /// Which codes mean success; tried in order, the first rule that knows the code decides.
    pub success: &'t [ItemRule<'t>],
    /// The codes for which a class speaks where it can, although they are listed: indices into `wire`.
    pub deferring: &'t [u32],
    /// The trie. The first node stands for the whole body.
    pub nodes: &'t [Node<'t>],
    /// Where items stand, and what must be counted to test for something in lists. At most 16.
    pub places: &'t [Place<'t>],
    /// The envelopes in the order in which they are tried.
    pub envelopes: &'t [Envelope<'t>],
    /// How the elements of batches are read, each as a body of its own.
    pub elements: &'t [&'t Self],
    /// The places that are not counted while a body is scanned, as bits: those in which a [`Step::Member`] follows an
    /// `Each...` step, and those whose items are told by what stands elsewhere in the body.
    pub deep: u16,
    /// Statuses that come without a code.
    pub transport: &'t [TransportError<'t>],
    /// Statuses that mean success when the body is empty.
    pub success_without_body: &'t [u16],
    /// The headers that say something about an error.
    pub headers: Headers<'t>,
}

/// A rule that answers yes or no by an item's code, or by a member beside it: whether it means success, or is a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemRule<'t> {
    /// Yes for these codes, no for every other one.
    Sentinels(&'t [&'t str]),
    /// Codes with these digits at this position (from 0).
    Digits {
        /// Where the digits start.
        start: u8,
        /// The digits.
        digits: &'t str,
        /// The answer.
        answer: bool,
    },
    /// Codes from one number to another.
    Range {
        /// The first code.
        from: i64,
        /// The last code.
        to: i64,
        /// The answer.
        answer: bool,
    },
    /// Codes that begin so.
    Prefix {
        /// How they begin.
        prefix: &'t str,
        /// The answer.
        answer: bool,
    },
    /// Items with this text beside the code.
    Member {
        /// The index into [`Place::classes`].
        class: u8,
        /// The text.
        text: &'t str,
        /// The answer.
        answer: bool,
    },
}

/// A node of the trie: one place in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// Members that lead further.
    pub members: Members<'t>,
    /// Where every other member leads.
    pub any_member: Option<u8>,
    /// Where every element leads.
    pub element: Option<u8>,
    /// Where the value's span is kept; less than 63.
    pub slot: Option<u8>,
    /// Where the span of the name of the member that led here is kept; less than 63.
    pub name_slot: Option<u8>,
    /// The slots of this node and of all below, as bits: forgotten when the node is entered again.
    pub clears: u64,
    /// The places whose lists lie at or below this node, with no list above, as bits: counted anew when it is entered.
    pub restarts: u16,
    /// The places whose items are the values of this node, and which have items.
    pub places: &'t [u8],
    /// The places whose items are the values of this node, and which are there to be tested only.
    pub probes: &'t [u8],
    /// The slots that these places test, as bits.
    pub tested: u64,
    /// The shape that most items of [`places`](Self::places) have, where that is one place and nothing else is asked of
    /// its items.
    pub usual: Option<Usual>,
}

impl Node<'_> {
    /// A node that leads nowhere and keeps nothing.
    pub const EMPTY: Self = Self {
        members: Members::new(&[]),
        any_member: None,
        element: None,
        slot: None,
        name_slot: None,
        clears: 0,
        restarts: 0,
        places: &[],
        probes: &[],
        tested: 0,
        usual: None,
    };
}

/// A place where items stand, or where something is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'t> {
    /// The way from the root to an item; empty for the body itself.
    pub steps: &'t [Step<'t>],
    /// The slot of the list or object that the first [`Step::EachElement`] or [`Step::EachMember`] goes through; `None`
    /// without such a step.
    pub container: Option<u8>,
    /// The node of an item.
    pub node: u8,
    /// What an item must fulfil.
    pub when: Condition<'t>,
    /// Whether texts are items here, and not objects alone.
    pub text: bool,
    /// Whether items here are notes: they come with an answer and are never why it failed.
    pub note: bool,
    /// Whether a path or a test of an item starts at the body and not at the item.
    pub rooted: bool,
    /// The places that say the same, and are asked first, as bits: where one of them has items, those here do not count.
    pub unless: u16,
    /// The code, in order of preference.
    pub code: &'t [CodePath<'t>],
    /// A finer code beside it, in order of preference.
    pub detail_code: &'t [ItemPath],
    /// A coarser code beside it, in order of preference.
    pub parent_code: &'t [ItemPath],
    /// The message, in order of preference.
    pub message: &'t [ItemPath],
    /// The item's own HTTP status, in order of preference.
    pub status: &'t [ItemPath],
    /// The item's identifier, in order of preference.
    pub id: &'t [ItemPath],
    /// The part of the request the item is about, in order of preference.
    pub field: &'t [ItemPath],
    /// Where the documented fields stand, in order of preference.
    pub fields: &'t [ItemPath],
    /// For each class that looks at a member beside the code, where that stands, in order of preference.
    pub classes: &'t [&'t [ItemPath]],
    /// The shape that most items have; `None` where code and message are not both looked for in plain values first.
    pub usual: Option<Usual>,
}

impl Place<'_> {
    /// The body itself, of which nothing is asked.
    pub const EMPTY: Self = Self {
        steps: &[],
        container: None,
        node: 0,
        when: Condition::new(&[]),
        text: false,
        note: false,
        rooted: false,
        unless: 0,
        code: &[],
        detail_code: &[],
        parent_code: &[],
        message: &[],
        status: &[],
        id: &[],
        field: &[],
        fields: &[],
        classes: &[],
        usual: None,
    };
}

/// One step through a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'t> {
    /// The member of this name; of several the last.
    Member(&'t str),
    /// Each element of a list.
    EachElement,
    /// Each member's value of an object.
    EachMember,
}

/// Where something stands in an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemPath {
    /// A value: the slot that keeps it.
    Value(u8),
    /// The name of the member the item was found under: the slot that keeps it.
    Name(u8),
}

/// Where a code stands in an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodePath<'t> {
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
        separator: &'t str,
    },
}

/// One shape of body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envelope<'t> {
    /// The catalog's name for it.
    pub name: &'t str,
    /// Only bodies of which this is true.
    pub when: Condition<'t>,
    /// Where its items stand.
    pub items: ItemPlaces<'t>,
    /// The answers within it, each of which is read by itself; `None` where it is a single answer.
    pub batch: Option<Batch<'t>>,
    /// True of bodies that report success; `None` where nothing does.
    pub success: Option<Condition<'t>>,
    /// Whether errors and success together are a partial success.
    pub partial: bool,
    /// Members that stay reachable beside the errors.
    pub keep: &'t [Kept<'t>],
    /// How a body of this shape is written.
    pub write: Write<'t>,
}

/// Several answers in one body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch<'t> {
    /// Where they stand: the first of these that has any.
    pub each: &'t [Each<'t>],
    /// How one of them is read: an index into [`Reader::elements`].
    pub reader: u8,
    /// Where the id of one of them is, in order of preference; of a member of an object it is else the member's name.
    pub id: &'t [ItemPath],
}

/// An array or an object whose entries are answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Each<'t> {
    /// The names of the members that lead to it.
    pub path: &'t [&'t str],
    /// Whether it is an object.
    pub object: bool,
}

/// Where the items of an envelope stand, and what is asked first of these places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemPlaces<'t> {
    /// Indices into [`Reader::places`], the top-level place first.
    pub all: &'t [u8],
    /// The same as bits.
    pub bits: u16,
    /// Those that no list leads to.
    pub single: &'t [u8],
    /// Whether the items of any of them are notes.
    pub any_note: bool,
}

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Write<'t> {
    /// Which alternative of an item's code is written; the last one where an item has fewer.
    pub code: u8,
    /// Which alternative of the place of an item's fields is written; the last one where an item has fewer.
    pub fields_at: u8,
    /// Whether this envelope is written rather than an earlier one that would do.
    pub preferred: bool,
    /// Members beside the errors, with their paths from the root on.
    pub members: &'t [WriteMember<'t>],
    /// Members of every error, with their paths from the item on.
    pub each: &'t [WriteMember<'t>],
}

impl Write<'_> {
    /// The first alternatives, and nothing beside the errors.
    pub const EMPTY: Self = Self { code: 0, fields_at: 0, preferred: false, members: &[], each: &[] };
}

/// A member that is written as it stands in the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WriteMember<'t> {
    /// The names of the members that lead to it.
    pub path: &'t [&'t str],
    /// What is written.
    pub value: WriteValue<'t>,
}

/// What a member beside the errors is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteValue<'t> {
    /// The HTTP status, a number; left out where it is not known.
    Status,
    /// The message of the first error; left out where it has none.
    Message,
    /// The code of the first error; left out where it has none.
    Code,
    /// `null`
    Null,
    /// This text.
    Text(&'t str),
}

/// A member that stays reachable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept<'t> {
    /// Its path in the catalog's syntax, without `$.`: `statusCode`.
    pub name: &'t str,
    /// The slot that keeps it.
    pub slot: u8,
}

//! The tables that bodies are read with: the paths of all envelopes of a vendor as one trie, followed in one pass.
//!
//! - A **node** of the trie tells what to do with one value of a body: store its span, follow its members or elements.
//! - A **slot** is the index of a stored span. The nodes write slots; conditions and paths read them.
//! - An **item** is one error (or warning) in a body. A **note** is an item that is never why a request failed.
//! - A **place** is a path through a body, such as `$.errors[*]`, whose values are items if they meet its condition.
//! - A **probe** is a place without items: its values are counted, so that a condition can test for any in an array.

use crate::{Condition, Headers, Lookup, Members, Successes, TransportError, Usual};

/// The tables that reading needs. They are separate from the rest, so that a program that only reads links nothing
/// else.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'t> {
    /// The vendor's name as people write it.
    pub title: &'t str,
    /// The texts of the codes on the wire.
    pub wire: &'t [&'t str],
    /// Maps the wire text of a code to its index in `wire`.
    pub lookup: Lookup<'t>,
    /// The number of digits to which a code that is a JSON number is padded with zeros; 0 if codes are not padded.
    pub width: u8,
    /// The listed codes that are notes: indices into `wire`, ascending.
    pub notes: &'t [u32],
    /// The rules by which other codes are notes. They are tried in order, and the first that applies decides.
    pub note_rules: &'t [ItemRule<'t>],
    /// The rules by which codes mean success. They are tried in order, and the first that applies decides.
    pub success: &'t [ItemRule<'t>],
    /// The listed codes that defer to their classes, whose advice then takes precedence: indices into `wire`.
    pub deferring: &'t [u32],
    /// The trie. The first node is that of the whole body.
    pub nodes: &'t [Node<'t>],
    /// The places, at most 16: those whose values are items, and those that are only tested.
    pub places: &'t [Place<'t>],
    /// The envelopes, in the order in which they are tried.
    pub envelopes: &'t [Envelope<'t>],
    /// The readers of the answers in batches, each of which is read like a body.
    pub elements: &'t [&'t Self],
    /// The places whose items are found only after the body has been scanned, as a bit set: those in which a
    /// [`Step::Member`] follows an `Each...` step, and those whose items depend on values elsewhere in the body.
    pub deep: u16,
    /// The HTTP statuses that the vendor documents for responses without a code.
    pub transport: &'t [TransportError<'t>],
    /// The headers that matter for errors.
    pub headers: Headers<'t>,
    /// Which 2xx bodies are successes.
    pub successes: Successes,
}

/// A rule that decides by an item's code, or by another of its members, whether the item means success, or whether it
/// is a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemRule<'t> {
    /// Yes for these codes, no for all others.
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
    /// Codes that are integers in a range.
    Range {
        /// The first code.
        from: i64,
        /// The last code.
        to: i64,
        /// The answer.
        answer: bool,
    },
    /// Codes with a prefix.
    Prefix {
        /// The prefix.
        prefix: &'t str,
        /// The answer.
        answer: bool,
    },
    /// Items in which a member other than the code has this text.
    Member {
        /// The index into [`Place::classes`].
        class: u8,
        /// The text.
        text: &'t str,
        /// The answer.
        answer: bool,
    },
}

/// A node of the trie, which tells what to do with one value in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// The known members of the value.
    pub members: Members<'t>,
    /// The node of all other members' values; `None` if they are skipped.
    pub any_member: Option<u8>,
    /// The node of the elements; `None` if they are skipped.
    pub element: Option<u8>,
    /// The slot that stores the span of the value; less than 63.
    pub slot: Option<u8>,
    /// The slot that stores the span of the value's key; less than 63.
    pub name_slot: Option<u8>,
    /// The slots of this node and all nodes below it, as a bit set. They are cleared when the node is entered, so that
    /// values of an earlier element or of an earlier duplicate key do not remain.
    pub clears: u64,
    /// The places whose outermost array is the value of this node or of one below it, as a bit set. Their counts are
    /// reset when the node is entered: for duplicate keys, the last one wins.
    pub restarts: u16,
    /// The places whose items are the values of this node, without the probes.
    pub places: &'t [u8],
    /// The probes whose values are those of this node.
    pub probes: &'t [u8],
    /// The slots that the probes' conditions read, as a bit set.
    pub tested: u64,
}

impl Node<'_> {
    /// A node that skips its value.
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
    };
}

/// A place: a path through a body whose values are items, or are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'t> {
    /// The path from the root to an item; empty for the body itself.
    pub steps: &'t [Step<'t>],
    /// The node of an item.
    pub node: u8,
    /// The condition that a value must meet to be an item.
    pub when: Condition<'t>,
    /// Whether strings are items here too, not only objects.
    pub text: bool,
    /// Whether items here are notes.
    pub note: bool,
    /// Whether a path or a test of an item starts at the root of the body instead of at the item.
    pub rooted: bool,
    /// The places of items that are excluded, as a bit set: what lies within one of these items is not counted here,
    /// since it is no evidence of success.
    pub outside: u16,
    /// Alternative places of the same errors that take precedence, as a bit set: if one of them has items, those of
    /// this place are ignored.
    pub unless: u16,
    /// The paths of the code, in order of preference.
    pub code: &'t [CodePath<'t>],
    /// The paths of the detail code, which refines the code, in order of preference.
    pub detail_code: &'t [ItemPath],
    /// The paths of the parent code, which is less specific than the code, in order of preference.
    pub parent_code: &'t [ItemPath],
    /// The paths of the message, in order of preference.
    pub message: &'t [ItemPath],
    /// The paths of the item's own HTTP status, in order of preference.
    pub status: &'t [ItemPath],
    /// The paths of the item's identifier, in order of preference.
    pub id: &'t [ItemPath],
    /// The paths of the part of the request that the item is about, in order of preference.
    pub field: &'t [ItemPath],
    /// The paths of the object that has the documented fields, in order of preference.
    pub fields: &'t [ItemPath],
    /// For each class that looks at another member than the code, the paths of that member, in order of preference.
    pub classes: &'t [&'t [ItemPath]],
    /// The usual shape of an item; `None` if the first path of the code or of the message is not that of a plain value.
    pub usual: Option<Usual>,
}

impl Place<'_> {
    /// Whether the place serves tests only. Places of items always have [`fields`](Self::fields).
    #[inline]
    #[must_use]
    pub const fn is_probe(&self) -> bool {
        self.fields.is_empty()
    }

    /// The body itself, without condition and paths.
    pub const EMPTY: Self = Self {
        steps: &[],
        node: 0,
        when: Condition::new(&[]),
        text: false,
        note: false,
        rooted: false,
        outside: 0,
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

    /// Whether the path goes through an array, or through all members of an object, so that there can be several items.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.steps.iter().any(|step| !matches!(step, Step::Member(_)))
    }
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'t> {
    /// The member with this name; of duplicate keys, the last.
    Member(&'t str),
    /// Each element of an array.
    EachElement,
    /// The value of each member of an object.
    EachMember,
}

/// The location of a value in an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemPath {
    /// The slot that stores the value's span.
    Value(u8),
    /// The slot that stores the span of the item's own key: the key is the value.
    Name(u8),
}

/// The location of a code in an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodePath<'t> {
    /// The scalar at this location.
    Value(ItemPath),
    /// The last path segment of the URI at this location.
    LastSegment(ItemPath),
    /// Two scalars, joined by a separator.
    Pair {
        /// The first.
        namespace: ItemPath,
        /// The second.
        code: ItemPath,
        /// The separator.
        separator: &'t str,
    },
}

/// One shape that bodies have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envelope<'t> {
    /// The catalog's name for it.
    pub name: &'t str,
    /// The condition that a body must meet to have this envelope.
    pub when: Condition<'t>,
    /// The slot of the member in which a body gives its HTTP status.
    pub status: Option<u8>,
    /// The places of its items.
    pub items: ItemPlaces<'t>,
    /// The answers in a batch, each of which is read separately; `None` if the body is a single answer.
    pub batch: Option<Batch<'t>>,
    /// The condition for bodies that report success; `None` if none do.
    pub success: Option<Condition<'t>>,
    /// Whether a body that has errors and reports success is a partial success.
    pub partial: bool,
    /// The members that remain accessible in addition to the errors.
    pub keep: &'t [Kept<'t>],
    /// How a body with this envelope is written.
    pub write: Write<'t>,
}

/// Several answers in one body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch<'t> {
    /// The arrays or objects of the answers; the first that has any is used.
    pub each: &'t [Each<'t>],
    /// The reader of an answer: an index into [`Reader::elements`].
    pub reader: u8,
    /// The paths of an answer's id, in order of preference. Without one, the id of an answer in an object is its key.
    pub id: &'t [ItemPath],
}

/// An array or an object whose entries are answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Each<'t> {
    /// The keys of the path that leads to it.
    pub path: &'t [&'t str],
    /// Whether it is an object, not an array.
    pub object: bool,
}

/// The places of an envelope's items, with what is needed to skip them quickly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemPlaces<'t> {
    /// Indices into [`Reader::places`], the top-level place first.
    pub all: &'t [u8],
    /// The same places, as a bit set.
    pub bits: u16,
    /// Those whose path goes through no array: they have at most one item.
    pub single: &'t [u8],
    /// Whether any of them is a place of notes.
    pub any_note: bool,
}

/// Where a code is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenIn<'t> {
    /// The name of the envelope.
    pub envelope: &'t str,
    /// The [`Place::steps`] of the items that can have the code; `None` for any of the envelope's items.
    pub at: Option<&'t [Step<'t>]>,
}

/// How a body with an envelope is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Write<'t> {
    /// Which of the paths of an item's code is written, as an index; the last one if an item has fewer.
    pub code: u8,
    /// Which of the paths of an item's fields is written, as an index; the last one if an item has fewer.
    pub fields_at: u8,
    /// Whether this envelope is preferred to earlier ones that could hold the same errors.
    pub preferred: bool,
    /// Further members of the body, with their paths from the root.
    pub members: &'t [WriteMember<'t>],
    /// Further members of every error, with their paths from the item.
    pub each: &'t [WriteMember<'t>],
}

impl Write<'_> {
    /// The first paths, and no further members.
    pub const EMPTY: Self = Self { code: 0, fields_at: 0, preferred: false, members: &[], each: &[] };
}

/// A further member to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WriteMember<'t> {
    /// The keys of the path that leads to it.
    pub path: &'t [&'t str],
    /// What is written.
    pub value: WriteValue<'t>,
}

/// The value of a further member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteValue<'t> {
    /// The HTTP status as a number; omitted if it is not known.
    Status,
    /// The message of the first error; omitted if it has none.
    Message,
    /// The code of the first error; omitted if it has none.
    Code,
    /// `null`
    Null,
    /// This text.
    Text(&'t str),
}

/// A member that remains accessible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept<'t> {
    /// Its path in the catalog's syntax, without `$.`: `statusCode`.
    pub name: &'t str,
    /// The slot that stores its span.
    pub slot: u8,
}

//! How the bodies of a vendor are read: all its envelopes as one trie of member names, walked in one pass.

use super::{Lookup, TransportError};

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
    /// Which codes mean success; tried in order, the first rule that knows the code decides.
    pub success: &'t [SuccessRule<'t>],
    /// The trie. The first node stands for the whole body.
    pub nodes: &'t [Node<'t>],
    /// Where items stand, and what must be counted to test for something in lists. At most 16.
    pub places: &'t [Place<'t>],
    /// The envelopes in the order in which they are tried.
    pub envelopes: &'t [Envelope<'t>],
    /// The places that are not counted while a body is scanned, since a [`Step::Member`] follows an `Each...` step, as
    /// bits.
    pub deep: u16,
    /// Statuses that come without a code.
    pub transport: &'t [TransportError<'t>],
    /// Statuses that mean success when the body is empty.
    pub success_without_body: &'t [u16],
}

/// A rule that tells success from failure by the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuccessRule<'t> {
    /// These codes mean success, every other one failure.
    Sentinels(&'t [&'t str]),
    /// Codes with these digits at this position (from 0) mean success or failure.
    Digits {
        /// Where the digits start.
        start: u8,
        /// The digits.
        digits: &'t str,
        /// What they mean.
        success: bool,
    },
}

/// A node of the trie: one place in a body.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t> {
    /// Members that lead further.
    pub members: &'t [Member<'t>],
    /// The first bytes of their names, as [`Member::initial`] gives them: most other names are told apart by theirs.
    pub initials: u64,
    /// Where every other member leads.
    pub any_member: Option<u8>,
    /// Where every element leads.
    pub element: Option<u8>,
    /// Where the value's span is kept; less than 31.
    pub slot: Option<u8>,
    /// Where the span of the name of the member that led here is kept; less than 31.
    pub name_slot: Option<u8>,
    /// The slots of this node and of all below, as bits: forgotten when the node is entered again.
    pub clears: u32,
    /// The places whose lists lie at or below this node, with no list above, as bits: counted anew when it is entered.
    pub restarts: u16,
    /// The places whose items are the values of this node, and which have items.
    pub places: &'t [u8],
    /// The places whose items are the values of this node, and which are there to be tested only.
    pub probes: &'t [u8],
    /// The slots that these places test, as bits.
    pub probed: u32,
}

impl Node<'_> {
    /// A node that leads nowhere and keeps nothing.
    pub const NOTHING: Self = Self {
        members: &[],
        initials: 0,
        any_member: None,
        element: None,
        slot: None,
        name_slot: None,
        clears: 0,
        restarts: 0,
        places: &[],
        probes: &[],
        probed: 0,
    };
}

/// A member that leads further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member<'t> {
    name: &'t str,
    /// The first eight bytes of the name and of the quote behind it, so that one comparison tells most names apart.
    head: u64,
    /// Which bits of `head` count: all where the name is that long.
    mask: u64,
    node: u8,
    /// The slot that keeps its value, where no more than that is to be done.
    slot: u8,
    /// Whether the name can stand in a body as it is, without escapes.
    plain: bool,
}

impl<'t> Member<'t> {
    /// In the place of a slot: the value is scanned as its node says.
    pub(crate) const NESTED: u8 = u8::MAX;

    /// The slot of a member that nothing is known of: its value is kept where nobody looks.
    pub(crate) const UNKNOWN: u8 = 31;

    /// The member of this name, unescaped, and the node it leads to.
    #[must_use]
    pub const fn new(name: &'t str, node: u8) -> Self {
        let bytes = name.as_bytes();
        let (mut head, mut mask, mut plain) = (0, 0, true);
        let mut index = 0;
        while index <= bytes.len() {
            let byte = if index < bytes.len() { bytes[index] } else { b'"' };
            if index < 8 {
                head |= (byte as u64) << (8 * index);
                mask |= 0xff << (8 * index);
            }
            plain = plain && (index == bytes.len() || (byte != b'"' && byte != b'\\' && byte >= 0x20));
            index += 1;
        }
        Self { name, head, mask, node, slot: Self::NESTED, plain }
    }

    /// The same for a member whose node keeps its value in a slot and does nothing else: it leads nowhere, keeps no name
    /// and has no places.
    #[must_use]
    pub const fn kept_in(self, slot: u8) -> Self {
        Self { slot, ..self }
    }

    /// The bit of a name's first byte in [`Node::initials`].
    #[inline]
    #[must_use]
    pub const fn initial(first: u8) -> u64 {
        1 << (first & 63)
    }

    /// Its name, unescaped.
    #[must_use]
    pub const fn name(&self) -> &'t str {
        self.name
    }

    /// The node it leads to.
    #[must_use]
    pub const fn node(&self) -> u8 {
        self.node
    }

    /// The slot that keeps its value, or [`Self::NESTED`].
    #[inline]
    pub(crate) const fn slot(&self) -> u8 {
        self.slot
    }

    /// Whether its name and a quote stand at a position; `head` holds the eight bytes from there on.
    #[inline]
    pub(crate) fn stands_at(&self, head: u64, bytes: &[u8], at: usize) -> bool {
        (head ^ self.head) & self.mask == 0 && self.plain && (self.name.len() < 8 || self.tail_stands_at(bytes, at))
    }

    /// The same behind the first eight bytes.
    #[inline]
    fn tail_stands_at(&self, bytes: &[u8], at: usize) -> bool {
        let (name, end) = (self.name.as_bytes(), at + self.name.len());
        let stands = |there: Option<&[u8]>| match (there.and_then(|there| there.last_chunk()), name.last_chunk::<8>()) {
            (Some(there), Some(name)) => u64::from_le_bytes(*there) == u64::from_le_bytes(*name),
            _ => false,
        };
        let there = bytes.get(at..end);
        let tail = if name.len() <= 16 { stands(there) } else { there == Some(name) };
        tail && bytes.get(end) == Some(&b'"')
    }
}

/// A place where items stand, or where something is counted.
#[derive(Clone, Copy, Debug)]
pub struct Place<'t> {
    /// The way from the root to an item; empty for the body itself.
    pub steps: &'t [Step<'t>],
    /// The slot of the list or object that the first [`Step::EachElement`] or [`Step::EachMember`] goes through; `None`
    /// without such a step.
    pub container: Option<u8>,
    /// The node of an item.
    pub node: u8,
    /// Whether this place is there to be tested only and holds no items: then values of every type are counted.
    pub probe: bool,
    /// What an item must fulfil.
    pub when: Condition<'t>,
    /// What elements that are strings hold; `None` where they are no items.
    pub text: Option<TextRole>,
    /// Whether an item here says nothing about the outcome.
    pub neutral: bool,
    /// The code, in order of preference.
    pub code: &'t [CodePath<'t>],
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
}

/// What a string element holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// Its code.
    Code,
    /// Its message.
    Message,
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

/// A condition: one of the lists must be true of all its tests. Empty: always true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition<'t> {
    any_of: &'t [&'t [Test<'t>]],
    /// The slots that are tested, as bits.
    slots: u32,
    /// The places whose counts are tested, as bits.
    places: u16,
}

impl<'t> Condition<'t> {
    /// The condition of these alternatives; none of them is empty.
    #[must_use]
    pub const fn new(any_of: &'t [&'t [Test<'t>]]) -> Self {
        let (mut slots, mut places) = (0, 0);
        let mut alternative = 0;
        while alternative < any_of.len() {
            let mut test = 0;
            while test < any_of[alternative].len() {
                match any_of[alternative][test] {
                    Test::Value { slot, .. } => slots |= 1 << (slot & 31),
                    Test::Counted { place } => places |= 1 << (place & 15),
                }
                test += 1;
            }
            alternative += 1;
        }
        Self { any_of, slots, places }
    }

    /// The alternatives.
    #[must_use]
    pub const fn any_of(&self) -> &'t [&'t [Test<'t>]] {
        self.any_of
    }

    /// The slots that are tested, as bits. Where none of them has a value, and no place counted anything, it is false.
    #[inline]
    pub(crate) const fn slots(&self) -> u32 {
        self.slots
    }

    /// The places whose counts are tested, as bits.
    #[inline]
    pub(crate) const fn places(&self) -> u16 {
        self.places
    }
}

/// One test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test<'t> {
    /// Of the value kept in a slot.
    Value {
        /// The slot.
        slot: u8,
        /// What must stand there.
        test: ValueTest<'t>,
    },
    /// That a place counted something.
    Counted {
        /// The index of the place.
        place: u8,
    },
}

/// What must stand at a path. Null and an empty list count as nothing at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueTest<'t> {
    /// Anything.
    Present,
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An object.
    Object,
    /// A list.
    List,
    /// A string, a number or a boolean.
    Scalar,
    /// A scalar with this text.
    Equals(&'t str),
}

/// One shape of body.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'t> {
    /// The catalog's name for it.
    pub name: &'t str,
    /// Only bodies of which this is true.
    pub when: Condition<'t>,
    /// Where its items stand: indices into [`Reader::places`], the top-level place first.
    pub items: &'t [u8],
    /// True of bodies that report success; `None` where nothing does.
    pub success: Option<Condition<'t>>,
    /// Whether errors and success together are a partial success.
    pub partial: bool,
    /// Members that stay reachable beside the errors.
    pub keep: &'t [Kept<'t>],
    /// How a body of this shape is written.
    pub write: Write<'t>,
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

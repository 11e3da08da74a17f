//! Conditions of envelopes and items.

use crate::JsonKind;

/// A condition on the values of a body: an "or" of alternatives, each an "and" of tests. Without alternatives it is
/// always true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition<'t> {
    /// The alternatives. None of them is empty.
    pub any_of: &'t [&'t [Test<'t>]],
    /// The slots that the tests read, as a bit set. If none of them holds a value and none of [`places`](Self::places)
    /// has an item, the condition is false. [`STATUS`](Self::STATUS) is among them if the HTTP status alone can make the
    /// condition true.
    #[doc(hidden)]
    pub slots: u64,
    /// The places whose item counts the tests read, as a bit set.
    #[doc(hidden)]
    pub places: u16,
    /// A shortcut: a value that makes the condition true on its own.
    #[doc(hidden)]
    pub enough: Enough,
}

/// A shortcut for a condition: it is true if the value in a slot has one of these types.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enough {
    /// The slot.
    pub slot: u8,
    /// The types, as a set of [`JsonKind::bit`]s; 0 if there is no shortcut.
    pub kinds: u8,
}

impl Enough {
    /// No shortcut.
    const NOTHING: Self = Self { slot: 0, kinds: 0 };

    /// The shortcut for these alternatives: only a first alternative that consists of a single test has one.
    const fn of(any_of: &[&[Test<'_>]]) -> Self {
        match any_of {
            [[Test::Value { slot, test }], ..] => Self { slot: *slot, kinds: test.kinds() },
            _ => Self::NOTHING,
        }
    }
}

impl<'t> Condition<'t> {
    /// The bit of a slot that keeps no value and always counts as holding one.
    #[doc(hidden)]
    pub const STATUS: u64 = 1 << 63;

    /// The condition with these alternatives, none of which may be empty.
    #[must_use]
    pub const fn new(any_of: &'t [&'t [Test<'t>]]) -> Self {
        let (mut slots, mut places) = (0, 0);
        let mut alternative = 0;
        while alternative < any_of.len() {
            let mut test = 0;
            let mut by_status = true;
            while test < any_of[alternative].len() {
                match any_of[alternative][test] {
                    Test::Value { slot, .. } => (slots, by_status) = (slots | 1 << (slot & 63), false),
                    Test::Counted { place } => (places, by_status) = (places | 1 << (place & 15), false),
                    Test::Http { .. } => {}
                }
                test += 1;
            }
            if by_status {
                slots |= Self::STATUS;
            }
            alternative += 1;
        }
        Self { any_of, slots, places, enough: Enough::of(any_of) }
    }
}

/// One test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test<'t> {
    /// A test of the value in a slot.
    Value {
        /// The slot.
        slot: u8,
        /// What the value must be.
        test: ValueTest<'t>,
    },
    /// A test that a place has at least one item.
    Counted {
        /// The index of the place.
        place: u8,
    },
    /// Of the HTTP status.
    Http {
        /// Which statuses pass.
        statuses: Statuses<'t>,
        /// The slot in which the body tells its status; it counts where no other is known.
        told: Option<u8>,
    },
}

/// A set of HTTP statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statuses<'t> {
    /// All from 400 on, and an unknown status.
    Error,
    /// These, ascending.
    OneOf(&'t [u16]),
}

impl Statuses<'_> {
    /// Whether a status is in the set; `None` is an unknown status.
    #[must_use]
    pub fn contain(&self, status: Option<u16>) -> bool {
        match self {
            Self::Error => status.is_none_or(|status| status >= 400),
            Self::OneOf(all) => status.is_some_and(|status| all.contains(&status)),
        }
    }
}

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueTest<'t> {
    /// Any value, also null and an empty array.
    Exists,
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An object.
    Object,
    /// An array that is not empty.
    List,
    /// A string, a number or a boolean.
    Scalar,
    /// A scalar with this text.
    Equals(&'t str),
}

impl ValueTest<'_> {
    /// The types all of whose values pass the test, as a set of [`JsonKind::bit`]s. Arrays are never among them, since
    /// an empty one does not pass.
    const fn kinds(&self) -> u8 {
        let scalar = JsonKind::String.bit() | JsonKind::Number.bit() | JsonKind::Boolean.bit();
        match self {
            Self::Exists => scalar | JsonKind::Object.bit() | JsonKind::List.bit() | JsonKind::Null.bit(),
            Self::Scalar => scalar,
            Self::String => JsonKind::String.bit(),
            Self::Number => JsonKind::Number.bit(),
            Self::Boolean => JsonKind::Boolean.bit(),
            Self::Object => JsonKind::Object.bit(),
            Self::List | Self::Equals(_) => 0,
        }
    }
}

//! Conditions of envelopes and items.

use crate::JsonKind;

/// A condition: one of the lists must be true of all its tests. Empty: always true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition<'t> {
    /// The alternatives; none of them is empty.
    pub any_of: &'t [&'t [Test<'t>]],
    /// The slots that are tested, as bits. Where none of them has a value, and no place counted anything, it is false.
    #[doc(hidden)]
    pub slots: u64,
    /// The places whose counts are tested, as bits.
    #[doc(hidden)]
    pub places: u16,
    /// What is enough to know that it is true, without a look at all tests.
    #[doc(hidden)]
    pub enough: Enough,
}

/// A value of one of some types that makes a condition true.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enough {
    /// Its slot.
    pub slot: u8,
    /// The types, as bits.
    pub kinds: u8,
}

impl Enough {
    /// No type of any value.
    const NOTHING: Self = Self { slot: 0, kinds: 0 };

    /// For the condition with these alternatives, which is nothing unless the first one has a single test.
    const fn of(any_of: &[&[Test<'_>]]) -> Self {
        match any_of {
            [[Test::Value { slot, test }], ..] => Self { slot: *slot, kinds: test.kinds() },
            _ => Self::NOTHING,
        }
    }
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
                    Test::Value { slot, .. } => slots |= 1 << (slot & 63),
                    Test::Counted { place } => places |= 1 << (place & 15),
                }
                test += 1;
            }
            alternative += 1;
        }
        Self { any_of, slots, places, enough: Enough::of(any_of) }
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

impl ValueTest<'_> {
    /// The types that every value passes the test with, as bits. An empty list is none.
    const fn kinds(&self) -> u8 {
        let scalar = JsonKind::String.bit() | JsonKind::Number.bit() | JsonKind::Boolean.bit();
        match self {
            Self::Present => scalar | JsonKind::Object.bit(),
            Self::Scalar => scalar,
            Self::String => JsonKind::String.bit(),
            Self::Number => JsonKind::Number.bit(),
            Self::Boolean => JsonKind::Boolean.bit(),
            Self::Object => JsonKind::Object.bit(),
            Self::List | Self::Equals(_) => 0,
        }
    }
}

//! Classes: what a part of a code, or another member of the item, tells about an error, even if its code is not listed.

use crate::lookup::canonical_integer;
use crate::{Audience, Kind, Retry, Topic};

/// A rule that classifies codes, listed or not, by a part of the code or by another member of the item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class<'t> {
    /// The catalog's name: `subcategory`.
    pub name: &'t str,
    /// What the class is about; empty if the catalog does not say.
    pub meaning: &'t str,
    /// What it classifies by.
    pub by: ClassBy<'t>,
    /// Whether its advice takes precedence over that of the code's own catalog entry.
    pub outranks: bool,
    /// The named values. A range or a prefix has exactly one.
    pub values: &'t [ClassValue<'t>],
}

/// What a class classifies by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassBy<'t> {
    /// Some of the digits of a code that consists of digits only.
    Digits {
        /// How many digits a code has.
        width: u8,
        /// The position of the first of them, from 0.
        start: u8,
        /// How many of them.
        len: u8,
    },
    /// The range that an integer code lies in.
    Range {
        /// The first code.
        from: i64,
        /// The last code.
        to: i64,
    },
    /// A prefix of the code.
    Prefix(&'t str),
    /// Another member of the item: the index into [`Place::classes`](crate::Place::classes).
    Member(u8),
}

/// A named value of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassValue<'t> {
    /// The digits, or the text of the member; empty for a range or a prefix.
    pub text: &'t str,
    /// The catalog's name: `conflict`.
    pub name: &'t str,
    /// What it means; empty if the catalog does not say.
    pub meaning: &'t str,
    /// Whether codes with this value mean success (`true`) or failure (`false`); `None` if they say neither.
    pub success: Option<bool>,
    /// Whether errors with this value are notes, such as warnings: never the reason why a request failed.
    pub note: bool,
    /// The advice for codes with this value that are not listed.
    pub advised: Advised<'t>,
}

/// Advice that does not come from the code's own catalog entry: from a class, which unlisted codes fall back to, or
/// from a detail code, which overrides the entry. `None` leaves the answer to the next source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advised<'t> {
    /// The canonical kind.
    pub kind: Option<Kind>,
    /// The topic: what the error is about for a shop.
    pub topic: Option<Topic>,
    /// Whether and how to retry.
    pub retry: Option<Retry<'t>>,
    /// Who can do something about it.
    pub audience: Option<Audience>,
    /// What to do about it; always `None` in a class.
    pub action: Option<&'t str>,
}

/// A value of a class that an error has.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'t> {
    /// The class.
    pub class: &'t Class<'t>,
    /// The value.
    pub value: &'t ClassValue<'t>,
}

impl<'t> Statement<'t> {
    /// What it means.
    #[must_use]
    pub const fn meaning(&self) -> &'t str {
        self.value.meaning
    }

    /// The advice for unlisted codes with this value.
    #[must_use]
    pub const fn advised(&self) -> &'t Advised<'t> {
        &self.value.advised
    }

    /// How many codes share the value, as a rank: the smaller, the more particular the statement.
    fn breadth(&self) -> u64 {
        match self.class.by {
            ClassBy::Range { from, to } => to.abs_diff(from),
            // Success comes first: the other digits cannot turn it into a failure.
            ClassBy::Digits { .. } if self.value.success == Some(true) => 0,
            ClassBy::Digits { start, len, .. } => 1 + (u64::from(u8::MAX - len) << 8) + u64::from(u8::MAX - start),
            ClassBy::Prefix(prefix) => u64::MAX - 1 - prefix.len() as u64,
            ClassBy::Member(_) => u64::MAX,
        }
    }
}

impl<'t> Class<'t> {
    /// The value that a code has in this class, whether the code is listed or not; `None` if it has none, or if the
    /// class looks at another member than the code.
    #[must_use]
    pub fn of_code(&'t self, code: &str) -> Option<Statement<'t>> {
        let value = match self.by {
            ClassBy::Digits { width, start, len } => {
                let fits = code.len() == usize::from(width) && code.bytes().all(|byte| byte.is_ascii_digit());
                let digits = code.get(usize::from(start)..usize::from(start) + usize::from(len)).filter(|_| fits)?;
                self.values.iter().find(|value| value.text == digits)
            }
            ClassBy::Range { from, to } => {
                let number = canonical_integer(code.as_bytes())?;
                self.values.first().filter(|_| (from..=to).contains(&number))
            }
            ClassBy::Prefix(prefix) => self.values.first().filter(|_| code.starts_with(prefix)),
            ClassBy::Member(_) => None,
        };
        value.map(|value| Statement { class: self, value })
    }
}

/// The values that a code has in these classes, whether it is listed or not, the most particular first: the innermost
/// range, the most digits (of equally many, the ones further to the right), the longest prefix. Digits that mean
/// success come before everything else.
///
/// ```
/// use errors_gen::ErrorCode;
/// use errors_gen::omnicart::Code;
/// use errors_gen::table::statements;
///
/// let first = statements(Code::CLASSES, "124999").next().unwrap(); // no listed code
/// assert_eq!(first.meaning(), "The request conflicts with existing data.");
/// ```
#[must_use]
pub const fn statements<'t, 'c>(classes: &'t [Class<'t>], code: &'c str) -> Statements<'t, 'c> {
    Statements { classes, code, last: None }
}

/// The iterator that [`statements`] returns.
#[derive(Clone, Debug)]
pub struct Statements<'t, 'c> {
    classes: &'t [Class<'t>],
    code: &'c str,
    /// The breadth and the index of the statement that was returned last.
    last: Option<(u64, usize)>,
}

impl<'t> Iterator for Statements<'t, '_> {
    type Item = Statement<'t>;

    fn next(&mut self) -> Option<Statement<'t>> {
        // A vendor has few classes, so searching all of them for the next one is cheap and needs no allocation for
        // sorting.
        let all = self.classes.iter().enumerate().filter_map(|(index, class)| {
            let statement = class.of_code(self.code)?;
            Some(((statement.breadth(), index), statement))
        });
        let (key, statement) =
            all.filter(|(key, _)| self.last.is_none_or(|last| *key > last)).min_by_key(|(key, _)| *key)?;
        self.last = Some(key);
        Some(statement)
    }
}

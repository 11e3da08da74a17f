//! Classes: what a part of a code, or a member beside it, says also of codes that no catalog lists.

use crate::lookup::canonical_integer;
use crate::{Audience, Kind, Retry, Topic};

/// What tells something of codes, listed or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class<'t> {
    /// The catalog's name: `subcategory`.
    pub name: &'t str,
    /// What the class tells; empty where the catalog does not say.
    pub meaning: &'t str,
    /// What it looks at.
    pub by: ClassBy<'t>,
    /// Whether it speaks before the code's own row.
    pub outranks: bool,
    /// The named values; a range or a prefix has one.
    pub values: &'t [ClassValue<'t>],
}

/// What a class looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassBy<'t> {
    /// Some digits of a code of nothing but digits.
    Digits {
        /// How many digits a code has.
        width: u8,
        /// The first position, from 0.
        start: u8,
        /// How many of them.
        len: u8,
    },
    /// The number that the code is.
    Range {
        /// The first code.
        from: i64,
        /// The last code.
        to: i64,
    },
    /// How the code begins.
    Prefix(&'t str),
    /// A member beside the code: the index into [`Place::classes`](crate::Place::classes).
    Member(u8),
}

/// A named value of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassValue<'t> {
    /// The digits, or the text of the member; empty in a range or a prefix.
    pub text: &'t str,
    /// The catalog's name: `conflict`.
    pub name: &'t str,
    /// What it means; empty where the catalog does not say.
    pub meaning: &'t str,
    /// Whether codes with this value mean success or failure.
    pub success: Option<bool>,
    /// Whether such codes come with an answer and are never why it failed.
    pub note: bool,
    /// What codes that are not listed fall back to.
    pub advised: Advised<'t>,
}

/// What is said of an error beside its code's own row: by a class, which an unlisted code falls back to, or by what refines
/// the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advised<'t> {
    /// The canonical kind.
    pub kind: Option<Kind>,
    /// What it is about for a shop.
    pub topic: Option<Topic>,
    /// Whether and how to retry.
    pub retry: Option<Retry<'t>>,
    /// Who can do something about it.
    pub audience: Option<Audience>,
    /// What to do about it; a class does not say it.
    pub action: Option<&'t str>,
}

/// One thing that a class says of an error.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'t> {
    /// The class.
    pub class: &'t Class<'t>,
    /// Which of its values the error has.
    pub value: &'t ClassValue<'t>,
}

impl<'t> Statement<'t> {
    /// What it means.
    #[must_use]
    pub const fn meaning(&self) -> &'t str {
        self.value.meaning
    }

    /// What an unlisted code falls back to.
    #[must_use]
    pub const fn advised(&self) -> &'t Advised<'t> {
        &self.value.advised
    }

    /// How much of the code the statement leaves open: the smaller, the more it says.
    fn breadth(&self) -> u64 {
        match self.class.by {
            ClassBy::Range { from, to } => to.abs_diff(from),
            // That a code means success says what it means, whatever its other digits are about.
            ClassBy::Digits { .. } if self.value.success == Some(true) => 0,
            ClassBy::Digits { start, len, .. } => 1 + (u64::from(u8::MAX - len) << 8) + u64::from(u8::MAX - start),
            ClassBy::Prefix(prefix) => u64::MAX - 1 - prefix.len() as u64,
            ClassBy::Member(_) => u64::MAX,
        }
    }
}

impl<'t> Class<'t> {
    /// What the class says of a code, listed or not. Nothing where it looks at a member beside the code.
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

/// What classes say of a code, listed or not, the most particular first: the innermost range; the most digits, of as many
/// those further behind; the longest prefix. That the digits mean success comes before all else.
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

/// See [`statements`].
#[derive(Clone, Debug)]
pub struct Statements<'t, 'c> {
    classes: &'t [Class<'t>],
    code: &'c str,
    /// The breadth and the index of the statement that was given last.
    last: Option<(u64, usize)>,
}

impl<'t> Iterator for Statements<'t, '_> {
    type Item = Statement<'t>;

    fn next(&mut self) -> Option<Statement<'t>> {
        // There are few: looking through all of them for the next one needs no memory to sort them in.
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

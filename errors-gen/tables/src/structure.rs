//! What the inner structure of a code says, also of codes that no catalog lists.

use crate::lookup::canonical_integer;
use crate::{Advised, CodeForm, DigitGroup, DigitValue, IntegerRange};

/// One thing that the structure of a code says.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Statement<'t> {
    /// The code lies in a named range.
    Range(&'t IntegerRange<'t>),
    /// A group of its digits has a named value.
    Digits(&'t DigitGroup<'t>, &'t DigitValue<'t>),
}

impl<'t> Statement<'t> {
    /// What it means.
    #[must_use]
    pub const fn meaning(&self) -> &'t str {
        match self {
            Self::Range(range) => range.meaning,
            Self::Digits(_, value) => value.meaning,
        }
    }

    /// What an unlisted code falls back to.
    #[must_use]
    pub const fn advised(&self) -> &'t Advised<'t> {
        match self {
            Self::Range(range) => &range.advised,
            Self::Digits(_, value) => &value.advised,
        }
    }

    /// How much of the code the statement leaves open: the smaller, the more it says.
    fn breadth(&self) -> u64 {
        match self {
            Self::Range(range) => range.to.abs_diff(range.from),
            // That a code means success says what it means, whatever its other digits are about.
            Self::Digits(_, value) if value.success == Some(true) => 0,
            Self::Digits(group, _) => 1 + (u64::from(u8::MAX - group.len) << 8) + u64::from(u8::MAX - group.start),
        }
    }
}

/// What the structure of a code says, the most particular first: the innermost range; the group of most digits, of two
/// with as many the one further behind. That the digits mean success comes before all else.
#[derive(Clone, Debug)]
pub struct Statements<'t, 'c> {
    form: CodeForm<'t>,
    code: &'c str,
    /// The breadth and the index of the statement that was given last.
    last: Option<(u64, usize)>,
}

impl<'t> CodeForm<'t> {
    /// What the structure says of a code, listed or not. Nothing of a code of another form.
    ///
    /// ```
    /// use errors_gen::ErrorCode;
    /// use errors_gen::omnicart::Code;
    ///
    /// let first = Code::FORM.statements("124999").next().unwrap(); // no listed code
    /// assert_eq!(first.meaning(), "The request clashes with what OmniCart has stored.");
    /// ```
    #[must_use]
    pub const fn statements<'c>(self, code: &'c str) -> Statements<'t, 'c> {
        Statements { form: self, code, last: None }
    }

    /// The statement of the range or group with this index, if it says anything of the code.
    fn statement(&self, index: usize, code: &str) -> Option<Statement<'t>> {
        match *self {
            Self::Text => None,
            Self::Integer { ranges } => {
                let number = canonical_integer(code.as_bytes())?;
                let range = ranges.get(index)?;
                (range.from..=range.to).contains(&number).then_some(Statement::Range(range))
            }
            Self::Digits { groups, .. } => {
                let group = groups.get(index)?;
                let start = usize::from(group.start);
                let digits = code.get(start..start + usize::from(group.len))?;
                let value = group.values.iter().find(|value| value.digits == digits)?;
                Some(Statement::Digits(group, value))
            }
        }
    }

    /// How many ranges or groups there are that can say something of the code.
    fn most_statements(&self, code: &str) -> usize {
        match *self {
            Self::Text => 0,
            Self::Integer { ranges } => ranges.len(),
            Self::Digits { width, groups } => {
                let fits = code.len() == usize::from(width) && code.bytes().all(|byte| byte.is_ascii_digit());
                if fits { groups.len() } else { 0 }
            }
        }
    }
}

impl<'t> Iterator for Statements<'t, '_> {
    type Item = Statement<'t>;

    fn next(&mut self) -> Option<Statement<'t>> {
        // There are few: looking through all of them for the next one needs no memory to sort them in.
        let all = (0..self.form.most_statements(self.code)).filter_map(|index| {
            let statement = self.form.statement(index, self.code)?;
            Some(((statement.breadth(), index), statement))
        });
        let (key, statement) =
            all.filter(|(key, _)| self.last.is_none_or(|last| *key > last)).min_by_key(|(key, _)| *key)?;
        self.last = Some(key);
        Some(statement)
    }
}

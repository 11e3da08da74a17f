//! What the inner structure of a code says, also of codes that no catalog lists.

use std::fmt;

use crate::vendor::{Advised, CodeForm, Vendor};

/// One thing that a code's structure says.
#[derive(Debug)]
pub(crate) struct Statement<'a> {
    /// What of the code says so: `digit 1`, `-32099 to -32000`.
    pub(crate) place: String,
    /// What it is called: `outcome = failed`, `server_error`.
    pub(crate) name: String,
    /// What it means.
    pub(crate) meaning: &'a str,
    /// What an unlisted code falls back to.
    pub(crate) advised: &'a Advised,
}

impl fmt::Display for Statement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}. {}", self.place, self.name, self.meaning)
    }
}

/// All that the structure says of a code, from the general to the particular. Values without a name say nothing.
pub(crate) fn statements<'a>(vendor: &'a Vendor, code: &str) -> Vec<Statement<'a>> {
    match &vendor.form {
        CodeForm::Text { .. } => Vec::new(),
        CodeForm::Integer { ranges, .. } => {
            let Ok(number) = code.parse::<i64>() else { return Vec::new() };
            let mut holding: Vec<_> = ranges.iter().filter(|range| (range.from..=range.to).contains(&number)).collect();
            // Of two ranges that overlap one holds the other, so that the wider one is the more general.
            holding.sort_by_key(|range| std::cmp::Reverse(range.to.abs_diff(range.from)));
            let statement = |range: &&'a crate::vendor::IntegerRange| Statement {
                place: if range.from == range.to {
                    range.from.to_string()
                } else {
                    format!("{} to {}", range.from, range.to)
                },
                name: range.name.clone(),
                meaning: &range.meaning,
                advised: &range.advised,
            };
            holding.iter().map(statement).collect()
        }
        CodeForm::Digits { width, structure, .. } => {
            if code.len() != usize::from(*width) || !code.bytes().all(|byte| byte.is_ascii_digit()) {
                return Vec::new();
            }
            let statement = |group: &'a crate::vendor::DigitGroup| {
                let start = usize::from(group.start);
                let digits = code.get(start..start + usize::from(group.len))?;
                let value = group.values.iter().find(|value| value.digits == digits)?;
                let place = match group.len {
                    1 => format!("digit {}, `{digits}`", start + 1),
                    len => format!("digits {} to {}, `{digits}`", start + 1, start + usize::from(len)),
                };
                Some(Statement {
                    place,
                    name: format!("{} = {}", group.name, value.name),
                    meaning: &value.meaning,
                    advised: &value.advised,
                })
            };
            structure.iter().filter_map(statement).collect()
        }
    }
}

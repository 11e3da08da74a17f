//! What tables say of a code, in sentences for a person.

use std::fmt;

use errors_runtime::Retry;
use errors_runtime::table::{CodeForm, Statement};

/// A statement as one line.
pub(crate) struct Said<'t>(pub(crate) Statement<'t>);

impl fmt::Display for Said<'_> {
    /// ``digit 1, `1`: outcome = failed. The request failed.``
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Statement::Range(range) if range.from == range.to => write!(f, "{}: {}", range.from, range.name)?,
            Statement::Range(range) => write!(f, "{} to {}: {}", range.from, range.to, range.name)?,
            Statement::Digits(group, value) => {
                let first = u16::from(group.start) + 1;
                match u16::from(group.len) {
                    1 => write!(f, "digit {first}")?,
                    len => write!(f, "digits {first} to {}", first + len - 1)?,
                }
                write!(f, ", `{}`: {} = {}", value.digits, group.name, value.name)?;
            }
            _ => {}
        }
        write!(f, ". {}", self.0.meaning())
    }
}

/// All that the structure says of a code, from the general to the particular. Values without a name say nothing.
pub(crate) fn statements<'t>(form: CodeForm<'t>, code: &str) -> Vec<Statement<'t>> {
    let mut statements: Vec<_> = form.statements(code).collect();
    statements.reverse();
    statements
}

/// Retry advice with its reason and where it comes from.
pub(crate) fn retry(retry: &Retry<'_>) -> String {
    let whose = if retry.stated { "the vendor says so" } else { "our judgement" };
    format!("{}: {} ({whose})", retry.advice.as_str(), retry.reason)
}

//! What tables say of a code, in sentences for a person.

use std::fmt;
use std::time::Duration;

use errors_runtime::decide::{Decision, Next};
use errors_runtime::table::{self, Class, ClassBy, Statement};
use errors_runtime::{AnyCode, Retry, Topic};

/// A statement as one line.
pub(crate) struct Said<'t>(pub(crate) Statement<'t>);

impl fmt::Display for Said<'_> {
    /// ``digit 1, `1`: outcome = failed. The request failed.``
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Statement { class, value } = self.0;
        match class.by {
            ClassBy::Range { from, to } if from == to => write!(f, "{from}: {}", value.name)?,
            ClassBy::Range { from, to } => write!(f, "{from} to {to}: {}", value.name)?,
            ClassBy::Digits { start, len, .. } => {
                let first = u16::from(start) + 1;
                match u16::from(len) {
                    1 => write!(f, "digit {first}")?,
                    len => write!(f, "digits {first} to {}", first + len - 1)?,
                }
                write!(f, ", `{}`: {} = {}", value.text, class.name, value.name)?;
            }
            ClassBy::Prefix(prefix) => write!(f, "begins with `{prefix}`: {}", value.name)?,
            ClassBy::Member(_) => write!(f, "{} = {}", class.name, value.name)?,
        }
        if value.meaning.is_empty() { Ok(()) } else { write!(f, ". {}", value.meaning) }
    }
}

/// All that the classes say of a code, from the general to the particular. Values without a name say nothing.
pub(crate) fn statements<'t>(classes: &'t [Class<'t>], code: &str) -> Vec<Statement<'t>> {
    let mut statements: Vec<_> = table::statements(classes, code).collect();
    statements.reverse();
    statements
}

/// A topic, and what it says.
pub(crate) fn topic(topic: Topic) -> String {
    format!("{topic} ({}): {}", topic.area(), topic.applies())
}

/// Retry advice with its reason and where it comes from.
pub(crate) fn retry(retry: &Retry<'_>) -> String {
    let whose = if retry.stated { "the vendor says so" } else { "our judgement" };
    let wait = retry.wait.map(|wait| format!(", wait: {wait}")).unwrap_or_default();
    format!("{}: {} ({whose}; effect: {}{wait})", retry.advice.as_str(), retry.reason, retry.effect.as_str())
}

/// A code and, where it says more, its name.
pub(crate) fn code_title(code: AnyCode<'_>) -> String {
    if code.as_str() == code.name() { code.to_string() } else { format!("{code} {}", code.name()) }
}

/// A decision in words.
pub(crate) fn decision(decision: &Decision<'_>) -> String {
    let wait = decision.wait.map(|wait| format!(", after {}", time(wait))).unwrap_or_default();
    match decision.next {
        Next::Nothing => "no, it succeeded".to_owned(),
        Next::Retry => "yes, at once".to_owned(),
        Next::Backoff => "yes, waiting longer each time".to_owned(),
        Next::Wait => "yes, after a while".to_owned(),
        Next::RetryAfter(wait) => format!("yes, after {}", time(wait)),
        Next::Verify => format!("only after checking that it took no effect{wait}"),
        Next::Refresh => format!("not as it is: read the resource again and redo the change first{wait}"),
        Next::Reauthenticate => format!("once, with renewed credentials{wait}"),
        Next::Fix => "not before its cause is corrected".to_owned(),
        Next::Never => "no".to_owned(),
        other => other.to_string(),
    }
}

/// A time in the unit in which it is written briefly.
fn time(wait: Duration) -> String {
    match wait.as_millis() {
        millis if millis % 1_000 == 0 => format!("{} s", millis / 1_000),
        millis => format!("{millis} ms"),
    }
}

//! Whether to send the request again.

use std::io::{self, Write};
use std::time::Duration;

use errors_runtime::Response;
use errors_runtime::decide::{Basis, Decision, Next};

use super::super::attempt;
use super::Asked;
use crate::text::line;

/// Says whether to send the request again; of a request whose method is not known, also what holds for one that may not be
/// repeated.
pub(super) fn describe(response: &Response<'_>, asked: &Asked<'_>, out: &mut dyn Write) -> io::Result<()> {
    let decision = response.decide(&attempt(asked.method));
    let whose = match decision.basis {
        Basis::Code if response.retry().stated => "the vendor says so",
        Basis::Code => "our judgement",
        Basis::Class => "by its class",
        Basis::Header => "by a header of the response",
        Basis::Transport | Basis::Status => "by the HTTP status",
        _ => "nothing tells more",
    };
    let because = decision.because.trim_end_matches('.');
    line(out, "send again", format_args!("{} ({}): {because} ({whose})", phrase(&decision), decision.next))?;
    if asked.method.is_none() {
        let changing = response.decide(&attempt(Some("POST")));
        if changing.next != decision.next {
            line(out, "", format_args!("a POST or PATCH: {} ({})", phrase(&changing), changing.next))?;
        }
    }
    Ok(())
}

/// A decision in words.
fn phrase(decision: &Decision<'_>) -> String {
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

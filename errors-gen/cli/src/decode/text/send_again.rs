//! Whether to send the request again.

use std::io::{self, Write};

use errors_runtime::Response;
use errors_runtime::decide::Basis;

use super::super::attempt;
use super::Asked;
use crate::phrases;
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
    line(out, "send again", format_args!("{} ({}): {because} ({whose})", phrases::decision(&decision), decision.next))?;
    if asked.method.is_none() {
        let changing = response.decide(&attempt(Some("POST")));
        if changing.next != decision.next {
            line(out, "", format_args!("a POST or PATCH: {} ({})", phrases::decision(&changing), changing.next))?;
        }
    }
    Ok(())
}

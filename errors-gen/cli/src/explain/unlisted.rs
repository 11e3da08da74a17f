//! A code that is not listed: what its classes say.

use std::io::{self, Write};

use errors_codegen::text::OneLine;
use errors_runtime::table::Statement;

use crate::phrases::{Said, retry, topic};
use crate::text::{STRONG, lines};

/// Writes what the classes say; the particular counts before the general.
pub(super) fn explain(title: &str, code: &str, says: &[Statement<'_>], out: &mut dyn Write) -> io::Result<()> {
    let title = format!("{title} {code}: not listed");
    writeln!(out, "{STRONG}{}{STRONG:#}\n", OneLine(title))?;
    lines(out, "classes", says.iter().copied().map(Said))?;
    let advised = || says.iter().rev().map(Statement::advised);
    lines(out, "kind", advised().find_map(|advised| advised.kind))?;
    lines(out, "topic", advised().find_map(|advised| advised.topic).map(topic))?;
    lines(out, "retry", advised().find_map(|advised| advised.retry).map(|advice| retry(&advice)))?;
    lines(out, "audience", advised().find_map(|advised| advised.audience))?;
    writeln!(out)
}

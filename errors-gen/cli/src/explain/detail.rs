//! A detail code: a finer code beside another one.

use std::io::{self, Write};

use errors_codegen::text::OneLine;
use errors_runtime::Vendor;
use errors_runtime::table::DetailCode;

use crate::phrases::{retry, topic};
use crate::text::{STRONG, lines};

/// The detail codes of this text or name: one word can mean another thing beside another code.
pub(super) fn find<'t>(vendor: Vendor<'t>, wanted: &str) -> Vec<&'t DetailCode<'t>> {
    vendor.detail_codes().iter().filter(|detail| [detail.wire, detail.name].contains(&wanted)).collect()
}

/// Says what it means, and what it says in place of the code that it comes beside.
pub(super) fn explain(vendor: Vendor<'_>, detail: &DetailCode<'_>, out: &mut dyn Write) -> io::Result<()> {
    let code = detail.code.and_then(|index| vendor.code(usize::try_from(index).ok()?));
    let beside = code.map_or_else(|| "any code".to_owned(), |code| code.to_string());
    let title = format!("{} {detail} beside {beside}: {}", vendor.title(), detail.name);
    writeln!(out, "{STRONG}{}{STRONG:#}\n", OneLine(title))?;
    writeln!(out, "{}\n", OneLine(detail.meaning))?;
    let advised = &detail.advised;
    if let Some(action) = advised.action.or_else(|| Some(code?.action())) {
        writeln!(out, "What to do: {}\n", OneLine(action))?;
    }
    lines(out, "kind", advised.kind.or_else(|| Some(code?.kind())))?;
    lines(out, "topic", advised.topic.or_else(|| Some(code?.topic())).map(topic))?;
    lines(out, "retry", advised.retry.or_else(|| Some(code?.retry())).map(|advice| retry(&advice)))?;
    lines(out, "audience", advised.audience.or_else(|| Some(code?.audience())))?;
    writeln!(out)
}

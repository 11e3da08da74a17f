//! An HTTP status: what it means without a code, and which codes come with it.

use std::io::{self, Write};

use errors_codegen::text::OneLine;
use errors_runtime::decide::StatusAdvice;
use errors_runtime::{AnyCode, TransportError, Vendor};

use crate::phrases::{code_title, retry, topic};
use crate::status_name;
use crate::text::{STRONG, line, lines};

/// What a catalog says of an HTTP status.
pub(super) struct OfStatus<'t> {
    vendor: Vendor<'t>,
    http: u16,
    /// Its entry among the statuses that come without a code.
    transport: Option<&'t TransportError<'t>>,
    /// The codes that come with it.
    codes: Vec<AnyCode<'t>>,
}

impl<'t> OfStatus<'t> {
    /// The status of this number, or the one that the catalog gives this name; `None` where the catalog knows neither.
    pub(super) fn find(vendor: Vendor<'t>, wanted: &str) -> Option<Self> {
        let all = vendor.table().reader.transport;
        let http = match wanted.parse() {
            Ok(http) if wanted.len() == 3 => http,
            _ => all.iter().find(|entry| entry.name.eq_ignore_ascii_case(wanted))?.http,
        };
        let transport = all.iter().find(|entry| entry.http == http);
        let has_it = |code: &AnyCode<'_>| code.statuses().iter().any(|rule| rule.http == http);
        let codes: Vec<_> = vendor.all_codes().filter(has_it).collect();
        (transport.is_some() || !codes.is_empty()).then_some(Self { vendor, http, transport, codes })
    }

    /// Writes what it means, with a code and without one.
    pub(super) fn explain(&self, out: &mut dyn Write) -> io::Result<()> {
        let own = self.transport.map(|entry| entry.name);
        let name = own.or_else(|| status_name::of(self.http)).map(|name| format!(" {name}")).unwrap_or_default();
        let title = format!("{} HTTP {}{name}", self.vendor.title(), self.http);
        writeln!(out, "{STRONG}{}{STRONG:#}\n", OneLine(title))?;
        match (self.transport, StatusAdvice::of(self.http)) {
            (Some(entry), _) => {
                writeln!(out, "{}\n", OneLine(entry.meaning))?;
                writeln!(out, "What to do: {}\n", OneLine(entry.action))?;
                line(out, "kind", entry.kind)?;
                line(out, "topic", topic(entry.topic))?;
                line(out, "retry", retry(&entry.retry))?;
                line(out, "audience", entry.audience)?;
            }
            (None, Some(advice)) => {
                writeln!(out, "The page does not say what it means without a code. For all vendors:\n")?;
                line(out, "do", advice.action)?;
                line(out, "kind", advice.kind)?;
                lines(out, "topic", advice.topic.map(topic))?;
                line(out, "retry", retry(&advice.retry))?;
                line(out, "audience", advice.audience)?;
            }
            (None, None) => {}
        }
        lines(out, "codes", self.codes.iter().map(|code| format!("{}: {}", code_title(*code), code.meaning())))
    }
}

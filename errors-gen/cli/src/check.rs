//! `check`: everything that is wrong with the catalogs.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use errors_codegen::finding::{Finding, Findings};
use errors_codegen::load::Arena;
use errors_codegen::model::{Example, Vendor};
use errors_runtime::Response;

use crate::arguments;
use crate::catalogs::{Catalogs, Read};
use crate::day;
use crate::failure::{Failure, Verdict};
use crate::read;
use crate::report;
use crate::text::{count, shown};

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Check) -> Result<Verdict, Failure> {
    let read = if arguments.files.is_empty() { catalogs.read()? } else { Read::files(&arguments.files) };
    let mut findings = read.findings;
    let mut codes = 0;
    let mut examples = 0;
    for (file, vendor) in &read.vendors {
        codes += vendor.codes.len();
        examples += all_examples(vendor).count();
        findings.extend(reviewed_ahead(vendor, &day::tomorrow()));
        findings.extend(run_examples(file, vendor));
    }
    let key = |finding: &Finding| (finding.place.file.clone(), finding.place.line, finding.place.column);
    findings.sort_by_cached_key(key);

    let mut out = anstream::stdout().lock();
    report::write(&findings, &mut out)?;
    if findings.is_empty() {
        let catalogs = count(read.files.len(), "catalog");
        let (codes, examples) = (count(codes, "code"), count(examples, "example"));
        writeln!(out, "{catalogs}, {codes}, {examples}: no problems")?;
        return Ok(Verdict::Good);
    }
    let bad: BTreeSet<&Path> = findings.iter().map(|finding| finding.place.file.as_path()).collect();
    // A finding can be about a file that is no catalog, such as one with the wrong extension.
    let all = read.files.iter().map(PathBuf::as_path).chain(bad.iter().copied()).collect::<BTreeSet<_>>().len();
    writeln!(out, "{} in {} of {}", count(findings.len(), "problem"), bad.len(), count(all, "catalog"))?;
    Ok(Verdict::Bad)
}

/// A review that is still to come. Somewhere it may be a day later than here.
fn reviewed_ahead(vendor: &Vendor, tomorrow: &str) -> Option<Finding> {
    (vendor.reviewed.as_str() > tomorrow).then(|| Finding {
        place: vendor.reviewed_at.clone(),
        message: format!("{} is in the future", shown(&vendor.reviewed)),
        label: "not yet".to_owned(),
        help: "write the day on which somebody last compared the file with its sources".to_owned(),
        related: Vec::new(),
    })
}

/// All examples of a vendor, those of its codes first.
fn all_examples(vendor: &Vendor) -> impl Iterator<Item = &Example> {
    vendor.codes.iter().flat_map(|code| &code.examples).chain(&vendor.examples)
}

/// Reads every example; a finding for each thing that is not as the example says.
fn run_examples(file: &Path, vendor: &Vendor) -> Vec<Finding> {
    let arena = Arena::new();
    match read::load(&arena, vendor, file) {
        Ok(tables) => all_examples(vendor).flat_map(|example| run_example(tables, example)).collect(),
        Err(Findings(findings)) => findings,
    }
}

fn run_example(tables: errors_runtime::Vendor<'_>, example: &Example) -> Vec<Finding> {
    let response = tables.read(example.status, &example.body);
    differences(&response, example)
        .into_iter()
        .map(|(expected, read)| Finding {
            place: example.place.clone(),
            message: format!("an example reads as something else than it says: expected {expected}, read {read}"),
            label: example.title.clone().unwrap_or_default(),
            help: "correct the example's `status`, `body` or `reads`, or say under `envelopes` or `codes` where its errors stand"
                .to_owned(),
            related: Vec::new(),
        })
        .collect()
}

/// What was expected and what was read, wherever these differ.
fn differences(response: &Response<'_>, example: &Example) -> Vec<(String, String)> {
    let expected = &example.reads;
    let mut read_outcome = format!("`{}`", response.outcome());
    if let Some(unread) = response.unread() {
        read_outcome = format!("{read_outcome} (`{}`", unread.reason);
        if let Some(offset) = unread.offset {
            read_outcome = format!("{read_outcome} at byte {offset} of the body");
        }
        read_outcome.push(')');
    }
    if let Some(outcome) = expected.outcome
        && outcome != response.outcome()
    {
        // Everything else differs for the same reason.
        return vec![(format!("the outcome `{outcome}`"), read_outcome)];
    }
    let mut differences = Vec::new();
    let mut compare = |what: &str, expected: Option<String>, read: String| {
        if let Some(expected) = expected.filter(|expected| *expected != read) {
            differences.push((format!("{what} {expected}"), read));
        }
    };
    let quoted = |text: Option<&str>| text.map_or("none".to_owned(), |text| format!("`{text}`"));
    let reason = expected.reason.map(|reason| quoted(Some(reason.as_str())));
    compare("the reason", reason, quoted(response.unread().map(|unread| unread.reason.as_str())));
    let envelope = expected.envelope.as_deref().map(|name| quoted(Some(name)));
    compare("the envelope", envelope, quoted(response.envelope()));
    let transport = expected.transport.as_deref().map(|name| quoted(Some(name)));
    compare("the transport error", transport, quoted(response.transport().map(|transport| transport.name)));

    let codes: Vec<_> = response.errors().map(|item| item.raw_code().map(shown)).collect();
    let messages: Vec<_> = response.errors().map(|item| item.message().map(shown)).collect();
    compare("the codes", expected.codes.as_deref().map(list), list(&codes));
    compare("the messages", expected.messages.as_deref().map(list), list(&messages));
    if let Some(code) = &expected.includes
        && !codes.iter().flatten().any(|read| read == code)
    {
        let read = if response.unread().is_some() { read_outcome } else { list(&codes) };
        differences.push((format!("the code `{code}` among those read"), read));
    }
    differences
}

/// A list as JSON, in which no two lists look the same.
fn list(texts: &[Option<String>]) -> String {
    serde_json::to_string(texts).unwrap_or_default()
}

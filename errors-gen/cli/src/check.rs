//! `check`: everything that is wrong with the catalogs.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use errors_codegen::examples;
use errors_codegen::finding::{Finding, Place};
use errors_codegen::model::Vendor;

use crate::arguments;
use crate::catalogs::{Catalogs, Read};
use crate::day;
use crate::failure::{Failure, Verdict};
use crate::report;
use crate::text::{count, shown};

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Check) -> Result<Verdict, Failure> {
    let named = &arguments.files;
    let read = if named.is_empty() { catalogs.read()? } else { Read::files_and_directories(named)? };
    let mut findings = read.findings;
    let mut codes = 0;
    let mut examples_read = 0;
    for (_, vendor) in &read.vendors {
        codes += vendor.codes.len();
        examples_read += examples::all(vendor).count();
        findings.extend(reviewed_ahead(vendor, &day::tomorrow()));
        findings.extend(examples::check(vendor));
    }
    let key = |finding: &Finding| (finding.place.file.clone(), finding.place.line, finding.place.column);
    findings.sort_by_cached_key(key);

    let mut out = anstream::stdout().lock();
    report::write(&findings, &mut out)?;
    if findings.is_empty() {
        let catalogs = count(read.files.len(), "catalog");
        let (codes, examples) = (count(codes, "code"), count(examples_read, "example"));
        writeln!(out, "{catalogs}, {codes}, {examples}: no problems")?;
        return Ok(Verdict::Good);
    }
    let bad: BTreeSet<&Path> = findings.iter().map(|finding| finding.place.file.as_path()).collect();
    // A finding can be about a file that is no catalog, such as one with the wrong extension.
    let all = read.files.iter().map(PathBuf::as_path).chain(bad.iter().copied()).collect::<BTreeSet<_>>().len();
    writeln!(out, "{} in {} of {}", count(findings.len(), "problem"), bad.len(), count(all, "catalog"))?;
    Ok(Verdict::Bad)
}

/// Reviews that are still to come, each day once. Somewhere it may be a day later than here.
fn reviewed_ahead(vendor: &Vendor, tomorrow: &str) -> Vec<Finding> {
    let own = vendor.sources.iter().map(|source| (&source.reviewed, &source.reviewed_at));
    let own = own.filter(|(_, place)| **place != vendor.reviewed_at);
    let days = std::iter::once((&vendor.reviewed, &vendor.reviewed_at)).chain(own);
    let ahead = days.filter(|(day, _)| day.as_str() > tomorrow);
    let finding = |(day, place): (&String, &Place)| Finding {
        place: place.clone(),
        message: format!("{} is in the future", shown(day)),
        label: "not yet".to_owned(),
        help: "write the day on which somebody last compared the file with its sources".to_owned(),
        related: Vec::new(),
    };
    ahead.map(finding).collect()
}

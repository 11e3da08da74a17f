//! Bodies of both states that read as something else now.

use errors_codegen::load::Arena;
use errors_codegen::model::{Example, Vendor};
use errors_runtime::decide::Attempt;

use super::row::{Grade, Row};

/// Compares how the examples of both catalogs are read.
pub(super) fn compare(old: &Vendor, new: &Vendor) -> Vec<Row> {
    let arenas = (Arena::new(), Arena::new());
    let (Ok(before), Ok(after)) = (arenas.0.load(old), arenas.1.load(new)) else { return Vec::new() };
    let (before, after): (errors_runtime::Vendor<'_>, errors_runtime::Vendor<'_>) = (before.into(), after.into());
    let mut rows = Vec::new();
    let mut seen: Vec<(Option<u16>, &str)> = Vec::new();
    for (code, example) in bodies(old).chain(bodies(new)) {
        let key = (example.status, example.body.as_str());
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        let (was, is) = (read(before, example), read(after, example));
        if was != is {
            let reason = "programs get another answer for this body";
            rows.push(Row::new(&new.name, code, "reading", was.into(), is.into(), (Grade::Major, reason)));
        }
    }
    rows
}

/// All examples, each with the code that it belongs to.
fn bodies(vendor: &Vendor) -> impl Iterator<Item = (Option<&str>, &Example)> {
    let of_codes =
        vendor.codes.iter().flat_map(|code| code.examples.iter().map(|example| (Some(code.wire.as_str()), example)));
    of_codes.chain(vendor.examples.iter().map(|example| (None, example)))
}

/// What a program asks of a response, in one line. What the table says of a listed code has rows of its own.
fn read(vendor: errors_runtime::Vendor<'_>, example: &Example) -> String {
    let response = vendor.read(example.status, &example.body);
    let codes: Vec<String> =
        response.errors().map(|item| item.raw_code().map_or("-".to_owned(), |code| code.to_string())).collect();
    let read = format!("{} [{}]", response.outcome(), codes.join(", "));
    if response.code().is_none() {
        let next = |method| response.decide(&Attempt::new().method(method)).next.as_str();
        return format!("{read} {}, GET {}, POST {}", response.kind().value, next("GET"), next("POST"));
    }
    read
}

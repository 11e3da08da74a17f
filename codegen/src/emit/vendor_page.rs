//! Documents the module of a vendor: a body, how to match on its code, and the table of all codes.

use super::doc::{self, Doc, link, prose};
use crate::model::{Code, Example, StatusRule, Vendor};

/// The page of a vendor. With the name of the crate that has the module, the example is compiled as a test.
pub(super) fn describe(vendor: &Vendor, crate_name: Option<&str>) -> Doc {
    let mut doc = Doc::new(&format!("The errors of {}.", prose(&vendor.title)));
    let sources = vendor.sources_in_words(link, prose);
    doc.paragraph(&format!("Taken from {sources}, last compared on {}.", prose(&vendor.reviewed)));
    if let Some((code, example)) = example(vendor) {
        let language = if crate_name.is_some() { "rust" } else { "ignore" };
        doc.block(language, &program(vendor, code, example, crate_name.unwrap_or("crate")));
    }
    doc.paragraph("| code | HTTP | kind | retry | audience | meaning |");
    doc.line("|---|---|---|---|---|---|");
    vendor.codes.iter().for_each(|code| doc.line(&row(vendor, code)));
    doc
}

/// The first body of an error that the catalog shows: under its code, else among the examples of the whole vendor, by the code
/// that it is said to have.
fn example(vendor: &Vendor) -> Option<(&Code, &Example)> {
    let own = vendor.codes.iter().filter_map(|code| Some((code, code.examples.first()?)));
    let others = vendor.examples.iter().filter_map(|example| {
        let wire = example.reads.codes.iter().flatten().flatten().next()?;
        Some((vendor.codes.iter().find(|code| code.wire == *wire)?, example))
    });
    own.chain(others).find(|(code, example)| {
        !code.note && code.success != Some(true) && example.body.trim_start().starts_with(['{', '['])
    })
}

/// A program that reads the body.
fn program(vendor: &Vendor, code: &Code, example: &Example, crate_name: &str) -> String {
    let (name, body) = (&vendor.name, example.body.trim());
    let status = example.status.map_or("None".to_owned(), |status| status.to_string());
    // As many as no text in the body can end the literal with.
    let fence = "#".repeat(body.split(|character| character != '#').map(str::len).max().unwrap_or(0) + 1);
    format!(
        "use {crate_name}::{name}::{{self, Code}};\n\
         \n\
         let body = r{fence}\"{body}\"{fence};\n\
         let response = {name}::read({status}, body);\n\
         match response.code() {{\n    \
             Some(Code::{}) => println!(\"{{}}\", *response.action()),\n    \
             Some(code) => println!(\"{{code}}: {{}}\", code.meaning()),\n    \
             // A code that is not listed, an HTML page, an empty body: `Display` says which.\n    \
             None => println!(\"{{response}}\"),\n\
         }}",
        code.ident
    )
}

/// A row of the table, with a link to the variant.
fn row(vendor: &Vendor, code: &Code) -> String {
    let status = |rule: &StatusRule| rule.http.to_string();
    let mut statuses: Vec<_> = code.statuses.iter().map(status).collect();
    statuses.dedup();
    let cells = [
        format!("[{}]({}::Code::{})", doc::code(&code.wire), vendor.name, code.ident),
        statuses.join(", "),
        code.kind.as_str().to_owned(),
        code.retry.advice.as_str().to_owned(),
        code.audience.as_str().to_owned(),
        prose(&code.meaning),
    ];
    format!("| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
}

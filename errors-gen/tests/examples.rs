//! The examples of the catalogs are tests of the generated crate.

use std::path::Path;

use errors_codegen::model::{Example, Vendor};
use errors_gen::{Response, VENDORS};

/// All examples of a vendor.
pub(crate) fn of(vendor: &Vendor) -> impl Iterator<Item = &Example> {
    vendor.codes.iter().flat_map(|code| &code.examples).chain(&vendor.examples)
}

/// What an example reads as and should not, one line each.
pub(crate) fn differences(example: &Example, reading: &Response<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    let mut compare = |what: &str, expected: String, read: String| {
        if expected != read {
            differences.push(format!("{}: {what}: expected {expected}, read {read}", example.place));
        }
    };
    let reads = &example.reads;
    if let Some(outcome) = reads.outcome {
        compare("outcome", outcome.to_string(), reading.outcome().to_string());
    }
    if let Some(reason) = reads.reason {
        compare("reason", format!("{:?}", Some(reason)), format!("{:?}", reading.unread().map(|unread| unread.reason)));
    }
    if let Some(envelope) = &reads.envelope {
        compare("envelope", envelope.clone(), reading.envelope().unwrap_or("none").to_owned());
    }
    let code = |item: errors_gen::ErrorItem<'_>| item.raw_code().map(|code| code.to_string());
    if let Some(codes) = &reads.codes {
        compare("codes", format!("{codes:?}"), format!("{:?}", reading.errors().map(code).collect::<Vec<_>>()));
    }
    if let Some(included) = &reads.includes {
        let read: Vec<_> = reading.errors().filter_map(code).collect();
        compare("includes", "true".to_owned(), read.contains(included).to_string());
    }
    if let Some(messages) = &reads.messages {
        let read: Vec<_> = reading.errors().map(|item| item.message().map(|message| message.to_string())).collect();
        compare("messages", format!("{messages:?}"), format!("{read:?}"));
    }
    if let Some(transport) = &reads.transport {
        compare("transport", transport.clone(), reading.transport().map_or("none", |error| error.name).to_owned());
    }
    differences
}

#[test]
fn every_example_reads_as_it_says() {
    let catalogs = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs");
    let models = errors_codegen::read_directory(&catalogs).unwrap_or_else(|findings| panic!("{findings}"));
    let mut failures = Vec::new();
    for (model, vendor) in models.iter().zip(VENDORS) {
        assert_eq!(model.name, vendor.name());
        // A code without an example is written and read back by `writing::every_code_is_written_and_reads_back`.
        assert!(of(model).count() > 10, "{} has few examples", model.name);
        for example in of(model) {
            let reading = vendor.read(example.status, example.body.as_bytes());
            failures.extend(differences(example, &reading));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

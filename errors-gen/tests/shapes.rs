//! Each catalog under `tests/shapes` describes a shape of body that none of the five vendors has, and reads its examples.

use errors_codegen::model::{Example, Vendor};
use errors_gen::load::Arena;
use errors_gen::{Outcome, Reading};

use crate::corpus;

/// All examples of a vendor.
fn examples(vendor: &Vendor) -> impl Iterator<Item = &Example> {
    vendor.codes.iter().flat_map(|code| &code.examples).chain(&vendor.examples)
}

#[test]
fn every_shape_reads_its_examples() {
    let vendors =
        errors_codegen::read_directory(&corpus::tests().join("shapes")).unwrap_or_else(|findings| panic!("{findings}"));
    assert!(vendors.len() >= 14, "only {} shapes", vendors.len());
    let mut failures = Vec::new();
    for vendor in &vendors {
        let arena = Arena::new();
        let tables = arena.load(vendor).unwrap_or_else(|error| panic!("{}: {error}", vendor.name));
        let mut count = 0;
        for example in examples(vendor) {
            count += 1;
            let reading = Reading::read(tables.reader, example.status, example.body.as_bytes());
            let reads = &example.reads;
            let mut compare = |what: &str, expected: String, read: String| {
                if expected != read {
                    failures.push(format!("{}: {what}: expected {expected}, read {read}", example.place));
                }
            };
            if let Some(outcome) = reads.outcome {
                let read = reading.outcome();
                compare(
                    "outcome",
                    format!("{outcome:?}"),
                    match read {
                        Outcome::Unrecognized(_) => "Unrecognized".to_owned(),
                        outcome => format!("{outcome:?}"),
                    },
                );
            }
            if let Some(envelope) = &reads.envelope {
                compare("envelope", envelope.clone(), reading.envelope().unwrap_or("none").to_owned());
            }
            if let Some(codes) = &reads.codes {
                let read: Vec<_> = reading.items().map(|item| item.raw_code().map(|code| code.to_string())).collect();
                compare("codes", format!("{codes:?}"), format!("{read:?}"));
            }
            if let Some(messages) = &reads.messages {
                let read: Vec<_> =
                    reading.items().map(|item| item.message().map(|message| message.to_string())).collect();
                compare("messages", format!("{messages:?}"), format!("{read:?}"));
            }
        }
        assert!(count > 0, "{} has no example", vendor.name);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

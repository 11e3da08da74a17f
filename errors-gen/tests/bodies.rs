//! Every body of the corpus reads as it says.

use std::collections::BTreeMap;

use errors_gen::{AnyCode, Response, VENDORS};

use crate::corpus::{self, Body};

/// What differs, one line each.
fn differences(body: &Body, reading: &Response<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    let mut compare = |what: &str, expected: String, read: String| {
        if expected != read {
            differences.push(format!("  {what}: expected {expected}, read {read}"));
        }
    };
    let expect = &body.expect;
    compare("outcome", expect.outcome.clone(), reading.outcome().to_string());
    let why = reading.unread();
    let reason = why.map(|why| why.reason.as_str().to_owned());
    compare("reason", format!("{:?}", expect.reason), format!("{reason:?}"));
    if expect.offset.is_some() {
        compare("offset", format!("{:?}", expect.offset), format!("{:?}", why.and_then(|why| why.offset)));
    }
    if let Some(envelope) = &expect.envelope {
        compare("envelope", envelope.clone(), reading.envelope().unwrap_or("none").to_owned());
    }
    if let Some(primary) = &expect.primary {
        compare("primary", format!("{primary:?}"), format!("{:?}", reading.primary_index()));
    }
    let items: Vec<_> = reading.errors().collect();
    if let Some(codes) = &expect.codes {
        let read: Vec<_> = items.iter().map(|item| item.raw_code().map(|code| code.to_string())).collect();
        compare("codes", format!("{codes:?}"), format!("{read:?}"));
    }
    if let Some(known) = &expect.known {
        let read: Vec<_> = items.iter().map(|item| item.code().map(AnyCode::index).is_some()).collect();
        compare("known", format!("{known:?}"), format!("{read:?}"));
    }
    if let Some(messages) = &expect.messages {
        let read: Vec<_> = items.iter().map(|item| item.message().map(|message| message.to_string())).collect();
        compare("messages", format!("{messages:?}"), format!("{read:?}"));
    }
    if let Some(transport) = &expect.transport {
        let read = reading.transport().map(|error| error.name.to_owned());
        compare("transport", format!("{transport:?}"), format!("{read:?}"));
    }
    if let Some(context) = &expect.context {
        let read: BTreeMap<_, _> =
            reading.context().map(|(name, value)| (name.to_owned(), value.to_string())).collect();
        compare("context", format!("{context:?}"), format!("{read:?}"));
    }
    differences
}

#[test]
fn every_body_reads_as_it_says() {
    let mut failures = Vec::new();
    let mut count = 0;
    for (vendor, bodies) in corpus::all() {
        let tables = VENDORS.iter().find(|entry| entry.name() == vendor).expect("a vendor of this name");
        assert!(bodies.len() >= 15, "{vendor} has only {} bodies", bodies.len());
        for body in &bodies {
            count += 1;
            let bytes = body.bytes();
            let differences = differences(body, &tables.read(body.status, &bytes));
            if !differences.is_empty() {
                failures.push(format!("{vendor}: {}\n{}", body.title, differences.join("\n")));
            }
        }
    }
    assert!(count >= 100, "only {count} bodies");
    assert!(failures.is_empty(), "{} of {count} bodies:\n{}", failures.len(), failures.join("\n"));
}

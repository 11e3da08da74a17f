//! Changes of the rules by which bodies are read: envelopes, classes, headers.

use std::fmt::Debug;

use errors_codegen::model::Vendor;

use super::row::{Grade, Row};

const READING: &str = "bodies may read as something else; the readings of the examples follow";
const UNLISTED: &str = "codes that are not listed may read as something else";

pub(super) fn compare(old: &Vendor, new: &Vendor) -> Vec<Row> {
    let vendor = new.name.as_str();
    let mut rows = named(vendor, "envelope", READING, &old.envelopes, &new.envelopes, |envelope| &envelope.name);
    let order = |vendor: &Vendor| vendor.envelopes.iter().map(|envelope| envelope.name.clone()).collect::<Vec<_>>();
    let (was, is) = (order(old), order(new));
    let kept = |names: &[String], other: &[String]| {
        names.iter().filter(|name| other.contains(name)).cloned().collect::<Vec<_>>()
    };
    if kept(&was, &is) != kept(&is, &was) {
        rows.push(Row::new(vendor, None, "order of envelopes", was.into(), is.into(), (Grade::Minor, READING)));
    }
    rows.extend(named(vendor, "class", UNLISTED, &old.classes, &new.classes, |class| &class.name));
    let others: [(&str, bool, Grade, &'static str); 4] = [
        ("form of codes", old.form != new.form, Grade::Major, "the type of codes changes"),
        (
            "codes of success",
            old.success != new.success,
            Grade::Major,
            "what failed may read as a success, or the other way round",
        ),
        (
            "successes",
            old.successes != new.successes,
            Grade::Major,
            "what failed may read as a success, or the other way round",
        ),
        ("headers", old.headers != new.headers, Grade::Minor, "waits, verdicts and ids are read from other headers"),
    ];
    let changed = others.into_iter().filter(|(_, changed, ..)| *changed);
    rows.extend(changed.map(|(what, _, grade, reason)| {
        Row::new(vendor, None, what, "other rules".into(), "other rules".into(), (grade, reason))
    }));
    rows
}

/// What has a name, and came, went or changed.
fn named<T: PartialEq + Debug>(
    vendor: &str,
    what: &str,
    reason: &'static str,
    old: &[T],
    new: &[T],
    name: impl Fn(&T) -> &String,
) -> Vec<Row> {
    let find = |list: &'_ [T], wanted: &str| list.iter().position(|entry| name(entry) == wanted);
    let mut rows = Vec::new();
    for entry in new {
        let name = name(entry).as_str();
        match find(old, name).and_then(|index| old.get(index)) {
            None => rows.push(Row::added(vendor, None, what, name)),
            Some(before) if before != entry => {
                rows.push(Row::new(vendor, None, what, name.into(), name.into(), (Grade::Minor, reason)));
            }
            Some(_) => {}
        }
    }
    for entry in old.iter().filter(|entry| find(new, name(entry)).is_none()) {
        rows.push(Row::removed(vendor, None, what, name(entry).as_str()));
    }
    rows
}

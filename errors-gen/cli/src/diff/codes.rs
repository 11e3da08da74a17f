//! Changes of codes, detail codes and statuses without a code, as they are exported.

use serde_json::Value;

use super::row::{Change, Grade, Row};
use super::side::VendorSide;

/// How a change of a member of an entry is graded.
type Rule = (&'static str, Grade, &'static str);

const ACT: &str = "programs that act on it do something else";
const SENTENCE: &str = "a sentence or an address, which nothing branches on";
const DOCUMENTED: &str = "what is documented, not what is read";

/// The members of an entry whose change is one row.
const MEMBERS: &[Rule] = &[
    ("name", Grade::Major, "the Rust name of its variant changes"),
    ("kind", Grade::Major, ACT),
    ("topic", Grade::Major, ACT),
    ("audience", Grade::Major, ACT),
    ("status", Grade::Major, ACT),
    ("statuses", Grade::Major, ACT),
    ("item_statuses", Grade::Minor, DOCUMENTED),
    ("operations", Grade::Minor, DOCUMENTED),
    ("note", Grade::Major, "a note never fails a request"),
    ("variants", Grade::Major, ACT),
    ("deprecated", Grade::Minor, "programs are told when they are compiled, and go on"),
    ("replaced_by", Grade::Minor, "programs are told when they are compiled, and go on"),
    ("meaning", Grade::Patch, SENTENCE),
    ("action", Grade::Patch, SENTENCE),
    ("section", Grade::Patch, SENTENCE),
    ("link", Grade::Patch, SENTENCE),
];

/// The members of the advice.
const RETRY: &[Rule] = &[
    ("advice", Grade::Major, "retry loops act on it"),
    ("effect", Grade::Major, "retry loops act on it"),
    ("wait", Grade::Minor, "retry loops wait for another time"),
    ("reason", Grade::Patch, SENTENCE),
    ("stated", Grade::Patch, DOCUMENTED),
];

/// All changes, in the order of the new entries, and what is gone behind them.
pub(super) fn compare(old: &VendorSide, new: &VendorSide) -> Vec<Row> {
    let mut rows =
        Entries { vendor: new.name(), what: "code", key: "code" }.compare(old.entries("codes"), new.entries("codes"));
    let details = Entries { vendor: new.name(), what: "detail code", key: "detail_code" };
    rows.extend(details.compare(old.entries("detail_codes"), new.entries("detail_codes")));
    let statuses = Entries { vendor: new.name(), what: "status without a code", key: "http" };
    rows.extend(if old.catalog().is_some() {
        statuses.compare(old.statuses(), new.statuses())
    } else {
        statuses.compare(old.entries("transport"), new.entries("transport"))
    });
    rows
}

/// Entries of one kind.
struct Entries<'a> {
    vendor: &'a str,
    /// What an entry is called.
    what: &'static str,
    /// The member that tells entries apart.
    key: &'static str,
}

impl Entries<'_> {
    fn compare(&self, old: &[Value], new: &[Value]) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut renamed = Vec::new();
        for entry in new {
            let code = self.code(entry);
            if let Some(before) = old.iter().find(|before| self.is_same(before, entry)) {
                self.entry(&code, before, entry, &mut rows);
            } else if let Some(before) = old.iter().find(|before| self.is_renamed(before, entry, new)) {
                let reason = "the vendor's text for it changes, and with it what is recognized";
                let (was, is) = (self.code(before).into(), code.clone().into());
                let row = Row::new(self.vendor, Some(&code), self.what, was, is, (Grade::Major, reason));
                rows.push(Row { change: Change::Renamed, ..row });
                renamed.push(before);
                self.entry(&code, before, entry, &mut rows);
            } else {
                rows.push(Row::added(self.vendor, Some(&code), self.what, entry["name"].clone()));
            }
        }
        let is_gone =
            |before: &&Value| !renamed.contains(before) && !new.iter().any(|entry| self.is_same(before, entry));
        for before in old.iter().filter(is_gone) {
            rows.push(Row::removed(self.vendor, Some(&self.code(before)), self.what, before["name"].clone()));
        }
        rows
    }

    /// What an entry is known by; of a detail code with the code that it refines.
    fn code(&self, entry: &Value) -> String {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match entry.get("code").filter(|code| self.key == "detail_code" && !code.is_null()) {
            Some(code) => format!("{} {}", text(code), text(&entry[self.key])),
            None => text(&entry[self.key]),
        }
    }

    fn is_same(&self, one: &Value, other: &Value) -> bool {
        self.code(one) == self.code(other)
    }

    /// Whether an entry that is gone has the Rust name of one that is new.
    fn is_renamed(&self, before: &Value, entry: &Value, new: &[Value]) -> bool {
        before["name"] == entry["name"] && !new.iter().any(|entry| self.is_same(before, entry))
    }

    fn entry(&self, code: &str, old: &Value, new: &Value, rows: &mut Vec<Row>) {
        let row = |what: &str, before: &Value, after: &Value, grade| {
            Row::new(self.vendor, Some(code), what, before.clone(), after.clone(), grade)
        };
        for &(member, grade, reason) in MEMBERS {
            let (before, after) = (&old[member], &new[member]);
            if before != after {
                let retired = member == "deprecated" && before.is_null();
                let change = if retired { Change::Retired } else { Change::Changed };
                rows.push(Row { change, ..row(member, before, after, (grade, reason)) });
            }
        }
        for &(member, grade, reason) in RETRY {
            let (before, after) = (&old["retry"][member], &new["retry"][member]);
            if before != after {
                rows.push(row(&format!("retry {member}"), before, after, (grade, reason)));
            }
        }
        if is_loosened(&old["retry"], &new["retry"]) {
            let reason = "what was not to be sent again may be sent again now: an order can be placed twice";
            rows.push(row("retry loosened", &old["retry"]["advice"], &new["retry"]["advice"], (Grade::Major, reason)));
        }
        self.texts(code, "wording", &old["messages"], &new["messages"], rows);
        self.sensitive(code, &old["sensitive"], &new["sensitive"], rows);
        self.fields(code, &old["fields"], &new["fields"], rows);
    }

    /// Texts that are there or not.
    fn texts(&self, code: &str, what: &str, old: &Value, new: &Value, rows: &mut Vec<Row>) {
        for text in missing(new, old) {
            rows.push(Row::added(self.vendor, Some(code), what, text.clone()));
        }
        for text in missing(old, new) {
            rows.push(Row::removed(self.vendor, Some(code), what, text.clone()));
        }
    }

    /// What is masked. To mask more takes nothing that a program could rely on.
    fn sensitive(&self, code: &str, old: &Value, new: &Value, rows: &mut Vec<Row>) {
        for name in missing(new, old) {
            let grade = (Grade::Minor, "its text is no longer shown");
            rows.push(Row::new(self.vendor, Some(code), "sensitive", Value::Null, name.clone(), grade));
        }
        for name in missing(old, new) {
            let grade = (Grade::Major, "its text, which was masked, is shown from now on");
            rows.push(Row::new(self.vendor, Some(code), "sensitive", name.clone(), Value::Null, grade));
        }
    }

    fn fields(&self, code: &str, old: &Value, new: &Value, rows: &mut Vec<Row>) {
        const MEMBERS: &[Rule] = &[
            ("type", Grade::Major, "its accessor returns another type"),
            ("required", Grade::Minor, DOCUMENTED),
            ("meaning", Grade::Patch, SENTENCE),
        ];
        let name = |field: &Value| field["name"].as_str().unwrap_or_default().to_owned();
        let (old, new) = (list(old), list(new));
        for field in new {
            let what = format!("field {}", name(field));
            let Some(before) = old.iter().find(|before| before["name"] == field["name"]) else {
                rows.push(Row::added(self.vendor, Some(code), &what, field["type"].clone()));
                continue;
            };
            for &(member, grade, reason) in MEMBERS {
                if before[member] != field[member] {
                    let (was, is) = (before[member].clone(), field[member].clone());
                    rows.push(Row::new(
                        self.vendor,
                        Some(code),
                        &format!("{what}, {member}"),
                        was,
                        is,
                        (grade, reason),
                    ));
                }
            }
        }
        for before in old.iter().filter(|before| !new.iter().any(|field| field["name"] == before["name"])) {
            rows.push(Row::removed(
                self.vendor,
                Some(code),
                &format!("field {}", name(before)),
                before["type"].clone(),
            ));
        }
    }
}

/// Whether something that was not to be sent again, or only after it was looked into, may be sent again now.
fn is_loosened(old: &Value, new: &Value) -> bool {
    let is_strict = |advice: &Value| matches!(advice.as_str(), Some("never" | "verify_first"));
    is_strict(&old["advice"]) && !is_strict(&new["advice"])
        || old["effect"] != "none" && new["effect"] == "none" && !is_strict(&new["advice"])
}

/// The entries of a list that another one lacks.
fn missing<'a>(of: &'a Value, from: &'a Value) -> impl Iterator<Item = &'a Value> {
    list(of).iter().filter(|entry| !list(from).contains(entry))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

//! Bodies to compare: those of tests and examples, changed in ways that matter to catalogs.

use std::collections::BTreeSet;

use errors_codegen::model::{ClassBy, CodePath, ItemPath, Path, Step, Vendor};
use proptest::prelude::*;

use super::json::Value;

/// One change of a tree: where, what and with which of the words.
pub(crate) type Change = (prop::sample::Index, u8, prop::sample::Index);

pub(crate) fn change() -> impl Strategy<Value = Change> {
    (any::<prop::sample::Index>(), 0..12_u8, any::<prop::sample::Index>())
}

/// What a catalog makes a difference of: the keys that its paths have, and codes.
pub(crate) struct Words {
    keys: Vec<String>,
    values: Vec<Value>,
}

impl Words {
    pub(crate) fn of(vendor: &Vendor) -> Self {
        let mut keys = BTreeSet::new();
        let mut path = |path: &Path| {
            keys.extend(
                path.steps
                    .iter()
                    .filter_map(|step| if let Step::Member(name) = step { Some(name.clone()) } else { None }),
            );
        };
        let mut texts: Vec<String> = vendor.success.clone();
        for envelope in &vendor.envelopes {
            envelope.status.iter().chain(&envelope.keep).for_each(&mut path);
            envelope.batch.iter().flat_map(|batch| &batch.each).for_each(&mut path);
            let mut conditions: Vec<_> = envelope.when.iter().chain(&envelope.success).collect();
            for place in &envelope.items {
                place.at.iter().for_each(&mut path);
                conditions.extend(&place.when);
                let parts =
                    [&place.detail_code, &place.parent_code, &place.message, &place.status, &place.id, &place.field];
                let codes = place.code.iter().flat_map(|code| match code {
                    CodePath::Value(path) | CodePath::LastSegment(path) => vec![path],
                    CodePath::Pair { namespace, code, .. } => vec![namespace, code],
                });
                for part in parts.into_iter().flatten().chain(codes) {
                    if let ItemPath::Path(part) | ItemPath::Root(part) = part {
                        path(part);
                    }
                }
            }
            for requirement in conditions.iter().flat_map(|condition| &condition.any_of).flat_map(|all| &all.all_of) {
                path(&requirement.path);
                if let errors_codegen::model::ValueTest::Equals(text) = &requirement.test {
                    texts.push(text.clone());
                }
            }
        }
        for class in &vendor.classes {
            texts.extend(class.values.iter().map(|value| value.text.clone()));
            match &class.by {
                ClassBy::Member(paths) => paths.iter().for_each(|at| {
                    if let ItemPath::Path(at) | ItemPath::Root(at) = at {
                        path(at);
                    }
                }),
                ClassBy::Range { from, to } => texts.extend([from, to].map(ToString::to_string)),
                ClassBy::Prefix(prefix) => texts.push(format!("{prefix}X")),
                ClassBy::Digits { width, .. } => texts.push("9".repeat(usize::from(*width))),
            }
        }
        let step = (vendor.codes.len() / 24).max(1);
        texts.extend(vendor.codes.iter().step_by(step).map(|code| code.wire.clone()));
        texts.extend(
            vendor
                .codes
                .iter()
                .filter(|code| code.note || code.defers || !code.variants.is_empty())
                .map(|code| code.wire.clone()),
        );
        texts.extend(vendor.detail_codes.iter().map(|detail| detail.wire.clone()));
        texts.extend(["", "NEW", "4\u{30}9", "not\"hing\n", "é"].map(str::to_owned));
        let numbers = texts.iter().filter(|text| text.parse::<i64>().is_ok_and(|number| number.to_string() == **text));
        let unpadded = texts.iter().filter_map(|text| text.parse::<i64>().ok()).map(|number| number.to_string());
        let numbers = numbers
            .cloned()
            .chain(unpadded)
            .chain(["0", "-1", "1.5", "1e999", "200", "201", "404", "409", "503"].map(str::to_owned));
        let mut values: Vec<Value> = numbers.map(Value::Number).collect();
        values.extend(texts.into_iter().map(Value::String));
        values.extend([Value::Null, Value::Boolean(true), Value::Boolean(false)]);
        values.extend([Value::List(Vec::new()), Value::Object(Vec::new())]);
        values.push(Value::List(vec![Value::String("one".to_owned()), Value::Null, Value::String("two".to_owned())]));
        Self { keys: keys.into_iter().collect(), values }
    }

    fn key(&self, index: prop::sample::Index) -> String {
        if self.keys.is_empty() { "key".to_owned() } else { self.keys[index.index(self.keys.len())].clone() }
    }

    fn value(&self, index: prop::sample::Index) -> Value {
        self.values[index.index(self.values.len())].clone()
    }

    /// Changes a tree.
    pub(crate) fn apply(&self, tree: &mut Value, (place, change, word): Change) {
        let mut count = 0;
        visit(tree, &mut |_| count += 1);
        let mut at = place.index(count);
        visit(tree, &mut |value| {
            if at == 0 {
                self.change(value, change, word);
            }
            at = at.wrapping_sub(1);
        });
    }

    fn change(&self, value: &mut Value, change: u8, word: prop::sample::Index) {
        let taken = |value: &mut Value| std::mem::replace(value, Value::Null);
        match (change, &mut *value) {
            (0, Value::Object(members)) => members.push((self.key(word), self.value(word))),
            (1, Value::Object(members)) if !members.is_empty() => {
                members.remove(word.index(members.len()));
            }
            (2, Value::Object(members)) if !members.is_empty() => {
                let index = word.index(members.len());
                members[index].0 = self.key(word);
            }
            (3, Value::Object(members)) if !members.is_empty() => {
                let (key, old) = members[word.index(members.len())].clone();
                members.push((key, if word.index(2) == 0 { old } else { self.value(word) }));
            }
            (4, Value::Object(members)) => members.reverse(),
            (5, Value::List(elements)) if !elements.is_empty() => {
                elements.remove(word.index(elements.len()));
            }
            (6, Value::List(elements)) => elements.push(self.value(word)),
            (7, Value::List(elements)) if !elements.is_empty() => {
                let element = elements[word.index(elements.len())].clone();
                elements.extend(vec![element; 1 + word.index(9)]);
            }
            (8, _) => *value = Value::List(vec![taken(value)]),
            (9, _) => *value = Value::Object(vec![(self.key(word), taken(value))]),
            (10, Value::List(elements)) if !elements.is_empty() => *value = elements.swap_remove(0),
            (11, Value::Object(members)) if !members.is_empty() => *value = members.swap_remove(0).1,
            _ => *value = self.value(word),
        }
    }
}

/// Calls `visitor` with every value of a tree, before it is changed.
fn visit(value: &mut Value, visitor: &mut impl FnMut(&mut Value)) {
    match value {
        Value::List(elements) => elements.iter_mut().for_each(|element| visit(element, visitor)),
        Value::Object(members) => members.iter_mut().for_each(|(_, member)| visit(member, visitor)),
        _ => {}
    }
    visitor(value);
}

/// A way to spell a tree: with whitespace, with escapes, with a byte order mark.
pub(crate) fn spelled(tree: &Value, how: u8) -> String {
    let (spaced, escaped) = (how & 1 != 0, how & 2 != 0);
    let mut text = String::new();
    spell(tree, if spaced { " \n" } else { "" }, escaped, &mut text);
    if how & 4 != 0 { format!("\u{feff}\t{text} ") } else { text }
}

fn spell(value: &Value, space: &str, escaped: bool, out: &mut String) {
    let string = |text: &String| {
        let quoted = serde_json::to_string(text).unwrap();
        match text.chars().next() {
            Some(first) if escaped && first.is_ascii_alphanumeric() => {
                format!("\"\\u{:04x}{}", u32::from(first), &quoted[2..])
            }
            _ => quoted,
        }
    };
    match value {
        Value::String(text) => out.push_str(&string(text)),
        Value::List(elements) => {
            out.push('[');
            for (index, element) in elements.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                out.push_str(space);
                spell(element, space, escaped, out);
            }
            out.push_str(space);
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                out.extend([space, &string(key), space, ":", space]);
                spell(member, space, escaped, out);
            }
            out.push_str(space);
            out.push('}');
        }
        other => out.push_str(&other.text()),
    }
}

//! What the checks demand of single values, beside their types.

use serde_json::{Map, Value, json};

use crate::model::{Advice, Audience, Difference, Effect, Kind, NoStatus, Outcome, Reason, Successes, TimeUnit, Topic};

/// The statuses of HTTP.
fn status() -> Value {
    json!({ "type": "integer", "minimum": 100, "maximum": 599 })
}

/// The schema of a property.
pub(super) fn of(name: &str, key: &str, property: Value) -> Value {
    match (name, key) {
        (_, "kind") => json!({ "$ref": "#/definitions/Kind" }),
        (_, "topic") => json!({ "$ref": "#/definitions/Topic" }),
        (_, "retry") => words(Advice::ALL.iter().map(|word| word.as_str())),
        (_, "effect") => words(Effect::ALL.iter().map(|word| word.as_str())),
        (_, "audience") => words(Audience::ALL.iter().map(|word| word.as_str())),
        (_, "outcome") => words(Outcome::ALL.iter().map(|word| word.as_str())),
        (_, "successes") => words(Successes::ALL.iter().map(|word| word.as_str())),
        ("ReadsSpec", "reason") => words(Reason::ALL.iter().map(|word| word.as_str())),
        ("ClassSpec", "outranks") => words(["code"]),
        ("Form", "form") => words(["text", "integer"]),
        ("WaitPlace", "unit") => words(TimeUnit::ALL.iter().map(|word| word.as_str())),
        (_, "stated") => list_of(&words(["retry", "audience", "action"])),
        ("ExampleSpec", "differs") => list_of(&words(Difference::ALL.iter().map(|word| word.as_str()))),
        ("ExampleSpec", "status") => status(),
        ("VariantSpec", "http") | (_, "item_status") if name != "ItemsSpec" => one_or_many(&status()),
        ("Catalog", "vendor") => pattern("^[a-z][a-z0-9_]*$"),
        ("Catalog" | "ReviewedSource", "reviewed") => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        ("Catalog", "sources" | "envelopes" | "sections") => with(property, json!({ "minItems": 1 })),
        ("Catalog", "transport") => with(property, json!({ "propertyNames": { "pattern": "^[1-5][0-9]{2}$" } })),
        ("ClassSpec", "range") | ("MadeCode", "pair") => with(property, json!({ "minItems": 2, "maxItems": 2 })),
        ("Form", "digits") => with(property, json!({ "minimum": 1 })),
        ("EnvelopeSpec", "each") | ("ItemsSpec", "at") => one_or_many(&pattern(r"^\$")),
        (_, "meaning" | "action" | "title") => with(property, json!({ "minLength": 1 })),
        _ => property,
    }
}

/// Completes the schema of a whole type.
pub(super) fn of_type(name: &str, schema: &mut Value) {
    let more = match name {
        "Section" => json!({ "oneOf": one_of(&["codes", "groups"]) }),
        "ClassSpec" => json!({ "oneOf": one_of(&["digits", "range", "prefix", "at"]) }),
        "WaitPlace" => json!({ "oneOf": one_of(&["header", "field", "parameter"]) }),
        "MadeCode" => {
            json!({ "oneOf": one_of(&["last_segment", "pair"]), "dependencies": { "pair": ["separator"], "separator": ["pair"] } })
        }
        "Entry" => json!({ "dependencies": { "replaced_by": ["deprecated"] } }),
        "EnvelopeSpec" => json!({ "dependencies": { "each": ["of"], "of": ["each"] } }),
        "CodeSpec" => json!({ "anyOf": [words(["text", "integer"]), { "$ref": "#/definitions/Form" }] }),
        "StatusSpec" => json!({ "anyOf": [
            words(NoStatus::ALL.iter().map(|word| word.as_str())),
            status(),
            list_of(&status()),
            { "type": "object", "additionalProperties": { "$ref": "#/definitions/StatusValue" } },
        ] }),
        "StatusValue" => json!({ "anyOf": [words(["none"]), status()] }),
        "TestSpec" => {
            json!({ "anyOf": [{ "type": "string" }, status(), list_of(&status()), { "$ref": "#/definitions/EqualsSpec" }] })
        }
        "WaitSpec" => json!({ "anyOf": [pattern("^[0-9]+(ms|s|min)$"), { "$ref": "#/definitions/WaitPlace" }] }),
        _ => return,
    };
    if let (Value::Object(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

fn with(schema: Value, more: Value) -> Value {
    let mut whole = Map::new();
    for part in [schema, more] {
        whole.extend(part.as_object().cloned().unwrap_or_default());
    }
    Value::Object(whole)
}

fn words<'w>(words: impl IntoIterator<Item = &'w str>) -> Value {
    json!({ "enum": words.into_iter().collect::<Vec<_>>() })
}

/// The vocabularies that many types refer to, each with its name.
pub(super) fn vocabularies() -> [(&'static str, Value); 2] {
    [("Kind", words(Kind::ALL.iter().map(|word| word.as_str()))), ("Topic", topics())]
}

fn topics() -> Value {
    let sentences: Vec<_> = Topic::ALL.iter().map(|topic| format!("{}: {}", topic.area(), topic.applies())).collect();
    with(words(Topic::ALL.iter().map(|topic| topic.as_str())), json!({ "enumDescriptions": sentences }))
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn list_of(values: &Value) -> Value {
    json!({ "type": "array", "items": values })
}

fn one_or_many(value: &Value) -> Value {
    json!({ "anyOf": [value, &list_of(value)] })
}

/// Exactly one of these keys.
fn one_of(keys: &[&str]) -> Value {
    keys.iter().map(|key| json!({ "required": [key] })).collect()
}

//! The JSON Schema of the catalog language, by which editors complete and explain keys.
//!
//! Its structure is that of the types that catalogs are deserialized to, its descriptions are the sentences of the guide, and
//! [`limits`] adds what the checks demand of single values. It is made by the test below and kept as
//! `catalogs/catalog.schema.json`, so that neither a build script nor the command compiles anything for it.

mod forms;
mod guide;
mod limits;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::Catalog;
use guide::Guide;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalogs/catalog.schema.json");
const UPDATE: &str = "UPDATE_GOLDEN=1 cargo test -p errors-codegen --lib json_schema";

/// The whole schema, and the keys that the guide does not explain.
fn schema() -> (Value, Vec<String>) {
    let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<Catalog>();
    let Value::Object(mut root) = schema.to_value() else { panic!("a schema is an object") };
    let Some(Value::Object(mut types)) = root.remove("definitions") else { panic!("there are nested types") };
    let mut catalog = Value::Object(root);
    let guide = Guide::read();
    let mut unexplained = Vec::new();
    finish("Catalog", &mut catalog, &guide, &mut unexplained);
    for (name, definition) in &mut types {
        finish(name, definition, &guide, &mut unexplained);
    }
    types.extend(limits::vocabularies().map(|(name, words)| (name.to_owned(), words)));
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    whole.insert("title".to_owned(), json!("The errors of a vendor's API"));
    let Value::Object(catalog) = catalog else { panic!("a schema is an object") };
    whole.extend(catalog.into_iter().filter(|(key, _)| key != "$schema" && key != "title"));
    whole.insert("definitions".to_owned(), Value::Object(types));
    (Value::Object(whole), unexplained)
}

/// Completes the schema of one type.
fn finish(name: &str, definition: &mut Value, guide: &Guide, unexplained: &mut Vec<String>) {
    forms::simplify(definition);
    let Some(properties) = definition.get("properties").and_then(Value::as_object).cloned() else { return };
    let mut finished = Map::new();
    for (key, mut property) in properties {
        property = limits::of(name, &key, property);
        match guide.explains(name, &key) {
            Some(sentence) => property = described(property, &sentence),
            None => unexplained.push(format!("{name}.{key}")),
        }
        finished.insert(key, property);
    }
    definition["properties"] = Value::Object(finished);
    definition["additionalProperties"] = json!(false);
    limits::of_type(name, definition);
}

/// The schema with a description, first. What stands beside a reference is ignored in this draft, so it is wrapped.
fn described(schema: Value, description: &str) -> Value {
    let mut described = Map::new();
    described.insert("description".to_owned(), json!(description));
    if schema.get("$ref").is_some() {
        described.insert("allOf".to_owned(), json!([schema]));
    } else if let Value::Object(schema) = schema {
        described.extend(schema);
    }
    Value::Object(described)
}

#[test]
fn the_schema_beside_the_catalogs_is_that_of_the_types() {
    let (schema, _) = schema();
    let made = format!("{schema:#}\n");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(FILE, &made).unwrap();
    }
    let kept = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(kept == made, "catalog.schema.json is not what the types and the guide say; run `{UPDATE}`");
}

#[test]
fn the_guide_explains_every_key() {
    let (_, unexplained) = schema();
    assert_eq!(unexplained, [] as [&str; 0], "the guide has no sentence where `guide::SECTIONS` looks for it");
}

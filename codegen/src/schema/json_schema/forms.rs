//! Schemas of the forms that serde's derives do not support, and what is the same in all of them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::schema::{OneOrMany, Spanned, Table};

impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

impl<T: JsonSchema> JsonSchema for Table<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Table_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let values = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "additionalProperties": values })
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("One_or_many_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [value, { "type": "array", "items": value }] })
    }
}

/// Removes what the Rust types say of themselves, and takes scalars as text where the language does: everywhere but where
/// the form of a value tells which alternative it is.
pub(super) fn simplify(schema: &mut Value) {
    if let Value::Object(members) = schema {
        for key in ["description", "format", "default", "title"] {
            if members.get(key).is_some_and(|value| !value.is_object()) || key == "default" {
                members.remove(key);
            }
        }
        for (key, value) in members.iter_mut() {
            match key.as_str() {
                "items" | "additionalProperties" => as_text(value),
                "properties" => value.as_object_mut().into_iter().flat_map(|map| map.values_mut()).for_each(as_text),
                "anyOf" => value.as_array_mut().into_iter().flatten().for_each(simplify),
                _ => {}
            }
        }
    }
}

fn as_text(schema: &mut Value) {
    simplify(schema);
    if schema["type"] == "string" {
        schema["type"] = json!(["string", "number", "boolean"]);
    } else if schema["type"] == json!(["string", "null"]) {
        schema["type"] = json!(["string", "number", "boolean", "null"]);
    }
}

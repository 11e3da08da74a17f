//! What errors say beyond code and message: typed, field by field.

mod reading;
mod spelled;
mod unions;
mod views;

use errors_codegen::examples;
use errors_codegen::model::{Code, TypeExpr, TypeShape, Vendor};
use errors_gen::json::{Json, JsonKind};
use errors_gen::view::Fields;
use errors_gen::{AnyCode, VENDORS};

use views::Views;

/// The checked catalogs, and the views of those vendors that have any.
fn vendors() -> Vec<(Vendor, Option<&'static Views>)> {
    let catalogs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs");
    let vendors = errors_codegen::read_directory(&catalogs).unwrap_or_else(|findings| panic!("{findings}"));
    let with_views = |vendor: Vendor| {
        let views = views::ALL.iter().find(|views| views.vendor == vendor.name);
        (vendor, views)
    };
    vendors.into_iter().map(with_views).collect()
}

/// The objects that the fields of a code stand in: in the body that is written for it, and in all examples.
fn objects(vendor: &Vendor, index: usize) -> Vec<String> {
    let tables = VENDORS.iter().find(|tables| tables.name() == vendor.name).expect("the same vendor, compiled");
    let written = examples::write(vendor, *tables, &vendor.codes[index]).unwrap_or_else(|error| panic!("{error}"));
    let bodies = examples::all(vendor).map(|example| (example.status, example.body.as_str()));
    let mut objects = Vec::new();
    for (status, body) in bodies.chain([(written.status, written.json.as_str())]) {
        let reading = tables.read(status, body.as_bytes());
        let items = reading.errors().filter(|item| item.code().map(AnyCode::index) == Some(index));
        objects.extend(items.map(|item| item.fields().json().to_string()));
    }
    objects
}

fn object(text: &str) -> Fields<'_> {
    Fields::of(Json::parse(text.as_bytes()).expect("JSON"))
}

/// The JSON types that a field may have; `None` where it may have any.
fn kinds(vendor: &Vendor, ty: &TypeExpr) -> Option<JsonKind> {
    Some(match vendor.types.resolved(ty) {
        TypeExpr::String | TypeExpr::DateTime => JsonKind::String,
        TypeExpr::Integer | TypeExpr::Number => JsonKind::Number,
        TypeExpr::Boolean => JsonKind::Boolean,
        TypeExpr::Object | TypeExpr::Map(_) => JsonKind::Object,
        TypeExpr::List(_) => JsonKind::List,
        TypeExpr::Named(name) if matches!(vendor.types.get(name)?.shape, TypeShape::Object(_)) => JsonKind::Object,
        TypeExpr::Named(_) | TypeExpr::Any | TypeExpr::Union(_) => return None,
    })
}

#[test]
fn views_are_those_of_the_catalogs() {
    for (vendor, views) in vendors() {
        let own = |code: &&Code| vendor.has_own_fields(code);
        let Some(views) = views else {
            assert_eq!(vendor.codes.iter().filter(own).count(), 0, "{} has no views in `views.rs`", vendor.name);
            continue;
        };
        let idents = |fields: &[errors_codegen::model::Field]| fields.iter().map(|field| field.ident.clone()).collect();
        let mut expected: Vec<(&str, Vec<String>)> =
            vendor.codes.iter().filter(own).map(|code| (code.ident.as_str(), idents(&code.fields))).collect();
        expected.push(("Other", idents(&vendor.item_fields)));
        let listed: Vec<(&str, Vec<String>)> = views
            .details
            .iter()
            .map(|(view, accessors)| (*view, accessors.iter().map(ToString::to_string).collect()))
            .collect();
        assert_eq!(listed, expected, "{}", vendor.name);
    }
}

#[test]
fn every_documented_field_of_every_example_and_written_body_reads() {
    let mut found = 0;
    for (vendor, views) in vendors() {
        let Some(views) = views else { continue };
        for (index, code) in vendor.codes.iter().enumerate() {
            let objects = objects(&vendor, index);
            let shown = !objects.is_empty() || !vendor.has_own_fields(code);
            assert!(shown, "{} {}: no body shows its fields", vendor.name, code.wire);
            for text in &objects {
                let reads = (views.read)(Some(index), object(text));
                for (field, (accessor, read)) in code.fields.iter().zip(reads) {
                    assert_eq!(accessor, field.ident);
                    let there = object(text).documented(documented(&vendor, index)).any(|(documented, value)| {
                        documented.name == field.name && (value.kind() != JsonKind::Null || field.ty == TypeExpr::Any)
                    });
                    assert_eq!(read, Ok(there), "{} {}: {} of {text}", vendor.name, code.wire, field.name);
                    found += usize::from(there);
                }
            }
            for field in code.fields.iter().filter(|field| field.required == Some(true)) {
                let shown = objects.iter().any(|text| object(text).get(&field.name).is_some());
                assert!(shown, "no body of {} {} shows {}", vendor.name, code.wire, field.name);
            }
        }
    }
    assert!(found > 100, "only {found} fields");
}

fn documented(vendor: &Vendor, index: usize) -> &'static [errors_gen::table::Field<'static>] {
    let tables = VENDORS.iter().find(|tables| tables.name() == vendor.name).expect("the same vendor, compiled");
    tables.documented_fields(Some(index))
}

#[test]
fn a_field_of_another_type_fails_alone_and_says_why() {
    let values = ["null", "true", "1.5", "12345678901234567890", r#""a""#, r#"["a"]"#, r#"{"a":1}"#].map(|text| {
        let kind = Json::parse(text.as_bytes()).expect("JSON").kind();
        (text, kind)
    });
    for (vendor, views) in vendors() {
        let Some(views) = views else { continue };
        for (index, code) in vendor.codes.iter().enumerate() {
            let Some(text) = objects(&vendor, index).into_iter().next() else { continue };
            let before = (views.read)(Some(index), object(&text));
            for (position, field) in code.fields.iter().enumerate() {
                let kind = kinds(&vendor, &field.ty);
                for (value, _) in values.iter().filter(|(_, other)| kind.is_some_and(|kind| kind != *other)) {
                    // Of repeated members the last one counts.
                    let name = &field.name;
                    let members = text.trim_end().strip_suffix('}').expect("an object");
                    let body = format!(r#"{members},"{name}":{value}}}"#);
                    let reads = (views.read)(Some(index), object(&body));
                    for (other, (after, before)) in reads.iter().zip(&before).enumerate() {
                        if other != position {
                            assert_eq!(after, before);
                        } else if *value == "null" {
                            assert_eq!(after.1, Ok(false), "{body}");
                        } else {
                            let error = after.1.expect_err(&body);
                            assert_eq!(
                                (error.path(), Some(error.found())),
                                (name.as_str(), Json::parse(value.as_bytes()).map(Json::kind))
                            );
                            let sensitive = code.sensitive.contains(name);
                            assert_eq!(error.value(), (!sensitive).then_some(*value));
                            assert!(error.to_string().starts_with(&format!("`{name}`: expected a")), "{error}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_member_of_every_body_is_documented_named_or_extra() {
    for (name, bodies) in crate::corpus::all() {
        let tables = VENDORS.iter().find(|tables| tables.name() == name).expect("a vendor of this name");
        for body in bodies {
            let bytes = body.bytes();
            for item in tables.read(body.status, &bytes).errors() {
                let fields = item.fields();
                let table = tables.documented_fields(item.code().map(AnyCode::index));
                let documented: Vec<_> = fields.documented(table).map(|(field, _)| field.name).collect();
                for (member, value) in fields.extra(table) {
                    assert!(!documented.iter().any(|name| member == *name), "{}: {member}", body.title);
                    // What stands elsewhere in the reading is none of it.
                    let code = item.raw_code().and_then(|code| code.as_str());
                    let is_code = value.scalar().and_then(errors_gen::json::Text::as_str) == code && member == "code";
                    assert!(!is_code, "{}: {member}", body.title);
                    assert!(
                        item.message()
                            .is_none_or(|message| message.json().as_str().as_ptr() != value.as_str().as_ptr())
                    );
                }
            }
        }
    }
}

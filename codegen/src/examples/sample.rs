//! A value of a documented type.

use errors_runtime::write::NewJson;

use crate::model::{Field, TypeExpr, TypeShape, Vendor};

/// How deeply objects have all their members, and those within them only the required ones.
const ALL_MEMBERS: usize = 2;

/// How deeply values hold others at all.
const MOST: usize = 8;

/// A value of a field's type. Texts are the field's name in angle brackets.
pub(super) fn of(vendor: &Vendor, field: &Field) -> NewJson {
    let text = value(vendor, &field.name, &field.ty, 0);
    NewJson::parse(&text).unwrap_or_else(|_| NewJson::null())
}

/// The text that stands for one that an API would fill in.
pub(super) fn text(name: &str) -> String {
    format!("<{name}>")
}

fn value(vendor: &Vendor, name: &str, ty: &TypeExpr, depth: usize) -> String {
    let quoted = |text: &str| NewJson::from(text).as_str().to_owned();
    let deeper = depth + 1;
    match vendor.types.resolved(ty) {
        TypeExpr::String | TypeExpr::Any => quoted(&text(name)),
        TypeExpr::DateTime => quoted("2026-01-31T12:00:00Z"),
        TypeExpr::Integer => "1".to_owned(),
        TypeExpr::Number => "1.5".to_owned(),
        TypeExpr::Boolean => "true".to_owned(),
        TypeExpr::List(_) if depth >= MOST => "[]".to_owned(),
        TypeExpr::List(element) => format!("[{}]", value(vendor, name, element, deeper)),
        TypeExpr::Map(member) if depth < MOST => format!("{{\"<key>\":{}}}", value(vendor, name, member, deeper)),
        TypeExpr::Object | TypeExpr::Map(_) => "{}".to_owned(),
        TypeExpr::Union(types) => types.first().map_or("null".to_owned(), |ty| value(vendor, name, ty, deeper)),
        TypeExpr::Named(named) => match vendor.types.get(named).map(|ty| &ty.shape) {
            Some(TypeShape::Texts(texts)) => quoted(texts.first().map_or("", |known| known.text.as_str())),
            Some(TypeShape::Alias(target)) if depth < MOST => value(vendor, name, target, deeper),
            Some(TypeShape::Object(fields)) if depth < MOST => {
                let fields = fields.iter().filter(|field| depth < ALL_MEMBERS || field.required == Some(true));
                let member = |field: &Field| {
                    format!("{}:{}", quoted(&field.name), value(vendor, &field.name, &field.ty, deeper))
                };
                format!("{{{}}}", fields.map(member).collect::<Vec<_>>().join(","))
            }
            _ => "{}".to_owned(),
        },
    }
}

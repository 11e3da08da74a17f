//! Whether JSON is of a documented type.

use errors_runtime::json::{Json, JsonKind};

use crate::model::{Field, TypeExpr, TypeShape, Vendor};

/// The first of these members that is missing though it is required, or has another type.
pub(super) fn members_differ(vendor: &Vendor, fields: &[Field], object: Json<'_>) -> Option<String> {
    fields.iter().find_map(|field| {
        let names = std::iter::once(&field.name).chain(&field.also);
        let mut values = names.filter_map(|name| object.get(name));
        let value = values.find(|value| value.kind() != JsonKind::Null);
        match value {
            None if field.required == Some(true) && field.ty != TypeExpr::Any => {
                Some(format!("the required field `{}`, found none", field.name))
            }
            Some(value) if !is(vendor, &field.ty, value) => {
                Some(format!("the field `{}` of the type `{}`, found `{value}`", field.name, field.ty))
            }
            _ => None,
        }
    })
}

/// Whether a value is of a type.
fn is(vendor: &Vendor, ty: &TypeExpr, json: Json<'_>) -> bool {
    is_one(vendor, ty, json, vendor.types.len())
}

/// The same; `left` is how many more names of alternatives may be followed for the same value.
fn is_one(vendor: &Vendor, ty: &TypeExpr, json: Json<'_>, left: usize) -> bool {
    let kind = json.kind();
    let number = || json.scalar().map(|text| text.to_string()).filter(|_| kind != JsonKind::Boolean);
    match vendor.types.resolved(ty) {
        TypeExpr::Any => true,
        TypeExpr::String | TypeExpr::DateTime => kind == JsonKind::String,
        TypeExpr::Boolean => kind == JsonKind::Boolean,
        TypeExpr::Object => kind == JsonKind::Object,
        TypeExpr::Integer => number().is_some_and(|digits| digits.parse::<i64>().is_ok()),
        TypeExpr::Number => number().is_some_and(|digits| {
            Json::parse(digits.as_bytes()).is_some_and(|number| number.kind() == JsonKind::Number)
        }),
        TypeExpr::List(element) => kind == JsonKind::List && json.elements().all(|value| is(vendor, element, value)),
        TypeExpr::Map(value) => kind == JsonKind::Object && json.members().all(|(_, member)| is(vendor, value, member)),
        TypeExpr::Union(types) => types.iter().any(|ty| is_one(vendor, ty, json, left)),
        TypeExpr::Named(name) => match vendor.types.get(name).map(|ty| &ty.shape) {
            Some(TypeShape::Object(fields)) => {
                kind == JsonKind::Object && members_differ(vendor, fields, json).is_none()
            }
            Some(TypeShape::Texts(_)) => kind == JsonKind::String,
            Some(TypeShape::Alias(target)) => left > 0 && is_one(vendor, target, json, left - 1),
            None => true,
        },
    }
}

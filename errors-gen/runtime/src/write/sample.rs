//! Values of documented types, as far as a vendor's tables describe them.

use alloc::format;

use super::NewJson;

/// A value of a type in the catalog's syntax, for the field with this name; `None` for the vendor's own types, whose
/// members and texts the tables lack. Text is the field's name in angle brackets.
pub(super) fn value(name: &str, ty: &str) -> Option<NewJson> {
    let ty = ty.trim();
    if let Some(element) = ty.strip_suffix("[]") {
        return NewJson::parse(&format!("[{}]", value(name, element)?.as_str())).ok();
    }
    if let Some((first, _)) = ty.split_once('|') {
        return value(name, first);
    }
    let json = match ty {
        "string" | "any" => NewJson::from(text(name)),
        "datetime" => NewJson::from("2026-01-31T12:00:00Z"),
        "integer" => NewJson::from(1),
        "number" => NewJson::parse("1.5").ok()?,
        "boolean" => NewJson::from(true),
        "object" => NewJson::parse("{}").ok()?,
        map if map.starts_with("map<") => NewJson::parse("{}").ok()?,
        _ => return None,
    };
    Some(json)
}

/// The text that stands for one that the vendor fills in.
pub(super) fn text(name: &str) -> alloc::string::String {
    format!("<{name}>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_as_catalogs_write_them() {
        for (ty, expected) in [
            ("string", r#""<sku>""#),
            ("integer", "1"),
            ("integer[][]", "[[1]]"),
            ("boolean | string", "true"),
            ("map<string>", "{}"),
            ("datetime[]", r#"["2026-01-31T12:00:00Z"]"#),
        ] {
            assert_eq!(value("sku", ty).as_ref().map(NewJson::as_str), Some(expected), "{ty}");
        }
        for own in ["Reference", "Reference[]", "Reference | string"] {
            assert_eq!(value("sku", own), None, "{own}");
        }
    }
}

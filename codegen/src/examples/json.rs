//! Comparing JSON by value.

use errors_runtime::json::{Json, JsonKind};

/// Whether a value is what a catalog says: a scalar of this text, or anything that is the same JSON.
pub(super) fn is(json: Json<'_>, said: &str) -> bool {
    json.scalar().is_some_and(|text| text == *said)
        || Json::parse(said.trim().as_bytes()).is_some_and(|said| same(json, said))
}

/// Whether two values are the same but for whitespace, escapes and the order of members.
fn same(one: Json<'_>, other: Json<'_>) -> bool {
    match (one.kind(), other.kind()) {
        (JsonKind::Object, JsonKind::Object) => {
            let names = |json: Json<'_>| {
                let mut names: Vec<_> = json.members().map(|(name, _)| name.to_string()).collect();
                names.sort();
                names.dedup();
                names
            };
            let (ours, theirs) = (names(one), names(other));
            ours == theirs
                && ours.iter().all(|name| one.get(name).zip(other.get(name)).is_some_and(|(a, b)| same(a, b)))
        }
        (JsonKind::List, JsonKind::List) => {
            one.elements().count() == other.elements().count()
                && one.elements().zip(other.elements()).all(|(a, b)| same(a, b))
        }
        (JsonKind::String, JsonKind::String) => {
            one.text().map(|text| text.to_string()) == other.text().map(|text| text.to_string())
        }
        _ => one.as_str() == other.as_str(),
    }
}

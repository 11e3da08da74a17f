//! Pieces of JSON on their way out.

use std::fmt::Display;

use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

/// Text that is put together while it is written.
pub(super) struct Text<T>(pub(super) T);

impl<T: Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A value as it stood in a body: numbers and strings keep their spelling, white space between them goes, so that the
/// whole stays on one line.
pub(super) struct Raw<'a>(pub(super) &'a str);

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(compact(self.0)).map_err(S::Error::custom)?.serialize(serializer)
    }
}

/// The text of a JSON value without the white space outside its strings.
pub(super) fn compact(json: &str) -> String {
    let mut in_string = false;
    let mut escaped = false;
    json.chars()
        .filter(|&character| {
            if in_string {
                in_string = escaped || character != '"';
                escaped = !escaped && character == '\\';
                return true;
            }
            in_string = character == '"';
            !matches!(character, ' ' | '\t' | '\n' | '\r')
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_space_between_values_goes() {
        assert_eq!(compact("{ \"a b\" :\n[ 1.0 , \"\\\" \\\\\" ] }"), r#"{"a b":[1.0,"\" \\"]}"#);
    }

    #[test]
    fn values_keep_their_spelling() {
        for raw in ["1.50e+1000", r#""\ud800 \u0041""#, "12345678901234567890123", "null"] {
            assert_eq!(serde_json::to_string(&Raw(raw)).unwrap(), raw);
        }
    }
}

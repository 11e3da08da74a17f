//! Pieces of JSON on their way out.

use std::fmt::Display;

use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::pretty::string_length;

/// Text that is put together while it is written.
pub(super) struct Text<T>(pub(super) T);

impl<T: Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A value as it stood in a body: numbers and strings keep their spelling, whitespace between them goes, so that the
/// whole stays on one line.
pub(super) struct Raw<'a>(pub(super) &'a str);

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // What most values are needs no look at the whole of it: a string without escapes, or a small whole number.
        if let Some(text) = plain_string(self.0) {
            return serializer.serialize_str(text);
        }
        if let Some(number) = small_number(self.0) {
            return serializer.serialize_u32(number);
        }
        RawValue::from_string(compact(self.0)).map_err(S::Error::custom)?.serialize(serializer)
    }
}

/// The text of a string that is written as it stands.
fn plain_string(json: &str) -> Option<&str> {
    let text = json.strip_prefix('"')?.strip_suffix('"')?;
    (!text.bytes().any(|byte| matches!(byte, b'"' | b'\\') || byte < b' ')).then_some(text)
}

/// A number of a few digits that is written as it stands.
fn small_number(json: &str) -> Option<u32> {
    let is_plain = (1..10).contains(&json.len()) && json.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && (json == "0" || !json.starts_with('0')) { json.parse().ok() } else { None }
}

/// The text of a JSON value without the whitespace outside its strings.
pub(super) fn compact(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find(['"', ' ', '\t', '\n', '\r']) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        text.push_str(before);
        let taken = if from.starts_with('"') { string_length(from) } else { 0 };
        text.push_str(from.get(..taken).unwrap_or_default());
        rest = from.get(taken.max(1)..).unwrap_or_default();
    }
    text.push_str(rest);
    text
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
        for raw in [
            "0",
            "-0",
            "999999999",
            "1234567890",
            r#""""#,
            r#""é""#,
            "[\"a b\"]",
            "1.50e+1000",
            r#""\ud800 \u0041""#,
            "12345678901234567890123",
            "null",
        ] {
            assert_eq!(serde_json::to_string(&Raw(raw)).unwrap(), raw);
        }
    }
}

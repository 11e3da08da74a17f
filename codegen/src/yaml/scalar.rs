//! Resolves the type of a scalar without quotes.

/// The value of a scalar without quotes, by the core schema of YAML 1.2 as `serde_yaml` reads it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Plain {
    /// An empty scalar, `null` or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer from 0.
    Unsigned(u64),
    /// An integer below 0.
    Signed(i64),
    /// An integer that does not fit 64 bits.
    Huge,
    /// A number with a fraction or an exponent.
    Float(f64),
    /// Anything else.
    Text,
}

/// Resolves a scalar without quotes.
pub(super) fn resolve(text: &str) -> Plain {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Plain::Null,
        "true" | "True" | "TRUE" => return Plain::Bool(true),
        "false" | "False" | "FALSE" => return Plain::Bool(false),
        _ => {}
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    // Integers with leading zeros, such as `001`, are text, unlike in YAML 1.1.
    if unsigned.len() > 1 && unsigned.starts_with('0') && unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return Plain::Text;
    }
    let (radix, digits) = match unsigned.get(..2) {
        Some("0x") => (16, unsigned.get(2..).unwrap_or_default()),
        Some("0o") => (8, unsigned.get(2..).unwrap_or_default()),
        Some("0b") => (2, unsigned.get(2..).unwrap_or_default()),
        _ => (10, unsigned),
    };
    if !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix)) {
        return match u64::from_str_radix(digits, radix) {
            Ok(number) if !text.starts_with('-') => Plain::Unsigned(number),
            Ok(number) => i64::try_from(-i128::from(number)).map_or(Plain::Huge, Plain::Signed),
            Err(_) => Plain::Huge,
        };
    }
    float(text, unsigned).map_or(Plain::Text, Plain::Float)
}

fn float(text: &str, unsigned: &str) -> Option<f64> {
    match unsigned {
        ".inf" | ".Inf" | ".INF" if text.starts_with('-') => return Some(f64::NEG_INFINITY),
        ".inf" | ".Inf" | ".INF" => return Some(f64::INFINITY),
        _ if matches!(text, ".nan" | ".NaN" | ".NAN") => return Some(f64::NAN),
        _ if unsigned.starts_with(['-', '+']) => return None,
        _ => {}
    }
    // Rust also parses `inf` and `nan`, which are text in YAML.
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::{Plain, resolve};

    #[test]
    fn numbers_booleans_and_null_resolve() {
        let cases = [
            ("", Plain::Null),
            ("~", Plain::Null),
            ("nULL", Plain::Text),
            ("True", Plain::Bool(true)),
            ("yes", Plain::Text),
            ("404", Plain::Unsigned(404)),
            ("+404", Plain::Unsigned(404)),
            ("-404", Plain::Signed(-404)),
            ("0x1F", Plain::Unsigned(31)),
            ("-0x1F", Plain::Signed(-31)),
            ("0o17", Plain::Unsigned(15)),
            ("0b101", Plain::Unsigned(5)),
            ("0x", Plain::Text),
            ("0x+1", Plain::Text),
            ("001", Plain::Text),
            ("-001", Plain::Text),
            ("0", Plain::Unsigned(0)),
            ("1_000", Plain::Text),
            ("-9223372036854775808", Plain::Signed(i64::MIN)),
            ("-9223372036854775809", Plain::Huge),
            ("18446744073709551616", Plain::Huge),
            ("1.10", Plain::Float(1.1)),
            ("1e3", Plain::Float(1000.0)),
            ("1e999", Plain::Text),
            ("-.inf", Plain::Float(f64::NEG_INFINITY)),
            ("inf", Plain::Text),
            ("NaN", Plain::Text),
            ("--1", Plain::Text),
            ("é", Plain::Text),
            ("0é", Plain::Text),
        ];
        for (text, expected) in cases {
            assert_eq!(resolve(text), expected, "{text:?}");
        }
    }

    #[test]
    fn scalars_resolve_as_catalogs_are_read() {
        for text in
            ["~", "null", "TRUE", "no", "7", "-7", "0x7f", "-0o7", "00", "1.5", "-1.5e2", ".inf", "1e9", "+.5", "a"]
        {
            let value: serde_yaml::Value = serde_yaml::from_str(text).unwrap();
            let same = match resolve(text) {
                Plain::Null => value.is_null(),
                Plain::Bool(bool) => value.as_bool() == Some(bool),
                Plain::Unsigned(number) => value.as_u64() == Some(number),
                Plain::Signed(number) => value.as_i64() == Some(number),
                Plain::Float(number) => value.as_f64() == Some(number),
                Plain::Text => value.as_str() == Some(text),
                Plain::Huge => false,
            };
            assert!(same, "{text:?}: {value:?}");
        }
    }
}

//! Parsing integers.

/// Numbers of up to this many digits always fit an `i64`.
const MOST: usize = 18;

/// Parses an integer in JSON's syntax; `None` if the text is anything else, or does not fit an `i64`.
#[inline]
#[must_use]
pub fn integer(text: &[u8]) -> Option<i64> {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    if digits.is_empty() || digits.len() > MOST {
        return large(text);
    }
    let number = self::digits(digits)?;
    Some(if digits.len() < text.len() { -number } else { number })
}

/// Parses an integer that may have more than 18 digits, or none.
#[cold]
fn large(text: &[u8]) -> Option<i64> {
    if text.starts_with(b"+") { None } else { core::str::from_utf8(text).ok()?.parse().ok() }
}

/// Parses a text of 1 to 18 digits; `None` if it has any other character.
#[inline]
pub(crate) fn digits(text: &[u8]) -> Option<i64> {
    // No early return: nearly all texts consist of digits only, and a loop without exits is faster for them.
    let (mut number, mut other) = (0_i64, false);
    for byte in text {
        let digit = byte.wrapping_sub(b'0');
        other |= digit > 9;
        number = number.wrapping_mul(10).wrapping_add(i64::from(digit));
    }
    (!other).then_some(number)
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::format;

    use super::*;

    #[test]
    fn integers_are_those_of_the_standard_library() {
        for text in [
            "0",
            "7",
            "-7",
            "-0",
            "007",
            "",
            "-",
            "1.0",
            "1e3",
            "--1",
            "a",
            "12a",
            "٣",
            "999999999999999999",
            "-999999999999999999",
            "9223372036854775807",
            "-9223372036854775808",
            "-+/D116110564327424",
            "9223372036854775808",
            "99999999999999999999999",
        ] {
            assert_eq!(integer(text.as_bytes()), text.parse().ok(), "{text}");
            assert_eq!(integer(format!("+{text}").as_bytes()), None, "+{text}");
        }
    }
}

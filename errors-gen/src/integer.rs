//! Integers from their digits.

/// How many digits always fit 64 bits.
const MOST: usize = 18;

/// The number of an integer as JSON writes it; `None` where it is written otherwise, or does not fit 64 bits.
#[inline]
pub(crate) fn integer(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || digits.len() > MOST {
        return large(text);
    }
    // Without a way out in between: most are digits throughout.
    let (mut number, mut other) = (0_i64, false);
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        other |= digit > 9;
        number = number.wrapping_mul(10).wrapping_add(i64::from(digit));
    }
    (!other).then_some(if negative { -number } else { number })
}

/// The same where there are many digits, or none.
#[cold]
fn large(text: &[u8]) -> Option<i64> {
    core::str::from_utf8(text).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
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
            "9223372036854775808",
            "99999999999999999999999",
        ] {
            assert_eq!(integer(text.as_bytes()), text.parse().ok(), "{text}");
        }
    }
}

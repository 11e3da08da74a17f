//! Decides which texts need quotes, so that every version of YAML reads them as text.

/// Whether a scalar with this text and without quotes could be read as a number, a boolean, a date or null.
///
/// Covers both the types of YAML 1.1 and the core schema of YAML 1.2, since editors and other tools use either.
pub(crate) fn needs_quotes(text: &str) -> bool {
    const WORDS: [&str; 12] = ["", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "="];
    // A fast path for most texts.
    if text.len() > 5 && text.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return false;
    }
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word)) || text == "<<" || is_number(text) || is_date(text)
}

fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    if [".inf", ".nan"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return true;
    }
    let of = |prefix: [&str; 2], radix: u32| {
        let digits = prefix.iter().find_map(|prefix| text.strip_prefix(prefix));
        digits.is_some_and(|digits| is_digits(digits, radix))
    };
    of(["0x", "0X"], 16) || of(["0o", "0O"], 8) || of(["0b", "0B"], 2) || is_decimal(text) || is_sexagesimal(text)
}

/// Whether a text is digits and `_`, with at least one digit.
fn is_digits(text: &str, radix: u32) -> bool {
    text.chars().all(|character| character == '_' || character.is_digit(radix)) && text.chars().any(|c| c != '_')
}

/// `12`, `1_000`, `001`, `1.10`, `.5`, `5.`, `1e3`, `1.5E-3`.
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (text, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let both = format!("{whole}{fraction}");
    !mantissa.starts_with('_') && is_digits(&both, 10) && exponent.is_none_or(|exponent| is_digits(exponent, 10))
}

/// `12:30:45`, `190:20:30.15`: numbers to base 60 in YAML 1.1.
fn is_sexagesimal(text: &str) -> bool {
    let mut parts = text.split(':');
    let first = parts.next().is_some_and(|first| is_digits(first, 10));
    let rest: Vec<&str> = parts.collect();
    let Some((last, middle)) = rest.split_last() else { return false };
    let (last, fraction) = last.split_once('.').unwrap_or((last, "0"));
    let below_60 = |part: &str| {
        part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()) && part.parse::<u8>().is_ok_and(|n| n < 60)
    };
    first && middle.iter().copied().chain([last]).all(below_60) && (fraction.is_empty() || is_digits(fraction, 10))
}

/// `2026-11-21`, alone or followed by a time.
fn is_date(text: &str) -> bool {
    let (date, time) = match text.find(['T', 't', ' ', '\t']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let digits =
        |part: &str, lengths: &[usize]| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let time = time.trim_start_matches(['T', 't', ' ', '\t']);
    digits(year, &[4])
        && digits(month, &[1, 2])
        && digits(day, &[1, 2])
        && (time.is_empty() || time.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::needs_quotes;

    #[test]
    fn what_some_yaml_takes_for_something_else_needs_quotes() {
        for text in [
            "",
            "~",
            "null",
            "NULL",
            "y",
            "N",
            "yes",
            "No",
            "ON",
            "off",
            "true",
            "False",
            "=",
            "<<",
            "0",
            "404",
            "-32601",
            "+1",
            "001001",
            "1_000",
            "0x1F",
            "0o17",
            "0b1",
            "0777",
            "12:30:45",
            "1:30",
            "190:20:30.15",
            "1.10",
            ".5",
            "5.",
            "1e3",
            "1E-3",
            "6.02e+23",
            ".inf",
            "-.Inf",
            ".NaN",
            "2026-11-21",
            "2026-1-2",
            "2026-11-21T10:00:00Z",
            "2026-11-21 10:00:00",
        ] {
            assert!(needs_quotes(text), "{text:?}");
        }
    }

    #[test]
    fn what_every_yaml_takes_for_text_needs_none() {
        for text in [
            "OUT_OF_STOCK",
            "nope",
            "nulls",
            "trueish",
            "1.2.3",
            "192:168",
            "12:",
            ":30",
            "0x",
            "0xZZ",
            "0o9",
            "-",
            "+",
            ".",
            "_1",
            "e3",
            "1e",
            "inf",
            "nan",
            "2026-11",
            "20261121T",
            "2026-11-21x",
            "2026-11-21 at",
            "10 items",
            "１２",
            "é",
            "--1",
            "invalid_token",
        ] {
            assert!(!needs_quotes(text), "{text:?}");
        }
    }
}

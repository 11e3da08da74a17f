//! Decodes the escapes of a string that has been validated.

/// The length of an escape `\uXXXX`, which is one UTF-16 code unit.
pub(crate) const UNIT: usize = 6;
/// The length of the longest escape, a surrogate pair.
pub(crate) const LONGEST: usize = 2 * UNIT;

/// Decodes the escape at the start of the bytes: its character and its length; `None` if there is no escape.
#[inline]
pub(crate) fn decode(bytes: &[u8]) -> Option<(char, usize)> {
    let [b'\\', letter, behind @ ..] = bytes else { return None };
    let character = match letter {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return Some(unicode(behind)),
        itself => char::from(*itself),
    };
    Some((character, 2))
}

/// Decodes an escape `\u`, of which `behind` are the bytes that follow: its character and its length.
fn unicode(behind: &[u8]) -> (char, usize) {
    let Some((unit, behind)) = code_unit(behind) else {
        return (char::REPLACEMENT_CHARACTER, 2);
    };
    // A high surrogate forms a pair with a low one that follows immediately. Any other escape after it is a separate
    // character.
    if let 0xd800..0xdc00 = unit
        && let [b'\\', b'u', behind @ ..] = behind
        && let Some((low @ 0xdc00..0xe000, _)) = code_unit(behind)
    {
        let pair = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        return (char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER), LONGEST);
    }
    (char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER), UNIT)
}

/// Parses the four hexadecimal digits of an escape; returns the code unit and the bytes after it.
#[inline]
fn code_unit(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (digits, rest) = bytes.split_first_chunk::<4>()?;
    let mut unit = 0;
    for digit in digits {
        unit = unit << 4 | char::from(*digit).to_digit(16)?;
    }
    Some((unit, rest))
}

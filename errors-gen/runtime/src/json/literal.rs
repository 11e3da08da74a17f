//! Finds the ends of numbers, `true`, `false` and `null`.

use super::Fault;

/// The end of the number, `true`, `false` or `null` at the position.
///
/// # Errors
///
/// There is any other text.
pub(super) fn end_of_literal(bytes: &[u8], at: usize) -> Result<usize, Fault> {
    match bytes.get(at) {
        Some(b'-' | b'0'..=b'9') => end_of_number(bytes, at),
        Some(b't') => end_of_word(bytes, at, b"true"),
        Some(b'f') => end_of_word(bytes, at, b"false"),
        Some(b'n') => end_of_word(bytes, at, b"null"),
        _ => Err(Fault::syntax(at)),
    }
}

fn end_of_word(bytes: &[u8], at: usize, word: &[u8]) -> Result<usize, Fault> {
    let rest = bytes.get(at..).unwrap_or_default();
    let same = rest.iter().zip(word).take_while(|(byte, letter)| byte == letter).count();
    if same == word.len() { Ok(at + same) } else { Err(Fault::syntax(at + same)) }
}

fn end_of_number(bytes: &[u8], mut at: usize) -> Result<usize, Fault> {
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    at = if bytes.get(at) == Some(&b'0') { at + 1 } else { end_of_digits(bytes, at)? };
    if bytes.get(at) == Some(&b'.') {
        at = end_of_digits(bytes, at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        let signed = matches!(bytes.get(at + 1), Some(b'+' | b'-'));
        at = end_of_digits(bytes, at + 1 + usize::from(signed))?;
    }
    Ok(at)
}

/// The end of the digits at the position, of which there must be at least one.
fn end_of_digits(bytes: &[u8], start: usize) -> Result<usize, Fault> {
    let mut at = start;
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    if at == start { Err(Fault::syntax(at)) } else { Ok(at) }
}

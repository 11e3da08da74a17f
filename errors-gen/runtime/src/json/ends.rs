//! The ends of tokens. Each takes a position and gives one back, so that a scanner whose loop calls it can stay in
//! registers.

use super::Fault;
use super::string::find_special;
use crate::hint::cold_path;

/// The first byte from the position on that is not white space. Most bodies have none between their tokens.
#[cold]
#[inline(never)]
pub(super) fn end_of_white_space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

/// The end of a string whose first special character is at the position.
#[cold]
#[inline(never)]
pub(super) fn end_of_string(bytes: &[u8], mut at: usize) -> Result<usize, Fault> {
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => match bytes.get(at + 1) {
                Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => at += 2,
                Some(b'u') => {
                    for digit in at + 2..at + 6 {
                        if !bytes.get(digit).is_some_and(u8::is_ascii_hexdigit) {
                            return Err(Fault::syntax(digit.min(bytes.len())));
                        }
                    }
                    at += 6;
                }
                _ => return Err(Fault::syntax((at + 1).min(bytes.len()))),
            },
            _ => return Err(Fault::syntax(at)),
        }
        at = find_special(bytes, at).ok_or(Fault::syntax(bytes.len()))?;
    }
}

/// The end of the number, `true`, `false` or `null` at the position.
#[inline(never)]
pub(super) fn end_of_literal(bytes: &[u8], at: usize) -> Result<usize, Fault> {
    match bytes.get(at) {
        Some(b'-' | b'0'..=b'9') => end_of_number(bytes, at),
        Some(b't') => end_of_word(bytes, at, *b"true"),
        Some(b'f') => end_of_word(bytes, at, *b"false"),
        Some(b'n') => end_of_word(bytes, at, *b"null"),
        _ => Err(Fault::syntax(at)),
    }
}

#[inline]
fn end_of_word<const N: usize>(bytes: &[u8], mut at: usize, word: [u8; N]) -> Result<usize, Fault> {
    for letter in word {
        if bytes.get(at) != Some(&letter) {
            return Err(Fault::syntax(at));
        }
        at += 1;
    }
    Ok(at)
}

#[inline]
fn end_of_number(bytes: &[u8], mut at: usize) -> Result<usize, Fault> {
    if bytes.get(at) == Some(&b'-') {
        cold_path();
        at += 1;
    }
    at = if bytes.get(at) == Some(&b'0') {
        cold_path();
        at + 1
    } else {
        end_of_digits(bytes, at)?
    };
    if bytes.get(at) == Some(&b'.') {
        cold_path();
        at = end_of_digits(bytes, at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        cold_path();
        let signed = matches!(bytes.get(at + 1), Some(b'+' | b'-'));
        at = end_of_digits(bytes, at + 1 + usize::from(signed))?;
    }
    Ok(at)
}

#[inline]
fn end_of_digits(bytes: &[u8], start: usize) -> Result<usize, Fault> {
    let mut at = start;
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    if at == start {
        cold_path();
        return Err(Fault::syntax(at));
    }
    Ok(at)
}

//! Rules 1 and 2: what keeps a body from being JSON, and where. `serde_json` judges every prefix.

use errors_gen::Reason;
use errors_gen::json::MAX_DEPTH;

/// The byte order mark.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The JSON of a body; otherwise why it is none, and the offset of the first fault.
pub(crate) fn json(body: &[u8]) -> Result<&str, (Reason, Option<usize>)> {
    let (mark, bytes) = body.strip_prefix(MARK).map_or((0, body), |rest| (MARK.len(), rest));
    if bytes.iter().all(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r')) {
        return Err((Reason::Empty, None));
    }
    let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let whole = valid.len() == bytes.len();
    let end = if whole && accepts(valid) { valid.len() } else { first_fault(valid) };
    match too_deep(&valid[..end]) {
        Some(offset) => Err((Reason::TooDeep, Some(mark + offset))),
        None if whole && accepts(valid) => Ok(valid),
        None => Err((Reason::NotJson, Some(mark + end))),
    }
}

fn accepts(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// Whether more text could make JSON of this.
fn can_go_on(text: &str) -> bool {
    let goes_on = |text: &str| match serde_json::from_str::<serde::de::IgnoredAny>(text) {
        Ok(_) => true,
        Err(error) => error.is_eof(),
    };
    // For `serde_json`, numbers never end too early, and escapes are looked at once they are whole.
    (goes_on(text) || goes_on(&format!("{text}0"))) && !cut_escape_is_bad(text)
}

/// Whether the text ends in an escape of fewer than four digits, one of which is none.
fn cut_escape_is_bad(text: &str) -> bool {
    let Some(escape) = text.rfind("\\u") else { return false };
    let backslashes = text[..escape].chars().rev().take_while(|character| *character == '\\').count();
    let digits = &text[escape + 2..];
    backslashes % 2 == 0
        && digits.chars().count() < 4
        && !digits.chars().all(|digit| digit.is_ascii_hexdigit())
        && !accepts(text)
        && is_within_string(&text[..escape])
}

/// Whether the text ends within a string.
fn is_within_string(text: &str) -> bool {
    let (mut within, mut escaped) = (false, false);
    for character in text.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' if within => escaped = true,
            '"' => within = !within,
            _ => {}
        }
    }
    within
}

/// The length of the longest prefix that could go on as JSON.
fn first_fault(text: &str) -> usize {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    ends[ends.partition_point(|end| can_go_on(&text[..*end])) - 1]
}

/// The offset of the first bracket that nests too deeply in the start of a JSON text.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut within, mut escaped) = (0, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => within = !within,
            b'[' | b'{' if !within => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Some(at);
                }
            }
            b']' | b'}' if !within => depth -= 1,
            _ => {}
        }
    }
    None
}

#[test]
fn the_first_fault_in_byte_order_counts() {
    let not_json = |offset| Err((Reason::NotJson, Some(offset)));
    for (body, expected) in [
        (&b"{}"[..], Ok("{}")),
        (b" \n", Err((Reason::Empty, None))),
        (b"{} x", not_json(3)),
        (b"[1,]", not_json(3)),
        (b"[01]", not_json(2)),
        (b"[-]", not_json(2)),
        (b"[1.e]", not_json(3)),
        (b"nux", not_json(2)),
        (br#""\u00zz""#, not_json(5)),
        (br#""\\u00zz" x"#, not_json(10)),
        (br#"{"\us":1}"#, not_json(4)),
        (b"{", not_json(1)),
        (b"{x \xff", not_json(1)),
        (b"\xef\xbb\xbf\"\xff\"", not_json(4)),
    ] {
        assert_eq!(json(body), expected, "{}", String::from_utf8_lossy(body));
    }
    let deep = "[".repeat(200);
    assert_eq!(json(deep.as_bytes()), Err((Reason::TooDeep, Some(127))));
    assert_eq!(json(format!("[x{deep}").as_bytes()), not_json(1));
}

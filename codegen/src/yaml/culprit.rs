//! Finds the cause of a syntax error, which is often before the place at which the parser reports it.

use std::ops::Range;

use crate::words::shown;

/// The cause of a syntax error.
pub(super) struct Culprit {
    /// The byte range to point to.
    pub(super) at: Range<usize>,
    /// What is wrong, without `this is not YAML`.
    pub(super) message: String,
    /// How to correct it.
    pub(super) help: String,
    /// The byte at which the parser reported it, if that is on another line.
    pub(super) noticed: Option<usize>,
}

/// Finds the cause of a syntax error that the parser reports at a byte. `from` is the start or the end of the last
/// value that was read.
pub(super) fn find(info: &str, text: &str, from: usize, at: usize) -> Option<Culprit> {
    let before = text.get(from..at)?;
    if info.contains("quoted") || info.contains("escape") {
        return None;
    }
    if info.contains("anchor or alias") && before.ends_with('[') {
        return path_in_brackets(text, at);
    }
    if let Some((opened, bracket)) = open_bracket(before) {
        let opened = from + opened;
        let closes = info.contains("indentation") && closes_soon(text.get(at..)?);
        return (!closes && text.get(opened..at)?.contains('\n')).then(|| unclosed(opened, bracket, at));
    }
    if info.contains("simple key expect") || info.contains("keys are not allowed") {
        return without_colon(text, at).or_else(|| without_colon(text, line_of(text, at).start));
    }
    let line = line_of(text, at);
    let head = text.get(line.start..at)?;
    if info.contains("expected key") && head.trim_end().ends_with(['}', ']']) {
        return Some(after_bracket(at..line.end, head));
    }
    if info.contains("expected key") || info.contains("expected '-'") {
        return glued_dash(text.get(line.clone())?, line.start);
    }
    if info.contains("values are not allowed") && text.get(at..)?.starts_with(':') {
        let key = head.trim_start_matches([' ', '-']);
        let start = at - key.len();
        return Some(match key.find(": ") {
            Some(colon) => colon_in_text(at..at + 1, key.get(..colon).unwrap_or_default()),
            None => too_far(start..at),
        });
    }
    None
}

/// The last bracket that is opened and not closed in this text, which begins at the start or the end of a value.
fn open_bracket(text: &str) -> Option<(usize, char)> {
    let mut open = Vec::new();
    // The last character other than whitespace, and whether whitespace follows it.
    let (mut last, mut spaced) = (':', true);
    let mut characters = text.char_indices().peekable();
    while let Some((index, character)) = characters.next() {
        let begins = if open.is_empty() { spaced && matches!(last, ':' | '-' | '\n') } else { "[{,:".contains(last) };
        match character {
            '#' if spaced => while characters.next_if(|(_, next)| *next != '\n').is_some() {},
            '"' | '\'' if begins => while characters.next().is_some_and(|(_, next)| next != character) {},
            '[' | '{' if begins || !open.is_empty() => open.push((index, character)),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
        spaced = character.is_whitespace();
        last = match character {
            '\n' if open.is_empty() => '\n',
            _ if spaced => last,
            // A dash begins an entry only at the start of a line, or after another dash.
            '-' if open.is_empty() && !matches!(last, '\n' | '-') && index > 0 => 'x',
            other => other,
        };
    }
    open.pop()
}

/// A path such as `$.errors[*]` without quotes, within brackets.
fn path_in_brackets(text: &str, at: usize) -> Option<Culprit> {
    let start = text.get(..at)?.rfind([' ', ',', '{', '\n']).map_or(0, |before| before + 1);
    let end = at + text.get(at..)?.find([' ', ',', '}', '\n', '\r'])?;
    let path = text.get(start..end)?;
    Some(Culprit {
        at: start..end,
        message: "within brackets, text with `[` or `{` in it needs quotes".to_owned(),
        help: format!("write `\"{}\"`", crate::text::cut(path)),
        noticed: None,
    })
}

/// Whether a bracket is closed on this line, or on a later one before the next key.
fn closes_soon(text: &str) -> bool {
    let (line, below) = text.split_once('\n').unwrap_or((text, ""));
    let mut below = below.lines().take_while(|line| !line.contains(": ") && !line.trim_end().ends_with(':'));
    line.contains([']', '}']) || below.any(|line| line.contains([']', '}']))
}

fn unclosed(at: usize, bracket: char, noticed: usize) -> Culprit {
    let closing = if bracket == '[' { ']' } else { '}' };
    Culprit {
        at: at..at + 1,
        message: format!("the `{bracket}` that stands here is not closed"),
        help: format!("write `{closing}` behind the last entry; text that begins with `{bracket}` stands in quotes"),
        noticed: Some(noticed),
    }
}

/// The cause, if the last line before a byte that is neither empty nor a comment lacks the `:` of a key.
fn without_colon(text: &str, at: usize) -> Option<Culprit> {
    let mut end = line_of(text, at).start;
    loop {
        let line = line_of(text, end.checked_sub(1)?);
        let written = text.get(line.clone())?;
        let key = written.trim_start_matches([' ', '-']).trim_end();
        if key.is_empty() || key.starts_with('#') {
            end = line.start;
            continue;
        }
        if key.contains(": ") || key.ends_with(':') {
            return None;
        }
        let start = line.start + written.find(key)?;
        let at = start..start + key.len();
        let (message, help) = keyless(key);
        return Some(Culprit { at, message, help, noticed: None });
    }
}

/// The message and the help for a line without `: `.
fn keyless(line: &str) -> (String, String) {
    let word = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(line.len());
    let (key, rest) = line.split_at(word);
    let value = rest.trim_start_matches([' ', '=', ':', '>', '-']);
    let message = match rest.trim_start().chars().next() {
        Some(':') => format!("a space is missing behind the `:` of {}", shown(key)),
        Some('=') => format!("{} has `=` where `:` is needed", shown(key)),
        _ => format!("{} has no `:`", shown(line)),
    };
    // Several words behind a space are a text that goes on.
    let goes_on = rest.starts_with(' ') && value.contains(' ') && rest.trim_start() == value;
    let help = if key.is_empty() || value.is_empty() || line.len() > 60 || goes_on {
        "write `key: value`; text that goes on in a second line is indented further than its key".to_owned()
    } else {
        format!("write `{key}: {value}`")
    };
    (message, help)
}

fn after_bracket(at: Range<usize>, head: &str) -> Culprit {
    let bracket = if head.trim_end().ends_with('}') { '}' } else { ']' };
    Culprit {
        at,
        message: format!("the value ends with the `{bracket}` before this"),
        help: "put the whole text in quotes: text that begins with `{` or `[` is a map or a list otherwise".to_owned(),
        noticed: None,
    }
}

/// The cause, if the line begins with `-` without a space after it.
fn glued_dash(line: &str, start: usize) -> Option<Culprit> {
    let entry = line.trim_start().strip_prefix('-').filter(|entry| entry.starts_with(char::is_alphabetic))?;
    let dash = start + line.find('-')?;
    let help = format!("write `- {}`", crate::text::cut(entry.trim_end()));
    let message = "a space is missing behind `-`".to_owned();
    Some(Culprit { at: dash..dash + 1, message, help, noticed: None })
}

fn colon_in_text(at: Range<usize>, key: &str) -> Culprit {
    let message = "text without quotes cannot hold `: `".to_owned();
    let help = format!("put the whole text in quotes: `{key}: \"...\"`");
    Culprit { at, message, help, noticed: None }
}

fn too_far(at: Range<usize>) -> Culprit {
    let message = "this line is indented further than the key above it, which has a value already".to_owned();
    let help = "begin it in the same column as the other keys of the map".to_owned();
    Culprit { at, message, help, noticed: None }
}

/// The byte range of the line around a byte, without its line break.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let end = text.get(at..).and_then(|rest| rest.find(['\n', '\r'])).map_or(text.len(), |end| at + end);
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_quotes_comments_and_text_open_nothing() {
        for closed in
            [": [a, b]", ": a [b", ": \"[\"", ": '{' ", ": # [\n", ": [']', \"[\"]", ": x\n- y: {a: [b]}\n", ": a - [b"]
        {
            assert_eq!(open_bracket(closed), None, "{closed}");
        }
        assert_eq!(open_bracket(": [a\n  b: c"), Some((2, '[')));
        assert_eq!(open_bracket(": [{a: b]"), Some((2, '[')));
        assert_eq!(open_bracket("- { at: [a],\n"), Some((2, '{')));
        assert_eq!(open_bracket(": b\nc: [ # ]\n"), Some((7, '[')));
    }

    #[test]
    fn a_key_without_its_colon_is_written_with_one() {
        let help = |line: &str| keyless(line).1;
        for line in ["retry never", "retry:never", "retry = never", "retry -> never"] {
            assert_eq!(help(line), "write `retry: never`", "{line}");
        }
        for line in ["{", "and cannot be cancelled."] {
            assert!(help(line).starts_with("write `key: value`"), "{line}");
        }
    }

    #[test]
    fn whatever_the_text_there_is_no_place_outside_of_it() {
        let text = "a: [é\n- ü = x\n  -b: 'c\n}: : #\n";
        for info in ["simple key expect", "expected key", "expected '-'", "values are not allowed", "flow"] {
            for at in 0..=text.len() + 1 {
                for from in 0..=at {
                    let found = find(info, text, from, at);
                    assert!(found.is_none_or(|found| text.get(found.at).is_some()), "{info} {from} {at}");
                }
            }
        }
    }
}

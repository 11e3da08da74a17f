//! Rule 10, as far as decisions need it: which wording a message follows, by trying every way to read it.

use errors_codegen::model::Wording;
use errors_codegen::template::Part;

/// The wording with most fixed text that a message follows; of equals, the first.
pub(crate) fn best<'w>(wordings: &'w [Wording], message: &str) -> Option<&'w Wording> {
    let message = message.trim_end();
    let mut best: Option<(usize, &Wording)> = None;
    for wording in wordings {
        let parts = &wording.template.parts;
        let fixed = parts.iter().map(|part| if let Part::Literal(text) = part { text.len() } else { 0 }).sum();
        if best.is_none_or(|(most, _)| fixed > most) && follows(parts, message, &mut Vec::new()) {
            best = Some((fixed, wording));
        }
    }
    best.map(|(_, wording)| wording)
}

/// Whether a message, without whitespace at its end, is what these parts can say.
fn follows<'m>(parts: &[Part], message: &'m str, values: &mut Vec<(String, &'m str)>) -> bool {
    match parts {
        [] => message.is_empty(),
        [Part::Literal(text)] if text.ends_with(['.', '!', '?']) => message
            .strip_prefix(text.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)),
        // Whitespace at the end of a message never counts, so a wording may lack it there, too.
        [Part::Literal(text)] => message.strip_prefix(text.trim_end()).is_some_and(|rest| rest.trim_end().is_empty()),
        [Part::Literal(text), Part::Hole(_)] if message == text.trim_end() => true,
        [Part::Literal(text), rest @ ..] => {
            message.strip_prefix(text.as_str()).is_some_and(|message| follows(rest, message, values))
        }
        [Part::Again(name), rest @ ..] => {
            let value = values.iter().find(|(known, _)| known == name).map_or("", |(_, value)| *value);
            message.strip_prefix(value).is_some_and(|message| follows(rest, message, values))
        }
        [Part::Hole(name), rest @ ..] => {
            let ends = message.char_indices().map(|(at, _)| at).chain([message.len()]);
            ends.into_iter().any(|end| {
                values.push((name.clone(), &message[..end]));
                let fits = follows(rest, &message[end..], values);
                values.pop();
                fits
            })
        }
    }
}

//! Wordings: parameters put back into their wording give the message, and what is rendered reads back.

use errors_codegen::template;
use errors_gen::table::{Part, Wording};
use errors_gen::wording::{parameters, render};

/// Lines: wordings, and the message last.
pub fn wordings(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut lines: Vec<&str> = text.split('\n').take(6).collect();
    let Some(message) = lines.pop() else { return };
    let templates: Vec<_> = lines.iter().filter_map(|line| Some((line, template::parse(line).ok()?))).collect();
    let parts: Vec<Vec<Part<'_>>> = templates
        .iter()
        .map(|(_, template)| {
            let part = |part| match part {
                &template::Part::Literal(ref text) => Part::Literal(text),
                template::Part::Hole(name) => Part::Hole(name),
                template::Part::Again(name) => Part::Again(name),
            };
            template.parts.iter().map(part).collect()
        })
        .collect();
    let wordings: Vec<Wording<'_>> =
        templates.iter().zip(&parts).map(|((text, _), parts)| Wording { text, parts }).collect();
    let Some(found) = parameters(&wordings, message) else { return };
    let mut again = String::new();
    let mut values = found.iter();
    for part in found.wording().parts {
        match part {
            Part::Literal(text) => again.push_str(text),
            Part::Hole(_) => again.push_str(values.next().expect("a value for each hole").1),
            Part::Again(name) => again.push_str(found.get(name).expect("a value of this name")),
        }
    }
    assert!(message.starts_with(again.trim_end()), "{again:?}: {message:?}");
    let given: Vec<(&str, &str)> = found.iter().collect();
    if let Ok(rendered) = render(&wordings, &given) {
        let read = parameters(&wordings, rendered.as_str()).expect("what was rendered follows a wording");
        let read: Vec<(&str, &str)> = read.iter().collect();
        for (name, value) in &given {
            let of = |all: &[(&str, &str)]| {
                all.iter().find(|(known, _)| known == name).map(|(_, value)| (*value).to_owned())
            };
            assert!(
                of(&read).is_none_or(|read| read == *value) || of(&given).as_deref() != Some(*value),
                "{rendered:?}"
            );
        }
    }
}

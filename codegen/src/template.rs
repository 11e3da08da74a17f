//! Wordings of messages: fixed text with placeholders such as `{name}`.

use std::fmt;

/// The maximum number of holes of a wording: the runtime stores their values in an array of fixed size.
pub const MOST_HOLES: usize = 8;

/// A parsed wording. No two holes are adjacent, which [`parse`] refuses.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Template {
    /// The parts, in order. Literals are never empty and never adjacent.
    pub parts: Vec<Part>,
}

/// A part of a wording.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Fixed text, in which `{{` and `}}` are replaced by single braces.
    Literal(String),
    /// A hole: text that varies, under the vendor's name for it (letters, digits and `_`).
    Hole(String),
    /// The same text as in the earlier hole with this name, written `{=name}`.
    Again(String),
}

/// Why a wording is malformed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// The byte offset in the wording.
    pub offset: usize,
    /// What is wrong, without a full stop.
    pub message: String,
}

impl Template {
    /// The names of the holes, in order.
    pub fn holes(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Hole(name) => Some(name.as_str()),
            Part::Literal(_) | Part::Again(_) => None,
        })
    }
}

impl fmt::Display for Template {
    /// The wording with every placeholder as `{name}`, including the repeated ones.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Literal(text) if !text.contains('{') && !text.contains('}') => f.write_str(text),
            Part::Literal(text) => f.write_str(&text.replace('{', "{{").replace('}', "}}")),
            Part::Hole(name) | Part::Again(name) => write!(f, "{{{name}}}"),
        })
    }
}

/// Parses a wording.
///
/// # Errors
///
/// All errors: a brace without its counterpart, an empty or malformed name, two holes without text between them (it
/// would not be known where one value ends), a name that occurs twice without `=`, and `{=name}` for a value that has
/// not occurred before.
///
/// # Examples
///
/// ```
/// use errors_codegen::template::{Part, parse};
///
/// let template = parse("Tag(s) [{list}] defined but not used").unwrap();
/// assert_eq!(template.holes().collect::<Vec<_>>(), ["list"]);
/// assert_eq!(template.parts[0], Part::Literal("Tag(s) [".to_owned()));
/// assert!(parse("{a}{b}").is_err());
/// ```
pub fn parse(text: &str) -> Result<Template, Vec<TemplateError>> {
    let mut parts = Vec::new();
    let mut errors = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    let mut error = |offset: usize, message: String| errors.push(TemplateError { offset, message });
    // Found once, since a search from each `{` would take quadratic time for a text of many `{`.
    let last_close = text.rfind('}');
    while let Some(position) = rest.find(['{', '}']) {
        let offset = text.len() - rest.len() + position;
        literal.push_str(&rest[..position]);
        rest = &rest[position..];
        if let Some(after) = rest.strip_prefix("{{").or_else(|| rest.strip_prefix("}}")) {
            literal.push_str(&rest[..1]);
            rest = after;
        } else if let Some(after) = rest.strip_prefix('}') {
            error(offset, "`}` without `{`; write `}}` for a brace that belongs to the text".to_owned());
            rest = after;
        } else if last_close.is_some_and(|close| close > offset)
            && let Some(end) = rest.find('}')
        {
            let inside = &rest[1..end];
            let (again, name) = match inside.strip_prefix('=') {
                Some(name) => (true, name),
                None => (false, inside),
            };
            if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                error(offset, format!("placeholder `{{{inside}}}` is not a name of letters, digits and `_`"));
            }
            let known = parts.iter().any(|part| matches!(part, Part::Hole(other) if other == name));
            if known && !again {
                error(
                    offset,
                    format!("placeholder `{{{name}}}` occurs twice; write `{{={name}}}` for the same value again"),
                );
            }
            if again && !known {
                error(offset, format!("placeholder `{{={name}}}` repeats a value that has not occurred before"));
            }
            if literal.is_empty() && matches!(parts.last(), Some(Part::Hole(_) | Part::Again(_))) {
                error(offset, format!("placeholder `{{{inside}}}` follows another without text between them"));
            }
            if !literal.is_empty() {
                parts.push(Part::Literal(std::mem::take(&mut literal)));
            }
            parts.push(if again { Part::Again(name.to_owned()) } else { Part::Hole(name.to_owned()) });
            rest = &rest[end + 1..];
        } else {
            error(offset, "`{` without `}`; write `{{` for a brace that belongs to the text".to_owned());
            rest = &rest[1..];
        }
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        parts.push(Part::Literal(literal));
    }
    if errors.is_empty() { Ok(Template { parts }) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offsets(text: &str) -> Vec<usize> {
        parse(text).unwrap_err().iter().map(|error| error.offset).collect()
    }

    #[test]
    fn doubled_braces_are_text() {
        let template = parse("{{literal}} {name}").unwrap();
        assert_eq!(template.parts, [Part::Literal("{literal} ".to_owned()), Part::Hole("name".to_owned())]);
    }

    #[test]
    fn every_malformed_place_is_reported() {
        assert_eq!(offsets("a } b {"), [2, 6]);
        assert_eq!(offsets("{} {a b}"), [0, 3]);
        assert_eq!(offsets("{a} and {a}"), [8]);
        assert_eq!(offsets("{a}{b}"), [3]);
    }

    #[test]
    fn many_braces_of_one_kind_are_gone_through_once() {
        // Where every brace were a reason to look through all behind it, this would take minutes.
        const BRACES: usize = 500_000;
        assert_eq!(parse(&"}}".repeat(BRACES)).unwrap().parts, [Part::Literal("}".repeat(BRACES))]);
        assert_eq!(offsets(&"{ ".repeat(BRACES)).len(), BRACES);
    }

    #[test]
    fn a_value_can_stand_again() {
        let template = parse("{subject} of {=subject}").unwrap();
        assert_eq!(template.parts[2], Part::Again("subject".to_owned()));
        assert_eq!(template.holes().count(), 1);
        assert_eq!(offsets("{=subject} of {subject}"), [0]);
        assert_eq!(template.to_string(), "{subject} of {subject}");
        assert_eq!(parse("{{0}} {0}").unwrap().to_string(), "{{0}} {0}");
    }

    #[test]
    fn literals_around_and_between() {
        let holes = |text| parse(text).unwrap().holes().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(holes("{0} value {1} is out of permitted range, item(s): [{list}]"), ["0", "1", "list"]);
        assert!(holes("").is_empty());
    }
}

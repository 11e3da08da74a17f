//! Parses paths: `$.errors[*]`, `error.code`, `$['odd.name']`.

use super::context::{Context, character_at};
use crate::model::{Path, Step};
use crate::words::shown;
use crate::yaml::Span;

/// The maximum number of steps of a path.
const LONGEST: usize = 16;

/// Where a path starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// At the root of the body.
    Root,
    /// At an item.
    Item,
}

/// Why a path is malformed.
#[derive(Debug, PartialEq, Eq)]
struct PathError {
    /// The byte offset in the text.
    offset: usize,
    /// What is wrong.
    message: String,
    /// How to correct it.
    help: String,
}

/// Parses the path that is the text of `span`. It may lead to several values only if `several`. A path with errors is
/// reported, and the result is `None`.
pub(crate) fn read(context: &mut Context<'_>, span: Span, text: &str, base: Base, several: bool) -> Option<Path> {
    let path = match parse(text, base) {
        Ok(path) => path,
        Err(error) => {
            let span = span.part(&character_at(text, error.offset));
            context.report(span, format!("malformed path {}", shown(text)), error.message, error.help);
            return None;
        }
    };
    if !several && !path.steps.iter().all(|step| matches!(step, Step::Member(_))) {
        let message = format!("path {} leads to several places", shown(text));
        let help = "`[*]` and `.*` stand in `at`, `when` and an envelope's `success` only";
        context.report(span, message, "one place is meant here", help);
        return None;
    }
    Some(path)
}

/// Parses a path that starts at the root if it begins with `$`, otherwise at the base, and returns which.
pub(crate) fn read_from(
    context: &mut Context<'_>,
    span: Span,
    text: &str,
    base: Base,
    several: bool,
) -> Option<(Base, Path)> {
    let base = if text.starts_with('$') { Base::Root } else { base };
    Some((base, read(context, span, text, base, several)?))
}

fn parse(text: &str, base: Base) -> Result<Path, PathError> {
    let error = |offset: usize, message: &str, help: &str| {
        Err(PathError { offset, message: message.to_owned(), help: help.to_owned() })
    };
    let example = "write member names with dots between them: `error.code`";
    let mut steps = Vec::new();
    let mut rest = text;
    if let Some(after) = text.strip_prefix(['$', '@']) {
        match (base, text.starts_with('$')) {
            (Base::Root, true) | (Base::Item, false) => rest = after,
            (Base::Item, true) => {
                return error(0, "starts at the root", "paths in an item start at the item: leave `$` out");
            }
            (Base::Root, false) => {
                return error(0, "starts at an item", "there is no item here: start at the root with `$`");
            }
        }
    } else if !text.starts_with('[') {
        let (name, after) = split_name(text);
        if name.is_empty() {
            return error(0, "no name stands here", example);
        }
        steps.push(Step::Member(name.to_owned()));
        rest = after;
    }
    while !rest.is_empty() {
        let offset = text.len() - rest.len();
        if let Some(after) = rest.strip_prefix(".*") {
            steps.push(Step::EachMember);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("[*]") {
            steps.push(Step::EachElement);
            rest = after;
        } else if let Some(after) = rest.strip_prefix('.') {
            let (name, after) = split_name(after);
            if name.is_empty() {
                return error(offset + 1, "no name stands behind the dot", example);
            }
            steps.push(Step::Member(name.to_owned()));
            rest = after;
        } else if let Some(quoted) = rest.strip_prefix("['") {
            let Some((name, after)) = split_quoted(quoted) else {
                return error(
                    offset,
                    "`']` is missing, or a backslash stands before something else than `'` or `\\`",
                    "write the name as `['odd.name']`, with `\\'` and `\\\\` for a quote and a backslash in it",
                );
            };
            steps.push(Step::Member(name));
            rest = after;
        } else if rest.starts_with('[') {
            return error(
                offset,
                "neither `[*]` nor a name in single quotes",
                "write `[*]` for each element, or `['odd.name']`",
            );
        } else {
            return error(offset, "no step begins here", "write a name with other characters as `['odd name']`");
        }
    }
    if steps.len() > LONGEST {
        return error(0, &format!("more than {LONGEST} steps"), "bodies are not read that deeply");
    }
    Ok(Path { steps })
}

/// Splits a text after the name at its start.
fn split_name(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(text.len());
    text.split_at(end)
}

/// Splits a text after `']`: the unescaped name before it, and the rest.
fn split_quoted(text: &str) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut rest = text;
    loop {
        let position = rest.find(['\'', '\\'])?;
        let (plain, from) = rest.split_at(position);
        name.push_str(plain);
        if let Some(after) = from.strip_prefix("']") {
            return Some((name, after));
        }
        let escaped = from.strip_prefix('\\')?;
        let character = escaped.chars().next().filter(|c| matches!(c, '\'' | '\\'))?;
        name.push(character);
        rest = escaped.get(1..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(name: &str) -> Step {
        Step::Member(name.to_owned())
    }

    #[test]
    fn paths_from_the_root() {
        let steps = |text| parse(text, Base::Root).unwrap().steps;
        assert_eq!(steps("$"), []);
        assert_eq!(steps("error.code"), [member("error"), member("code")]);
        assert_eq!(steps("$.error.code"), steps("error.code"));
        assert_eq!(steps("$[*]"), [Step::EachElement]);
        assert_eq!(
            steps("$.errorMessage[*].error[*]"),
            [member("errorMessage"), Step::EachElement, member("error"), Step::EachElement,]
        );
        assert_eq!(steps("errors.*.x-y_1"), [member("errors"), Step::EachMember, member("x-y_1")]);
    }

    #[test]
    fn quoted_names_hold_anything() {
        let steps = |text| parse(text, Base::Root).unwrap().steps;
        assert_eq!(steps(r"$['odd.name']"), [member("odd.name")]);
        assert_eq!(steps(r"['it\'s \\ [*]'].b"), [member(r"it's \ [*]"), member("b")]);
        assert_eq!(steps("$['']['ü ✓']"), [member(""), member("ü ✓")]);
    }

    #[test]
    fn paths_from_an_item() {
        let steps = |text| parse(text, Base::Item).unwrap().steps;
        assert_eq!(steps("@"), []);
        assert_eq!(steps("@.code"), [member("code")]);
        assert_eq!(steps("extensions.code"), [member("extensions"), member("code")]);
    }

    #[test]
    fn malformed_paths_say_where() {
        let offset = |text, base| parse(text, base).unwrap_err().offset;
        for (text, wanted) in [
            ("", 0),
            (".a", 0),
            ("*", 0),
            ("a..b", 2),
            ("a.", 2),
            ("a b", 1),
            ("a[0]", 1),
            ("a[\"b\"]", 1),
            ("$a", 1),
            ("$.a['b", 3),
            (r"$['a\n']", 1),
            ("$['a'b']", 1),
            ("ü.ß!", 5),
            ("a]", 1),
            ("$$", 1),
            ("@", 0),
            ("@.a", 0),
        ] {
            assert_eq!(offset(text, Base::Root), wanted, "{text}");
        }
        for (text, wanted) in [("$", 0), ("$.a", 0), ("@name", 1), ("@@", 1)] {
            assert_eq!(offset(text, Base::Item), wanted, "{text}");
        }
    }

    #[test]
    fn sixteen_steps_are_enough() {
        assert!(parse(&"a.".repeat(16)[..31], Base::Root).is_ok());
        assert!(parse(&"a.".repeat(17)[..33], Base::Root).is_err());
    }
}

//! Checks wordings of messages.

use super::context::{Context, Once};
use crate::model::Wording;
use crate::schema::{OneOrMany, Spanned};
use crate::template::{self, MOST_HOLES};

/// Checks `message`: the wordings, or `Err` with the valid ones if some are malformed, so that not all placeholders are
/// known.
pub(crate) fn check(
    context: &mut Context<'_>,
    message: Option<&Spanned<OneOrMany<String>>>,
) -> Result<Vec<Wording>, Vec<Wording>> {
    let mut once = Once::new("wording");
    let mut wordings = Vec::new();
    let mut sound = true;
    let Some(message) = message else { return Ok(wordings) };
    let help = "leave `message` out where no wording is fixed";
    if message.values().is_empty() {
        context.report(message.span, "`message` is empty", "no wording", help);
    }
    for text in message.values() {
        if text.trim().is_empty() {
            context.report(text.span, "`message` is empty", "no wording", help);
            continue;
        }
        let new = once.add(context, text, text.span);
        let parsed = template::parse(text);
        let holes = parsed.as_ref().map_or(0, |template| template.holes().count());
        if holes > MOST_HOLES {
            let problem = format!("a wording has {holes} placeholders, but there can be no more than {MOST_HOLES}");
            let help = "leave text that varies together in one placeholder";
            context.report(text.span, problem, "too many placeholders", help);
        }
        match parsed {
            Ok(template) if new => wordings.push(Wording { text: template.to_string(), template }),
            Ok(_) => {}
            Err(errors) => {
                sound = false;
                for error in errors {
                    let rest = text.get(error.offset..).unwrap_or_default();
                    let end = rest.find('}').filter(|_| rest.starts_with('{')).unwrap_or_default();
                    let span = text.span.part(&(error.offset..error.offset + end + 1));
                    let help = "placeholders are written `{name}`; braces that belong to the text are doubled";
                    context.report(span, error.message, "malformed here", help);
                }
            }
        }
    }
    if sound { Ok(wordings) } else { Err(wordings) }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};

    fn message(text: &str) -> String {
        format!("kind: not_found\n        message: {text}")
    }

    #[test]
    fn one_or_several_wordings() {
        let wordings = |text: &str| {
            let vendor = model(&[("kind: not_found", &message(text))]);
            vendor.codes[0].messages.iter().map(|wording| wording.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(wordings("Value {0} is wrong"), ["Value {0} is wrong"]);
        assert_eq!(wordings("[A, 'A: {detail}']"), ["A", "A: {detail}"]);
    }

    #[test]
    fn malformed_equal_and_empty_wordings_are_reported() {
        let told = |text: &str, wanted: &[&str]| expect(&[("kind: not_found", &message(text))], wanted);
        told(
            "'{a}{b} }'",
            &[
                "placeholder `{b}` follows another without text between them",
                "`}` without `{`; write `}}` for a brace that belongs to the text",
            ],
        );
        told(
            "'{a}-{b}-{c}-{d}-{e}-{f}-{g}-{h}-{=a}-{i}'",
            &["a wording has 9 placeholders, but there can be no more than 8"],
        );
        told("'{a}-{b}-{c}-{d}-{e}-{f}-{g}-{h}-{=a}'", &[]);
        told("[A, B, A]", &["duplicate wording `A`"]);
        told("''", &["`message` is empty"]);
        told("[]", &["`message` is empty"]);
    }
}

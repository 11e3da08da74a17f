//! `code`: what a code looks like and what its digits or its range say.

use super::context::{Context, Once};
use super::{digits, ranges, wire};
use crate::model::{CodeForm, DigitGroup, IntegerRange};
use crate::schema::{CodeSpec, Form, Spanned, Text, texts};
use crate::words::shown;
use crate::yaml::Span;

/// The widest group of digits that a number of 64 bits always holds.
const WIDEST: u8 = 18;

/// The shapes that a form can have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    Integer,
    Digits(u8),
}

/// Reads `code`.
pub(crate) fn check(context: &mut Context<'_>, spec: &Spanned<CodeSpec>) -> CodeForm {
    match &spec.value {
        CodeSpec::Short(word) => {
            let shape = shape(context, spec.span, word).unwrap_or(Shape::Text);
            finished(shape, Vec::new(), Vec::new(), Vec::new())
        }
        CodeSpec::Long(form) => long(context, spec.span, form),
    }
}

fn finished(shape: Shape, success: Vec<String>, ranges: Vec<IntegerRange>, structure: Vec<DigitGroup>) -> CodeForm {
    match shape {
        Shape::Text => CodeForm::Text { success },
        Shape::Integer => CodeForm::Integer { success, ranges },
        Shape::Digits(width) => CodeForm::Digits { success, width, structure },
    }
}

/// The shape with this word.
fn shape(context: &mut Context<'_>, span: Span, word: &str) -> Option<Shape> {
    match word {
        "text" => Some(Shape::Text),
        "integer" => Some(Shape::Integer),
        _ => {
            let help = match word {
                "digits" => "say how many: `code: { digits: 6 }`".to_owned(),
                _ => context.did_you_mean(word, ["text", "integer"]),
            };
            context.report(span, format!("unknown form of code {}", shown(word)), "no form of this name", help);
            None
        }
    }
}

fn long(context: &mut Context<'_>, span: Span, form: &Form) -> CodeForm {
    let shape = match (&form.kind, &form.digits) {
        (Some(word), None) => shape(context, word.span, word),
        (None, Some(width)) => {
            let fits = (1..=WIDEST).contains(&width.value);
            if !fits {
                let message = format!("codes cannot have {} digits", width.value);
                let help = "for longer codes write `form: text`";
                context.report(width.span, message, format!("not from 1 to {WIDEST}"), help);
            }
            fits.then_some(Shape::Digits(width.value))
        }
        (both, _) => {
            let (message, help) = if both.is_some() {
                ("`code` has both `form` and `digits`", "keep `digits` for codes of fixed width, else `form`")
            } else {
                ("`code` has neither `form` nor `digits`", "add `form: text`, `form: integer` or `digits: 6`")
            };
            context.report(span.key(), message, "no single form", help);
            None
        }
    };
    // Text stands in for an unknown shape, so that nothing else of the codes is blamed.
    let Some(shape) = shape else { return finished(Shape::Text, Vec::new(), Vec::new(), Vec::new()) };
    let mut misplaced = |key: &str, span: Span, belongs: &str| {
        context.report(
            span.key(),
            format!("`{key}` belongs to {belongs}"),
            "not for codes of this form",
            "take it out",
        );
    };
    let (ranges, structure) = (form.ranges.as_ref(), form.structure.as_ref());
    let (ranges, structure) = (ranges.filter(|specs| !specs.is_empty()), structure.filter(|specs| !specs.is_empty()));
    if let Some(ranges) = ranges.filter(|_| shape != Shape::Integer) {
        misplaced("ranges", ranges.span, "`form: integer`");
    }
    if let Some(structure) = structure.filter(|_| !matches!(shape, Shape::Digits(_))) {
        misplaced("structure", structure.span, "codes of `digits`");
    }
    let ranges = match (shape, ranges) {
        (Shape::Integer, Some(ranges)) => ranges::check(context, ranges),
        _ => Vec::new(),
    };
    let structure = match (shape, structure) {
        (Shape::Digits(width), Some(structure)) => digits::check(context, structure, width),
        _ => Vec::new(),
    };
    let success = form.success.as_ref();
    if let Some(success) = success {
        sentinels(context, success, shape, &structure);
    }
    finished(shape, success.map(|success| texts(success)).unwrap_or_default(), ranges, structure)
}

/// Codes that mean success: each a code of the form, and nothing beside them that decides about success too.
fn sentinels(context: &mut Context<'_>, success: &Spanned<Vec<Text>>, shape: Shape, structure: &[DigitGroup]) {
    let plain = finished(shape, Vec::new(), Vec::new(), Vec::new());
    let mut once = Once::new("success code");
    for code in success.iter() {
        wire::check(context, code.span, code, &plain);
        context.quoted_value("code", code);
        once.add(context, code, code.span);
    }
    let decides = |group: &DigitGroup| group.values.iter().any(|value| value.success.is_some());
    if !success.is_empty() && structure.iter().any(decides) {
        let message = "both `success` and values of `structure` say which codes mean success";
        context.report(success.span.key(), message, "decided twice", "keep one of the two");
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, expect_form as form};

    #[test]
    fn one_form_and_what_belongs_to_it() {
        form("integers", &["unknown form of code `integers`"]);
        form("digits", &["unknown form of code `digits`"]);
        form("{ form: texts }", &["unknown form of code `texts`"]);
        form("{ form: texts, ranges: [{ name: r, from: 2, to: 1, meaning: M. }] }", &["unknown form of code `texts`"]);
        form("{}", &["`code` has neither `form` nor `digits`"]);
        form("{ form: text, digits: 2 }", &["`code` has both `form` and `digits`"]);
        form("{ digits: 2 }", &[]);
        let range = "ranges: [{ name: r, from: 1, to: 2, meaning: M. }]";
        form(&format!("{{ form: text, {range} }}"), &["`ranges` belongs to `form: integer`"]);
        let group = "structure: [{ name: g, from: 1, to: 1, meaning: M. }]";
        form(&format!("{{ form: integer, {group} }}"), &["`structure` belongs to codes of `digits`"]);
        expect(&[("code: text", "code: { digits: 19 }")], &["codes cannot have 19 digits"]);
    }

    #[test]
    fn success_is_decided_once() {
        form("{ form: integer, success: ['0', '-1'] }", &[]);
        form("{ form: integer, success: ['00'] }", &["code `00` is not how an integer is written"]);
        form("{ digits: 2, success: ['0'] }", &["code `0` has the wrong number of digits"]);
        form("{ form: text, success: [OK, OK] }", &["duplicate success code `OK`"]);
        let group = "structure: [{ name: g, from: 1, to: 1, meaning: M., values: { '0': { name: a, meaning: M., success: true } } }]";
        form(
            &format!("{{ digits: 2, success: ['00'], {group} }}"),
            &["both `success` and values of `structure` say which codes mean success"],
        );
    }
}

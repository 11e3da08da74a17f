//! `code`: what a code looks like and what its digits or its range say.

use super::context::{At, Context, Once, did_you_mean, shown};
use super::{digits, ranges, wire};
use crate::model::{CodeForm, DigitGroup, IntegerRange};
use crate::schema::{CodeSpec, Form};

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
pub(crate) fn check(context: &mut Context<'_>, spec: &CodeSpec) -> CodeForm {
    let at = At::default().key("code");
    match spec {
        CodeSpec::Short(word) => {
            let shape = shape(context, &at, word).unwrap_or(Shape::Text);
            finished(shape, Vec::new(), Vec::new(), Vec::new())
        }
        CodeSpec::Long(form) => long(context, &at, form),
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
fn shape(context: &mut Context<'_>, at: &At, word: &str) -> Option<Shape> {
    match word {
        "text" => Some(Shape::Text),
        "integer" => Some(Shape::Integer),
        _ => {
            let place = context.value(at);
            let help = match word {
                "digits" => "say how many: `code: { digits: 6 }`".to_owned(),
                _ => did_you_mean(word, ["text", "integer"]),
            };
            context.report(place, format!("unknown form of code {}", shown(word)), "no form of this name", help);
            None
        }
    }
}

fn long(context: &mut Context<'_>, at: &At, form: &Form) -> CodeForm {
    let shape = match (&form.kind, form.digits) {
        (Some(word), None) => shape(context, &at.key("form"), word),
        (None, Some(width)) => {
            if (1..=WIDEST).contains(&width) {
                Some(Shape::Digits(width))
            } else {
                let place = context.value(&at.key("digits"));
                let message = format!("codes cannot have {width} digits");
                context.report(
                    place,
                    message,
                    format!("not from 1 to {WIDEST}"),
                    "for longer codes write `form: text`",
                );
                None
            }
        }
        (both, _) => {
            let place = context.key(at);
            let (message, help) = if both.is_some() {
                ("`code` has both `form` and `digits`", "keep `digits` for codes of fixed width, else `form`")
            } else {
                ("`code` has neither `form` nor `digits`", "add `form: text`, `form: integer` or `digits: 6`")
            };
            context.report(place, message, "no single form", help);
            None
        }
    };
    // Text stands in for an unknown shape, so that nothing else of the codes is blamed.
    let Some(shape) = shape else { return finished(Shape::Text, Vec::new(), Vec::new(), Vec::new()) };
    let mut misplaced = |key: &'static str, belongs: &str| {
        let place = context.key(&at.key(key));
        context.report(place, format!("`{key}` belongs to {belongs}"), "not for codes of this form", "take it out");
    };
    if shape != Shape::Integer && !form.ranges.is_empty() {
        misplaced("ranges", "`form: integer`");
    }
    if !matches!(shape, Shape::Digits(_)) && !form.structure.is_empty() {
        misplaced("structure", "codes of `digits`");
    }
    let ranges = match shape {
        Shape::Integer => ranges::check(context, &at.key("ranges"), &form.ranges),
        _ => Vec::new(),
    };
    let structure = match shape {
        Shape::Digits(width) => digits::check(context, &at.key("structure"), &form.structure, width),
        _ => Vec::new(),
    };
    sentinels(context, &at.key("success"), &form.success, shape, &structure);
    finished(shape, form.success.clone(), ranges, structure)
}

/// Codes that mean success: each a code of the form, and nothing beside them that decides about success too.
fn sentinels(context: &mut Context<'_>, at: &At, success: &[String], shape: Shape, structure: &[DigitGroup]) {
    let plain = finished(shape, Vec::new(), Vec::new(), Vec::new());
    let mut once = Once::new("success code");
    for (index, code) in success.iter().enumerate() {
        let place = context.value(&at.index(index));
        wire::check(context, place.clone(), code, &plain);
        context.quoted_value(&at.index(index), "code", code);
        once.add(context, code, place);
    }
    let decides = |group: &DigitGroup| group.values.iter().any(|value| value.success.is_some());
    if !success.is_empty() && structure.iter().any(decides) {
        let place = context.key(at);
        let message = "both `success` and values of `structure` say which codes mean success";
        context.report(place, message, "decided twice", "keep one of the two");
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

//! Checks `code`: the syntax of codes, and which codes mean success.

use super::context::{Context, Once};
use super::wire;
use crate::model::{Class, CodeForm};
use crate::schema::{Catalog, CodeSpec, Form, Text, texts};
use crate::words::shown;
use crate::yaml::Span;

/// The maximum number of digits that always fit 64 bits.
const WIDEST: u8 = 18;

/// Checks the syntax of codes; `None` if it is wrong, so that the codes themselves are not reported for it.
pub(crate) fn check(context: &mut Context<'_>, catalog: &Catalog) -> Option<CodeForm> {
    match &catalog.code.value {
        CodeSpec::Short(word) => form(context, catalog.code.span, word),
        CodeSpec::Long(form) => long(context, catalog.code.span, form),
    }
}

/// The form with this name.
fn form(context: &mut Context<'_>, span: Span, word: &str) -> Option<CodeForm> {
    match word {
        "text" => Some(CodeForm::Text),
        "integer" => Some(CodeForm::Integer),
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

fn long(context: &mut Context<'_>, span: Span, spec: &Form) -> Option<CodeForm> {
    match (&spec.kind, &spec.digits) {
        (Some(word), None) => form(context, word.span, word),
        (None, Some(width)) => {
            let fits = (1..=WIDEST).contains(&width.value);
            if !fits {
                let message = format!("codes cannot have {} digits", width.value);
                let help = "for longer codes write `form: text`";
                context.report(width.span, message, format!("not from 1 to {WIDEST}"), help);
            }
            fits.then_some(CodeForm::Digits { width: width.value })
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
    }
}

/// Checks the codes that mean success: each must have the form of codes, and nothing else may decide about success.
pub(crate) fn success(
    context: &mut Context<'_>,
    catalog: &Catalog,
    form: Option<CodeForm>,
    classes: &[Class],
) -> Vec<String> {
    let CodeSpec::Long(spec) = &catalog.code.value else { return Vec::new() };
    let Some(success) = &spec.success else { return Vec::new() };
    let mut once = Once::new("success code");
    for code in success.iter().filter(|_| form.is_some()) {
        wire::check(context, code.span, code, form.unwrap_or(CodeForm::Text));
        context.quoted_value("code", code);
        once.add(context, code, code.span);
    }
    let decides = |class: &Class| class.values.iter().any(|value| value.success.is_some());
    if !success.is_empty() && classes.iter().any(decides) {
        let message = "both `success` and `classes` say which codes mean success";
        context.report(success.span.key(), message, "decided twice", "keep one of the two");
    }
    let success: &[Text] = success;
    texts(success)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, expect_form as form};

    #[test]
    fn one_form_and_what_belongs_to_it() {
        form("integers", &["unknown form of code `integers`"]);
        form("digits", &["unknown form of code `digits`"]);
        form("{ form: texts }", &["unknown form of code `texts`"]);
        form("{ form: texts }\nclasses: [{ name: r, range: [2, 1], meaning: M. }]", &["unknown form of code `texts`"]);
        form("{}", &["`code` has neither `form` nor `digits`"]);
        form("{ form: text, digits: 2 }", &["`code` has both `form` and `digits`"]);
        form("{ digits: 2 }", &[]);
        expect(&[("code: text", "code: { digits: 19 }")], &["codes cannot have 19 digits"]);
    }

    #[test]
    fn success_is_decided_once() {
        form("{ form: integer, success: ['0', '-1'] }", &[]);
        form("{ form: integer, success: ['00'] }", &["code `00` is not how an integer is written"]);
        form("{ digits: 2, success: ['0'] }", &["code `0` has the wrong number of digits"]);
        form("{ form: text, success: [OK, OK] }", &["duplicate success code `OK`"]);
        let class = "{ name: g, digits: 1, meaning: M., values: { '0': { name: a, meaning: M., success: true } } }";
        form(
            &format!("{{ digits: 2, success: ['00'] }}\nclasses: [{class}]"),
            &["both `success` and `classes` say which codes mean success"],
        );
    }
}

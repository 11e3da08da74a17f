//! Checks the texts of codes against the catalog's form of codes.

use super::context::Context;
use crate::model::{Class, ClassBy, CodeForm};
use crate::schema::{Catalog, CodeSpec};
use crate::words::shown;
use crate::yaml::Span;

/// The maximum length of a code in bytes.
const LONGEST: usize = 128;

/// Reports why a text is not a code of this form.
pub(crate) fn check(context: &mut Context<'_>, span: Span, wire: &str, form: CodeForm) {
    if let Some((message, label, help)) = problem(wire, form) {
        context.report(span, message, label, help);
    }
}

fn problem(wire: &str, form: CodeForm) -> Option<(String, String, String)> {
    let named = || shown(wire);
    let texts = |message: String, label: &str, help: &str| Some((message, label.to_owned(), help.to_owned()));
    if wire.is_empty() {
        return texts("a code is empty".to_owned(), "no code", "write the code as it stands on the wire");
    }
    if wire.len() > LONGEST {
        let message = format!("code {} is longer than {LONGEST} bytes", named());
        return texts(message, "too long", "a code is a short token; a sentence belongs into `message`");
    }
    if wire.contains(char::is_control) {
        return texts(format!("code {} holds a control character", named()), "cannot be shown", "take it out");
    }
    if wire.trim() != wire {
        return texts(format!("code {} has whitespace around it", named()), "more than the code", "take the space out");
    }
    match form {
        CodeForm::Text => None,
        CodeForm::Integer => match wire.parse::<i64>() {
            Ok(number) if number.to_string() == wire => None,
            Ok(number) => texts(
                format!("code {} is not how an integer is written", named()),
                "leading zeros or a sign too many",
                &format!("write \"{number}\""),
            ),
            Err(_) => texts(
                format!("code {} is no integer of 64 bits", named()),
                "not an integer",
                "correct the code, or write `code: text` at the top of the file",
            ),
        },
        CodeForm::Digits { width } => {
            let count = wire.chars().count();
            if !wire.chars().all(|c| c.is_ascii_digit()) {
                let help = "correct the code, or write `code: text` at the top of the file";
                return texts(format!("code {} holds something other than digits", named()), "not only digits", help);
            }
            if count == usize::from(width) {
                return None;
            }
            let message = format!("code {} has the wrong number of digits", named());
            let help = "correct the code, or `digits` at the top of the file";
            texts(message, &format!("{count} instead of {width}"), help)
        }
    }
}

/// Whether a code means success, and the span that says so: that of the sentinels, or of the first class whose value
/// decides. `None` if the catalog does not say.
pub(crate) fn success(wire: &str, success: &[String], classes: &[Class], catalog: &Catalog) -> Option<(bool, Span)> {
    if !success.is_empty() {
        let CodeSpec::Long(spec) = &catalog.code.value else { return None };
        return Some((success.iter().any(|sentinel| sentinel == wire), spec.success.as_ref()?.span));
    }
    classes.iter().find_map(|class| {
        let value = class.value_of(wire)?;
        Some((value.success?, said(catalog, class, &value.text)?))
    })
}

/// The span at which a class says whether a value means success.
fn said(catalog: &Catalog, class: &Class, value: &str) -> Option<Span> {
    catalog.classes.iter().find_map(|spec| {
        let name = spec.name.as_ref().or(spec.prefix.as_ref())?;
        let values = || spec.values.as_ref()?.get(value)?.success.as_ref();
        let success = spec.success.as_ref().or_else(values).filter(|_| name.value == class.name)?;
        Some(success.span)
    })
}

/// Reports an integer code that is in none of the catalog's ranges.
pub(crate) fn in_ranges(context: &mut Context<'_>, span: Span, wire: &str, classes: &[Class]) {
    let mut ranges = classes.iter().filter(|class| matches!(class.by, ClassBy::Range { .. })).peekable();
    if ranges.peek().is_some() && wire.parse::<i64>().is_ok() && !ranges.any(|range| range.value_of(wire).is_some()) {
        let message = format!("code {} lies in none of the declared ranges", shown(wire));
        context.report(span, message, "outside every range", "add a range to `classes`, or correct the code");
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};

    fn code(form: &str, wire: &str, wanted: &[&str]) {
        let entry = format!("\"{wire}\":\n        name: Named");
        expect(
            &[
                ("code: text", &format!("code: {form}")),
                ("OUT_OF_STOCK:", &entry),
                ("          LOWER:", "          '200000':\n            name: Lower"),
            ],
            wanted,
        );
    }

    #[test]
    fn texts_are_short_and_plain() {
        code("text", "", &["a code is empty"]);
        code("text", " A", &["code ` A` has whitespace around it"]);
        code("text", "A ", &["code `A ` has whitespace around it"]);
        code("text", "A\\u0007", &["code `A\u{7}` holds a control character"]);
        code("text", "a b.c/d#e*/{\\\"", &[]);
        code("text", &"x".repeat(128), &[]);
        code("text", &"x".repeat(129), &[&format!("code `{}...` is longer than 128 bytes", "x".repeat(60))]);
    }

    #[test]
    fn integers_are_written_one_way() {
        code("integer", "-32700", &[]);
        code("integer", "9223372036854775807", &[]);
        code("integer", "007", &["code `007` is not how an integer is written"]);
        code("integer", "+7", &["code `+7` is not how an integer is written"]);
        code("integer", "-0", &["code `-0` is not how an integer is written"]);
        code("integer", "9223372036854775808", &["code `9223372036854775808` is no integer of 64 bits"]);
        code("integer", "1.0", &["code `1.0` is no integer of 64 bits"]);
    }

    #[test]
    fn digits_have_one_width() {
        code("{ digits: 6 }", "000001", &[]);
        code("{ digits: 6 }", "12410", &["code `12410` has the wrong number of digits"]);
        code("{ digits: 6 }", "12410x", &["code `12410x` holds something other than digits"]);
        code("{ digits: 6 }", "１２３４５６", &["code `１２３４５６` holds something other than digits"]);
    }

    #[test]
    fn integers_lie_in_a_range_where_there_are_ranges() {
        let form = "integer\nclasses: [{ name: low, range: [0, 9], meaning: M. }, { name: high, range: [200000, 200000], meaning: M. }]";
        code(form, "9", &[]);
        code(form, "10", &["code `10` lies in none of the declared ranges"]);
    }

    #[test]
    fn the_first_class_that_decides_decides() {
        let classes = "code: { digits: 2 }\nclasses: [\
            { name: a, digits: 1, meaning: M., values: { '0': { name: x, meaning: M. }, '1': { name: y, meaning: M., success: false } } },\
            { name: b, digits: 2, meaning: M., values: { '5': { name: z, meaning: M., success: true } } }]";
        let lower = ("          LOWER:", "          '15':\n            name: Lower");
        let decided = |wire: &str, kind: &str| {
            let entry = format!("'{wire}':\n        name: Named");
            let kind = format!("kind: {kind}");
            model(&[("code: text", classes), ("OUT_OF_STOCK:", &entry), lower, ("kind: not_found", &kind)]).codes[0]
                .success
        };
        assert_eq!(decided("05", "ok"), Some(true));
        assert_eq!(decided("16", "internal"), Some(false));
        assert_eq!(decided("06", "internal"), None);
        assert_eq!(decided("99", "internal"), None);
    }
}

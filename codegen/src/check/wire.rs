//! Codes as they stand on the wire: what the catalog's form of code admits.

use super::context::Context;
use crate::model::CodeForm;
use crate::schema::CodeSpec;
use crate::words::shown;
use crate::yaml::Span;

/// How long a code may be, in bytes.
const LONGEST: usize = 128;

/// Reports what keeps a text from being a code of this form.
pub(crate) fn check(context: &mut Context<'_>, span: Span, wire: &str, form: &CodeForm) {
    if let Some((message, label, help)) = problem(wire, form) {
        context.report(span, message, label, help);
    }
}

fn problem(wire: &str, form: &CodeForm) -> Option<(String, String, String)> {
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
        return texts(
            format!("code {} has white space around it", named()),
            "more than the code",
            "take the space out",
        );
    }
    match form {
        CodeForm::Text { .. } => None,
        CodeForm::Integer { .. } => match wire.parse::<i64>() {
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
        CodeForm::Digits { width, .. } => {
            let count = wire.chars().count();
            if !wire.chars().all(|c| c.is_ascii_digit()) {
                let help = "correct the code, or write `code: text` at the top of the file";
                return texts(format!("code {} holds something other than digits", named()), "not only digits", help);
            }
            if count == usize::from(*width) {
                return None;
            }
            let message = format!("code {} has the wrong number of digits", named());
            let help = "correct the code, or `digits` at the top of the file";
            texts(message, &format!("{count} instead of {width}"), help)
        }
    }
}

/// Whether a code means success, where the catalog says which do, and where it says so: its sentinels, or the first
/// group of digits whose value here decides.
pub(crate) fn success(wire: &str, form: &CodeForm, spec: &CodeSpec) -> Option<(bool, Span)> {
    let CodeSpec::Long(spec) = spec else { return None };
    let (CodeForm::Text { success } | CodeForm::Integer { success, .. } | CodeForm::Digits { success, .. }) = form;
    if !success.is_empty() {
        return Some((success.iter().any(|sentinel| sentinel == wire), spec.success.as_ref()?.span));
    }
    let CodeForm::Digits { structure, .. } = form else { return None };
    structure.iter().zip(spec.structure.as_ref()?.iter()).find_map(|(group, spec)| {
        let value = group.value_of(wire)?;
        Some((value.success?, spec.values.get(&value.digits)?.success.as_ref()?.span))
    })
}

/// Reports an integer code that lies in none of the catalog's ranges.
pub(crate) fn in_ranges(context: &mut Context<'_>, span: Span, wire: &str, form: &CodeForm) {
    let (CodeForm::Integer { ranges, .. }, Ok(number)) = (form, wire.parse::<i64>()) else { return };
    if !ranges.is_empty() && !ranges.iter().any(|range| (range.from..=range.to).contains(&number)) {
        let message = format!("code {} lies in none of the declared ranges", shown(wire));
        context.report(span, message, "outside every range", "add a range under `code`, or correct the code");
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
        code("text", " A", &["code ` A` has white space around it"]);
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
        let form = "{ form: integer, ranges: [{ name: low, from: 0, to: 9, meaning: M. }, { name: high, from: 200000, to: 200000, meaning: M. }] }";
        code(form, "9", &[]);
        code(form, "10", &["code `10` lies in none of the declared ranges"]);
    }

    #[test]
    fn the_first_group_that_decides_decides() {
        let structure = "code: { digits: 2, structure: [\
            { name: a, from: 1, to: 1, meaning: M., values: { '0': { name: x, meaning: M. }, '1': { name: y, meaning: M., success: false } } },\
            { name: b, from: 2, to: 2, meaning: M., values: { '5': { name: z, meaning: M., success: true } } }] }";
        let lower = ("          LOWER:", "          '15':\n            name: Lower");
        let decided = |wire: &str, kind: &str| {
            let entry = format!("'{wire}':\n        name: Named");
            let kind = format!("kind: {kind}");
            model(&[("code: text", structure), ("OUT_OF_STOCK:", &entry), lower, ("kind: not_found", &kind)]).codes[0]
                .success
        };
        assert_eq!(decided("05", "ok"), Some(true));
        assert_eq!(decided("16", "internal"), Some(false));
        assert_eq!(decided("06", "internal"), None);
        assert_eq!(decided("99", "internal"), None);
    }
}

//! Checks `classes`, which classify codes by their parts or by other members of the item.

use super::context::{Context, Once};
use super::items::ItemReader;
use super::names::{self, Names};
use super::vocabulary;
use crate::model::{Advised, Class, ClassBy, ClassValue, CodeForm};
use crate::schema::{Advises as _, Catalog, ClassSpec, ClassValueSpec, DigitsSpec, OneOrMany, Spanned, Text};
use crate::words::shown;
use crate::yaml::Span;

/// The keys that say what a class looks at.
const SELECTORS: &str = "`digits`, `range`, `prefix` or `at`";

/// Checks `classes`, for codes of this form; `None` if the form is not known.
pub(crate) fn check(context: &mut Context<'_>, catalog: &Catalog, form: Option<CodeForm>) -> Vec<Class> {
    let mut reader = Reader {
        form,
        types: Names::types("class"),
        ranges: Names::variants("class", names::ONE_OF_THEM),
        prefixes: Once::new("prefix"),
        sound: Vec::new(),
    };
    let mut classes: Vec<Class> =
        catalog.classes.iter().filter_map(|spec| reader.class(context, spec.span, spec)).collect();
    classes.sort_by_key(|class| matches!(class.by, ClassBy::Member(_)));
    classes
}

/// The classes that have been read so far.
struct Reader<'s> {
    form: Option<CodeForm>,
    types: Names,
    ranges: Names,
    prefixes: Once,
    /// The ranges whose ends are not before their starts.
    sound: Vec<(&'s Text, i64, i64)>,
}

impl<'s> Reader<'s> {
    fn class(&mut self, context: &mut Context<'_>, span: Span, spec: &'s ClassSpec) -> Option<Class> {
        let keys = [
            ("digits", spec.digits.is_some()),
            ("range", spec.range.is_some()),
            ("prefix", spec.prefix.is_some()),
            ("at", spec.at.is_some()),
        ];
        let given: Vec<&str> = keys.into_iter().filter(|(_, given)| *given).map(|(key, _)| key).collect();
        match given.as_slice() {
            [_] => {}
            [] => {
                let help = format!("add {SELECTORS}");
                context.report(span.key(), "a class does not say what it looks at", "none of them", help);
                return None;
            }
            [first, second, ..] => {
                let message = format!("a class has both `{first}` and `{second}`");
                context.report(span.key(), message, "looks at two things", "make two classes of it");
                return None;
            }
        }
        let outranks = Self::outranks(context, spec);
        let class = if let Some(digits) = &spec.digits {
            self.digits(context, span.key(), spec, digits)
        } else if let Some(range) = &spec.range {
            self.range(context, span.key(), spec, range)
        } else if let Some(prefix) = &spec.prefix {
            self.prefix(context, spec, prefix)
        } else {
            Self::member(context, span.key(), spec, spec.at.as_ref()?)
        };
        class.map(|class| Class { outranks, ..class })
    }

    fn outranks(context: &mut Context<'_>, spec: &ClassSpec) -> bool {
        let Some(word) = &spec.outranks else { return false };
        vocabulary::choose(context, "thing to outrank", word, word.span, &[("code", true)]).unwrap_or_default()
    }

    /// Reports a key that is for codes of another form.
    fn belongs(&self, context: &mut Context<'_>, span: Span, key: &str, fits: bool, to: &str) -> Option<()> {
        self.form?;
        if fits {
            return Some(());
        }
        let message = format!("`{key}` belongs to {to}");
        context.report(span.key(), message, "not for codes of this form", "classify by something else");
        None
    }

    fn digits(
        &mut self,
        context: &mut Context<'_>,
        span: Span,
        spec: &'s ClassSpec,
        digits: &Spanned<DigitsSpec>,
    ) -> Option<Class> {
        let width = if let Some(CodeForm::Digits { width }) = self.form { Some(width) } else { None };
        self.belongs(context, digits.span, "digits", width.is_some(), "codes of `digits`")?;
        let (name, meaning) = described(context, span, spec)?;
        let width = width?;
        let ident =
            if names::method(context, name) { self.types.derive(context, name, name.span) } else { String::new() };
        let positions = positions(digits).filter(|&(from, to)| 1 <= from && from <= to && to <= i64::from(width));
        if positions.is_none() {
            let written = match &digits.value {
                DigitsSpec::Several(text) => text.clone(),
                DigitsSpec::One(number) => number.to_string(),
            };
            let message = format!("{} are no digits of a code", shown(&written));
            let help = format!("write positions from 1 to {width}, such as `1-{width}`, or `1` for one digit");
            context.report(digits.span, message, format!("not within the {width} digits"), help);
        }
        let of = |(from, to): (i64, i64)| Some((u8::try_from(from - 1).ok()?, u8::try_from(to - from + 1).ok()?));
        let place = positions.and_then(of);
        let values = values(context, span, spec, |context, key, text| {
            let odd = !text.chars().all(|c| c.is_ascii_digit());
            if odd || place.is_some_and(|(_, len)| text.len() != usize::from(len)) {
                let message = format!("value {} does not fit class {}", shown(text), shown(name));
                let label = place.map_or("not only digits".to_owned(), |(_, len)| format!("not {len} digits"));
                context.report(key, message, label, "write as many digits as the class has positions");
            }
        });
        let (start, len) = place.unwrap_or_default();
        let by = ClassBy::Digits { width, start, len };
        Some(Class { name: name.value.clone(), ident, meaning, by, outranks: false, values })
    }

    fn range(
        &mut self,
        context: &mut Context<'_>,
        span: Span,
        spec: &'s ClassSpec,
        range: &Spanned<Vec<Spanned<i64>>>,
    ) -> Option<Class> {
        self.belongs(context, range.span, "range", self.form == Some(CodeForm::Integer), "codes that are integers")?;
        let (name, meaning) = described(context, span, spec)?;
        let ident = self.ranges.derive(context, name, name.span);
        let [from, to] = range.as_slice() else {
            let label = format!("{} instead of 2", range.len());
            let help = "write the first and the last code: `range: [1000, 1999]`";
            context.report(range.span, "`range` does not name two codes", label, help);
            return None;
        };
        if from.value > to.value {
            let message = format!("range {} ends before it begins", shown(name));
            context.report(to.span, message, format!("less than {}", from.value), "exchange the two codes");
        } else {
            for other in &self.sound {
                overlap(context, (name, from.value, to.value), *other);
            }
            self.sound.push((name, from.value, to.value));
        }
        let by = ClassBy::Range { from: from.value, to: to.value };
        Some(alone(context, spec, &name.value, ident, meaning, by))
    }

    fn prefix(&mut self, context: &mut Context<'_>, spec: &'s ClassSpec, prefix: &Text) -> Option<Class> {
        self.belongs(context, prefix.span, "prefix", self.form == Some(CodeForm::Text), "codes that are text")?;
        if prefix.is_empty() {
            context.report(prefix.span, "`prefix` is empty", "every code begins so", "write how the codes begin");
        }
        context.quoted_value("prefix", prefix);
        self.prefixes.add(context, prefix, prefix.span);
        let name = named(context, spec.name.as_ref(), prefix);
        let meaning = meaning(context, spec.meaning.as_ref());
        Some(alone(context, spec, &name, String::new(), meaning, ClassBy::Prefix(prefix.value.clone())))
    }

    fn member(
        context: &mut Context<'_>,
        span: Span,
        spec: &'s ClassSpec,
        at: &Spanned<OneOrMany<String>>,
    ) -> Option<Class> {
        let reader = ItemReader { named: true };
        let paths: Vec<_> = at.values().iter().filter_map(|text| reader.path(context, text)).collect();
        let Some(first) = at.values().first() else {
            context.report(at.span, "`at` is an empty list", "no path", "name a member beside the code");
            return None;
        };
        let name = named(context, spec.name.as_ref(), first);
        let meaning = meaning(context, spec.meaning.as_ref());
        let values = values(context, span, spec, |context, key, text| {
            if text.is_empty() {
                context.report(key, "a value is empty", "no text", "write the member's text, as it stands in the body");
            }
        });
        let by = ClassBy::Member(paths);
        Some(Class { name, ident: String::new(), meaning, by, outranks: false, values })
    }
}

/// The name and the meaning of a class, both of which are required here.
fn described<'s>(context: &mut Context<'_>, span: Span, spec: &'s ClassSpec) -> Option<(&'s Text, String)> {
    for (key, missing) in [("name", spec.name.is_none()), ("meaning", spec.meaning.is_none())] {
        if missing {
            let help = format!("add `{key}: ...`");
            context.report(span, format!("a class has no `{key}`"), format!("`{key}` is missing"), help);
        }
    }
    let meaning = meaning(context, spec.meaning.as_ref());
    spec.name.as_ref().map(|name| (name, meaning))
}

/// Parses the first and the last position, from 1.
fn positions(digits: &DigitsSpec) -> Option<(i64, i64)> {
    match digits {
        DigitsSpec::One(number) => Some((*number, *number)),
        DigitsSpec::Several(text) => {
            let (from, to) = text.split_once('-').unwrap_or((text, text));
            Some((from.trim().parse().ok()?, to.trim().parse().ok()?))
        }
    }
}

/// The given text, or a placeholder if it is missing, which is reported.
fn named(context: &mut Context<'_>, name: Option<&Text>, otherwise: &str) -> String {
    name.map_or_else(
        || otherwise.to_owned(),
        |name| {
            context.heading("`name`", name);
            name.value.clone()
        },
    )
}

fn meaning(context: &mut Context<'_>, meaning: Option<&Text>) -> String {
    meaning.map_or_else(String::new, |meaning| {
        context.filled("`meaning`", meaning);
        meaning.value.clone()
    })
}

/// The value of a class that has a single one, described by the class itself.
fn alone(
    context: &mut Context<'_>,
    spec: &ClassSpec,
    name: &str,
    ident: String,
    meaning: String,
    by: ClassBy,
) -> Class {
    if let Some(values) = &spec.values {
        let help = "write its `kind`, `topic`, `retry` and `audience` beside `name`";
        context.report(values.span.key(), format!("class {} has `values`", shown(name)), "it has one value only", help);
    }
    let what = format!("class {}", shown(name));
    let (kind, topic, audience) = (spec.kind.as_ref(), spec.topic.as_ref(), spec.audience.as_ref());
    let advised = vocabulary::advised(context, kind, topic, &spec.retry_keys(), audience);
    let success = success(context, &what, spec.kind.as_ref(), &advised, spec.success.as_ref());
    let value = ClassValue {
        text: String::new(),
        name: name.to_owned(),
        ident: String::new(),
        meaning: meaning.clone(),
        success,
        note: spec.note.as_ref().is_some_and(|note| note.value),
        advised,
    };
    Class { name: name.to_owned(), ident, meaning, by, outranks: false, values: vec![value] }
}

/// The values of a class with several values.
fn values(
    context: &mut Context<'_>,
    span: Span,
    spec: &ClassSpec,
    mut fits: impl FnMut(&mut Context<'_>, Span, &str),
) -> Vec<ClassValue> {
    let own = [
        ("kind", spec.kind.as_ref().map(|word| word.span)),
        ("topic", spec.topic.as_ref().map(|word| word.span)),
        ("retry", spec.retry.as_ref().map(|retry| retry.span)),
        ("because", spec.because.as_ref().map(|reason| reason.span)),
        ("effect", spec.effect.as_ref().map(|effect| effect.span)),
        ("wait", spec.wait.as_ref().map(|wait| wait.span)),
        ("stated", spec.stated.as_ref().map(|stated| stated.span)),
        ("audience", spec.audience.as_ref().map(|word| word.span)),
        ("success", spec.success.as_ref().map(|success| success.span)),
        ("note", spec.note.as_ref().map(|note| note.span)),
    ];
    for (key, span) in own {
        if let Some(span) = span {
            let message = format!("`{key}` belongs to the values of the class");
            context.report(span, message, "which value is meant?", "move it to the values for which it holds");
        }
    }
    let Some(table) = &spec.values else {
        let help = "name what can stand there: `values: { card_error: { kind: failed_precondition } }`";
        context.report(span, "a class has no `values`", "says nothing", help);
        return Vec::new();
    };
    let is_enum = spec.digits.is_some();
    let mut names = Names::variants("value", names::ONE_OF_THEM);
    let mut once = Once::new("value");
    let mut values = Vec::new();
    for (text, spec) in &table.value {
        let key = spec.span.key();
        let new = once.add(context, text, key);
        context.quoted_key(spec.span, "value", text);
        fits(context, key, text);
        values.push(value(context, text, spec, (is_enum && new).then_some(&mut names)));
        if is_enum {
            for (key, missing) in [("name", spec.name.is_none()), ("meaning", spec.meaning.is_none())] {
                if missing {
                    let message = format!("value {} has no `{key}`", shown(text));
                    context.report(
                        spec.span.key(),
                        message,
                        format!("`{key}` is missing"),
                        format!("add `{key}: ...`"),
                    );
                }
            }
        }
    }
    values
}

fn value(context: &mut Context<'_>, text: &str, spec: &ClassValueSpec, names: Option<&mut Names>) -> ClassValue {
    let ident = match (names, &spec.name) {
        (Some(names), Some(name)) => names.derive(context, name, name.span),
        _ => String::new(),
    };
    let name = spec.name.as_ref().map_or_else(|| text.to_owned(), |name| name.value.clone());
    let meaning = meaning(context, spec.meaning.as_ref());
    let (kind, topic, audience) = (spec.kind.as_ref(), spec.topic.as_ref(), spec.audience.as_ref());
    let advised = vocabulary::advised(context, kind, topic, &spec.retry_keys(), audience);
    let what = format!("value {}", shown(text));
    let success = success(context, &what, spec.kind.as_ref(), &advised, spec.success.as_ref());
    let note = spec.note.as_ref().is_some_and(|note| note.value);
    ClassValue { text: text.to_owned(), name, ident, meaning, success, note, advised }
}

/// Checks `success`, which must not contradict the kind.
fn success(
    context: &mut Context<'_>,
    what: &str,
    kind: Option<&Text>,
    advised: &Advised,
    success: Option<&Spanned<bool>>,
) -> Option<bool> {
    if let Some(kind) = kind {
        let decision = success.map(|success| (success.value, success.span));
        vocabulary::kind_fits(context, kind.span, what, advised.kind, decision);
    }
    success.map(|success| success.value)
}

/// Reports ranges that overlap although neither contains the other.
fn overlap(
    context: &mut Context<'_>,
    (name, from, to): (&Text, i64, i64),
    (other_name, other_from, other_to): (&Text, i64, i64),
) {
    let apart = to < other_from || other_to < from;
    let same = (from, to) == (other_from, other_to);
    let inside = other_from <= from && to <= other_to || from <= other_from && other_to <= to;
    if apart || !same && inside {
        return;
    }
    let message = format!("range {} overlaps {} without lying inside it", shown(name), shown(other_name));
    let help = "make them disjoint, or one part of the other";
    let related = (other_name.span, format!("{other_from} to {other_to}"));
    context.report_with(name.span, message, format!("{from} to {to}"), help, related);
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, expect_form as form, model};
    use crate::model::ClassBy;

    fn ranges(ranges: &str, wanted: &[&str]) {
        let all = "- { name: all, range: [0, 99], meaning: M. }";
        form(&format!("integer\nclasses:\n  {all}\n  {ranges}"), wanted);
    }

    #[test]
    fn ranges_nest_or_stay_apart() {
        ranges("- { name: inner, range: [0, 9], meaning: M. }\n  - { name: next, range: [10, 10], meaning: M. }", &[]);
        let overlap = &["range `r` overlaps `all` without lying inside it"];
        ranges("- { name: r, range: [99, 100], meaning: M. }", overlap);
        ranges("- { name: r, range: [0, 99], meaning: M. }", overlap);
        ranges("- { name: r, range: [9, 8], meaning: M. }", &["range `r` ends before it begins"]);
        ranges("- { name: r, range: [9], meaning: M. }", &["`range` does not name two codes"]);
        ranges(
            "- { name: All, range: [5, 8], meaning: '' }",
            &["class `All` has the Rust name `All` of `all` too", "`meaning` is empty"],
        );
        ranges("- { name: r, range: [5, 8], meaning: M., kind: unavaliable }", &["unknown kind `unavaliable`"]);
        ranges("- { range: [5, 8] }", &["a class has no `name`", "a class has no `meaning`"]);
        ranges("- { name: r, range: [5, 8], meaning: M., values: {} }", &["class `r` has `values`"]);
    }

    fn digits(class: &str, wanted: &[&str]) {
        let first = "- { name: first, digits: 1, meaning: M., values: { '1': { name: one, meaning: M. } } }";
        form(&format!("{{ digits: 2 }}\nclasses:\n  {first}\n  {class}"), wanted);
    }

    #[test]
    fn digits_lie_within_the_code() {
        for positions in ["0-1", "2-1", "2-3", "3", "two", "'1-'"] {
            let class = format!(
                "- {{ name: g, digits: {positions}, meaning: M., values: {{ '7': {{ name: a, meaning: M. }} }} }}"
            );
            let positions = positions.trim_matches('\'');
            digits(&class, &[&format!("`{positions}` are no digits of a code")]);
        }
        digits("- { name: whole, digits: 1-2, meaning: M., values: {} }", &[]);
        digits("- { name: whole, digits: 1-2, meaning: M. }", &["a class has no `values`"]);
        digits(
            "- { name: a1, digits: 1-2, meaning: M., values: {} }\n  - { name: a_1, digits: 1-2, meaning: M., values: {} }",
            &["class `a_1` has the Rust name `A1` of `a1` too"],
        );
    }

    #[test]
    fn values_have_the_width_of_their_class() {
        let value = |values: &str, wanted: &[&str]| {
            digits(&format!("- {{ name: g, digits: 1-2, meaning: M., values: {{ {values} }} }}"), wanted);
        };
        value("'07': { name: a, meaning: M. }, '08': { name: b, meaning: M. }", &[]);
        value("'7': { name: a, meaning: M. }", &["value `7` does not fit class `g`"]);
        value("'x7': { name: a, meaning: M. }", &["value `x7` does not fit class `g`"]);
        value("'07': { meaning: M. }", &["value `07` has no `name`"]);
        value(
            "'07': { name: a, meaning: M. }, '08': { name: A, meaning: M. }",
            &["value `A` has the Rust name `A` of `a` too"],
        );
        value(
            "'07': { name: a, meaning: M., success: true, kind: internal }",
            &["value `07` means success, but its kind is `internal`"],
        );
    }

    #[test]
    fn a_class_looks_at_one_thing_that_codes_have() {
        let text = |class: &str, wanted: &[&str]| {
            expect(&[("code: text", &format!("code: text\nclasses:\n  - {class}"))], wanted);
        };
        text("{ prefix: ORD, kind: not_found }", &[]);
        text("{ at: type, values: { card_error: { kind: internal, audience: customer } } }", &[]);
        text("{ at: [type, '@name'], outranks: code, values: { a: {} } }", &[]);
        text("{ name: a }", &["a class does not say what it looks at"]);
        text("{ prefix: A, at: type }", &["a class has both `prefix` and `at`"]);
        text("{ prefix: '' }", &["`prefix` is empty"]);
        text("{ prefix: A }\n  - { prefix: A }", &["duplicate prefix `A`"]);
        text("{ at: type, values: { a: {} }, kind: internal }", &["`kind` belongs to the values of the class"]);
        text("{ at: 'type[*]', values: { a: {} } }", &["path `type[*]` leads to several places"]);
        text("{ at: type, outranks: status, values: { a: {} } }", &["unknown thing to outrank `status`"]);
        text("{ at: type }", &["a class has no `values`"]);
        text("{ name: r, range: [1, 2], meaning: M. }", &["`range` belongs to codes that are integers"]);
        text("{ name: g, digits: 1, meaning: M., values: {} }", &["`digits` belongs to codes of `digits`"]);
        form("integer\nclasses:\n  - { prefix: A }", &["`prefix` belongs to codes that are text"]);
        form("integers\nclasses:\n  - { prefix: A }", &["unknown form of code `integers`"]);
    }

    #[test]
    fn what_looks_at_the_code_comes_first() {
        let classes = "code: text\nclasses:\n  - { at: type, values: { a: {} } }\n  - { prefix: B }\n  - { prefix: A }";
        let classes = model(&[("code: text", classes)]).classes;
        assert!(matches!(&classes[2].by, ClassBy::Member(paths) if paths.len() == 1));
        assert_eq!((classes[0].name.as_str(), classes[1].name.as_str(), classes[2].name.as_str()), ("B", "A", "type"));
    }
}

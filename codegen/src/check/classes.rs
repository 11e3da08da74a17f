//! Checks `classes`, which classify codes by their parts or by other members of the item.

#[cfg(test)]
mod tests;
mod values;

use super::context::{Context, Once};
use super::items::ItemReader;
use super::names::{self, Names};
use super::vocabulary;
use crate::model::{Class, ClassBy, CodeForm};
use crate::schema::{Catalog, ClassSpec, DigitsSpec, OneOrMany, Spanned, Text};
use crate::words::shown;
use crate::yaml::Span;
use values::{meaning, single, values};

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
        Some(single(context, spec, &name.value, ident, meaning, by))
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
        Some(single(context, spec, &name, String::new(), meaning, ClassBy::Prefix(prefix.value.clone())))
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

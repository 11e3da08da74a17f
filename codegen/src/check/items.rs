//! Checks items: the paths of errors in an envelope, and of the parts of an error.

use super::context::Context;
use super::paths::{self, Base};
use super::{conditions, status_test};
use crate::model::{CodePath, ItemPath, Items, Path, Step};
use crate::schema::{CodeSource, ItemsSpec, MadeCode, OneOrMany, Spanned, Table, Text};
use crate::words::shown;
use crate::yaml::Span;

/// Descriptions of items that places share with `as`.
pub(super) struct Descriptions<'a> {
    table: &'a Table<ItemsSpec>,
    used: Vec<&'a str>,
}

impl<'a> Descriptions<'a> {
    /// Those of the file.
    pub(super) const fn new(table: &'a Table<ItemsSpec>) -> Self {
        Self { table, used: Vec::new() }
    }

    /// Checks a place of items. Its own keys override those of the description in `as`.
    pub(super) fn place(&mut self, context: &mut Context<'_>, spec: &Spanned<ItemsSpec>) -> Option<Items> {
        let described = spec.described.as_ref().and_then(|name| self.described(context, name));
        let Some(at) = &spec.at else {
            context.report(spec.span.key(), "this entry of `items` has no `at`", "`at` is missing", "add `at: ...`");
            return None;
        };
        Place { own: spec, described }.check(context, at)
    }

    fn described(&mut self, context: &mut Context<'_>, name: &Text) -> Option<&'a ItemsSpec> {
        let found = self.table.into_iter().find(|(known, _)| *known == name.value);
        let Some((known, spec)) = found else {
            context.unknown(name.span, "description of items", name, self.table.keys());
            return None;
        };
        self.used.push(known);
        Some(&spec.value)
    }

    /// Reports descriptions that no place uses, and keys in descriptions that only places may have.
    pub(super) fn unused(&self, context: &mut Context<'_>) {
        for (name, spec) in self.table {
            if !self.used.contains(&name.as_str()) {
                let message = format!("the items {} are used by no envelope", shown(name));
                let help = format!("write `as: {name}` beside an `at`, or take it out");
                context.report(spec.span.key(), message, "not used", help);
            }
            let of_places =
                spec.at.as_ref().map(|at| at.span).into_iter().chain(spec.described.as_ref().map(|it| it.span));
            for span in of_places {
                let help = "write it in an envelope, beside `as`";
                context.report(span.key(), "`items` of the file say neither `at` nor `as`", "belongs to a place", help);
            }
        }
    }
}

/// A place, and the description that it uses.
struct Place<'a> {
    own: &'a ItemsSpec,
    described: Option<&'a ItemsSpec>,
}

impl<'a> Place<'a> {
    /// The value of a key in the place, else in its description.
    fn said<T>(&self, key: impl Fn(&'a ItemsSpec) -> Option<&'a T>) -> Option<&'a T> {
        key(self.own).or_else(|| key(self.described?))
    }

    fn check(&self, context: &mut Context<'_>, at: &Spanned<OneOrMany<String>>) -> Option<Items> {
        let read = |context: &mut Context<'_>, text: &Text| paths::read(context, text.span, text, Base::Root, true);
        let paths = each(context, "at", Some(at), read);
        let when = self.said(|spec| spec.when.as_ref());
        let http = self.said(|spec| spec.http.as_ref());
        if when.is_none() && http.is_none() && paths.iter().any(|path| path.steps.is_empty()) {
            let help = "add a test: `if: { code: scalar }`";
            context.report(at.span, "an item at `$` has no `if`", "every body would be an error", help);
        }
        // If `at` is malformed, it is not known whether `@name` is allowed, so it is not reported.
        let named = paths.len() < at.values().len() || paths.iter().all(|path| path.steps.contains(&Step::EachMember));
        let reader = ItemReader { named };
        let when = when.map(|test| conditions::check(context, test, Base::Item));
        let when = status_test::beside(context, when, http);
        let code = self.said(|spec| spec.code.as_ref());
        let code = each(context, "code", code, |context, source| reader.code(context, source));
        let mut plain = |key: &str, said: Option<&Spanned<OneOrMany<String>>>| {
            each(context, key, said, |context, text| reader.path(context, text))
        };
        let detail_code = plain("detail_code", self.said(|spec| spec.detail_code.as_ref()));
        let parent_code = plain("parent_code", self.said(|spec| spec.parent_code.as_ref()));
        let message = plain("message", self.said(|spec| spec.message.as_ref()));
        let status = plain("item_status", self.said(|spec| spec.item_status.as_ref()));
        let id = plain("id", self.said(|spec| spec.id.as_ref()));
        let field = plain("field", self.said(|spec| spec.field.as_ref()));
        let fields = self.said(|spec| spec.fields_at.as_ref());
        let mut fields_at = plain("fields_at", fields);
        if let Some(spec) = fields.filter(|_| fields_at.contains(&ItemPath::MemberName)) {
            let help = "name a member, or write `@`";
            context.report(spec.span, "`fields_at` cannot be `@name`", "a name has no members", help);
        } else if fields_at.is_empty() {
            fields_at.push(ItemPath::Path(Path::default()));
        }
        let note = self.said(|spec| spec.note.as_ref()).is_some_and(|note| *note);
        let at = Some(paths).filter(|paths| !paths.is_empty())?;
        Some(Items { at, when, code, detail_code, parent_code, message, status, id, field, fields_at, note })
    }
}

/// What the paths of an item may use: `@name` only if the item is the value of a member.
pub(crate) struct ItemReader {
    pub(crate) named: bool,
}

/// Checks one value or a sequence of them; an empty sequence is reported.
fn each<S, T>(
    context: &mut Context<'_>,
    key: &str,
    specs: Option<&Spanned<OneOrMany<S>>>,
    mut read: impl FnMut(&mut Context<'_>, &Spanned<S>) -> Option<T>,
) -> Vec<T> {
    let Some(specs) = specs else { return Vec::new() };
    if specs.values().is_empty() {
        let help = "name a path, or take the key out";
        context.report(specs.span, format!("`{key}` is an empty list"), "no path", help);
    }
    specs.values().iter().filter_map(|spec| read(context, spec)).collect()
}

impl ItemReader {
    pub(crate) fn path(&self, context: &mut Context<'_>, text: &Text) -> Option<ItemPath> {
        self.path_at(context, text.span, text)
    }

    fn path_at(&self, context: &mut Context<'_>, span: Span, text: &str) -> Option<ItemPath> {
        if text != "@name" {
            let (from, path) = paths::read_from(context, span, text, Base::Item, false)?;
            return Some(if from == Base::Root { ItemPath::Root(path) } else { ItemPath::Path(path) });
        }
        if !self.named {
            let help = "let `at` go through `.*`, as in `$.errors.*`, or name a member";
            context.report(span, "`@name` stands where items have no name", "`at` has no `.*`", help);
        }
        Some(ItemPath::MemberName)
    }

    fn code(&self, context: &mut Context<'_>, source: &Spanned<CodeSource>) -> Option<CodePath> {
        match &source.value {
            CodeSource::Path(text) => self.path_at(context, source.span, text).map(CodePath::Value),
            CodeSource::Made(made) => self.made(context, source.span, made),
        }
    }

    fn made(&self, context: &mut Context<'_>, span: Span, made: &MadeCode) -> Option<CodePath> {
        if let Some(separator) = made.separator.as_ref().filter(|_| made.pair.is_none()) {
            let key = separator.span.key();
            context.report(key, "`separator` belongs to `pair`", "nothing to separate", "take it out");
        }
        match (&made.last_segment, &made.pair) {
            (Some(text), None) => self.path(context, text).map(CodePath::LastSegment),
            (None, Some(pair)) => {
                let mut paths = Vec::new();
                for text in pair.iter() {
                    paths.extend(self.path(context, text));
                }
                if pair.len() != 2 {
                    let label = format!("{} instead of 2", pair.len());
                    let help = "write `pair: [domain, reason]`";
                    context.report(pair.span, "`pair` does not name two paths", label, help);
                    return None;
                }
                let separator = made.separator.as_ref().map_or_else(|| ".".to_owned(), |text| text.value.clone());
                let (code, namespace) = (paths.pop()?, paths.pop()?);
                Some(CodePath::Pair { namespace, code, separator })
            }
            (both, _) => {
                let which =
                    if both.is_some() { "both `last_segment` and `pair`" } else { "neither `last_segment` nor `pair`" };
                let help = "write `{ last_segment: type }` or `{ pair: [domain, reason] }`";
                context.report(span, format!("a code is made of {which}"), "not one way", help);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use crate::model::{CodePath, ItemPath, Path, Step};

    const CODE: &str = "        code: code\n";

    fn member(name: &str) -> ItemPath {
        ItemPath::Path(Path { steps: vec![Step::Member(name.to_owned())] })
    }

    fn code(code: &str, wanted: &[&str]) {
        expect(&[(CODE, &format!("        code: {code}\n"))], wanted);
    }

    #[test]
    fn codes_come_from_paths_segments_and_pairs() {
        let codes = "        code: [code, { last_segment: type }, { pair: [domain, reason] }, { pair: [a, b], separator: / }]\n";
        let pair = |namespace, code, separator: &str| CodePath::Pair {
            namespace: member(namespace),
            code: member(code),
            separator: separator.to_owned(),
        };
        let items = model(&[(CODE, codes)]).envelopes[0].items[0].clone();
        assert_eq!(
            items.code,
            [
                CodePath::Value(member("code")),
                CodePath::LastSegment(member("type")),
                pair("domain", "reason", "."),
                pair("a", "b", "/"),
            ]
        );
        assert_eq!(items.fields_at, [ItemPath::Path(Path::default())]);
    }

    #[test]
    fn malformed_codes_are_reported() {
        code("{ pair: [a] }", &["`pair` does not name two paths"]);
        code("{ pair: [a, b, $.c.] }", &["`pair` does not name two paths", "malformed path `$.c.`"]);
        code("{}", &["a code is made of neither `last_segment` nor `pair`"]);
        code("{ last_segment: a, pair: [a, b] }", &["a code is made of both `last_segment` and `pair`"]);
        code("{ last_segment: a, separator: / }", &["`separator` belongs to `pair`"]);
        code("[]", &["`code` is an empty list"]);
        code("a[*]", &["path `a[*]` leads to several places"]);
        code("$.code", &[]);
    }

    #[test]
    fn names_of_members_need_members() {
        expect(&[(CODE, "        field: '@name'\n")], &["`@name` stands where items have no name"]);
        let at = ("$.errors[*]", "$.errors.*[*]");
        let items = model(&[at, (CODE, "        field: '@name'\n")]).envelopes[0].items[0].clone();
        assert_eq!(items.field, [ItemPath::MemberName]);
        expect(&[at, (CODE, "        fields_at: '@name'\n")], &["`fields_at` cannot be `@name`"]);
    }

    #[test]
    fn items_stand_somewhere_and_not_everywhere() {
        expect(&[("$.errors[*]", "$")], &["an item at `$` has no `if`"]);
        expect(&[("at: $.errors[*]", "at: $\n        if: { code: scalar }")], &[]);
        expect(&[("$.errors[*]", "'@.errors[*]'")], &["malformed path `@.errors[*]`"]);
    }
}

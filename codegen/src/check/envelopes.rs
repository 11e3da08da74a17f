//! Envelopes: where errors stand in bodies.

use super::context::{Context, Once};
use super::paths::{self, Base};
use super::{conditions, vocabulary, writing};
use crate::model::{CodePath, Envelope, ItemPath, Items, Path, Step, TextRole};
use crate::schema::{Catalog, CodeSource, EnvelopeSpec, ItemsSpec, MadeCode, OneOrMany, Spanned, Text};
use crate::words::shown;
use crate::yaml::Span;

/// Reads `envelopes`.
pub(crate) fn check(context: &mut Context<'_>, catalog: &Catalog) -> Vec<Envelope> {
    let specs = &catalog.envelopes;
    let mut once = Once::new("envelope");
    if specs.is_empty() {
        let help = "say where a body has its errors";
        context.report(specs.span, "there are no envelopes", "no body can be read", help);
    }
    let mut envelopes = Vec::new();
    for spec in specs.iter() {
        context.heading("the envelope's name", &spec.name);
        once.add(context, &spec.name, spec.name.span);
        envelopes.push(envelope(context, spec));
    }
    envelopes
}

fn envelope(context: &mut Context<'_>, spec: &EnvelopeSpec) -> Envelope {
    if spec.items.is_empty() && spec.success.is_none() {
        let message = format!("envelope {} has neither `items` nor `success`", shown(&spec.name));
        let help = "say where its errors stand, or what tells a success";
        context.report(spec.name.span, message, "fits no body", help);
    }
    let when = spec.when.as_ref().map(|spec| conditions::check(context, spec, Base::Root));
    let success = spec.success.as_ref().map(|spec| conditions::check(context, spec, Base::Root));
    let items: Vec<_> = spec.items.iter().filter_map(|spec| items(context, spec)).collect();
    let mut once = Once::new("kept member");
    let mut keep = Vec::new();
    for text in &spec.keep {
        let Some(path) = paths::read(context, text.span, text, Base::Root, false) else { continue };
        if path.steps.is_empty() {
            let help = "name members of the body; the body itself is always at hand";
            context.report(text.span, "`keep` names the whole body", "no member", help);
        } else if once.add(context, text, text.span) {
            keep.push(path);
        }
    }
    let write = writing::check(context, &spec.write, &items);
    Envelope { name: spec.name.value.clone(), when, items, success, partial: spec.partial, keep, write }
}

/// What paths of an item may do: whether it is found under a member's name.
struct ItemReader {
    named: bool,
}

fn items(context: &mut Context<'_>, spec: &ItemsSpec) -> Option<Items> {
    let path = paths::read(context, spec.at.span, &spec.at, Base::Root, true);
    if spec.when.is_none() && path.as_ref().is_some_and(|path| path.steps.is_empty()) {
        let help = "add a test: `if: { code: scalar }`";
        context.report(spec.at.span, "an item at `$` has no `if`", "every body would be an error", help);
    }
    // Of a malformed `at` nobody knows; its correction shows whether `@name` can stand.
    let named = path.as_ref().is_none_or(|path| path.steps.contains(&Step::EachMember));
    let reader = ItemReader { named };
    let when = spec.when.as_ref().map(|test| conditions::check(context, test, Base::Item));
    let roles = [("code", TextRole::Code), ("message", TextRole::Message)];
    let text = spec.text.as_ref();
    let text = text.and_then(|word| vocabulary::choose(context, "text role", word, word.span, &roles));
    let code = each(context, "code", spec.code.as_ref(), |context, source| reader.code(context, source));
    let mut plain = |key: &str, paths: &Option<Spanned<OneOrMany<String>>>| {
        each(context, key, paths.as_ref(), |context, text| reader.path(context, text))
    };
    let message = plain("message", &spec.message);
    let status = plain("status", &spec.status);
    let id = plain("id", &spec.id);
    let field = plain("field", &spec.field);
    let mut fields_at = plain("fields_at", &spec.fields_at);
    if let Some(spec) = spec.fields_at.as_ref().filter(|_| fields_at.contains(&ItemPath::MemberName)) {
        let help = "name a member, or write `@`";
        context.report(spec.span, "`fields_at` cannot be `@name`", "a name has no members", help);
    } else if fields_at.is_empty() {
        fields_at.push(ItemPath::Path(Path::default()));
    }
    Some(Items { at: path?, when, code, message, status, id, field, fields_at, text, neutral: spec.neutral })
}

/// Reads one thing or a list of them; an empty list is reported.
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
    fn path(&self, context: &mut Context<'_>, text: &Text) -> Option<ItemPath> {
        self.path_at(context, text.span, text)
    }

    fn path_at(&self, context: &mut Context<'_>, span: Span, text: &str) -> Option<ItemPath> {
        if text != "@name" {
            return paths::read(context, span, text, Base::Item, false).map(ItemPath::Path);
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
        code("{ pair: [a, b, $.c] }", &["`pair` does not name two paths", "malformed path `$.c`"]);
        code("{}", &["a code is made of neither `last_segment` nor `pair`"]);
        code("{ last_segment: a, pair: [a, b] }", &["a code is made of both `last_segment` and `pair`"]);
        code("{ last_segment: a, separator: / }", &["`separator` belongs to `pair`"]);
        code("[]", &["`code` is an empty list"]);
        code("a[*]", &["path `a[*]` leads to several places"]);
        code("$.code", &["malformed path `$.code`"]);
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
        expect(&[(CODE, "        text: massage\n")], &["unknown text role `massage`"]);
    }

    #[test]
    fn envelopes_fit_something_and_have_one_name() {
        let list = "  - name: list\n";
        expect(&[(list, "  - name: none\n  - name: list\n")], &["envelope `none` has neither `items` nor `success`"]);
        expect(
            &[(list, "  - name: list\n    success: { a: present }\n  - name: list\n")],
            &["duplicate envelope `list`"],
        );
        expect(&[(list, "  - name: ''\n")], &["the envelope's name is empty"]);
    }

    #[test]
    fn kept_members_are_members() {
        let keep = |keep: &str| format!("    success: {{ data: object }}\n    keep: {keep}");
        expect(&[("    success: { data: object }", &keep("[a.b, $.c]"))], &[]);
        expect(
            &[("    success: { data: object }", &keep("[$, 'a[*]', a, a]"))],
            &["`keep` names the whole body", "path `a[*]` leads to several places", "duplicate kept member `a`"],
        );
    }
}

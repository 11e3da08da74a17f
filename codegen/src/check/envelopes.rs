//! Envelopes: where errors stand in bodies.

use super::context::{At, Context, Once, shown};
use super::paths::{self, Base};
use super::{conditions, vocabulary, writing};
use crate::finding::Place;
use crate::model::{CodePath, Envelope, ItemPath, Items, Path, Step, TextRole};
use crate::schema::{Catalog, CodeSource, EnvelopeSpec, ItemsSpec, MadeCode, OneOrMany};

/// Reads `envelopes`.
pub(crate) fn check(context: &mut Context<'_>, catalog: &Catalog) -> Vec<Envelope> {
    let at = At::default().key("envelopes");
    let mut once = Once::new("envelope");
    if catalog.envelopes.is_empty() {
        let place = context.value(&at);
        context.report(place, "there are no envelopes", "no body can be read", "say where a body has its errors");
    }
    let mut envelopes = Vec::new();
    for (index, spec) in catalog.envelopes.iter().enumerate() {
        let at = at.index(index);
        let name = at.key("name");
        context.heading(&name, "the envelope's name", &spec.name);
        let place = context.value(&name);
        once.add(context, &spec.name, place);
        envelopes.push(envelope(context, &at, spec));
    }
    envelopes
}

fn envelope(context: &mut Context<'_>, at: &At, spec: &EnvelopeSpec) -> Envelope {
    let condition = |context: &mut Context<'_>, key: &'static str, spec: &Option<_>| {
        spec.as_ref().map(|spec| conditions::check(context, &at.key(key), spec, Base::Root))
    };
    if spec.items.is_empty() && spec.success.is_none() {
        let place = context.value(&at.key("name"));
        let message = format!("envelope {} has neither `items` nor `success`", shown(&spec.name));
        context.report(place, message, "fits no body", "say where its errors stand, or what tells a success");
    }
    let when = condition(context, "when", &spec.when);
    let success = condition(context, "success", &spec.success);
    let each = spec.items.iter().enumerate();
    let items: Vec<_> = each.filter_map(|(index, spec)| items(context, &at.key("items").index(index), spec)).collect();
    let mut once = Once::new("kept member");
    let mut keep = Vec::new();
    for (index, text) in spec.keep.iter().enumerate() {
        let place = context.value(&at.key("keep").index(index));
        let Some(path) = paths::read(context, &place, text, Base::Root, false) else { continue };
        if path.steps.is_empty() {
            let help = "name members of the body; the body itself is always at hand";
            context.report(place, "`keep` names the whole body", "no member", help);
        } else if once.add(context, text, place) {
            keep.push(path);
        }
    }
    let write = writing::check(context, &at.key("write"), &spec.write, &items);
    Envelope { name: spec.name.clone(), when, items, success, partial: spec.partial, keep, write }
}

/// What paths of an item may do: whether it is found under a member's name.
struct ItemReader {
    named: bool,
}

fn items(context: &mut Context<'_>, at: &At, spec: &ItemsSpec) -> Option<Items> {
    let place = context.value(&at.key("at"));
    let path = paths::read(context, &place, &spec.at, Base::Root, true);
    if spec.when.is_none() && path.as_ref().is_some_and(|path| path.steps.is_empty()) {
        let help = "add a test: `if: { code: scalar }`";
        context.report(place, "an item at `$` has no `if`", "every body would be an error", help);
    }
    // Of a malformed `at` nobody knows; its mending shows whether `@name` can stand.
    let named = path.as_ref().is_none_or(|path| path.steps.contains(&Step::EachMember));
    let reader = ItemReader { named };
    let when = spec.when.as_ref().map(|test| conditions::check(context, &at.key("if"), test, Base::Item));
    let roles = [("code", TextRole::Code), ("message", TextRole::Message)];
    let text = spec.text.as_ref();
    let text = text.and_then(|word| vocabulary::choose(context, &at.key("text"), "text role", word, &roles));
    let code = each(context, at, "code", spec.code.as_ref(), |context, at, source| reader.code(context, at, source));
    let mut plain = |key: &'static str, paths: &Option<OneOrMany<String>>| {
        each(context, at, key, paths.as_ref(), |context, at, text| reader.path_at(context, at, text))
    };
    let message = plain("message", &spec.message);
    let status = plain("status", &spec.status);
    let id = plain("id", &spec.id);
    let field = plain("field", &spec.field);
    let mut fields_at = plain("fields_at", &spec.fields_at);
    if fields_at.contains(&ItemPath::MemberName) {
        let place = context.value(&at.key("fields_at"));
        context.report(place, "`fields_at` cannot be `@name`", "a name has no members", "name a member, or write `@`");
    } else if fields_at.is_empty() {
        fields_at.push(ItemPath::Path(Path::default()));
    }
    let (at, neutral) = (path?, spec.neutral);
    Some(Items { at, when, code, message, status, id, field, fields_at, text, neutral })
}

/// Reads one thing or a list of them; an empty list is reported.
fn each<S, T>(
    context: &mut Context<'_>,
    at: &At,
    key: &'static str,
    specs: Option<&OneOrMany<S>>,
    mut read: impl FnMut(&mut Context<'_>, &At, &S) -> Option<T>,
) -> Vec<T> {
    let at = at.key(key);
    let Some(specs) = specs else { return Vec::new() };
    if specs.entries().next().is_none() {
        let place = context.value(&at);
        context.report(place, format!("`{key}` is an empty list"), "no path", "name a path, or take the key out");
    }
    specs.entries().filter_map(|(index, spec)| read(context, &at.item(index), spec)).collect()
}

impl ItemReader {
    fn path_at(&self, context: &mut Context<'_>, at: &At, text: &str) -> Option<ItemPath> {
        let place = context.value(at);
        self.path(context, &place, text)
    }

    fn path(&self, context: &mut Context<'_>, place: &Place, text: &str) -> Option<ItemPath> {
        if text != "@name" {
            return paths::read(context, place, text, Base::Item, false).map(ItemPath::Path);
        }
        if !self.named {
            let help = "let `at` go through `.*`, as in `$.errors.*`, or name a member";
            let message = "`@name` stands where items have no name";
            context.report(place.clone(), message, "`at` has no `.*`", help);
        }
        Some(ItemPath::MemberName)
    }

    fn code(&self, context: &mut Context<'_>, at: &At, source: &CodeSource) -> Option<CodePath> {
        match source {
            CodeSource::Path(text) => self.path_at(context, at, text).map(CodePath::Value),
            CodeSource::Made(made) => self.made(context, at, made),
        }
    }

    fn made(&self, context: &mut Context<'_>, at: &At, made: &MadeCode) -> Option<CodePath> {
        if made.separator.is_some() && made.pair.is_none() {
            let place = context.key(&at.key("separator"));
            context.report(place, "`separator` belongs to `pair`", "nothing to separate", "take it out");
        }
        match (&made.last_segment, &made.pair) {
            (Some(text), None) => self.path_at(context, &at.key("last_segment"), text).map(CodePath::LastSegment),
            (None, Some(pair)) => {
                let at = at.key("pair");
                let mut paths = Vec::new();
                for (index, text) in pair.iter().enumerate() {
                    paths.extend(self.path_at(context, &at.index(index), text));
                }
                if pair.len() != 2 {
                    let place = context.value(&at);
                    let label = format!("{} instead of 2", pair.len());
                    context.report(place, "`pair` does not name two paths", label, "write `pair: [domain, reason]`");
                    return None;
                }
                let separator = made.separator.clone().unwrap_or_else(|| ".".to_owned());
                let (code, namespace) = (paths.pop()?, paths.pop()?);
                Some(CodePath::Pair { namespace, code, separator })
            }
            (both, _) => {
                let place = context.value(at);
                let which =
                    if both.is_some() { "both `last_segment` and `pair`" } else { "neither `last_segment` nor `pair`" };
                let help = "write `{ last_segment: type }` or `{ pair: [domain, reason] }`";
                context.report(place, format!("a code is made of {which}"), "not one way", help);
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

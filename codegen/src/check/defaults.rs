//! Defaults of a file, a section or a group, which a nearer level overrides.

use std::cell::Cell;
use std::rc::Rc;

use super::context::{Context, Once};
use super::retry::RetryLevel;
use super::said::{Said, said};
use super::statuses::{self, Statuses};
use super::{file_head, operations, vocabulary};
use crate::model::{Audience, Kind, Operation, Stated, Topic};
use crate::schema::{Advises, Defaults, Entry, OneOrMany, RetryKeys, Spanned, StatusSpec, Text};
use crate::words::shown;

/// All settings that defaults can have.
#[derive(Clone, Default)]
pub(crate) struct Level {
    pub(crate) status: Option<Said<Statuses>>,
    pub(crate) item_status: Option<Said<Vec<u16>>>,
    pub(crate) operations: Option<Said<Vec<usize>>>,
    pub(crate) kind: Option<Said<Kind>>,
    pub(crate) topic: Option<Said<Topic>>,
    pub(crate) retry: RetryLevel,
    pub(crate) audience: Option<Said<Audience>>,
    pub(crate) action: Option<Said<String>>,
    pub(crate) link: Option<Said<String>>,
    pub(crate) written_in: Option<Text>,
    pub(crate) sensitive: Option<Rc<NamesDefault>>,
    pub(crate) show: Option<Rc<NamesDefault>>,
}

/// Names that apply to every code below that has them.
pub(crate) struct NamesDefault {
    names: Vec<(Text, Cell<bool>)>,
}

impl NamesDefault {
    /// Checks the names of `sensitive` or `show`.
    fn read(context: &mut Context<'_>, what: &'static str, names: &[Text]) -> Rc<Self> {
        let mut once = Once::new(what);
        let new = names.iter().filter(|name| once.add(context, name, name.span));
        Rc::new(Self { names: new.map(|name| (name.clone(), Cell::new(false))).collect() })
    }

    /// Those of the names that a code has.
    pub(crate) fn of(&self, has: impl Fn(&str) -> bool) -> Vec<String> {
        let applies = |(name, applied): &(Text, Cell<bool>)| {
            let has = has(name);
            applied.set(applied.get() || has);
            has.then(|| name.value.clone())
        };
        self.names.iter().filter_map(applies).collect()
    }

    /// Reports names that no code has, which are probably misspelled. For `sensitive`, the field that was meant would
    /// not be masked.
    pub(crate) fn report_unused(&self, context: &mut Context<'_>) {
        for (name, applied) in &self.names {
            if !applied.get() {
                let message = format!("no code takes {} from these defaults", shown(name));
                let help = "correct the name to that of a field or a placeholder, or take it out";
                context.report(name.span, message, "neither a field nor a placeholder of a code", help);
            }
        }
    }
}

/// The keys that defaults and codes have in common.
struct Keys<'s> {
    status: Option<&'s Spanned<StatusSpec>>,
    item_status: Option<&'s Spanned<OneOrMany<i64>>>,
    operations: Option<&'s Spanned<OneOrMany<String>>>,
    kind: Option<&'s Text>,
    topic: Option<&'s Text>,
    retry: RetryKeys<'s>,
    audience: Option<&'s Text>,
    action: Option<&'s Text>,
    link: Option<&'s Text>,
    written_in: Option<&'s Text>,
}

/// Borrows these keys from `Defaults` or `Entry`, whose fields have the same names.
macro_rules! keys_of {
    ($spec:expr) => {
        Keys {
            retry: $spec.retry_keys(),
            status: $spec.status.as_ref(),
            item_status: $spec.item_status.as_ref(),
            operations: $spec.operations.as_ref(),
            kind: $spec.kind.as_ref(),
            topic: $spec.topic.as_ref(),
            audience: $spec.audience.as_ref(),
            action: $spec.action.as_ref(),
            link: $spec.link.as_ref(),
            written_in: $spec.written_in.as_ref(),
        }
    };
}

impl Level {
    /// Checks `defaults`.
    pub(crate) fn defaults(context: &mut Context<'_>, known: &[Operation], spec: &Defaults) -> Self {
        let keys = keys_of!(spec);
        let sensitive = spec.sensitive.as_ref().map(|names| NamesDefault::read(context, "sensitive name", names));
        let show = spec.show.as_ref().map(|names| NamesDefault::read(context, "shown field", names));
        Self { sensitive, show, ..Self::read(context, known, &keys) }
    }

    /// Checks the settings of a code. Its `sensitive` and `show` are checked elsewhere, with stricter rules.
    pub(crate) fn entry(context: &mut Context<'_>, known: &[Operation], spec: &Entry) -> Self {
        let keys = keys_of!(spec);
        Self::read(context, known, &keys)
    }

    fn read(context: &mut Context<'_>, known: &[Operation], keys: &Keys<'_>) -> Self {
        let mut level = Self {
            status: said(keys.status, |spec| statuses::check(context, known, spec)),
            item_status: said(keys.item_status, |spec| Some(statuses::one_or_several(context, "item_status", spec))),
            operations: said(keys.operations, |spec| operations::list(context, known, spec)),
            kind: said(keys.kind, |word| vocabulary::kind(context, word)),
            topic: said(keys.topic, |word| vocabulary::topic(context, word)),
            retry: RetryLevel::read(context, &keys.retry),
            audience: said(keys.audience, |word| vocabulary::audience(context, word)),
            action: said(keys.action, |text| {
                context.filled("`action`", text);
                Some(text.value.clone())
            }),
            link: said(keys.link, |url| {
                file_head::link(context, "link", url);
                Some(url.value.clone())
            }),
            written_in: keys.written_in.cloned(),
            sensitive: None,
            show: None,
        };
        // A map of statuses also lists the calls, and overrides any list of an outer level.
        if let (Some(status), None) = (&level.status, &level.operations) {
            let map = keys.status.is_some_and(|spec| matches!(spec.value, StatusSpec::PerOperation(_)));
            let value = status.value.as_ref().and_then(Statuses::operations);
            level.operations = map.then_some(Said { value, span: status.span });
        }
        level
    }

    /// The names that apply to codes that have them.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Rc<NamesDefault>> {
        self.sensitive.iter().chain(&self.show)
    }

    /// The settings of a level within an outer one, which it overrides.
    pub(crate) fn within(self, outer: &Self) -> Self {
        let replaces = Stated { audience: self.audience.is_some(), action: self.action.is_some() };
        Self {
            status: self.status.or_else(|| outer.status.clone()),
            item_status: self.item_status.or_else(|| outer.item_status.clone()),
            operations: self.operations.or_else(|| outer.operations.clone()),
            kind: self.kind.or_else(|| outer.kind.clone()),
            topic: self.topic.or_else(|| outer.topic.clone()),
            retry: self.retry.within(&outer.retry, replaces),
            audience: self.audience.or_else(|| outer.audience.clone()),
            action: self.action.or_else(|| outer.action.clone()),
            link: self.link.or_else(|| outer.link.clone()),
            written_in: self.written_in.or_else(|| outer.written_in.clone()),
            sensitive: self.sensitive.or_else(|| outer.sensitive.clone()),
            show: self.show.or_else(|| outer.show.clone()),
        }
    }

    /// Reports a list of calls that contradicts the map of statuses.
    pub(crate) fn agree(&self, context: &mut Context<'_>) {
        let (Some(status), Some(operations)) = (&self.status, &self.operations) else { return };
        let (Some(map), Some(list)) = (status.value.as_ref().and_then(Statuses::operations), &operations.value) else {
            return;
        };
        if map != *list {
            let message = "`operations` and the map under `status` name different calls";
            let help =
                "leave `operations` out: the map says which calls answer the code (`none` for those without a status)";
            context.report_with(operations.span, message, "other calls", help, (status.span, "than here"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use crate::model::{Audience, Kind, Topic};

    #[test]
    fn the_nearest_topic_counts() {
        let section = ("    defaults: { status: 404 }", "    defaults: { status: 404, topic: resource_not_found }");
        assert_eq!(model(&[section]).codes[0].topic, Topic::ResourceNotFound);
        let code = ("kind: not_found", "kind: not_found\n        topic: out_of_stock");
        assert_eq!(model(&[section, code]).codes[0].topic, Topic::OutOfStock);
        expect(&[("404 }", "404, topic: not_found }")], &["unknown topic `not_found`"]);
    }

    #[test]
    fn the_nearest_word_wins() {
        let vendor = model(&[
            ("      - title: Upper", "      - title: Upper\n        defaults: { audience: merchant, action: Group. }"),
            (
                "  - title: Second",
                "  - title: Second\n    defaults: { audience: customer, link: 'https://example.com/s' }",
            ),
            ("            kind: internal", "            kind: internal\n            action: Code."),
        ]);
        let [first, second] = vendor.codes.as_slice() else { panic!() };
        assert_eq!((first.audience, first.kind, first.action.as_str()), (Audience::Developer, Kind::NotFound, "A."));
        assert_eq!((second.audience, second.action.as_str()), (Audience::Merchant, "Code."));
        assert_eq!(
            (first.link.as_str(), second.link.as_str()),
            ("https://example.com/errors", "https://example.com/s")
        );
    }

    #[test]
    fn what_nothing_says_is_missing() {
        expect(
            &[(
                "  topic: value_invalid\n  audience: developer\n  retry: after_fix\n  because: R.\n  action: A.",
                "  {}",
            )],
            &[
                "code `OUT_OF_STOCK` has no `topic`, `retry`, `audience` or `action`",
                "code `LOWER` has no `topic`, `retry`, `audience` or `action`",
            ],
        );
        expect(&[("defaults: { status: 404 }", "defaults: {}")], &["code `OUT_OF_STOCK` has no `status`"]);
        expect(&[("  action: A.\ntransport", "  action: ' '\ntransport")], &["`action` is empty"]);
    }

    #[test]
    fn inherited_sensitive_names_apply_where_they_exist() {
        let vendor = model(&[("  action: A.\ntransport", "  action: A.\n  sensitive: [violations, info]\ntransport")]);
        assert_eq!(vendor.codes[0].sensitive, ["violations", "info"]);
        assert_eq!(vendor.codes[1].sensitive, ["info"]);
        expect(
            &[("  action: A.\ntransport", "  action: A.\n  sensitive: [violation, info, info]\ntransport")],
            &["no code takes `violation` from these defaults", "duplicate sensitive name `info`"],
        );
    }

    #[test]
    fn inherited_shown_fields_apply_where_they_exist() {
        let vendor = model(&[("  action: A.\ntransport", "  action: A.\n  show: [violations, info]\ntransport")]);
        assert_eq!(vendor.codes[0].shown, ["violations", "info"]);
        assert_eq!(vendor.codes[1].shown, ["info"]);
        expect(
            &[("  action: A.\ntransport", "  action: A.\n  show: [violation, info, info]\ntransport")],
            &["no code takes `violation` from these defaults", "duplicate shown field `info`"],
        );
    }
}

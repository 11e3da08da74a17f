//! Checks codes.

use super::context::{Context, Once};
use super::defaults::Level;
use super::detail_codes::DetailCodes;
use super::fields::{Types, overlay};
use super::named::Named;
use super::names::Names;
use super::retry::Has;
use super::{also_in, examples, missing, variants, vocabulary, wire, writing};
use crate::model::generated_names::OTHER;
use crate::model::{Class, Code, CodeForm, DetailCode, Envelope, Field, Operation};
use crate::schema::{Catalog, Entry, Spanned, Table, Text};
use crate::words::shown;

/// The declarations of the rest of the file.
pub(crate) struct Declared<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) form: CodeForm,
    pub(crate) success: &'a [String],
    pub(crate) classes: &'a [Class],
    pub(crate) operations: &'a [Operation],
    pub(crate) item_fields: &'a [Field],
    pub(crate) envelopes: &'a [Envelope],
}

/// Checks codes, and collects them.
pub(crate) struct Codes<'a, 't> {
    pub(crate) declared: Declared<'a>,
    types: &'t mut Types<'a>,
    details: DetailCodes<'a>,
    /// Every code of the file in order, for `replaced_by`.
    wires: Vec<&'a str>,
    once: Once,
    names: Names,
}

/// The context of a code: its section, and the defaults that apply.
#[derive(Clone, Copy)]
pub(crate) struct Home<'a> {
    pub(crate) section: usize,
    pub(crate) group: Option<&'a str>,
    /// The defaults for the code.
    pub(crate) level: &'a Level,
}

impl<'a, 't> Codes<'a, 't> {
    /// No codes.
    pub(crate) fn new(declared: Declared<'a>, types: &'t mut Types<'a>) -> Self {
        let sections = &declared.catalog.sections;
        let tables = sections.iter().flat_map(|section| {
            let groups = section.groups.iter().flat_map(|groups| groups.iter());
            section.codes.iter().map(|codes| &codes.value).chain(groups.map(|group| &group.codes))
        });
        let mut wires: Vec<&str> = tables.flat_map(Table::keys).collect();
        wires.sort_unstable();
        let names = Names::variants("code", "add `name:` with a name such as `OutOfStock`");
        let details = DetailCodes::new(declared.envelopes);
        Self { declared, types, details, wires, once: Once::new("code"), names }
    }

    /// Checks the detail codes that mean the same with every code.
    pub(crate) fn detail_codes(&mut self, context: &mut Context<'_>) {
        self.details.read(context, &self.declared.catalog.detail_codes, None);
    }

    /// All detail codes.
    pub(crate) fn finish(self) -> Vec<DetailCode> {
        self.details.finish()
    }

    /// Checks one code; `None` if it lacks something, which is reported.
    pub(crate) fn read(
        &mut self,
        context: &mut Context<'_>,
        wire: &str,
        entry: &Spanned<Entry>,
        home: Home<'_>,
    ) -> Option<Code> {
        let declared = &self.declared;
        let key = entry.span.key();
        wire::check(context, key, wire, declared.form);
        wire::in_ranges(context, key, wire, declared.classes);
        context.quoted_key(entry.span, "code", wire);
        let new = self.once.add(context, wire, key);
        let ident = match &entry.name {
            _ if !new => String::new(),
            Some(name) => self.names.given(context, name, wire, name.span),
            None if wire.is_empty() => String::new(),
            None => self.names.derive(context, wire, key),
        };
        context.filled("`meaning`", &entry.meaning);
        if let Some(deprecated) = &entry.deprecated {
            context.filled("`deprecated`", deprecated);
        }
        self.replaced_by(context, wire, entry);
        self.details.read(context, &entry.detail_codes, Some(wire));
        let declared = &self.declared;
        let level = Level::entry(context, declared.operations, entry).within(home.level);
        level.agree(context);
        missing::report(context, key, wire, &level);
        self.item_status(context, entry);
        let declared = &self.declared;
        let decision = wire::success(wire, declared.success, declared.classes, declared.catalog);
        let success = decision.map(|(success, _)| success);
        if let (Some(kind), Some(_)) = (&level.kind, decision) {
            let span = if entry.kind.is_some() { kind.span } else { key };
            vocabulary::kind_fits(context, span, &format!("code {}", shown(wire)), kind.value, decision);
        }
        let defers = self.defers(context, wire, entry);
        let (messages, of_variants) = variants::wordings(context, entry);
        let own = self.types.fields(context, &entry.fields, declared.item_fields);
        let fields = overlay(declared.item_fields, own);
        if ident == OTHER && fields != declared.item_fields {
            let message = format!("code {} has fields and cannot have the Rust name `{OTHER}`", shown(wire));
            let label = "the view of errors without fields of their own is called so";
            context.report(key, message, label, "add `name:` with another name");
        }
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        let holes = messages.iter().flatten().flat_map(|wording| wording.template.holes());
        let all: Vec<&str> = names.iter().copied().chain(holes).collect();
        let sensitive = Named {
            what: "sensitive name",
            of: "neither a field nor a placeholder",
            own: entry.sensitive.as_deref(),
            inherited: level.sensitive.as_deref(),
        };
        let sensitive = sensitive.check(context, messages.is_ok().then_some(&all));
        let show =
            Named { what: "shown field", of: "no field", own: entry.show.as_deref(), inherited: level.show.as_deref() };
        let shown_fields = show.check(context, Some(&names));
        let has = Has { fields: &fields, wordings: messages.as_deref().ok() };
        let retry = level.retry.advise(context, has);
        let variants = variants::check(context, entry, &level, has, of_variants);
        let written_in = level.written_in.as_ref().and_then(|text| writing::place(context, declared.envelopes, text));
        let stated = level.retry.stated();
        let messages = messages.unwrap_or_else(|sound| sound);
        let also_in = also_in::check(context, entry, declared.catalog, home.section);
        let (catalog, operations) = (declared.catalog, declared.operations);
        let examples = examples::check(context, catalog, operations, &entry.examples, Some(wire));
        let text = |text: &Text| text.value.clone();
        let statuses = level.status?.value?;
        Some(Code {
            wire: wire.to_owned(),
            ident,
            section: home.section,
            group: home.group.map(str::to_owned),
            also_in,
            operations: level.operations.and_then(|said| said.value),
            without_status: statuses.without(),
            statuses: statuses.rules(),
            item_statuses: level.item_status.and_then(|said| said.value).unwrap_or_default(),
            messages,
            variants,
            fields,
            sensitive,
            shown: shown_fields,
            meaning: text(&entry.meaning),
            action: level.action?.value?,
            kind: level.kind?.value?,
            topic: level.topic?.value?,
            retry: retry?,
            audience: level.audience?.value?,
            stated,
            success,
            note: entry.note,
            defers,
            deprecated: entry.deprecated.as_ref().map(text),
            replaced_by: entry.replaced_by.as_ref().map(text),
            link: level
                .link
                .and_then(|said| said.value)
                .or_else(|| catalog.sources.first().map(|source| source.url().value))?,
            written_in,
            examples,
            place: context.place(key),
        })
    }

    /// Whether a code defers to its classes, which must be there then.
    fn defers(&self, context: &mut Context<'_>, wire: &str, entry: &Spanned<Entry>) -> bool {
        let Some(defer) = entry.defer.as_ref().filter(|defer| defer.value) else { return false };
        if self.declared.classes.is_empty() {
            let message = format!("code {} defers to a class, but there are none", shown(wire));
            context.report(defer.span, message, "no class to speak for it", "add `classes`, or take `defer` out");
        }
        true
    }

    /// Reports an item status if no item of the envelopes has one.
    fn item_status(&self, context: &mut Context<'_>, entry: &Entry) {
        let Some(spec) = &entry.item_status else { return };
        let mut items = self.declared.envelopes.iter().flat_map(|envelope| &envelope.items);
        if items.all(|items| items.status.is_empty()) {
            let help = "say in `items` where an error has its status: `item_status: status`; for that of the response write `status`";
            context.report(spec.span.key(), "no error has a status of its own", "read nowhere", help);
        }
    }

    fn replaced_by(&self, context: &mut Context<'_>, wire: &str, entry: &Entry) {
        let Some(successor) = &entry.replaced_by else { return };
        context.quoted_value("code", successor);
        if successor.value == wire {
            let message = format!("code {} replaces itself", shown(wire));
            context.report(successor.span, message, "the code itself", "name its successor, or take the key out");
        } else if self.wires.binary_search(&successor.as_str()).is_err() {
            let help = context.did_you_mean(successor, self.wires.iter().copied());
            let message = format!("unknown code {}", shown(successor));
            context.report(successor.span, message, "not in this file", help);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};

    const KIND: &str = "kind: not_found";

    fn with(more: &str) -> String {
        format!("{KIND}\n        {more}")
    }

    #[test]
    fn a_code_stands_once_in_the_whole_file() {
        expect(&[("          LOWER:", "          OUT_OF_STOCK:")], &["duplicate code `OUT_OF_STOCK`"]);
        expect(
            &[("      OUT_OF_STOCK:", "      LOWER: { meaning: M., kind: ok }\n      OUT_OF_STOCK:")],
            &["duplicate code `LOWER`"],
        );
    }

    #[test]
    fn a_code_with_fields_is_not_the_other_one() {
        let code = |rest: &str| format!("OTHER: {{ meaning: M., kind: internal{rest} }}\n      OUT_OF_STOCK:");
        expect(&[("OUT_OF_STOCK:", &code(""))], &[]);
        expect(&[("OUT_OF_STOCK:", &code(", name: Another, fields: { a: any }"))], &[]);
        let message = "code `OTHER` has fields and cannot have the Rust name `Other`";
        expect(&[("OUT_OF_STOCK:", &code(", fields: { a: any }"))], &[message]);
    }

    #[test]
    fn successors_and_further_sections_exist() {
        expect(&[(KIND, &with("deprecated: D.\n        replaced_by: LOWER\n        also_in: [Second]"))], &[]);
        expect(&[(KIND, &with("replaced_by: LOWRE"))], &["unknown code `LOWRE`"]);
        expect(&[(KIND, &with("replaced_by: OUT_OF_STOCK"))], &["code `OUT_OF_STOCK` replaces itself"]);
        expect(&[(KIND, &with("deprecated: ''"))], &["`deprecated` is empty"]);
        expect(
            &[(KIND, &with("also_in: [Secnd, First, Second, Second]"))],
            &[
                "unknown section `Secnd`",
                "`also_in` names the code's own section `First`",
                "duplicate section `Second`",
            ],
        );
    }

    #[test]
    fn a_codes_own_sensitive_names_must_exist() {
        let more = |names: &str| with(&format!("message: 'Value {{0}} is wrong'\n        sensitive: {names}"));
        assert_eq!(model(&[(KIND, &more("['0', info, violations]"))]).codes[0].sensitive, ["0", "info", "violations"]);
        expect(
            &[(KIND, &more("[violation, '1', info, info]"))],
            &[
                "`violation` is neither a field nor a placeholder of the code",
                "`1` is neither a field nor a placeholder of the code",
                "duplicate sensitive name `info`",
            ],
        );
        let malformed = with("message: 'Value {0'\n        sensitive: ['0']");
        expect(&[(KIND, &malformed)], &["`{` without `}`; write `{{` for a brace that belongs to the text"]);
    }

    #[test]
    fn shown_fields_must_exist() {
        let more = |names: &str| with(&format!("message: 'Value {{0}} is wrong'\n        show: {names}"));
        assert_eq!(model(&[(KIND, &more("[info, violations]"))]).codes[0].shown, ["info", "violations"]);
        expect(
            &[(KIND, &more("[violation, '0', info, info]"))],
            &["`violation` is no field of the code", "`0` is no field of the code", "duplicate shown field `info`"],
        );
    }

    #[test]
    fn meanings_say_something_and_may_hold_anything() {
        let meaning = |text: &str| with("").trim_end().to_owned() + "\n        deprecated: " + text;
        let odd = meaning("\"*/ \\\"# {x} \\u0007 \\u202e.\\n\"");
        assert_eq!(model(&[(KIND, &odd)]).codes[0].deprecated.as_deref(), Some("*/ \"# {x} \u{7} \u{202e}.\n"));
        let edit = ("OUT_OF_STOCK:", "X: { meaning: ' ', kind: internal }\n      OUT_OF_STOCK:");
        expect(&[edit], &["`meaning` is empty"]);
        expect(&[(KIND, &with("deprecated: null"))], &["`deprecated` has no value"]);
        expect(&[(KIND, &with("deprecated: no"))], &["`deprecated` is a sentence, not `no`"]);
        expect(&[("meaning: M.\n        fields", "meaning: ~\n        fields")], &["`meaning` is empty"]);
    }
}

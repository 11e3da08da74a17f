//! Codes, one by one.

use std::collections::HashSet;

use super::context::{At, Context, Once, did_you_mean, listed, shown};
use super::fields::{Types, overlay};
use super::levels::Level;
use super::names::Names;
use super::{examples, vocabulary, wire, wordings};
use crate::model::generated_names::OTHER;
use crate::model::{Code, CodeForm, Field, Operation, Wording};
use crate::schema::{Catalog, Entry};

/// What the rest of the file has declared.
pub(crate) struct Declared<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) form: &'a CodeForm,
    pub(crate) operations: &'a [Operation],
    pub(crate) item_fields: &'a [Field],
}

/// Reads codes and remembers which there are.
pub(crate) struct Codes<'a, 't> {
    pub(crate) declared: Declared<'a>,
    types: &'t mut Types<'a>,
    /// Every code of the file, for `replaced_by`.
    wires: HashSet<&'a str>,
    once: Once,
    names: Names,
}

/// Where a code belongs.
#[derive(Clone, Copy)]
pub(crate) struct Home<'a> {
    pub(crate) section: usize,
    pub(crate) group: Option<&'a str>,
    /// What holds for the code unless it says otherwise.
    pub(crate) level: &'a Level,
}

impl<'a, 't> Codes<'a, 't> {
    /// None read yet.
    pub(crate) fn new(declared: Declared<'a>, types: &'t mut Types<'a>) -> Self {
        let sections = &declared.catalog.sections;
        let tables = sections
            .iter()
            .flat_map(|section| std::iter::once(&section.codes).chain(section.groups.iter().map(|group| &group.codes)));
        let wires = tables.flat_map(|table| table.0.iter().map(|(wire, _)| wire.as_str())).collect();
        let names = Names::variants("code", "add `name:` with a name such as `OutOfStock`");
        Self { declared, types, wires, once: Once::new("code"), names }
    }

    /// Reads one code. None where it lacks something; that has been reported then.
    pub(crate) fn read(
        &mut self,
        context: &mut Context<'_>,
        at: &At,
        wire: &str,
        entry: &Entry,
        home: Home<'_>,
    ) -> Option<Code> {
        let declared = &self.declared;
        let place = context.key(at);
        wire::check(context, place.clone(), wire, declared.form);
        wire::in_ranges(context, place.clone(), wire, declared.form);
        context.quoted_key(at, "code", wire);
        let new = self.once.add(context, wire, place.clone());
        let ident = match &entry.name {
            _ if !new => String::new(),
            Some(name) => self.names.given(context, name, wire, &at.key("name")),
            None if wire.is_empty() => String::new(),
            None => self.names.derive(context, wire, place),
        };
        context.filled(&at.key("meaning"), "`meaning`", &entry.meaning);
        if let Some(deprecated) = &entry.deprecated {
            context.filled(&at.key("deprecated"), "`deprecated`", deprecated);
        }
        self.replaced_by(context, at, wire, entry);
        let declared = &self.declared;
        let level = Level::entry(context, declared.operations, at, entry).within(home.level);
        level.agree(context);
        missing(context, at, wire, &level);
        let decision = wire::success(wire, declared.form);
        let success = decision.as_ref().map(|(success, _)| *success);
        if let (Some(kind), Some(_)) = (&level.kind, &decision) {
            let place = if entry.kind.is_some() { context.value(&kind.at) } else { context.key(at) };
            vocabulary::kind_fits(context, place, &format!("code {}", shown(wire)), kind.value, decision);
        }
        let messages = wordings::check(context, &at.key("message"), entry.message.as_ref());
        let own = self.types.fields(context, &at.key("fields"), &entry.fields, declared.item_fields);
        let fields = overlay(declared.item_fields, own);
        if ident == OTHER && fields != declared.item_fields {
            let place = context.key(at);
            let message = format!("code {} has fields and cannot have the Rust name `{OTHER}`", shown(wire));
            let label = "the view of errors without fields of their own is called so";
            context.report(place, message, label, "add `name:` with another name");
        }
        let sensitive = sensitive(context, at, entry, &level, &fields, &messages);
        let messages = messages.unwrap_or_else(|sound| sound);
        let also_in = also_in(context, at, entry, declared.catalog, home.section);
        let (catalog, operations) = (declared.catalog, declared.operations);
        let examples = examples::check(context, catalog, operations, &at.key("examples"), &entry.examples, Some(wire));
        Some(Code {
            wire: wire.to_owned(),
            ident,
            section: home.section,
            group: home.group.map(str::to_owned),
            also_in,
            operations: level.operations.and_then(|said| said.value),
            statuses: level.status?.value?.rules(),
            messages,
            fields,
            sensitive,
            meaning: entry.meaning.clone(),
            action: level.action?.value?,
            kind: level.kind?.value?,
            retry: level.retry?.value?,
            audience: level.audience?.value?,
            success,
            deprecated: entry.deprecated.clone(),
            replaced_by: entry.replaced_by.clone(),
            link: level.link.and_then(|said| said.value).or_else(|| catalog.sources.first().cloned())?,
            examples,
        })
    }

    fn replaced_by(&self, context: &mut Context<'_>, at: &At, wire: &str, entry: &Entry) {
        let Some(successor) = &entry.replaced_by else { return };
        let at = at.key("replaced_by");
        context.quoted_value(&at, "code", successor);
        let place = context.value(&at);
        if successor == wire {
            let message = format!("code {} replaces itself", shown(wire));
            context.report(place, message, "the code itself", "name its successor, or take the key out");
        } else if !self.wires.contains(successor.as_str()) {
            let mut known: Vec<&str> = self.wires.iter().copied().collect();
            known.sort_unstable();
            let message = format!("unknown code {}", shown(successor));
            context.report(place, message, "not in this file", did_you_mean(successor, known));
        }
    }
}

/// Reports what neither the code nor any default says.
fn missing(context: &mut Context<'_>, at: &At, wire: &str, level: &Level) {
    let keys = [
        ("status", level.status.is_none()),
        ("kind", level.kind.is_none()),
        ("retry", level.retry.is_none()),
        ("audience", level.audience.is_none()),
        ("action", level.action.is_none()),
    ];
    let missing: Vec<&str> = keys.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
    let Some(first) = missing.first() else { return };
    let place = context.key(at);
    let message = format!("code {} has no {}", shown(wire), listed(missing.iter().copied()));
    let help = if *first == "status" {
        "add it here or to `defaults`; `status: none` where the code has no status of its own"
    } else {
        "add it here, or to the `defaults` of its section or of the file"
    };
    context.report(place, message, "neither here nor in any `defaults`", help);
}

/// The names that the code says, all of which must exist, or those of the defaults that it has.
fn sensitive(
    context: &mut Context<'_>,
    at: &At,
    entry: &Entry,
    level: &Level,
    fields: &[Field],
    messages: &Result<Vec<Wording>, Vec<Wording>>,
) -> Vec<String> {
    let holes = || messages.iter().flatten().flat_map(|wording| wording.template.holes());
    let has = |name: &str| {
        messages.is_err() || fields.iter().any(|field| field.name == name) || holes().any(|hole| hole == name)
    };
    let Some(names) = &entry.sensitive else {
        return level.sensitive.as_ref().map(|names| names.of(has)).unwrap_or_default();
    };
    let at = at.key("sensitive");
    let mut once = Once::new("sensitive name");
    let mut sensitive = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let place = context.value(&at.index(index));
        if !has(name) {
            let known = fields.iter().map(|field| field.name.as_str()).chain(holes());
            let message = format!("{} is neither a field nor a placeholder of the code", shown(name));
            context.report(place, message, "nothing of this name", did_you_mean(name, known));
        } else if once.add(context, name, place) {
            sensitive.push(name.clone());
        }
    }
    sensitive
}

fn also_in(context: &mut Context<'_>, at: &At, entry: &Entry, catalog: &Catalog, own: usize) -> Vec<usize> {
    let at = at.key("also_in");
    let titles = || catalog.sections.iter().map(|section| section.title.as_str());
    let mut once = Once::new("section");
    let mut sections = Vec::new();
    for (index, title) in entry.also_in.iter().enumerate() {
        let place = context.value(&at.index(index));
        match titles().position(|other| other == title) {
            None => {
                let message = format!("unknown section {}", shown(title));
                let others = titles().enumerate().filter(|(section, _)| *section != own).map(|(_, title)| title);
                let help = if catalog.sections.len() == 1 {
                    "there is no other section in this file: take it out".to_owned()
                } else {
                    did_you_mean(title, others)
                };
                context.report(place, message, "no section of this title", help);
            }
            Some(section) if section == own => {
                let message = format!("`also_in` names the code's own section {}", shown(title));
                context.report(place, message, "the code stands there already", "take it out");
            }
            Some(section) if once.add(context, title, place) => sections.push(section),
            Some(_) => {}
        }
    }
    sections
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
    fn meanings_say_something_and_may_hold_anything() {
        let meaning = |text: &str| with("").trim_end().to_owned() + "\n        deprecated: " + text;
        let odd = meaning("\"*/ \\\"# {x} \\u0007 \\u202e\\n\"");
        assert_eq!(model(&[(KIND, &odd)]).codes[0].deprecated.as_deref(), Some("*/ \"# {x} \u{7} \u{202e}\n"));
        let edit = ("OUT_OF_STOCK:", "X: { meaning: ' ', kind: internal }\n      OUT_OF_STOCK:");
        expect(&[edit], &["`meaning` is empty"]);
        expect(&[(KIND, &with("deprecated: null"))], &[]);
        expect(&[("meaning: M.\n        fields", "meaning: ~\n        fields")], &["`meaning` is empty"]);
    }
}

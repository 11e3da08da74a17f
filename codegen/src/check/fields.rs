//! Checks fields and their types.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::context::{Context, Once, character_at};
use super::names::Names;
use super::types;
use crate::model::{Field, TypeExpr};
use crate::schema::{Catalog, FieldSpec, Table, texts};
use crate::words::shown;
use crate::yaml::Span;

/// The types that a catalog declares.
pub(crate) struct Types<'c> {
    declared: HashSet<&'c str>,
    /// The types in the order of the file.
    in_order: Vec<&'c str>,
    /// Where the fields of every error are declared.
    item_fields: HashMap<&'c str, Span>,
    /// Whether a type could not be parsed. If so, unused types are not reported, since it might use them.
    pub(crate) broken: bool,
    /// The types that fields of errors use.
    pub(crate) roots: HashSet<String>,
}

impl<'c> Types<'c> {
    /// The names under `types`.
    pub(crate) fn new(catalog: &'c Catalog) -> Self {
        Self {
            declared: catalog.types.keys().collect(),
            in_order: catalog.types.keys().collect(),
            item_fields: (&catalog.item_fields)
                .into_iter()
                .map(|(name, spec)| (name.as_str(), spec.span.key()))
                .collect(),
            broken: false,
            roots: HashSet::new(),
        }
    }

    /// Parses the type of a field; if it is wrong, the result is `any`. A union must be declared, since it becomes an
    /// enum, which needs a name. The type is at `offset` in the text of `span`.
    fn read(&mut self, context: &mut Context<'_>, text: &str, span: Span, offset: usize) -> TypeExpr {
        let ty = self.read_any(context, text, span, offset);
        nameless(context, span, &ty);
        ty
    }

    /// Parses the definition of a declared type: a type, or a union of types.
    pub(crate) fn read_alias(&mut self, context: &mut Context<'_>, text: &str, span: Span) -> TypeExpr {
        let ty = self.read_any(context, text, span, 0);
        let TypeExpr::Union(alternatives) = &ty else {
            nameless(context, span, &ty);
            return ty;
        };
        let mut names = Names::alternatives();
        for alternative in alternatives {
            nameless(context, span, alternative);
            names.alternative(context, &alternative.variant(), &alternative.to_string(), span);
        }
        ty
    }

    /// Parses a type; if it is wrong, the result is `any`.
    fn read_any(&mut self, context: &mut Context<'_>, text: &str, span: Span, offset: usize) -> TypeExpr {
        let part = |range: Range<usize>| span.part(&(offset + range.start..offset + range.end));
        let ty = match types::parse(text) {
            Ok(ty) => ty,
            Err(error) => {
                self.broken = true;
                let message = format!("malformed type {}", shown(text));
                let help = "write a type such as `string`, `Reference[]` or `map<string>`";
                context.report(part(character_at(text, error.offset)), message, error.message, help);
                return TypeExpr::Any;
            }
        };
        for name in types::names(&ty) {
            if !self.declared.contains(name) {
                self.broken = true;
                let built_in = types::BUILT_IN.iter().map(|(name, _)| *name);
                let help = context.did_you_mean(name, built_in.chain(self.in_order.iter().copied()));
                let message = format!("unknown type {}", shown(name));
                context.report(part(types::word(text, name)), message, "neither built in nor under `types`", help);
            }
        }
        ty
    }

    /// Checks the fields of errors. `inherited` are the fields that they are added to, which are declared at
    /// `item_fields`.
    pub(crate) fn fields(
        &mut self,
        context: &mut Context<'_>,
        table: &Table<FieldSpec>,
        inherited: &[Field],
    ) -> Vec<Field> {
        let fields = self.members(context, table, inherited);
        self.roots.extend(fields.iter().flat_map(|field| types::names(&field.ty)).map(str::to_owned));
        fields
    }

    /// Checks a map of fields.
    pub(crate) fn members(
        &mut self,
        context: &mut Context<'_>,
        table: &Table<FieldSpec>,
        inherited: &[Field],
    ) -> Vec<Field> {
        if table.0.is_empty() {
            return Vec::new();
        }
        let mut once = Once::new("field");
        let mut names = Names::accessors();
        let own: HashSet<&str> = table.keys().collect();
        let inherited = inherited.iter().filter(|field| !own.contains(field.name.as_str()));
        for field in inherited {
            if let Some(declared) = self.item_fields.get(field.name.as_str()) {
                names.reserve(&field.ident, &field.name, *declared);
            }
        }
        let mut fields = Vec::new();
        for (name, spec) in table {
            let key = spec.span.key();
            context.heading_at(key, "a field's name", name);
            let new = once.add(context, name, key);
            let (ty, required, also, meaning) = match &spec.value {
                FieldSpec::Short(text) => {
                    let (ty, required) = self.short(context, text, spec.span);
                    (ty, required, Vec::new(), None)
                }
                FieldSpec::Long(spec) => {
                    if let Some(meaning) = &spec.meaning {
                        context.filled("`meaning`", meaning);
                    }
                    for name in &spec.also {
                        context.heading_at(name.span, "a field's name", name);
                        once.add(context, name, name.span);
                    }
                    let ty = self.read(context, &spec.ty, spec.ty.span, 0);
                    let meaning = spec.meaning.as_ref().map(|meaning| meaning.value.clone());
                    (ty, spec.required, texts(&spec.also), meaning)
                }
            };
            if new {
                let ident = names.accessor(context, name, key);
                fields.push(Field { name: name.clone(), also, ident, ty, required, meaning });
            }
        }
        fields
    }

    /// `type`, `type, required` or `type, optional`.
    fn short(&mut self, context: &mut Context<'_>, text: &str, span: Span) -> (TypeExpr, Option<bool>) {
        let mut inside = 0_usize;
        let comma = text.char_indices().find(|&(_, character)| {
            match character {
                '<' => inside += 1,
                '>' => inside = inside.saturating_sub(1),
                _ => {}
            }
            character == ',' && inside == 0
        });
        let halves = comma.and_then(|(comma, _)| Some((text.get(..comma)?, text.get(comma + 1..)?)));
        let (ty, required) = match halves {
            None => (text, None),
            Some((ty, word)) => match word.trim() {
                "required" => (ty, Some(true)),
                "optional" => (ty, Some(false)),
                other => {
                    let offset = text.len() - word.trim_start().len();
                    let help = context.did_you_mean(other, ["required", "optional"]);
                    let message = format!("unknown word {} behind a type", shown(other));
                    let span = span.part(&(offset..offset + other.len()));
                    context.report(span, message, "neither `required` nor `optional`", help);
                    (ty, None)
                }
            },
        };
        (self.read(context, ty.trim(), span, ty.len() - ty.trim_start().len()), required)
    }
}

/// Reports a union that is not declared under a name.
fn nameless(context: &mut Context<'_>, span: Span, ty: &TypeExpr) {
    match ty {
        TypeExpr::Union(_) => {
            let message = format!("{} has no name", shown(&ty.to_string()));
            let help = format!("declare it under `types`, as in `Name: {ty}`, and write that name here");
            context.report(span, message, "one of several types", help);
        }
        TypeExpr::List(inner) | TypeExpr::Map(inner) => nameless(context, span, inner),
        _ => {}
    }
}

/// The fields of a code: the inherited ones, with those of the same name replaced, then the others.
pub(crate) fn overlay(inherited: &[Field], own: Vec<Field>) -> Vec<Field> {
    let mut fields = inherited.to_vec();
    let known: HashMap<&str, usize> =
        inherited.iter().enumerate().map(|(index, field)| (field.name.as_str(), index)).collect();
    for field in own {
        match known.get(field.name.as_str()).and_then(|index| fields.get_mut(*index)) {
            Some(other) => *other = field,
            None => fields.push(field),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use crate::model::TypeExpr;

    const FIELD: &str = "          violations: Violation[]";

    fn with(more: &str) -> String {
        format!("{FIELD}\n          {more}")
    }

    #[test]
    fn fields_say_whether_they_are_required_or_nothing() {
        let more = "a: string, required\n          b: map<any>, optional\n          c: { type: integer, required: false, meaning: M. }";
        let fields = model(&[(FIELD, &with(more))]).codes[0].fields.clone();
        let read: Vec<_> = fields.iter().map(|field| (field.name.as_str(), field.required)).collect();
        assert_eq!(
            read,
            [("info", None), ("violations", None), ("a", Some(true)), ("b", Some(false)), ("c", Some(false))]
        );
    }

    #[test]
    fn a_codes_field_replaces_the_vendors_in_place() {
        let fields = model(&[(FIELD, &with("info: string"))]).codes[0].fields.clone();
        assert_eq!(fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), ["info", "violations"]);
        assert_eq!(fields[0].ty, TypeExpr::String);
    }

    #[test]
    fn wrong_fields_are_reported() {
        for (more, message) in [
            ("a: string, requred", "unknown word `requred` behind a type"),
            ("a: string[", "malformed type `string[`"),
            ("a: map<string, any>", "malformed type `map<string, any>`"),
            ("a: strin", "unknown type `strin`"),
            ("a: map<strin>", "unknown type `strin`"),
            ("violations: any", "duplicate field `violations`"),
            ("aB: any\n          a_b: any", "field `a_b` has the Rust name `a_b` of `aB` too"),
            ("Info: any", "field `Info` has the Rust name `info` of `info` too"),
            ("'': any", "a field's name is empty"),
            ("a: { type: any, meaning: '' }", "`meaning` is empty"),
        ] {
            expect(&[(FIELD, &with(more))], &[message]);
        }
    }
}

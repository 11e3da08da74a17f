//! Checks declared types: their definitions, whether they are cyclic, and whether they are used.

use std::collections::HashSet;

use super::context::{Context, Once};
use super::fields::Types;
use super::names::Names;
use super::{type_ends, types};
use crate::model::unions::ambiguous;
use crate::model::{Class, ClassBy, KnownText, TypeDef, TypeExpr, TypeShape, Types as DeclaredTypes};
use crate::schema::{Catalog, KnownText as KnownTextSpec, Spanned, TypeSpec};
use crate::words::shown;
use crate::yaml::Span;

impl Types<'_> {
    /// Checks `types`.
    pub(crate) fn declarations(
        &mut self,
        context: &mut Context<'_>,
        catalog: &Catalog,
        classes: &[Class],
    ) -> DeclaredTypes {
        let mut once = Once::new("type");
        let mut names = Names::types("type");
        for class in classes.iter().filter(|class| matches!(class.by, ClassBy::Digits { .. })) {
            let specs = catalog.classes.iter().filter_map(|spec| spec.name.as_ref());
            if let Some(name) = specs.into_iter().find(|name| name.value == class.name) {
                names.reserve(&class.ident, &class.name, name.span);
            }
        }
        let mut types = Vec::new();
        for (name, spec) in &catalog.types {
            let shape = match &spec.value {
                TypeSpec::Alias(text) => TypeShape::Alias(self.read_alias(context, text, spec.span)),
                TypeSpec::Members(table) => TypeShape::Object(self.members(context, table, &[])),
                TypeSpec::Texts(texts) => TypeShape::Texts(known_texts(context, name, spec.span, texts)),
            };
            let key = spec.span.key();
            if once.add(context, name, key) {
                names.given(context, name, name, key);
                types.push(TypeDef { name: name.clone(), shape });
            }
        }
        let ends = type_ends::cycles(context, catalog, &types);
        let types = DeclaredTypes::new(types);
        if ends && !self.broken {
            type_ends::depth(context, catalog, &types);
            apart(context, catalog, &types);
        }
        types
    }

    /// Reports declared types that no field uses.
    pub(crate) fn unused(&self, context: &mut Context<'_>, catalog: &Catalog, types: &DeclaredTypes) {
        if self.broken {
            return;
        }
        let mut used: HashSet<&str> = HashSet::new();
        let mut open: Vec<&str> = self.roots.iter().map(String::as_str).collect();
        while let Some(name) = open.pop() {
            if let Some(ty) = types.get(name).filter(|ty| used.insert(&ty.name)) {
                open.extend(uses(ty));
            }
        }
        for (name, spec) in &catalog.types {
            if !used.contains(name.as_str()) {
                let message = format!("type {} is never used", shown(name));
                let help = "use it in a field, or take it out";
                context.report(spec.span.key(), message, "no field of an error leads here", help);
            }
        }
    }
}

fn uses(ty: &TypeDef) -> Vec<&str> {
    match &ty.shape {
        TypeShape::Alias(ty) => types::names(ty),
        TypeShape::Object(fields) => fields.iter().flat_map(|field| types::names(&field.ty)).collect(),
        TypeShape::Texts(_) => Vec::new(),
    }
}

/// The known texts of a type, without duplicates, each with the name of its variant.
fn known_texts(context: &mut Context<'_>, ty: &str, span: Span, specs: &[Spanned<KnownTextSpec>]) -> Vec<KnownText> {
    if specs.is_empty() {
        let message = format!("type {} is an empty list", shown(ty));
        context.report(span.key(), message, "no text", "name the texts that it can be, or write `string`");
    }
    let mut once = Once::new("text");
    let mut names = Names::alternatives();
    let mut texts = Vec::new();
    for spec in specs {
        let pairs = match &spec.value {
            KnownTextSpec::Bare(text) => vec![(text, spec.span, None)],
            KnownTextSpec::Explained(table) => {
                table.into_iter().map(|(text, meaning)| (text, meaning.span.key(), Some(meaning))).collect()
            }
        };
        for (text, span, meaning) in pairs {
            context.heading_at(span, "a text of the type", text);
            if let Some(meaning) = meaning {
                context.filled("the meaning", meaning);
            }
            if once.add(context, text, span) {
                let ident = names.derive(context, text, span);
                texts.push(KnownText { text: text.clone(), ident, meaning: meaning.map(|text| text.value.clone()) });
            }
        }
    }
    texts
}

/// Reports a union of types that cannot be distinguished.
fn apart(context: &mut Context<'_>, catalog: &Catalog, types: &DeclaredTypes) {
    for ty in types.iter() {
        let TypeShape::Alias(TypeExpr::Union(alternatives)) = &ty.shape else { continue };
        let Some((first, second)) = ambiguous(types, alternatives) else { continue };
        let span = catalog.types.get(&ty.name).map_or(catalog.code.span, |ty| ty.span);
        let (first, second) = (shown(&first.to_string()), shown(&second.to_string()));
        let message = format!("{second} can be taken for {first}");
        let help = "put what says more first; tell objects apart by a member that has known texts, others in each of them, \
                    such as `kind: CardKind` with `CardKind: [card]`";
        context.report(span, message, "a value can be both", help);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::expect;

    const FIELD: &str = "          violations: Violation[]";

    #[test]
    fn declared_types_are_used_named_well_and_come_to_an_end() {
        let types = |more: &str, wanted: &[&str]| {
            let edit = format!("    path: string, required\n{more}");
            expect(&[("    path: string, required\n", &edit), (FIELD, &format!("{FIELD}\n          a: B"))], wanted);
        };
        types("  B: string\n", &[]);
        types("  B: C\n  C: B[]\n", &["type `B` leads back to itself"]);
        types("  B: B\n", &["type `B` leads back to itself"]);
        types("  B: D or C\n  C: C\n  D: B\n", &["type `B` leads back to itself", "type `C` leads back to itself"]);
        types("  B: { child: 'B[]' }\n", &[]);
        types("  B: string\n  C: { d: D }\n  D: string\n", &["type `C` is never used", "type `D` is never used"]);
        types("  B: string\n  B: any\n", &["duplicate type `B`"]);
        types("  B: string or Größe\n  Größe: any\n", &["`Größe` is no Rust name in upper camel case"]);
        types("  B: string or my_type\n  my_type: any\n", &["`my_type` is no Rust name in upper camel case"]);
        types("  B: string or Response\n  Response: any\n", &["`Response` cannot be the Rust name of type `Response`"]);
        types("  B: string or Self\n  Self: any\n", &["`Self` cannot be the Rust name of type `Self`"]);
    }

    #[test]
    fn a_type_can_be_known_texts() {
        let texts = |list: &str, wanted: &[&str]| {
            let edit = format!("    path: string, required\n  B: {list}\n");
            let field = format!("{FIELD}\n          a: B");
            expect(&[("    path: string, required\n", &edit), (FIELD, &field)], wanted);
        };
        texts("[OUT_OF_STOCK, { price.changed: The price is another one. }]", &[]);
        texts("[]", &["type `B` is an empty list"]);
        texts("[A, A]", &["duplicate text `A`"]);
        texts("[out_of, OUT_OF]", &["alternative `OUT_OF` has the Rust name `OutOf` of `out_of` too"]);
        texts("[other]", &["no Rust name can be made from alternative `other`"]);
        texts("['']", &["a text of the type is empty", "no Rust name can be made from alternative `\"\"`"]);
        texts("[{ A: '' }]", &["the meaning is empty"]);
    }

    #[test]
    fn a_long_chain_of_names_takes_no_longer_than_its_length() {
        // Where each name were followed to its end, this would take minutes.
        const LONG: usize = 20_000;
        let chain: Vec<String> = (0..LONG).map(|index| format!("  B{index}: B{}\n", index + 1)).collect();
        let chain = chain.concat();
        for (end, wanted) in [("string", vec![]), ("B20000", vec!["type `B20000` leads back to itself"])] {
            let edit = format!("    path: string, required\n{chain}  B{LONG}: {end}\n");
            let field = format!("{FIELD}\n          a: B0");
            expect(&[("    path: string, required\n", &edit), (FIELD, &field)], &wanted);
        }
    }

    #[test]
    fn unions_nest_only_so_deep() {
        // Rust compiles deeper ones, but not much: it follows each to its end to see what it is made of.
        let too_deep = "type `B0` holds unions more than 16 deep";
        for (unions, wanted) in [(16, &[][..]), (17, &[too_deep]), (2_000, &[too_deep])] {
            let chain = |index: usize| {
                let first = ["string", "integer", "boolean"][index % 3];
                format!("  B{index}: {first} or A{index}\n  A{index}: B{}\n", index + 1)
            };
            let chain: String = (0..unions).map(chain).collect();
            let edit = format!("    path: string, required\n{chain}  B{unions}: Violation\n");
            expect(&[("    path: string, required\n", &edit), (FIELD, &format!("{FIELD}\n          a: B0"))], wanted);
        }
    }

    #[test]
    fn several_types_have_a_name_and_each_a_variant() {
        let several = |ty: &str, wanted: &[&str]| {
            let edit = format!(
                "    path: string, required\n  B: {ty}\n  StringList: {{ a: any }}\n  Other: {{ b: StringList }}\n"
            );
            let field = format!("{FIELD}\n          a: B\n          b: Other");
            expect(&[("    path: string, required\n", &edit), (FIELD, &field)], wanted);
        };
        several("string or Violation[] or map<StringList>", &[]);
        several(
            "string[] or StringList",
            &["alternative `StringList` has the Rust name `StringList` of `string[]` too"],
        );
        several("string or Other", &["`Other` cannot be one of several types"]);
        several("string or map<any or string>", &["`any or string` has no name"]);
        several("map<any or string>", &["`any or string` has no name"]);
        for (field, several) in [
            ("string or Violation[]", "string or Violation[]"),
            ("map<string or integer>[]", "string or integer"),
            ("{ type: Violation or string, meaning: M. }", "Violation or string"),
        ] {
            let edit = format!("{FIELD}\n          a: \"{field}\"").replace("\"{", "{").replace("}\"", "}");
            expect(&[(FIELD, &edit)], &[&format!("`{several}` has no name")]);
        }
    }

    #[test]
    fn several_types_can_be_told_apart() {
        let several = |ty: &str, wanted: &[&str]| {
            let more = "  Kind: [a, b]\n  Other: [c]\n  A: { kind: Kind, x: string }\n  B: { kind: Other, x: string }\n  C: { type: { type: Kind, also: [kind] }, y: any }\n";
            let edit = format!("    path: string, required\n  T: {ty}\n{more}  Used: {{ a: A, b: B, c: C }}\n");
            let field = format!("{FIELD}\n          a: T\n          b: Used");
            expect(&[("    path: string, required\n", &edit), (FIELD, &field)], wanted);
        };
        // By the texts of `kind`; by members of which no two types have one.
        several("A or B", &[]);
        several("A[] or B[] or string or integer or number", &[]);
        several("A or B or map<A> or object or any", &[]);
        several("A or C", &["`C` can be taken for `A`"]);
        several("A[] or C[]", &["`C[]` can be taken for `A[]`"]);
        several("A or C[]", &[]);
        several("object or A", &["`A` can be taken for `object`"]);
        several("any or string", &["`string` can be taken for `any`"]);
        several("number or integer", &["`integer` can be taken for `number`"]);
        several("string or Kind", &["`Kind` can be taken for `string`"]);
        several("Kind or datetime", &["`datetime` can be taken for `Kind`"]);
    }

    #[test]
    fn lists_of_lists_end_somewhere() {
        // Rust's types nest as deeply: the generator would have no room for them.
        let chain: Vec<String> = (0..20_000).map(|index| format!("  B{index}: B{}[]\n", index + 1)).collect();
        let chain = chain.concat();
        let edit = format!("    path: string, required\n{chain}  B20000: string\n");
        let field = format!("{FIELD}\n          a: B0");
        let wanted = ["type `B0` holds lists and maps more than 16 deep"];
        expect(&[("    path: string, required\n", &edit), (FIELD, &field)], &wanted);
    }

    #[test]
    fn an_unknown_type_does_not_also_make_another_unused() {
        expect(&[(FIELD, "          violations: Violaton[]")], &["unknown type `Violaton`"]);
    }

    #[test]
    fn classes_of_digits_are_types_too() {
        let form = "code: { digits: 2 }\nclasses: [{ name: violation, digits: 1, meaning: M., values: {} }]";
        expect(
            &[
                ("code: text", form),
                ("OUT_OF_STOCK:", "'11':\n        name: A"),
                ("          LOWER:", "          '12':\n            name: B"),
            ],
            &["type `Violation` has the Rust name `Violation` of `violation` too"],
        );
    }
}

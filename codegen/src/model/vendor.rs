//! A vendor: everything that its catalog says.

use super::code::{Code, CodeForm, Transport};
use super::envelope::Envelope;
use super::example::Example;
use super::fields::{Field, TypeDef, TypeExpr, TypeShape};
use super::retry::{Headers, Retry};

/// One vendor: everything that its catalog says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vendor {
    /// The module's name, which is also the stem of the file: `omnicart`.
    pub name: String,
    /// The vendor's name as people write it: `OmniCart`.
    pub title: String,
    /// The pages that the facts come from; at least one.
    pub sources: Vec<String>,
    /// The day of the last comparison with the sources, `YYYY-MM-DD`.
    pub reviewed: String,
    /// The catalog's path relative to the directory that holds all catalogs: `omnicart.yaml`.
    pub file: String,
    /// What a code looks like.
    pub form: CodeForm,
    /// The vendor's calls, in the catalog's order. Empty where the page does not tell codes apart by call.
    pub operations: Vec<Operation>,
    /// The page's sections, in its order.
    pub sections: Vec<Section>,
    /// Nested types that fields refer to, in the catalog's order.
    pub types: Vec<TypeDef>,
    /// Fields that every error may carry.
    pub item_fields: Vec<Field>,
    /// All codes, in the catalog's order.
    pub codes: Vec<Code>,
    /// HTTP statuses that come without a code, in the catalog's order.
    pub transport: Vec<Transport>,
    /// HTTP statuses that mean success when the body is empty.
    pub success_without_body: Vec<u16>,
    /// The headers that say something about an error.
    pub headers: Headers,
    /// Where errors stand in a body, in the order in which they are tried.
    pub envelopes: Vec<Envelope>,
    /// Examples that belong to no single code.
    pub examples: Vec<Example>,
}

impl Vendor {
    /// Whether a field that every error may have can hold personal or secret data: with an unlisted code that is so
    /// where it is so with any listed one.
    #[must_use]
    pub fn is_sensitive_item_field(&self, name: &str) -> bool {
        self.codes.iter().any(|code| code.sensitive.iter().any(|sensitive| sensitive == name))
    }

    /// All retry advice: of codes, of what unlisted codes fall back to, and of statuses that come without a code.
    pub fn retries(&self) -> impl Iterator<Item = &Retry> {
        let (ranges, groups) = match &self.form {
            CodeForm::Text { .. } => (&[][..], &[][..]),
            CodeForm::Integer { ranges, .. } => (ranges.as_slice(), &[][..]),
            CodeForm::Digits { structure, .. } => (&[][..], structure.as_slice()),
        };
        let values = groups.iter().flat_map(|group| &group.values);
        let advised = ranges.iter().map(|range| &range.advised).chain(values.map(|value| &value.advised));
        let codes = self.codes.iter().map(|code| &code.retry);
        codes
            .chain(advised.filter_map(|advised| advised.retry.as_ref()))
            .chain(self.transport.iter().map(|it| &it.retry))
    }

    /// Whether a code has fields that not every error has.
    #[must_use]
    pub fn has_own_fields(&self, code: &Code) -> bool {
        code.fields != self.item_fields
    }

    /// The declared type of this name.
    #[must_use]
    pub fn type_named(&self, name: &str) -> Option<&TypeDef> {
        self.types.iter().find(|ty| ty.name == name)
    }

    /// What a type stands for once aliases are followed: never the name of an alias, except that of one of several types,
    /// which keeps its name. `any` stands in for a name that is not declared or leads back to itself.
    #[must_use]
    pub fn resolved<'a>(&'a self, ty: &'a TypeExpr) -> &'a TypeExpr {
        let mut ty = ty;
        for _ in 0..=self.types.len() {
            let TypeExpr::Named(name) = ty else { return ty };
            match self.type_named(name).map(|ty| &ty.shape) {
                Some(TypeShape::Alias(TypeExpr::Union(_)) | TypeShape::Object(_)) => return ty,
                Some(TypeShape::Alias(target)) => ty = target,
                None => break,
            }
        }
        &TypeExpr::Any
    }
}

/// One of the vendor's calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The catalog's key: `initiate`.
    pub key: String,
    /// The Rust name, checked: `Initiate`.
    pub ident: String,
    /// The page's heading: `Initiate Cart`.
    pub title: String,
}

/// One section of the vendor's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The page's heading.
    pub title: String,
}

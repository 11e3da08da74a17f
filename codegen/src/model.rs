//! A checked catalog: resolved, named and ordered. The only thing that emitters, exports and loaders see.
//!
//! Every text is as the catalog says it; every reference (a section, an operation, a type, a member path) has been
//! found; every default has been applied. What the vendor's page does not say is `None`, never an empty string.

mod code;
mod envelope;
mod fields;
pub(crate) mod generated_names;

pub use code::{Advised, Code, CodeForm, DigitGroup, DigitValue, IntegerRange, Retry, StatusRule, Transport};
pub use envelope::{
    AllOf, CodePath, Condition, Envelope, ItemPath, Items, Path, Requirement, Step, TextRole, ValueTest, Write,
    WriteValue,
};
pub use errors_tables::{Advice, Audience, Kind};
pub use fields::{Field, TypeDef, TypeExpr, TypeShape};

use std::hash::{Hash, Hasher};

use crate::template::Template;

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

/// A wording of a message, as the catalog writes it and taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The text with every placeholder as `{name}`: `A value is required for field {field}.`
    pub text: String,
    /// The same, taken apart.
    pub template: Template,
}

impl Hash for Wording {
    /// Wordings of one text are nearly always alike.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

/// A body, and what it must read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What the body shows.
    pub title: Option<String>,
    /// The HTTP status it came with.
    pub status: Option<u16>,
    /// Index into [`Vendor::operations`].
    pub operation: Option<usize>,
    /// The body.
    pub body: String,
    /// What must be read.
    pub reads: Reads,
    /// Where the example stands in the catalog, for reports about it.
    pub place: crate::finding::Place,
}

/// What an example must read as; `None` is not compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reads {
    /// `failed`, `succeeded`, `partial` or `unrecognized`.
    pub outcome: Option<Outcome>,
    /// The name of the envelope.
    pub envelope: Option<String>,
    /// The codes of all items in order; `None` for an item without one.
    pub codes: Option<Vec<Option<String>>>,
    /// A code that must be among those read.
    pub includes: Option<String>,
    /// The messages of all items in order; `None` for an item without one.
    pub messages: Option<Vec<Option<String>>>,
    /// The name of a transport error.
    pub transport: Option<String>,
    /// Why the body is unrecognized: `not_json`, `not_envelope` or `too_deep`.
    pub reason: Option<Reason>,
}

/// What a body turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The request failed.
    Failed,
    /// The request succeeded.
    Succeeded,
    /// Some of it failed.
    Partial,
    /// The body is no envelope of the vendor's.
    Unrecognized,
}

/// Why a body is unrecognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not JSON.
    NotJson,
    /// It is JSON, but no envelope.
    NotEnvelope,
    /// It is nested too deeply.
    TooDeep,
}

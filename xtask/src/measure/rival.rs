//! What a user would write instead of the generated code, from the same catalogs: code enums with strum, details with
//! serde, errors with thiserror.
//!
//! It gets less than the generated code has, so that no comparison is in favor of that: two lines of documentation for each
//! code, and neither envelopes, statuses, wordings of messages, operations nor transport errors.

use std::fmt::Write as _;

use errors_codegen::model::{Code, CodeForm, Field, TypeDef, TypeExpr, TypeShape, Vendor};

/// The crates that it needs, as lines of a manifest.
pub(super) const DEPENDENCIES: &str = "\
serde = { version = \"1\", features = [\"derive\"] }
serde_json = \"1\"
strum = { version = \"0.28\", features = [\"derive\"] }
thiserror = \"2\"
";

/// How much of what is known of a code the rival has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surface {
    /// Codes as text and back, details, errors.
    Lean,
    /// Also what a code means, what to do about it, its kind, retry advice, audience, section and page.
    Full,
}

/// A library with a module for each vendor.
pub(super) fn library(vendors: &[Vendor], surface: Surface) -> String {
    let mut text = "#![allow(dead_code)]\n".to_owned();
    for vendor in vendors {
        // Writing to a string never fails, here and below.
        let _ = module(vendor, surface, &mut text);
    }
    text
}

fn module(vendor: &Vendor, surface: Surface, text: &mut String) -> std::fmt::Result {
    writeln!(text, "pub mod {} {{", vendor.name)?;
    codes(vendor, surface, text)?;
    let own: Vec<&Code> = vendor.codes.iter().filter(|code| vendor.has_own_fields(code)).collect();
    details(vendor, &own, text)?;
    errors(vendor, text)?;
    writeln!(text, "pub mod detail {{")?;
    for code in own {
        object(&code.ident, &code.fields, "super::types::", vendor, text)?;
    }
    object("Other", &vendor.item_fields, "super::types::", vendor, text)?;
    writeln!(text, "}}\npub mod types {{")?;
    vendor.types.iter().try_for_each(|ty| declared(ty, vendor, text))?;
    writeln!(text, "}}\n}}")
}

/// The enum of the codes.
fn codes(vendor: &Vendor, surface: Surface, text: &mut String) -> std::fmt::Result {
    let more = match surface {
        Surface::Lean => "",
        Surface::Full => ", strum::AsRefStr, strum::VariantArray, strum::EnumMessage, strum::EnumProperty",
    };
    writeln!(
        text,
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[derive(strum::Display, strum::EnumString, strum::IntoStaticStr, strum::EnumIter{more})]
#[non_exhaustive]
pub enum Code {{"
    )?;
    for code in &vendor.codes {
        let Code { wire, ident, meaning, action, .. } = code;
        let facts = match surface {
            Surface::Lean => String::new(),
            Surface::Full => facts(code, vendor),
        };
        writeln!(text, "#[doc = {meaning:?}]\n#[doc = {action:?}]\n#[strum(serialize = {wire:?}{facts})]\n{ident},")?;
    }
    writeln!(text, "}}")
}

/// What is known of a code, as strum keeps it.
fn facts(code: &Code, vendor: &Vendor) -> String {
    let Code { meaning, action, link, .. } = code;
    let section = vendor.sections.get(code.section).map_or("", |section| &section.title);
    format!(
        ", message = {meaning:?}, detailed_message = {action:?}, props(kind = {:?}, retry = {:?}, reason = {:?}, \
         audience = {:?}, section = {section:?}, link = {link:?})",
        code.kind.as_str(),
        code.retry.advice.as_str(),
        code.retry.reason,
        code.audience.as_str(),
    )
}

/// The enum of the details. An integer cannot be a tag.
fn details(vendor: &Vendor, own: &[&Code], text: &mut String) -> std::fmt::Result {
    let tagged = !matches!(vendor.form, CodeForm::Integer { .. });
    let serde = if tagged { "tag = \"code\"" } else { "untagged" };
    writeln!(text, "#[derive(Clone, Debug, PartialEq, serde::Deserialize)]\n#[serde({serde})]\npub enum Detail {{")?;
    for Code { wire, ident, .. } in own {
        let rename = if tagged { format!("#[serde(rename = {wire:?})]\n") } else { String::new() };
        writeln!(text, "{rename}{ident}(detail::{ident}),")?;
    }
    let other = if tagged { "#[serde(other)]\nOther" } else { "Other(detail::Other)" };
    writeln!(text, "{other},\n}}")
}

/// The enum of the errors.
fn errors(vendor: &Vendor, text: &mut String) -> std::fmt::Result {
    writeln!(text, "#[derive(Clone, Debug, PartialEq, thiserror::Error)]\npub enum Error {{")?;
    for code in &vendor.codes {
        let shown = format!("{}: {}", code.wire, code.meaning).replace('{', "{{").replace('}', "}}");
        let ident = &code.ident;
        let detail = if vendor.has_own_fields(code) { format!("(detail::{ident})") } else { String::new() };
        writeln!(text, "#[error({shown:?})]\n{ident}{detail},")?;
    }
    writeln!(text, "#[error(\"an unlisted code: {{0}}\")]\nUnlisted(String),\n}}")
}

/// A struct with these fields.
fn object(ident: &str, fields: &[Field], types: &str, vendor: &Vendor, text: &mut String) -> std::fmt::Result {
    writeln!(text, "#[derive(Clone, Debug, PartialEq, serde::Deserialize)]\npub struct {ident} {{")?;
    for field in fields {
        let Field { name, ident, .. } = field;
        let also = field.also.iter().map(|name| format!(", alias = {name:?}")).collect::<Vec<_>>().concat();
        let ty = rust_type(&field.ty, types, vendor);
        let ty = if field.required == Some(true) { ty } else { format!("Option<{ty}>") };
        writeln!(text, "#[serde(rename = {name:?}{also})]\npub {ident}: {ty},")?;
    }
    writeln!(text, "}}")
}

/// A type that the catalog declares.
fn declared(ty: &TypeDef, vendor: &Vendor, text: &mut String) -> std::fmt::Result {
    match &ty.shape {
        TypeShape::Object(fields) => object(&ty.name, fields, "", vendor, text),
        TypeShape::Alias(TypeExpr::Union(alternatives)) => {
            writeln!(text, "#[derive(Clone, Debug, PartialEq, serde::Deserialize)]\n#[serde(untagged)]")?;
            writeln!(text, "pub enum {} {{", ty.name)?;
            for alternative in alternatives {
                writeln!(text, "{}({}),", alternative.variant(), rust_type(alternative, "", vendor))?;
            }
            writeln!(text, "Other(serde_json::Value),\n}}")
        }
        TypeShape::Alias(_) => Ok(()),
    }
}

/// What a type of the catalog is in Rust.
fn rust_type(ty: &TypeExpr, types: &str, vendor: &Vendor) -> String {
    match vendor.resolved(ty) {
        TypeExpr::String | TypeExpr::DateTime => "String".to_owned(),
        TypeExpr::Integer => "i64".to_owned(),
        TypeExpr::Number => "f64".to_owned(),
        TypeExpr::Boolean => "bool".to_owned(),
        TypeExpr::Object => "serde_json::Map<String, serde_json::Value>".to_owned(),
        TypeExpr::Any | TypeExpr::Union(_) => "serde_json::Value".to_owned(),
        TypeExpr::Named(name) => format!("{types}{name}"),
        TypeExpr::List(element) => format!("Vec<{}>", rust_type(element, types, vendor)),
        TypeExpr::Map(value) => format!("std::collections::BTreeMap<String, {}>", rust_type(value, types, vendor)),
    }
}

//! One static for each attribute of the codes, so that the linker drops what nobody asks for.

use super::data::{Data, number, option, slice, text};
use crate::model::{Code, Field, Retry, StatusRule, TypeShape, Vendor, Wording};
use crate::template::Part;

/// All columns. Entry `i` of each belongs to code `i`.
pub(super) fn emit(vendor: &Vendor, data: &mut Data<'_>) {
    let runtime = data.runtime;
    let table = format!("{runtime}::table");
    let column = |entry: &dyn Fn(&Code) -> String| vendor.codes.iter().map(entry).collect::<Vec<_>>();
    data.table("WIRE", "&str", &column(&|code| text(&code.wire)));
    data.table("NAMES", "&str", &column(&|code| text(&code.ident)));
    data.table("SECTIONS", "u16", &column(&|code| number(code.section)));
    let rules =
        |rules: &&Vec<StatusRule>| slice(&rules.iter().map(|rule| status_rule(rule, &table)).collect::<Vec<_>>());
    data.shared("STATUSES", &format!("&[{table}::StatusRule<'static>]"), &values(vendor, |code| &code.statuses), rules);
    let operations = |operations: &&Option<Vec<usize>>| option(operations.as_deref().map(indices));
    let called = values(vendor, |code| &code.operations);
    data.shared("OPERATIONS", "::core::option::Option<&[u16]>", &called, operations);
    let messages =
        |messages: &&Vec<Wording>| slice(&messages.iter().map(|message| wording(message, &table)).collect::<Vec<_>>());
    let worded = values(vendor, |code| &code.messages);
    data.shared("MESSAGES", &format!("&[{table}::Wording<'static>]"), &worded, messages);
    let fields = |fields: &Vec<(&Field, bool)>| {
        slice(&fields.iter().map(|(entry, sensitive)| field(entry, *sensitive, &table)).collect::<Vec<_>>())
    };
    let documented = values(vendor, |code| {
        code.fields.iter().map(|field| (field, code.sensitive.contains(&field.name))).collect::<Vec<_>>()
    });
    data.shared("FIELDS", &format!("&[{table}::Field<'static>]"), &documented, fields);
    data.shared("SENSITIVE", "&[&str]", &values(vendor, |code| &code.sensitive), |names| texts(names));
    data.table("MEANINGS", "&str", &column(&|code| text(&code.meaning)));
    data.table("ACTIONS", "&str", &literals(vendor, |code| &code.action));
    let kinds = column(&|code| [runtime, "::Kind::", code.kind.ident()].concat());
    data.table("KINDS", &format!("{runtime}::Kind"), &kinds);
    let retry = |Retry { advice, reason, stated }: &&Retry| {
        let advice = advice.ident();
        format!("{runtime}::Retry {{ advice: {runtime}::Advice::{advice}, reason: {reason:?}, stated: {stated} }}")
    };
    data.shared("RETRIES", &format!("{runtime}::Retry<'static>"), &values(vendor, |code| &code.retry), retry);
    let audiences = column(&|code| [runtime, "::Audience::", code.audience.ident()].concat());
    data.table("AUDIENCES", &format!("{runtime}::Audience"), &audiences);
    let since = values(vendor, |code| code.deprecated.as_deref());
    data.shared("DEPRECATED", "::core::option::Option<&str>", &since, |since| option(since.map(text)));
    let successors = values(vendor, |code| successor(code, vendor));
    data.shared("REPLACED_BY", "::core::option::Option<u32>", &successors, |code| option(code.map(number)));
    data.table("LINKS", "&str", &literals(vendor, |code| &code.link));
    let item_fields =
        vendor.item_fields.iter().map(|entry| field(entry, vendor.is_sensitive_item_field(&entry.name), &table));
    data.table("ITEM_FIELDS", &format!("{table}::Field<'static>"), &item_fields.collect::<Vec<_>>());
    let titles: Vec<_> = vendor.sections.iter().map(|section| text(&section.title)).collect();
    data.table("SECTION_TITLES", "&str", &titles);
    for (index, ty) in vendor.types.iter().enumerate() {
        if let TypeShape::Object(fields) = &ty.shape {
            let rows: Vec<_> = fields.iter().map(|entry| field(entry, false, &table)).collect();
            data.constant(&format!("FIELDS_OF_TYPE_{index}"), &format!("&[{table}::Field<'static>]"), &slice(&rows));
        }
    }
}

/// What each code has of one sort.
fn values<'v, T>(vendor: &'v Vendor, of: impl Fn(&'v Code) -> T) -> Vec<T> {
    vendor.codes.iter().map(of).collect()
}

/// A text of each code as a literal. Neighbors often have the same one, which is then written once.
fn literals(vendor: &Vendor, of: impl Fn(&Code) -> &String) -> Vec<String> {
    let mut last: (&str, String) = ("", text(""));
    let literal = |code| {
        let next = of(code);
        if *next != last.0 {
            last = (next, text(next));
        }
        last.1.clone()
    };
    vendor.codes.iter().map(literal).collect()
}

fn status_rule(rule: &StatusRule, table: &str) -> String {
    let operations = option(rule.operations.as_deref().map(indices));
    format!("{table}::StatusRule {{ http: {}, operations: {operations} }}", rule.http)
}

fn wording(wording: &Wording, table: &str) -> String {
    let parts = wording.template.parts.iter().map(|part| match part {
        Part::Literal(fixed) => format!("{table}::Part::Literal({fixed:?})"),
        Part::Hole(name) => format!("{table}::Part::Hole({name:?})"),
        Part::Again(name) => format!("{table}::Part::Again({name:?})"),
    });
    let parts = slice(&parts.collect::<Vec<_>>());
    format!("{table}::Wording {{ text: {:?}, parts: {parts} }}", wording.text)
}

/// A documented field.
fn field(field: &Field, sensitive: bool, table: &str) -> String {
    let Field { name, .. } = field;
    let (also, ty) = (texts(&field.also), field.ty.to_string());
    let required = option(field.required.map(|required| required.to_string()));
    format!(
        "{table}::Field {{ name: {name:?}, also: {also}, ty: {ty:?}, required: {required}, sensitive: {sensitive} }}"
    )
}

fn texts(texts: &[String]) -> String {
    slice(&texts.iter().map(|entry| text(entry)).collect::<Vec<_>>())
}

fn indices(indices: &[usize]) -> String {
    slice(&indices.iter().map(number).collect::<Vec<_>>())
}

/// The index of a code's successor.
fn successor(code: &Code, vendor: &Vendor) -> Option<usize> {
    let wire = code.replaced_by.as_ref()?;
    vendor.codes.iter().position(|other| other.wire == *wire)
}

//! What is generated in bulk, as text: the enums and the tables. As tokens, most of the time would go into parsing and
//! formatting what has no structure to speak of.
//!
//! Texts become literals and documentation stays on its lines, so that no text of a catalog can alter the code around it;
//! names are checked one by one.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::doc::Doc;
use super::tokens;
use crate::model::Vendor;

/// Lines are broken between entries before they get longer than this.
const WIDTH: usize = 100;

/// The enums and tables of a module.
pub(crate) struct Data<'a> {
    /// The path of the runtime crate.
    pub(super) runtime: &'a str,
    /// The enums.
    pub(crate) enums: String,
    /// The tables.
    pub(crate) tables: String,
    /// Why the first name that is none is none.
    pub(crate) wrong: Option<syn::Error>,
}

/// A variant and its documentation.
pub(super) struct Variant<'a> {
    /// Its checked name.
    pub(super) ident: &'a str,
    /// What it stands for.
    pub(super) doc: Doc,
}

impl<'a> Data<'a> {
    /// Nothing yet.
    pub(super) fn new(runtime: &'a str) -> Self {
        Self { runtime, enums: String::new(), tables: String::new(), wrong: None }
    }

    /// A fieldless enum, with `ALL` in the order of the variants: the shape of codes, calls, ranges and digit values.
    pub(super) fn enumeration(&mut self, ident: &str, doc: &Doc, debug: bool, variants: &[Variant<'_>]) {
        let mut names = std::iter::once(ident).chain(variants.iter().map(|variant| variant.ident));
        self.wrong = self.wrong.take().or_else(|| names.find_map(tokens::wrong_name));
        let text = &mut self.enums;
        doc.write("", text);
        let debug = if debug { "Debug, " } else { "" };
        let repr = repr(variants.len());
        // Writing to a string never fails, here and below.
        let _ = write!(
            text,
            "#[derive(Clone, Copy, {debug}PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[non_exhaustive]\n\
             {repr}pub enum {ident} {{"
        );
        for Variant { ident, doc } in variants {
            text.push('\n');
            doc.write("    ", text);
            let _ = write!(text, "    {ident},");
        }
        text.push_str(if variants.is_empty() { "}\n" } else { "\n}\n" });
        let all: Vec<_> = variants.iter().map(|variant| format!("Self::{}", variant.ident)).collect();
        let _ = writeln!(
            text,
            "impl {ident} {{\n    /// Every one, in the order of the catalog.\n    \
             pub const ALL: &'static [Self] = {};\n}}",
            slice(&all)
        );
    }

    /// A private static with these entries.
    pub(super) fn table(&mut self, name: &str, entry: &str, entries: &[String]) {
        let _ = writeln!(self.tables, "static {name}: [{entry}; {}] = {};", number(entries.len()), array(entries));
    }

    /// A private constant.
    pub(super) fn constant(&mut self, name: &str, ty: &str, value: &str) {
        let _ = writeln!(self.tables, "const {name}: {ty} = {value};");
    }

    /// A private static with these entries, each of which is a constant of its own; those that are alike are one.
    ///
    /// The compiler takes a time that grows with the square of the number of slices in one array.
    pub(super) fn shared(&mut self, name: &str, entry: &str, entries: &[String]) {
        let mut constants = HashMap::new();
        let mut names = Vec::with_capacity(entries.len());
        for value in entries {
            let next = constants.len();
            let index = *constants.entry(value.as_str()).or_insert_with(|| {
                let _ = writeln!(self.tables, "const {name}_{next}: {entry} = {value};");
                next
            });
            names.push(format!("{name}_{index}"));
        }
        self.table(name, entry, &names);
    }
}

/// A text as a literal.
pub(super) fn text(text: &str) -> String {
    format!("{text:?}")
}

/// A number, with `_` between groups of three digits where it is long.
pub(super) fn number(value: impl Copy + ToString) -> String {
    let digits = value.to_string();
    match digits.strip_prefix('-') {
        Some(digits) => format!("-{}", tokens::grouped(digits, 3)),
        None if digits.len() <= 4 => digits,
        None => tokens::grouped(&digits, 3),
    }
}

/// A borrowed array.
pub(super) fn slice(entries: &[String]) -> String {
    format!("&{}", array(entries))
}

/// Codes, by their indices, as a borrowed array.
pub(super) fn codes(indices: &[usize], vendor: &Vendor) -> String {
    let codes = indices.iter().filter_map(|&index| vendor.codes.get(index));
    slice(&codes.map(|code| format!("Code::{}", code.ident)).collect::<Vec<_>>())
}

/// `Some` or `None`.
pub(super) fn option(value: Option<impl AsRef<str>>) -> String {
    value.map_or_else(
        || "::core::option::Option::None".to_owned(),
        |value| format!("::core::option::Option::Some({})", value.as_ref()),
    )
}

/// An array, broken into lines where it is long.
pub(super) fn array(entries: &[String]) -> String {
    if entries.iter().map(|entry| entry.len() + 2).sum::<usize>() <= WIDTH {
        return format!("[{}]", entries.join(", "));
    }
    let mut text = "[\n".to_owned();
    fill(entries, &mut text);
    text.push(']');
    text
}

/// Adds lines of entries, each with a comma behind it.
fn fill(entries: &[String], text: &mut String) {
    let mut width = 0;
    for entry in entries {
        if width > 0 && width + entry.len() >= WIDTH {
            text.push('\n');
            width = 0;
        }
        text.push_str(if width == 0 { "    " } else { " " });
        text.push_str(entry);
        text.push(',');
        width += entry.len() + 2;
    }
    if width > 0 {
        text.push('\n');
    }
}

/// The smallest representation that fits; none for an enum without variants, which may not have one.
fn repr(variants: usize) -> &'static str {
    match variants {
        0 => "",
        1..=0x100 => "#[repr(u8)]\n",
        0x101..=0x1_0000 => "#[repr(u16)]\n",
        _ => "#[repr(u32)]\n",
    }
}

//! What is generated in bulk, as text: the enums and the tables. As tokens, most of the time would go into parsing and
//! formatting what has no structure to speak of.
//!
//! Texts become literals and documentation stays on its lines, so that no text of a catalog can alter the code around it;
//! names are checked one by one.

use std::fmt::Write as _;
use std::hash::Hash;

use super::distinct::distinct;
use super::doc::Doc;
use super::tokens;
use crate::model::Vendor;

/// Lines are broken between entries before they get longer than this.
const WIDTH: usize = 100;

/// How many slices the values of their own that a table holds may have. The compiler takes a time that grows with the square
/// of the number of slices in one array, and more for a constant than for a value in the table until there are some thousands.
const MOST_WITHIN: usize = 1_000;

/// A part of a module.
pub(crate) struct Data<'a> {
    /// The path of the runtime crate.
    pub(super) runtime: &'a str,
    /// The enums.
    pub(crate) enums: String,
    /// What is code, formatted.
    pub(crate) code: String,
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
        Self { runtime, enums: String::new(), code: String::new(), tables: String::new(), wrong: None }
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
    pub(super) fn table(&mut self, name: &str, entry: &str, entries: &[impl AsRef<str>]) {
        let _ = writeln!(self.tables, "static {name}: [{entry}; {}] = {};", number(entries.len()), array(entries));
    }

    /// A private constant.
    pub(super) fn constant(&mut self, name: &str, ty: &str, value: &str) {
        let _ = writeln!(self.tables, "const {name}: {ty} = {value};");
    }

    /// A private static with an entry for each of these values. Values that are alike share a constant; so that the compiler
    /// has fewer items to go over, one that has nothing like it stands in the table itself, unless there are too many.
    pub(super) fn shared<T: Eq + Hash>(&mut self, name: &str, entry: &str, values: &[T], write: impl Fn(&T) -> String) {
        let (indices, distinct) = distinct(values);
        let mut written: Vec<_> = distinct.iter().map(|(value, uses)| (write(value), *uses)).collect();
        let own = written.iter().filter(|(_, uses)| *uses == 1);
        let is_within = own.map(|(value, _)| 1 + value.matches("&[").count()).sum::<usize>() <= MOST_WITHIN;
        let shared = written.iter_mut().filter(|(_, uses)| !is_within || *uses > 1);
        for (index, (value, _)) in shared.enumerate() {
            let constant = format!("{name}_{index}");
            self.constant(&constant, entry, value);
            *value = constant;
        }
        let entries: Vec<&str> =
            indices.iter().filter_map(|&index| written.get(index)).map(|(value, _)| value.as_str()).collect();
        self.table(name, entry, &entries);
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
pub(super) fn slice(entries: &[impl AsRef<str>]) -> String {
    if entries.is_empty() { "&[]".to_owned() } else { ["&", &array(entries)].concat() }
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
pub(super) fn array(entries: &[impl AsRef<str>]) -> String {
    let (mut text, mut width, mut is_long) = ("[".to_owned(), 0, false);
    for entry in entries {
        let entry = entry.as_ref();
        if width > 0 {
            is_long |= width + entry.len() >= WIDTH;
            text.push_str(if width + entry.len() < WIDTH { ", " } else { ",\n    " });
            width = if width + entry.len() < WIDTH { width } else { 0 };
        }
        if entry.contains('\n') {
            // Literals have no line ends: these are of an array within.
            text.push_str(&entry.replace('\n', "\n    "));
        } else {
            text.push_str(entry);
        }
        width += entry.len() + 2;
    }
    if is_long || width > WIDTH {
        text.insert_str(1, "\n    ");
        text.push_str(",\n");
    }
    text.push(']');
    text
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

#[cfg(test)]
mod tests {
    use super::{Data, MOST_WITHIN};

    #[test]
    fn values_stand_in_their_table_unless_they_are_shared_or_too_many() {
        let tables = |values: &[usize]| {
            let mut data = Data::new("crate");
            data.shared("SIZES", "u32", values, usize::to_string);
            data.tables
        };
        assert_eq!(tables(&[7, 8, 7]), "const SIZES_0: u32 = 7;\nstatic SIZES: [u32; 3] = [SIZES_0, 8, SIZES_0];\n");
        let constants = |values: usize| tables(&(0..values).collect::<Vec<_>>()).matches("const ").count();
        assert_eq!([constants(MOST_WITHIN), constants(MOST_WITHIN + 1)], [0, MOST_WITHIN + 1]);
        let mut data = Data::new("crate");
        data.shared("LISTS", "&[&[u8]]", &[1, 2], |_| format!("&[{}]", "&[], ".repeat(MOST_WITHIN / 2)));
        assert_eq!(data.tables.matches("const ").count(), 2);
    }
}

//! The large tables, as text: as tokens, most of the time would go into parsing and formatting what has no structure to
//! speak of.
//!
//! Texts become literals, so that no text of a catalog can alter the code around it.

use std::fmt::Write as _;
use std::hash::Hash;

use super::distinct::distinct;
use super::tokens;

/// Lines are broken between entries before they get longer than this.
const WIDTH: usize = 100;

/// How many slices the values of their own that a table holds may have. The compiler takes a time that grows with the square
/// of the number of slices in one array, and more for a constant than for a value in the table until there are some thousands.
const MOST_WITHIN: usize = 1_000;

/// The tables of a module.
pub(super) struct Data<'a> {
    /// The path of the runtime crate.
    pub(super) runtime: &'a str,
    /// Their text.
    pub(super) tables: String,
}

impl<'a> Data<'a> {
    /// None yet.
    pub(super) fn new(runtime: &'a str) -> Self {
        Self { runtime, tables: String::new() }
    }

    /// A private static with these entries.
    pub(super) fn table(&mut self, name: &str, entry: &str, entries: &[impl AsRef<str>]) {
        // Writing to a string never fails, here and below.
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

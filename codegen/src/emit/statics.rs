//! Prints tables as statics, one for each attribute, so that the linker drops those that a program does not use.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::expression::{Expression, fill};
use super::table_values::{Names, Print};

/// The maximum number of slices within the values that are written directly in one array. The compiler's time grows
/// with the square of that number. Up to some thousands this is still faster than a constant for each value.
const MOST_WITHIN: usize = 1_000;

/// Collects the statics of a module.
#[derive(Debug, Default)]
pub(super) struct Statics {
    names: Names,
    text: String,
}

impl Statics {
    /// Prints an array as a static, and returns a reference to it.
    pub(super) fn column<T: Print>(&mut self, name: &str, values: &[T]) -> Expression {
        let ty = T::ty(&mut self.names);
        let rows = values.iter().map(|value| value.print(&mut self.names)).collect();
        self.rows(name, &ty, rows);
        Expression::word(format!("&{name}"))
    }

    /// Prints an array of these expressions, each on a separate line.
    pub(super) fn rows(&mut self, name: &str, ty: &str, rows: Vec<Expression>) {
        let rows = self.shared(name, ty, rows);
        let head = format!("    pub(super) static {name}: [{ty}; {}] = ", rows.len());
        let array = match rows.as_slice() {
            [first, rest @ ..] if !rest.is_empty() && rest.iter().all(|row| row == first) => {
                Expression::word(format!("[{}; {}]", first.flat(), rows.len()))
            }
            _ => Expression::array(rows),
        };
        self.text.push_str(&head);
        array.write(4, head.len() - 3, &mut self.text);
        self.text.push_str(";\n\n");
    }

    /// Prints values that occur several times as constants, and replaces them by their names. Values that occur once
    /// stay in the table itself, so that the compiler has fewer items, unless there are too many of them.
    ///
    /// The decision does not depend on the lengths of texts, so that editing a text changes nothing else in the
    /// generated code.
    fn shared(&mut self, name: &str, ty: &str, rows: Vec<Expression>) -> Vec<Expression> {
        let mut uses: HashMap<Expression, usize> = HashMap::new();
        for row in &rows {
            *uses.entry(row.clone()).or_default() += 1;
        }
        let own = uses.iter().filter(|(_, uses)| **uses == 1).map(|(row, _)| row.slices()).sum::<usize>();
        let mut constants: HashMap<Expression, Expression> = HashMap::new();
        let mut named = Vec::with_capacity(rows.len());
        for row in rows {
            let is_shared = uses.get(&row).is_some_and(|uses| *uses > 1) || own > MOST_WITHIN;
            if !is_shared || row.is_small() {
                named.push(row);
                continue;
            }
            let next = constants.len();
            let constant = constants.entry(row).or_insert_with_key(|row| {
                let constant = format!("{name}_{next}");
                let head = format!("    const {constant}: {ty} = ");
                self.text.push_str(&head);
                row.write(4, head.len() - 3, &mut self.text);
                self.text.push_str(";\n");
                Expression::Word(constant)
            });
            named.push(constant.clone());
        }
        named
    }

    /// Prints a single value.
    pub(super) fn value(&mut self, head: &str, value: &Expression) {
        let head = format!("    {head} = ");
        self.text.push_str(&head);
        value.write(4, head.len() - 3, &mut self.text);
        self.text.push_str(";\n\n");
    }

    /// Prints a documentation comment for the next item.
    pub(super) fn doc(&mut self, doc: &str) {
        let _ = writeln!(self.text, "    /// {doc}");
    }

    /// The name of the type, which marks the types in it as used.
    pub(super) fn ty<T: Print>(&mut self) -> String {
        T::ty(&mut self.names)
    }

    /// The expression of a value, which marks the types in it as used.
    pub(super) fn print(&mut self, value: &impl Print) -> Expression {
        value.print(&mut self.names)
    }

    /// Marks a type as used by an expression that was not made by [`print`](Self::print).
    pub(super) fn uses(&mut self, name: &'static str) {
        self.names.insert(name);
    }

    /// The text of the private module with these statics, with further imports.
    pub(super) fn module(self, imports: &str) -> String {
        let names: Vec<_> = self.names.into_iter().map(Expression::word).collect();
        let mut text = format!("\nmod tables {{\n{imports}    use super::runtime::table::{{");
        fill(&names, 8, &mut text);
        text.push_str("\n    };\n\n");
        text.push_str(self.text.trim_end());
        text.push_str("\n}\n");
        text
    }
}

//! Formats Rust expressions with short lines.

use std::fmt::Write as _;

/// The maximum length of lines that can be broken.
const WIDTH: usize = 120;

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Expression {
    /// Text that is never broken: a literal, a path, `..Node::EMPTY`.
    Word(String),
    /// A field of a struct: its name and its expression.
    Field(&'static str, Box<Expression>),
    /// Expressions in brackets, separated by commas.
    List {
        /// The opening bracket with the text before it: `&[`, `Some(`, `Node {`.
        open: String,
        entries: Vec<Expression>,
        /// The closing bracket with the text after it.
        close: String,
    },
}

impl Expression {
    /// A word.
    pub(super) fn word(text: impl Into<String>) -> Self {
        Self::Word(text.into())
    }

    /// Entries in brackets. Brackets around a single list are merged with those of the list, so that they share lines.
    fn list(open: &str, mut entries: Vec<Self>, close: &str) -> Self {
        if let [Self::List { open: inner_open, entries: inner, close: inner_close }] = entries.as_mut_slice()
            && open != "["
        {
            let (open, close) = (format!("{open}{inner_open}"), format!("{inner_close}{close}"));
            return Self::List { open, entries: std::mem::take(inner), close };
        }
        Self::List { open: open.to_owned(), entries, close: close.to_owned() }
    }

    /// A call of a function or tuple variant.
    pub(super) fn call(name: &str, arguments: Vec<Self>) -> Self {
        Self::list(&format!("{name}("), arguments, ")")
    }

    /// A struct or struct-like variant.
    pub(super) fn structure(name: &str, fields: Vec<(&'static str, Self)>) -> Self {
        let entries = fields.into_iter().map(|(name, value)| Self::Field(name, Box::new(value))).collect();
        Self::list(&format!("{name} {{"), entries, "}")
    }

    /// A borrowed array.
    pub(super) fn slice(entries: Vec<Self>) -> Self {
        Self::list("&[", entries, "]")
    }

    /// An array.
    pub(super) fn array(entries: Vec<Self>) -> Self {
        Self::list("[", entries, "]")
    }

    /// The number of borrowed arrays in it.
    pub(super) fn slices(&self) -> usize {
        match self {
            Self::Word(_) => 0,
            Self::Field(_, value) => value.slices(),
            Self::List { open, entries, .. } => {
                open.matches("&[").count() + entries.iter().map(Self::slices).sum::<usize>()
            }
        }
    }

    /// Whether it is a word, `Some` of a number, or an empty array.
    pub(super) fn is_small(&self) -> bool {
        match self {
            Self::Word(_) => true,
            Self::Field(..) => false,
            Self::List { open, entries, .. } => match entries.as_slice() {
                [] => true,
                [only] => open == "Some(" && only.is_number(),
                _ => false,
            },
        }
    }

    /// Whether it is a number.
    fn is_number(&self) -> bool {
        matches!(self, Self::Word(word) if word.starts_with(|first: char| first == '-' || first.is_ascii_digit()))
    }

    /// This struct, in which the fields that are equal in `other` are replaced by `..base`, the name of `other`.
    pub(super) fn based_on(self, other: &Self, base: &str) -> Self {
        let (Self::List { open, mut entries, close }, Self::List { entries: others, .. }) = (self, other) else {
            return Self::word(base);
        };
        let all = entries.len();
        entries.retain(|entry| !others.contains(entry));
        if entries.is_empty() {
            return Self::word(base);
        }
        if entries.len() < all {
            entries.push(Self::word(format!("..{base}")));
        }
        Self::List { open, entries, close }
    }

    /// Formats it on one line.
    pub(super) fn flat(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Field(name, value) => format!("{name}: {}", value.flat()),
            Self::List { open, entries, close } => {
                let space = if close.starts_with('}') { " " } else { "" };
                let entries: Vec<_> = entries.iter().map(Self::flat).collect();
                format!("{open}{space}{}{space}{close}", entries.join(", "))
            }
        }
    }

    /// Appends its text, broken into lines if necessary. The line begins with `indent` spaces and has `taken` other
    /// characters already.
    pub(super) fn write(&self, indent: usize, taken: usize, out: &mut String) {
        let flat = self.flat();
        if indent + taken + flat.chars().count() <= WIDTH {
            out.push_str(&flat);
            return;
        }
        match self {
            Self::Word(word) => out.push_str(word),
            Self::Field(name, value) => {
                // Writing to a string never fails.
                let _ = write!(out, "{name}: ");
                value.write(indent, taken + name.len() + 2, out);
            }
            Self::List { open, entries, close } => {
                out.push_str(open);
                lines(entries, indent + 4, out);
                let _ = write!(out, "\n{:indent$}{close}", "");
            }
        }
    }
}

/// Writes each entry on a separate line, but numbers as many per line as fit.
fn lines(entries: &[Expression], indent: usize, out: &mut String) {
    if entries.iter().all(Expression::is_number) {
        return fill(entries, indent, out);
    }
    for entry in entries {
        let _ = write!(out, "\n{:indent$}", "");
        entry.write(indent, 1, out);
        // Rust allows no comma after the base of a struct.
        if !matches!(entry, Expression::Word(word) if word.starts_with("..")) {
            out.push(',');
        }
    }
}

/// Writes as many entries per line as fit.
pub(super) fn fill(entries: &[Expression], indent: usize, out: &mut String) {
    let mut column = WIDTH;
    for entry in entries {
        let flat = entry.flat();
        column += flat.len() + 2;
        if column > WIDTH {
            let _ = write!(out, "\n{:indent$}", "");
            column = indent + flat.len() + 1;
        } else {
            out.push(' ');
        }
        out.push_str(&flat);
        out.push(',');
    }
}

#[cfg(test)]
mod tests {
    use super::{Expression, WIDTH};

    fn written(expression: &Expression) -> String {
        let mut text = String::new();
        expression.write(0, 0, &mut text);
        text
    }

    #[test]
    fn what_is_too_long_is_broken() {
        let word = |length| Expression::word("x".repeat(length));
        let short = Expression::structure("Pair", vec![("one", word(3)), ("other", Expression::slice(vec![word(2)]))]);
        assert_eq!(written(&short), "Pair { one: xxx, other: &[xx] }");
        let long =
            Expression::call("Some", vec![Expression::structure("Pair", vec![("one", word(WIDTH)), ("two", word(1))])]);
        let expected = format!("Some(Pair {{\n    one: {},\n    two: x,\n}})", "x".repeat(WIDTH));
        assert_eq!(written(&long), expected);
        let filled = Expression::slice(vec![Expression::word("12345678"); 20]);
        let line = ["12345678,"; 11].join(" ");
        assert_eq!(
            written(&filled),
            format!(
                "&[\n    {line}\n    12345678, 12345678, 12345678, 12345678, 12345678, 12345678, 12345678, 12345678, 12345678,\n]"
            )
        );
    }

    #[test]
    fn what_is_common_is_left_to_the_base() {
        let pair = |one: &str, two: &str| {
            Expression::structure("Pair", vec![("one", Expression::word(one)), ("two", Expression::word(two))])
        };
        let based = |value: Expression| value.based_on(&pair("0", "0"), "Pair::EMPTY").flat();
        assert_eq!(based(pair("1", "0")), "Pair { one: 1, ..Pair::EMPTY }");
        assert_eq!(based(pair("0", "0")), "Pair::EMPTY");
        assert_eq!(based(pair("1", "2")), "Pair { one: 1, two: 2 }");
    }
}

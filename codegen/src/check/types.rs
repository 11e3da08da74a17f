//! Parses field types: `string`, `Reference[]`, `map<any>`, `string or Violation[]`.

use std::ops::Range;

use crate::model::TypeExpr;
use crate::words::shown;

/// How deeply arrays and maps may be nested.
pub(crate) const DEEPEST: usize = 16;

/// The types that need no declaration.
pub(crate) const BUILT_IN: &[(&str, TypeExpr)] = &[
    ("string", TypeExpr::String),
    ("integer", TypeExpr::Integer),
    ("number", TypeExpr::Number),
    ("boolean", TypeExpr::Boolean),
    ("datetime", TypeExpr::DateTime),
    ("object", TypeExpr::Object),
    ("any", TypeExpr::Any),
];

/// Why a type is malformed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TypeError {
    /// The byte offset in the text.
    pub(crate) offset: usize,
    /// What is wrong.
    pub(crate) message: String,
}

/// Parses a type. Names that are not built in are assumed to be declared.
pub(crate) fn parse(text: &str) -> Result<TypeExpr, TypeError> {
    let mut reader = Reader { text, offset: 0 };
    let ty = reader.union(0)?;
    if reader.rest().is_empty() { Ok(ty) } else { Err(reader.error(format!("unexpected {}", shown(reader.rest())))) }
}

/// The declared types that a type refers to.
pub(crate) fn names(ty: &TypeExpr) -> Vec<&str> {
    match ty {
        TypeExpr::Named(name) => vec![name],
        TypeExpr::List(inner) | TypeExpr::Map(inner) => names(inner),
        TypeExpr::Union(types) => types.iter().flat_map(names).collect(),
        _ => Vec::new(),
    }
}

/// The byte range of the first occurrence of a name in a type.
pub(crate) fn word(text: &str, name: &str) -> Range<usize> {
    let apart = |offset: usize| {
        let before = text.get(..offset).and_then(|before| before.chars().next_back());
        let after = text.get(offset + name.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(of_word) && !after.is_some_and(of_word)
    };
    let found = text.match_indices(name).map(|(offset, _)| offset).find(|&offset| apart(offset));
    found.map_or(0..text.len(), |offset| offset..offset + name.len())
}

/// Whether a character may be part of a name. The declaration checks that it is a Rust name.
fn of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

struct Reader<'t> {
    text: &'t str,
    offset: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    fn error(&self, message: impl Into<String>) -> TypeError {
        TypeError { offset: self.offset, message: message.into() }
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        self.offset += if found { token.len() } else { 0 };
        found
    }

    /// Takes the characters for which `of` is true.
    fn run(&mut self, of: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c| !of(c)).unwrap_or(rest.len());
        self.offset += end;
        rest.get(..end).unwrap_or_default()
    }

    fn union(&mut self, depth: usize) -> Result<TypeExpr, TypeError> {
        let mut types = Vec::new();
        loop {
            self.run(char::is_whitespace);
            let start = self.offset;
            let ty = self.list(depth)?;
            if types.contains(&ty) {
                return Err(TypeError { offset: start, message: format!("{} stands twice", shown(&ty.to_string())) });
            }
            types.push(ty);
            let spaced = !self.run(char::is_whitespace).is_empty();
            let or =
                spaced && self.rest().strip_prefix("or").is_some_and(|after| after.starts_with(char::is_whitespace));
            if !or {
                break;
            }
            self.eat("or");
        }
        Ok(match types.pop() {
            Some(only) if types.is_empty() => only,
            last => {
                types.extend(last);
                TypeExpr::Union(types)
            }
        })
    }

    fn list(&mut self, depth: usize) -> Result<TypeExpr, TypeError> {
        let mut ty = self.single(depth)?;
        let mut lists = 0;
        while self.eat("[]") {
            lists += 1;
            if depth + lists > DEEPEST {
                return Err(self.error(format!("lists and maps nest more than {DEEPEST} deep")));
            }
            ty = TypeExpr::List(Box::new(ty));
        }
        Ok(ty)
    }

    fn single(&mut self, depth: usize) -> Result<TypeExpr, TypeError> {
        let word = self.run(of_word);
        if word.is_empty() {
            return Err(self.error("a type is missing"));
        }
        if word == "map" {
            if !self.eat("<") {
                return Err(self.error("`map` does not say what it holds: `map<string>`"));
            }
            if depth == DEEPEST {
                return Err(self.error(format!("lists and maps nest more than {DEEPEST} deep")));
            }
            let value = self.union(depth + 1)?;
            return if self.eat(">") { Ok(TypeExpr::Map(Box::new(value))) } else { Err(self.error("`>` is missing")) };
        }
        let built_in = BUILT_IN.iter().find(|(name, _)| *name == word).map(|(_, ty)| ty.clone());
        Ok(built_in.unwrap_or_else(|| TypeExpr::Named(word.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_whole_words() {
        assert_eq!(word("map<string> or Size", "Size"), 15..19);
        assert_eq!(word("ÜSize or Sizes or Size[]", "Size"), 19..23);
        assert_eq!(parse("Größe[]").unwrap().to_string(), "Größe[]");
    }

    #[test]
    fn types_read_as_they_are_written() {
        for text in [
            "string",
            "Reference[]",
            "map<any>",
            "string or Violation[]",
            "map<string or A[]>[][]",
            "A or B or integer",
        ] {
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
        assert_eq!(parse(" map< string >  or  object ").unwrap().to_string(), "map<string> or object");
        assert_eq!(parse("order").unwrap(), TypeExpr::Named("order".to_owned()));
        assert_eq!(names(&parse("A or map<B[]> or string").unwrap()), ["A", "B"]);
    }

    #[test]
    fn malformed_types_say_where() {
        for (text, offset, message) in [
            ("", 0, "a type is missing"),
            ("string or ", 10, "a type is missing"),
            ("string or []", 10, "a type is missing"),
            ("map", 3, "`map` does not say what it holds: `map<string>`"),
            ("map<string", 10, "`>` is missing"),
            ("string[", 6, "unexpected `[`"),
            ("string | A", 7, "unexpected `| A`"),
            ("A or A", 5, "`A` stands twice"),
        ] {
            assert_eq!(parse(text), Err(TypeError { offset, message: message.to_owned() }), "{text}");
        }
    }

    #[test]
    fn nesting_is_bounded() {
        let message = "lists and maps nest more than 16 deep";
        assert_eq!(parse(&"map<".repeat(100_000)).unwrap_err().message, message);
        assert_eq!(parse(&format!("any{}", "[]".repeat(100_000))).unwrap_err().message, message);
        assert!(parse(&format!("{}any{}", "map<".repeat(16), ">".repeat(16))).is_ok());
    }
}

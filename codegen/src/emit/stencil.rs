//! Code that is parsed and formatted once, and then filled in as often as it is needed: a vendor's views differ in names
//! and texts only.

use proc_macro2::TokenStream;

use crate::render;

/// Formatted code with blanks.
pub(super) struct Stencil<const BLANKS: usize> {
    /// Text, and which blank follows it.
    pieces: Vec<(String, usize)>,
    /// What stands behind the last blank.
    end: String,
}

impl<const BLANKS: usize> Stencil<BLANKS> {
    /// `code` with a blank for each of these names wherever they stand in it.
    ///
    /// A name that begins a line, such as `NAME!();` or `NAME => {}`, stands for whole lines, line ends included. What is
    /// wanted may stand some braces deep: the lines of those are left out.
    ///
    /// # Errors
    ///
    /// The code is not Rust.
    pub(super) fn new(code: TokenStream, depth: usize, blanks: [&str; BLANKS]) -> syn::Result<Self> {
        let code = render::formatted(code)?;
        let lines: Vec<&str> = code.split_inclusive('\n').collect();
        let mut stencil = Self { pieces: Vec::new(), end: String::new() };
        for line in lines.get(depth..lines.len().saturating_sub(depth)).unwrap_or_default() {
            stencil.line(line, &blanks);
        }
        Ok(stencil)
    }

    fn line(&mut self, line: &str, blanks: &[&str; BLANKS]) {
        let starts_line = |name: &str| line.trim_start().strip_prefix(name).is_some_and(|rest| !continues(rest));
        if let Some(blank) = blanks.iter().position(|name| starts_line(name)) {
            self.pieces.push((std::mem::take(&mut self.end), blank));
            return;
        }
        let mut rest = line;
        while let Some(start) = rest.find(|character: char| character.is_alphanumeric() || character == '_') {
            let (before, word) = rest.split_at(start);
            let (word, after) =
                word.split_at(word.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(word.len()));
            self.end.push_str(before);
            match blanks.iter().position(|name| *name == word) {
                Some(blank) => self.pieces.push((std::mem::take(&mut self.end), blank)),
                None => self.end.push_str(word),
            }
            rest = after;
        }
        self.end.push_str(rest);
    }

    /// Adds the code with these texts in its blanks.
    pub(super) fn fill(&self, values: [&str; BLANKS], text: &mut String) {
        for (piece, blank) in &self.pieces {
            text.push_str(piece);
            text.push_str(values.get(*blank).copied().unwrap_or_default());
        }
        text.push_str(&self.end);
    }
}

/// Whether a word goes on.
fn continues(rest: &str) -> bool {
    rest.starts_with(|character: char| character.is_alphanumeric() || character == '_')
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::Stencil;

    #[test]
    fn blanks_are_words_or_lines() {
        let code = quote! {
            mod a {
                DOC!();
                struct NAME { NAMED: NAME }
                fn b() {
                    match NAME {
                        DOC => {}
                        _ => c(),
                    }
                }
            }
        };
        let stencil = Stencil::new(code, 1, ["NAME", "DOC"]).unwrap();
        let mut text = String::new();
        stencil.fill(["X", "    // two\n    // lines\n"], &mut text);
        assert_eq!(
            text,
            "    // two\n    // lines\n    struct X {\n        NAMED: X,\n    }\n    fn b() {\n        match X {\n    \
             // two\n    // lines\n            _ => c(),\n        }\n    }\n"
        );
    }

    #[test]
    fn what_is_not_rust_is_no_stencil() {
        assert!(Stencil::new(quote!(struct "name";), 0, []).is_err());
    }
}

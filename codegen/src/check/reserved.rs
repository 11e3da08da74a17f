//! Reserved words, which cannot be Rust names: keywords, and names in the crate around the generated code.

/// The keywords of Rust, as of the 2024 edition.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Module names that a vendor must not have: the first segments of Rust paths, modules of `errors-gen` and the runtime,
/// and the name of the index file.
pub(crate) const MODULES: &[&str] = &[
    "alloc",
    "catalogs",
    "compiled",
    "core",
    "decide",
    "errors_gen",
    "errors_runtime",
    "json",
    "load",
    "log",
    "read",
    "std",
    "table",
    "vendor",
    "vendors",
    "view",
    "wording",
    "write",
];

/// Whether the word is a keyword of Rust.
pub(crate) fn is_keyword(word: &str) -> bool {
    KEYWORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_in_order() {
        for list in [KEYWORDS, MODULES] {
            assert!(list.is_sorted(), "{list:?}");
        }
        assert!(is_keyword("async") && is_keyword("Self") && !is_keyword("ok"));
    }
}

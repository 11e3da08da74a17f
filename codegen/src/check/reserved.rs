//! Words that catalogs cannot have as names in Rust, because Rust or the crate around the generated code has them already.

/// Every word that Rust keeps for itself, as of the 2024 edition.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Module names that a vendor must not take: paths in Rust begin with them, `errors-gen` or the runtime have them, or
/// the index of the generated files is called so.
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

/// Whether Rust keeps the word for itself.
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

//! Words that catalogs cannot have as names in Rust, because Rust or the generated code has them already.

/// Every word that Rust keeps for itself, as of the 2024 edition.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Constants that stand beside the variants of a generated enum.
pub(crate) const VARIANTS: &[&str] = &["ALL"];

/// The view of errors without fields of their own, whose name no code with such fields can have.
pub(crate) const OTHER: &str = "Other";

/// What stands for values that are of none of several types.
pub(crate) const ALTERNATIVES: &[&str] = &["Other"];

/// Types of every generated module.
pub(crate) const MODULE_TYPES: &[&str] = &["Code", "Detail", "ErrorItem", "Operation", "Range", "Response"];

/// Methods of every generated `Code`.
pub(crate) const CODE_METHODS: &[&str] = &[
    "action",
    "as_ref",
    "as_str",
    "audience",
    "clone",
    "cmp",
    "deprecated",
    "detail",
    "eq",
    "fields",
    "fmt",
    "from_index",
    "from_number",
    "from_str",
    "from_wire",
    "hash",
    "index",
    "into",
    "kind",
    "link",
    "meaning",
    "messages",
    "name",
    "number",
    "operations",
    "range",
    "replaced_by",
    "retry",
    "section",
    "sensitive",
    "status",
    "status_for",
    "statuses",
    "success",
    "to_string",
    "try_from",
    "with_status",
];

/// Methods that every generated view of fields has.
pub(crate) const ACCESSORS: &[&str] = &["extra", "fields"];

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
        for list in [KEYWORDS, VARIANTS, ALTERNATIVES, MODULE_TYPES, CODE_METHODS, ACCESSORS, MODULES] {
            assert!(list.is_sorted(), "{list:?}");
        }
        assert!(is_keyword("async") && is_keyword("Self") && !is_keyword("ok"));
    }
}

//! Catalogs: whatever is in a file gives findings, or tables and Rust.

use errors_codegen::{Options, examples, generate, read_text};
use errors_gen::load::Arena;

/// The text of a catalog.
pub fn catalogs(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let name = text.lines().find_map(|line| line.strip_prefix("vendor: ")).unwrap_or("shop");
    let vendor = match read_text(name, text) {
        Ok(vendor) => vendor,
        Err(findings) => {
            assert!(!findings.to_string().is_empty());
            return;
        }
    };
    let arena = Arena::new();
    let loaded = arena.load(&vendor);
    // What is generated is parsed as Rust before it is formatted.
    let generated = generate(&[vendor.clone()], &Options::new());
    assert_eq!(loaded.is_ok(), generated.is_ok(), "{:?}", generated.map(|files| files.len()));
    let _ = examples::check(&vendor);
}

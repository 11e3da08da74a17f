//! Writes what codes are looked up with instead of `errors-gen`: for each vendor a `match`, an enum with strum and a map
//! of phf, from the same catalogs.
#![allow(clippy::expect_used, clippy::panic, reason = "a build that cannot go on stops")]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use errors_codegen::model::{CodeForm, Vendor};

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=../../catalogs");
    let vendors = errors_codegen::read_directory(Path::new("../../catalogs"));
    let vendors = vendors.unwrap_or_else(|findings| panic!("{findings}"));
    let modules: String = vendors.iter().map(module).collect();
    let out = env::var_os("OUT_DIR").expect("cargo names the directory");
    fs::write(Path::new(&out).join("lookups.rs"), modules).expect("a directory that can be written to");
}

/// The module of one vendor.
fn module(vendor: &Vendor) -> String {
    let (mut arms, mut variants, mut entries, mut integers) = Default::default();
    let write = |text: &mut String, line: std::fmt::Arguments<'_>| text.write_fmt(line).expect("memory");
    for (index, code) in vendor.codes.iter().enumerate() {
        let wire = &code.wire;
        write(&mut arms, format_args!("{wire:?} => {index},\n"));
        write(&mut variants, format_args!("#[strum(serialize = {wire:?})]\nV{index} = {index},\n"));
        write(&mut entries, format_args!("{wire:?} => {index}_u16,\n"));
        if vendor.form != CodeForm::Text {
            let number: i64 = wire.parse().expect("a number");
            write(&mut integers, format_args!("{number} => {index},\n"));
        }
    }
    let texts: Vec<_> = vendor.codes.iter().map(|code| &code.wire).collect();
    format!(
        "pub(crate) mod {} {{
    pub(crate) const TEXTS: &[&str] = &{texts:?};

    #[derive(Clone, Copy, strum::EnumString)]
    enum Strum {{ {variants} }}

    static PHF: phf::Map<&'static str, u16> = phf::phf_map! {{ {entries} }};

    pub(crate) fn by_match(text: &str) -> Option<u16> {{
        Some(match text {{ {arms} _ => return None }})
    }}

    pub(crate) fn by_integer_match(number: i64) -> Option<u16> {{
        Some(match number {{ {integers} _ => return None }})
    }}

    pub(crate) fn by_strum(text: &str) -> Option<u16> {{
        text.parse::<Strum>().ok().map(|code| code as u16)
    }}

    pub(crate) fn by_phf(text: &str) -> Option<u16> {{
        PHF.get(text).copied()
    }}
}}
",
        vendor.name
    )
}

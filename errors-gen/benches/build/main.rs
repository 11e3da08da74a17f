//! Writes what codes are looked up with instead of `errors-gen`: for each vendor a `match`, an enum with strum and a map
//! of phf, from the same catalogs. Also tells the version of the compiler.
#![allow(clippy::expect_used, clippy::panic, reason = "a build that cannot go on stops")]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use errors_codegen::model::{CodeForm, Vendor};

fn main() {
    let catalogs = Path::new("../../catalogs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=../../catalogs");
    let vendors = errors_codegen::read_directory(catalogs).unwrap_or_else(|findings| panic!("{findings}"));
    let modules: String = vendors.iter().map(module).collect();
    let out = env::var_os("OUT_DIR").expect("cargo names the directory");
    fs::write(Path::new(&out).join("lookups.rs"), modules).expect("a directory that can be written to");
    println!("cargo::rustc-env=RUSTC_VERSION={}", compiler());
}

/// What the compiler says of itself, for the results.
fn compiler() -> String {
    let compiler = env::var_os("RUSTC").expect("cargo names the compiler");
    let output = Command::new(compiler).arg("--version").output().expect("a compiler that starts");
    let version = String::from_utf8(output.stdout).expect("a line of text");
    version.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

/// The module of one vendor.
fn module(vendor: &Vendor) -> String {
    let (mut texts, mut arms, mut variants, mut entries) = (String::new(), String::new(), String::new(), String::new());
    let mut integers = String::new();
    let numbers = !matches!(vendor.form, CodeForm::Text { .. });
    for (index, code) in vendor.codes.iter().enumerate() {
        let wire = &code.wire;
        let _ = write!(texts, "{wire:?}, ");
        let _ = writeln!(arms, "            {wire:?} => {index},");
        let _ = writeln!(variants, "        #[strum(serialize = {wire:?})]\n        V{index} = {index},");
        let _ = writeln!(entries, "        {wire:?} => {index}_u16,");
        if numbers {
            let number: i64 = wire.parse().expect("a number");
            let _ = writeln!(integers, "            {number} => {index},");
        }
    }
    let mut module = format!(
        "pub(crate) mod {} {{
    pub(crate) const TEXTS: &[&str] = &[{texts}];

    #[derive(Clone, Copy, strum::EnumString)]
    enum Strum {{
{variants}    }}

    static PHF: phf::Map<&'static str, u16> = phf::phf_map! {{
{entries}    }};

    pub(crate) fn by_match(text: &str) -> Option<u16> {{
        Some(match text {{
{arms}            _ => return None,
        }})
    }}

    pub(crate) fn by_strum(text: &str) -> Option<u16> {{
        text.parse::<Strum>().ok().map(|code| code as u16)
    }}

    pub(crate) fn by_phf(text: &str) -> Option<u16> {{
        PHF.get(text).copied()
    }}
",
        vendor.name
    );
    if numbers {
        let _ = write!(
            module,
            "
    pub(crate) fn by_integer_match(number: i64) -> Option<u16> {{
        Some(match number {{
{integers}            _ => return None,
        }})
    }}
"
        );
    }
    module + "}\n\n"
}

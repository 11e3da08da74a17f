//! `measure size`: what programs get bigger by.

use std::fs;

use object::{Object as _, ObjectSection as _, SectionKind};

use super::lab::{self, Lab};
use super::report;
use errors_cli::{Catalogs, Failure, Message};
use errors_codegen::model::Vendor;

/// How large the parts of a program are, in bytes.
#[derive(Clone, Copy)]
struct Size {
    file: usize,
    code: u64,
    data: u64,
}

pub(super) fn run(catalogs: &Catalogs) -> Result<(), Failure> {
    let vendors = catalogs.all()?;
    report::machine()?;
    let lab = Lab::new("size")?;
    let mut rows = Vec::new();
    let mut before = None;
    let base = Program { title: "without".to_owned(), vendors: &[], shown: "" };
    let reading = (1..=vendors.len()).map(|count| {
        let names: Vec<_> = vendors[..count].iter().map(|vendor| format!("`{}`", vendor.name)).collect();
        Program { title: names.join(", "), vendors: &vendors[..count], shown: "" }
    });
    let first = vendors.get(..1).unwrap_or_default();
    let shown = Program { title: "the first one, and `meaning()`".to_owned(), vendors: first, shown: ".meaning()" };
    for program in std::iter::once(base).chain(reading).chain([shown]) {
        let binary = program.build(&lab)?;
        let size = size(&binary)?;
        let start = *before.get_or_insert(size);
        rows.push(vec![
            program.title.clone(),
            size.file.to_string(),
            format!("+{}", size.code.saturating_sub(start.code)),
            format!("+{}", size.data.saturating_sub(start.data)),
            held(&binary, &vendors, |vendor| vendor.codes.iter().map(|code| code.wire.as_str()).collect()),
            held(&binary, &vendors, |vendor| vendor.codes.iter().map(|code| code.meaning.as_str()).collect()),
        ]);
    }
    report::heading("Programs")?;
    report::paragraph(
        "A program that reads a body with `read` and asks for `code()`, built with `--release` and `strip = true`. Bytes of \
         the file, and of code and data over the program that has no vendor. The last columns tell of how many codes, of \
         those with eight letters or more, and of how many meanings the text is found in the file.",
    )?;
    report::table(&["vendors", "file", "code", "data", "codes in it", "meanings in it"], &rows)
}

/// A program that reads bodies of some vendors.
struct Program<'v> {
    title: String,
    vendors: &'v [Vendor],
    /// What is asked of a code beyond being there.
    shown: &'static str,
}

impl Program<'_> {
    /// The built program.
    fn build(&self, lab: &Lab) -> Result<Vec<u8>, Failure> {
        let read = self.vendors.iter().map(|vendor| {
            let show = if self.shown.is_empty() { "as usize".to_owned() } else { self.shown.to_owned() };
            format!(
                "    if let Some(code) = errors_gen::{}::read(404, &body).code() {{\n        println!(\"{{}}\", code{}{show});\n    }}\n",
                vendor.name,
                if self.shown.is_empty() { " " } else { "" },
            )
        });
        let main = format!(
            "fn main() {{\n    let body = std::env::args().nth(1).unwrap_or_default();\n    println!(\"{{}}\", body.len());\n{}}}\n",
            read.collect::<String>()
        );
        let package = lab.package("program", &lab::depends_on(lab::project()), &[("main.rs", &main)])?;
        lab.cargo(&package, &["build", "--release"], false)?;
        let file = lab.path("target/release").join(format!("program{}", std::env::consts::EXE_SUFFIX));
        fs::read(&file).map_err(|error| lab::failed("read", &file, &error))
    }
}

fn size(binary: &[u8]) -> Result<Size, Failure> {
    let file = object::File::parse(binary)
        .map_err(|error| Failure::Bad(Message::new(format!("the program cannot be taken apart: {error}"))))?;
    let of = |kinds: &[SectionKind]| {
        file.sections().filter(|section| kinds.contains(&section.kind())).map(|section| section.size()).sum()
    };
    Ok(Size {
        file: binary.len(),
        code: of(&[SectionKind::Text]),
        data: of(&[SectionKind::Data, SectionKind::ReadOnlyData, SectionKind::ReadOnlyString]),
    })
}

/// How many of these texts of all vendors a program holds, and how many there are. Short ones are found anywhere.
fn held<'v>(binary: &[u8], vendors: &'v [Vendor], texts: impl Fn(&'v Vendor) -> Vec<&'v str>) -> String {
    let mut texts: Vec<_> = vendors.iter().flat_map(texts).filter(|text| text.len() >= 8).collect();
    texts.sort_unstable();
    texts.dedup();
    let held = texts.iter().filter(|text| memchr::memmem::find(binary, text.as_bytes()).is_some()).count();
    format!("{held} of {}", texts.len())
}

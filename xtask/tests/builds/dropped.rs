//! A program holds what it uses: no other vendor, and no text that it does not ask for.

use std::fs;
use std::path::Path;

use crate::ran::{cargo, target};
use crate::{directory, program, project};

/// What a program that reads bodies of Bonsai does with a code.
const READS: &str = "std::process::exit(code as i32);";
const EXPLAINS: &str = "println!(\"{}\", code.meaning());";

#[test]
#[ignore = "builds crates"]
fn programs_hold_neither_other_vendors_nor_texts_that_they_do_not_ask_for() {
    let directory = directory("dropped");
    let built = |does: &str| {
        let manifest = format!(
            "[dependencies]\nerrors-gen = {{ path = {:?} }}\n\n[profile.release]\nstrip = true\n",
            project().display().to_string()
        );
        let main = format!(
            "fn main() {{\n    let body = std::env::args().nth(1).unwrap_or_default();\n    \
             if let Some(code) = errors_gen::bonsai::read(404, &body).code() {{\n        {does}\n    }}\n}}\n"
        );
        let program = program(&directory, &manifest, &main);
        cargo(&program, &["build", "--release"]).good();
        fs::read(target().join("release").join(format!("program{}", std::env::consts::EXE_SUFFIX))).unwrap()
    };
    let [reading, explaining] = [READS, EXPLAINS].map(built);

    let bonsai = texts("bonsai.yaml");
    // What Bonsai says as well tells nothing: `ORDER_NOT_FOUND` stands in its `CUSTOMER_ORDER_NOT_FOUND`.
    let others = ["commercetools.yaml", "dukanext.yaml"].into_iter().flat_map(texts);
    let others: Vec<_> = others.filter(|other| !bonsai.iter().any(|own| own.text.contains(&other.text))).collect();
    assert!(bonsai.len() > 10 && others.len() > 100, "{} and {}", bonsai.len(), others.len());
    let held = |binary: &[u8], texts: &[Text]| -> Vec<String> {
        let is_held = |text: &&Text| binary.windows(text.text.len()).any(|part| part == text.text.as_bytes());
        texts.iter().filter(is_held).map(|text| text.text.clone()).collect()
    };
    let (codes, meanings): (Vec<_>, Vec<_>) = bonsai.into_iter().partition(|text| text.is_code);
    for binary in [&reading, &explaining] {
        assert_eq!(held(binary, &codes).len(), codes.len());
        assert_eq!(held(binary, &others), [""; 0]);
    }
    assert_eq!(held(&reading, &meanings), [""; 0]);
    assert_eq!(held(&explaining, &meanings).len(), meanings.len());
}

/// A code or a meaning.
struct Text {
    text: String,
    is_code: bool,
}

/// The codes and meanings of a catalog that are long enough to be found nowhere else.
fn texts(file: &str) -> Vec<Text> {
    let vendors = errors_codegen::read_files(&[Path::new("catalogs").join(file)].map(|file| project().join(file)));
    let codes = vendors.unwrap().remove(0).codes.into_iter();
    let texts = codes.flat_map(|code| [(code.wire, true), (code.meaning, false)]);
    texts.filter(|(text, _)| text.len() >= 12).map(|(text, is_code)| Text { text, is_code }).collect()
}

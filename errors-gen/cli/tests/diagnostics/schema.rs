//! The JSON Schema that editors are given, judged by a validator: every sound catalog fits it, and of the invalid ones all do
//! not whose fault a schema can know.

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::Value;

use super::tests;

fn validator() -> Validator {
    let text = fs::read_to_string(tests().join("../../../catalogs/catalog.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

/// The catalogs of a directory.
fn catalogs(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
    files.sort();
    files
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap().to_str().unwrap().to_owned()
}

/// A catalog as JSON; `None` where its YAML is refused before anything could look at its keys.
fn json(file: &Path) -> Option<Value> {
    // A mark at the start or bytes that are not UTF-8 are faults of the text, too.
    serde_yaml::from_str(&fs::read_to_string(file).ok()?).ok()
}

#[test]
fn every_sound_catalog_fits() {
    let validator = validator();
    let ours = catalogs(&tests().join("../../../catalogs"));
    assert!(!ours.is_empty());
    for file in ours
        .into_iter()
        .chain(catalogs(&tests().join("catalogs/sound")))
        .chain(catalogs(&tests().join("catalogs/levels")))
    {
        let catalog = json(&file).unwrap();
        let errors: Vec<_> =
            validator.iter_errors(&catalog).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", file.display());
    }
}

#[test]
fn every_catalog_names_the_schema_in_its_first_line() {
    for file in catalogs(&tests().join("../../../catalogs")) {
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(
            text.lines().next(),
            Some("# yaml-language-server: $schema=catalog.schema.json"),
            "{}",
            file.display()
        );
    }
}

/// The invalid catalogs whose fault the schema does not find, in two lists: those whose YAML says nothing that could be judged,
/// and those that only a reader of the whole catalog can know (what is named twice, refers to nothing, contradicts something
/// else, or becomes a name in Rust), beside a few that the schema could know and leaves to `check`. A fault that is in neither
/// list is found.
#[test]
fn the_faults_that_a_schema_cannot_know_are_listed() {
    let validator = validator();
    let (mut unreadable, mut unseen) = (String::new(), String::new());
    for file in catalogs(&tests().join("invalid")) {
        match json(&file) {
            None => unreadable.extend([stem(&file).as_str(), "\n"]),
            Some(catalog) if validator.is_valid(&catalog) => unseen.extend([stem(&file).as_str(), "\n"]),
            Some(_) => {}
        }
    }
    for (list, found) in [("unreadable", unreadable), ("unseen", unseen)] {
        let golden = tests().join(format!("schema/{list}.txt"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all(golden.parent().unwrap()).unwrap();
            fs::write(&golden, &found).unwrap();
        }
        assert_eq!(fs::read_to_string(&golden).unwrap_or_default(), found, "{}", golden.display());
    }
}

//! `errors-gen` as it is published: the generated code in place of the generator.

use std::fs;
use std::io;
use std::path::Path;

use errors_cli::Failure;
use errors_codegen::{Options, SourceFile};
use toml_edit::{Array, DocumentMut, Item, Table, value};

use super::failed;

/// Where the sources stand in the package.
const SOURCES: &str = "errors-gen/src";
/// Where the generated files go, from there.
const GENERATED: &str = "generated";
/// How the sources include the index of the generated files: from where the build script has put it.
const INCLUDED: &str = "include!(concat!(env!(\"OUT_DIR\"), \"/catalogs.rs\"));";
/// What is of no use without the generator.
const LEFT_OUT: [&str; 4] = ["build.rs", "Cargo.lock", "Cargo.toml.orig", "catalogs"];

/// Turns the package at a path, made by cargo from the repository, into the published one.
pub(super) fn complete(package: &Path) -> Result<(), Failure> {
    let catalogs = package.join("catalogs");
    let vendors = errors_codegen::read_directory(&catalogs).map_err(|error| failed("read the catalogs", &error))?;
    let options = Options::new().runtime("::errors_runtime").crate_name("errors_gen").vendor_features(true);
    let files = errors_codegen::generate(&vendors, &options).map_err(|error| failed("make the code", &error))?;
    let names: Vec<&str> = vendors.iter().map(|vendor| vendor.name.as_str()).collect();
    let edited = (|| {
        write_sources(package, &files)?;
        edit(&package.join("Cargo.toml"), |text| manifest(text, &names))?;
        LEFT_OUT.iter().try_for_each(|name| remove(&package.join(name)))
    })();
    edited.map_err(|error| failed(&format!("complete `{}`", package.display()), &error))
}

/// Puts the generated files beside the sources, and lets these include them from there.
fn write_sources(package: &Path, files: &[SourceFile]) -> io::Result<()> {
    let sources = package.join(SOURCES);
    fs::create_dir_all(sources.join(GENERATED))?;
    for file in files {
        fs::write(sources.join(GENERATED).join(&file.name), &file.text)?;
    }
    edit(&sources.join("lib.rs"), |text| match text.split_once(INCLUDED) {
        Some((before, after)) => Ok(format!("{before}include!(\"{GENERATED}/catalogs.rs\");{after}")),
        None => Err(io::Error::other(format!("`{SOURCES}/lib.rs` lacks the line `{INCLUDED}`"))),
    })
}

/// The manifest without the build script and what it and tests need, with a feature for each vendor. All are on by default.
fn manifest(text: &str, vendors: &[&str]) -> io::Result<String> {
    let mut manifest: DocumentMut = text.parse().map_err(io::Error::other)?;
    for unneeded in ["build-dependencies", "dev-dependencies", "bench", "example", "test"] {
        manifest.remove(unneeded);
    }
    let part = |item: Option<&mut Item>, name: &str| match item {
        Some(Item::Table(table)) => Ok(std::mem::take(table)),
        _ => Err(io::Error::other(format!("`Cargo.toml` lacks the table `{name}`"))),
    };
    let mut package: Table = part(manifest.get_mut("package"), "package")?;
    package.insert("build", value(false));
    package.remove("include");
    let mut features: Table = part(manifest.get_mut("features"), "features")?;
    let Some(Item::Value(toml_edit::Value::Array(default))) = features.get_mut("default") else {
        return Err(io::Error::other("`Cargo.toml` lacks the feature `default`"));
    };
    default.push("vendors");
    features.insert("vendors", value(vendors.iter().copied().collect::<Array>()));
    for vendor in vendors {
        if features.insert(vendor, value(Array::new())).is_some() {
            return Err(io::Error::other(format!("the vendor `{vendor}` has the name of another feature")));
        }
    }
    manifest.insert("package", Item::Table(package));
    manifest.insert("features", Item::Table(features));
    Ok(manifest.to_string())
}

/// Rewrites a file.
fn edit(file: &Path, edit: impl FnOnce(&str) -> io::Result<String>) -> io::Result<()> {
    fs::write(file, edit(&fs::read_to_string(file)?)?)
}

/// Removes a file or a directory, if it is there.
fn remove(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return fs::remove_dir_all(path);
    }
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

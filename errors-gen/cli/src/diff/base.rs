//! The state that the catalogs are compared with.

use std::fs;
use std::path::Path;
use std::process::Command;

use errors_codegen::model::Vendor;
use errors_codegen::words::listed;

use crate::catalogs::Catalogs;
use crate::failure::{Failure, Message};

use super::side::Side;

/// Reads a base: a directory of catalogs, a file that `export` wrote, or else a git revision.
pub(super) fn read(catalogs: &Catalogs, base: &str) -> Result<Side, Failure> {
    let path = Path::new(base);
    if path.is_dir() {
        return Side::of_catalogs(Catalogs::in_directory(path.to_owned()).all()?);
    }
    if path.is_file() {
        let bad = |what: String| {
            Failure::Bad(
                Message::new(what)
                    .help("name a directory of catalogs, a file that `errors export` wrote, or a git revision"),
            )
        };
        let text = fs::read(path).map_err(|error| bad(format!("cannot read `{}`: {error}", path.display())))?;
        return Side::of_export(&text, path).map_err(bad);
    }
    let Some(directory) = catalogs.directory() else {
        let message = Message::new(format!(
            "`{base}` is neither a directory nor a file, and the built-in catalogs have no git revisions"
        ));
        return Err(Failure::Usage(message.help("name the directory that is in git with `--catalogs DIR`")));
    };
    Side::of_catalogs(of_revision(directory, base)?)
}

/// The catalogs of a directory as they were in a git revision.
fn of_revision(directory: &Path, revision: &str) -> Result<Vec<Vendor>, Failure> {
    // `--end-of-options`: a revision never becomes an option.
    let listed_files =
        git(directory, revision, &["ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision, "."])?;
    let mut vendors = Vec::new();
    let mut bad = Vec::new();
    for file in listed_files.split('\0').filter(|file| is_catalog(file)) {
        let text = git(directory, revision, &["show", "--end-of-options", &format!("{revision}:./{file}")])?;
        let name = Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        match errors_codegen::read_text(name, &text) {
            Ok(vendor) => vendors.push(vendor),
            Err(findings) => bad.push((file, findings)),
        }
    }
    if let Some((_, findings)) = bad.first() {
        let files = listed(bad.iter().map(|(file, _)| *file));
        let first = findings.0.first().map(|finding| finding.message.clone()).unwrap_or_default();
        let message =
            Message::new(format!("the catalogs of `{revision}` are not what this version reads: {files} ({first})"));
        return Err(Failure::Bad(message.help(
            "export them with the version of that revision, and name the file: `errors export > base.json`, `errors diff base.json`",
        )));
    }
    vendors.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(vendors)
}

/// Whether a path names a catalog: one of YAML, in no hidden directory.
fn is_catalog(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|extension| extension == "yaml")
        && !file.split('/').any(|part| part.starts_with('.'))
}

fn git(directory: &Path, revision: &str, arguments: &[&str]) -> Result<String, Failure> {
    let bad = |what: String| {
        let message = Message::new(format!("cannot read the catalogs of `{revision}`: {what}"));
        Failure::Bad(message.help("name a directory of catalogs, a file that `errors export` wrote, or a git revision"))
    };
    let ran = Command::new("git").arg("-C").arg(directory).args(arguments).output();
    let ran = ran.map_err(|error| bad(format!("git does not run: {error}")))?;
    if !ran.status.success() {
        return Err(bad(String::from_utf8_lossy(&ran.stderr).trim().to_owned()));
    }
    String::from_utf8(ran.stdout).map_err(|_| bad("a catalog is not UTF-8".to_owned()))
}

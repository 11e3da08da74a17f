//! Where the catalogs are.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Message};
use crate::suggest;
use crate::vendor::{self, Findings, Vendor};

/// The directory that holds the catalogs.
#[derive(Debug)]
pub(crate) struct Catalogs {
    directory: PathBuf,
}

impl Catalogs {
    /// The catalogs of a directory, or those of the workspace.
    pub(crate) fn at(directory: Option<&Path>) -> Self {
        let directory = match directory {
            Some(directory) => directory.to_owned(),
            None => shortened(workspace().join("catalogs")),
        };
        Self { directory }
    }

    /// The directory.
    pub(crate) fn directory(&self) -> &Path {
        &self.directory
    }

    /// The files at any depth, in the order of their paths. As everywhere, what is hidden is passed over, and so are
    /// links to directories.
    pub(crate) fn files(&self) -> Result<Vec<PathBuf>, Failure> {
        let mut files = Vec::new();
        let mut open = vec![self.directory.clone()];
        while let Some(directory) = open.pop() {
            list(&directory, &mut open, &mut files).map_err(|error| {
                let directory = directory.display();
                let message = Message::new(format!("cannot list the catalogs in `{directory}`: {error}"));
                Failure::Bad(message.help("name the directory that holds them with `--catalogs DIR`"))
            })?;
        }
        files.sort();
        Ok(files)
    }

    /// The catalog of one vendor. The other files are not looked at: they may be broken.
    pub(crate) fn vendor(&self, name: &str) -> Result<Vendor, Failure> {
        let files = self.files()?;
        let stem = |file: &PathBuf| file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let Some(file) = files.iter().find(|file| stem(file).as_deref() == Some(name)) else {
            let names: Vec<String> = files.iter().filter_map(stem).collect();
            let directory = self.directory.display();
            let message = Message::new(format!("there is no vendor `{name}` in `{directory}`"))
                .did_you_mean(&suggest::similar(name, names.iter().map(String::as_str)))
                .help(if names.is_empty() {
                    "there are no catalogs; name their directory with `--catalogs DIR`".to_owned()
                } else {
                    format!("the vendors are {}", names.join(", "))
                });
            return Err(Failure::Usage(message));
        };
        Ok(vendor::read_file(file)?)
    }

    /// The catalogs of these vendors in this order, or all of them when none is named.
    pub(crate) fn vendors(&self, names: &[String]) -> Result<Vec<Vendor>, Failure> {
        if !names.is_empty() {
            let mut found = Findings::default();
            let mut vendors: Vec<Vendor> = Vec::new();
            for name in names {
                match self.vendor(name) {
                    Ok(vendor) if vendors.iter().any(|other| other.name == vendor.name) => {}
                    Ok(vendor) => vendors.push(vendor),
                    Err(Failure::Catalog(findings)) => found.0.extend(findings.0),
                    Err(failure) => return Err(failure),
                }
            }
            return if found.0.is_empty() { Ok(vendors) } else { Err(found.into()) };
        }
        // Reported here, because a directory that cannot be listed is no fault of a catalog.
        self.files()?;
        Ok(vendor::read_directory(&self.directory)?)
    }
}

/// Adds what a directory holds: directories to `open`, catalogs to `files`.
fn list(directory: &Path, open: &mut Vec<PathBuf>, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if entry.file_type()?.is_dir() {
            open.push(path);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}

/// The root of the workspace that this program was built in.
fn workspace() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}

/// A path as somebody in the current directory would write it.
fn shortened(path: PathBuf) -> PathBuf {
    let current = std::env::current_dir().unwrap_or_default();
    match path.strip_prefix(&current) {
        Ok(short) if !short.as_os_str().is_empty() => short.to_owned(),
        _ => path,
    }
}

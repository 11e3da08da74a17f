//! Where the catalogs are.

mod directory;

use std::path::{Path, PathBuf};

use errors_codegen::finding::{Finding, Findings};
use errors_codegen::model::Vendor;
use errors_codegen::words::similar;

use crate::failure::{Failure, Message};
use crate::read;

/// A catalog in the program itself: its path below the directory of catalogs, and its text.
pub type Embedded = (&'static str, &'static str);

/// The catalogs that the commands work on.
#[derive(Debug)]
pub struct Catalogs(Origin);

#[derive(Debug)]
enum Origin {
    Directory(PathBuf),
    Embedded(&'static [Embedded]),
}

/// Catalogs that could be read, and what is wrong with the others.
#[derive(Debug, Default)]
pub(crate) struct Read {
    /// All files, also those that could not be read.
    pub(crate) files: Vec<PathBuf>,
    /// Each with its file.
    pub(crate) vendors: Vec<(PathBuf, Vendor)>,
    pub(crate) findings: Vec<Finding>,
}

impl Read {
    /// Reads files one by one, each once.
    pub(crate) fn files(files: &[PathBuf]) -> Self {
        let mut read = Self::default();
        for file in files {
            if !read.files.contains(file) {
                read.add(file.clone(), read::file(file));
            }
        }
        read
    }

    /// Reads files, and all catalogs of directories, each file once.
    pub(crate) fn files_and_directories(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut read = Self::default();
        for path in paths {
            if path.is_dir() {
                read.join(Catalogs::in_directory(path.clone()).read()?);
            } else {
                read.join(Self::files(std::slice::from_ref(path)));
            }
        }
        Ok(read)
    }

    /// Adds what was read elsewhere, except the files that are here already.
    fn join(&mut self, other: Self) {
        let is_new = |file: &Path| !self.files.iter().any(|known| known == file);
        self.vendors.extend(other.vendors.into_iter().filter(|(file, _)| is_new(file)));
        self.findings.extend(other.findings.into_iter().filter(|finding| is_new(&finding.place.file)));
        let files = other.files.into_iter().filter(|file| is_new(file)).collect::<Vec<_>>();
        self.files.extend(files);
    }

    fn add(&mut self, file: PathBuf, vendor: Result<Vendor, Findings>) {
        match vendor {
            Ok(vendor) => self.vendors.push((file.clone(), vendor)),
            Err(findings) => self.findings.extend(findings.0),
        }
        self.files.push(file);
    }
}

impl Catalogs {
    /// Every `*.yaml` below a directory.
    #[must_use]
    pub fn in_directory(directory: PathBuf) -> Self {
        Self(Origin::Directory(directory))
    }

    /// The catalogs that the program carries, sorted by path.
    #[must_use]
    pub fn embedded(catalogs: &'static [Embedded]) -> Self {
        Self(Origin::Embedded(catalogs))
    }

    /// The directory that holds them; `None` where the program carries them.
    pub(crate) fn directory(&self) -> Option<&Path> {
        match &self.0 {
            Origin::Directory(directory) => Some(directory),
            Origin::Embedded(_) => None,
        }
    }

    /// The vendors of all catalogs, sorted by name.
    ///
    /// # Errors
    ///
    /// Where the directory cannot be listed, or with all that is wrong with any catalog.
    pub fn all(&self) -> Result<Vec<Vendor>, Failure> {
        match &self.0 {
            Origin::Directory(directory) => {
                // Listed here as well, because a directory that cannot be listed is no fault of a catalog.
                directory::list(directory)?;
                Ok(errors_codegen::read_directory(directory)?)
            }
            Origin::Embedded(_) => {
                let read = self.read()?;
                if !read.findings.is_empty() {
                    return Err(Findings(read.findings).into());
                }
                let mut vendors: Vec<_> = read.vendors.into_iter().map(|(_, vendor)| vendor).collect();
                vendors.sort_by(|one, other| one.name.cmp(&other.name));
                Ok(vendors)
            }
        }
    }

    /// The vendors of these names in this order, each once, or all of them where none is named.
    pub(crate) fn vendors(&self, names: &[String]) -> Result<Vec<Vendor>, Failure> {
        if names.is_empty() {
            return self.all();
        }
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
        if found.0.is_empty() { Ok(vendors) } else { Err(found.into()) }
    }

    /// The vendor of this name. The other catalogs are not looked at: they may be broken.
    pub(crate) fn vendor(&self, name: &str) -> Result<Vendor, Failure> {
        match &self.0 {
            Origin::Directory(directory) => {
                let files = directory::list(directory)?;
                match files.iter().find(|file| stem(file) == Some(name)) {
                    Some(file) => Ok(read::file(file)?),
                    None => Err(self.no_vendor(name, files.iter().map(PathBuf::as_path))),
                }
            }
            Origin::Embedded(catalogs) => match catalogs.iter().find(|(file, _)| stem(Path::new(file)) == Some(name)) {
                Some((_, text)) => Ok(errors_codegen::read_text(name, text)?),
                None => Err(self.no_vendor(name, catalogs.iter().map(|(file, _)| Path::new(*file)))),
            },
        }
    }

    fn no_vendor<'f>(&self, name: &str, files: impl Iterator<Item = &'f Path>) -> Failure {
        let names: Vec<&str> = files.filter_map(stem).collect();
        let place = match &self.0 {
            Origin::Directory(directory) => format!("in `{}`", directory.display()),
            Origin::Embedded(_) => "among the built-in catalogs".to_owned(),
        };
        let message = Message::new(format!("there is no vendor `{name}` {place}"))
            .did_you_mean(&similar(name, names.iter().copied()))
            .help(if names.is_empty() {
                "there are no catalogs; name their directory with `--catalogs DIR`".to_owned()
            } else {
                format!("the vendors are {}", names.join(", "))
            });
        Failure::Usage(message)
    }

    /// All catalogs, also those that are sound where others are not.
    pub(crate) fn read(&self) -> Result<Read, Failure> {
        match &self.0 {
            Origin::Directory(directory) => {
                let files = directory::list(directory)?;
                match errors_codegen::read_directory(directory) {
                    Ok(vendors) => {
                        let vendors = vendors.into_iter().map(|vendor| (directory.join(&vendor.file), vendor));
                        Ok(Read { files, vendors: vendors.collect(), findings: Vec::new() })
                    }
                    // What is wrong with the directory hides nothing of what is wrong with its files.
                    Err(findings) => {
                        let mut read = Read::files(&files);
                        read.findings.retain(|finding| !findings.0.contains(finding));
                        read.findings.extend(findings.0);
                        Ok(read)
                    }
                }
            }
            Origin::Embedded(catalogs) => {
                let mut read = Read::default();
                for (file, text) in *catalogs {
                    let file = Path::new(file);
                    read.add(file.to_owned(), errors_codegen::read_text(stem(file).unwrap_or_default(), text));
                }
                Ok(read)
            }
        }
    }

    /// The file of a vendor, for people to find it.
    pub(crate) fn file(&self, vendor: &Vendor) -> PathBuf {
        match &self.0 {
            Origin::Directory(directory) => directory.join(&vendor.file),
            Origin::Embedded(_) => PathBuf::from(&vendor.file),
        }
    }
}

/// The name of a file without its extension: the vendor's name.
fn stem(file: &Path) -> Option<&str> {
    file.file_stem()?.to_str()
}

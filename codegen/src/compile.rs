//! Compiles a directory of catalogs to a directory of Rust files, for build scripts.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::catalogs::read_directory_with_texts;
use crate::finding::Findings;
use crate::generate::{self, Options};
use crate::model::Vendor;
use crate::stamp;
use crate::text::OneLine;
use crate::write::{self, SourceFile};

/// Reads the catalogs of a directory and writes the generated files to another.
///
/// All catalogs are read and checked. Code is only generated for those whose file in `out` is not up to date, that is,
/// was not made from the same catalog and options by the same generator. The result is the same as if all were
/// generated.
///
/// # Errors
///
/// The findings about the catalogs, or that a file cannot be written.
pub fn compile(catalogs: &Path, out: &Path, options: &Options) -> Result<(), CompileError> {
    let sources = read_directory_with_texts(catalogs).map_err(CompileError::Findings)?;
    #[cfg(feature = "examples")]
    let sources = with_examples(sources).map_err(CompileError::Findings)?;
    let stamps = present(out.join(stamp::FILE))?.unwrap_or_default();
    let options_text = format!("{options:?} {}", cfg!(feature = "examples"));
    let stamp = |vendor: &Vendor, catalog: &str, text: &str| {
        stamp::stamp(&[&options_text, &vendor.file, catalog], &vendor.name, text)
    };
    let (mut stamped, mut stale) = (Vec::new(), Vec::new());
    for (vendor, catalog) in &sources {
        let present = present(out.join(generate::file_name(vendor)))?;
        match present.map(|text| stamp(vendor, catalog, &text)) {
            Some(stamp) if stamps.split_inclusive('\n').any(|known| known == stamp) => stamped.push(stamp),
            _ => stale.push(vendor),
        }
    }
    let vendors: Vec<_> = sources.iter().map(|(vendor, _)| vendor).collect();
    let mut files = generate::files(&vendors, &stale, options)
        .map_err(|findings| CompileError::Findings(below(catalogs, findings)))?;
    for (vendor, catalog) in &sources {
        let made = files.iter().find(|file| file.name == generate::file_name(vendor));
        stamped.extend(made.map(|file| stamp(vendor, catalog, &file.text)));
    }
    stamped.sort();
    files.push(SourceFile { name: stamp::FILE.to_owned(), text: stamped.concat() });
    write::all(out, &files).map_err(|(path, error)| CompileError::Io { path, error })?;
    Ok(())
}

/// The text of a file that an earlier call has written; `None` if there is none.
fn present(path: PathBuf) -> Result<Option<String>, CompileError> {
    match write::present(&path) {
        Ok(bytes) => Ok(bytes.and_then(|bytes| String::from_utf8(bytes).ok())),
        Err(error) => Err(CompileError::Io { path, error }),
    }
}

/// The vendors with a written example for each code that lacks one, if what they have reads as it says.
#[cfg(feature = "examples")]
fn with_examples(mut sources: Vec<(Vendor, String)>) -> Result<Vec<(Vendor, String)>, Findings> {
    let findings: Vec<_> = sources.iter().flat_map(|(vendor, _)| crate::examples::check(vendor)).collect();
    if !findings.is_empty() {
        return Err(Findings(findings));
    }
    for (vendor, _) in &mut sources {
        crate::examples::complete(vendor);
    }
    Ok(sources)
}

/// Why catalogs could not be compiled.
#[derive(Debug)]
pub enum CompileError {
    /// The catalogs have errors.
    Findings(Findings),
    /// A file could not be written.
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl CompileError {
    /// The error for a build script: one line for each finding. Line breaks in texts are escaped.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        match self {
            Self::Findings(findings) => findings.0.iter().map(|finding| OneLine(finding).to_string()).collect(),
            Self::Io { path, error } => vec![OneLine(format_args!("{}: {error}", path.display())).to_string()],
        }
    }
}

impl fmt::Display for CompileError {
    /// One line for each finding.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines().join("\n"))
    }
}

impl std::error::Error for CompileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Findings(findings) => Some(findings),
            Self::Io { error, .. } => Some(error),
        }
    }
}

/// The findings with the directory of the catalogs added to their paths, as in findings of the reader.
fn below(catalogs: &Path, mut findings: Findings) -> Findings {
    for finding in &mut findings.0 {
        finding.place.file = catalogs.join(&finding.place.file);
    }
    findings
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::time::SystemTime;

    use super::compile;
    use crate::generate::Options;
    use crate::stamp;
    /// A directory with two catalogs, removed at the end of its test.
    struct Shops(PathBuf);

    impl Shops {
        fn new(test: &str) -> Self {
            let shops = Self(std::env::temp_dir().join(format!("errors-codegen-{}-{test}", std::process::id())));
            let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
            fs::create_dir_all(shops.0.join("catalogs")).unwrap();
            for name in ["digits", "integer"] {
                fs::copy(golden.join(name).with_extension("yaml"), shops.catalog(name)).unwrap();
            }
            shops
        }

        fn catalog(&self, name: &str) -> PathBuf {
            self.0.join("catalogs").join(name).with_extension("yaml")
        }

        fn out(&self, file: &str) -> PathBuf {
            self.0.join("out").join(file)
        }

        /// Compiles, and names the files that this has written. They are the same as without any that were there before.
        fn written(&self, options: &Options) -> Vec<String> {
            let old = SystemTime::UNIX_EPOCH;
            for file in fs::read_dir(self.0.join("out")).into_iter().flatten() {
                fs::File::options().write(true).open(file.unwrap().path()).unwrap().set_modified(old).unwrap();
            }
            let [catalogs, out, fresh] = ["catalogs", "out", "fresh"].map(|name| self.0.join(name));
            let _ = fs::remove_dir_all(&fresh);
            compile(&catalogs, &out, options).unwrap();
            compile(&catalogs, &fresh, options).unwrap();
            let mut written = Vec::new();
            for file in fs::read_dir(&fresh).unwrap() {
                let name = file.unwrap().file_name().into_string().unwrap();
                assert_eq!(fs::read(out.join(&name)).unwrap(), fs::read(fresh.join(&name)).unwrap(), "{name}");
                if fs::metadata(out.join(&name)).unwrap().modified().unwrap() != old {
                    written.push(name);
                }
            }
            written.sort();
            written
        }
    }

    impl Drop for Shops {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn only_the_file_of_an_edited_catalog_and_the_index_change() {
        let shops = Shops::new("edited");
        let options = Options::new();
        assert_eq!(shops.written(&options), ["catalogs.rs", stamp::FILE, "digits.rs", "integer.rs"]);
        assert_eq!(shops.written(&options), [""; 0]);
        let catalog = fs::read_to_string(shops.catalog("integer")).unwrap();
        fs::write(shops.catalog("integer"), format!("{catalog}# The end.\n")).unwrap();
        assert_eq!(shops.written(&options), [stamp::FILE]);
        fs::write(shops.catalog("integer"), catalog.replace("429", "430")).unwrap();
        assert_eq!(
            shops.written(&options),
            ["catalogs.rs", stamp::FILE, "integer.rs"],
            "the index has the table of its codes"
        );
        assert_eq!(shops.written(&options.runtime("crate")), ["catalogs.rs", stamp::FILE, "digits.rs", "integer.rs"]);
    }

    #[test]
    fn a_damaged_file_is_made_again() {
        let shops = Shops::new("damaged");
        let options = Options::new();
        shops.written(&options);
        let file = shops.out("digits.rs");
        let text = fs::read_to_string(&file).unwrap();
        for damaged in [&text[..text.len() - 1], &text.replace("1240", "1241"), ""] {
            fs::write(&file, damaged).unwrap();
            assert_eq!(shops.written(&options), ["digits.rs"]);
        }
        fs::write(&file, b"\xff").unwrap();
        assert_eq!(shops.written(&options), ["digits.rs"]);
        for damage in ["", "digits 0 0"] {
            fs::write(shops.out(stamp::FILE), damage).unwrap();
            assert_eq!(shops.written(&options), [stamp::FILE]);
        }
        fs::remove_file(&file).unwrap();
        assert_eq!(shops.written(&options), ["digits.rs"]);
    }

    #[test]
    fn a_file_with_its_stamp_is_not_made_again() {
        let shops = Shops::new("stamped");
        let options = Options::new();
        shops.written(&options);
        let catalog = fs::read_to_string(shops.catalog("digits")).unwrap();
        let text = "// As if it had been made from the catalog.\n";
        fs::write(shops.out("digits.rs"), text).unwrap();
        let options_text = format!("{options:?} {}", cfg!(feature = "examples"));
        let inputs = [&options_text, "digits.yaml", &catalog];
        fs::write(shops.out(stamp::FILE), stamp::stamp(&inputs, "digits", text)).unwrap();
        compile(&shops.0.join("catalogs"), &shops.0.join("out"), &options).unwrap();
        assert_eq!(fs::read_to_string(shops.out("digits.rs")).unwrap(), text);
        for inputs in [[&options_text, "digits.yaml", ""], [&options_text, "", &catalog], ["", "digits.yaml", &catalog]]
        {
            fs::write(shops.out(stamp::FILE), stamp::stamp(&inputs, "digits", text)).unwrap();
            compile(&shops.0.join("catalogs"), &shops.0.join("out"), &options).unwrap();
            assert_ne!(fs::read_to_string(shops.out("digits.rs")).unwrap(), text);
            fs::write(shops.out("digits.rs"), text).unwrap();
        }
    }
}

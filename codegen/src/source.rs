//! Finds and reads the files of catalogs.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::finding::{Finding, Findings, Place};

/// The maximum size of a catalog.
const MAX_BYTES: u64 = 64 << 20;

/// A file that was read.
#[derive(Debug)]
pub(crate) struct Source {
    /// The path of the file, as it is shown.
    pub(crate) file: PathBuf,
    /// The file's name without `.yaml`.
    pub(crate) name: String,
    /// The text, without a byte order mark.
    pub(crate) text: String,
}

impl Source {
    /// A text that is read as if it were the file of this vendor.
    pub(crate) fn new(name: &str, text: &str) -> Self {
        Self { file: format!("{name}.yaml").into(), name: name.to_owned(), text: text.to_owned() }
    }
}

/// Reads every `*.yaml` in a directory and its subdirectories, in the order of their paths' bytes.
///
/// Hidden files and directories, and symbolic links to directories, are skipped.
pub(crate) fn read_directory(directory: &Path) -> Result<Vec<Source>, Findings> {
    let mut findings = Vec::new();
    let mut files = Vec::new();
    let mut open = vec![directory.to_owned()];
    while let Some(directory) = open.pop() {
        if let Err(error) = list(&directory, &mut open, &mut files) {
            findings.push(unreadable("directory", &directory, &error));
        }
    }
    if files.is_empty() && findings.is_empty() {
        findings.push(Finding::whole(directory, "the directory holds no catalog").help("add a `<vendor>.yaml`"));
    }
    files.sort_by_cached_key(|file| in_order(file));
    read(&files, findings)
}

/// Reads these files, each once, in this order.
pub(crate) fn read_files(files: &[PathBuf]) -> Result<Vec<Source>, Findings> {
    let mut once: Vec<PathBuf> = Vec::new();
    for file in files {
        if !once.contains(file) {
            once.push(file.clone());
        }
    }
    read(&once, Vec::new())
}

/// A path's bytes with the same separator on all platforms, so that the order does not depend on the machine.
fn in_order(file: &Path) -> Vec<u8> {
    let parts: Vec<&[u8]> = file.components().map(|part| part.as_os_str().as_encoded_bytes()).collect();
    parts.join(&b'/')
}

/// Adds the entries of a directory: directories to `open`, files to `files`.
fn list(directory: &Path, open: &mut Vec<PathBuf>, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if entry.file_type()?.is_dir() {
            open.push(entry.path());
        } else if ending(&entry.path()) != Ending::Other {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// The extension of a file's name.
#[derive(PartialEq, Eq)]
enum Ending {
    Yaml,
    /// `.yml`, `.YAML` and so on.
    Almost,
    Other,
}

fn ending(file: &Path) -> Ending {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("yaml") => Ending::Yaml,
        Some(other) if other.eq_ignore_ascii_case("yaml") || other.eq_ignore_ascii_case("yml") => Ending::Almost,
        _ => Ending::Other,
    }
}

fn read(files: &[PathBuf], mut findings: Vec<Finding>) -> Result<Vec<Source>, Findings> {
    let mut sources = Vec::new();
    let mut names: BTreeMap<String, &Path> = BTreeMap::new();
    for file in files {
        let Some(name) = file.file_stem().and_then(|stem| stem.to_str()) else {
            findings.push(Finding::whole(file, "the file's name is not UTF-8").help("rename it"));
            continue;
        };
        let text = load(file);
        // If the file cannot be read, renaming it does not help.
        let help = match ending(file) {
            Ending::Almost if text.is_ok() => Some(format!("rename it to `{name}.yaml`")),
            Ending::Other if text.is_ok() => Some("is this file a catalog?".to_owned()),
            _ => None,
        };
        if let Some(help) = help {
            findings.push(Finding::whole(file, "the name of a catalog ends in `.yaml`").help(help));
        }
        if let Some(&first) = names.get(name) {
            let message = format!("two catalogs are called `{name}`");
            let first = Place { file: first.to_owned(), ..Place::default() };
            let finding = Finding::whole(file, message)
                .help("the file's name is the module's name: rename one of them")
                .related(first, "the first one");
            findings.push(finding);
        }
        names.entry(name.to_owned()).or_insert(file);
        match text {
            Ok(text) => sources.push(Source { file: file.clone(), name: name.to_owned(), text }),
            Err(finding) => findings.push(*finding),
        }
    }
    if findings.is_empty() {
        return Ok(sources);
    }
    findings.sort_by(|a, b| (&a.place.file, a.place.line).cmp(&(&b.place.file, b.place.line)));
    Err(Findings(findings))
}

fn load(file: &Path) -> Result<String, Box<Finding>> {
    let error = |error: &io::Error| unreadable("file", file, error);
    // Checked before opening the file, since opening a pipe would block.
    let metadata = fs::metadata(file).map_err(|e| error(&e))?;
    if metadata.is_dir() {
        return Err(Finding::whole(file, "this is a directory, not a catalog").help("name the files in it").into());
    }
    if !metadata.is_file() {
        return Err(Finding::whole(file, "this is not a file").into());
    }
    let mut bytes = Vec::new();
    let mut reader = fs::File::open(file).map_err(|e| error(&e))?.take(MAX_BYTES + 1);
    reader.read_to_end(&mut bytes).map_err(|e| error(&e))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_BYTES) {
        let finding = Finding::whole(file, "the file is larger than 64 MiB").help("split it into several catalogs");
        return Err(finding.into());
    }
    text(file, bytes)
}

/// The text of a file, without a byte order mark.
fn text(file: &Path, mut bytes: Vec<u8>) -> Result<String, Box<Finding>> {
    if bytes.starts_with("\u{feff}".as_bytes()) {
        bytes.drain(..'\u{feff}'.len_utf8());
    }
    match String::from_utf8(bytes) {
        // UTF-16 without a byte order mark can be valid UTF-8 with zero bytes.
        Ok(text) => match text.find('\0') {
            Some(zero) => Err(bad_byte(file, text.as_bytes(), zero..zero + 1, "the file has a zero byte here")
                .label("a zero byte")
                .help("remove it; if the file is UTF-16, save it as UTF-8")
                .into()),
            None => Ok(text),
        },
        Err(error) => {
            let start = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let length = error.utf8_error().error_len().unwrap_or(bytes.len() - start);
            Err(bad_byte(file, bytes, start..start + length, "the file is not UTF-8 from here on")
                .label("these bytes are no character")
                .help("save it as UTF-8")
                .into())
        }
    }
}

/// A finding about bytes that are not allowed in a catalog.
fn bad_byte(file: &Path, bytes: &[u8], span: Range<usize>, message: &str) -> Finding {
    let before = bytes.get(..span.start).and_then(|before| str::from_utf8(before).ok()).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let (line, column) = (before.matches('\n').count() + 1, line.chars().count() + 1);
    Finding::new(Place { file: file.to_owned(), line, column, span }, message)
}

fn unreadable(what: &str, path: &Path, error: &io::Error) -> Finding {
    let help = if error.kind() == io::ErrorKind::NotFound { "is the path right?" } else { "" };
    Finding::whole(path, format!("the {what} cannot be read: {error}")).help(help)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{MAX_BYTES, read_directory, read_files};

    /// A directory of its own for a test, removed at its end.
    struct Directory(PathBuf);

    impl Directory {
        fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
            let path = std::env::temp_dir().join(format!("errors-codegen-{}-{name}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).unwrap();
            for (file, bytes) in files {
                let file = path.join(file);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, bytes).unwrap();
            }
            Self(path)
        }

        /// The findings, with the directory's path left out.
        fn findings(&self) -> Vec<String> {
            let findings = read_directory(&self.0).unwrap_err().to_string();
            findings.lines().map(|line| line.replace(&format!("{}/", self.0.display()), "")).collect()
        }
    }

    impl Drop for Directory {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn nested_files_come_in_the_order_of_their_bytes() {
        let files: [(&str, &[u8]); 6] = [
            ("b/a.yaml", b""),
            ("b-c.yaml", b"x"),
            ("a.yaml", b""),
            ("README.md", b"\xff"),
            (".x.yaml", b""),
            ("Z.yaml", b""),
        ];
        let directory = Directory::new("order", &files);
        let sources = read_directory(&directory.0);
        assert_eq!(
            directory.findings(),
            [
                "b/a.yaml: two catalogs are called `a` (the first one: a.yaml); the file's name is the module's name: rename one of them"
            ]
        );
        assert!(sources.is_err());
        fs::rename(directory.0.join("b/a.yaml"), directory.0.join("b/d.yaml")).unwrap();
        let sources = read_directory(&directory.0).unwrap();
        let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
        assert_eq!(names, ["Z", "a", "b-c", "d"]);
    }

    #[test]
    fn everything_wrong_comes_at_once() {
        let directory = Directory::new(
            "wrong",
            &[
                ("latin.yaml", b"a: b\n\xc3\xa9 \xe9\n"),
                ("old.yml", b""),
                ("cut.yaml", b"\xef\xbb\xbfa\xe2\x82"),
                ("fine.yaml", b""),
                ("wide.yaml", b"a\0:\0"),
            ],
        );
        assert_eq!(
            directory.findings(),
            [
                "cut.yaml:1:2: the file is not UTF-8 from here on; save it as UTF-8",
                "latin.yaml:2:3: the file is not UTF-8 from here on; save it as UTF-8",
                "old.yml: the name of a catalog ends in `.yaml`; rename it to `old.yaml`",
                "wide.yaml:1:2: the file has a zero byte here; remove it; if the file is UTF-16, save it as UTF-8",
            ]
        );
    }

    #[test]
    fn a_byte_order_mark_is_dropped() {
        let directory = Directory::new("mark", &[("a.yaml", "\u{feff}a: \u{feff}b".as_bytes())]);
        assert_eq!(read_directory(&directory.0).unwrap()[0].text, "a: \u{feff}b");
    }

    #[test]
    fn directories_that_are_missing_or_empty_are_findings() {
        let directory = Directory::new("empty", &[("notes.txt", b"")]);
        assert!(directory.findings()[0].ends_with("the directory holds no catalog; add a `<vendor>.yaml`"));
        let missing = read_directory(&directory.0.join("no")).unwrap_err().to_string();
        assert!(
            missing.contains("the directory cannot be read") && missing.ends_with("is the path right?"),
            "{missing}"
        );
        let files = [directory.0.clone(), Path::new("no.yaml").to_owned(), directory.0.join("notes.txt")];
        let findings = read_files(&files).unwrap_err().to_string();
        let findings: Vec<&str> = findings.lines().collect();
        let [folder, notes, no] = findings.as_slice() else { panic!("{findings:?}") };
        assert!(folder.ends_with("this is a directory, not a catalog; name the files in it"), "{folder}");
        assert!(notes.ends_with("the name of a catalog ends in `.yaml`; is this file a catalog?"), "{notes}");
        assert!(no.contains("no.yaml: the file cannot be read"), "{no}");
    }

    #[test]
    fn large_files_are_refused_and_the_same_file_is_read_once() {
        let directory = Directory::new("large", &[("a.yaml", b"a")]);
        let file = directory.0.join("a.yaml");
        assert_eq!(read_files(&[file.clone(), file.clone()]).unwrap().len(), 1);
        fs::File::options().write(true).open(&file).unwrap().set_len(MAX_BYTES + 1).unwrap();
        assert_eq!(directory.findings(), ["a.yaml: the file is larger than 64 MiB; split it into several catalogs"]);
    }
}

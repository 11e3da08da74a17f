//! Reads and checks the catalogs in files, with all findings of all files.

use std::path::{Path, PathBuf};

use crate::check;
use crate::deserialize::{self, Reading};
use crate::finding::{Finding, Findings, Place, sort};
use crate::lower::{self, Limit};
use crate::model::Vendor;
use crate::source::{self, Source};
use crate::yaml::Tree;

/// Reads every catalog in a directory and its subdirectories. The vendors are sorted by name.
///
/// # Errors
///
/// All findings of all files, ordered by file and place.
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// let findings = errors_codegen::read_directory(Path::new("no/such/directory")).unwrap_err();
/// assert!(!findings.0.is_empty());
/// ```
pub fn read_directory(dir: &Path) -> Result<Vec<Vendor>, Findings> {
    let sources = source::read_directory(dir)?;
    let read = read(&sources, |file| file.strip_prefix(dir).unwrap_or(file))?;
    Ok(read.into_iter().map(|(vendor, _)| vendor).collect())
}

/// As [`read_directory`], returning each vendor with the text of its catalog.
pub(crate) fn read_directory_with_texts(dir: &Path) -> Result<Vec<(Vendor, String)>, Findings> {
    let sources = source::read_directory(dir)?;
    let read = read(&sources, |file| file.strip_prefix(dir).unwrap_or(file))?;
    Ok(read.into_iter().map(|(vendor, text)| (vendor, text.to_owned())).collect())
}

/// Reads the catalogs in these files. The vendors are sorted by name.
///
/// # Errors
///
/// All findings of all files, ordered by file and place.
///
/// # Examples
///
/// ```
/// let findings = errors_codegen::read_files(&["no/such/shop.yaml".into()]).unwrap_err();
/// assert_eq!(findings.0.len(), 1);
/// ```
pub fn read_files(files: &[PathBuf]) -> Result<Vec<Vendor>, Findings> {
    let sources = source::read_files(files)?;
    let read = read(&sources, |file| file.file_name().map_or(file, Path::new))?;
    Ok(read.into_iter().map(|(vendor, _)| vendor).collect())
}

/// Reads one catalog from its text. `name` is the name of its vendor, which the text must have too.
///
/// # Errors
///
/// All findings, ordered by place.
///
/// # Examples
///
/// ```
/// let text = r"
/// vendor: shop
/// title: Shop
/// sources: [https://example.com/errors]
/// reviewed: 2026-11-21
/// code: text
/// envelopes:
///   - name: error
///     items: [{ at: $.error, code: code, message: message }]
/// sections:
///   - title: Orders
///     codes:
///       OUT_OF_STOCK:
///         status: 409
///         kind: failed_precondition
///         topic: out_of_stock
///         audience: customer
///         meaning: The shop has not enough of an item.
///         action: Order fewer.
///         retry: after_fix
/// ";
/// let vendor = errors_codegen::read_text("shop", text).unwrap();
/// assert_eq!(vendor.codes[0].ident, "OutOfStock");
///
/// let findings = errors_codegen::read_text("shop", &text.replace("409", "999")).unwrap_err();
/// assert_eq!(findings.0[0].message, "999 is no HTTP status");
/// ```
pub fn read_text(name: &str, text: &str) -> Result<Vendor, Findings> {
    checked(&Source::new(name, text)).map_err(Findings)
}

fn checked(source: &Source) -> Result<Vendor, Vec<Finding>> {
    let tree = Tree::new(source);
    let Reading { catalog, mut findings } = deserialize::catalog(&tree);
    if let Some(catalog) = catalog {
        match check::check(&tree, &catalog) {
            Ok(vendor) if findings.is_empty() => {
                let Err(limit) = lower::check_envelopes(&vendor) else { return Ok(vendor) };
                let place = tree.place(catalog.envelopes.span.key());
                return Err(vec![Finding { place, ..too_much(&limit) }]);
            }
            Ok(_) => {}
            Err(more) => findings.extend(more),
        }
    }
    sort(&mut findings);
    Err(findings)
}

/// The finding about envelopes that exceed a limit of the tables.
fn too_much(limit: &Limit) -> Finding {
    let message =
        format!("the envelopes need {} {}, but there can be no more than {}", limit.needed, limit.what, limit.most);
    Finding::new(Place::default(), message)
        .label("too much for one vendor")
        .help("let envelopes share places: items with the same `at` and the same keys count once")
}

/// Checks all sources, and returns the vendors with their texts. `shorten` makes the path of a file independent of the
/// machine.
fn read(sources: &[Source], shorten: impl Fn(&Path) -> &Path) -> Result<Vec<(Vendor, &str)>, Findings> {
    let mut findings = Vec::new();
    let mut vendors = Vec::new();
    let mut files: Vec<&Source> = sources.iter().collect();
    files.sort_by(|a, b| (&a.name, &a.file).cmp(&(&b.name, &b.file)));
    for source in files {
        match checked(source) {
            Ok(vendor) => {
                let parts: Vec<_> = shorten(&source.file).iter().map(|part| part.to_string_lossy()).collect();
                vendors.push((Vendor { file: parts.join("/"), ..vendor }, source.text.as_str()));
            }
            Err(more) => findings.extend(more),
        }
    }
    sort(&mut findings);
    if findings.is_empty() { Ok(vendors) } else { Err(Findings(findings)) }
}

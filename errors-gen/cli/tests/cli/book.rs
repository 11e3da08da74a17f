//! The site of all codes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Ran, catalogs, run_in};

/// A directory of its own for a site.
struct Site(PathBuf);

impl Site {
    fn write(name: &str, catalogs: &str) -> (Self, Ran) {
        let folder = std::env::temp_dir().join(format!("errors-book-{name}-{}", std::process::id()));
        let ran = run_in(catalogs, &["book", "--out", folder.to_str().unwrap()], b"");
        (Self(folder), ran)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// All files, with `/` between directories and names.
    fn files(&self) -> BTreeSet<String> {
        fn add(root: &Path, directory: &Path, files: &mut BTreeSet<String>) {
            for entry in fs::read_dir(directory).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    add(root, &path, files);
                } else {
                    let parts: Vec<_> =
                        path.strip_prefix(root).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
                    files.insert(parts.join("/"));
                }
            }
        }
        let mut files = BTreeSet::new();
        add(&self.0, &self.0, &mut files);
        files
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Whether a file has this extension.
fn is(file: &str, extension: &str) -> bool {
    Path::new(file).extension() == Some(extension.as_ref())
}

/// The values of an attribute.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    html.split(&format!(" {name}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn every_page_is_there_with_its_twin_and_every_link_leads_somewhere() {
    let (site, ran) = Site::write("links", "sound");
    assert_eq!(ran.status, 0, "{ran:?}");
    let files = site.files();
    let expected = [
        "book.css",
        "book.js",
        "codes.json",
        "index.html",
        "index.md",
        "llms.txt",
        "search.js",
        "shop/000000.html",
        "shop/000000.md",
        "shop/124102.html",
        "shop/124102.md",
        "shop/index.html",
        "shop/index.md",
        "topics.html",
        "topics.md",
    ];
    assert_eq!(files.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert!(ran.stdout.starts_with("15 files in "), "{ran:?}");
    for page in files.iter().filter(|file| is(file, "html")) {
        let html = site.text(page);
        let directory = page.rsplit_once('/').map_or(String::new(), |(directory, _)| format!("{directory}/"));
        for link in [attributes(&html, "href"), attributes(&html, "src")].concat() {
            if link.starts_with("https://shop.example.com/") || link.starts_with('#') || link == "data:," {
                continue;
            }
            let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
            let path = match file.strip_prefix("../") {
                Some(file) => file.to_owned(),
                None => format!("{directory}{file}"),
            };
            assert!(files.contains(&path), "{page}: {link}");
            assert!(fragment.is_empty() || site.text(&path).contains(&format!(" id=\"{fragment}\"")), "{page}: {link}");
        }
    }
}

#[test]
fn the_page_of_a_code_says_what_to_do_first_and_has_all_facts() {
    let (site, _) = Site::write("code", "sound");
    let html = site.text("shop/124102.html");
    let order = [
        "<code>124102</code> TimerAlreadyActive",
        "The customer already has a running timer.",
        "Stop that timer, or send the item without one.",
        "<dt>Send an order again</dt><dd>yes, after a while</dd>",
        "The timer ends by itself.",
        "(the vendor says so)",
        "<dd>409</dd>",
        "<dd>initiate</dd>",
        "customerId {0} is linked",
        "<code>cartId</code>",
        "required",
        "&quot;cartId&quot;: &quot;9&quot;",
    ];
    let mut rest = html.as_str();
    for part in order {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("{part} is not behind the others in {html}")).1;
    }
    let markdown = site.text("shop/124102.md");
    for part in [
        "# The Shop `124102` TimerAlreadyActive\n",
        "- HTTP status: 409\n",
        "- Field `cartId`, string, required\n",
        "````json\n{\n",
    ] {
        assert!(markdown.contains(part), "{part}: {markdown}");
    }
    let vendor = site.text("shop/index.html");
    assert!(vendor.contains(" id=\"status-503\"") && vendor.contains("href=\"124102.html\""), "{vendor}");
    let search = site.text("search.js");
    let entries = search.strip_prefix("window.ENTRIES = ").and_then(|rest| rest.strip_suffix(";\n")).unwrap();
    let entries: Vec<serde_json::Value> = serde_json::from_str(entries).unwrap();
    let found: Vec<_> =
        entries.iter().map(|entry| (entry["c"].as_str().unwrap(), entry["u"].as_str().unwrap())).collect();
    assert_eq!(
        found,
        [("000000", "shop/000000.html"), ("124102", "shop/124102.html"), ("503", "shop/index.html#status-503")]
    );
    assert_eq!(site.text("codes.json"), run_in("sound", &["export"], b"").stdout);
}

#[test]
fn texts_of_a_catalog_never_become_markup() {
    let folder = std::env::temp_dir().join(format!("errors-book-hostile-catalogs-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let shop = fs::read_to_string(catalogs("sound").join("shop.yaml")).unwrap();
    let hostile = "\"<script>alert(1)</script> & \\\"x\\\" </pre> `a`|b.\"";
    let shop = shop
        .replace("The customer already has a running timer.", hostile)
        .replace("The timer ends by itself.", hostile);
    fs::write(folder.join("shop.yaml"), shop).unwrap();
    let (site, ran) = Site::write("hostile", folder.to_str().unwrap());
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(ran.status, 0, "{ran:?}");
    for file in site.files().iter().filter(|file| is(file, "html") || is(file, "md")) {
        assert!(!site.text(file).contains("<script>"), "{file}");
    }
}

#[test]
fn a_site_that_cannot_be_written_is_said() {
    let file = catalogs("sound").join("shop.yaml");
    let ran = run_in("sound", &["book", "--out", file.to_str().unwrap()], b"");
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("cannot write `") && ran.stderr.contains("`--out DIR`"), "{}", ran.stderr);
}

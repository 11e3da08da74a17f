//! A build generates again when a catalog has changed, and only then.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde_json::Value;

use crate::copy::{Copy, with_status};
use crate::ran::cargo;
use crate::{directory, files};

/// What a build did.
#[derive(Debug)]
struct Build {
    /// Whether the crate was compiled.
    compiled: bool,
    /// Whether its runtime was.
    runtime_compiled: bool,
    /// Whether the build script ran.
    generated: bool,
    /// The generated files: when each was written, and its text.
    files: BTreeMap<String, (SystemTime, String)>,
}

impl Build {
    fn new(project: &Path) -> Self {
        let arguments = ["build", "-v", "-p", "errors-gen", "--lib", "--message-format=json-render-diagnostics"];
        let ran = cargo(project, &arguments);
        assert!(ran.success, "{}", ran.stderr);
        let script = |line: &str| line.trim_start().starts_with("Running") && line.contains("errors-gen");
        let generated = ran.stderr.lines().any(|line| script(line) && line.contains("build-script-build`"));
        let (mut out, mut compiled, mut runtime_compiled) = (None, None, None);
        for message in ran.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
            let package = message["package_id"].as_str().unwrap_or_default();
            if message["target"]["name"] == "errors_runtime" {
                runtime_compiled = message["fresh"].as_bool().map(|fresh| !fresh);
            }
            if !(package.contains("errors-gen@") || package.contains("#errors-gen")) {
                continue;
            }
            if message["reason"] == "build-script-executed" {
                out = message["out_dir"].as_str().map(PathBuf::from);
            } else if message["target"]["name"] == "errors_gen" {
                compiled = message["fresh"].as_bool().map(|fresh| !fresh);
            }
        }
        let out = out.unwrap();
        let read = |name: String| {
            let path = out.join(&name);
            let written = fs::metadata(&path).unwrap().modified().unwrap();
            (name, (written, fs::read_to_string(path).unwrap()))
        };
        let files = files(&out, &["rs"]).into_iter().map(read).collect();
        Self { compiled: compiled.unwrap(), runtime_compiled: runtime_compiled.unwrap(), generated, files }
    }

    /// The files that were not there before, or have been written since.
    fn written_since(&self, before: &Self) -> Vec<&str> {
        let written =
            self.files.iter().filter(|(name, file)| before.files.get(*name).map(|file| file.0) != Some(file.0));
        written.map(|(name, _)| name.as_str()).collect()
    }

    fn names(&self, module: &str) -> bool {
        self.files["catalogs.rs"].1.contains(&format!("pub mod {module} "))
    }
}

#[test]
#[ignore = "builds crates"]
fn a_build_generates_again_when_a_catalog_has_changed_and_only_then() {
    let copy = Copy::new(&directory("rebuild"));
    let build = || Build::new(copy.path());
    let first = build();
    assert!(first.compiled && first.generated && first.names("bonsai") && first.runtime_compiled);

    let idle = build();
    assert!(!idle.compiled && !idle.generated, "{idle:?}");
    assert!(idle.written_since(&first).is_empty());

    // An edit that changes nothing of what is generated.
    copy.edit("bonsai.yaml", |text| format!("{text}# The end.\n"));
    let remarked = build();
    assert!(remarked.generated);
    assert_eq!(remarked.written_since(&first), [""; 0]);

    copy.edit("bonsai.yaml", |text| with_status(text, "PRODUCT_UNAVAILABLE", 421));
    let edited = build();
    assert!(edited.generated && edited.compiled && !edited.runtime_compiled);
    // The index has the tables of the codes, in the documentation.
    assert_eq!(edited.written_since(&remarked), ["bonsai.rs", "catalogs.rs"]);

    // In folders of its own, and older than everything else, as a file that was moved here would be.
    let nested = copy.add("further/shops/sixth.yaml", include_str!("sixth.yaml"));
    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(&nested).unwrap().set_modified(old).unwrap();
    let added = build();
    assert!(added.generated && added.compiled && added.names("sixth"));
    assert_eq!(added.written_since(&edited), ["catalogs.rs", "sixth.rs"]);

    copy.edit("further/shops/sixth.yaml", |text| with_status(text, "NO_SUCH_ORDER", 410));
    let nested_edited = build();
    assert_eq!(nested_edited.written_since(&added), ["catalogs.rs", "sixth.rs"]);
    let idle = build();
    assert!(!idle.compiled && !idle.generated, "{idle:?}");

    fs::remove_file(&nested).unwrap();
    let deleted = build();
    assert!(deleted.generated && deleted.compiled && !deleted.names("sixth"));
    assert_eq!(deleted.written_since(&nested_edited), ["catalogs.rs"]);
    assert_eq!(deleted.files["catalogs.rs"].1, edited.files["catalogs.rs"].1);

    // Another generator makes every file again.
    let emitter = copy.path().join("codegen/src/emit/code_enum.rs");
    let text = fs::read_to_string(&emitter).unwrap();
    fs::write(&emitter, text.replace("The error codes of", "All error codes of")).unwrap();
    let other = build();
    assert!(other.compiled && !other.runtime_compiled);
    let vendors = ["abicart.rs", "bonsai.rs", "commercetools.rs", "dukanext.rs", "omnicart.rs"];
    assert_eq!(other.written_since(&deleted), vendors);
}

//! What changed between two states of the catalogs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::{Ran, catalogs, run_in};

/// A directory of its own with the catalog of the shop.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("errors-diff-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::copy(catalogs("sound").join("shop.yaml"), folder.join("shop.yaml")).unwrap();
        Self(folder)
    }

    /// Replaces texts of the catalog, each of which is there once.
    fn edit(&self, edits: &[(&str, &str)]) {
        let file = self.0.join("shop.yaml");
        let mut text = fs::read_to_string(&file).unwrap();
        for (from, to) in edits {
            assert_eq!(text.matches(from).count(), 1, "{from}");
            text = text.replace(from, to);
        }
        fs::write(file, text).unwrap();
    }

    fn diff(&self, arguments: &[&str]) -> Ran {
        run_in(text(&self.0), &[&["diff"], arguments].concat(), b"")
    }

    fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=Shop", "-c", "user.email=shop@example.com", "-c", "commit.gpgsign=false"];
        let ran = Command::new("git").arg("-C").arg(&self.0).args(identity).args(arguments).output().unwrap();
        assert!(ran.status.success(), "{ran:?}");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The rows since the unchanged shop, each as what, how, and how much.
fn rows(name: &str, edits: &[(&str, &str)]) -> Vec<(String, String, String)> {
    let folder = Folder::new(name);
    folder.edit(edits);
    let ran = folder.diff(&[text(&catalogs("sound")), "--format", "json"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let part = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let rows = ran.json()["rows"].as_array().unwrap().clone();
    rows.iter().map(|row| (part(row, "what"), part(row, "change"), part(row, "grade"))).collect()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Edits of the shop: each text, and what takes its place.
type Edits = &'static [(&'static str, &'static str)];

/// What a row is about, what happened to it, and its grade.
type Expected = &'static [(&'static str, &'static str, &'static str)];

/// Each kind of change as an edit of the shop, and the rows that it has to give.
#[test]
fn every_kind_of_change_is_a_row_with_its_grade() {
    const NEW: &str = "      \"124103\":\n        name: Heavy\n        status: 409\n        kind: aborted\n        topic: state_conflict\n        \
                       audience: developer\n        meaning: It is heavy.\n        action: Order less.\n        retry: after_fix\n      \"124102\":";
    let cases: &[(Edits, Expected)] = &[
        (&[], &[]),
        (&[("      \"124102\":", NEW)], &[("code", "added", "minor")]),
        (
            &[
                ("\"124102\":\n", "\"124109\":\n"),
                ("{\"code\": \"124102\", \"m", "{\"code\": \"124109\", \"m"),
                ("[\"124102\"]", "[\"124109\"]"),
            ],
            &[("code", "renamed", "major"), ("reading", "changed", "major"), ("reading", "changed", "major")],
        ),
        (&[("TimerAlreadyActive", "TimerActive")], &[("name", "changed", "major")]),
        (
            &[
                ("        status: 409\n        operations", "        status: 410\n        operations"),
                ("- status: 409", "- status: 410"),
            ],
            &[("statuses", "changed", "major")],
        ),
        (&[("already_exists", "aborted")], &[("kind", "changed", "major")]),
        (&[("retry: after_wait", "retry: never")], &[("retry advice", "changed", "major")]),
        (
            &[("retry: never, because: It worked.", "retry: after_fix, because: It worked.")],
            &[("retry advice", "changed", "major"), ("retry loosened", "changed", "major")],
        ),
        (
            &[("retry: after_wait", "retry: after_wait\n        effect: unknown")],
            &[("retry effect", "changed", "major")],
        ),
        (&[("retry: after_wait", "retry: after_wait\n        wait: 3s")], &[("retry wait", "changed", "minor")]),
        (&[("The timer ends by itself.", "The timer ends.")], &[("retry reason", "changed", "patch")]),
        (&[("a running timer.", "a timer.")], &[("meaning", "changed", "patch")]),
        (
            &[("          hint: string\n", "          hint: string\n          tip: string\n")],
            &[("field tip", "added", "minor")],
        ),
        (&[("          hint: string\n", "")], &[("field hint", "removed", "major")]),
        (&[("hint: string", "hint: integer")], &[("field hint, type", "changed", "major")]),
        (
            &[(
                "message: customerId {0} is linked",
                "message:\n          - Wait for {0}.\n          - customerId {0} is linked",
            )],
            &[("wording", "added", "minor")],
        ),
        (&[("sensitive: [0]", "sensitive: [0, 1]")], &[("sensitive", "changed", "minor")]),
        (
            &[("sensitive: [0]", "sensitive: [1]")],
            &[("sensitive", "changed", "minor"), ("sensitive", "changed", "major")],
        ),
        (
            &[(
                "        audience: developer\n        retry: after_wait",
                "        deprecated: Since May.\n        audience: developer\n        retry: after_wait",
            )],
            &[("deprecated", "retired", "minor")],
        ),
        (&[("Try again later.", "Try again in an hour.")], &[("action", "changed", "patch")]),
        (&[("cannot answer for the moment", "is closed")], &[("meaning", "changed", "patch")]),
        (&[("X-Request-Id", "X-Shop-Request")], &[("headers", "changed", "minor")]),
        (&[("keep: [timestamp, cart]", "keep: [timestamp]")], &[("envelope", "changed", "minor")]),
        (&[("code: { digits: 6 }", "code: { digits: 6 }\nsuccesses: described")], &[("successes", "changed", "major")]),
    ];
    let differ = cases.iter().enumerate().filter_map(|(index, (edits, expected))| {
        let found = rows(&format!("kinds-{index}"), edits);
        let found: Vec<_> =
            found.iter().map(|(what, change, grade)| (what.as_str(), change.as_str(), grade.as_str())).collect();
        (found != *expected).then(|| format!("{edits:?}: {found:?}, not {expected:?}"))
    });
    let differ: Vec<String> = differ.collect();
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn a_revision_of_git_is_a_base_and_grades_can_fail() {
    let folder = Folder::new("git");
    folder.git(&["init", "--quiet"]);
    folder.git(&["add", "shop.yaml"]);
    folder.git(&["commit", "--quiet", "-m", "First"]);
    let ran = folder.diff(&["--fail-on", "patch"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "since HEAD: no changes\n"), "{ran:?}");

    folder.edit(&[("The timer ends by itself.", "The timer ends."), ("hint: string", "tip: string")]);
    let ran = folder.diff(&["HEAD"]);
    let expected = "\
shop
  patch 124102: retry reason: The timer ends by itself. -> The timer ends.  (a sentence or an address, which nothing branches on)
  minor 124102: field tip added: string  (nothing that programs use is touched)
  major 124102: field hint removed: string  (programs that use it no longer compile, or no longer get it)
since HEAD: 3 changes (1 major, 1 minor, 1 patch)
";
    assert_eq!((ran.status, ran.stdout.as_str()), (0, expected), "{ran:?}");
    assert_eq!(folder.diff(&["--fail-on", "major"]).status, 1);
    folder.edit(&[("tip: string", "hint: string")]);
    assert_eq!(folder.diff(&["--fail-on", "minor"]).status, 0);
    assert_eq!(folder.diff(&["--fail-on", "patch"]).status, 1);

    let markdown = folder.diff(&["--format", "markdown"]).stdout;
    assert!(
        markdown
            .contains("| shop | `124102` | retry reason: The timer ends by itself. -&gt; The timer ends. | patch |"),
        "{markdown}"
    );
}

#[test]
fn an_export_is_a_base_without_rules_and_bodies() {
    let folder = Folder::new("export");
    let base = folder.0.join("base.json");
    fs::write(&base, run_in(text(&folder.0), &["export"], b"").stdout).unwrap();
    folder.edit(&[("X-Request-Id", "X-Shop-Request"), ("already_exists", "aborted")]);
    let ran = folder.diff(&[text(&base), "--format", "json"]).json();
    let row = json!({
        "vendor": "shop", "code": "124102", "what": "kind", "change": "changed", "before": "already_exists", "after": "aborted",
        "grade": "major", "reason": "programs that act on it do something else",
    });
    assert_eq!(ran["rows"], json!([row]));
    assert_eq!(ran["grade"], "major");
    assert_eq!(
        ran["not_compared"],
        "an export has no envelopes, classes, headers, examples, or advice of statuses without a code"
    );
}

#[test]
fn a_vendor_can_come_and_go() {
    let folder = Folder::new("vendors");
    let other = fs::read_to_string(folder.0.join("shop.yaml")).unwrap().replace("vendor: shop", "vendor: store");
    fs::write(folder.0.join("store.yaml"), other).unwrap();
    let base = catalogs("sound");
    let ran = folder.diff(&[text(&base)]);
    assert!(ran.stdout.contains("  minor vendor added: store"), "{ran:?}");
    let ran = run_in("sound", &["diff", text(&folder.0)], b"");
    assert!(ran.stdout.contains("  major vendor removed: store"), "{ran:?}");
}

#[test]
fn what_is_no_base_is_said() {
    let folder = Folder::new("wrong");
    for (base, what) in [
        ("nowhere", "cannot read the catalogs of `nowhere`: fatal: "),
        ("--output=x", "unexpected argument"),
        (text(&folder.0.join("shop.yaml")), "is not what `export --format json` writes"),
    ] {
        let ran = folder.diff(&[base]);
        assert!(ran.status > 0 && ran.stderr.contains(what) && ran.stdout.is_empty(), "{ran:?}");
    }
    fs::write(folder.0.join("base.json"), "[{}]").unwrap();
    let ran = folder.diff(&[text(&folder.0.join("base.json"))]);
    assert!(ran.status == 1 && ran.stderr.contains("without `vendor` or `codes`"), "{ran:?}");
}

//! `decode` over real-looking bodies of each vendor: `decoded/<vendor>.requests.jsonl` gives `<vendor>.decoded.jsonl`.
//!
//! `UPDATE_GOLDEN=1 cargo test -p errors-cli --test cli` rewrites the latter. Look at the difference.

use std::fs;
use std::path::PathBuf;

use super::run_in;

#[test]
fn bodies_of_every_vendor_decode_as_they_did() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/decoded");
    let mut count = 0;
    let mut stale = Vec::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some(vendor) = name.strip_suffix(".requests.jsonl") else {
            continue;
        };
        let requests = fs::read(&path).unwrap();
        let ran = run_in("../../../../catalogs", &["decode", "--lines", vendor], &requests);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{vendor}");
        let lines = ran.json_lines();
        assert_eq!(lines.len(), requests.split(|byte| *byte == b'\n').count() - 1, "{vendor}");
        assert!(lines.iter().all(|line| line["vendor"] == vendor && line["error"].is_null()), "{vendor}");
        count += lines.len();
        let golden = folder.join(format!("{vendor}.decoded.jsonl"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &ran.stdout).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != ran.stdout {
            stale.push(vendor.to_owned());
        }
    }
    assert!(count >= 30, "only {count} bodies");
    assert!(stale.is_empty(), "{stale:?} differ; run `UPDATE_GOLDEN=1 cargo test -p errors-cli --test cli`");
}

//! The pages of the project: what they refer to is there.

use std::collections::BTreeSet;
use std::fs;

/// The name by which a heading is linked to, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The text outside of fenced code.
fn prose(page: &str) -> impl Iterator<Item = &str> {
    let mut code = false;
    page.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        code ^= fence;
        !code && !fence
    })
}

#[test]
fn every_link_within_a_page_leads_to_a_heading() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut links = 0;
    for page in ["README.md", "catalogs/README.md", "errors-gen/benches/README.md", "CHANGELOG.md", "SECURITY.md"] {
        let text = fs::read_to_string(root.join(page)).unwrap();
        let headings = prose(&text).filter(|line| line.starts_with('#'));
        let anchors: BTreeSet<String> = headings.map(|line| anchor(line.trim_start_matches('#'))).collect();
        for line in prose(&text) {
            for link in line.split("](#").skip(1) {
                let target = link.split(')').next().unwrap();
                assert!(anchors.contains(target), "{page}: nothing is called #{target}; there are {anchors:?}");
                links += 1;
            }
        }
    }
    assert!(links > 10, "only {links} links were found");
}

#[test]
fn every_link_to_a_file_of_the_project_leads_to_one() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for page in ["README.md", "catalogs/README.md", "errors-gen/benches/README.md", "errors-gen/benches/COSTS.md"] {
        let text = fs::read_to_string(root.join(page)).unwrap();
        let folder = root.join(page).parent().unwrap().to_owned();
        for line in prose(&text) {
            for link in line.split("](").skip(1) {
                let target = link.split([')', '#']).next().unwrap();
                if !target.is_empty() && !target.contains("://") {
                    assert!(folder.join(target).exists(), "{page}: there is no {target}");
                }
            }
        }
    }
}

/// Docs.rs shows these pages, without the files around them.
#[test]
fn the_pages_of_packages_link_to_nothing_beside_them() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let packages = ["tables", "runtime", "cli", "reqwest"].map(|name| format!("errors-gen/{name}/README.md"));
    let guide = fs::read_dir(root.join("errors-gen/src/guide")).unwrap().map(|entry| entry.unwrap().path());
    let pages = ["README.md", "codegen/README.md"].into_iter().map(str::to_owned).chain(packages);
    for page in pages.map(|page| root.join(page)).chain(guide) {
        let text = fs::read_to_string(&page).unwrap();
        for target in prose(&text).flat_map(|line| line.split("](").skip(1)) {
            let target = target.split(')').next().unwrap();
            let leads = ["https://", "#", "crate::"].iter().any(|start| target.starts_with(start));
            assert!(leads, "{}: `{target}` is beside the page", page.display());
        }
    }
}

use super::{catalogs, run, run_in};

#[test]
fn sound_catalogs_are_counted() {
    let ran = run(&["check"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{ran:?}");
    assert_eq!(ran.stdout, "1 catalog, 2 codes, 1 example: no problems\n");
}

/// The catalogs that the guide shows whole.
fn whole_catalogs_of_the_guide() -> Vec<String> {
    let guide = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalogs/README.md")).unwrap();
    let blocks = guide.split("```yaml\n").skip(1).map(|block| block.split("```").next().unwrap());
    blocks.filter(|block| block.starts_with("vendor:")).map(str::to_owned).collect()
}

#[test]
fn whole_catalogs_of_the_guide_are_sound_and_shorter_ones_are_not() {
    let folder = std::env::temp_dir().join(format!("errors-guide-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let check = |text: &str| {
        let file = folder.join("warehouse.yaml");
        std::fs::write(&file, text).unwrap();
        run(&["check", file.to_str().unwrap()])
    };
    let whole = whole_catalogs_of_the_guide();
    assert!(!whole.is_empty(), "the guide shows no whole catalog");
    for catalog in whole {
        let ran = check(&catalog);
        assert_eq!(ran.status, 0, "{}", ran.stdout);
        for key in ["title", "sources", "reviewed", "code", "defaults", "status", "kind", "topic", "meaning", "action"]
        {
            let is_of = |line: &&str| !line.trim_start().starts_with(&format!("{key}:"));
            let shorter: Vec<&str> = catalog.lines().filter(is_of).collect();
            assert_eq!(check(&shorter.join("\n")).status, 1, "without `{key}`");
        }
        let without_examples = catalog.split("\nexamples:").next().unwrap();
        assert_eq!(check(without_examples).status, 0, "without `examples`");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn every_problem_of_every_catalog_is_shown_at_once() {
    let ran = run_in("damaged", &["check"], b"");
    assert_eq!(ran.status, 1, "{ran:?}");
    for expected in ["already_exist", "nobody", "misspelled.yaml:", " | ", "^", "help: "] {
        assert!(ran.stdout.contains(expected), "{expected}:\n{}", ran.stdout);
    }
    // The examples of the other catalogs have run all the same.
    assert!(ran.stdout.contains("wrong_example.yaml:"), "{}", ran.stdout);
    assert!(ran.stdout.contains("expected the outcome `succeeded`, read `failed`"), "{}", ran.stdout);
    assert!(ran.stdout.ends_with("3 problems in 2 of 3 catalogs\n"), "{}", ran.stdout);
}

#[test]
fn only_the_named_files_are_checked() {
    let file = |name| catalogs("damaged").join(name).to_str().unwrap().to_owned();
    let ran = run_in("damaged", &["check", &file("shop.yaml"), &file("shop.yaml")], b"");
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "1 catalog, 2 codes, 1 example: no problems\n"));
    let ran = run_in("damaged", &["check", &file("wrong_example.yaml")], b"");
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.ends_with("1 problem in 1 of 1 catalog\n"), "{}", ran.stdout);
    let ran = run_in("damaged", &["check", &file("absent.yaml")], b"");
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.contains("absent.yaml"), "{}", ran.stdout);
}

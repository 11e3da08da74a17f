use super::{catalogs, run, run_in};

#[test]
fn sound_catalogs_are_counted() {
    let ran = run(&["check"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{ran:?}");
    assert_eq!(ran.stdout, "1 catalog, 2 codes, 1 example: no problems\n");
}

/// The blocks of YAML in the guide.
fn blocks_of_the_guide() -> Vec<String> {
    let guide = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalogs/README.md")).unwrap();
    guide.split("```yaml\n").skip(1).map(|block| block.split("```").next().unwrap().to_owned()).collect()
}

/// The catalogs that the guide shows whole.
fn whole_catalogs_of_the_guide() -> Vec<String> {
    blocks_of_the_guide().into_iter().filter(|block| block.starts_with("vendor:")).collect()
}

/// The parts of a catalog by the keys of the file that they begin with.
fn parts(catalog: &str) -> Vec<(&str, String)> {
    let mut parts: Vec<(&str, String)> = Vec::new();
    for line in catalog.lines().filter(|line| !line.is_empty()) {
        match (line.split_once(':'), parts.last_mut()) {
            (Some((key, _)), _) if line.starts_with(char::is_alphabetic) => parts.push((key, format!("{line}\n"))),
            (_, Some((_, part))) => part.extend([line, "\n"]),
            (_, None) => panic!("{line} stands before any key"),
        }
    }
    parts
}

#[test]
fn every_operation_of_the_guide_reads_the_bodies_beside_it() {
    let folder = std::env::temp_dir().join(format!("errors-operations-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("warehouse.yaml");
    let whole = whole_catalogs_of_the_guide();
    let has_bodies = |block: &String| block.contains("\nexamples:\n") && !block.starts_with("vendor:");
    let blocks: Vec<_> = blocks_of_the_guide().into_iter().filter(has_bodies).collect();
    for block in &blocks {
        let own = parts(block);
        let rest = parts(&whole[0]).into_iter().filter(|(key, _)| own.iter().all(|(other, _)| other != key));
        let catalog: String = rest.chain(own.iter().cloned()).map(|(_, part)| part).collect();
        std::fs::write(&file, &catalog).unwrap();
        let ran = run(&["check", file.to_str().unwrap()]);
        assert_eq!(ran.status, 0, "{}\n{catalog}", ran.stdout);
        // The bodies are compared: none of them reads as what it does not say.
        let wrong = catalog.replacen("outcome: failed", "outcome: succeeded", 1);
        std::fs::write(&file, &wrong).unwrap();
        let told = run(&["check", file.to_str().unwrap()]).status;
        assert_eq!(told == 1, wrong != catalog, "{wrong}");
    }
    let shown = blocks.concat();
    for operation in [
        "exists",
        "string",
        "number",
        "boolean",
        "object",
        "list",
        "scalar",
        "equals",
        "http",
        "when",
        "status",
        "success",
        "partial",
        "keep",
        "at",
        "as",
        "if",
        "code",
        "message",
        "detail_code",
        "parent_code",
        "item_status",
        "id",
        "field",
        "fields_at",
        "note",
        "last_segment",
        "pair",
        "separator",
        "each",
        "of",
        "\"@\"",
        "\"@name\"",
        "prefix",
        "range",
        "digits",
        "values",
        "outranks",
        "defer",
        "variants",
        "detail_codes",
        "types",
        "item_fields",
        "also",
        "show",
        "sensitive",
        "successes",
        "transport",
        "elements",
    ] {
        let word = |c: char| !c.is_alphanumeric() && !"_\"@".contains(c);
        assert!(shown.split(word).any(|found| found == operation), "no body stands beside `{operation}`");
    }
    std::fs::remove_dir_all(&folder).unwrap();
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

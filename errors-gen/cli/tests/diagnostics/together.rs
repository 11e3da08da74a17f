//! Several catalogs at once, and how a check ends.

use super::{Directory, check, sound};

#[test]
fn all_that_is_wrong_with_all_catalogs_comes_at_once_in_the_order_of_the_files() {
    let [meaning, kind, key, fine] = ["b_meaning", "a_kind", "c_key", "fine"].map(sound);
    let meaning = meaning.replace("The shop has not enough of an item.", "''").replace("status: 409", "status: 999");
    let kind = kind.replace("failed_precondition", "failed");
    let key = key.replace("title: A shop", "titel: A shop");
    let directory = Directory::new(
        "together",
        &[
            ("catalogs/b_meaning.yaml", meaning.as_bytes()),
            ("catalogs/a_kind.yaml", kind.as_bytes()),
            ("catalogs/more/c_key.yaml", key.as_bytes()),
            ("catalogs/syntax.yaml", b"vendor: [syntax\n"),
            ("catalogs/bytes.yaml", b"\xff"),
            ("catalogs/old.yml", b""),
            ("catalogs/fine.yaml", fine.as_bytes()),
        ],
    );
    let checked = check(&directory.0, &["--catalogs", "catalogs"]);
    assert_eq!((checked.status, checked.stderr.as_str()), (1, ""));
    let places = |text: &str| -> Vec<String> {
        let place = |line: &str| line.trim_start().strip_prefix("--> catalogs/").map(str::to_owned);
        text.lines().filter_map(place).collect()
    };
    assert_eq!(
        places(&checked.stdout),
        [
            "a_kind.yaml:14:15",
            "b_meaning.yaml:13:17",
            "b_meaning.yaml:17:18",
            "bytes.yaml:1:1",
            "more/c_key.yaml:2:1",
            "old.yml",
            "syntax.yaml:1:9",
        ]
    );
    assert!(checked.stdout.ends_with("\n7 problems in 6 of 7 catalogs\n"), "{}", checked.stdout);

    // The order in which files are named does not matter either.
    let files = ["catalogs/more/c_key.yaml", "catalogs/a_kind.yaml", "catalogs/fine.yaml", "catalogs/a_kind.yaml"];
    let checked = check(&directory.0, &files);
    assert_eq!(checked.status, 1);
    assert_eq!(places(&checked.stdout), ["a_kind.yaml:14:15", "more/c_key.yaml:2:1"]);
    assert!(checked.stdout.ends_with("\n2 problems in 2 of 3 catalogs\n"), "{}", checked.stdout);
}

#[test]
fn the_exit_status_says_how_it_went() {
    let [shop, bad] = ["shop", "bad"].map(sound);
    let bad = bad.replace("409", "999");
    let directory = Directory::new("status", &[("shop.yaml", shop.as_bytes()), ("bad.yaml", bad.as_bytes())]);
    let checked = check(&directory.0, &["shop.yaml"]);
    assert_eq!(
        (checked.status, checked.stdout.as_str(), checked.stderr.as_str()),
        (0, "1 catalog, 1 code, 0 examples: no problems\n", "")
    );
    assert_eq!(check(&directory.0, &["bad.yaml"]).status, 1);
    assert_eq!(check(&directory.0, &["shop.yaml", "bad.yaml"]).status, 1);
    assert_eq!(check(&directory.0, &["--catalogs", "absent"]).status, 1);
    for wrong in [&["--no-such-option"][..], &[""][..]] {
        let checked = check(&directory.0, wrong);
        assert_eq!((checked.status, checked.stdout.as_str()), (2, ""), "{wrong:?}");
        assert!(checked.stderr.starts_with("error: "), "{wrong:?}");
    }
}

#[test]
fn there_is_an_end_to_findings() {
    let many = format!("code: {{ form: text, success: [{}] }}", "[], ".repeat(1_500));
    let many = sound("many").replace("code: text", &many);
    let levels = (1..60).map(|level| format!("  - &a{level} [*a{0}, *a{0}, *a{0}]\n", level - 1));
    let bomb: String = std::iter::once("vendor: bomb\nsources:\n  - &a0 [x, x]\n".to_owned()).chain(levels).collect();
    for (name, text, most, last) in [
        ("many", many, 1_001, "there is more that is wrong with this file"),
        ("bomb", bomb, 101, "there is more like this below"),
    ] {
        let file = format!("{name}.yaml");
        let directory = Directory::new(name, &[(&file, text.as_bytes())]);
        let checked = check(&directory.0, &[&file]);
        assert_eq!((checked.status, checked.stderr.as_str()), (1, ""), "{name}");
        let errors: Vec<&str> = checked.stdout.lines().filter_map(|line| line.strip_prefix("error: ")).collect();
        assert_eq!(errors.len(), most, "{name}");
        assert!(errors.contains(&last), "{name}");
    }
}

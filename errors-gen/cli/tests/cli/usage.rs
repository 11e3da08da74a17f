use super::{catalogs, run, run_in, run_with};

#[test]
fn every_command_has_help_with_an_example() {
    for command in ["check", "show", "export", "book", "diff", "schema", "explain", "decode"] {
        let ran = run(&[command, "--help"]);
        assert_eq!(ran.status, 0);
        assert!(ran.stdout.contains("Example:\n  ") || ran.stdout.contains("Examples:\n  "), "{}", ran.stdout);
        assert!(ran.stdout.contains(&format!("errors {command} ")), "{}", ran.stdout);
    }
}

#[test]
fn wrong_usage_exits_with_2() {
    let wrong: &[&[&str]] = &[
        &[],
        &["frobnicate"],
        &["explain", "shop"],
        &["export", "--format", "xml"],
        &["decode", "shop", "--status", "99"],
        &["decode", "shop", "--status", "600"],
        &["decode", "shop", "--operation", "initate"],
        &["decode", "--lines", "shop", "--status", "400"],
        &["decode", "--lines", "shop", "--format", "text"],
        &["decode", "--jobs", "shop"],
        &["decode", "--lines", "shop", "--jobs=-1"],
        &["decode", "--lines", "shop", "--jobs=many"],
        &["decode", "--select", "code", "shop"],
        &["decode", "--lines", "--select", "colour", "shop"],
        &["show", "shoop"],
        &["export", "shop", "shoop"],
        &["decode", "../shop"],
    ];
    for arguments in wrong {
        let ran = run(arguments);
        assert_eq!(ran.status, 2, "{arguments:?}: {ran:?}");
        assert!(!ran.stderr.is_empty() && ran.stdout.is_empty(), "{arguments:?}: {ran:?}");
    }
}

#[test]
fn an_unknown_name_is_answered_with_the_known_ones() {
    let ran = run(&["explain", "shoop", "1"]);
    assert!(ran.stderr.contains("did you mean `shop`?"), "{}", ran.stderr);
    assert!(ran.stderr.contains("the vendors are shop"), "{}", ran.stderr);
    let ran = run(&["decode", "shop", "--operation", "initate"]);
    assert!(ran.stderr.contains("did you mean `initiate`?"), "{}", ran.stderr);
}

#[test]
fn a_broken_catalog_stops_only_what_needs_it() {
    let body = br#"{"code": "124102"}"#;
    assert_eq!(run_in("damaged", &["decode", "shop"], body).status, 0);
    assert_eq!(run_in("damaged", &["explain", "shop", "124102"], b"").status, 0);
    let ran = run_in("damaged", &["decode", "misspelled"], body);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("already_exist"), "{}", ran.stderr);
    assert_eq!(run_in("damaged", &["export"], b"").status, 1);
}

#[test]
fn what_cannot_be_read_is_named() {
    let ran = run(&["decode", "shop", "no/such/file.json"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("no/such/file.json") && ran.stderr.contains("help:"), "{}", ran.stderr);
    let ran = run_in("no-such-directory", &["check"], b"");
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("no-such-directory") && ran.stderr.contains("--catalogs"), "{}", ran.stderr);
}

#[test]
fn nothing_is_colored_where_no_terminal_is() {
    for ran in [run(&["check"]), run(&["explain", "shop", "124102"]), run_in("damaged", &["check"], b"")] {
        assert!(!ran.stdout.contains('\u{1b}') && !ran.stderr.contains('\u{1b}'), "{ran:?}");
    }
}

#[test]
fn show_prints_rust() {
    let ran = run_with("", &["show", "shop"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.stdout.contains("pub enum Code"), "{}", ran.stdout);
}

#[test]
fn the_catalogs_can_be_named_after_the_command() {
    let directory = catalogs("sound");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_errors"));
    let output = command.arg("check").arg("--catalogs").arg(&directory).output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

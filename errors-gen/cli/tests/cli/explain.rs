use super::run;

#[test]
fn all_that_is_known_is_told() {
    let ran = run(&["explain", "shop", "124102"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{ran:?}");
    for expected in [
        "The Shop 124102: TimerAlreadyActive",
        "The customer already has a running timer.",
        "Stop that timer, or send the item without one.",
        "already_exists",
        "409",
        "initiate (Initiate Cart)",
        "after_wait: The timer ends by itself. (the vendor says so; effect: none)",
        "developer",
        "Conflicts",
        "customerId {0} is linked to itemId {1} | in cartId {2}",
        "cartId (string, required)",
        "hint (string)",
        "outcome = failed",
        "https://shop.example.com/errors",
        r#"{"code": "124102", "message""#,
    ] {
        assert!(ran.stdout.contains(expected), "{expected}:\n{}", ran.stdout);
    }
}

#[test]
fn a_rust_name_will_do_as_well() {
    assert_eq!(run(&["explain", "shop", "TimerAlreadyActive"]).stdout, run(&["explain", "shop", "124102"]).stdout);
}

#[test]
fn a_near_miss_gets_a_suggestion() {
    for wanted in ["124120", "timer_already_active"] {
        let ran = run(&["explain", "shop", wanted]);
        assert_eq!(ran.status, 1);
        assert!(ran.stderr.contains("did you mean `"), "{wanted}: {}", ran.stderr);
    }
    assert!(run(&["explain", "shop", "0"]).stderr.contains("did you mean `000000`?"));
}

#[test]
fn the_structure_of_an_unlisted_code_is_told() {
    let ran = run(&["explain", "shop", "199999"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.contains("outcome = failed") && ran.stdout.contains("unknown"), "{ran:?}");
    assert!(ran.stderr.contains("lists no code `199999`"), "{ran:?}");
}

#[test]
fn negative_numbers_are_codes() {
    let ran = run(&["explain", "shop", "-32601"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.stderr.contains("lists no code `-32601`"), "{ran:?}");
}

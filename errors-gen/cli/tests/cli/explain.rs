use super::{run, run_in};

#[test]
fn all_that_is_known_is_told() {
    let ran = run(&["explain", "shop", "124102"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{ran:?}");
    for expected in [
        "The Shop 124102: TimerAlreadyActive",
        "The customer already has a running timer.",
        "Stop that timer, or send the item without one.",
        "already_exists",
        "state_conflict (resource): The state of a thing",
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
        "Example (HTTP 409 to initiate)",
        "    {\n      \"code\": \"124102\",\n      \"message\": \"customerId 7",
    ] {
        assert!(ran.stdout.contains(expected), "{expected}:\n{}", ran.stdout);
    }
}

#[test]
fn a_code_without_an_example_is_shown_in_a_body_that_was_written() {
    let ran = run(&["explain", "shop", "000000"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{ran:?}");
    let expected =
        "Example (HTTP 201), made of what is listed here\n\n    {\"code\": \"000000\", \"message\": \"<message>\"}\n";
    assert!(ran.stdout.ends_with(expected), "{}", ran.stdout);
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

#[test]
fn digits_need_no_leading_zeros() {
    assert_eq!(run(&["explain", "shop", "0"]).stdout, run(&["explain", "shop", "000000"]).stdout);
    assert_eq!(run(&["explain", "shop", "0"]).status, 0);
    assert_eq!(run(&["explain", "shop", "0000000"]).status, 1, "too many digits");
}

#[test]
fn a_status_is_explained_with_the_codes_that_come_with_it() {
    let ran = run(&["explain", "shop", "503"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{ran:?}");
    for expected in
        ["The Shop HTTP 503 ServiceUnavailable", "The shop cannot answer for the moment.", "Try again later."]
    {
        assert!(ran.stdout.contains(expected), "{expected}:\n{}", ran.stdout);
    }
    assert_eq!(ran.stdout, run(&["explain", "shop", "serviceunavailable"]).stdout);

    let ran = run(&["explain", "shop", "409"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    for expected in ["HTTP 409 Conflict", "124102 TimerAlreadyActive: The customer already", "Read the resource again"]
    {
        assert!(ran.stdout.contains(expected), "{expected}:\n{}", ran.stdout);
    }
    for unknown in ["418", "0409", "65536409"] {
        assert_eq!(run(&["explain", "shop", unknown]).status, 1, "{unknown}");
    }
}

#[test]
fn other_vendors_are_asked_for_what_this_one_does_not_list() {
    let of_all = |arguments: &[&str]| run_in("../../../../catalogs", arguments, b"");
    let ran = of_all(&["explain", "omnicart", "ConcurrentModification"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("`errors explain commercetools ConcurrentModification`"), "{}", ran.stderr);
    let ran = of_all(&["explain", "omnicart", "concurent_modification"]);
    assert!(ran.stderr.contains("did you mean `ConcurrentModification` of commercetools"), "{}", ran.stderr);
    let ran = of_all(&["explain", "omnicart", "nothing like it at all"]);
    assert!(ran.stderr.contains("`errors export omnicart` lists all codes"), "{}", ran.stderr);
}

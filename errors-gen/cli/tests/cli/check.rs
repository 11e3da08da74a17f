use super::{catalogs, run, run_in};

#[test]
fn sound_catalogs_are_counted() {
    let ran = run(&["check"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{ran:?}");
    assert_eq!(ran.stdout, "1 catalog, 2 codes, 1 example: no problems\n");
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

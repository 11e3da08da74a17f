//! Edits to nothing but catalogs reach the programs that use the crate; what is wrong with them is said at once.

use crate::copy::{Copy, with_entry, with_status};
use crate::ran::cargo;
use crate::{directory, files, program};

const SIXTH: &str = include_str!("sixth.yaml");

const ADDED: &str = "\
CART_TOO_HEAVY:
  status: 418
  kind: failed_precondition
  topic: state_conflict
  audience: customer
  meaning: The cart weighs more than can be sent.
  action: Take something out of the cart.
  retry: after_fix";

const MAIN: &str = r##"
use errors_gen::{Outcome, VENDORS, bonsai, sixth};

fn main() {
    let changed = bonsai::Code::ProductUnavailable;
    println!("{} {:?} {:?}", changed, changed.status(), bonsai::Code::with_status(421));

    let added = bonsai::Code::CartTooHeavy;
    println!("{} {:?} {}", added, added.status(), added.meaning());
    let response = bonsai::read(418, r#"{"errors":[{"code":"CART_TOO_HEAVY","title":"31 kg"}]}"#);
    println!("{}", response.code() == Some(added));

    println!("{}", VENDORS.iter().any(|vendor| vendor.name() == "sixth"));
    println!("{:?} {:?}", sixth::Code::ALL, sixth::Code::NoSuchOrder.status());
    let response = sixth::read(503, r#"{"fault":{"detail":{"code":"GATEWAY_DOWN"},"text":"no route"}}"#);
    println!("{} {:?}", response.outcome() == Outcome::Failed, response.code());
    println!("{}", response.message().and_then(|message| message.text()).is_some_and(|text| text == "no route"));
    println!("{}", sixth::read(200, r#"{"orders":[1]}"#).outcome() == Outcome::Succeeded);
}
"##;

const PRINTED: &str = "\
PRODUCT_UNAVAILABLE Some(421) [ProductUnavailable]
CART_TOO_HEAVY Some(418) The cart weighs more than can be sent.
true
true
[GatewayDown, NoSuchOrder] Some(404)
true Some(GatewayDown)
true
true
";

#[test]
#[ignore = "builds crates"]
fn edits_to_catalogs_alone_reach_programs_and_every_mistake_is_said_at_once() {
    let directory = directory("data_only");
    let copy = Copy::new(&directory);
    copy.edit("bonsai.yaml", |text| with_status(text, "PRODUCT_UNAVAILABLE", 421));
    copy.edit("bonsai.yaml", |text| with_entry(text, "PRODUCT_UNAVAILABLE", ADDED));
    copy.add("sixth.yaml", SIXTH);
    let program = program(&directory, "[dependencies]\nerrors-gen = { path = \"../project\" }\n", MAIN);
    assert_eq!(cargo(&program, &["run"]).good(), PRINTED);
    let count = files(&copy.catalogs(), &["yaml"]).len();
    let checked = cargo(copy.path(), &["xtask", "check"]).good();
    assert!(checked.starts_with(&format!("{count} catalogs, ")) && checked.ends_with(": no problems\n"), "{checked}");

    let broken = SIXTH.replace("status: 404", "status: 999").replace("kind: not_found", "kind: not_fond");
    copy.add("sixth.yaml", &broken);
    let places = [place(&broken, "999"), place(&broken, "not_fond")];

    let built = cargo(&program, &["build"]);
    assert!(!built.success, "{built:?}");
    let findings: Vec<&str> = built.stderr.lines().filter(|line| line.contains("sixth.yaml")).collect();
    assert_eq!(findings.len(), places.len(), "{}", built.stderr);
    for (finding, (line, column)) in findings.iter().zip(places) {
        let version = env!("CARGO_PKG_VERSION");
        let start = format!("error: errors-gen@{version}: catalogs/sixth.yaml:{line}:{column}: ");
        assert!(finding.starts_with(&start), "{start}\n{}", built.stderr);
    }
    for noise in ["panicked", "backtrace", "thread '"] {
        assert!(!built.stderr.contains(noise), "{}", built.stderr);
    }

    // Quiet, so that standard error is that of the command alone.
    let checked = cargo(copy.path(), &["run", "--quiet", "-p", "xtask", "--", "check"]);
    assert!(!checked.success && checked.stderr.is_empty(), "{checked:?}");
    for (line, column) in places {
        assert!(checked.stdout.contains(&format!("sixth.yaml:{line}:{column}")), "{}", checked.stdout);
    }
    assert!(checked.stdout.ends_with(&format!("2 problems in 1 of {count} catalogs\n")), "{}", checked.stdout);
}

/// The line and column, both from 1, where a text stands that is there once.
fn place(text: &str, wanted: &str) -> (usize, usize) {
    let mut places = text.lines().enumerate().filter_map(|(line, text)| Some((line + 1, text.find(wanted)? + 1)));
    let place = places.next().unwrap();
    assert_eq!(places.next(), None);
    place
}

use serde_json::{Value, json};

use super::{run, run_in};

#[test]
fn the_json_is_what_other_tools_rely_on() {
    let ran = run(&["export", "shop"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let never = json!({ "advice": "never", "reason": "It worked.", "stated": false, "effect": "none", "wait": null });
    let expected = json!([{
        "vendor": "shop",
        "title": "The Shop",
        "source": "https://shop.example.com/errors",
        "reviewed": "2026-11-21",
        "codes": [
            {
                "code": "000000",
                "name": "Success",
                "section": "Successes",
                "operations": ["initiate", "modify"],
                "status": null,
                "statuses": [
                    { "http": 201, "operations": ["initiate"] },
                    { "http": 200, "operations": ["modify"] },
                ], "item_statuses": [],
                "messages": [],
                "meaning": "The call did what was asked.",
                "action": "Go on.",
                "kind": "ok",
                "topic": "notice",
                "retry": never,
                "audience": "developer",
                "note": false, "deprecated": null, "replaced_by": null, "sensitive": [],
                "link": "https://shop.example.com/errors",
                "fields": [],
            },
            {
                "code": "124102",
                "name": "TimerAlreadyActive",
                "section": "Conflicts",
                "operations": ["initiate"],
                "status": null,
                "statuses": [{ "http": 409, "operations": null }], "item_statuses": [],
                "messages": ["customerId {0} is linked to itemId {1} | in cartId {2}"],
                "meaning": "The customer already has a running timer.",
                "action": "Stop that timer, or send the item without one.",
                "kind": "already_exists",
                "topic": "state_conflict",
                "retry": { "advice": "after_wait", "reason": "The timer ends by itself.", "stated": true, "effect": "none", "wait": null },
                "audience": "developer",
                "note": false, "deprecated": null, "replaced_by": null, "sensitive": ["0"],
                "link": "https://shop.example.com/errors",
                "fields": [
                    { "name": "cartId", "type": "string", "required": true, "meaning": null },
                    { "name": "hint", "type": "string", "required": null, "meaning": null },
                ],
            },
        ],
        "transport": [
            { "http": 503, "name": "ServiceUnavailable", "meaning": "The shop cannot answer for the moment." },
        ],
    }]);
    assert_eq!(ran.json(), expected);
    // All vendors are the default, and one named twice comes once.
    assert_eq!(run(&["export"]).stdout, ran.stdout);
    assert_eq!(run(&["export", "shop", "shop", "--format", "json"]).stdout, ran.stdout);
    let yaml: serde_json::Value = serde_yaml::from_str(&run(&["export", "--format", "yaml"]).stdout).unwrap();
    assert_eq!(yaml, expected);
}

/// Every member is there in every row, also where it is null, so that tools need not ask for each.
#[test]
fn every_row_has_every_member_in_its_order() {
    let exported = run_in("../../../../catalogs", &["export"], b"").json();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    let each = |value: &Value, name: &str| value[name].as_array().unwrap().clone();
    let vendors = exported.as_array().unwrap();
    assert!(vendors.len() >= 5);
    for vendor in vendors {
        assert!(keys(vendor).starts_with("vendor title source reviewed codes"), "{}", keys(vendor));
        for code in each(vendor, "codes") {
            let all = "code name section operations status statuses item_statuses messages meaning action kind topic retry \
                       audience note deprecated replaced_by sensitive link fields";
            assert_eq!(keys(&code).trim_end_matches(" variants"), all);
            assert_eq!(keys(&code["retry"]), "advice reason stated effect wait");
            assert_eq!(code["status"].is_null(), !each(&code, "statuses").is_empty(), "{code}");
            assert!(each(&code, "statuses").iter().all(|status| keys(status) == "http operations"), "{code}");
            let named = |field: &Value| keys(field) == "name type required meaning";
            assert!(each(&code, "fields").iter().all(named), "{code}");
        }
        assert!(each(vendor, "transport").iter().all(|entry| keys(entry) == "http name meaning"), "{vendor}");
    }
}

#[test]
fn every_row_of_a_page_has_the_cells_of_its_table() {
    let ran = run(&["export", "--format", "markdown"]);
    assert_eq!(ran.status, 0);
    assert!(ran.stdout.starts_with("# The Shop\n"), "{}", ran.stdout);
    for heading in ["\n## Successes\n", "\n## Conflicts\n", "\n## Statuses without a code\n"] {
        assert!(ran.stdout.contains(heading), "{heading}: {}", ran.stdout);
    }
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut previous: Option<&str> = None;
    for line in ran.stdout.lines() {
        if let Some(previous) = previous.filter(|previous| previous.starts_with('|') && line.starts_with('|')) {
            assert_eq!(cells(previous), cells(line), "{previous}\n{line}");
        }
        previous = Some(line);
    }
    assert!(ran.stdout.contains(r"itemId {1} \| in cartId {2}"), "{}", ran.stdout);
}

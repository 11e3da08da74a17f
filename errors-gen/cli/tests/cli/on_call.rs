//! What `decode` says to somebody who has to act on it.

use super::{run_in, run_with};

/// Decodes a body with the catalogs of the workspace.
fn decode(body: &str, arguments: &[&str]) -> String {
    run_in("../../../../catalogs", &[&["decode"], arguments].concat(), body.as_bytes()).stdout
}

/// Checks that texts stand in this order.
fn in_order(text: &str, expected: &[&str]) {
    let mut from = 0;
    for expected in expected {
        let at = text.get(from..).and_then(|rest| rest.find(expected));
        from += at.unwrap_or_else(|| panic!("`{expected}` is not there, or too early:\n{text}")) + expected.len();
    }
}

#[test]
fn what_is_needed_first_comes_first() {
    let body = r#"{"code": "124102", "message": "customerId C-58 is linked to itemId 8 | in cartId 9", "hint": "h",
        "cart": {"total": 1}, "trace": "t"}"#;
    let ran = run_with(body, &["decode", "shop", "--status", "400"]);
    in_order(
        &ran.stdout,
        &[
            "The Shop: failed, HTTP 400, envelope `standard`\n",
            "code        124102 TimerAlreadyActive\n",
            "meaning     The customer already has a running timer.\n",
            "do          Stop that timer",
            "send again  yes, after a while (wait): The timer ends by itself (the vendor says so)\n",
            "message     customerId C-58 is linked to itemId 8 | in cartId 9 [sensitive]\n",
            "parameter   0: C-58 [sensitive]\n",
            "            1: 8\n".trim_start(),
            "field       hint: \"h\"\n",
            "status      400, but the page documents 409\n",
            "other       trace: \"t\"\n",
            "context     cart: {\"total\":1}\n",
        ],
    );
}

#[test]
fn a_status_as_documented_says_so_and_the_operation_counts() {
    let status = |arguments: &[&str]| {
        let all = [&["decode", "shop"], arguments].concat();
        let text = run_with(r#"{"code": "000000"}"#, &all).stdout;
        text.lines().find_map(|line| line.strip_prefix("  status      ").map(str::to_owned)).unwrap()
    };
    assert_eq!(status(&["--status", "201"]), "201, as documented");
    assert_eq!(status(&["--status", "201", "--operation", "modify"]), "201, but the page documents 200");
    assert_eq!(status(&["--status", "500"]), "500, but the page documents 201 or 200");
    assert_eq!(status(&[]), "201 or 200 by the page; none was given");
}

#[test]
fn members_that_nobody_documents_are_cut() {
    let many: Vec<_> = (0..20).map(|index| format!(r#""m{index}": "{}""#, "x".repeat(500))).collect();
    let body = format!(r#"{{"code": "124102", {}}}"#, many.join(", "));
    let text = run_with(&body, &["decode", "shop"]).stdout;
    assert!(text.contains(r#"m11: "xxx"#) && text.contains("... and 8 more") && !text.contains("m12"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() < 200), "{text}");
}

#[test]
fn the_answers_of_a_batch_stand_apart_with_their_ids() {
    let body = r#"[{"id": 1, "result": 7}, {"id": "b", "error": {"code": 9001, "message": "x"}}]"#;
    in_order(
        &decode(body, &["abicart"]),
        &[
            "Abicart: partial",
            "code        9001 ValidationError",
            "send again  ",
            "answer 1 of 2 (id 1): succeeded\n",
            "answer 2 of 2 (id \"b\"): failed\n",
            "code        9001 ValidationError",
            "message     x",
        ],
    );
}

#[test]
fn a_body_of_another_vendor_is_recognized_as_such() {
    let body = r#"{"statusCode": 409, "message": "m", "errors": [{"code": "ConcurrentModification", "message": "m"}]}"#;
    in_order(
        &decode(body, &["omnicart", "--status", "409"]),
        &[
            "OmniCart: ",
            "status      HTTP 409 Conflict",
            "send again  ",
            "looks like  a body of commercetools, `commercetools` (envelope `rest`, code ConcurrentModification)\n",
            "body        {\"statusCode\": 409",
        ],
    );
    let cut = body.get(..80).unwrap();
    let text = decode(cut, &["omnicart", "--status", "409"]);
    assert!(text.contains("looks like  a body of commercetools, `commercetools`"), "{text}");
    let text = decode(r#"{"code": "ConcurrentModification", "message": "m"}"#, &["omnicart", "--status", "409"]);
    assert!(text.contains("looks like  a code of commercetools, `commercetools`"), "{text}");
    let text = decode(r#"{"hello": "world"}"#, &["omnicart", "--status", "409"]);
    assert!(!text.contains("looks like"), "{text}");
}

#[test]
fn a_page_of_a_gateway_is_shown_in_part_and_its_status_explained() {
    let page = format!("<html>\n<title>502\u{1b}[31m Bad Gateway</title>{}", "x ".repeat(5_000));
    let text = decode(&page, &["omnicart", "--status", "502"]);
    in_order(
        &text,
        &[
            "status      HTTP 502 Bad Gateway: unavailable\n",
            "do          Check whether",
            "send again  yes, at once (retry)",
            "a POST or PATCH: only after checking that it took no effect (verify)\n",
            "reason      the body is a page of HTML or XML",
            r"body        <html> <title>502\u{1b}[31m Bad Gateway</title>x x",
            "...\n",
        ],
    );
    assert!(text.len() < 1_500, "{text}");
    let text = decode("", &["omnicart", "--status", "503"]);
    in_order(&text, &["HTTP 503 ServiceUnavailable: The OmniCart service", "reason      the body is empty"]);
    assert!(!text.contains("body        "), "{text}");
}

#[test]
fn a_body_that_was_cut_off_shows_its_code_so_far() {
    let text = decode(r#"{"code":"124102","message":"customerId C-5"#, &["omnicart", "--status", "409"]);
    in_order(
        &text,
        &["code        124102 TimerAlreadyActive, as far as the body tells\n", "meaning     ", "do          "],
    );
}

#[test]
fn the_decision_of_a_given_method_stands_alone() {
    let text = decode("", &["omnicart", "--status", "502", "--method", "POST"]);
    assert!(text.contains("send again  only after checking") && !text.contains("a POST or PATCH"), "{text}");
}

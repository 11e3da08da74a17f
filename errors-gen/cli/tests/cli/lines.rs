use std::io::Read;
use std::process::Stdio;

use super::{command, run_with};

fn decode_lines(input: impl AsRef<[u8]>) -> Vec<serde_json::Value> {
    let ran = run_with(input, &["decode", "--lines", "shop"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{ran:?}");
    ran.json_lines()
}

#[test]
fn each_line_is_answered_in_its_place() {
    let answers = decode_lines(concat!(
        r#"{"http_status":409,"operation":null,"body":"{\"code\":\"124102\"}"}"#,
        "\n",
        r#"{"body":"{\"code\":\n\t0,\"cart\":[1,\n2]}","http_status":null}"#,
        "\r\n",
        r#"{"operation":"modify","body_hex":"7b22636F6465223a30ff7d"}"#,
        "\n",
        r#"{"http_status":503,"body":"","body_hex":null}"#,
    ));
    assert_eq!(answers.len(), 4);
    assert_eq!((&answers[0]["outcome"], &answers[0]["http_status"]), (&"failed".into(), &409.into()));
    assert_eq!(
        (&answers[1]["outcome"], answers[1]["context"]["cart"].to_string()),
        (&"succeeded".into(), "[1,2]".into())
    );
    assert_eq!(answers[2]["reason"], "not_json");
    assert_eq!(answers[3]["transport"]["name"], "ServiceUnavailable");
}

#[test]
fn the_object_is_that_of_a_single_body() {
    let body = r#"{"code":"124102","message":"x","debug":[{}]}"#;
    let line = serde_json::json!({ "http_status": 409, "body": body }).to_string();
    let lines = run_with(line, &["decode", "--lines", "shop"]);
    let single = run_with(body, &["decode", "shop", "--status", "409", "--format", "json"]);
    assert_eq!(lines.stdout, single.stdout);
}

#[test]
fn lines_have_methods_and_headers() {
    let line = |rest: &str| format!("{{\"http_status\":503,\"body\":\"\"{rest}}}\n");
    let answers = decode_lines(
        [
            line(""),
            line(r#","method":"POST","headers":{"X-Request-Id":"abc"}"#),
            line(r#","method":null,"headers":null"#),
            line(r#","headers":{"retry-after":["7","9"],"Odd":null}"#),
            line(""),
        ]
        .concat(),
    );
    let told = |index: usize| {
        let answer: &serde_json::Value = &answers[index];
        (answer["decision"]["next"].clone(), answer["decision"]["wait_ms"].clone(), answer["request_id"].clone())
    };
    let null = serde_json::Value::Null;
    let plain = ("backoff".into(), null.clone(), null.clone());
    assert_eq!(told(0), plain);
    assert_eq!(told(1), ("verify".into(), null.clone(), "abc".into()));
    assert_eq!(told(2), plain);
    assert_eq!(told(3), ("retry_after".into(), 7_000.into(), null));
    assert_eq!(told(4), plain, "nothing is left of the line before");
}

#[test]
fn what_is_no_request_is_an_error_in_its_place() {
    let lines: &[&[u8]] = &[
        b"",
        b"   ",
        b"not JSON",
        b"[]",
        b"\"body\"",
        b"null",
        b"{}",
        br#"{"body":null}"#,
        br#"{"body":1}"#,
        br#"{"body":["a"]}"#,
        br#"{"body":"a","body_hex":"00"}"#,
        br#"{"body_hex":"0"}"#,
        br#"{"body_hex":"0g"}"#,
        br#"{"body_hex":[0]}"#,
        br#"{"body":"a","operation":"unheard_of"}"#,
        br#"{"body":"a","operation":7}"#,
        br#"{"body":"a","http_status":99}"#,
        br#"{"body":"a","http_status":600}"#,
        br#"{"body":"a","http_status":-1}"#,
        br#"{"body":"a","http_status":70000}"#,
        br#"{"body":"a","http_status":409.5}"#,
        br#"{"body":"a","http_status":"409"}"#,
        br#"{"body":"a","method":7}"#,
        br#"{"body":"a","headers":[]}"#,
        br#"{"body":"a","headers":{"Retry-After":5}}"#,
        br#"{"body":"a","headers":{"Retry-After":["5",6]}}"#,
        br#"{"body":"a","header":{"Retry-After":"5"}}"#,
        br#"{"body":"a","trace":{"id":[1,2]}}"#,
        br#"{"body":"a"} {}"#,
        br#"{"body":"a""#,
        b"{\"body\":\"\xff\"}",
        b"\xff",
        b"\0",
    ];
    let mut input = Vec::new();
    for line in lines {
        input.extend_from_slice(line);
        input.push(b'\n');
        // One that is sound follows each.
        input.extend_from_slice(b"{\"body\":\"{\\\"code\\\":0}\"}\n");
    }
    let answers = decode_lines(input);
    assert_eq!(answers.len(), 2 * lines.len());
    for (answer, line) in answers.chunks(2).zip(lines) {
        let shown = String::from_utf8_lossy(line);
        assert!(answer[0]["error"].is_string() && answer[0].as_object().unwrap().len() == 1, "{shown}: {}", answer[0]);
        assert_eq!(answer[1]["outcome"], "succeeded", "after {shown}");
    }
}

#[test]
fn nothing_in_gives_nothing_out() {
    assert!(decode_lines("").is_empty());
}

#[test]
fn lines_of_any_length_are_answered() {
    let mut input = b"{\"body\":\"".to_vec();
    input.resize(8 << 20, b'x');
    input.extend_from_slice(b"\"}\n{\"body\":\"{\\\"code\\\":0}\"}\n");
    input.resize(input.len() + (65 << 20), b'y');
    input.extend_from_slice(b"\n{\"body\":\"{\\\"code\\\":0}\"}");
    let answers = decode_lines(input);
    assert_eq!(answers.len(), 4);
    assert_eq!(answers[0]["reason"], "not_json");
    assert_eq!(answers[1]["outcome"], "succeeded");
    assert!(answers[2]["error"].as_str().unwrap().contains("64 MiB"));
    assert_eq!(answers[3]["outcome"], "succeeded");
}

#[test]
fn an_answer_comes_before_the_next_line_is_waited_for() {
    use std::io::{BufRead, BufReader, Write};
    for arguments in [&["decode", "--lines", "shop"][..], &["decode", "--lines", "--jobs=3", "shop"]] {
        let mut child = command("sound", arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        for _ in 0..5 {
            // With the start of the next line behind it.
            input.write_all(b"{\"body\":\"{}\"}\n ").unwrap();
            let mut answer = String::new();
            output.read_line(&mut answer).unwrap();
            assert!(answer.contains("not_envelope"), "{answer}");
        }
        drop(input);
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    for arguments in [&["decode", "--lines", "shop"][..], &["decode", "--lines", "--jobs", "shop"]] {
        reader_goes_away(arguments);
    }
}

fn reader_goes_away(arguments: &[&str]) {
    let mut child = command("sound", arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    // Fails as soon as the command has ended.
    while std::io::Write::write_all(&mut input, b"{\"body\":\"{}\"}\n").is_ok() {}
    drop(input);
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert_eq!((child.wait().unwrap().code(), errors.as_str()), (Some(0), ""));
}

#[test]
fn a_byte_order_mark_loses_no_line() {
    let line = r#"{"body":"{\"code\":0}"}"#;
    let answers = decode_lines(format!("\u{feff}{line}\n{line}\n"));
    assert_eq!((answers.len(), &answers[0]), (2, &answers[1]));
    assert_eq!(answers[0]["outcome"], "succeeded");
}

#[test]
fn several_jobs_give_the_same_answers_in_the_same_order() {
    let mut input = String::new();
    for index in 0..20_000 {
        let body = format!(r#"{{\"code\":\"{index:06}\",\"message\":\"{}\"}}"#, "x".repeat(index % 300));
        let line = match index % 1_000 {
            7 => "not a request\n".to_owned(),
            8 => format!("{{\"body\":\"{}\"}}\n", "y".repeat(600_000 / (1 + index / 1_000))),
            _ => format!("{{\"http_status\":409,\"body\":\"{body}\"}}\n"),
        };
        input.push_str(&line);
    }
    let one = run_with(&input, &["decode", "--lines", "shop"]);
    assert_eq!((one.status, one.stdout.lines().count()), (0, 20_000));
    for jobs in ["--jobs", "--jobs=1", "--jobs=2", "--jobs=7", "--jobs=1000000"] {
        let several = run_with(&input, &["decode", "--lines", jobs, "shop"]);
        assert_eq!((several.status, several.stderr.as_str()), (0, ""), "{jobs}");
        assert!(several.stdout == one.stdout, "{jobs}");
    }
    assert!(run_with("", &["decode", "--lines", "--jobs", "shop"]).stdout.is_empty());
}

#[test]
fn only_what_is_selected_is_written_in_the_order_asked_for() {
    let input = concat!(
        r#"{"http_status":409,"body":"{\"code\":124102}"}"#,
        "\n",
        r#"{"http_status":409,"body":"{\"code\":\"\\u0031x\"}"}"#,
        "\nnot a request\n",
        r#"{"body":"{\"code\":0}"}"#,
        "\n",
    );
    let ran = run_with(input, &["decode", "--lines", "--select", "label,code,kind,topic", "shop"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let lines: Vec<_> = ran.stdout.lines().collect();
    assert_eq!(
        lines[0],
        r#"{"label":"shop.already_exists.124102","code":"124102","kind":"already_exists","topic":"state_conflict"}"#
    );
    assert!(lines[1].contains(r#""code":"1x""#) && lines[1].contains(r#""label":"shop."#), "{}", lines[1]);
    assert!(lines[2].starts_with(r#"{"error":""#), "{}", lines[2]);
    assert_eq!(lines[3], r#"{"label":"shop.ok.succeeded","code":null,"kind":"ok","topic":null}"#);
    let code = run_with(input, &["decode", "--lines", "--select=code", "shop"]);
    assert!(code.stdout.starts_with("{\"code\":\"124102\"}\n"), "{}", code.stdout);
}

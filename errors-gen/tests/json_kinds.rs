//! The kinds of texts that JSON parsers disagree about: what RFC 8259 accepts, what it rejects, and what it leaves open.

use errors_gen::json::Json;
use errors_gen::{Reason, VENDORS};

/// What must be accepted.
#[rustfmt::skip]
const ACCEPTED: &[&[u8]] = &[
    // Structure.
    b"[]", b"[ ]", b"{}", b"[null]", b"[[],{}]", b"[false]", b" [1]", b"[1] ", b"[1,null,null,2]", b"\t\r\n{}\t\r\n",
    b"null", b"true", b"-0.1", b"42", b"\"\"", b"[\"\",1,{},[]]", b"[2\n]", b"[[]   ]",
    // Objects.
    br#"{"a":"b","c":"d"}"#, br#"{"a":"b","a":"b"}"#, br#"{"a":"b","a":1}"#, br#"{"":0}"#, br#"{"foo\u0000bar":42}"#,
    br#"{"min":-1.0e+28,"max":1.0e+28}"#, br#"{"\u0061":[]}"#, b"{\"a\"\n:\n1}",
    // Numbers.
    b"[123e65]", b"[0e+1]", b"[0e1]", b"[ 4]", b"[-0.000000000000000000000000000000000000000001]", b"[20e1]", b"[-0]",
    b"[-123]", b"[-1]", b"[1E22]", b"[1E-2]", b"[1E+2]", b"[123e45]", b"[123.456e78]", b"[1e-2]", b"[1e+2]", b"[123.456789]",
    b"[0.0]", b"[-0e-0]",
    // Strings.
    br#"["\u0060\u012a\u12AB"]"#, br#"["\uD801\udc37"]"#, br#"["\"\\\/\b\f\n\r\t"]"#, br#"["\\u0000"]"#, br#"["\""]"#,
    b"[\"a/*b*/c/*d//e\"]", br#"["\\a"]"#, br#"["\\n"]"#, br#"["\u0012"]"#, br#"["\uFFFF"]"#, b"[ \"asd\"]", b"[\"\x7f\"]",
    "[\"\u{10ffff}\u{ffff}\u{2028}\u{2029}é€😀\"]".as_bytes(), br#"["\u0000"]"#, br#"["\u0022\u005C"]"#,
    // A byte order mark before the text.
    b"\xef\xbb\xbf{}",
];

/// What must be rejected.
#[rustfmt::skip]
const REJECTED: &[&[u8]] = &[
    // Structure.
    b"[1 true]", b"[a\xe5]", b"[\"\": 1]", b"[\"\"],", b"[,1]", b"[1,,2]", b"[\"x\",,]", b"[\"x\"]]", b"[\"\",]", b"[x",
    b"[3[4]]", b"[\xff]", b"[1:2]", b"[,]", b"[-]", b"[   , \"\"]", b"[1,]", b"[1,\n1\n,1", b"[*]", b"[", b"]", b"[1", b"{",
    b"}", b"[,", b"[{", b"[\"a", b"[\"a\"", b"[\"a\",\n4\n,1,", b"{]", b"{,", b"{[", b"{\"a", b"{'a'", b"[1]x", b"[][]",
    b"{}}", b"[\\n]", b"[1]\x00", b"\xe2\x81\xa0", b"\xef\xbb\xbf\xef\xbb\xbf{}", b"[\x0c]", b"<.>", b"[<null>]",
    b"[\xe2\x81\xa0]", b"1]", b"*", b"#", b"{\"a\":1}#", b"[]/* */", b"{\"a\":/*comment*/\"b\"}", b"\xc3\xa9",
    b"\xef\xbb\xbf ,", b"\x00", b"[ ] ]", b"\xa0[]", b"\xff\xfe[\x00]\x00", b"{\"a\":true} \"x\"", b"[\x1f]", b"2@",
    // Literals.
    b"[fals]", b"[nul]", b"[tru]", b"[True]", b"[NaN]", b"[Infinity]", b"[-Infinity]", b"[Inf]", b"[nan]", b"[+true]",
    b"nulll",
    // Numbers.
    b"[++1234]", b"[+1]", b"[+Inf]", b"[-01]", b"[-1.0.]", b"[-2.]", b"[-NaN]", b"[.-1]", b"[.2e-3]", b"[0.1.2]", b"[0.3e+]",
    b"[0.3e]", b"[0.e1]", b"[0E+]", b"[0E]", b"[0e+]", b"[0e]", b"[1.0e+]", b"[1.0e-]", b"[1.0e]", b"[1 000.0]", b"[1eE2]",
    b"[2.e+3]", b"[2.e-3]", b"[2.e3]", b"[9.e+]", b"[1+2]", b"[0x1]", b"[0x42]", b"[-foo]", b"[- 1]", b"[-012]", b"[-.123]",
    b"[-1x]", b"[1ea]", b"[1.]", b"[1e1\xe5]", b"[.123]", b"[1.2a-3]", b"[012]", b"[1.8011670033376514H-308]",
    b"[\xef\xbc\x91]", b"[123\xe5]", b"-", b"1e",
    // Objects.
    b"[\"x\", truth]", b"{[: \"x\"}\n", b"{\"x\", null}", b"{\"x\"::\"b\"}", b"{a:\"b\"}", b"{\"a\":\"a\" 123}",
    b"{key: 'value'}", b"{\"\xb9\":\"0\",}", b"{\"a\" b}", b"{:\"b\"}", b"{\"a\" \"b\"}", b"{\"a\":", b"{\"a\"", b"{1:1}",
    b"{9999E9999:1}", b"{null:null}", b"{\"id\":0,,,,,}", b"{'a':0}", b"{\"id\":0,}", b"{\"a\":\"b\"}/**/",
    b"{\"a\":\"b\"}//", b"{\"a\":\"b\",,\"c\":\"d\"}", b"{\"a\":\"b", b"{ \"foo\" : \"bar\", \"a\" }", b"{\"a\":\"b\"}#",
    b"{\"a\":1 \"b\":2}", b"{,\"a\":1}",
    // Strings.
    br#"["\uD800\"]"#, br#"["\uD800\u"]"#, br#"["\uD800\u1"]"#, br#"["\uD800\u1x"]"#, b"[\xc3\xa9]", b"[\"\\\x00\"]",
    br#"["\\\"]"#, br#"["\x00"]"#, br#"["\"]"#, b"[\"\\\t\"]", b"[\"\\\xf0\x9f\x8c\x80\"]", br#"["\u00A"]"#,
    br#"["\uD834\uDd"]"#, br#"["\a"]"#, br#"["\uqqqq"]"#, b"[\"\\\xe5\"]", br#"["\u00E"#, b"[\\u0020\"asd\"]", b"\"",
    b"['single quote']", b"abc", b"[\"\\", b"[\"a\x00a\"]", b"[\"new\nline\"]", b"[\"\t\"]", b"\"\\UA66D\"", b"\"\"x",
    br#"["\u{61}"]"#, b"[\"\x1f\"]",
    // Bytes that are no UTF-8.
    b"[\"\xff\"]", b"[\"\xc0\xaf\"]", b"[\"\xed\xa0\x80\"]", b"[\"\xe0\x80\xaf\"]", b"[\"\xf4\xbf\xbf\xbf\"]", b"[\"\x81\"]",
    b"[\"\xe6\x97\"]", b"[\"\xf0\x9f\x98\"]", b"[\"\xfc\x83\xbf\xbf\xbf\xbf\"]",
];

/// What the RFC leaves open, and is accepted: numbers of any size, and halves of surrogate pairs.
#[rustfmt::skip]
const LEFT_OPEN: &[&[u8]] = &[
    b"[123.456e-789]",
    b"[0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999]", b"[-1e+9999]",
    b"[1.5e+9999]", b"[-123123e100000]", b"[123123e100000]", b"[123123123123123123123123123123]",
    b"[-123123123123123123123123123123]", br#"["\uDADA"]"#, br#"["\uD888\u1234"]"#, br#"["\uD800\n"]"#, br#"["\uDd1ea"]"#,
    br#"["\uD800\uD800\n"]"#, br#"["\ud800"]"#, br#"["\ud800abc"]"#, br#"["\uDd1e\uD834"]"#, br#"["\uDFAA"]"#,
    br#"{"\uDFAA":0}"#,
];

/// Whether a text without a byte order mark is JSON for `serde_json`.
fn oracle(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok())
}

#[test]
fn each_kind_of_text_is_accepted_or_rejected_as_by_serde_json() {
    let kinds = [(ACCEPTED, true), (LEFT_OPEN, true), (REJECTED, false)];
    for (text, accepted) in
        kinds.into_iter().flat_map(|(texts, accepted)| texts.iter().map(move |text| (*text, accepted)))
    {
        let shown = String::from_utf8_lossy(text);
        let json = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        assert_eq!((oracle(json), Json::parse(json).is_some()), (accepted, accepted), "{shown}");
        for vendor in VENDORS {
            let unread = vendor.read(None, text).unread();
            let is_json = unread.is_none_or(|unread| unread.reason == Reason::NotEnvelope);
            assert_eq!(is_json, accepted, "{}: {shown}", vendor.name());
            assert!(unread.is_none_or(|unread| unread.offset.is_none_or(|offset| offset <= text.len())), "{shown}");
        }
    }
}

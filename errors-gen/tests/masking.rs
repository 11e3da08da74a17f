//! What is shown of bodies, and that what is marked is shown nowhere.

use errors_gen::decide::Attempt;
use errors_gen::json::Text;
use errors_gen::load::Arena;
use errors_gen::view::Fields;
use errors_gen::{
    Codes, CompiledIn as _, ErrorCode, Message, Response, Vendor, abicart, bonsai, commercetools, dukanext, omnicart,
};
use proptest::prelude::*;

/// A vendor that marks a placeholder, a repeated one, fields of several types, and shows two of them.
const KIOSK: &str = r#"
vendor: kiosk
title: Kiosk
sources: [https://example.com/kiosk/errors]
reviewed: 2026-11-21
code: text
headers: { request_id: X-Request-Id }
types:
  Buyer:
    name: string
    age: integer
item_fields:
  trace: string
  owner: string
defaults:
  sensitive: [owner]
  show: [trace]
envelopes:
  - name: batch
    items: [{ at: "$[*].error", code: code, message: message }]
  - name: only
    items: [{ at: "$.errors[*]", code: code, message: message, fields_at: [detail, "@"] }]
    success: { result: exists }
    keep: [note]
sections:
  - title: Orders
    defaults:
      status: 409
      kind: failed_precondition
      audience: customer
      action: Order fewer.
      retry: after_fix
      because: The order must change first.
    codes:
      PLAIN:
        meaning: Something plain.
      UNKNOWN_BUYER:
        message:
          - "No buyer {buyer} here."
          - "No buyer {buyer} here. Asked by {clerk}."
          - "No {what} here."
        sensitive: [buyer, clerk]
        meaning: The buyer is not known.
      SAME_BUYER:
        message: "{buyer} buys, {count} times, as {=buyer} does"
        sensitive: [buyer]
        meaning: The buyer buys twice.
      ODD_BUYER:
        fields:
          sku: string
          buyer: Buyer
          tags: map<string>
          amount: integer
          list: string[]
        sensitive: [owner, buyer, tags]
        show: [sku, amount, owner, list]
        meaning: The buyer is odd.
"#;

fn kiosk<T>(test: impl FnOnce(Vendor<'_>) -> T) -> T {
    let model = errors_codegen::read_text("kiosk", KIOSK).unwrap_or_else(|findings| panic!("{findings}"));
    let arena = Arena::new();
    test(Vendor::new(arena.load(&model).unwrap()))
}

/// A text as a JSON string.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// What is shown of a message that no wording accounts for.
fn free(message: &str) -> String {
    let body = format!(r#"{{"status":"failed","code":"NEW","message":{}}}"#, quoted(message));
    let line = dukanext::read(400, &body).to_string();
    line.strip_prefix("DukaNext 400 NEW: ").unwrap_or_else(|| panic!("{line}")).to_owned()
}

#[test]
fn words_are_masked_by_how_they_look() {
    for (message, shown) in [
        (
            "Failed for user jane.roe@example.org with Bearer eyJhbGciOiJIUzI1NiJ9.c2VjcmV0",
            "Failed for user *** with Bearer ***",
        ),
        ("Order 12 of 123 has 1234 lines", "Order 12 of 123 has *** lines"),
        ("Got 502, then (404). 50% of 1.5", "Got 502, then (404). 50% of ***"),
        ("12a a12 1-2 -7 12:30 £5", "*** *** *** -7 *** £5"),
        ("abcdefghijklmnopqrst abcdefghijklmnopqrstu", "abcdefghijklmnopqrst ***"),
        ("abcdefghijk-lmnopqrstuv", "***"),
        ("a\tb\nc 4711", r"a\tb\nc ***"),
        ("two\u{a0}words 12345", "two\u{a0}words ***"),
        ("two\u{200b}words12345", "***"),
        ("jane＠example", "***"),
        ("٣٤٥٦ items", "*** items"),
        ("", ""),
        ("   ", "   "),
    ] {
        assert_eq!(free(message), shown, "{message}");
    }
    assert_eq!(free(&"-".repeat(81)), "***");
}

#[test]
fn quoted_spans_are_masked() {
    for (message, shown) in [
        ("User 'jane roe' is gone", "User *** is gone"),
        (r#"User "jane roe" and `ann` are gone."#, "User *** and *** are gone."),
        ("User „Jane Roe“, “Ann”, «Zoé», ‘Bo’, ‹Cy› and ”Dee”.", "User ***, ***, ***, ***, *** and ***."),
        ("It doesn't know the customer's name or l’été", "It doesn't know the customer's name or l’été"),
        ("User 'O'Brien' isn't here", "User *** isn't here"),
        ("The name 'jane runs to the end", "The name ***"),
        (r#"The name "jane runs, "too""#, "The name ***too***"),
        (r#"Value '"XX"' is not one of "DE","AT"."#, "Value *** is not one of ***,***."),
        ("name='jane'&age='40'", "name=***&age=***"),
        ("x1='jane roe'&b", "***"),
        (r#"say "a \" b" now"#, "say *** now"),
        ("'a''b'", "***"),
        ("the customers' orders", "the customers***"),
    ] {
        assert_eq!(free(message), shown, "{message}");
    }
}

#[test]
fn messages_of_unlisted_codes_and_without_codes_are_shown_as_far_as_they_look_harmless() {
    let secret = "Failed for user jane.roe@example.org with token eyJhbGciOiJIUzI1NiJ9";
    let shown = "Failed for user *** with token ***";
    let message = quoted(secret);
    for (vendor, status, body) in [
        (
            "commercetools",
            400,
            format!(
                r#"{{"statusCode":400,"message":{message},"errors":[{{"code":"SomethingNew","message":{message}}}]}}"#
            ),
        ),
        (
            "commercetools",
            400,
            format!(
                r#"{{"errors":[{{"message":{message},"code":"SomethingNew"}}],"message":{message},"statusCode":400}}"#
            ),
        ),
        (
            "commercetools",
            200,
            format!(r#"{{"data":null,"errors":[{{"message":{message},"extensions":{{"code":"SomethingNew"}}}}]}}"#),
        ),
        ("omnicart", 400, format!(r#"{{"message":{message},"code":199998}}"#)),
        ("omnicart", 400, format!(r#"{{"message":[{message}],"code":"199998"}}"#)),
        ("dukanext", 400, format!(r#"{{"status":"failed","code":"NEW","message":{message}}}"#)),
        ("bonsai", 200, format!(r#"{{"data":{{}},"errors":[{{"title":{message},"status":500}}]}}"#)),
        ("abicart", 200, format!(r#"{{"jsonrpc":"2.0","id":7,"error":{{"code":12,"message":{message}}}}}"#)),
        ("abicart", 200, format!(r#"[{{"id":7,"error":{{"code":12,"message":{message}}}}},{{"result":1}}]"#)),
    ] {
        let response = Vendor::by_name(vendor).unwrap().read(status, &body);
        assert!(response.to_string().ends_with(shown), "{response}");
        for text in [response.to_string(), format!("{response:?}"), format!("{:?}", response.errors())] {
            assert!(!text.contains("jane") && !text.contains("eyJ"), "{text}");
        }
    }
}

#[test]
fn messages_in_other_words_are_shown() {
    let read = |code: &str, message: &str| {
        let message = quoted(message);
        let body = format!(
            r#"{{"statusCode":409,"message":{message},"errors":[{{"code":"{code}","message":{message},"currentVersion":5}}]}}"#
        );
        commercetools::read(409, &body).to_string()
    };
    for (code, message, shown) in [
        (
            "ConcurrentModification",
            "Version mismatch. Concurrent modification.",
            "Version mismatch. Concurrent modification.",
        ),
        ("ConcurrentModification", "A concurrent modification was detected", "A concurrent modification was detected"),
        ("ResourceNotFound", "The Resource with key 'anna' was not found", "The Resource with key *** was not found"),
        ("InvalidField", "Nothing fits field country", "Nothing fits field country"),
        ("DuplicateField", "Taken by anna@example.com", "Taken by ***"),
        ("ReferenceExists", "Delete the product with ID 3f0c7a52 first", "Delete the product with ID *** first"),
    ] {
        assert_eq!(read(code, message), format!("commercetools 409 {code}: {shown}"));
    }
}

#[test]
fn a_sentence_behind_the_wording_stays_reachable() {
    let values = |message: &str| {
        let message = quoted(message);
        let body = format!(
            r#"{{"statusCode":400,"message":{message},"errors":[{{"code":"InvalidField","message":{message},"invalidValue":"XX"}}]}}"#
        );
        let response = commercetools::read(400, &body);
        let parameters = response.parameters().unwrap_or_else(|| panic!("{message}"));
        let value = |name| parameters.get(name).map(|text| text.to_string()).unwrap();
        let rest = parameters.rest().map(|text| text.to_string());
        (value("invalidValue"), value("field"), rest, response.to_string())
    };
    let (value, field, rest, shown) =
        values(r#"The value '"XX"' is not valid for field 'country'. Allowed values are: "DE","AT"."#);
    assert_eq!((value.as_str(), field.as_str()), ("\"XX\"", "country"));
    assert_eq!(rest.as_deref(), Some(r#"Allowed values are: "DE","AT"."#));
    assert_eq!(
        shown,
        "commercetools 400 InvalidField: The value *** is not valid for field 'country'. Allowed values are: ***,***."
    );
    for (message, wanted) in [
        ("The value '12' is not valid for field 'a.b'.", ("12", "a.b", None)),
        ("The value '12' is not valid for field 'a.b'.  \n", ("12", "a.b", None)),
        ("The value '12' is not valid for field 'a'.\tSee 4711.", ("12", "a", Some("See 4711."))),
        ("The value 12 is not valid for field a. Why? Because.", ("12", "a", Some("Why? Because."))),
        ("The value  is not valid for field .", ("", "", None)),
        ("The value 'a. b' is not valid for field 'c'. D\u{e9}.", ("a. b", "c", Some("D\u{e9}."))),
    ] {
        let (value, field, rest, _) = values(message);
        assert_eq!((value.as_str(), field.as_str(), rest.as_deref()), wanted, "{message}");
    }
    // Without a full stop the wording ends with the message.
    let omnicart = |message: &str| {
        let body = format!(r#"{{"code":"124102","message":{}}}"#, quoted(message));
        omnicart::read(409, &body).parameters().map(|parameters| parameters.rest().is_none())
    };
    let timer = "customerId a is linked to itemId b in cartId c with an active timer";
    assert_eq!(omnicart(timer), Some(true));
    assert_eq!(omnicart(&format!("{timer} ")), Some(true));
    assert_eq!(omnicart(&format!("{timer} now")), None);
    assert_eq!(omnicart(&format!("{timer}.")), None);
}

#[test]
fn bodies_that_are_no_envelope_are_told_apart() {
    let line = |status: u16, body: &[u8]| commercetools::read(status, body).to_string();
    let html = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
    for (body, shown) in [
        (html, "HTML page: 502 Bad Gateway"),
        ("\u{feff}\n <HTML lang=en>\n<TITLE id=x>\n Error\n 1020 \n</TITLE>", "HTML page: Error ***"),
        ("<html><title>Access denied for jane@example.org | shop</title>", "HTML page: Access denied for *** | shop"),
        ("<html><body>jane</body></html>", "HTML page"),
        ("<html><title></title>", "HTML page"),
        ("<html><title>Half", "HTML page: Half"),
        ("<html><title", "HTML page"),
        ("", "empty body"),
        (" \r\n\t", "empty body"),
        ("\u{feff}", "empty body"),
        (
            "upstream connect error or disconnect/reset before headers",
            "text: upstream connect error or disconnect/reset before headers",
        ),
        ("no healthy upstream for 10.0.0.17\n\nrequest 4711", "text: no healthy upstream for *** request ***"),
        ("Forbidden: 'jane'", "text: Forbidden: ***"),
        ("\u{1b}[31mred", "text: ***"),
        ("a\u{202e}b", r"text: a\u{202e}b"),
        (
            r#"{"statusCode":409,"message":"jane","errors":[{"code":"ConcurrentModification","mess"#,
            "JSON cut off at byte 83, after the code ConcurrentModification",
        ),
        (r#"{"statusCode":400,"message":"jane"#, "JSON cut off at byte 33"),
        (r#"[{"a":tr"#, "JSON cut off at byte 8"),
        (r#"{"a":"\u12"#, "JSON cut off at byte 10"),
        (r#"{"a":"\"#, "JSON cut off at byte 7"),
        (r#"{"a":-"#, "JSON cut off at byte 6"),
        (r#"{"a":1."#, "JSON cut off at byte 7"),
        ("{ ", "JSON cut off at byte 2"),
        (r#"{"a":1}}"#, "not JSON at byte 7"),
        (r#"{"a" "jane"}"#, "not JSON at byte 5"),
        (r#"{"jane":"roe"}"#, "JSON, but none of the vendor's envelopes"),
        ("\"jane\"", "JSON, but none of the vendor's envelopes"),
        ("4711", "JSON, but none of the vendor's envelopes"),
    ] {
        assert_eq!(line(502, body.as_bytes()), format!("commercetools 502: {shown}"), "{body}");
    }
    assert_eq!(line(404, b""), "commercetools 404: empty body");
    assert_eq!(line(502, b"\x1f\x8b\x08\x00jane"), "commercetools 502: neither JSON nor text at byte 1");
    assert_eq!(line(502, b"Bad gateway \xc3"), "commercetools 502: text: Bad gateway");
    assert_eq!(line(502, b"{\"message\":\"jane \xc3"), "commercetools 502: JSON cut off at byte 17");
    assert_eq!(line(502, "[".repeat(200).as_bytes()), "commercetools 502: JSON nested too deeply at byte 127");
    assert_eq!(omnicart::read(503, "").to_string(), "OmniCart 503 ServiceUnavailable: empty body");
    // Only the start of a long text is shown, and no half a word of it.
    let long = line(500, "word word, ".repeat(1_000).as_bytes());
    assert!(long.ends_with(" …") && long.len() < 130, "{long}");
    let one = line(500, "x".repeat(100_000).as_bytes());
    assert_eq!(one, "commercetools 500: text: ***");
}

#[test]
fn of_a_success_nothing_of_the_body_is_shown() {
    for (vendor, body) in [
        ("omnicart", r#"{"code":"000000","message":"Cart SECRET"}"#),
        ("omnicart", r#"{"message":"SECRET","code":0,"data":{"SECRET":"SECRET"}}"#),
        ("omnicart", r#"{"code":"001001","message":"SECRET","debug":[{"code":"SECRET","message":"SECRET"}]}"#),
        ("abicart", r#"{"jsonrpc":"2.0","id":"SECRET","result":{"a":"SECRET"}}"#),
        ("abicart", r#"[{"id":"SECRET","result":"SECRET"},{"result":{"SECRET":1}}]"#),
        ("dukanext", r#"{"status":"success","message":"SECRET","data":{"code":"SECRET"}}"#),
        ("bonsai", r#"{"data":{"publicId":"SECRET"}}"#),
        ("commercetools", r#"{"data":{"me":"SECRET"}}"#),
    ] {
        let response = Vendor::by_name(vendor).unwrap().read(200, body);
        assert!(!response.is_error(), "{body}");
        assert_eq!(response.to_string(), format!("{} 200: succeeded", response.vendor().title()));
        everywhere(&response, "SECRET", body);
    }
}

/// Looks for a text in `Display` and `Debug` of everything that a response leads to.
fn everywhere<'t, C: Codes<'t>>(response: &Response<'_, C>, secret: &str, body: &str) {
    let mut shown = vec![
        format!("{response} {response:#} {response:?} {response:#?}"),
        format!("{:?} {:?} {:?}", response.errors(), response.context(), response.label()),
        format!("{:?} {:?} {:?}", response.kind(), response.retry(), response.decide(&Attempt::new())),
        format!("{:?} {:?} {:?}", response.json(), response.message(), response.raw_code()),
        format!("{:?} {:?}", response.parameters(), response.elements()),
        format!("{:?}", response.context().map(|(_, value)| value).collect::<Vec<_>>()),
    ];
    let owned = response.clone().into_owned();
    shown.push(format!("{owned} {owned:#} {owned:?} {owned:#?} {:?} {:?}", owned.message(), owned.raw_code()));
    if let Err(error) = response.clone().into_result() {
        let boxed: Box<dyn std::error::Error> = Box::new(std::io::Error::other(error.to_string()));
        shown.push(format!("{boxed} {boxed:?}"));
    }
    if let Some(json) = response.json() {
        shown.push(format!("{:?} {:?} {:?} {:?}", json.members(), json.elements(), json.value(), json.text()));
        shown.push(format!("{:?}", json.members().collect::<Vec<_>>()));
    }
    for item in response.errors() {
        shown.push(format!("{item} {item:#} {item:?} {item:#?} {:?} {:?}", item.message(), item.raw_code()));
        shown.push(format!("{:?} {:?} {:?} {:?}", item.json(), item.id(), item.field(), item.fields()));
        shown.push(format!("{:?}", item.message().map(Message::parts)));
        shown.push(format!("{:?}", item.fields().iter().collect::<Vec<_>>()));
        shown.push(format!("{:?}", item.fields().extra(&[]).collect::<Vec<_>>()));
        shown.push(format!("{:?}", item.fields().iter().map(|(_, value)| value.value()).collect::<Vec<_>>()));
        if let Some(parameters) = item.parameters() {
            shown.push(format!("{parameters:?} {:?} {:?}", parameters.iter(), parameters.rest()));
            shown.push(format!("{:?}", parameters.iter().map(|(name, _)| parameters.list(name)).collect::<Vec<_>>()));
            shown.push(format!("{:?}", parameters.iter().map(|(_, value)| (value, value.chars())).collect::<Vec<_>>()));
        }
        let fields = item.fields();
        for (name, _) in fields.iter().filter(|(name, _)| *name != *secret) {
            let name = name.to_cow();
            let errors = (fields.read::<bool>(&name), fields.read::<Fields<'_>>(&name), fields.read::<i64>(&name));
            shown.push(format!("{errors:?}"));
            let errors = [errors.0.err(), errors.1.err(), errors.2.err(), fields.read::<Text<'_>>(&name).err()];
            shown.extend(errors.into_iter().flatten().map(|error| format!("{error} {error:?} {error:#?}")));
        }
    }
    for shown in shown {
        assert!(!shown.contains(secret), "{body}\n{shown}");
    }
}

/// The same for a vendor that is compiled in, and for it as one that is chosen at run time.
fn everywhere_typed<C: ErrorCode>(status: u16, body: &str, secret: &str) {
    let response = Response::<C>::read(status, body);
    everywhere(&response, secret, body);
    everywhere(&C::VENDOR.read(status, body), secret, body);
    for item in response.errors() {
        let (detail, fields) = (item.detail(), item.item_fields());
        for shown in [format!("{detail:?} {detail:#?}"), format!("{fields:?} {fields:#?}")] {
            assert!(!shown.contains(secret), "{body}\n{shown}");
        }
    }
    for cut in (0..body.len()).filter(|cut| body.is_char_boundary(*cut)) {
        let body = &body[..cut];
        let response = Response::<C>::read(status, body);
        for shown in [format!("{response} {response:?}"), format!("{:?}", Response::<C>::guess(status, body))] {
            assert!(!shown.contains(secret), "{body}\n{shown}");
        }
    }
}

#[test]
fn header_values_that_look_odd_are_not_shown() {
    let body = r#"{"errors":[{"code":"NEW","message":"m"}]}"#;
    kiosk(|vendor| {
        for (id, shown) in [
            ("projects-3f0c7a52-8f1e", "Kiosk 400 NEW: m (request projects-3f0c7a52-8f1e)"),
            ("a\u{202e}b", r"Kiosk 400 NEW: m (request a\u{202e}b)"),
            ("anna@example.com", "Kiosk 400 NEW: m (request ***)"),
            ("anna lindqvist", "Kiosk 400 NEW: m (request ***)"),
        ] {
            let response = vendor.read_with_headers(400, |_| Some(id), body);
            assert_eq!((response.to_string().as_str(), response.request_id()), (shown, Some(id)));
            everywhere(&response, "anna", body);
            assert!(response.unmasked().to_string().contains(if id == "a\u{202e}b" { "a" } else { id }));
            let success = vendor.read_with_headers(200, |_| Some(id), r#"{"result":1}"#);
            assert_eq!(success.to_string(), "Kiosk 200: succeeded");
        }
    });
}

/// A marked value in every place that a body has.
#[test]
fn a_marked_value_is_shown_nowhere() {
    for secret in ["anna.lindqvist@example.com", "anna lindqvist", "Zo\u{eb} \"Q\" O'Neil\n", "4711 0815 2342", "anna"]
    {
        let value = quoted(secret);
        let inner = &value[1..value.len() - 1];
        let escaped: String = secret.encode_utf16().fold(String::new(), |text, unit| text + &format!("\\u{unit:04x}"));
        for (inner, value) in [(inner, value.as_str()), (escaped.as_str(), &format!("\"{escaped}\""))] {
            let one = |item: String| format!(r#"{{"statusCode":400,"message":"m","errors":[{item}]}}"#);
            let wording = format!("A duplicate value '{inner}' exists for field 'email'.");
            let fields = format!(r#""field":"email","duplicateValue":{value}"#);
            let bodies = [
                // In the message, by the wording, behind it, in other words, and in a list of messages.
                one(format!(r#"{{"code":"DuplicateField","message":"{wording}"}}"#)),
                one(format!(r#"{{"code":"DuplicateField","message":"{wording}",{fields}}}"#)),
                one(format!(r#"{{"code":"DuplicateField","message":"{wording} It is '{inner}'.",{fields}}}"#)),
                one(format!(r#"{{"code":"DuplicateField","message":"Taken: {inner}",{fields}}}"#)),
                one(format!(r#"{{"code":"DuplicateField","message":["Taken: {inner}","{wording}"],{fields}}}"#)),
                one(format!(r#"{{"code":"DuplicateField","message":{{"a":{value}}},{fields}}}"#)),
                // In the field: of another type, nested, twice, in another field, in one that is not documented.
                one(format!(r#"{{"code":"DuplicateField","message":"m {inner}","duplicateValue":{{"a":[{value}]}}}}"#)),
                one(format!(r#"{{"code":"DuplicateField","message":"m","duplicateValue":[{{{value}:{value}}}]}}"#)),
                one(format!(
                    r#"{{"code":"DuplicateField","message":"m","duplicateValue":1,"duplicateValue":{value}}}"#
                )),
                one(format!(r#"{{"code":"DuplicateField","message":"m","field":{value},"duplicateValue":{value}}}"#)),
                one(format!(r#"{{"code":"DuplicateField","message":"m","field":[{value}],"duplicateValue":{value}}}"#)),
                one(format!(r#"{{"code":"DuplicateField","message":"m","field":{{{value}:{value}}}}}"#)),
                one(format!(r#"{{"code":"DuplicateField","message":"m","more":{value},{value}:{value}}}"#)),
                one(format!(
                    r#"{{"code":"AssociateMissingPermission","message":"m","associate":{{"typeId":{value},"id":7}}}}"#
                )),
                one(format!(
                    r#"{{"code":"ExtensionBadResponse","message":"m","extensionExtraInfo":{{{value}:{value}}}}}"#
                )),
                // In an unlisted code and its message, in the id, and beside the errors.
                one(format!(r#"{{"code":"New","message":"Failed for '{inner}'","more":{value}}}"#)),
                format!(
                    r#"{{"data":{{"a":{value}}},"errors":[{{"message":"m","path":[{value}],"extensions":{{"code":"DuplicateField",{fields}}}}}]}}"#
                ),
                format!(
                    r#"{{"statusCode":400,"message":{value},"errors":[{{"code":"DuplicateField","message":"m",{fields}}}]}}"#
                ),
                format!(r#"{{"error":"invalid_scope","error_description":"Not '{inner}'","statusCode":400}}"#),
            ];
            for body in &bodies {
                everywhere_typed::<commercetools::Code>(400, body, secret);
            }
            let call = |data: &str| {
                format!(
                    r#"{{"jsonrpc":"2.0","id":{value},"error":{{"code":-32602,"message":"Invalid params","data":{data}}}}}"#
                )
            };
            let bodies = [
                call(value),
                call(&format!(r#"[{{"message":{value},"pointer":{value}}}]"#)),
                call(&format!(r"{{{value}:{value}}}")),
                format!(r#"[{},{{"id":{value},"result":{value}}},{}]"#, call(value), call("1")),
                format!(r#"{{"id":{value},"error":{{"code":-32602,"message":"Invalid params: {inner}","data":1}}}}"#),
                format!(r#"{{"id":{value},"error":{{"code":9999,"message":"It is {inner}","data":{value}}}}}"#),
            ];
            for body in &bodies {
                everywhere_typed::<abicart::Code>(200, body, secret);
            }
            let bodies = [
                format!(
                    r#"{{"data":{{"a":{value}}},"errors":[{{"code":"OUT_OF_STOCK","title":"No","detail":{{"publicId":{value}}}}}]}}"#
                ),
                format!(r#"{{"errors":[{{"id":{value},"title":"No {inner}","status":400,"detail":{value}}}]}}"#),
                format!(
                    r#"{{"errors":[{{"title":"No","status":400,"detail":[{{"message":{value},"path":[{value}]}}]}}]}}"#
                ),
            ];
            for body in &bodies {
                everywhere_typed::<bonsai::Code>(200, body, secret);
            }
            let timer = format!("customerId {inner} is linked to itemId b in cartId c with an active timer");
            let bodies = [
                format!(r#"{{"code":"124102","message":"{timer}"}}"#),
                format!(r#"{{"code":"199998","message":"m","debug":[{{"code":124102,"message":"{timer}"}}]}}"#),
            ];
            for body in &bodies {
                everywhere_typed::<omnicart::Code>(409, body, secret);
            }
        }
    }
}

#[test]
fn placeholders_of_every_wording_that_fits_and_repeated_ones_are_masked() {
    kiosk(|vendor| {
        let line = |code: &str, message: &str| {
            let body = format!(r#"{{"errors":[{{"code":"{code}","message":{}}}]}}"#, quoted(message));
            let response = vendor.read(409, &body);
            everywhere(&response, "anna", &body);
            response.to_string()
        };
        // The longest wording marks the clerk, and the first one, which fits as well, only the buyer.
        assert_eq!(
            line("UNKNOWN_BUYER", "No buyer x here. Asked by anna."),
            "Kiosk 409 UNKNOWN_BUYER: No buyer *** here. Asked by ***."
        );
        assert_eq!(line("UNKNOWN_BUYER", "No buyer anna here."), "Kiosk 409 UNKNOWN_BUYER: No buyer *** here.");
        assert_eq!(
            line("UNKNOWN_BUYER", "No item here. Ask 'anna'."),
            "Kiosk 409 UNKNOWN_BUYER: No item here. Ask ***."
        );
        assert_eq!(
            line("SAME_BUYER", "anna buys, 2 times, as anna does"),
            "Kiosk 409 SAME_BUYER: *** buys, 2 times, as *** does"
        );
    });
}

#[test]
fn fields_that_the_catalog_wants_are_shown_behind_the_message() {
    kiosk(|vendor| {
        let line = |item: &str| {
            let body = format!(r#"{{"errors":[{item}],"note":"anna"}}"#);
            let response = vendor.read(409, &body);
            everywhere(&response, "anna", &body);
            response.to_string()
        };
        for (item, shown) in [
            (r#"{"code":"ODD_BUYER","message":"m"}"#, "m"),
            (r#"{"code":"ODD_BUYER","message":"m","sku":"M-1 a","amount":12345}"#, "m (sku: M-1 a, amount: 12345)"),
            (r#"{"code":"ODD_BUYER","message":"m","amount":"12345"}"#, "m (amount: ***)"),
            (r#"{"code":"ODD_BUYER","message":"m","owner":"anna","sku":"x anna y"}"#, "m (owner: ***, sku: x *** y)"),
            (r#"{"code":"ODD_BUYER","message":"m","sku":"a\nb\u202e"}"#, r"m (sku: a\nb\u{202e})"),
            (
                r#"{"code":"ODD_BUYER","message":"m","sku":["anna"],"list":["anna"]}"#,
                "m (sku: Json(a list, 8 bytes), list: Json(a list, 8 bytes))",
            ),
            (r#"{"code":"ODD_BUYER","message":"m","sku":null}"#, "m"),
            (r#"{"code":"ODD_BUYER","message":"m anna","buyer":{"name":"anna","anna":1}}"#, "m ***"),
            (r#"{"code":"ODD_BUYER","message":"m anna","tags":{"anna":"x"}}"#, "m ***"),
            (r#"{"code":"ODD_BUYER","message":"m","detail":{"sku":"inside"},"sku":"outside"}"#, "m (sku: inside)"),
        ] {
            assert_eq!(line(item), format!("Kiosk 409 ODD_BUYER: {shown}"), "{item}");
        }
        // What every error may have, with an unlisted code and without one.
        assert_eq!(
            line(r#"{"code":"NEW","message":"m","trace":"t-1","owner":"anna"}"#),
            "Kiosk 409 NEW: m (trace: t-1, owner: ***)"
        );
        assert_eq!(
            line(r#"{"message":"m of anna","trace":"t-1","owner":"anna"}"#),
            "Kiosk 409 without a code: m of *** (trace: t-1, owner: ***)"
        );
        assert_eq!(line(r#"{"code":"UNKNOWN_BUYER","trace":"t-1"}"#), "Kiosk 409 UNKNOWN_BUYER (trace: t-1)");
    });
}

#[test]
fn codes_that_are_none_are_not_shown() {
    kiosk(|vendor| {
        let line = |code: &str| {
            let body = format!(r#"{{"errors":[{{"code":{},"owner":"own-er"}}]}}"#, quoted(code));
            vendor.read(409, &body).to_string()
        };
        for code in ["NEW", "new_code-2.b", "urn:x:1", "12\u{e9}", "DiscountCodeNonApplicableAnyMore"] {
            assert_eq!(line(code), format!("Kiosk 409 {code} (owner: ***)"));
        }
        for code in ["anna@example.com", "No such buyer", "'anna'", "own-er", "<b>", &"x".repeat(65)] {
            assert_eq!(line(code), "Kiosk 409 *** (owner: ***)", "{code}");
        }
    });
    let error = "anna@example.com".parse::<commercetools::Code>().unwrap_err();
    assert_eq!((error.to_string(), error.text()), ("`***` is not a listed code".to_owned(), "anna@example.com"));
    assert!(!format!("{error:?}").contains("anna"));
}

#[test]
fn keys_of_a_marked_map_are_not_shown() {
    let body = r#"{"errors":[{"code":"ODD_BUYER","tags":{"anna":1}}]}"#;
    let tags: errors_gen::view::Map<'_, Text<'_>> = Fields::of(commercetools::read(400, body).json().unwrap())
        .read::<errors_gen::view::List<'_, Fields<'_>>>("errors")
        .unwrap()
        .unwrap()
        .iter()
        .next()
        .unwrap()
        .unwrap()
        .masked()
        .read("tags")
        .unwrap()
        .unwrap();
    let errors = [tags.get("anna").unwrap_err(), tags.iter().next().unwrap().1.unwrap_err()];
    for error in errors {
        assert_eq!(error.to_string(), "`errors…`: expected a string, found a number");
        assert!(!format!("{error:?} {tags:?} {:?}", tags.iter()).contains("anna"));
    }
}

#[test]
fn errors_about_fields_show_what_looks_harmless() {
    let error = |value: &str| {
        let body = format!(
            r#"{{"statusCode":400,"message":"m","errors":[{{"code":"ConcurrentModification","message":"m","currentVersion":{value}}}]}}"#
        );
        let Some(commercetools::Detail::ConcurrentModification(detail)) = commercetools::read(400, &body).detail()
        else {
            panic!("{body}")
        };
        let error = detail.current_version().unwrap_err();
        assert_eq!(error.value().map(|value| value.len() <= 32), Some(true));
        assert!(!format!("{error:?}").contains("anna"));
        error.to_string().strip_prefix("`currentVersion`: expected a 64-bit integer, found ").unwrap().to_owned()
    };
    assert_eq!(error(r#""five""#), r#"a string ("five")"#);
    assert_eq!(error(r#""anna@example.com""#), r#"a string ("***")"#);
    assert_eq!(error("1.5"), "a number (***)");
    assert_eq!(error("true"), "a boolean (true)");
    assert_eq!(error(r#"{"anna":1}"#), "an object");
    assert_eq!(error(r#"["anna"]"#), "a list");
    assert_eq!(error(&format!("\"{}anna@example.com\"", "a".repeat(20))), "a string");
}

#[test]
fn fields_that_every_error_may_have_are_typed() {
    let body = r#"{"errors":[{"code":"NEW","title":"t","detail":{"publicId":"p"}},{"title":"t","detail":7},{"code":"OUT_OF_STOCK"}]}"#;
    let response = bonsai::read(400, body);
    let details: Vec<_> = response.errors().map(|error| error.item_fields().detail()).collect();
    let [Ok(Some(first)), Ok(Some(_)), Ok(None)] = details.as_slice() else { panic!("{details:?}") };
    assert!(matches!(first, bonsai::types::ErrorDetail::Variant(_)), "{first:?}");
}

#[test]
fn an_owned_error_says_what_to_do() {
    fn same<'t, C: Codes<'t>>(response: &Response<'_, C>) {
        let owned = response.clone().into_owned();
        assert_eq!(
            (owned.kind(), owned.retry(), owned.audience()),
            (response.kind(), response.retry(), response.audience())
        );
        assert_eq!(
            (owned.action(), owned.label(), owned.outcome()),
            (response.action(), response.label(), response.outcome())
        );
        let attempt = Attempt::new().method("POST");
        assert_eq!(owned.decide(&attempt), response.decide(&attempt));
        assert_eq!(owned.message(), response.message());
        assert_eq!(owned.raw_code().map(|code| code.to_string()), response.raw_code().map(|code| code.to_string()));
    }
    let body = r#"{"code":"124102","message":"m"}"#;
    same(&omnicart::read(409, body));
    same(&Vendor::by_name("omnicart").unwrap().read(409, body));
    same(&omnicart::read(503, ""));
    same(&omnicart::read(200, r#"{"code":"000000"}"#));
}

/// What the rule says of a word without quotes.
fn is_masked(word: &str) -> bool {
    let bare = word.trim_matches(|character: char| !character.is_alphanumeric());
    let small = bare.len() <= 3 && bare.chars().all(|character| character.is_ascii_digit());
    word.contains('@')
        || word.chars().filter(|character| character.is_alphabetic()).count() > 20
        || word.chars().any(|character| character.is_ascii_digit()) && !small
}

proptest! {
    /// Each word is shown or masked by the rule, and the space between them stays.
    #[test]
    fn words_without_quotes_follow_the_rule(words in prop::collection::vec("[a-z]{0,4}[a-z0-9@.,:()-]{1,22}", 1..6)) {
        let expected: Vec<_> = words.iter().map(|word| if is_masked(word) { "***" } else { word.as_str() }).collect();
        prop_assert_eq!(free(&words.join(" ")), expected.join(" "));
    }

    /// Whatever comes in is shown on one line.
    #[test]
    fn everything_shown_is_one_line(body in ".{0,60}|\\{\"errors\":\\[\\{\"code\":\"A\",\"message\":\".{0,40}\"\\}\\]\\}") {
        for vendor in Vendor::ALL {
            let response = vendor.read(400, body.as_bytes());
            let hidden = |character: char| character.is_control() || ('\u{202a}'..='\u{202e}').contains(&character);
            let shown = format!("{response} {response:?}");
            prop_assert!(!shown.contains(hidden));
        }
    }
}

//! What is marked is shown nowhere.

use errors_gen::decide::Attempt;
use errors_gen::json::Text;
use errors_gen::view::Fields;
use errors_gen::{Codes, ErrorCode, Message, Response, abicart, bonsai, commercetools, omnicart};

use super::{kiosk, quoted};

/// Looks for a text in `Display` and `Debug` of everything that a response leads to.
pub(super) fn everywhere<'t, C: Codes<'t>>(response: &Response<'_, C>, secret: &str, body: &str) {
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
    #[cfg(feature = "serde")]
    shown.extend(crate::serialized::texts(response));
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

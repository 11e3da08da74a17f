//! Text that no wording accounts for is shown as far as it looks harmless.

use errors_gen::{CompiledIn as _, Vendor, commercetools, omnicart};
use proptest::prelude::*;

use super::{free, quoted};

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

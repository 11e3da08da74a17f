//! What is written reads back as what was asked for, in every envelope of every vendor.

use errors_gen::Vendor;
use errors_gen::table::Part;
use errors_gen::write::{BodyBuilder, NewError, NewJson, WriteError};
use errors_gen::{AnyCode, Outcome, VENDORS};
use errors_gen::{abicart, bonsai, commercetools, omnicart};
use proptest::prelude::*;

/// The names and values of the parameters of a code's first wording.
fn parameters(vendor: Vendor<'_>, index: usize) -> Vec<(String, String)> {
    let parts = vendor.table().codes.messages[index].first().map_or(&[][..], |wording| wording.parts);
    let holes = parts.iter().filter_map(|part| if let Part::Hole(name) = part { Some(*name) } else { None });
    holes.enumerate().map(|(number, name)| (name.to_owned(), format!("CART-{number}"))).collect()
}

/// A value of a documented type, as far as the type's name tells.
fn value(ty: &str) -> NewJson {
    match ty {
        "integer" | "number" => NewJson::from(5),
        "boolean" => NewJson::from(true),
        "datetime" => NewJson::from("2026-03-14T09:26:53.000Z"),
        list if list.ends_with("[]") => NewJson::parse(r#"["SKU-10442","SKU-20981"]"#).unwrap(),
        other if other.starts_with(char::is_uppercase) => {
            NewJson::parse(r#"{"typeId":"cart","id":"6d0b1a2e"}"#).unwrap()
        }
        _ => NewJson::from("SKU-10442"),
    }
}

/// The error of a code, with everything documented.
fn documented(vendor: Vendor<'_>, index: usize) -> NewError {
    let mut error = NewError::new(vendor.table().codes.wire[index]);
    if vendor.table().codes.messages[index].is_empty() {
        error = error.message("The request could not be carried out.");
    }
    for (name, value) in parameters(vendor, index) {
        error = error.parameter(name, value);
    }
    vendor.table().codes.fields[index].iter().fold(error, |error, field| error.field(field.name, value(field.ty)))
}

#[test]
fn every_code_is_written_and_reads_back() {
    for vendor in VENDORS {
        for (index, wire) in vendor.table().codes.wire.iter().enumerate() {
            let body = BodyBuilder::new(vendor).error(documented(*vendor, index)).build();
            let body = body.unwrap_or_else(|error| panic!("{} {wire}: {error}", vendor.name()));
            let reading = vendor.read(body.status, body.json.as_bytes());
            let item = reading.errors().next().expect("an item");
            assert_eq!(item.code().map(AnyCode::index), Some(index), "{}", body.json);
            let read = item.message().and_then(|message| message.parameters(vendor.table().codes.messages[index]));
            let read = read.map(|read| read.iter().map(|(name, value)| (name.to_owned(), value.to_string())).collect());
            let worded = !vendor.table().codes.messages[index].is_empty();
            assert_eq!(read, worded.then(|| parameters(*vendor, index)), "{}", body.json);
            for field in vendor.table().codes.fields[index] {
                let read = item.fields().get(field.name).map(NewJson::from);
                assert_eq!(read, Some(value(field.ty)), "{}", body.json);
            }
            let documented = vendor.table().codes.statuses[index].first().map(|status| status.http);
            assert_eq!(body.status, documented, "{} {wire}", vendor.name());
        }
    }
}

#[test]
fn every_envelope_with_errors_is_written() {
    for vendor in VENDORS {
        for envelope in vendor.table().reader.envelopes.iter().filter(|envelope| !envelope.items.all.is_empty()) {
            let index = vendor.table().codes.wire.len() - 1;
            let body =
                BodyBuilder::new(vendor).error(documented(*vendor, index)).envelope(envelope.name).status(400).build();
            let body = body.unwrap_or_else(|error| panic!("{} {}: {error}", vendor.name(), envelope.name));
            let reading = vendor.read(body.status, body.json.as_bytes());
            assert_eq!(reading.envelope(), Some(envelope.name), "{}", body.json);
        }
    }
}

#[test]
fn bodies_look_like_the_vendors() {
    let json = |body: Result<errors_gen::write::Body, WriteError>| body.unwrap().json;
    let error = || {
        NewError::new(commercetools::Code::RequiredField)
            .message("A value is required for field key.")
            .field("field", "key")
    };
    let write = || BodyBuilder::new(&commercetools::VENDOR).error(error());
    let item = r#"{"code":"RequiredField","message":"A value is required for field key.","field":"key"}"#;
    assert_eq!(
        json(write().build()),
        format!(r#"{{"statusCode":400,"message":"A value is required for field key.","errors":[{item}]}}"#)
    );
    assert_eq!(
        json(write().envelope("graphql").build()),
        r#"{"data":null,"errors":[{"extensions":{"code":"RequiredField","field":"key"},"message":"A value is required for field key."}]}"#
    );
    let batch = BodyBuilder::new(&abicart::VENDOR)
        .element(NewJson::parse(r#"{"jsonrpc":"2.0","id":1,"result":true}"#).unwrap())
        .error(NewError::new(abicart::Code::Forbidden).id(2))
        .build();
    assert_eq!(
        json(batch),
        r#"[{"jsonrpc":"2.0","id":1,"result":true},{"jsonrpc":"2.0","error":{"code":1006,"message":"Forbidden"},"id":2}]"#
    );
    let single = BodyBuilder::new(&abicart::VENDOR).error(NewError::new(abicart::Code::Forbidden).id("call-7")).build();
    assert_eq!(json(single), r#"{"jsonrpc":"2.0","error":{"code":1006,"message":"Forbidden"},"id":"call-7"}"#);
}

#[test]
fn several_errors_and_what_stands_beside_them() {
    let body = BodyBuilder::new(&omnicart::VENDOR)
        .error(NewError::new("121101").message("cartId cannot be empty"))
        .error(NewError::new("101001").message("Tag(s) [gift] defined but not used"))
        .error(NewError::new("101002").message("Undefined tags in item(s): [SKU-10442]"))
        .member(&["timestamp"], "2026-03-14T09:26:53Z")
        .build()
        .unwrap();
    let response = omnicart::read(body.status, &body.json);
    assert_eq!((body.status, response.outcome(), response.errors().count()), (Some(400), Outcome::Failed, 3));
    assert!(body.json.contains(r#""debug":[{"code":"101001""#), "{}", body.json);
    let partial = BodyBuilder::new(&bonsai::VENDOR)
        .error(NewError::new(bonsai::Code::ProductDoesNotExist).status(404))
        .error(NewError::without_code().message("Tax service unavailable").status(500))
        .member(&["data"], NewJson::parse(r#"{"total":0}"#).unwrap())
        .status(200)
        .build()
        .unwrap();
    let response = bonsai::read(partial.status, &partial.json);
    assert_eq!(response.outcome(), Outcome::Partial);
    assert_eq!(response.errors().map(|error| error.status()).collect::<Vec<_>>(), [Some(404), Some(500)]);
}

#[test]
fn messages_are_made_of_wordings() {
    let write = |error| BodyBuilder::new(&commercetools::VENDOR).error(error).build();
    let missing = write(NewError::new(commercetools::Code::RequiredField)).unwrap_err().to_string();
    assert!(missing.contains("the parameter `field` is missing"), "{missing}");
    let unlisted = write(NewError::new("NotListed").parameter("field", "key")).unwrap_err().to_string();
    assert!(unlisted.contains("fixes no wording"), "{unlisted}");
    let body = write(NewError::new(commercetools::Code::RequiredField).parameter("field", "key")).unwrap();
    let response = commercetools::read(400, &body.json);
    assert_eq!(response.message().unwrap().to_string(), "A value is required for field key.");
}

#[test]
fn operations_have_their_statuses() {
    let status = |operation| {
        let success = NewError::new(omnicart::Code::Success);
        BodyBuilder::new(&omnicart::VENDOR).error(success).operation(operation).build().unwrap().status
    };
    assert_eq!((status(0), status(1)), (Some(201), Some(200)));
}

#[test]
fn what_cannot_be_read_back_is_refused() {
    let vendor = &commercetools::VENDOR;
    let two = BodyBuilder::new(vendor).error(NewError::new("A")).error(NewError::new("B"));
    assert!(two.clone().build().is_ok());
    let refused = two.envelope("single").build().unwrap_err();
    assert!(refused.to_string().contains("1 errors in place of 2"), "{refused}");
    assert_eq!(BodyBuilder::new(vendor).build(), Err(WriteError::Nothing));
    let unknown = BodyBuilder::new(vendor).error(NewError::new("A")).envelope("soap").build().unwrap_err();
    assert_eq!(unknown.to_string(), "the vendor has no envelope `soap`");
    // OmniCart has no place for fields of its errors, but the error itself: a field there must not replace its code.
    let clash = NewError::new("124102").message("m").field("code", "000000");
    assert!(BodyBuilder::new(&omnicart::VENDOR).error(clash).build().is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_texts_read_back(
        vendor in prop::sample::select(VENDORS),
        index in any::<prop::sample::Index>(),
        messages in prop::collection::vec(".*", 1..4),
        field in "[a-z]{3,8}",
        text in ".*",
    ) {
        let index = index.index(vendor.table().codes.wire.len());
        let mut builder = BodyBuilder::new(&vendor).status(400);
        for message in &messages {
            builder = builder.error(NewError::new(vendor.table().codes.wire[index]).message(message.clone()).field(field.clone(), text.clone()));
        }
        match builder.build() {
            Ok(body) => {
                let reading = vendor.read(body.status, body.json.as_bytes());
                let read: Vec<_> = reading.errors().map(|item| item.message().unwrap().to_string()).collect();
                prop_assert_eq!(read, messages);
                for item in reading.errors() {
                    prop_assert_eq!(item.code().map(AnyCode::index), Some(index));
                    prop_assert_eq!(item.fields().get(&field).unwrap().text().unwrap().to_string(), text.clone());
                }
            }
            // A field can hide what the envelope needs, such as `code`, `error` or `status`: then it says so.
            Err(error) => prop_assert!(error.to_string().contains("would not read as"), "{}", error),
        }
    }
}

#[test]
fn a_code_is_written_where_it_belongs() {
    let note = NewError::new("101001").message("x");
    let failed = NewError::new("124101").message("cartId: 7 is already in use");
    let alone = BodyBuilder::new(&omnicart::VENDOR).error(note.clone()).build().unwrap();
    assert_eq!(alone.json, r#"{"timestamp":"2026-01-01T00:00:00Z","debug":[{"code":"101001","message":"x"}]}"#);
    let both = BodyBuilder::new(&omnicart::VENDOR).error(failed).error(note).build().unwrap();
    let response = omnicart::read(both.status, &both.json);
    assert!(response.is("124101") && response.errors().nth(1).unwrap().is_note(), "{}", both.json);

    let catalog = r#"
vendor: kiosk
title: Kiosk
sources: [https://example.com/kiosk]
reviewed: 2026-11-30
code: text
defaults: { audience: developer, action: Look at the request., retry: after_fix, kind: invalid_argument, topic: value_invalid, status: 400 }
envelopes:
  - name: list
    items:
      - { at: $.error, code: code }
      - { at: "$.errors[*]", code: { pair: [domain, reason], separator: "." } }
  - name: bare
    items: [{ at: $, if: { error: string }, code: error, message: error_description }]
sections:
  - title: All
    codes:
      single: { meaning: M. }
      invalid_scope: { meaning: M., written_in: bare }
  - title: Pairs
    defaults: { written_in: "$.errors[*]" }
    codes:
      stock.item.out: { meaning: M., name: StockItemOut }
"#;
    let catalog = errors_codegen::read_text("kiosk", catalog).unwrap();
    let arena = errors_gen::load::Arena::new();
    let vendor = Vendor::new(arena.load(&catalog).unwrap());
    let written = |code: &str| BodyBuilder::new(&vendor).error(NewError::new(code)).build().unwrap().json;
    assert_eq!(written("single"), r#"{"error":{"code":"single"}}"#);
    assert_eq!(written("invalid_scope"), r#"{"error":"invalid_scope"}"#);
    assert_eq!(written("stock.item.out"), r#"{"errors":[{"domain":"stock.item","reason":"out"}]}"#);
    // The caller can ask for another envelope.
    let asked = BodyBuilder::new(&vendor).envelope("list").error(NewError::new("invalid_scope")).build().unwrap();
    assert_eq!(asked.json, r#"{"error":{"code":"invalid_scope"}}"#);
}

#[test]
fn many_fields_members_and_errors_take_time_in_proportion() {
    const MANY: usize = 20_000;
    // Where each were looked for among all others, each of these would take minutes.
    let name = |index: usize| format!("field{index}");
    let fields = (0..MANY).fold(NewError::new("InvalidField").message("m"), |error, index| error.field(name(index), 1));
    let body = BodyBuilder::new(&commercetools::VENDOR).error(fields).build().unwrap();
    assert_eq!(commercetools::read(400, &body.json).primary().unwrap().fields().iter().count(), MANY + 2);
    let error = NewError::new("InvalidField").message("m");
    let builder = BodyBuilder::new(&commercetools::VENDOR).error(error);
    let members = (0..MANY).fold(builder, |builder, index| builder.member(&["more", &name(index)], true));
    let body = members.build().unwrap();
    assert_eq!(commercetools::read(400, &body.json).json().unwrap().get("more").unwrap().members().count(), MANY);
    let batch = BodyBuilder::new(&abicart::VENDOR).envelope("batch");
    let batch = (0..MANY).fold(batch, |batch, index| {
        batch.error(NewError::new("1006").message("Forbidden").id(i64::try_from(index).unwrap()))
    });
    assert_eq!(abicart::read(200, &batch.build().unwrap().json).errors().count(), MANY);
}

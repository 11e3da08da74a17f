//! Messages that could be read in more than one way, or nearly follow a wording.

use super::*;

fn wordings(text: &str) -> &'static [Wording<'static>] {
    let mut all = all_wordings().map(|(_, wordings)| wordings);
    all.find(|wordings| wordings.iter().any(|wording| wording.text == text)).expect("a wording with this text")
}

/// Reads plainly, and with every character escaped.
fn both<'a>(wordings: &[Wording<'a>], message: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let plain = read(wordings, message);
    let values = plain.as_ref().map(|all| all.iter().map(|(_, value)| (*value).to_owned()).collect::<Vec<_>>());
    assert_eq!(read_text(wordings, message, |_, _| true), values, "{message}");
    plain
}

#[test]
fn a_value_can_contain_what_stands_behind_it() {
    let timer = wordings("customerId {0} is linked to itemId {1} in cartId {2} with an active timer");
    assert_eq!(
        both(timer, "customerId a is linked to itemId b in cartId c in cartId d with an active timer"),
        Some(vec![("0", "a"), ("1", "b"), ("2", "c in cartId d")])
    );
    let field = wordings("The value {invalidValue} is not valid for field {field}.");
    assert_eq!(
        both(field, "The value x is not valid for field y.is not valid for field z.."),
        Some(vec![("invalidValue", "x"), ("field", "y.is not valid for field z.")])
    );
    let given = [("invalidValue", "x is not valid for field y"), ("field", "z")];
    let Err(RenderError::Ambiguous { name, read, wording, .. }) = wording::render(field, &given) else { panic!() };
    assert_eq!((name.as_str(), read.as_deref()), ("invalidValue", Some("x")));
    assert_eq!(wording.as_deref(), Some("The value {invalidValue} is not valid for field {field}."));
}

#[test]
fn lists_end_with_the_last_bracket() {
    let range = wordings("{0} value {1} is out of permitted range, item(s): [{list}]");
    assert_eq!(
        both(range, "price value 7 is out of permitted range, item(s): [a[0], b]]"),
        Some(vec![("0", "price"), ("1", "7"), ("list", "a[0], b]")])
    );
    assert_eq!(
        both(range, " value  is out of permitted range, item(s): []"),
        Some(vec![("0", ""), ("1", ""), ("list", "")])
    );
    assert_eq!(
        both(range, "a value b value c is out of permitted range, item(s): [d]"),
        Some(vec![("0", "a"), ("1", "b value c"), ("list", "d")])
    );
    assert_eq!(both(range, "price value 7 is out of permitted range, item(s): [a"), None);
    assert_eq!(both(range, "price value 7 is out of permitted range, item(s): a]"), None);
}

#[test]
fn the_whole_message_must_be_accounted_for() {
    let found = wordings("The Resource with ID {resourceId} was not found.");
    assert_eq!(both(found, "The Resource with ID 1 was not found."), Some(vec![("resourceId", "1")]));
    for message in [
        "",
        "The Resource with ID ",
        "The Resource with ID 1 was not found",
        "The Resource with ID 1 was not found.Sorry",
        " The Resource with ID 1 was not found.",
        "the Resource with ID 1 was not found.",
        "The Resource with ID  1 was  not found.",
        "The Resource with ID was not found.",
    ] {
        assert_eq!(both(found, message), None, "{message:?}");
    }
    // Trailing whitespace does not count.
    for message in ["The Resource with ID 1 was not found. ", "The Resource with ID 1 was not found.\n\u{a0}\t"] {
        assert_eq!(both(found, message), Some(vec![("resourceId", "1")]), "{message:?}");
    }
    // The end is not the start.
    let overlapping = [Wording { text: "", parts: &[Part::Literal("aba"), Part::Hole("x"), Part::Literal("ba")] }];
    assert_eq!(both(&overlapping, "aba"), None);
    assert_eq!(both(&overlapping, "ababa"), Some(vec![("x", "")]));
}

#[test]
fn of_several_wordings_the_one_with_most_text_counts() {
    let code = abicart::Code::MethodNotFound;
    let read = |message| code.parameters_in(message).map(|parameters| parameters.iter().collect::<Vec<_>>());
    assert_eq!(read("Method not found"), Some(vec![]));
    assert_eq!(read("Method not found: Cart.get"), Some(vec![("detail", "Cart.get")]));
    assert_eq!(read("Method not found: "), Some(vec![("detail", "")]));
    assert_eq!(read("Method not found."), None);

    let code = commercetools::Code::AssociateMissingPermission;
    let message = "Associate 'a' has no rights to buy for customer 'c' in business-unit 'b'. Needs 'P'.";
    let parameters = code.parameters_in(message).unwrap();
    assert_eq!(parameters.wording(), &code.messages()[1]);
    assert_eq!(parameters.get("idOfCustomer"), Some("c"));
    let given = [
        ("idOfAssociate", "a"),
        ("action", "buy for customer 'c'"),
        ("idOrKeyOfBusinessUnit", "b"),
        ("requiredPermission", "P"),
    ];
    let error = code.render(&given).unwrap_err();
    let RenderError::Ambiguous { name, given: was, read, .. } = &error else { panic!("{error}") };
    assert_eq!((name.as_str(), was.as_deref(), read.as_deref()), ("action", Some("buy for customer 'c'"), Some("buy")));
    assert!(error.to_string().contains("`action`, given as \"buy for customer 'c'\", would be read back as \"buy\""));

    // Of the same length the first one.
    let same = [
        Wording { text: "a{x}", parts: &[Part::Literal("a"), Part::Hole("x")] },
        Wording { text: "{y}b", parts: &[Part::Hole("y"), Part::Literal("b")] },
    ];
    assert_eq!(both(&same, "a-b"), Some(vec![("x", "-b")]));
    assert_eq!(both(&same, "--b"), Some(vec![("y", "--")]));
}

const SHIPPING: commercetools::Code = commercetools::Code::InvalidItemShippingDetails;

#[test]
fn a_repeated_value_is_the_same_both_times() {
    fn read(message: &str) -> Option<Vec<(&str, &str)>> {
        both(SHIPPING.messages(), message)
    }
    let expected =
        |subject, item| Some(vec![("subject", subject), ("itemId", item), ("itemQuantity", "2"), ("quantitySum", "3")]);
    let message = |subject: &str, item: &str, again: &str| {
        format!(
            "Inconsistent shipping details for {subject} with ID {item}. {again} quantity is 2 and shippingTargets \
             quantity sum is 3."
        )
    };
    assert_eq!(read(&message("LineItem", "i", "LineItem")), expected("LineItem", "i"));
    assert_eq!(read(&message("LineItem", "i", "Lineitem")), None);
    assert_eq!(read(&message("", "", "")), expected("", ""));
    // The first place for what follows the subject is not the one.
    assert_eq!(read(&message("A with ID B", "i", "A with ID B")), expected("A with ID B", "i"));
    assert_eq!(read(&message("A", "i. i. B", "A")), expected("A", "i. i. B"));
    assert_eq!(
        SHIPPING.render(&[("subject", "S"), ("itemId", "1"), ("itemQuantity", "2"), ("quantitySum", "3")]).as_deref(),
        Ok(message("S", "1", "S").as_str())
    );
}

#[test]
fn values_can_be_repeated_anywhere() {
    use Part::{Again, Hole, Literal};
    let read = |parts: &[Part<'static>], message: &'static str| {
        let parts: &[Part<'_>] = parts;
        both(&[Wording { text: "", parts }], message)
            .map(|all| all.iter().map(|(_, value)| (*value).to_owned()).collect::<Vec<_>>())
    };
    let values = |all: &[&str]| Some(all.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>());
    let twice: &[Part<'_>] = &[Hole("a"), Literal("-"), Again("a")];
    assert_eq!(read(twice, "x-x"), values(&["x"]));
    assert_eq!(read(twice, "x-y-x-y"), values(&["x-y"]));
    assert_eq!(read(twice, "-"), values(&[""]));
    assert_eq!(read(twice, "é-é"), values(&["é"]));
    assert_eq!(read(twice, "x-y"), None);
    assert_eq!(read(twice, "xx"), None);
    let thrice: &[Part<'_>] =
        &[Literal("<"), Hole("a"), Literal("-"), Again("a"), Literal("-"), Again("a"), Literal(">")];
    assert_eq!(read(thrice, "<x-x-x>"), values(&["x"]));
    assert_eq!(read(thrice, "<x-x>"), None);
    // The value starts where what stands before it ends, which is tried further to the right as well.
    let later: &[Part<'_>] = &[Hole("a"), Literal("="), Hole("b"), Literal(";"), Again("b")];
    assert_eq!(read(later, "x=y;y"), values(&["x", "y"]));
    assert_eq!(read(later, "x=z=y;y"), values(&["x=z", "y"]));
    assert_eq!(read(later, "x=y;y;y;y"), values(&["x", "y;y"]));
    let before_a_hole: &[Part<'_>] = &[Hole("a"), Literal("="), Again("a"), Literal(":"), Hole("b")];
    assert_eq!(read(before_a_hole, "x=x=x=x:y"), values(&["x=x", "y"]));
    assert_eq!(read(before_a_hole, "x=x:=x=x:y"), values(&["x", "=x=x:y"]));
    // No catalog has these; they read as nothing or as they must, and end.
    assert_eq!(read(&[Again("a")], "x"), None);
    assert_eq!(read(&[Hole("b"), Literal("-"), Again("a")], "x-x"), None);
    assert_eq!(read(&[Hole("a"), Again("a")], "xyxy"), values(&["xy"]));
    assert_eq!(read(&[Hole("a"), Again("a"), Hole("b")], "xyxy"), values(&["", "xyxy"]));
    assert_eq!(read(&[Hole("a"), Hole("b")], "xy"), values(&["", "xy"]));
    assert_eq!(read(&[Literal("x"), Literal("y"), Literal("z")], "xyz"), values(&[]));
    assert_eq!(read(&[Literal("x"), Literal("y"), Literal("z")], "xz"), None);
    assert_eq!(read(&[], ""), values(&[]));
    assert_eq!(read(&[], "x"), None);
    assert_eq!(read(&[Hole("a"), Literal(""), Hole("b")], "xy"), values(&["", "xy"]));
    let nine: Vec<Part<'_>> = "abcdefghi".split("").flat_map(|name| [Hole(name), Literal("-")]).collect();
    assert_eq!(read(&nine, "a-b-c-d-e-f-g-h-i-a-b-c-d-e-f-g-h-i-"), None);
}

#[test]
fn messages_in_bodies_are_compared_unescaped() {
    let duplicate = commercetools::Code::DuplicateField.messages();
    let body = r#""A duplicate value \"caf\u00e9\" exists for field sl\u0075g\."#.replace(r"\.", ".") + "\"";
    let parameters = wording::parameters(duplicate, text(&body)).unwrap();
    let value = parameters.get("duplicateValue").unwrap();
    assert_eq!((value.raw(), value.to_string().as_str()), (r#"\"caf\u00e9\""#, "\"café\""));
    assert_eq!(parameters.get("field").unwrap(), "slug");
    // In plain text a backslash is a backslash.
    let plain = commercetools::Code::DuplicateField
        .parameters_in(r"A duplicate value C:\new exists for field \u0041.")
        .unwrap();
    assert_eq!((plain.get("duplicateValue"), plain.get("field")), (Some(r"C:\new"), Some(r"\u0041")));
    // An escape is one character: its letters are no text of the wording.
    let parts: &[Part<'_>] = &[Part::Hole("a"), Part::Literal("n"), Part::Hole("b")];
    let wording = [Wording { text: "", parts }];
    let newline = wording::parameters(&wording, text(r#""x\ny\\nz""#)).unwrap();
    assert!(newline.iter().map(|(_, value)| value.raw()).eq([r"x\ny\\", "z"]));
    assert!(wording::parameters(&wording, text(r#""x\n""#)).is_none());
}

/// Long messages that keep a reader busy: none of these may take long, whatever comes of them.
#[test]
fn long_messages_end() {
    let repeated = |piece: &str, length: usize| piece.repeat(length / piece.len());
    let long = |piece: &str| repeated(piece, 1 << 20);
    let start = "Inconsistent shipping details for ";
    let end = " quantity is 2 and shippingTargets quantity sum is 3.";
    let hostile = [
        format!("{start}{}", long(" with ID ")),
        format!("{start}{}{end}", long(" with ID . ")),
        format!("{start}{} with ID {}{end}", long(". "), long(". ")),
        format!("{start}A with ID {}{end}", long(". A quantity is ")),
        format!("{start}{}", long("A with ID i. A quantity is ")),
    ];
    for message in &hostile {
        let plain = wording::parameters(SHIPPING.messages(), message.as_str()).map(|read| read.len());
        let body = body(message, |index, _| index == 0);
        let escaped = wording::parameters(SHIPPING.messages(), text(&body)).map(|read| read.len());
        assert_eq!(plain, escaped);
    }
    for (_, wordings) in all_wordings() {
        for piece in wordings[0].parts.iter().filter_map(|part| match part {
            Part::Literal(text) => Some(*text),
            Part::Hole(_) | Part::Again(_) => None,
        }) {
            let message = repeated(piece, 1 << 12);
            let _ = wording::parameters(wordings, message.as_str());
        }
    }
}

#[test]
fn more_tries_than_there_are_end_the_search() {
    use Part::{Again, Hole, Literal};
    let parts: &[Part<'_>] = &[Hole("a"), Literal("-"), Hole("b"), Literal("="), Again("a")];
    let wordings = [Wording { text: "{a}-{b}={a}", parts }];
    let near = format!("{}x-y={}x", "-".repeat(8), "-".repeat(8));
    assert_eq!(both(&wordings, &near).map(|read| read[1].1), Some("y"));
    let value = format!("{}x", "-".repeat(100));
    let error = wording::render(&wordings, &[("a", &value), ("b", "y")]).unwrap_err();
    let RenderError::Ambiguous { name, read: None, wording: None, .. } = &error else { panic!("{error}") };
    assert_eq!(name, "a");
    assert!(error.to_string().ends_with("would not be read back"), "{error}");
}

#[test]
fn every_wrong_name_is_told() {
    let code = commercetools::Code::DeploymentUnknownApplicationConfigurationKey;
    let error =
        code.render(&[("secretOrStandard", "1"), ("version", "2"), ("x", ""), ("x", ""), ("x", "")]).unwrap_err();
    let RenderError::Parameters { missing, unknown, repeated, expected, .. } = &error else { panic!("{error}") };
    assert_eq!(missing, &["configurationKey", "applicationName"]);
    assert_eq!(unknown, &["version", "x"]);
    assert_eq!(repeated, &["x"]);
    assert_eq!(expected, &[code.messages()[0].text]);
    assert_eq!(
        error.to_string(),
        "the parameters `configurationKey` and `applicationName` are missing, the parameters `version` and `x` are \
         unknown, the parameter `x` is given more than once; the wording is `Deployment does not require \
         {secretOrStandard} configuration with key {configurationKey} for application named {applicationName}.`"
    );
    let error = abicart::Code::ParseError.render(&[("details", "x")]).unwrap_err();
    let told = "the parameter `details` is unknown; the wordings are `Parse error` and `Parse error: {detail}`";
    assert_eq!(error.to_string(), told);
    let repeated = abicart::Code::ParseError.render(&[("detail", "x"), ("detail", "x")]).unwrap_err();
    assert!(repeated.to_string().starts_with("the parameter `detail` is given more than once; "), "{repeated}");
    assert_eq!(abicart::Code::ParseError.render(&[]).as_deref(), Ok("Parse error"));
    let without = commercetools::Code::ALL.iter().find(|code| code.messages().is_empty()).unwrap();
    assert_eq!(without.render(&[]), Err(RenderError::NoWording));
}

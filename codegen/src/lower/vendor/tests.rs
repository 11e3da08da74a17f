use errors_tables::{Advice, Audience, ClassBy, ItemRule, Kind, Retry, Wait};

use super::*;
use crate::model::{CodePath, Condition, ItemPath, Path, Requirement, Step, TypeExpr};

fn retry() -> model::Retry {
    model::Retry {
        advice: model::Advice::AfterWait,
        reason: "It passes.".to_owned(),
        stated: true,
        effect: model::Effect::Done,
        wait: Some(model::Wait::Said {
            by: model::WaitSource::Header,
            name: "X-Wait".to_owned(),
            unit: model::TimeUnit::Minutes,
        }),
    }
}

fn code(wire: &str) -> model::Code {
    model::Code {
        wire: wire.to_owned(),
        ident: format!("Code{wire}"),
        section: 0,
        group: None,
        also_in: Vec::new(),
        operations: None,
        statuses: Vec::new(),
        without_status: None,
        variants: Vec::new(),
        item_statuses: Vec::new(),
        messages: Vec::new(),
        fields: Vec::new(),
        sensitive: Vec::new(),
        shown: Vec::new(),
        meaning: format!("{wire} happened."),
        action: "Wait.".to_owned(),
        kind: model::Kind::NotFound,
        topic: model::Topic::ResourceNotFound,
        retry: retry(),
        audience: model::Audience::Merchant,
        stated: model::Stated::default(),
        success: None,
        note: false,
        defers: wire == "NEW",
        deprecated: None,
        replaced_by: None,
        link: "https://shop.example/errors".to_owned(),
        written_in: None,
        examples: Vec::new(),
        place: crate::finding::Place::default(),
    }
}

fn vendor(form: model::CodeForm, codes: Vec<model::Code>) -> model::Vendor {
    model::Vendor {
        name: "shop".to_owned(),
        title: "Shop".to_owned(),
        sources: vec![crate::model::Source {
            url: "https://shop.example/errors".to_owned(),
            reviewed: "2026-11-21".to_owned(),
            reviewed_at: crate::finding::Place::default(),
        }],
        reviewed: "2026-11-21".to_owned(),
        reviewed_at: crate::finding::Place::default(),
        file: "shop.yaml".to_owned(),
        form,
        success: Vec::new(),
        classes: Vec::new(),
        operations: vec![model::Operation {
            key: "initiate".to_owned(),
            ident: "Initiate".to_owned(),
            title: "Initiate Cart".to_owned(),
        }],
        sections: vec![model::Section { title: "General".to_owned() }],
        types: model::Types::default(),
        item_fields: Vec::new(),
        codes,
        detail_codes: Vec::new(),
        transport: Vec::new(),
        headers: model::Headers { request_id: vec!["X-Id".to_owned()], ..model::Headers::default() },
        successes: model::Successes::Any,
        envelopes: Vec::new(),
        examples: Vec::new(),
    }
}

/// The tables of a vendor.
fn lower<'t>(arena: &'t Arena, vendor: &model::Vendor) -> Result<&'t tables::Vendor<'t>, Limit> {
    super::vendor(arena, vendor).map(|lowered| lowered.vendor)
}

fn text() -> model::CodeForm {
    model::CodeForm::Text
}

#[test]
fn everything_said_of_a_code_is_copied() {
    let wording = |text: &str| model::Wording { text: text.to_owned(), template: template::parse(text).unwrap() };
    let field = |name: &str, ty, required| model::Field {
        name: name.to_owned(),
        also: vec!["mail".to_owned()],
        ident: name.to_owned(),
        ty,
        required,
        meaning: None,
    };
    let old = model::Code {
        operations: Some(vec![0]),
        statuses: vec![
            model::StatusRule { http: 409, operations: Some(vec![0]) },
            model::StatusRule { http: 400, operations: None },
        ],
        messages: vec![wording("{{x}} {field}")],
        fields: vec![
            field("email", TypeExpr::String, Some(true)),
            field("all", TypeExpr::Map(Box::new(TypeExpr::Integer)), None),
        ],
        sensitive: vec!["email".to_owned()],
        shown: vec!["all".to_owned()],
        deprecated: Some("Since May.".to_owned()),
        replaced_by: Some("NEW".to_owned()),
        ..code("OLD")
    };
    let arena = Arena::new();
    let vendor = lower(&arena, &vendor(text(), vec![code("OTHER"), old, code("NEW")])).unwrap();
    let codes = vendor.codes;
    assert_eq!((vendor.name, vendor.title, vendor.reviewed), ("shop", "Shop", "2026-11-21"));
    assert_eq!((vendor.sources, vendor.sections), (&["https://shop.example/errors"][..], &["General"][..]));
    assert_eq!(vendor.operations, [tables::Operation { key: "initiate", title: "Initiate Cart" }]);
    assert_eq!((codes.wire, codes.names), (&["OTHER", "OLD", "NEW"][..], &["CodeOTHER", "CodeOLD", "CodeNEW"][..]));
    assert_eq!((codes.sections, codes.operations), (&[0, 0, 0][..], &[None, Some(&[0][..]), None][..]));
    let statuses =
        [tables::StatusRule { http: 409, operations: Some(&[0]) }, tables::StatusRule { http: 400, operations: None }];
    assert_eq!(codes.statuses, [&[][..], &statuses, &[]]);
    let parts = [Part::Literal("{x} "), Part::Hole("field")];
    assert_eq!(codes.messages[1], [tables::Wording { text: "{{x}} {field}", parts: &parts }]);
    let fields = [
        tables::Field {
            name: "email",
            also: &["mail"],
            ty: "string",
            required: Some(true),
            sensitive: true,
            shown: false,
        },
        tables::Field {
            name: "all",
            also: &["mail"],
            ty: "map<integer>",
            required: None,
            sensitive: false,
            shown: true,
        },
    ];
    assert_eq!(codes.fields[1], fields);
    assert_eq!((codes.meanings[2], codes.actions[2], codes.kinds[2]), ("NEW happened.", "Wait.", Kind::NotFound));
    let wait = Wait::Said { by: WaitSource::Header, name: "X-Wait", unit: tables::TimeUnit::Minutes };
    let retry = Retry {
        advice: Advice::AfterWait,
        reason: "It passes.",
        stated: true,
        effect: tables::Effect::Done,
        wait: Some(wait),
    };
    let headers = Headers { request_id: &["X-Id"], code_waits: &["X-Wait"], ..Headers::NONE };
    assert_eq!(vendor.reader.headers, headers, "each header once");
    assert_eq!((codes.retries[2], codes.audiences[2]), (retry, Audience::Merchant));
    assert_eq!(
        (codes.deprecated, codes.replaced_by),
        (&[None, Some("Since May."), None][..], &[None, Some(2), None][..])
    );
    assert_eq!(vendor.reader.deferring, [2]);
    assert_eq!(codes.links[0], "https://shop.example/errors");
    assert_eq!(vendor.reader.successes, model::Successes::Any);
}

#[test]
fn classes_and_transport_errors_are_copied() {
    let advised = model::Advised {
        kind: Some(model::Kind::Internal),
        topic: Some(model::Topic::InternalError),
        retry: Some(retry()),
        audience: None,
        action: None,
    };
    let value = model::ClassValue {
        text: String::new(),
        name: "server_error".to_owned(),
        ident: String::new(),
        meaning: "The server's.".to_owned(),
        success: None,
        note: false,
        advised,
    };
    let mut model = vendor(model::CodeForm::Integer, Vec::new());
    model.success = vec!["0".to_owned()];
    model.classes = vec![model::Class {
        name: "server_error".to_owned(),
        ident: "ServerError".to_owned(),
        meaning: "The server's.".to_owned(),
        by: model::ClassBy::Range { from: -9, to: -1 },
        outranks: true,
        values: vec![value],
    }];
    model.transport = vec![model::Transport {
        http: 503,
        name: "ServiceUnavailable".to_owned(),
        meaning: "Busy.".to_owned(),
        action: "Wait.".to_owned(),
        kind: model::Kind::Unavailable,
        topic: model::Topic::ServiceUnavailable,
        retry: retry(),
        audience: model::Audience::Developer,
    }];
    let arena = Arena::new();
    let vendor = lower(&arena, &model).unwrap();
    let class = vendor.classes[0];
    assert_eq!((class.name, class.by, class.outranks), ("server_error", ClassBy::Range { from: -9, to: -1 }, true));
    assert_eq!((class.values[0].advised.kind, class.values[0].advised.audience), (Some(Kind::Internal), None));
    assert_eq!(vendor.reader.success, [ItemRule::Sentinels(&["0"])]);
    assert_eq!((vendor.reader.transport[0].http, vendor.reader.transport[0].kind), (503, Kind::Unavailable));
}

/// An envelope whose items have their code in so many places.
fn envelope(codes: usize) -> model::Envelope {
    let member = |name: &str| Path { steps: vec![Step::Member(name.to_owned())] };
    let test = Requirement { path: member("code"), of_item: true, test: model::ValueTest::Equals("x".to_owned()) };
    let code = |number| CodePath::Value(ItemPath::Path(member(&format!("code{number}"))));
    let items = model::Items {
        at: vec![Path { steps: vec![Step::Member("errors".to_owned()), Step::EachMember, Step::EachElement] }],
        when: Some(Condition { any_of: vec![model::AllOf { all_of: vec![test], http: Vec::new() }] }),
        code: (0..codes).map(code).collect(),
        detail_code: Vec::new(),
        parent_code: Vec::new(),
        message: vec![ItemPath::Path(Path::default())],
        status: Vec::new(),
        id: Vec::new(),
        field: vec![ItemPath::MemberName],
        fields_at: Vec::new(),
        note: true,
    };
    let (name, keep) = ("map".to_owned(), vec![member("status")]);
    model::Envelope {
        name,
        when: None,
        status: None,
        items: vec![items],
        batch: None,
        success: None,
        partial: true,
        keep,
        write: model::Write::default(),
    }
}

#[test]
fn envelopes_are_copied() {
    let mut model = vendor(text(), Vec::new());
    model.envelopes = vec![envelope(1)];
    let arena = Arena::new();
    let reader = lower(&arena, &model).unwrap().reader;
    let place = reader.places[0];
    assert_eq!(place.steps, [tables::Step::Member("errors"), tables::Step::EachMember, tables::Step::EachElement]);
    assert_eq!((place.text, place.note, reader.deep), (true, true, 0));
    let [[tables::Test::Value { test: tables::ValueTest::Equals("x"), .. }]] = place.when.any_of else {
        panic!("{:?}", place.when)
    };
    assert!(matches!(place.field, [tables::ItemPath::Name(_)]));
    assert!(matches!(place.code, [tables::CodePath::Value(tables::ItemPath::Value(_))]));
    let envelope = reader.envelopes[0];
    let items = tables::ItemPlaces { all: &[0], bits: 1, single: &[], any_note: true };
    assert_eq!((envelope.name, envelope.items, envelope.partial), ("map", items, true));
    assert_eq!((envelope.keep[0].name, envelope.success), ("status", None));
}

#[test]
fn what_is_too_large_is_told() {
    let arena = Arena::new();
    let mut model = vendor(text(), Vec::new());
    model.envelopes = vec![envelope(80)];
    let error = arena.load(&model).unwrap_err().to_string();
    // In addition to the codes: the body's `status`, a name, the item and its `code`.
    let told = "the catalog of `shop` needs 84 places whose values are kept, but there can be no more than 63";
    assert_eq!(error, told);
    let far = model::Code { section: 65_536, ..code("A") };
    let error = arena.load(&vendor(text(), vec![far])).unwrap_err().to_string();
    assert_eq!(error, "the catalog of `shop` needs 65537 sections, but there can be no more than 65536");
}

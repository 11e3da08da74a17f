//! The generator: what it makes of catalogs, the same whatever their order and unmoved by what their texts hold.
//!
//! `UPDATE_GOLDEN=1 cargo test -p errors-codegen --test generate` writes `golden/*.rs` again. Read the difference.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use std::fs;
use std::path::Path;

use errors_codegen::finding::Findings;
use errors_codegen::model::{
    self, Advice, Advised, Audience, Class, ClassBy, ClassValue, Code, CodeForm, DetailCode, Effect, Envelope, Field,
    Headers, Items, Kind, Operation, Retry, Section, Stated, StatusRule, Step, TimeUnit, Topic, Transport, TypeExpr,
    Vendor, Wait, WaitSource, Wording, Write, WriteValue,
};
use errors_codegen::template::{Part, Template};
use errors_codegen::{Options, SourceFile, generate, read_text};
use proc_macro2::{Literal, TokenStream, TokenTree};

/// A vendor all of whose free texts are `text`; names and codes are `name`'s.
fn vendor(name: &str, text: &str) -> Vendor {
    let text = || text.to_owned();
    let retry = || retry(text());
    let advised = || Advised {
        kind: Some(Kind::Ok),
        retry: Some(retry()),
        audience: Some(Audience::Merchant),
        action: Some(text()),
        topic: Some(Topic::Notice),
    };
    let member = |name: &str| model::ItemPath::Path(model::Path { steps: vec![Step::Member(name.to_owned())] });
    let value = ClassValue {
        text: "1".to_owned(),
        name: text(),
        ident: "One".to_owned(),
        meaning: text(),
        success: None,
        note: false,
        advised: advised(),
    };
    let class = Class {
        name: "first".to_owned(),
        ident: "First".to_owned(),
        by: ClassBy::Digits { width: 3, start: 0, len: 1 },
        outranks: false,
        meaning: text(),
        values: vec![value],
    };
    let transport = Transport {
        http: 503,
        name: text(),
        meaning: text(),
        action: text(),
        kind: Kind::Unavailable,
        topic: Topic::ServiceUnavailable,
        retry: retry(),
        audience: Audience::Developer,
    };
    let items = Items {
        at: vec![model::Path { steps: vec![Step::Member(text())] }],
        when: None,
        code: vec![model::CodePath::Pair { namespace: member("a"), code: member("b"), separator: text() }],
        detail_code: vec![member("d")],
        parent_code: Vec::new(),
        message: vec![member("m")],
        status: Vec::new(),
        id: Vec::new(),
        field: Vec::new(),
        fields_at: vec![model::ItemPath::Path(model::Path::default())],
        note: false,
    };
    Vendor {
        name: name.to_owned(),
        title: text(),
        sources: vec![errors_codegen::model::Source {
            url: text(),
            reviewed: "2026-11-21".to_owned(),
            reviewed_at: errors_codegen::finding::Place::default(),
        }],
        reviewed: text(),
        reviewed_at: errors_codegen::finding::Place::default(),
        file: text(),
        form: CodeForm::Digits { width: 3 },
        success: Vec::new(),
        classes: vec![class],
        operations: vec![Operation { key: text(), ident: "Start".to_owned(), title: text() }],
        sections: vec![Section { title: text() }],
        types: model::Types::default(),
        item_fields: Vec::new(),
        codes: vec![code(&text())],
        detail_codes: vec![DetailCode {
            wire: text(),
            ident: "Detailed".to_owned(),
            code: Some("123".to_owned()),
            meaning: text(),
            advised: advised(),
        }],
        transport: vec![transport],
        headers: Headers { wait: vec![text()], ..Headers::default() },
        successes: errors_codegen::model::Successes::Any,
        envelopes: vec![Envelope {
            name: text(),
            when: None,
            status: None,
            items: vec![items],
            batch: None,
            success: None,
            partial: false,
            keep: Vec::new(),
            write: Write {
                members: vec![(
                    errors_codegen::model::Path { steps: vec![Step::Member(text())] },
                    WriteValue::Text(text()),
                )],
                ..Write::default()
            },
        }],
        examples: Vec::new(),
    }
}

/// A code all of whose free texts are `text`.
fn code(text: &str) -> Code {
    let text = || text.to_owned();
    let field = Field {
        name: text(),
        also: vec![text()],
        ident: "field".to_owned(),
        ty: TypeExpr::Named(text()),
        required: Some(true),
        meaning: Some(text()),
    };
    Code {
        wire: "123".to_owned(),
        ident: "OneTwoThree".to_owned(),
        section: 0,
        group: Some(text()),
        also_in: Vec::new(),
        operations: Some(vec![0]),
        statuses: vec![StatusRule { http: 400, operations: None }],
        without_status: None,
        variants: Vec::new(),
        item_statuses: Vec::new(),
        messages: vec![Wording {
            text: text(),
            template: Template { parts: vec![Part::Literal(text()), Part::Hole(text()), Part::Again(text())] },
        }],
        fields: vec![field],
        sensitive: vec![text()],
        shown: Vec::new(),
        meaning: text(),
        action: text(),
        kind: Kind::Internal,
        topic: Topic::InternalError,
        retry: retry(text()),
        audience: Audience::Customer,
        stated: Stated { audience: true, action: true },
        success: None,
        note: false,
        defers: false,
        deprecated: Some(text()),
        replaced_by: Some("123".to_owned()),
        link: text(),
        written_in: None,
        examples: Vec::new(),
        place: errors_codegen::finding::Place::default(),
    }
}

fn retry(text: String) -> Retry {
    let wait = Wait::Said { by: WaitSource::Parameter, name: text.clone(), unit: TimeUnit::Seconds };
    Retry { advice: Advice::Backoff, reason: text, stated: true, effect: Effect::Done, wait: Some(wait) }
}

fn generated(vendors: &[Vendor]) -> Vec<SourceFile> {
    generate(vendors, &Options::new().runtime("::errors_runtime")).unwrap()
}

/// The tokens with every literal text replaced by the same one, and those texts. Documentation counts as neither.
fn without_texts(tokens: TokenStream, texts: &mut Vec<String>) -> TokenStream {
    let mut shape = Vec::new();
    for token in tokens {
        shape.push(match token {
            TokenTree::Group(group) if is_doc(&group.stream()) => TokenTree::Literal(Literal::u8_unsuffixed(0)),
            TokenTree::Group(group) => {
                TokenTree::Group(proc_macro2::Group::new(group.delimiter(), without_texts(group.stream(), texts)))
            }
            TokenTree::Literal(literal) => match syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                Ok(text) => {
                    texts.push(text.value());
                    TokenTree::Literal(Literal::string(""))
                }
                Err(_) => TokenTree::Literal(literal),
            },
            other => other,
        });
    }
    // Formatting adds a comma behind the last entry where each entry is on a line of its own.
    if matches!(shape.last(), Some(TokenTree::Punct(last)) if last.as_char() == ',') {
        shape.pop();
    }
    shape.into_iter().collect()
}

/// Whether these are the tokens within the brackets of `#[doc = "..."]`.
fn is_doc(tokens: &TokenStream) -> bool {
    matches!(tokens.clone().into_iter().next(), Some(TokenTree::Ident(ident)) if ident == "doc")
}

/// The shape of a vendor's module, and its literal texts.
fn shape(text: &str) -> (String, Vec<String>) {
    let files = generated(&[vendor("shop", text)]);
    let mut texts = Vec::new();
    let shape = without_texts(files[0].text.parse().unwrap(), &mut texts).to_string();
    (shape, texts)
}

#[test]
fn catalogs_give_the_golden_files() {
    let path = |file: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(file);
    let read = |name: &str| {
        let catalog = fs::read_to_string(path(&format!("{name}.yaml"))).unwrap();
        read_text(name, &catalog).unwrap_or_else(|findings| panic!("{findings}"))
    };
    let mut stale = Vec::new();
    for file in generated(&["digits", "integer", "text"].map(read)) {
        let golden = path(&file.name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &file.text).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != file.text {
            stale.push(file.name);
        }
    }
    assert!(stale.is_empty(), "{stale:?} differ; run `UPDATE_GOLDEN=1 cargo test -p errors-codegen --test generate`");
}

#[test]
fn texts_never_alter_the_code() {
    let (plain, plain_texts) = shape("plain");
    assert!(plain_texts.iter().filter(|text| *text == "plain").count() > 20);
    let long = "\"\\*/".repeat(25_000);
    let nasty = [
        "\" \\ */ \"# {} \n \u{202e} \0",
        "`",
        "```rust",
        "``a`",
        "[x](y) [z]: <b> &lt; <!--",
        "\r",
        "\r\n\t",
        "*/ /*",
        "//",
        "\u{2028}\u{feff}\u{200b}",
        "",
        " ",
        "    indented",
        "# heading",
        "---",
        "1. a",
        "\u{7f}\u{85}\u{9b}",
        "#![forbid(x)]",
        "{name}",
        "e\u{301}",
        &long,
    ];
    for text in nasty {
        let (shape, texts) = shape(text);
        assert_eq!(shape, plain, "{text:?}");
        let wanted: Vec<_> = plain_texts.iter().map(|plain| if plain == "plain" { text } else { plain }).collect();
        assert_eq!(texts, wanted, "{text:?}");
    }
}

/// The methods that the `Code` of a generated file has of itself.
fn methods_of_codes(text: &str) -> Vec<String> {
    let is_code = |ty: &syn::Type| matches!(ty, syn::Type::Path(ty) if ty.path.is_ident("Code"));
    let blocks = syn::parse_file(text).unwrap().items.into_iter().filter_map(|item| match item {
        syn::Item::Impl(block) if block.trait_.is_none() && is_code(&block.self_ty) => Some(block),
        _ => None,
    });
    let items = blocks.flat_map(|block| block.items);
    items
        .filter_map(|item| if let syn::ImplItem::Fn(method) = item { Some(method.sig.ident.to_string()) } else { None })
        .collect()
}

#[test]
fn a_group_of_digits_cannot_have_the_name_of_a_method() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let read = |file: &str| fs::read_to_string(golden.join(file)).unwrap();
    let catalog = read("digits.yaml");
    let with_group = |name: &str| read_text("digits", &catalog.replace("name: area", &format!("name: {name}")));
    assert!(with_group("theme").is_ok());
    let groups = ["outcome", "area", "read"];
    let mut methods: Vec<_> =
        ["digits.rs", "integer.rs"].iter().flat_map(|file| methods_of_codes(&read(file))).collect();
    methods.retain(|method| !groups.contains(&method.as_str()));
    assert!(
        ["parameters_in", "number", "status_for", "range"].iter().all(|name| methods.iter().any(|has| has == name))
    );
    // From a macro of the runtime.
    methods.push("render".to_owned());
    for method in methods {
        let findings = with_group(&method).unwrap_err().to_string();
        assert!(findings.contains(&format!("`{method}` cannot be a method of codes")), "{findings}");
    }
}

#[test]
fn fields_that_are_too_many_to_be_numbered_are_read_by_name() {
    let mut shop = vendor("shop", "text");
    let code = shop.codes.iter_mut().find(|code| !code.fields.is_empty()).unwrap();
    let field = code.fields[0].clone();
    let numbered = |number: usize| {
        let (name, ident, also) = (format!("name{number}"), format!("name{number}"), Vec::new());
        errors_codegen::model::Field { name, ident, also, ..field.clone() }
    };
    code.fields = (0..300).map(numbered).collect();
    code.sensitive.clear();
    let text = &generated(&[shop]).into_iter().find(|file| file.name == "shop.rs").unwrap().text;
    let count = |wanted: &str| text.matches(wanted).count();
    assert_eq!((count("self.known.read(255)"), count("self.known.read(256)")), (1, 0));
    assert_eq!(count(r#"self.known.fields().read_first(&["name256"])"#), 1);
    assert_eq!(count(r#"self.known.fields().read_first(&["name299"])"#), 1);
}

#[test]
fn documentation_stays_visible_and_on_its_lines() {
    for text in ["a\u{202e}b", "a\0b", "a\rb", "a\u{85}b", "a\u{2066}b", "a\u{1b}[31mb"] {
        for file in generated(&[vendor("shop", text)]) {
            let hidden =
                |c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || c == '\u{2066}');
            assert_eq!(file.text.find(hidden), None, "{text:?}");
        }
    }
}

#[test]
fn the_same_vendors_give_the_same_files() {
    let [a, b, c] = ["a_shop", "b_shop", "c_shop"].map(|name| vendor(name, name));
    let files = generated(&[a.clone(), b.clone(), c.clone()]);
    assert_eq!(files, generated(&[a.clone(), b.clone(), c.clone()]));
    assert_eq!(files, generated(&[c, a, b]));
    let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["a_shop.rs", "b_shop.rs", "c_shop.rs", "catalogs.rs"]);
    let listed: Vec<_> = files[3].text.split_whitespace().filter(|word| word.contains("VENDOR,")).collect();
    assert_eq!(listed, ["a_shop::VENDOR,", "b_shop::VENDOR,", "c_shop::VENDOR,"]);
}

#[test]
fn the_runtime_is_where_the_options_say() {
    let with = |runtime| generate(&[vendor("shop", "x")], &Options::new().runtime(runtime));
    for runtime in ["crate", "::a::b"] {
        let files = with(runtime).unwrap();
        assert!(files[0].text.contains(&format!("\nuse {runtime} as runtime;\n")));
        assert!(files[1].text.contains(&format!("&[{runtime}::Vendor<'static>]")));
        assert!(files.iter().all(|file| !file.text.contains("errors_runtime")));
    }
    for runtime in ["", "a b", "a::", "<T>::a", "a; fn b() {}", "\""] {
        let Findings(findings) = with(runtime).unwrap_err();
        assert_eq!(findings.len(), 1, "{runtime}");
    }
}

#[test]
fn names_that_are_none_are_findings() {
    for name in ["", "two words", "fn", "a\"b", "9", "A, B", "A = 7", "A {}"] {
        let mut vendor = vendor("shop", "x");
        vendor.file = "shop.yaml".to_owned();
        vendor.codes[0].ident = name.to_owned();
        let Findings(findings) = generate(&[vendor], &Options::new()).unwrap_err();
        assert!(findings[0].to_string().starts_with("shop.yaml: a name makes no Rust: "), "{name}: {}", findings[0]);
    }
    let twice = [vendor("shop", "x"), vendor("shop", "x"), vendor("catalogs", "x")];
    let Findings(findings) = generate(&twice, &Options::new()).unwrap_err();
    assert_eq!(findings.len(), 2);
}

#[test]
fn vendors_may_be_empty() {
    let mut empty = vendor("shop", "x");
    empty.codes.clear();
    empty.operations.clear();
    empty.transport.clear();
    let text = &generated(&[empty])[0].text;
    assert!(text.contains("pub enum Code {}") && !text.contains("enum Operation"));
    let files = generated(&[]);
    assert_eq!(files.len(), 1);
}

#[test]
fn only_what_changed_is_written() {
    let dir = std::env::temp_dir().join(format!("errors-codegen-{}", std::process::id())).join("out");
    let mut files = generated(&[vendor("shop", "x")]);
    assert_eq!(errors_codegen::write(&dir, &files).unwrap(), 2);
    assert_eq!(errors_codegen::write(&dir, &files).unwrap(), 0);
    files[0].text.push('\n');
    assert_eq!(errors_codegen::write(&dir, &files).unwrap(), 1);
    assert_eq!(fs::read_to_string(dir.join("shop.rs")).unwrap(), files[0].text);
    assert!(errors_codegen::write(&dir.join("shop.rs"), &files).is_err());
    fs::remove_dir_all(dir.parent().unwrap()).unwrap();
}

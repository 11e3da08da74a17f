//! Stands in for what the generator and the runtime will offer, until they do: one made-up vendor, one shape of body.
//! Nothing but `vendor` names this module.

#![allow(clippy::pedantic)]

use std::path::{Path, PathBuf};

use errors_codegen::finding::{Finding, Findings, Place};
use errors_codegen::model;
use errors_gen::table::{
    CodePath, Condition, Envelope, ItemPath, Kept, Lookup, Member, Node, Place as At, Reader, Step,
};

pub(crate) fn read_directory(directory: &Path) -> Result<Vec<model::Vendor>, Findings> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(directory).into_iter().flatten().flatten().map(|e| e.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    read_files(&files)
}

pub(crate) fn read_files(files: &[PathBuf]) -> Result<Vec<model::Vendor>, Findings> {
    let mut findings = Findings::default();
    let mut vendors = Vec::new();
    for file in files {
        let finding = |line, span, message: &str| Finding {
            place: Place { file: file.clone(), line, column: 1, span },
            message: message.to_owned(),
            label: "here".to_owned(),
            help: "mend it".to_owned(),
            related: Vec::new(),
        };
        match std::fs::read_to_string(file) {
            Err(error) => findings.0.push(finding(0, 0..0, &format!("cannot read the file: {error}"))),
            Ok(text) => match text.find("BROKEN") {
                Some(at) => findings.0.push(finding(text[..at].matches('\n').count() + 1, at..at + 6, "broken")),
                None => vendors.push(demo(file)),
            },
        }
    }
    if findings.0.is_empty() { Ok(vendors) } else { Err(findings) }
}

fn demo(file: &Path) -> model::Vendor {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let advice = model::Retry { advice: model::Advice::AfterFix, reason: "It clashes.".to_owned(), stated: false };
    let wording = "customerId {0} is linked to itemId {1}".to_owned();
    let template =
        errors_codegen::template::parse(&wording).unwrap_or(errors_codegen::template::Template { parts: Vec::new() });
    let code = model::Code {
        wire: "124102".to_owned(),
        ident: "TimerAlreadyActive".to_owned(),
        section: 0,
        group: None,
        also_in: Vec::new(),
        operations: Some(vec![0]),
        statuses: vec![model::StatusRule { http: 409, operations: Some(vec![0]) }],
        messages: vec![model::Wording { text: wording, template }],
        fields: vec![model::Field {
            name: "cartId".to_owned(),
            ident: "cart_id".to_owned(),
            ty: model::TypeExpr::String,
            required: Some(true),
            meaning: None,
        }],
        sensitive: vec!["0".to_owned()],
        meaning: "The customer has a running timer.".to_owned(),
        action: "Stop that timer | wait.".to_owned(),
        kind: model::Kind::AlreadyExists,
        retry: advice.clone(),
        audience: model::Audience::Developer,
        success: None,
        deprecated: None,
        replaced_by: None,
        link: "https://example.com/errors".to_owned(),
        examples: vec![model::Example {
            title: None,
            status: Some(409),
            operation: Some(0),
            body: "{\"errors\": [{\"code\": \"124102\", \"message\": \"No\"}]}\n".to_owned(),
            reads: model::Reads { includes: Some("124102".to_owned()), ..model::Reads::default() },
            place: Place { file: file.to_owned(), line: 1, column: 1, span: 0..1 },
        }],
    };
    model::Vendor {
        name,
        title: "Demo".to_owned(),
        sources: vec!["https://example.com/errors".to_owned()],
        reviewed: "2026-11-21".to_owned(),
        file: file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        form: model::CodeForm::Digits {
            success: Vec::new(),
            width: 6,
            structure: vec![model::DigitGroup {
                name: "outcome".to_owned(),
                ident: "Outcome".to_owned(),
                start: 0,
                len: 1,
                meaning: "Whether it failed.".to_owned(),
                values: vec![model::DigitValue {
                    digits: "1".to_owned(),
                    name: "failed".to_owned(),
                    ident: "Failed".to_owned(),
                    meaning: "The request failed.".to_owned(),
                    success: Some(false),
                    advised: model::Advised { retry: Some(advice), ..model::Advised::default() },
                }],
            }],
        },
        operations: vec![model::Operation {
            key: "initiate".to_owned(),
            ident: "Initiate".to_owned(),
            title: "Initiate Cart".to_owned(),
        }],
        sections: vec![model::Section { title: "Conflicts".to_owned() }],
        types: Vec::new(),
        item_fields: Vec::new(),
        codes: vec![code],
        transport: Vec::new(),
        success_without_body: Vec::new(),
        envelopes: Vec::new(),
        examples: Vec::new(),
    }
}

pub(crate) struct SourceFile {
    pub(crate) name: String,
    pub(crate) text: String,
}

pub(crate) struct Options;

impl Options {
    pub(crate) fn new() -> Self {
        Self
    }

    pub(crate) fn runtime(self, _path: &str) -> Self {
        self
    }
}

pub(crate) fn generate(vendors: &[model::Vendor], _options: &Options) -> Result<Vec<SourceFile>, Findings> {
    let file = |vendor: &model::Vendor| SourceFile {
        name: format!("{}.rs", vendor.name),
        text: "pub enum Code {}\n".to_owned(),
    };
    Ok(vendors.iter().map(file).collect())
}

pub(crate) mod load {
    use super::{Reader, model};

    pub(crate) struct Arena;

    pub(crate) type LoadError = std::fmt::Error;

    pub(crate) struct Vendor<'t> {
        pub(crate) reader: &'t Reader<'t>,
    }

    impl Arena {
        pub(crate) fn new() -> Self {
            Self
        }

        pub(crate) fn load(&self, vendor: &model::Vendor) -> Result<Vendor<'_>, LoadError> {
            if vendor.name.is_empty() { Err(std::fmt::Error) } else { Ok(Vendor { reader: &super::READER }) }
        }
    }
}

const NODE: Node<'static> = Node {
    members: &[],
    any_member: None,
    element: None,
    slot: None,
    name_slot: None,
    clears: 0,
    restarts: 0,
    places: &[],
};

const ALWAYS: Condition<'static> = Condition { any_of: &[] };

static READER: Reader<'static> = Reader {
    title: "Demo",
    wire: &["124102"],
    lookup: Lookup::Sorted(&[0]),
    width: 6,
    success: &[],
    nodes: &[
        Node {
            members: &[Member { name: "errors", node: 1 }, Member { name: "id", node: 5 }],
            clears: 0b1111,
            restarts: 1,
            ..NODE
        },
        Node { element: Some(2), slot: Some(0), clears: 0b111, restarts: 1, ..NODE },
        Node {
            members: &[Member { name: "code", node: 3 }, Member { name: "message", node: 4 }],
            clears: 0b110,
            places: &[0],
            ..NODE
        },
        Node { slot: Some(1), clears: 0b10, ..NODE },
        Node { slot: Some(2), clears: 0b100, ..NODE },
        Node { slot: Some(3), clears: 0b1000, ..NODE },
    ],
    places: &[At {
        steps: &[Step::Member("errors"), Step::EachElement],
        container: Some(0),
        node: 2,
        deep: false,
        probe: false,
        when: ALWAYS,
        text: None,
        neutral: false,
        code: &[CodePath::Value(ItemPath::Value(1))],
        message: &[ItemPath::Value(2)],
        status: &[],
        id: &[],
        field: &[],
        fields: &[],
    }],
    envelopes: &[Envelope {
        name: "standard",
        when: ALWAYS,
        items: &[0],
        success: None,
        partial: false,
        keep: &[Kept { name: "id", slot: 3 }],
    }],
    transport: &[],
    success_without_body: &[204],
};

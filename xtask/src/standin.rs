//! Stands in for what the generator and the runtime will offer, until they do: one made-up vendor, one shape of body.
//! Nothing but `vendor` names this module.

#![allow(clippy::pedantic)]

use std::path::{Path, PathBuf};

use errors_codegen::finding::{Finding, Findings, Place};
use errors_codegen::model;
use errors_gen::table::TransportError;
use serde_json::Value;

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
    pub(crate) struct Arena {
        vendor: std::cell::OnceCell<super::Loaded>,
    }

    pub(crate) type LoadError = std::fmt::Error;

    impl Arena {
        pub(crate) fn new() -> Self {
            Self { vendor: std::cell::OnceCell::new() }
        }

        pub(crate) fn load(&self, vendor: &super::model::Vendor) -> Result<super::TableVendor<'_>, LoadError> {
            let wire = vendor.codes.iter().map(|code| code.wire.clone()).collect();
            let loaded = self.vendor.get_or_init(|| super::Loaded { wire });
            if loaded.wire.is_empty() { Err(std::fmt::Error) } else { Ok(super::TableVendor { reader: loaded }) }
        }
    }
}

pub(crate) struct Loaded {
    wire: Vec<String>,
}

pub(crate) struct TableVendor<'t> {
    pub(crate) reader: &'t Reader<'t>,
}

pub(crate) type Reader<'t> = Loaded;

pub(crate) enum Reason {
    NotJson,
    NotEnvelope,
    #[allow(dead_code)]
    TooDeep,
}

pub(crate) struct Unrecognized {
    pub(crate) reason: Reason,
    pub(crate) offset: Option<usize>,
}

pub(crate) enum Outcome {
    Failed,
    Succeeded,
    #[allow(dead_code)]
    Partial,
    Unrecognized(Unrecognized),
}

pub(crate) struct Reading<'b, 't> {
    reader: &'t Loaded,
    status: Option<u16>,
    json: Option<Value>,
    body: &'b [u8],
}

pub(crate) struct ReadItem<'b, 't> {
    reader: &'t Loaded,
    code: Option<String>,
    message: Option<String>,
    _body: &'b [u8],
}

pub(crate) struct Json<'b>(&'b str);

impl<'b> Json<'b> {
    pub(crate) fn as_str(&self) -> &'b str {
        self.0
    }
}

impl<'b, 't> Reading<'b, 't> {
    pub(crate) fn read(reader: &'t Loaded, status: Option<u16>, body: &'b [u8]) -> Self {
        Self { reader, status, json: serde_json::from_slice(body).ok(), body }
    }

    pub(crate) fn outcome(&self) -> Outcome {
        match &self.json {
            None => Outcome::Unrecognized(Unrecognized { reason: Reason::NotJson, offset: Some(0) }),
            Some(json) if json.get("errors").is_some() => Outcome::Failed,
            Some(json) if json.get("data").is_some() => Outcome::Succeeded,
            Some(_) => Outcome::Unrecognized(Unrecognized { reason: Reason::NotEnvelope, offset: None }),
        }
    }

    pub(crate) fn status(&self) -> Option<u16> {
        self.status
    }

    pub(crate) fn envelope(&self) -> Option<&'t str> {
        self.json.as_ref().map(|_| "standard")
    }

    pub(crate) fn primary_index(&self) -> Option<usize> {
        self.items().next().map(|_| 0)
    }

    pub(crate) fn items(&self) -> impl Iterator<Item = ReadItem<'b, 't>> {
        let errors = self.json.as_ref().and_then(|json| json.get("errors")?.as_array());
        errors.into_iter().flatten().map(|item| ReadItem {
            reader: self.reader,
            code: item.get("code").and_then(|code| code.as_str()).map(str::to_owned),
            message: item.get("message").and_then(|message| message.as_str()).map(str::to_owned),
            _body: self.body,
        })
    }

    pub(crate) fn transport(&self) -> Option<&'t TransportError<'t>> {
        None
    }

    pub(crate) fn context(&self) -> impl Iterator<Item = (&'t str, Json<'b>)> {
        std::str::from_utf8(self.body).ok().filter(|_| self.json.is_some()).map(|raw| ("body", Json(raw))).into_iter()
    }
}

impl ReadItem<'_, '_> {
    pub(crate) fn code_index(&self) -> Option<usize> {
        self.reader.wire.iter().position(|wire| Some(wire) == self.code.as_ref())
    }

    pub(crate) fn raw_code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    pub(crate) fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    #[allow(clippy::unused_self)]
    pub(crate) fn status(&self) -> Option<u16> {
        None
    }
}

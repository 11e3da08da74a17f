//! The bodies under `tests/bodies`, and what they must read as.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use std::collections::BTreeMap;

/// A body, and what it must read as.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Body {
    pub(crate) title: String,
    pub(crate) status: Option<u16>,
    #[serde(rename = "body")]
    text: Option<String>,
    #[serde(rename = "body_hex")]
    hex: Option<String>,
    pub(crate) expect: Expect,
    #[serde(rename = "rule")]
    _rule: serde_yaml::Value,
}

/// What a body must read as; what is `None` is not compared.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expect {
    pub(crate) outcome: String,
    pub(crate) reason: Option<String>,
    pub(crate) offset: Option<usize>,
    pub(crate) envelope: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(crate) primary: Option<Option<usize>>,
    pub(crate) codes: Option<Vec<Option<String>>>,
    pub(crate) known: Option<Vec<bool>>,
    pub(crate) messages: Option<Vec<Option<String>>>,
    #[serde(default, deserialize_with = "given")]
    pub(crate) transport: Option<Option<String>>,
    pub(crate) context: Option<BTreeMap<String, String>>,
}

/// Tells a member that is null from one that is left out.
fn given<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

impl Body {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        match (&self.text, &self.hex) {
            (Some(text), None) => text.clone().into_bytes(),
            (None, Some(hex)) => (0..hex.len() / 2)
                .map(|index| u8::from_str_radix(&hex[index * 2..index * 2 + 2], 16).expect("hexadecimal digits"))
                .collect(),
            _ => panic!("{}: give `body` or `body_hex`", self.title),
        }
    }
}

/// The directory of this package's tests.
pub(crate) fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("errors-gen/tests")
}

/// The bodies of every vendor, by the vendor's name.
pub(crate) fn all() -> Vec<(String, Vec<Body>)> {
    let mut files: Vec<PathBuf> = fs::read_dir(tests().join("bodies"))
        .expect("the directory of bodies")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a file of bodies");
            let bodies = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (path.file_stem().expect("a stem").to_string_lossy().into_owned(), bodies)
        })
        .collect()
}

/// A vendor of one code and one envelope with these items.
pub(crate) fn stall(code: &str, items: &str) -> errors_codegen::model::Vendor {
    let catalog = format!(
        r"
vendor: stall
title: Stall
sources: [https://example.com/stall/errors]
reviewed: 2026-11-21
code: text
envelopes:
  - {{ name: only, items: [{items}] }}
sections:
  - title: Orders
    codes:
      {code}:
        status: 409
        kind: failed_precondition
        topic: out_of_stock
        audience: customer
        meaning: There is not enough of an item.
        action: Order fewer.
        retry: after_fix
"
    );
    errors_codegen::read_text("stall", &catalog).unwrap_or_else(|findings| panic!("{findings}"))
}

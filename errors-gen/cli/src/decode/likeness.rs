//! Guesses which vendor sent a body that fits no envelope of the expected one.

use std::fmt;

use errors_codegen::load::Arena;
use errors_runtime::{AnyCode, Outcome, Response, Vendor};

use crate::catalogs::Catalogs;
use crate::read;

/// How many vendors are named.
const MOST_NAMED: usize = 3;

/// A vendor whose bodies look like one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    /// The name of the vendor's module.
    vendor: String,
    /// The vendor's name as people write it.
    title: String,
    /// The envelope that fits.
    envelope: Option<String>,
    /// A code that the vendor lists.
    code: Option<String>,
}

impl Likeness {
    /// The vendor as one that lists a code.
    pub(super) fn of_code(&self) -> String {
        format!("a code of {}, `{}`", self.title, self.vendor)
    }
}

impl fmt::Display for Likeness {
    /// ``a body of OmniCart, `omnicart` (envelope `standard`, code 124102)``
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a body of {}, `{}`", self.title, self.vendor)?;
        match (&self.envelope, &self.code) {
            (Some(envelope), Some(code)) => write!(f, " (envelope `{envelope}`, code {code})"),
            (Some(envelope), None) => write!(f, " (envelope `{envelope}`, no code that it lists)"),
            (None, Some(code)) => write!(f, " (code {code})"),
            (None, None) => Ok(()),
        }
    }
}

/// The vendors whose envelopes fit a body: those that list its code where there are any.
pub(super) fn find(catalogs: &Catalogs, except: &str, status: Option<u16>, body: &[u8]) -> Vec<Likeness> {
    let mut found = Vec::new();
    each(catalogs, except, |vendor| {
        let response = vendor.read(status, body);
        let envelope = response.envelope().filter(|_| names_an_error(&response)).map(str::to_owned);
        let code = match &envelope {
            Some(_) => response.errors().find_map(|error| error.code()),
            None if response.json().is_none() => vendor.guess(status, body).code(),
            None => None,
        };
        found.extend((envelope.is_some() || code.is_some()).then(|| likeness(vendor, envelope, code)));
    });
    if found.iter().any(|likeness| likeness.code.is_some()) {
        found.retain(|likeness| likeness.code.is_some());
    }
    found.truncate(MOST_NAMED);
    found
}

/// The vendors that list a code.
pub(super) fn listing(catalogs: &Catalogs, except: &str, wire: &str) -> Vec<Likeness> {
    let mut found = Vec::new();
    each(catalogs, except, |vendor| {
        found.extend(vendor.find(wire).map(|code| likeness(vendor, None, Some(code))));
    });
    found.truncate(MOST_NAMED);
    found
}

/// Whether a body names an error by its code: that an envelope fits says little of a success.
fn names_an_error(response: &Response<'_>) -> bool {
    response.outcome() != Outcome::Succeeded && response.errors().any(|error| error.raw_code().is_some())
}

fn likeness(vendor: Vendor<'_>, envelope: Option<String>, code: Option<AnyCode<'_>>) -> Likeness {
    Likeness {
        vendor: vendor.name().to_owned(),
        title: vendor.title().to_owned(),
        envelope,
        code: code.map(|code| code.to_string()),
    }
}

/// Looks at every other vendor whose catalog can be read. What is wrong with the others is of no concern here.
fn each(catalogs: &Catalogs, except: &str, mut look: impl FnMut(Vendor<'_>)) {
    let vendors = catalogs.read().map(|read| read.vendors).unwrap_or_default();
    let arena = Arena::new();
    for (file, vendor) in vendors.iter().filter(|(_, vendor)| vendor.name != except) {
        if let Ok(tables) = read::load(&arena, vendor, file) {
            look(tables);
        }
    }
}

//! What is said where a vendor lists no such code.

use errors_codegen::load::Arena;
use errors_codegen::words;
use errors_runtime::Vendor;

use crate::catalogs::Catalogs;
use crate::failure::{Failure, Message};
use crate::read;

/// The most vendors that are named.
const MOST_NAMED: usize = 3;

/// That the vendor has no such code, with what is close to it, here or at other vendors.
pub(super) fn failure(catalogs: &Catalogs, vendor: Vendor<'_>, wanted: &str, is_classified: bool) -> Failure {
    let message = Message::new(format!("{} lists no code `{wanted}`", vendor.title()));
    let similar = similar(vendor, wanted);
    let mut message = message.did_you_mean(&similar);
    let elsewhere = elsewhere(catalogs, vendor.name(), wanted, similar.is_empty());
    let is_known = !similar.is_empty() || !elsewhere.is_empty() || is_classified;
    for help in elsewhere {
        message = message.help(help);
    }
    Failure::Bad(if is_known {
        message
    } else {
        message.help(format!("`errors export {}` lists all codes", vendor.name()))
    })
}

/// The codes and names that are close, and those of statuses.
fn similar<'t>(vendor: Vendor<'t>, wanted: &str) -> Vec<&'t str> {
    let codes = vendor.all_codes().flat_map(|code| [code.as_str(), code.name()]);
    let statuses = vendor.table().reader.transport.iter().map(|entry| entry.name);
    let details = vendor.detail_codes().iter().map(|detail| detail.wire);
    words::similar(wanted, codes.chain(statuses).chain(details))
}

/// Other vendors that list the code; where none does and this vendor has nothing close either, those that have.
fn elsewhere(catalogs: &Catalogs, own: &str, wanted: &str, also_close: bool) -> Vec<String> {
    let vendors = catalogs.read().map(|read| read.vendors).unwrap_or_default();
    let (mut exact, mut close) = (Vec::new(), Vec::new());
    let arena = Arena::new();
    for (file, vendor) in vendors.iter().filter(|(_, vendor)| vendor.name != own) {
        // What is wrong with other catalogs is of no concern here.
        let Ok(other) = read::load(&arena, vendor, file) else { continue };
        let name = other.name();
        if let Some(code) = other.find(wanted).or_else(|| other.find_name(wanted)) {
            exact.push(format!("{} lists it: `errors explain {name} {code}`", other.title()));
        } else if let Some(meant) = similar(other, wanted).first() {
            close.push(format!("did you mean `{meant}` of {}: `errors explain {name} {meant}`?", other.title()));
        }
    }
    let mut found = if exact.is_empty() && also_close { close } else { exact };
    found.truncate(MOST_NAMED);
    found
}

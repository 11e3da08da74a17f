//! Reading a body back.

use alloc::borrow::{Cow, ToOwned};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::BodyBuilder;
use crate::json::Json;
use crate::table::{Envelope, Place};
use crate::write::NewJson;

impl BodyBuilder<'_> {
    /// The first difference between what was given and what the body reads as; `None` if there is none.
    pub(super) fn difference(&self, envelope: &Envelope<'_>, status: Option<u16>, json: &str) -> Option<String> {
        let response = self.vendor.read(status, json);
        if response.envelope() != Some(envelope.name) {
            return Some(format!("it reads as the envelope `{}`", response.envelope().unwrap_or("none")));
        }
        let lists = envelope.items.all.iter().filter_map(|index| self.place(*index)).any(Place::is_listed);
        let lists = lists || envelope.batch.is_some();
        if !self.elements.is_empty() && !lists {
            return Some("it has no place for elements that are no errors".to_owned());
        }
        let items: Vec<_> = response.errors().collect();
        if items.len() != self.errors.len() {
            return Some(format!("it reads as {} errors in place of {}", items.len(), self.errors.len()));
        }
        for (index, (item, error)) in items.iter().zip(&self.errors).enumerate() {
            let code = item.raw_code().map(|code| code.to_cow().into_owned());
            if code != error.code {
                return Some(format!("the code of error {index} reads as {code:?} in place of {:?}", error.code));
            }
            let beside = [
                ("detail code", item.raw_detail_code(), &error.detail_code),
                ("parent code", item.raw_parent_code(), &error.parent_code),
            ];
            for (what, read, wanted) in beside {
                let read = read.map(|code| code.to_cow().into_owned());
                if wanted.is_some() && read != *wanted {
                    return Some(format!("the {what} of error {index} reads as {read:?} in place of {wanted:?}"));
                }
            }
            let message = item.message().map(|message| message.to_string());
            let wanted = &error.message;
            if wanted.is_some() && message != *wanted {
                return Some(format!("the message of error {index} reads as {message:?} in place of {wanted:?}"));
            }
            let wanted = error.status.filter(|_| item.status() != error.status);
            if let Some(wanted) = wanted {
                return Some(format!("the status of error {index} reads as {:?} in place of {wanted}", item.status()));
            }
            if error.id.is_some() && item.id().map(NewJson::from) != error.id {
                return Some(format!("the id of error {index} reads as {:?}", item.id()));
            }
            let fields = if error.fields.is_empty() { ByKey::new() } else { by_key(item.fields().json()) };
            for (name, value) in &error.fields {
                let read = fields.get(name.as_str()).copied();
                if read.map(NewJson::from).as_ref() != Some(value) {
                    return Some(format!("the field `{name}` of error {index} reads as {read:?}"));
                }
            }
        }
        let mut objects = BTreeMap::new();
        self.members.iter().find_map(|(path, value)| {
            let read = response.json().and_then(|root| {
                let Some((name, above)) = path.split_last() else { return Some(root) };
                let members = objects.entry(above).or_insert_with(|| {
                    above.iter().try_fold(root, |json, name| json.get(name)).map(by_key).unwrap_or_default()
                });
                members.get(name.as_str()).copied()
            });
            let same = read.map(NewJson::from).as_ref() == Some(value);
            (!same).then(|| format!("the member `{}` reads as {read:?}", path.join(".")))
        })
    }
}

/// The members of an object by their keys.
type ByKey<'b> = BTreeMap<Cow<'b, str>, Json<'b>>;

/// The members of an object; of duplicate keys, the last one counts. So that many are found without walking the object
/// for each.
fn by_key(object: Json<'_>) -> ByKey<'_> {
    object.members().map(|(key, value)| (key.to_cow(), value)).collect()
}

//! What an example reads as, compared with what it says under `reads`.

use errors_runtime::json::Json;
use errors_runtime::{AnyCode, ErrorItem, Outcome, Reason, Response, Unread};

use super::json;
use crate::model::{self, Code, ReadElement, Reads};

/// What was expected and what was read, wherever these differ.
pub(super) fn differences(response: &Response<'_>, expected: &Reads, code: Option<&Code>) -> Vec<(String, String)> {
    let unread = response.unread();
    let read_outcome = match unread {
        None => format!("`{}`", response.outcome()),
        Some(Unread { reason, offset: None }) => format!("`{}` (`{reason}`)", response.outcome()),
        Some(Unread { reason, offset: Some(offset) }) => {
            format!("`{}` (`{reason}` at byte {offset} of the body)", response.outcome())
        }
    };
    if let Some(outcome) = expected.outcome.filter(|outcome| *outcome != response.outcome()) {
        // Everything else differs for the same reason.
        return vec![(format!("the outcome `{outcome}`"), read_outcome)];
    }
    let mut found = Differences(Vec::new());
    found.name("reason", expected.reason.map(Reason::as_str), unread.map(|unread| unread.reason.as_str()));
    found.name("envelope", expected.envelope.as_deref(), response.envelope());
    found.name("transport error", expected.transport.as_deref(), response.transport().map(|transport| transport.name));
    found.name("kind", expected.kind.map(model::Kind::as_str), Some(response.kind().value.as_str()));

    let codes: Vec<_> = response.errors().map(|item| item.raw_code().map(|code| code.to_string())).collect();
    let messages = response.errors().map(|item| item.message().map(|message| message.to_string()));
    let statuses = response.errors().map(|item| item.status().map(|status| status.to_string()));
    let ids = response.errors().map(|item| item.id().map(text));
    let details = response.errors().map(|item| item.raw_detail_code().map(|code| code.to_string()));
    let parents = response.errors().map(|item| item.raw_parent_code().map(|code| code.to_string()));
    found.list("codes", expected.codes.as_deref(), codes.iter().cloned());
    found.list("detail codes", expected.detail_codes.as_deref(), details);
    found.list("parent codes", expected.parent_codes.as_deref(), parents);
    found.list("messages", expected.messages.as_deref(), messages);
    let expected_statuses: Option<Vec<_>> = expected
        .item_statuses
        .as_ref()
        .map(|statuses| statuses.iter().map(|status| status.map(|status| status.to_string())).collect());
    found.list("item statuses", expected_statuses.as_deref(), statuses);
    found.list("ids", expected.ids.as_deref(), ids);
    found.elements(response, expected.elements.as_deref());
    if let Some(code) = &expected.includes
        && !codes.iter().flatten().any(|read| read == code)
    {
        let read = if unread.is_some() { read_outcome } else { shown_list(&codes) };
        found.0.push((format!("the code `{code}` among those read"), read));
        return found.0;
    }

    let item = subject(response, code);
    for (name, value) in &expected.fields {
        let read = item.and_then(|item| field(item, name));
        found.value("field", name, value.as_deref(), read);
    }
    for (name, value) in &expected.parameters {
        let read = item.and_then(|item| item.parameters()?.get(name)).map(|value| value.to_string());
        let what = format!("parameter `{name}` to be");
        found.name(&what, Some(value), read.as_deref());
    }
    for (path, value) in &expected.context {
        let read = response.context().find(|(kept, _)| *kept == path.as_str()).map(|(_, value)| value);
        found.value("kept member", path, value.as_deref(), read);
    }
    let shows = response.to_string();
    found.name("line that is shown", expected.shows.as_deref(), Some(&shows));
    found.0
}

/// The item that an example is about: the first with the code that it stands under, else the first that failed the request.
fn subject<'b>(response: &Response<'b>, code: Option<&Code>) -> Option<ErrorItem<'b>> {
    let coded = code.and_then(|code| response.errors().find(|item| item.is(&code.wire)));
    coded.or_else(|| response.primary()).or_else(|| response.errors().next())
}

/// The value of a field, documented fields under their other names too.
fn field<'b>(item: ErrorItem<'b>, name: &str) -> Option<Json<'b>> {
    let documented = item.code().map_or(&[][..], AnyCode::fields);
    let found = item.fields().documented(documented).find(|(field, _)| field.name == name);
    found.map(|(_, value)| value).or_else(|| item.fields().get(name))
}

/// What was expected and what was read.
struct Differences(Vec<(String, String)>);

impl Differences {
    /// Compares a name or a text.
    fn name(&mut self, what: &str, expected: Option<&str>, read: Option<&str>) {
        if let Some(expected) = expected.filter(|expected| Some(*expected) != read) {
            let read = read.map_or("none".to_owned(), |read| format!("`{read}`"));
            self.0.push((format!("the {what} `{expected}`"), read));
        }
    }

    /// Compares what all items have.
    fn list(&mut self, what: &str, expected: Option<&[Option<String>]>, read: impl Iterator<Item = Option<String>>) {
        let Some(expected) = expected else { return };
        let read: Vec<_> = read.collect();
        if *expected != read {
            self.0.push((format!("the {what} {}", shown_list(expected)), shown_list(&read)));
        }
    }

    /// Compares the answers in a batch, one by one.
    fn elements(&mut self, response: &Response<'_>, expected: Option<&[ReadElement]>) {
        let Some(expected) = expected else { return };
        let read: Vec<_> = response.elements().into_iter().flatten().collect();
        if read.len() != expected.len() {
            let answers =
                if expected.len() == 1 { "1 element".to_owned() } else { format!("{} elements", expected.len()) };
            self.0.push((format!("{answers} of a batch"), read.len().to_string()));
            return;
        }
        for (number, (expected, read)) in (1..).zip(expected.iter().zip(&read)) {
            let what = |what: &str| format!("{what} of element {number} to be");
            self.name(&what("outcome"), expected.outcome.map(Outcome::as_str), Some(read.outcome().as_str()));
            self.name(&what("id"), expected.id.as_deref(), read.id().map(text).as_deref());
            let codes = read.errors().map(|item| item.raw_code().map(|code| code.to_string()));
            self.list(&what("codes"), expected.codes.as_deref(), codes);
        }
    }

    /// Compares a member.
    fn value(&mut self, what: &str, name: &str, expected: Option<&str>, read: Option<Json<'_>>) {
        let difference = match (expected, read) {
            (Some(expected), Some(read)) if json::is(read, expected) => return,
            (None, None) => return,
            (Some(expected), read) => (
                format!("the {what} `{name}` to be `{expected}`"),
                read.map_or("none".to_owned(), |read| format!("`{read}`")),
            ),
            (None, Some(read)) => (format!("no {what} `{name}`"), format!("`{read}`")),
        };
        self.0.push(difference);
    }
}

/// A scalar's text, or any other value as it stands.
fn text(json: Json<'_>) -> String {
    json.scalar().map_or_else(|| json.as_str().to_owned(), |text| text.to_string())
}

/// A list as JSON, in which no two lists look the same.
fn shown_list(texts: &[Option<String>]) -> String {
    let shown = |text: &Option<String>| match text {
        Some(text) => errors_runtime::write::NewJson::from(text.as_str()).as_str().to_owned(),
        None => "null".to_owned(),
    };
    format!("[{}]", texts.iter().map(shown).collect::<Vec<_>>().join(","))
}

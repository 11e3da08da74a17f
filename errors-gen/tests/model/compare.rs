//! Compares the reader with the model.

use std::fmt::Debug;

use errors_codegen::model;
use errors_gen::decide::Attempt;
use errors_gen::json::Json;
use errors_gen::{AnyCode, Codes, Message, Vendor};

use super::deciding::{self, Request};
use super::json::Value;
use super::reading;

/// The differences between what the model and the reader say of a body.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn compare<T: PartialEq + Debug>(&mut self, what: &str, model: T, reader: T) {
        let said = (model, reader);
        if said.0 != said.1 {
            self.0.push(format!("{what}: the model says {:?}, the reader {:?}", said.0, said.1));
        }
    }
}

/// What the model and the reader with these tables say differently of a body.
pub(crate) fn differences(
    vendor: &model::Vendor,
    tables: Vendor<'_>,
    status: Option<u16>,
    body: &[u8],
    request: Request,
) -> Vec<String> {
    let mut all = Differences::default();
    let expected = reading::read(vendor, status, body);
    let retry_after = request.retry_after.map(|seconds| seconds.to_string());
    let verdict = vendor.headers.retry_verdict.first().and(request.verdict);
    let header = |name: &str| match name {
        "Retry-After" => retry_after.as_deref(),
        name if vendor.headers.retry_verdict.first().is_some_and(|known| known == name) => {
            verdict.map(|again| if again { "true" } else { "false" })
        }
        _ => None,
    };
    let response = tables.read_with_headers(status, header, body);
    all.compare("outcome", expected.outcome, response.outcome());
    all.compare("why", expected.unread, response.unread().map(|unread| (unread.reason, unread.offset)));
    all.compare("envelope", expected.envelope.as_deref(), response.envelope());
    all.compare("primary", expected.primary, response.primary_index());
    all.compare("items", expected.items.len(), response.errors().count());
    let value = |json: Json<'_>| Value::of(json.as_str());
    for (index, (item, error)) in expected.items.iter().zip(response.errors()).enumerate() {
        let mut compare = Differences::default();
        compare.compare("code", item.code.clone(), error.raw_code().map(|code| code.to_string()));
        let known = item.listed(vendor).map(|code| code.wire.as_str());
        compare.compare("known", known, error.code().map(AnyCode::wire));
        compare.compare("detail code", item.detail_code.clone(), error.raw_detail_code().map(|code| code.to_string()));
        compare.compare("parent code", item.parent_code.clone(), error.raw_parent_code().map(|code| code.to_string()));
        let parts = |message: Message<'_>| message.parts().map(|part| part.to_string()).collect::<Vec<_>>();
        compare.compare("message", item.message.clone(), error.message().map(parts));
        compare.compare("status", item.status, error.status());
        compare.compare("id", item.id.clone(), error.id().map(value));
        compare.compare("field", item.field.clone(), error.field().map(value));
        compare.compare("note", item.note, error.is_note());
        all.0.extend(compare.0.into_iter().map(|difference| format!("item {index}: {difference}")));
    }
    let elements = response.elements().map(|elements| {
        elements
            .map(|element| (element.outcome(), element.id().map(value), element.errors().count()))
            .collect::<Vec<_>>()
    });
    all.compare("elements", expected.elements.clone(), elements);
    if !all.0.is_empty() {
        return all.0;
    }
    let answers = deciding::answers(vendor, &expected, Request { verdict, ..request });
    let (kind, topic, audience) = (response.kind(), response.topic(), response.audience());
    all.compare("kind", answers.kind, (kind.value, kind.basis));
    all.compare("topic", answers.topic, (topic.value, topic.basis));
    all.compare("audience", answers.audience, (audience.value, audience.basis));
    let (retry, (said, basis)) = (response.retry(), answers.retry);
    all.compare("advice", (said.advice, said.effect, basis), (retry.advice, retry.effect, retry.basis));
    let decision = response.decide(&Attempt::new().safe_to_repeat(request.safe));
    if let Some(wait) = answers.wait {
        all.compare("next", answers.next, decision.next.as_str());
        all.compare("wait", wait, decision.wait.map(|wait| u64::try_from(wait.as_millis()).unwrap()));
    }
    all.0
}

//! Whether an example agrees with the row of the code that it stands under.

use errors_runtime::{ErrorItem, Response};

use super::types;
use crate::model::{Code, Difference, Example, StatusRule, Vendor};
use crate::words::{listed, shown};

/// The message and the help of each finding.
pub(super) fn findings(
    vendor: &Vendor,
    code: &Code,
    example: &Example,
    response: &Response<'_>,
) -> Vec<(String, String)> {
    let items: Vec<_> = response.errors().filter(|item| item.is(&code.wire)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for difference in Difference::ALL {
        let word = difference.as_str();
        let differs = match difference {
            Difference::Status => status(code, example, &items),
            Difference::Message => items.iter().find_map(|item| message(code, item)),
            Difference::Fields => items.iter().find_map(|item| fields(vendor, code, item)),
        };
        match (differs, example.differs.contains(difference)) {
            (Some(differs), false) => findings.push((
                format!("an example differs from the row of its code: expected {differs}"),
                format!("correct the example or the row; where the vendor answers so, add `differs: [{word}]` to the example"),
            )),
            (None, true) => findings.push((
                format!("an example does not differ from the row of its code in `{word}`"),
                format!("take `{word}` out of `differs`"),
            )),
            _ => {}
        }
    }
    findings
}

/// One of the code's statuses is the response's or an item's.
fn status(code: &Code, example: &Example, items: &[ErrorItem<'_>]) -> Option<String> {
    let holds = |rule: &&StatusRule| match (&rule.operations, example.operation) {
        (Some(operations), Some(operation)) => operations.contains(&operation),
        _ => true,
    };
    let documented = code.statuses.iter().filter(holds).map(|rule| rule.http);
    let documented: Vec<u16> = documented.chain(code.item_statuses.iter().copied()).collect();
    let found: Vec<u16> = example.status.into_iter().chain(items.iter().filter_map(ErrorItem::status)).collect();
    if documented.is_empty() || found.is_empty() || found.iter().any(|status| documented.contains(status)) {
        return None;
    }
    let documented: Vec<_> = documented.iter().map(u16::to_string).collect();
    let documented = match documented.as_slice() {
        [only] => format!("the status {only}"),
        several => format!("one of the statuses {}", several.join(", ")),
    };
    let found: Vec<_> = found.iter().map(u16::to_string).collect();
    Some(format!("{documented}, found {}", found.join(", ")))
}

/// Where the code has wordings, the message follows one.
fn message(code: &Code, item: &ErrorItem<'_>) -> Option<String> {
    let message = item.message().filter(|_| !code.messages.is_empty() && item.parameters().is_none())?;
    let wordings = listed(code.messages.iter().map(|wording| wording.text.as_str()));
    Some(format!("a message that follows {wordings}, found {}", shown(&message.to_string())))
}

/// The required fields are there, and all have their types.
fn fields(vendor: &Vendor, code: &Code, item: &ErrorItem<'_>) -> Option<String> {
    types::members_differ(vendor, &code.fields, item.fields().json())
}

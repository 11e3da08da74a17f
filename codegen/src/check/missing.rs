//! Reports the keys that a code needs and neither it nor any default has.

use super::context::Context;
use super::defaults::Level;
use crate::model::{Kind, Topic};
use crate::words::{listed, shown};
use crate::yaml::Span;

/// Reports each key that neither the code nor any default has, all in one finding.
pub(crate) fn report(context: &mut Context<'_>, span: Span, wire: &str, level: &Level) {
    let keys = [
        ("status", level.status.is_none()),
        ("kind", level.kind.is_none()),
        ("topic", level.topic.is_none()),
        ("retry", !level.retry.is_said()),
        ("audience", level.audience.is_none()),
        ("action", level.action.is_none()),
    ];
    let missing: Vec<&str> = keys.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
    let Some(first) = missing.first() else { return };
    let message = format!("code {} has no {}", shown(wire), listed(missing.iter().copied()));
    let place = "add it here, or to the `defaults` of its section or of the file";
    let help = match *first {
        "status" => "add it here or to `defaults`; `status: none` where the code never has one, `any` where it is tied to none, `unknown` where the page does not say".to_owned(),
        "topic" => {
            let kind = level.kind.as_ref().and_then(|said| said.value);
            let usual = usual_topic(kind.unwrap_or(Kind::FailedPrecondition)).as_str();
            format!("{place}: what the error is about for a shop, such as `{usual}`")
        }
        _ => place.to_owned(),
    };
    context.report(span, message, "neither here nor in any `defaults`", help);
}

/// The most general topic of errors of this kind.
fn usual_topic(kind: Kind) -> Topic {
    match kind {
        Kind::Ok => Topic::Notice,
        Kind::InvalidArgument | Kind::OutOfRange => Topic::ValueInvalid,
        Kind::Unauthenticated => Topic::CredentialsInvalid,
        Kind::PermissionDenied => Topic::PermissionDenied,
        Kind::NotFound => Topic::ResourceNotFound,
        Kind::AlreadyExists => Topic::ResourceExists,
        Kind::Aborted => Topic::VersionConflict,
        Kind::FailedPrecondition => Topic::StateConflict,
        Kind::ResourceExhausted => Topic::RateLimited,
        Kind::Unimplemented => Topic::OperationUnsupported,
        Kind::Unavailable | Kind::DeadlineExceeded | Kind::Cancelled => Topic::ServiceUnavailable,
        _ => Topic::InternalError,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, read};

    const TOPIC: &str = "  topic: value_invalid\n  audience";

    #[test]
    fn a_code_without_a_topic_is_told_one_that_its_kind_suggests() {
        expect(&[(TOPIC, "  audience")], &["code `OUT_OF_STOCK` has no `topic`", "code `LOWER` has no `topic`"]);
        let findings = read(&[(TOPIC, "  audience")]).unwrap_err();
        assert!(findings[0].help.ends_with("what the error is about for a shop, such as `resource_not_found`"));
    }
}

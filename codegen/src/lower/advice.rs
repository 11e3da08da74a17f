//! Lowers advice.

use errors_tables::{Advised, Retry, Wait};

use super::Arena;
use crate::model;

/// Retry advice with its reason.
pub(super) fn retry<'t>(arena: &'t Arena, retry: &model::Retry) -> Retry<'t> {
    Retry {
        advice: retry.advice,
        reason: arena.text(&retry.reason),
        stated: retry.stated,
        effect: retry.effect,
        wait: retry.wait.as_ref().map(|wait| match *wait {
            model::Wait::Millis(millis) => Wait::Millis(millis),
            model::Wait::Said { by, ref name, unit } => Wait::Said { by, name: arena.text(name), unit },
        }),
    }
}

/// Lowers advice that does not come from the entry of a code.
pub(super) fn advised<'t>(arena: &'t Arena, advised: &model::Advised) -> Advised<'t> {
    Advised {
        kind: advised.kind,
        topic: advised.topic,
        retry: advised.retry.as_ref().map(|said| retry(arena, said)),
        audience: advised.audience,
        action: advised.action.as_ref().map(|action| arena.text(action)),
    }
}

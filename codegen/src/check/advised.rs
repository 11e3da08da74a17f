//! Checks advice for codes that are not listed.

use super::context::Context;
use super::retry::RetryLevel;
use super::vocabulary;
use crate::model::Advised;
use crate::schema::{RetryKeys, Text};

/// Checks the advice of a class, which unlisted codes fall back to.
pub(crate) fn read(
    context: &mut Context<'_>,
    kind_word: Option<&Text>,
    topic_word: Option<&Text>,
    keys: &RetryKeys<'_>,
    audience_word: Option<&Text>,
) -> Advised {
    Advised {
        kind: kind_word.and_then(|word| vocabulary::kind(context, word)),
        topic: topic_word.and_then(|word| vocabulary::topic(context, word)),
        retry: RetryLevel::alone(context, keys),
        audience: audience_word.and_then(|word| vocabulary::audience(context, word)),
        action: None,
    }
}

//! Checks `headers`, which matter for all errors.

use super::context::{Context, Once};
use super::retry::header_name;
use crate::model::Headers;
use crate::schema::{HeadersSpec, OneOrMany, Spanned};

/// The maximum number of headers for one purpose.
const MOST: usize = 8;

/// Checks `headers`.
pub(crate) fn check(context: &mut Context<'_>, spec: &HeadersSpec) -> Headers {
    Headers {
        wait: names(context, spec.wait.as_ref()),
        request_id: names(context, spec.request_id.as_ref()),
        retry_verdict: names(context, spec.retry_verdict.as_ref()),
        idempotency_key: names(context, spec.idempotency_key.as_ref()),
    }
}

fn names(context: &mut Context<'_>, spec: Option<&Spanned<OneOrMany<String>>>) -> Vec<String> {
    let Some(spec) = spec else { return Vec::new() };
    let mut once = Once::new("header");
    let mut names = Vec::new();
    if spec.values().is_empty() {
        context.report(spec.span, "no header is named", "an empty list", "name a header, or take the key out");
    } else if spec.values().len() > MOST {
        let message = format!("{} headers for one thing, where there can be {MOST}", spec.values().len());
        context.report(spec.span, message, "too many", "keep those that the vendor sends most");
    }
    for name in spec.values() {
        if header_name(context, name) && once.add(context, &name.to_ascii_lowercase(), name.span) {
            names.push(name.value.clone());
        }
    }
    names
}

//! Checks variants: what a code means with some statuses or wordings.

use super::context::{Context, Once};
use super::defaults::Level;
use super::retry::{Has, RetryLevel};
use super::statuses::Statuses;
use super::{statuses, vocabulary, wordings};
use crate::model::{Advised, Stated, Variant, Wording};
use crate::schema::{Advises as _, Entry, Spanned, VariantSpec};
use crate::words::shown;

/// Wordings; `Err` with the valid ones if some are malformed, so that not all placeholders are known.
type Wordings = Result<Vec<Wording>, Vec<Wording>>;

/// The wordings of a code and its variants, and for each variant the texts of its wordings.
pub(crate) fn wordings(context: &mut Context<'_>, entry: &Entry) -> (Wordings, Vec<Vec<String>>) {
    let mut sound = true;
    let mut sure = |read: Wordings| {
        sound &= read.is_ok();
        read.unwrap_or_else(|some| some)
    };
    let mut all = sure(wordings::check(context, entry.message.as_ref()));
    let mut of_variants = Vec::new();
    for variant in &entry.variants {
        let own = sure(wordings::check(context, variant.message.as_ref()));
        of_variants.push(own.iter().map(|wording| wording.text.clone()).collect());
        for wording in own {
            if !all.contains(&wording) {
                all.push(wording);
            }
        }
    }
    (if sound { Ok(all) } else { Err(all) }, of_variants)
}

/// Checks the variants of a code; `messages` are the texts of each variant's wordings.
pub(crate) fn check(
    context: &mut Context<'_>,
    entry: &Entry,
    level: &Level,
    has: Has<'_>,
    messages: Vec<Vec<String>>,
) -> Vec<Variant> {
    let mut once = Once::new("status");
    let mut variants = Vec::new();
    for (spec, messages) in entry.variants.iter().zip(messages) {
        let http = spec.http.as_ref().map(|http| statuses::one_or_several(context, "http", http)).unwrap_or_default();
        if spec.http.is_none() && spec.message.is_none() {
            let help = "add `http: 404` or the wording: `message: ...`";
            context.report(spec.span.key(), "a variant does not say when it holds", "neither status nor wording", help);
        }
        for status in spec.http.iter().flat_map(|http| http.values()) {
            if messages.is_empty() {
                let _ = once.add(context, &status.value.to_string(), status.span);
            }
            documented(context, level, status);
        }
        context.filled("`meaning`", &spec.meaning);
        let advised = advised(context, spec, level, has);
        variants.push(Variant { http, messages, meaning: spec.meaning.value.clone(), advised });
    }
    variants
}

/// Reports a status that is not documented for the code.
fn documented(context: &mut Context<'_>, level: &Level, status: &Spanned<i64>) {
    let rules = level.status.iter().filter_map(|said| said.value.as_ref()).flat_map(Statuses::rules);
    let of_items = level.item_status.iter().filter_map(|said| said.value.as_ref()).flatten().copied();
    let mut known: Vec<u16> = rules.map(|rule| rule.http).collect();
    if known.is_empty() {
        return;
    }
    known.extend(of_items);
    if !known.iter().any(|known| i64::from(*known) == status.value) {
        let message = format!("the code is not documented with HTTP {}", status.value);
        context.report(status.span, message, "no status of the code", "correct it, or add it to the code's `status`");
    }
}

/// The advice of the variant that replaces that of the code.
fn advised(context: &mut Context<'_>, spec: &VariantSpec, level: &Level, has: Has<'_>) -> Advised {
    let keys = spec.retry_keys();
    let replaces = Stated { audience: spec.audience.is_some(), action: spec.action.is_some() };
    let says_retry = keys.retry.is_some()
        || keys.because.is_some()
        || keys.effect.is_some()
        || keys.wait.is_some()
        || keys.stated.is_some();
    let own = says_retry.then(|| RetryLevel::read(context, &keys).within(&level.retry, replaces));
    if let Some(action) = &spec.action {
        context.filled("`action`", action);
    }
    let advised = Advised {
        kind: spec.kind.as_ref().and_then(|word| vocabulary::kind(context, word)),
        topic: spec.topic.as_ref().and_then(|word| vocabulary::topic(context, word)),
        retry: own.and_then(|level| level.advise(context, has)),
        audience: spec.audience.as_ref().and_then(|word| vocabulary::audience(context, word)),
        action: spec.action.as_ref().map(|action| action.value.clone()),
    };
    let says = [&spec.kind, &spec.topic, &spec.audience, &spec.action].into_iter().any(Option::is_some);
    if !says && !says_retry {
        let message = format!("the variant {} says nothing else than the code", shown(&spec.meaning));
        let help = "add what differs: `kind`, `topic`, `audience`, `action`, `retry`, `because`, `effect` or `wait`";
        context.report(spec.meaning.span, message, "no other advice", help);
    }
    advised
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use crate::model::{Advice, Effect, Kind};

    const KIND: &str = "kind: not_found";

    fn with(variants: &str) -> String {
        format!("{KIND}\n        status: [402, 500]\n        message: Sold\n        variants:\n{variants}")
    }

    #[test]
    fn a_code_means_something_else_with_a_status_or_a_wording() {
        let text = with(
            "          - { http: 500, meaning: N., retry: verify_first }\n          - { http: [402], message: ['Sold to {who}', Sold], meaning: O., kind: aborted, effect: done }",
        );
        let code = model(&[(KIND, &text)]).codes[0].clone();
        let texts: Vec<_> = code.messages.iter().map(|wording| wording.text.as_str()).collect();
        assert_eq!(texts, ["Sold", "Sold to {who}"]);
        let [first, second] = code.variants.as_slice() else { panic!("{:?}", code.variants) };
        assert_eq!((first.http.as_slice(), first.messages.len(), first.advised.kind), (&[500][..], 0, None));
        let retry = first.advised.retry.as_ref().unwrap();
        assert_eq!((retry.advice, retry.effect), (Advice::VerifyFirst, Effect::Unknown));
        assert_eq!(
            (second.messages.as_slice(), second.advised.kind),
            (&["Sold to {who}".to_owned(), "Sold".to_owned()][..], Some(Kind::Aborted))
        );
        // The advice is the row's, with its reason.
        let retry = second.advised.retry.as_ref().unwrap();
        assert_eq!((retry.advice, retry.reason.as_str(), retry.effect), (Advice::AfterFix, "R.", Effect::Done));
    }

    #[test]
    fn what_is_wrong_with_variants_is_reported() {
        let told = |variants: &str, wanted: &[&str]| expect(&[(KIND, &with(variants))], wanted);
        told("          - { meaning: N., kind: aborted }", &["a variant does not say when it holds"]);
        told("          - { http: 500, meaning: N. }", &["the variant `N.` says nothing else than the code"]);
        told("          - { http: 404, meaning: N., kind: aborted }", &["the code is not documented with HTTP 404"]);
        told("          - { http: [], meaning: ' ', kind: aborted }", &["`http` is empty", "`meaning` is empty"]);
        told(
            "          - { http: 500, meaning: N., kind: aborted }\n          - { http: 500, meaning: O., kind: internal }",
            &["duplicate status `500`"],
        );
        told(
            "          - { message: 'Sold {to', meaning: N., kind: aborted }",
            &["`{` without `}`; write `{{` for a brace that belongs to the text"],
        );
    }
}

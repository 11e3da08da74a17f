//! Words of the fixed vocabularies, and what is made of them.

use super::context::{At, Context, did_you_mean, shown};
use crate::finding::Place;
use crate::model::{Advice, Advised, Audience, Kind, Retry};
use crate::schema::RetrySpec;

/// The entry with this word; an unknown one is reported.
pub(crate) fn choose<T: Copy>(
    context: &mut Context<'_>,
    at: &At,
    what: &str,
    word: &str,
    known: &[(&'static str, T)],
) -> Option<T> {
    let found = known.iter().find(|(name, _)| *name == word).map(|(_, entry)| *entry);
    if found.is_none() {
        let place = context.value(at);
        let help = did_you_mean(word, known.iter().map(|(name, _)| *name));
        context.report(place, format!("unknown {what} {}", shown(word)), format!("no {what} of this name"), help);
    }
    found
}

/// The canonical kind with this word.
pub(crate) fn kind(context: &mut Context<'_>, at: &At, word: &str) -> Option<Kind> {
    let known: Vec<_> = Kind::ALL.iter().map(|kind| (kind.as_str(), *kind)).collect();
    choose(context, at, "kind", word, &known)
}

/// The audience with this word.
pub(crate) fn audience(context: &mut Context<'_>, at: &At, word: &str) -> Option<Audience> {
    let known: Vec<_> = Audience::ALL.iter().map(|audience| (audience.as_str(), *audience)).collect();
    choose(context, at, "audience", word, &known)
}

/// Retry advice with its reason.
pub(crate) fn retry(context: &mut Context<'_>, at: &At, spec: &RetrySpec) -> Option<Retry> {
    let known: Vec<_> = Advice::ALL.iter().map(|advice| (advice.as_str(), *advice)).collect();
    context.filled(&at.key("reason"), "`reason`", &spec.reason);
    let advice = choose(context, &at.key("advice"), "retry advice", &spec.advice, &known)?;
    Some(Retry { advice, reason: spec.reason.clone(), stated: spec.stated })
}

/// What unlisted codes fall back to; `at` is what the words stand in.
pub(crate) fn advised(
    context: &mut Context<'_>,
    at: &At,
    kind_word: Option<&str>,
    retry_spec: Option<&RetrySpec>,
    audience_word: Option<&str>,
) -> Advised {
    Advised {
        kind: kind_word.and_then(|word| kind(context, &at.key("kind"), word)),
        retry: retry_spec.and_then(|spec| retry(context, &at.key("retry"), spec)),
        audience: audience_word.and_then(|word| audience(context, &at.key("audience"), word)),
    }
}

/// Reports a kind, at `place`, that says the opposite of what decides about success.
pub(crate) fn kind_fits(
    context: &mut Context<'_>,
    place: Place,
    what: &str,
    kind: Option<Kind>,
    decision: Option<(bool, At)>,
) {
    let (Some(kind), Some((success, at))) = (kind, decision) else { return };
    if (kind == Kind::Ok) == success {
        return;
    }
    let (means, help) = if success {
        ("success", "write `kind: ok`, or correct which codes mean success")
    } else {
        ("failure", "choose another kind, or correct which codes mean success")
    };
    let related = vec![(context.value(&at), "decided here".to_owned())];
    let message = format!("{what} means {means}, but its kind is `{}`", kind.as_str());
    context.report_with(place, message, format!("does not fit {means}"), help, related);
}

#[cfg(test)]
mod tests {
    use super::super::sample::expect;

    #[test]
    fn unknown_words_are_reported_where_they_stand_and_once() {
        let wrong =
            "kind: not_fond\n        audience: developers\n        retry: { advice: after_fixing, reason: ' ' }";
        expect(
            &[("kind: not_found", wrong)],
            &[
                "unknown kind `not_fond`",
                "unknown audience `developers`",
                "unknown retry advice `after_fixing`",
                "`reason` is empty",
            ],
        );
        let two = "OUT_OF_STOCK: { meaning: M., kind: internal }\n      ANOTHER:";
        let wrong = "  audience: nobody\n  retry: { advice: after_fix";
        let right = "  audience: developer\n  retry: { advice: after_fix";
        expect(&[("OUT_OF_STOCK:", two), (right, wrong)], &["unknown audience `nobody`"]);
    }

    #[test]
    fn a_kind_must_not_contradict_success() {
        let sentinel = ("code: text", "code: { form: text, success: [FINE] }");
        expect(&[sentinel], &[]);
        expect(
            &[sentinel, ("kind: not_found", "kind: ok")],
            &["code `OUT_OF_STOCK` means failure, but its kind is `ok`"],
        );
        expect(&[sentinel, ("OUT_OF_STOCK:", "FINE:")], &["code `FINE` means success, but its kind is `not_found`"]);
        expect(&[("kind: not_found", "kind: ok")], &[]);
    }
}

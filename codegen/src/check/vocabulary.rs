//! Checks words of the fixed vocabularies.

use super::context::Context;
use crate::model::{Audience, Kind, Outcome, Reason, Successes, Topic};
use crate::schema::Text;
use crate::yaml::Span;

/// The value with this word; an unknown one is reported.
pub(crate) fn choose<T: Copy>(
    context: &mut Context<'_>,
    what: &str,
    word: &str,
    span: Span,
    known: &[(&'static str, T)],
) -> Option<T> {
    let found = known.iter().find(|(name, _)| *name == word).map(|(_, entry)| *entry);
    if found.is_none() {
        context.unknown(span, what, word, known.iter().map(|(name, _)| *name));
    }
    found
}

/// The entry of a vocabulary that all vendors share.
macro_rules! words {
    ($($function:ident, $what:literal: $name:ident;)*) => { $(
        #[doc = concat!("The ", $what, " with this word.")]
        pub(crate) fn $function(context: &mut Context<'_>, word: &Text) -> Option<$name> {
            let known: Vec<_> = $name::ALL.iter().map(|known| (known.as_str(), *known)).collect();
            choose(context, $what, word, word.span, &known)
        }
    )* };
}

words! {
    kind, "kind": Kind;
    topic, "topic": Topic;
    audience, "audience": Audience;
    outcome, "outcome": Outcome;
    reason, "reason": Reason;
    successes, "kind of successes": Successes;
}

/// Reports a kind that contradicts what the catalog says about success.
pub(crate) fn kind_fits(
    context: &mut Context<'_>,
    span: Span,
    what: &str,
    kind: Option<Kind>,
    decision: Option<(bool, Span)>,
) {
    let (Some(kind), Some((success, decided))) = (kind, decision) else { return };
    if (kind == Kind::Ok) == success {
        return;
    }
    let (means, help) = if success {
        ("success", "write `kind: ok`, or correct which codes mean success")
    } else {
        ("failure", "choose another kind, or correct which codes mean success")
    };
    let message = format!("{what} means {means}, but its kind is `{}`", kind.as_str());
    context.report_with(span, message, format!("does not fit {means}"), help, (decided, "decided here"));
}

#[cfg(test)]
mod tests {
    use super::super::sample::expect;

    #[test]
    fn unknown_words_are_reported_where_they_stand_and_once() {
        let wrong = "kind: not_fond\n        audience: developers\n        retry: after_fixing\n        because: ' '";
        expect(
            &[("kind: not_found", wrong)],
            &[
                "unknown kind `not_fond`",
                "unknown audience `developers`",
                "unknown retry advice `after_fixing`",
                "`because` is empty",
            ],
        );
        let two = "OUT_OF_STOCK: { meaning: M., kind: internal }\n      ANOTHER:";
        let wrong = "  audience: nobody\n  retry: after_fix";
        let right = "  audience: developer\n  retry: after_fix";
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
        let class = |success: bool| {
            format!("code: text\nclasses: [{{ at: type, values: {{ a: {{ kind: ok, success: {success} }} }} }}]")
        };
        expect(&[("code: text", &class(true))], &[]);
        expect(&[("code: text", &class(false))], &["value `a` means failure, but its kind is `ok`"]);
    }
}

//! Checks retry advice: `retry`, `because`, `effect`, `wait` and `stated`.

use super::context::{Context, Once};
use super::said::Said;
use super::vocabulary::choose;
use crate::model::{Advice, Effect, Field, Retry, Stated, TimeUnit, Wait, WaitSource, Wording};
use crate::schema::{OldRetry, RetryKeys, RetrySpec, Spanned, StatedSpec, Text, WaitPlace, WaitSpec};
use crate::text::cut;
use crate::words::{listed, shown};
use crate::yaml::Span;

/// The longest wait in milliseconds: a day.
const LONGEST_WAIT: u64 = 86_400_000;

/// The retry advice of a level (a file, a section, a code), its own or inherited.
#[derive(Clone, Default)]
pub(crate) struct RetryLevel {
    advice: Option<Said<Advice>>,
    because: Option<Text>,
    effect: Option<Said<Effect>>,
    wait: Option<Said<Wait>>,
    /// Whether the wait is inherited from an outer level.
    wait_is_inherited: bool,
    stated: Option<AllStated>,
}

/// Which advice is from the vendor's page.
#[derive(Clone, Copy, Default)]
struct AllStated {
    retry: bool,
    audience: bool,
    action: bool,
}

/// The parts of an error that can say how long to wait.
#[derive(Clone, Copy)]
pub(crate) struct Has<'a> {
    pub(crate) fields: &'a [Field],
    /// `None` if some wordings are malformed, so that the placeholders are not known.
    pub(crate) wordings: Option<&'a [Wording]>,
}

impl RetryLevel {
    /// Checks the keys.
    pub(crate) fn read(context: &mut Context<'_>, keys: &RetryKeys<'_>) -> Self {
        let mut level = Self::default();
        match keys.retry.map(|retry| (retry.span, &retry.value)) {
            Some((span, RetrySpec::Word(word))) => {
                level.advice = Some(Said { value: advice(context, word, span), span });
            }
            Some((span, RetrySpec::Old(old))) => {
                replaced(context, span, old);
                let value = old.advice.as_ref().and_then(|word| advice(context, word, word.span));
                level.advice = Some(Said { value, span });
                level.because.clone_from(&old.reason);
            }
            None => {}
        }
        if let Some(because) = keys.because {
            context.filled("`because`", because);
            level.because = Some(because.clone());
        }
        level.effect = keys.effect.map(|word| Said { value: effect(context, word), span: word.span });
        level.wait = keys.wait.map(|wait| Said { value: read_wait(context, wait), span: wait.span });
        level.stated = keys.stated.map(|stated| all_stated(context, stated));
        level
    }

    /// Whether there is advice, valid or not.
    pub(crate) const fn is_said(&self) -> bool {
        self.advice.is_some()
    }

    /// The advice of this level within an outer one, which it overrides. A reason and a wait are only inherited with
    /// the advice that they were written for, and `stated` only for what this level does not replace: `replaces` says
    /// what it does.
    pub(crate) fn within(self, outer: &Self, replaces: Stated) -> Self {
        let advice = |said: &Option<Said<Advice>>| said.as_ref().and_then(|said| said.value);
        let (own, farther) = (advice(&self.advice), advice(&outer.advice));
        let same = self.advice.is_none() || farther.is_none() || own == farther;
        let stated = outer.stated.map(|stated| AllStated {
            retry: stated.retry && self.advice.is_none(),
            audience: stated.audience && !replaces.audience,
            action: stated.action && !replaces.action,
        });
        let wait_is_inherited = self.wait.is_none();
        Self {
            because: self.because.or_else(|| outer.because.clone().filter(|_| same)),
            effect: self.effect.or_else(|| outer.effect.clone()),
            wait: self.wait.or_else(|| outer.wait.clone().filter(|_| same)),
            wait_is_inherited,
            stated: self.stated.or(stated),
            advice: self.advice.or_else(|| outer.advice.clone()),
        }
    }

    /// Which advice apart from the retry advice is from the vendor's page.
    pub(crate) fn stated(&self) -> Stated {
        let AllStated { audience, action, .. } = self.stated.unwrap_or_default();
        Stated { audience, action }
    }

    /// The advice of keys without an outer level, if any. It is for errors without known fields.
    pub(crate) fn alone(context: &mut Context<'_>, keys: &RetryKeys<'_>) -> Option<Retry> {
        let level = Self::read(context, keys);
        let others = [
            ("because", level.because.as_ref().map(|because| because.span)),
            ("effect", level.effect.as_ref().map(|effect| effect.span)),
            ("wait", level.wait.as_ref().map(|wait| wait.span)),
            ("stated", keys.stated.map(|stated| stated.span)),
        ];
        for (key, span) in others {
            if let (None, Some(span)) = (&level.advice, span) {
                let help = "add `retry` with the advice that it belongs to, or take it out";
                context.report(span, format!("`{key}` without `retry`"), "belongs to advice", help);
            }
        }
        level.advise(context, Has { fields: &[], wordings: Some(&[]) })
    }

    /// The advice for an error that has these fields and wordings.
    pub(crate) fn advise(&self, context: &mut Context<'_>, has: Has<'_>) -> Option<Retry> {
        let advice = self.advice.as_ref()?.value?;
        let effect = match &self.effect {
            Some(effect) => effect.value?,
            None => advice.usual_effect(),
        };
        if let (Advice::VerifyFirst, Some(Said { value: Some(Effect::None), span })) = (advice, &self.effect) {
            let help = "write `effect: unknown`, or other advice, such as `backoff`";
            context.report(*span, "`verify_first` with `effect: none` has nothing to verify", "no effect", help);
        }
        let reason = self.because.as_ref().map_or(advice.usual_reason(), |because| because.as_str()).to_owned();
        let wait = self.wait(context, advice, has);
        Some(Retry { advice, reason, stated: self.stated.unwrap_or_default().retry, effect, wait })
    }

    fn wait(&self, context: &mut Context<'_>, advice: Advice, has: Has<'_>) -> Option<Wait> {
        let said = self.wait.as_ref()?;
        let wait = said.value.as_ref()?;
        let sent_again = !matches!(advice, Advice::Never | Advice::AfterFix);
        let known = lacks(wait, has).is_none();
        if !self.wait_is_inherited && !sent_again {
            let message = format!("`wait` beside `retry: {}`", advice.as_str());
            context.report(said.span, message, "nothing is sent after it", "take it out, or correct the advice");
        } else if !self.wait_is_inherited
            && let Some((what, known)) = lacks(wait, has)
            && let Wait::Said { name, .. } = wait
        {
            let help = context.did_you_mean(name, known.iter().map(String::as_str));
            let help = if help.is_empty() { format!("declare the {what}, or take the wait out") } else { help };
            context.report(
                said.span,
                format!("no {what} {} to wait for", shown(name)),
                format!("no such {what}"),
                help,
            );
        }
        (sent_again && known).then(|| wait.clone())
    }
}

/// What the wait refers to and the error lacks, with the names that it has; `None` if it lacks nothing.
fn lacks(wait: &Wait, has: Has<'_>) -> Option<(&'static str, Vec<String>)> {
    let Wait::Said { by, name, .. } = wait else { return None };
    let (what, known): (_, Vec<String>) = match by {
        WaitSource::Header => return None,
        WaitSource::Field => ("field", has.fields.iter().map(|field| field.name.clone()).collect()),
        WaitSource::Parameter => {
            let holes = has.wordings?.iter().flat_map(|wording| wording.template.holes());
            ("placeholder", holes.map(str::to_owned).collect())
        }
    };
    (!known.contains(name)).then_some((what, known))
}

fn advice(context: &mut Context<'_>, word: &str, span: Span) -> Option<Advice> {
    let known: Vec<_> = Advice::ALL.iter().map(|advice| (advice.as_str(), *advice)).collect();
    choose(context, "retry advice", word, span, &known)
}

fn effect(context: &mut Context<'_>, word: &Text) -> Option<Effect> {
    let known: Vec<_> = Effect::ALL.iter().map(|effect| (effect.as_str(), *effect)).collect();
    choose(context, "effect", word, word.span, &known)
}

/// Reports the map that `retry` was in older versions of the language.
fn replaced(context: &mut Context<'_>, span: Span, old: &OldRetry) {
    let mut keys = Vec::new();
    keys.extend(old.advice.as_ref().map(|advice| format!("`retry: {}`", cut(advice))));
    keys.extend(old.reason.as_ref().map(|reason| format!("`because: {}`", cut(reason))));
    keys.extend(old.stated.filter(|stated| *stated).map(|_| "`stated: [retry]`".to_owned()));
    let help = match keys.as_slice() {
        [] => "write a word, such as `retry: after_fix`".to_owned(),
        [one] => format!("write {one}"),
        [first @ .., last] => format!("write {} and {last}, each as a key of its own", first.join(", ")),
    };
    context.report(span, "`retry` is a word, not a map", "a map", help);
}

/// `[retry, audience, action]`.
fn all_stated(context: &mut Context<'_>, spec: &Spanned<StatedSpec>) -> AllStated {
    let mut stated = AllStated::default();
    let StatedSpec::Words(words) = &spec.value else {
        let help = "write a list of what the vendor's page says, such as `stated: [retry]`, or take the key out";
        context.report(spec.span, "`stated` is a list", "no list", help);
        return stated;
    };
    let mut once = Once::new("word");
    for word in words {
        if !once.add(context, word, word.span) {
            continue;
        }
        match word.as_str() {
            "retry" => stated.retry = true,
            "audience" => stated.audience = true,
            "action" => stated.action = true,
            other => context.unknown(word.span, "word", other, ["retry", "audience", "action"]),
        }
    }
    stated
}

/// Parses `300ms`, `5s`, `2min`, or which part of the response says how long to wait.
fn read_wait(context: &mut Context<'_>, spec: &Spanned<WaitSpec>) -> Option<Wait> {
    match &spec.value {
        WaitSpec::Time(text) => {
            let millis = millis(text).filter(|millis| (1..=LONGEST_WAIT).contains(millis));
            if millis.is_none() {
                let message = format!("{} is no time to wait", shown(text));
                let help = "write a whole number and its unit, such as `300ms`, `5s` or `2min`, of a day at most";
                context.report(spec.span, message, "not a time", help);
            }
            millis.map(Wait::Millis)
        }
        WaitSpec::Number(number) => {
            let help = format!("write the unit: `{number}s` for seconds, `{number}ms` for milliseconds");
            context.report(spec.span, format!("`wait: {number}` has no unit"), "a number alone", help);
            None
        }
        WaitSpec::Place(place) => said_wait(context, spec.span, place),
    }
}

fn millis(text: &str) -> Option<u64> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match &text[digits.len()..] {
        "ms" => TimeUnit::Milliseconds,
        "s" => TimeUnit::Seconds,
        "min" => TimeUnit::Minutes,
        _ => return None,
    };
    let digits = digits.trim_end();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse::<u64>().ok().filter(|_| is_number)?.checked_mul(unit.millis())
}

fn said_wait(context: &mut Context<'_>, span: Span, place: &WaitPlace) -> Option<Wait> {
    let places = [
        (WaitSource::Header, &place.header),
        (WaitSource::Field, &place.field),
        (WaitSource::Parameter, &place.parameter),
    ];
    let known: Vec<_> = TimeUnit::ALL.iter().map(|unit| (unit.as_str(), *unit)).collect();
    let unit = match &place.unit {
        Some(word) => choose(context, "unit", word, word.span, &known),
        None => Some(TimeUnit::Seconds),
    };
    let mut given = places.iter().filter_map(|(by, name)| Some((*by, name.as_ref()?)));
    let (Some((by, name)), None) = (given.next(), given.next()) else {
        let keys = listed(places.iter().map(|(by, _)| by.as_str()));
        let help = format!("write one of {keys}, such as `wait: {{ header: X-Wait }}`");
        context.report(span, "`wait` names no single place", "one key is needed", help);
        return None;
    };
    let sound = match by {
        WaitSource::Header => header_name(context, name),
        WaitSource::Field | WaitSource::Parameter => !name.is_empty(),
    };
    if !sound && by != WaitSource::Header {
        context.heading(&format!("the {}", by.as_str()), name);
    }
    Some(Wait::Said { by, name: name.value.clone(), unit: unit? }).filter(|_| sound)
}

/// Whether a text is a valid header name; any other is reported.
pub(crate) fn header_name(context: &mut Context<'_>, name: &Text) -> bool {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let sound = !name.is_empty() && name.bytes().all(is_token);
    if !sound {
        let message = format!("{} is no name of a header", shown(name));
        context.report(name.span, message, "not a header", "write the name alone, such as `X-Request-Id`");
    }
    sound
}

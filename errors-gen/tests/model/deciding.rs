//! Rule 13: what to do about a response.

use errors_codegen::model::{
    Advice, Advised, Audience, Code, Effect, Kind, Retry, Topic, Transport, Vendor, Wait, WaitSource,
};
use errors_gen::Outcome;
use errors_gen::decide::{Basis, StatusAdvice};

use super::item::Item;
use super::reading::Read;

/// Advice on sending a request again.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    pub(crate) advice: Advice,
    pub(crate) effect: Effect,
    wait: Option<Wait>,
}

impl Said {
    fn of(retry: &Retry) -> Self {
        Self { advice: retry.advice, effect: retry.effect, wait: retry.wait.clone() }
    }
}

/// What is asked of each source, in one of the four questions.
struct Question<T> {
    success: T,
    nothing: T,
    of_code: fn(&Code) -> T,
    of_advised: fn(&Advised) -> Option<T>,
    of_transport: fn(&Transport) -> T,
    of_status: fn(StatusAdvice) -> T,
}

/// What is known of the request and of the response's headers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request {
    /// Whether it is safe to repeat.
    pub(crate) safe: bool,
    /// The seconds of `Retry-After`.
    pub(crate) retry_after: Option<u64>,
    /// The vendor's verdict, where it has a header for one.
    pub(crate) verdict: Option<bool>,
}

/// The answers.
#[derive(Debug)]
pub(crate) struct Answers {
    pub(crate) kind: (Kind, Basis),
    pub(crate) topic: (Option<Topic>, Basis),
    pub(crate) audience: (Audience, Basis),
    pub(crate) retry: (Said, Basis),
    pub(crate) next: &'static str,
    /// Milliseconds; `None` where a part of the response says so that is not modelled.
    pub(crate) wait: Option<Option<u64>>,
}

pub(crate) fn answers(vendor: &Vendor, read: &Read, request: Request) -> Answers {
    let judge = Judge { vendor, read };
    let mut kind = judge.primary(&Question {
        success: Kind::Ok,
        nothing: Kind::Unknown,
        of_code: |code| code.kind,
        of_advised: |advised| advised.kind,
        of_transport: |transport| transport.kind,
        of_status: |advice| advice.kind,
    });
    if read.outcome == Outcome::Unrecognized && kind.1 == Basis::Status {
        kind = (Kind::Unknown, Basis::Nothing);
    }
    let topic = judge.primary(&Question {
        success: None,
        nothing: None,
        of_code: |code| Some(code.topic),
        of_advised: |advised| advised.topic.map(Some),
        of_transport: |transport| Some(transport.topic),
        of_status: |advice| advice.topic,
    });
    let audience = judge.primary(&Question {
        success: Audience::Developer,
        nothing: Audience::Developer,
        of_code: |code| code.audience,
        of_advised: |advised| advised.audience,
        of_transport: |transport| transport.audience,
        of_status: |advice| advice.audience,
    });
    let all = judge.that_count();
    let retry = judge.retry(&all, request.verdict);
    let next = judge.next(&retry.0, request.safe);
    let wait = if matches!(next, "nothing" | "fix" | "never") { Some(None) } else { judge.wait(&all, request) };
    let next = match next {
        "retry" | "backoff" | "wait" if wait.is_some_and(|wait| wait.is_some()) => "retry_after",
        next => next,
    };
    Answers { kind, topic, audience, retry, next, wait }
}

struct Judge<'a> {
    vendor: &'a Vendor,
    read: &'a Read,
}

impl Judge<'_> {
    /// The answer for the primary item, or without one for the status.
    fn primary<T: Clone>(&self, question: &Question<T>) -> (T, Basis) {
        match self.read.primary {
            Some(primary) => self.of_item(&self.read.items[primary], question),
            None => self.without(question),
        }
    }

    fn without<T: Clone>(&self, question: &Question<T>) -> (T, Basis) {
        if self.read.outcome == Outcome::Succeeded {
            let basis = if self.read.unread.is_none() { Basis::Success } else { Basis::Status };
            return (question.success.clone(), basis);
        }
        self.of_response_status(self.read.status, question)
    }

    fn of_response_status<T: Clone>(&self, status: Option<u16>, question: &Question<T>) -> (T, Basis) {
        if let Some(transport) = self.vendor.transport.iter().find(|transport| Some(transport.http) == status) {
            return ((question.of_transport)(transport), Basis::Transport);
        }
        match status.and_then(StatusAdvice::of) {
            Some(advice) => ((question.of_status)(advice), Basis::Status),
            None => (question.nothing.clone(), Basis::Nothing),
        }
    }

    fn of_item<T: Clone>(&self, item: &Item, question: &Question<T>) -> (T, Basis) {
        let vendor = self.vendor;
        let class = |outranks| {
            let mut values = item.values(vendor).filter(|(class, _)| class.outranks == outranks);
            values.find_map(|(_, value)| (question.of_advised)(&value.advised))
        };
        if let Some(answer) = class(true) {
            return (answer, Basis::Class);
        }
        if let Some(answer) = item.listed_detail(vendor).and_then(|detail| (question.of_advised)(&detail.advised)) {
            return (answer, Basis::Code);
        }
        let code = item.listed(vendor).or_else(|| item.listed_parent(vendor)).map(|code| {
            let variant = item.variant(vendor).and_then(|variant| (question.of_advised)(&variant.advised));
            (variant.unwrap_or_else(|| (question.of_code)(code)), Basis::Code)
        });
        let class = class(false).map(|answer| (answer, Basis::Class));
        let defers = item.listed(vendor).is_some_and(|code| code.defers);
        if let Some(answer) = if defers { class.or(code) } else { code.or(class) } {
            return answer;
        }
        if item.success == Some(true) {
            return (question.success.clone(), Basis::Success);
        }
        match item.status.and_then(StatusAdvice::of) {
            Some(advice) => ((question.of_status)(advice), Basis::Status),
            None => self.of_response_status(item.received, question),
        }
    }

    /// The items of a failure that are neither notes nor successes.
    fn that_count(&self) -> Vec<&Item> {
        if self.read.primary.is_none() {
            return Vec::new();
        }
        self.read.items.iter().filter(|item| !item.note && item.success != Some(true)).collect()
    }

    fn question() -> Question<Said> {
        Question {
            success: Said { advice: Advice::Never, effect: Effect::Done, wait: None },
            nothing: Said { advice: Advice::VerifyFirst, effect: Effect::Unknown, wait: None },
            of_code: |code| Said::of(&code.retry),
            of_advised: |advised| advised.retry.as_ref().map(Said::of),
            of_transport: |transport| Said::of(&transport.retry),
            of_status: |advice| Said { advice: advice.retry.advice, effect: advice.retry.effect, wait: None },
        }
    }

    /// The hardest advice, with the worst effect.
    fn retry(&self, all: &[&Item], verdict: Option<bool>) -> (Said, Basis) {
        const HARDEST_FIRST: [Advice; 7] = [
            Advice::Never,
            Advice::AfterFix,
            Advice::Reauthenticate,
            Advice::AfterRefresh,
            Advice::VerifyFirst,
            Advice::AfterWait,
            Advice::Backoff,
        ];
        const WORST_FIRST: [Effect; 3] = [Effect::Unknown, Effect::Done, Effect::None];
        let said: Vec<_> = all.iter().map(|item| self.of_item(item, &Self::question())).collect();
        let hardest = HARDEST_FIRST.iter().find_map(|advice| said.iter().find(|(said, _)| said.advice == *advice));
        let worst = WORST_FIRST.iter().find(|effect| said.iter().any(|(said, _)| said.effect == **effect));
        let (mut said, mut basis) = hardest.cloned().unwrap_or_else(|| self.without(&Self::question()));
        said.effect = worst.copied().unwrap_or(said.effect);
        if let Some(again) = verdict.filter(|_| self.read.outcome != Outcome::Succeeded) {
            (said.advice, basis) = (if again { Advice::Backoff } else { Advice::Never }, Basis::Header);
        }
        (said, basis)
    }

    fn next(&self, said: &Said, safe: bool) -> &'static str {
        let follows = match said.advice {
            Advice::Never => "never",
            Advice::AfterFix => "fix",
            Advice::Reauthenticate => "reauthenticate",
            Advice::AfterRefresh => "refresh",
            Advice::VerifyFirst if safe => "retry",
            Advice::VerifyFirst => "verify",
            Advice::AfterWait => "wait",
            Advice::Backoff => "backoff",
            _ => panic!("advice that the model does not know"),
        };
        match (self.read.outcome, said.advice, said.effect) {
            (Outcome::Succeeded, ..) => "nothing",
            _ if safe => follows,
            (_, Advice::Never, _) | (_, _, Effect::Done) => "never",
            (_, _, Effect::Unknown) => "verify",
            (Outcome::Partial, Advice::AfterFix, _) => "fix",
            (Outcome::Partial, ..) => "verify",
            _ => follows,
        }
    }

    /// The longest wait that the response says, else the longest one of the catalog.
    fn wait(&self, all: &[&Item], request: Request) -> Option<Option<u64>> {
        let mut said: Vec<Said> = all.iter().map(|item| self.of_item(item, &Self::question()).0).collect();
        if all.is_empty() {
            said.push(self.without(&Self::question()).0);
        }
        let mut given = None;
        for said in said {
            match said.wait {
                // No such header is sent.
                None | Some(Wait::Said { by: WaitSource::Header, .. }) => {}
                Some(Wait::Millis(millis)) => given = given.max(Some(millis)),
                Some(Wait::Said { .. }) => return None,
            }
        }
        Some(request.retry_after.map(|seconds| seconds * 1_000).or(given))
    }
}

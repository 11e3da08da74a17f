//! Answers the five questions, from their sources in order of precedence.

use super::attribute::Attribute;
use super::{Based, Basis, StatusAdvice};
use crate::response::transport;
use crate::table::Statement;
use crate::{Advice, Audience, Codes, Effect, ErrorItem, Kind, Outcome, Response, Retry, Topic};

/// The advice if a header says that the request can be sent again.
const SENT_AGAIN: Retry<'static> =
    Retry { stated: true, ..Retry::new(Advice::Backoff, "A header of the response says to send the request again.") };

/// The advice if a header says that the request cannot be sent again.
const NOT_SENT_AGAIN: Retry<'static> =
    Retry { stated: true, ..Retry::new(Advice::Never, "A header of the response says not to send the request again.") };

impl<'b, 't, C: Codes<'t>> Response<'b, C> {
    /// The canonical kind of the error that failed the request; `ok` for a success.
    ///
    /// There is always an answer: for an unlisted code from its classes, else from the HTTP status. See [the
    /// order](crate::decide).
    #[must_use]
    pub fn kind(&self) -> Based<Kind> {
        match self.judge() {
            // Below 400 a status says nothing about a body that nothing else is known of.
            Based { basis: Basis::Status, .. } if self.outcome() == Outcome::Unrecognized => {
                based(Kind::NOTHING, Basis::Nothing)
            }
            kind => kind,
        }
    }

    /// The topic of the error that failed the request: what it is about for a shop. `None` if it is not known, and for
    /// a success.
    ///
    /// For an unlisted code, it is from its classes, else from the HTTP status if that has one. See [the
    /// order](crate::decide).
    ///
    /// ```
    /// use errors_gen::{Topic, bonsai};
    ///
    /// // Whatever the vendor: a program handles it once.
    /// assert_eq!(*bonsai::read(429, "slow down").topic(), Some(Topic::RateLimited));
    /// ```
    #[must_use]
    pub fn topic(&self) -> Based<Option<Topic>> {
        self.judge()
    }

    /// Whether and how to send the request again: the hardest advice of all errors, so that it is
    /// [retryable](Retry::is_retryable) only if every error is, with the worst effect of all of them. Notes, and items
    /// whose codes mean success, are ignored. A header by which the vendor says whether to send the request again takes
    /// precedence.
    ///
    /// There is always an answer: for an unlisted code from its classes, else from the HTTP status. See [the
    /// order](crate::decide).
    #[must_use]
    pub fn retry(&self) -> Based<Retry<'t>> {
        let mut all: Option<Based<Retry<'t>>> = None;
        for error in self.that_count() {
            let retry = error.retry();
            let effect = all.map_or(retry.effect, |all| all.effect.worse(retry.effect));
            let hardest = all.filter(|all| all.advice.hardness() >= retry.advice.hardness()).unwrap_or(retry);
            all = Some(based(Retry { effect, ..hardest.value }, hardest.basis));
        }
        let retry = all.unwrap_or_else(|| self.without_errors());
        match self.head().can_be_sent_again().filter(|_| self.is_error()) {
            Some(true) => based(Retry { effect: retry.effect, ..SENT_AGAIN }, Basis::Header),
            Some(false) => based(Retry { effect: retry.effect, ..NOT_SENT_AGAIN }, Basis::Header),
            None => retry,
        }
    }

    /// The hardest advice of the errors with this effect.
    pub(super) fn hardest_with(&self, effect: Effect) -> Option<Based<Retry<'t>>> {
        let all = self.that_count().map(|error| error.retry()).filter(|retry| retry.effect == effect);
        all.reduce(|hardest, next| if next.advice.hardness() > hardest.advice.hardness() { next } else { hardest })
    }

    /// The errors that the advice takes into account: those of a failure, without notes and without items whose codes
    /// mean success.
    pub(super) fn that_count(&self) -> impl Iterator<Item = ErrorItem<'b, C>> {
        let failed = self.primary().map(|_| self.errors());
        failed.into_iter().flatten().filter(|error| error.means_success() != Some(true) && !error.is_note())
    }

    /// Who can do something about the error that failed the request.
    ///
    /// There is always an answer: for an unlisted code from its classes, else from the HTTP status. See [the
    /// order](crate::decide).
    #[must_use]
    pub fn audience(&self) -> Based<Audience> {
        self.judge()
    }

    /// What to do about the error that failed the request.
    ///
    /// There is always an answer: for an unlisted code from the HTTP status. See [the order](crate::decide).
    #[must_use]
    pub fn action(&self) -> Based<&'t str> {
        self.judge()
    }

    /// The answer for the primary error; without one, the answer for the status.
    fn judge<A: Attribute<'t>>(&self) -> Based<A> {
        self.primary().map_or_else(|| self.without_errors(), |error| error.judge())
    }

    pub(super) fn without_errors<A: Attribute<'t>>(&self) -> Based<A> {
        if !self.is_error() {
            return based(A::SUCCESS, if self.unread().is_none() { Basis::Success } else { Basis::Status });
        }
        match self.transport() {
            Some(error) => based(A::of_transport(error), Basis::Transport),
            None => of_status(self.reading().status_or_told().and_then(StatusAdvice::of)),
        }
    }
}

impl<'t, C: Codes<'t>> ErrorItem<'_, C> {
    /// The canonical kind. There is always an answer; see [the order](crate::decide).
    #[must_use]
    pub fn kind(&self) -> Based<Kind> {
        self.judge()
    }

    /// The topic: what the error is about for a shop; `None` if it is not known. See [the order](crate::decide).
    #[must_use]
    pub fn topic(&self) -> Based<Option<Topic>> {
        self.judge()
    }

    /// Whether and how to send the request again, as far as this error goes. There is always an answer; see [the
    /// order](crate::decide).
    #[must_use]
    pub fn retry(&self) -> Based<Retry<'t>> {
        self.judge()
    }

    /// Who can do something about it. There is always an answer; see [the order](crate::decide).
    #[must_use]
    pub fn audience(&self) -> Based<Audience> {
        self.judge()
    }

    /// What to do about it. There is always an answer; see [the order](crate::decide).
    #[must_use]
    pub fn action(&self) -> Based<&'t str> {
        self.judge()
    }

    fn judge<A: Attribute<'t>>(&self) -> Based<A> {
        let class = |outranks| {
            let said = |statement: Statement<'t>| A::of_advised(statement.advised());
            self.find_statement(|statement| (statement.class.outranks == outranks).then(|| said(statement)).flatten())
        };
        if let Some(value) = class(true) {
            return based(value, Basis::Class);
        }
        if let Some(value) = self.listed_detail().and_then(|(_, detail)| A::of_advised(&detail.advised)) {
            return based(value, Basis::Code);
        }
        let code = self.code().or_else(|| self.parent_code());
        let of_code = |code| {
            let variant = self.variant().and_then(|variant| A::of_advised(&variant.advised));
            based(variant.unwrap_or_else(|| A::of_code(code)), Basis::Code)
        };
        if let Some(code) = code.filter(|_| !self.defers()) {
            return of_code(code);
        }
        match (class(false), code) {
            (Some(value), _) => based(value, Basis::Class),
            (None, Some(code)) => of_code(code),
            (None, None) if self.means_success() == Some(true) => based(A::SUCCESS, Basis::Success),
            (None, None) => self.by_status(),
        }
    }

    /// The answer by status: first the item's own, then the catalog's entry for that of the response, then the latter
    /// for all vendors.
    fn by_status<A: Attribute<'t>>(&self) -> Based<A> {
        if let Some(own) = self.status().and_then(StatusAdvice::of) {
            return based(A::of_status(&own), Basis::Status);
        }
        match transport(self.whose().transport(), self.response_status()) {
            Some(error) => based(A::of_transport(error), Basis::Transport),
            None => of_status(self.response_status().and_then(StatusAdvice::of)),
        }
    }
}

const fn based<T>(value: T, basis: Basis) -> Based<T> {
    Based { value, basis }
}

fn of_status<'t, A: Attribute<'t>>(advice: Option<StatusAdvice>) -> Based<A> {
    match advice {
        Some(advice) => based(A::of_status(&advice), Basis::Status),
        None => based(A::NOTHING, Basis::Nothing),
    }
}

//! The questions, on the types of one vendor.

use crate::facts::Typed;
use crate::{Audience, ErrorCode, ErrorItem, Kind, Response, Retry};

use super::{Attempt, Based, Decision, ItemJudge, Judge};

impl<'b, C: ErrorCode> Response<'b, C> {
    pub(crate) const fn judge(&self) -> Judge<'_, 'b, 'static, Typed<C>> {
        Judge { reading: self.reading(), facts: Typed::new() }
    }

    /// The canonical kind of the error that failed the request; `ok` of a success.
    ///
    /// Always answers, for an unlisted code from its structure, else from the HTTP status: [how](crate::decide).
    #[must_use]
    pub fn kind(&self) -> Based<Kind> {
        self.judge().judge()
    }

    /// Whether and how to send the request again: the advice for the error that is the hardest to get past, so that it
    /// is [retryable](Retry::is_retryable) only if every error is.
    ///
    /// Always answers, for an unlisted code from its structure, else from the HTTP status: [how](crate::decide).
    #[must_use]
    pub fn retry(&self) -> Based<Retry<'static>> {
        self.judge().retry()
    }

    /// Who can do something about the error that failed the request.
    ///
    /// Always answers, for an unlisted code from its structure, else from the HTTP status: [how](crate::decide).
    #[must_use]
    pub fn audience(&self) -> Based<Audience> {
        self.judge().judge()
    }

    /// What to do about the error that failed the request.
    ///
    /// Always answers, for an unlisted code from the HTTP status: [how](crate::decide).
    #[must_use]
    pub fn action(&self) -> Based<&'static str> {
        self.judge().judge()
    }

    /// What to do next with the request that this answers.
    ///
    /// ```
    /// use errors_gen::commercetools;
    /// use errors_gen::decide::{Attempt, Next};
    ///
    /// let body = r#"{"statusCode":503,"message":"Service unavailable","errors":[]}"#;
    /// let response = commercetools::read(503, body);
    /// let read = Attempt::new().method("GET");
    /// assert_eq!(response.decide(&read).next, Next::Backoff);
    /// let order = Attempt::new().method("POST");
    /// assert_eq!(response.decide(&order).next, Next::Verify);
    /// ```
    #[must_use]
    pub fn decide(&self, attempt: &Attempt<'_>) -> Decision<'static> {
        self.judge().decide(attempt)
    }
}

impl<'b, C: ErrorCode> ErrorItem<'b, C> {
    pub(crate) const fn judge(&self) -> ItemJudge<'b, 'static, Typed<C>> {
        ItemJudge { item: self.item(), status: self.response_status(), facts: Typed::new() }
    }

    /// The canonical kind. Always answers: [how](crate::decide).
    #[must_use]
    pub fn kind(&self) -> Based<Kind> {
        self.judge().judge()
    }

    /// Whether and how to send the request again, as far as this error goes. Always answers: [how](crate::decide).
    #[must_use]
    pub fn retry(&self) -> Based<Retry<'static>> {
        self.judge().judge()
    }

    /// Who can do something about it. Always answers: [how](crate::decide).
    #[must_use]
    pub fn audience(&self) -> Based<Audience> {
        self.judge().judge()
    }

    /// What to do about it. Always answers: [how](crate::decide).
    #[must_use]
    pub fn action(&self) -> Based<&'static str> {
        self.judge().judge()
    }
}

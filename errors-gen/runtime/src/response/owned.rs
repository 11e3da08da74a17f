//! Responses that outlive their bodies: errors to return, to box and to send to other threads.

use alloc::boxed::Box;
use core::error::Error;

use super::Response;
use crate::codes::Whose;
use crate::decide::{Attempt, Based, Decision};
use crate::kept_headers::Head;
use crate::log::Label;
use crate::{AnyCode, Audience, Codes, Kind, Message, Outcome, RawCode, Retry, Topic, Vendor};

/// A response that owns its body: an error to return with `?`, to wrap and to send to other threads.
///
/// It stores the HTTP status, the headers that the catalog names, and the body. The other methods read the body again,
/// with [`response`](Self::response). `Display` and `Debug` mask [sensitive data](crate::log).
///
/// ```
/// use errors_gen::ResponseError;
/// use errors_gen::commercetools::{self, Code};
///
/// fn parse(status: u16, body: &str) -> Result<&str, ResponseError<Code>> {
///     commercetools::read(status, body).into_result()?;
///     Ok(body)
/// }
///
/// assert!(parse(200, r#"{"id": "7f", "version": 3}"#).is_ok());
/// let body = r#"{"statusCode":503,"message":"Not now.","errors":[{"code":"OverCapacity","message":"Not now."}]}"#;
/// let error = parse(503, body).unwrap_err();
/// assert_eq!(error.to_string(), "commercetools 503 OverCapacity: Not now.");
/// assert_eq!(error.code(), Some(Code::OverCapacity));
/// ```
///
/// Without a type parameter, the vendor is chosen at run time:
///
/// ```
/// use errors_gen::{CompiledIn as _, ResponseError, Vendor};
///
/// fn check(vendor: &str, status: u16, body: &[u8]) -> Result<(), ResponseError> {
///     let vendor = Vendor::by_name(vendor).expect("a vendor");
///     vendor.read(status, body).into_result().map(|_| ())
/// }
///
/// let error = check("bonsai", 503, b"").unwrap_err();
/// assert_eq!(error.to_string(), "Bonsai 503: empty body");
/// ```
#[derive(Clone)]
pub struct ResponseError<C: Whose = AnyCode<'static>> {
    status: Option<u16>,
    /// `None` if no header is known.
    head: Option<Box<Head<Box<str>>>>,
    body: Box<[u8]>,
    whose: C::Vendor,
}

impl<'t, C: Codes<'t>> ResponseError<C> {
    /// Reads the response again, which takes as long as the first time.
    #[must_use]
    pub fn response(&self) -> Response<'_, C> {
        let head = self.head.as_ref().map_or(Head::NONE, |head| head.map(|value| &**value));
        Response::of(C::any_of(self.whose), self.status.into(), head, &self.body)
    }

    /// The vendor, with everything that its catalog says.
    #[must_use]
    pub fn vendor(&self) -> Vendor<'t> {
        C::any_of(self.whose).vendor()
    }

    /// The code of the error that failed the request; `None` if it is not listed or missing.
    #[must_use]
    pub fn code(&self) -> Option<C> {
        self.response().code()
    }

    /// The code of the error that failed the request as received, listed or not.
    #[must_use]
    pub fn raw_code(&self) -> Option<RawCode<'_>> {
        self.response().raw_code()
    }

    /// The finer code beside that code; `None` if it is not listed or missing.
    #[must_use]
    pub fn detail_code(&self) -> Option<C::DetailCode> {
        self.response().detail_code()
    }

    /// The message of the error that failed the request.
    #[must_use]
    pub fn message(&self) -> Option<Message<'_>> {
        self.response().message()
    }

    /// What the body says: the errors or the success in it, or why it could not be read.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.response().outcome()
    }

    /// The canonical kind, see [`Response::kind`].
    #[must_use]
    pub fn kind(&self) -> Based<Kind> {
        self.response().kind()
    }

    /// What it is about for a shop, as [`Response::topic`] gives it.
    #[must_use]
    pub fn topic(&self) -> Based<Option<Topic>> {
        self.response().topic()
    }

    /// Whether and how to send the request again, see [`Response::retry`].
    #[must_use]
    pub fn retry(&self) -> Based<Retry<'t>> {
        self.response().retry()
    }

    /// Who can do something about it, see [`Response::audience`].
    #[must_use]
    pub fn audience(&self) -> Based<Audience> {
        self.response().audience()
    }

    /// What to do about it, see [`Response::action`].
    #[must_use]
    pub fn action(&self) -> Based<&'t str> {
        self.response().action()
    }

    /// What to do next, see [`Response::decide`].
    ///
    /// ```
    /// use errors_gen::decide::{Attempt, Next};
    /// use errors_gen::omnicart;
    ///
    /// let error = omnicart::read(503, "").into_result().unwrap_err();
    /// assert_eq!(error.decide(&Attempt::new().method("GET")).next, Next::Backoff);
    /// ```
    #[must_use]
    pub fn decide(&self, attempt: &Attempt<'_>) -> Decision<'t> {
        self.response().decide(attempt)
    }

    /// A label for metrics, see [`Response::label`].
    #[must_use]
    pub fn label(&self) -> Label<'t> {
        self.response().label()
    }

    /// The HTTP status that was received.
    #[must_use]
    pub const fn status(&self) -> Option<u16> {
        self.status
    }

    /// The id by which the vendor can find the request, from a header that the catalog names.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.as_ref()?.request_id.as_deref()
    }

    /// The body as received.
    #[must_use]
    pub const fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body as received.
    #[must_use]
    pub fn into_body(self) -> Box<[u8]> {
        self.body
    }
}

impl<'t, C: Codes<'t>> Response<'_, C> {
    /// Copies the body, and returns the response as an owned error, even if it is a success.
    #[must_use]
    pub fn into_owned(self) -> ResponseError<C> {
        let head = self.head();
        let head = (*head != Head::NONE).then(|| Box::new(head.map(|value| Box::from(*value))));
        ResponseError { status: self.status(), head, body: Box::from(self.body()), whose: self.whose().whose() }
    }

    /// The response itself if it is no [error](Self::is_error), otherwise an owned error.
    ///
    /// # Errors
    ///
    /// Something failed, or the vendor does not document such a body. A partial success is an error too; what succeeded
    /// is in its body.
    #[allow(clippy::result_large_err, reason = "an error is five words; it is the response that is large")]
    pub fn into_result(self) -> Result<Self, ResponseError<C>> {
        if self.is_error() { Err(self.into_owned()) } else { Ok(self) }
    }
}

impl<'t, C: Codes<'t>> From<Response<'_, C>> for ResponseError<C> {
    fn from(response: Response<'_, C>) -> Self {
        response.into_owned()
    }
}

impl<'t, C: Codes<'t>> Error for ResponseError<C> {}

impl<'t, C: Codes<'t>> PartialEq for ResponseError<C> {
    /// Compares the vendor, the status, the body and the headers that matter for errors.
    fn eq(&self, other: &Self) -> bool {
        C::any_of(self.whose) == C::any_of(other.whose)
            && (self.status, &self.head, &self.body) == (other.status, &other.head, &other.body)
    }
}

impl<'t, C: Codes<'t>> Eq for ResponseError<C> {}

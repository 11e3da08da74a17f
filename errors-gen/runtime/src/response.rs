//! The response to a request, as read from its body.

use crate::codes::Whose as _;
use crate::json::Json;
use crate::kept_headers::Head;
use crate::read::{Context, Items, Message, RawCode, Reading, Unread};
use crate::table::TransportError;
use crate::wording::Parameters;
use crate::{AnyCode, Codes, ErrorCode, Outcome, Status, Vendor};

mod elements;
mod guess;
mod item;
#[cfg(feature = "alloc")]
mod owned;

pub use elements::{Element, Elements};
pub use guess::Guess;
pub use item::ErrorItem;
#[cfg(feature = "alloc")]
pub use owned::ResponseError;

/// A response that has been read. It borrows the body and does not allocate.
///
/// `C` is the vendor's `Code`, or [`AnyCode`] where the vendor is chosen at run time. `Display` writes one line that
/// says what happened, with [sensitive data](crate::log) masked.
///
/// It has a size of a few hundred bytes to a few KiB, so avoid moving it.
#[derive(Clone)]
pub struct Response<'b, C = AnyCode<'b>> {
    reading: Reading<'b, 'b>,
    head: Head<&'b str>,
    /// An arbitrary code of the vendor.
    whose: C,
}

impl<'b, C: ErrorCode> Response<'b, C> {
    /// Reads a body that came with this HTTP status; `None` if the status is not known. This never fails.
    #[inline]
    #[must_use]
    pub fn read<B: AsRef<[u8]> + ?Sized>(status: impl Into<Status>, body: &'b B) -> Self {
        Self::of(C::any_of(()), status.into(), Head::NONE, body.as_ref())
    }

    /// As [`read`](Self::read), with the headers of the response. `headers` returns the value of the header with a
    /// name, ignoring case; `None` if it is missing or not text. It is only called for the headers that
    /// [`decide`](Self::decide) and [`request_id`](Self::request_id) need.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errors_gen::commercetools::Response;
    /// use errors_gen::decide::{Attempt, Next};
    ///
    /// let headers = [("retry-after", "7")];
    /// let get = |name: &str| headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| *value);
    /// let response = Response::read_with_headers(429, get, "");
    /// let decision = response.decide(&Attempt::new().method("GET"));
    /// assert_eq!(decision.next, Next::RetryAfter(Duration::from_secs(7)));
    /// ```
    #[must_use]
    pub fn read_with_headers<B: AsRef<[u8]> + ?Sized>(
        status: impl Into<Status>,
        headers: impl FnMut(&str) -> Option<&'b str>,
        body: &'b B,
    ) -> Self {
        let head = Head::of(&C::READER.headers, headers);
        Self::of(C::any_of(()), status.into(), head, body.as_ref())
    }

    /// The typed fields of the error that failed the request, without code and message; `None` for a success.
    #[must_use]
    pub fn detail(&self) -> Option<C::Detail<'b>> {
        self.primary().map(|error| error.detail())
    }
}

impl<'t> Vendor<'t> {
    /// Reads a body of this vendor that came with this HTTP status; `None` if the status is not known. This never
    /// fails.
    #[must_use]
    pub fn read<'b, B>(self, status: impl Into<Status>, body: &'b B) -> Response<'b, AnyCode<'t>>
    where
        B: AsRef<[u8]> + ?Sized,
        't: 'b,
    {
        Response::of(AnyCode::unchecked(self, 0), status.into(), Head::NONE, body.as_ref())
    }

    /// As [`read`](Self::read), with the headers of the response. `headers` returns the value of the header with a
    /// name, ignoring case; `None` if it is missing or not text.
    #[must_use]
    pub fn read_with_headers<'b, B>(
        self,
        status: impl Into<Status>,
        headers: impl FnMut(&str) -> Option<&'b str>,
        body: &'b B,
    ) -> Response<'b, AnyCode<'t>>
    where
        B: AsRef<[u8]> + ?Sized,
        't: 'b,
    {
        let head = Head::of(&self.table().reader.headers, headers);
        Response::of(AnyCode::unchecked(self, 0), status.into(), head, body.as_ref())
    }
}

impl<'b, 't, C: Codes<'t>> Response<'b, C> {
    #[inline]
    pub(crate) fn of(whose: C, status: Status, head: Head<&'b str>, body: &'b [u8]) -> Self
    where
        C: 'b,
    {
        let mut response = Self { reading: Reading::of(whose.reader(), status.get(), body), head, whose };
        response.reading.read();
        response
    }

    /// The headers that matter for errors.
    pub(crate) const fn head(&self) -> &Head<&'b str> {
        &self.head
    }

    pub(crate) const fn reading(&self) -> &Reading<'b, 'b> {
        &self.reading
    }

    pub(crate) const fn whose(&self) -> C {
        self.whose
    }

    fn succeeded(&self) -> bool {
        self.outcome() == Outcome::Succeeded
    }

    /// The vendor, with everything that its catalog says.
    #[must_use]
    pub fn vendor(&self) -> Vendor<'t> {
        self.whose.vendor()
    }

    /// The code of the error that failed the request; `None` if it is not listed, if the error has no code, or if
    /// nothing failed.
    #[inline]
    #[must_use]
    pub fn code(&self) -> Option<C> {
        self.primary()?.code()
    }

    /// The code of the error that failed the request as received, listed or not.
    #[inline]
    #[must_use]
    pub fn raw_code(&self) -> Option<RawCode<'b>> {
        self.primary()?.raw_code()
    }

    /// The detail code of that error, which refines its code; `None` if it is not listed or missing.
    #[must_use]
    pub fn detail_code(&self) -> Option<C::DetailCode> {
        self.primary()?.detail_code()
    }

    /// Whether the code of the error that failed the request is this text, listed or not.
    ///
    /// Use this for a code that the catalog does not list yet: it still works once the code is listed.
    #[must_use]
    pub fn is(&self, wire: &str) -> bool {
        self.raw_code().is_some_and(|code| code.is(wire))
    }

    /// The message of the error that failed the request.
    #[inline]
    #[must_use]
    pub fn message(&self) -> Option<Message<'b>> {
        self.primary()?.message()
    }

    /// The parameters of the message of the error that failed the request, see [`ErrorItem::parameters`].
    #[must_use]
    pub fn parameters(&self) -> Option<Parameters<'b, 't>> {
        self.primary()?.parameters()
    }

    /// The error that failed the request; `None` for a success.
    #[inline]
    #[must_use]
    pub fn primary(&self) -> Option<ErrorItem<'b, C>> {
        let index = self.primary_index()?;
        let mut items = self.reading.items();
        let item = items.nth(index)?;
        Some(ErrorItem::new(item, items.status(), false, self.whose))
    }

    /// The index of the error that failed the request among [`errors`](Self::errors).
    #[must_use]
    pub fn primary_index(&self) -> Option<usize> {
        self.reading.primary_index()
    }

    /// Every error in order: first the one at the top level, then those in arrays. Items whose codes mean success are
    /// included.
    #[inline]
    #[must_use]
    pub fn errors(&self) -> Errors<'_, 'b, C> {
        Errors { items: self.reading.items(), succeeded: self.succeeded(), whose: self.whose }
    }

    /// The codes that the catalog does not list, in order. Report them to learn about changes at the vendor.
    ///
    /// ```
    /// let body = r#"{"code": "124102", "debug": [{"code": "987654"}]}"#;
    /// let response = errors_gen::omnicart::read(409, body);
    /// assert!(response.unlisted().all(|code| code.is("987654")));
    /// ```
    pub fn unlisted<'a>(&'a self) -> impl Iterator<Item = RawCode<'b>> + use<'a, 'b, 't, C> {
        self.errors().filter(|error| error.code().is_none()).filter_map(|error| error.raw_code())
    }

    /// What became of the request.
    ///
    /// A body that fits an envelope tells by its items and its marker of success. Of any other body the HTTP status
    /// decides, and whether the catalog says `successes: any`:
    ///
    /// | body | HTTP status | outcome |
    /// |---|---|---|
    /// | [empty](crate::Reason::Empty) | 204, 205, 304 | succeeded |
    /// | empty, or JSON that is [no envelope](crate::Reason::NotEnvelope) | other 2xx | succeeded with `successes: any`, else unrecognized |
    /// | [not JSON](crate::Reason::NotJson), or nested [too deeply](crate::Reason::TooDeep) | 2xx | unrecognized |
    /// | none of the above | other below 400, or unknown | unrecognized |
    /// | none of the above | 400 and more | failed |
    ///
    /// ```
    /// use errors_gen::{Outcome, Reason, commercetools};
    ///
    /// let response = commercetools::read(502, "<html>");
    /// assert_eq!(response.outcome(), Outcome::Failed);
    /// assert_eq!(response.unread().map(|unread| unread.reason), Some(Reason::NotJson));
    /// ```
    #[inline]
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.reading.outcome()
    }

    /// Why the body is none of the vendor's envelopes, also of a failure or a success; `None` where it is one.
    #[inline]
    #[must_use]
    pub const fn unread(&self) -> Option<Unread> {
        self.reading.unread()
    }

    /// Whether this is to be treated as an error: the [outcome](Self::outcome) is anything but success.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.outcome() != Outcome::Succeeded
    }

    /// The HTTP status that was received. It takes precedence over the status that the catalog documents for the code.
    #[inline]
    #[must_use]
    pub const fn status(&self) -> Option<u16> {
        self.reading.status()
    }

    /// The id by which the vendor can find the request, from a header that the catalog names; `None` without such a
    /// header, or if the response was read without headers.
    #[inline]
    #[must_use]
    pub const fn request_id(&self) -> Option<&'b str> {
        self.head.request_id
    }

    /// The body as received.
    #[inline]
    #[must_use]
    pub const fn body(&self) -> &'b [u8] {
        self.reading.body()
    }

    /// The catalog's name for the body's envelope; `None` if it has none.
    #[must_use]
    pub fn envelope(&self) -> Option<&'b str> {
        self.reading.envelope()
    }

    /// The catalog's entry for the HTTP status, as one that comes without a code; `None` if the body has an envelope.
    #[must_use]
    pub fn transport(&self) -> Option<&'t TransportError<'t>> {
        let speaks = self.is_error() && self.primary_index().is_none();
        if speaks { transport(self.whose.transport(), self.reading.status_or_told()) } else { None }
    }

    /// The further members of the envelope that the catalog lists and the body has, with their paths.
    #[must_use]
    pub fn context(&self) -> Context<'_, 'b, 'b> {
        self.reading.context()
    }

    /// The whole body as JSON; `None` if it is not JSON.
    #[must_use]
    pub fn json(&self) -> Option<Json<'b>> {
        self.reading.json()
    }
}

/// The entry for an HTTP status, if it is one that comes without a code.
pub(crate) fn transport<'t>(
    documented: &'t [TransportError<'t>],
    status: Option<u16>,
) -> Option<&'t TransportError<'t>> {
    documented.iter().find(|error| Some(error.http) == status)
}

/// The errors of a response, in order.
#[derive(Clone)]
pub struct Errors<'r, 'b, C = AnyCode<'b>> {
    items: Items<'r, 'b, 'b>,
    succeeded: bool,
    whose: C,
}

impl<'b, 't, C: Codes<'t>> Iterator for Errors<'_, 'b, C> {
    type Item = ErrorItem<'b, C>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let item = self.items.next()?;
        Some(ErrorItem::new(item, self.items.status(), self.succeeded, self.whose))
    }
}

//! A body that was read, with the codes of its vendor.

use crate::codes::Whose as _;
use crate::json::Json;
use crate::kept_headers::Head;
use crate::read::{Context, Items, Message, Outcome, RawCode, Reading};
use crate::table::TransportError;
use crate::wording::Parameters;
use crate::{AnyCode, Codes, ErrorCode, Status, Vendor};

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

/// A response that was read. Borrows the body; nothing has been allocated.
///
/// `C` is the vendor's `Code`, or [`AnyCode`] where the vendor is chosen at run time. `Display` says in one line what
/// happened, whatever it was, without [what may be sensitive](crate::log).
///
/// It is a few hundred bytes to a few KiB large, so it costs least where it stays where it was read.
#[derive(Clone)]
pub struct Response<'b, C = AnyCode<'b>> {
    reading: Reading<'b, 'b>,
    head: Head<&'b str>,
    /// Any code of the vendor.
    whose: C,
}

impl<'b, C: ErrorCode> Response<'b, C> {
    /// Reads a body that came with this HTTP status; `None` where the status is not known. Never fails.
    #[inline]
    #[must_use]
    pub fn read<B: AsRef<[u8]> + ?Sized>(status: impl Into<Status>, body: &'b B) -> Self {
        Self::of(C::any_of(()), status.into(), Head::NONE, body.as_ref())
    }

    /// As [`read`](Self::read), with the headers of the response: a function from a header's name, in any case, to its
    /// value; `None` stands for one that is not there or not text. Only the headers that [`decide`](Self::decide) and
    /// [`request_id`](Self::request_id) need are asked for.
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

    /// The fields of the error that failed the request beyond its code and message, typed. A success has none.
    #[must_use]
    pub fn detail(&self) -> Option<C::Detail<'b>> {
        self.primary().map(|error| error.detail())
    }
}

impl<'t> Vendor<'t> {
    /// Reads a body of this vendor that came with this HTTP status; `None` where the status is not known. Never fails.
    #[must_use]
    pub fn read<'b, B>(self, status: impl Into<Status>, body: &'b B) -> Response<'b, AnyCode<'t>>
    where
        B: AsRef<[u8]> + ?Sized,
        't: 'b,
    {
        Response::of(AnyCode::unchecked(self, 0), status.into(), Head::NONE, body.as_ref())
    }

    /// As [`read`](Self::read), with the headers of the response: a function from a header's name, in any case, to its
    /// value; `None` stands for one that is not there or not text.
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
        Self { reading: Reading::read(whose.reader(), status.get(), body), head, whose }
    }

    /// What is kept of the headers.
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

    /// Whose response it is, with everything that the catalog says.
    #[must_use]
    pub fn vendor(&self) -> Vendor<'t> {
        self.whose.vendor()
    }

    /// The code of the error that failed the request; `None` where it is not listed, where the error has no code, and
    /// where nothing failed.
    #[inline]
    #[must_use]
    pub fn code(&self) -> Option<C> {
        self.primary()?.code()
    }

    /// The code of the error that failed the request as it came, listed or not.
    #[inline]
    #[must_use]
    pub fn raw_code(&self) -> Option<RawCode<'b>> {
        self.primary()?.raw_code()
    }

    /// The finer code beside that code; `None` where the catalog does not list it, and where there is none.
    #[must_use]
    pub fn detail_code(&self) -> Option<C::DetailCode> {
        self.primary()?.detail_code()
    }

    /// Whether the code of the error that failed the request is this text, listed or not.
    ///
    /// The way to ask for a code that the catalog does not list yet: it keeps working on the day it does.
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

    /// The parameters of the message of the error that failed the request, as [`ErrorItem::parameters`] gives them.
    #[must_use]
    pub fn parameters(&self) -> Option<Parameters<'b, 't>> {
        self.primary()?.parameters()
    }

    /// The error that failed the request. A success has none.
    #[inline]
    #[must_use]
    pub fn primary(&self) -> Option<ErrorItem<'b, C>> {
        self.reading.primary().map(|item| ErrorItem::new(item, self.status(), false, self.whose))
    }

    /// The index of the error that failed the request among [`errors`](Self::errors).
    #[must_use]
    pub fn primary_index(&self) -> Option<usize> {
        self.reading.primary_index()
    }

    /// Every error in order: the top-level one first, then those of lists. Items whose codes mean success are among them.
    #[inline]
    #[must_use]
    pub fn errors(&self) -> Errors<'_, 'b, C> {
        Errors { items: self.reading.items(), status: self.status(), succeeded: self.succeeded(), whose: self.whose }
    }

    /// The codes that the catalog does not list, in order. Whoever reports them learns of changes at the vendor.
    ///
    /// ```
    /// let body = r#"{"code": "124102", "debug": [{"code": "987654"}]}"#;
    /// let response = errors_gen::omnicart::read(409, body);
    /// assert!(response.unlisted().all(|code| code.is("987654")));
    /// ```
    pub fn unlisted<'a>(&'a self) -> impl Iterator<Item = RawCode<'b>> + use<'a, 'b, 't, C> {
        self.errors().filter(|error| error.code().is_none()).filter_map(|error| error.raw_code())
    }

    /// What the body turned out to be.
    #[inline]
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.reading.outcome()
    }

    /// Whether this is to be treated as an error: something failed, or the body is none that the vendor documents.
    ///
    /// Catalogs describe the bodies of errors. So a body that is JSON but none of them, or that is blank, is an error only
    /// where the HTTP status does not say that all is well: 2xx and 304.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.reading.is_error()
    }

    /// The HTTP status that was received. It outranks the status that the catalog documents for the code.
    #[inline]
    #[must_use]
    pub const fn status(&self) -> Option<u16> {
        self.reading.status()
    }

    /// The id by which the vendor finds the request, of a header that the catalog names; `None` without such a header, and
    /// where the response was read without headers.
    #[inline]
    #[must_use]
    pub const fn request_id(&self) -> Option<&'b str> {
        self.head.request_id
    }

    /// The body as it was given.
    #[inline]
    #[must_use]
    pub const fn body(&self) -> &'b [u8] {
        self.reading.body()
    }

    /// The catalog's name for the body's envelope.
    #[must_use]
    pub fn envelope(&self) -> Option<&'b str> {
        self.reading.envelope()
    }

    /// The documented transport error: what the HTTP status means where the body does not tell.
    #[must_use]
    pub fn transport(&self) -> Option<&'t TransportError<'t>> {
        match self.outcome() {
            Outcome::Unrecognized(_) => transport(self.whose.transport(), self.status()),
            _ => None,
        }
    }

    /// The members that the envelope keeps beside the errors, as far as they are there, with their paths.
    #[must_use]
    pub fn context(&self) -> Context<'_, 'b, 'b> {
        self.reading.context()
    }

    /// The whole body as JSON; `None` where it is none.
    #[must_use]
    pub fn json(&self) -> Option<Json<'b>> {
        self.reading.json()
    }
}

/// The entry for an HTTP status among those that come without a code.
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
    status: Option<u16>,
    succeeded: bool,
    whose: C,
}

impl<'b, 't, C: Codes<'t>> Iterator for Errors<'_, 'b, C> {
    type Item = ErrorItem<'b, C>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.items.next().map(|item| ErrorItem::new(item, self.status, self.succeeded, self.whose))
    }
}

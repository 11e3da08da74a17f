//! The types of the crate `http`.

use alloc::string::String;

use ::http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use ::http::status::InvalidStatusCode;
use ::http::{Method, Request, StatusCode};

use crate::decide::Attempt;
use crate::write::{Body, MockResponse};
use crate::{AnyCode, ErrorCode, Response, Status, Vendor};

#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
impl From<StatusCode> for Status {
    fn from(status: StatusCode) -> Self {
        Self::from(status.as_u16())
    }
}

#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
impl<'b, C: ErrorCode> Response<'b, C> {
    /// Reads a response whose body has arrived, with its status and headers. Never fails.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errors_gen::commercetools::{Code, Response};
    /// use errors_gen::decide::{Attempt, Next};
    /// use errors_gen::http;
    ///
    /// let answer = http::Response::builder().status(503).header("Retry-After", "7").body(
    ///     r#"{"statusCode":503,"message":"Not now.","errors":[{"code":"OverCapacity","message":"Not now."}]}"#,
    /// )?;
    /// let response = Response::from_http(&answer);
    /// assert_eq!(response.code(), Some(Code::OverCapacity));
    /// let decision = response.decide(&Attempt::new().method("GET"));
    /// assert_eq!(decision.next, Next::RetryAfter(Duration::from_secs(7)));
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn from_http<B: AsRef<[u8]>>(response: &'b ::http::Response<B>) -> Self {
        Self::from_http_parts(response.status(), response.headers(), response.body())
    }

    /// Reads the status, the headers and the body of a response, for clients whose responses are of another type. Never
    /// fails.
    ///
    /// ```
    /// use errors_gen::commercetools::{Code, Response};
    /// use errors_gen::http::{HeaderMap, StatusCode};
    ///
    /// let body = br#"{"statusCode":404,"message":"m","errors":[{"code":"ResourceNotFound","message":"m"}]}"#;
    /// let headers = HeaderMap::new();
    /// let response = Response::from_http_parts(StatusCode::NOT_FOUND, &headers, body);
    /// assert_eq!(response.code(), Some(Code::ResourceNotFound));
    /// ```
    #[must_use]
    pub fn from_http_parts<B: AsRef<[u8]> + ?Sized>(status: StatusCode, headers: &'b HeaderMap, body: &'b B) -> Self {
        Self::read_with_headers(status, |name| text(headers, name), body)
    }
}

#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
impl<'t> Vendor<'t> {
    /// Reads a response of this vendor whose body has arrived, with its status and headers. Never fails.
    ///
    /// ```
    /// use errors_gen::{Kind, bonsai, http};
    ///
    /// let answer = http::Response::builder().status(503).body("<html>")?;
    /// assert_eq!(*bonsai::VENDOR.read_http(&answer).kind(), Kind::Unavailable);
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn read_http<'b, B: AsRef<[u8]>>(self, response: &'b ::http::Response<B>) -> Response<'b, AnyCode<'t>>
    where
        't: 'b,
    {
        self.read_http_parts(response.status(), response.headers(), response.body())
    }

    /// Reads the status, the headers and the body of a response of this vendor, for clients whose responses are of
    /// another type. Never fails.
    #[must_use]
    pub fn read_http_parts<'b, B>(
        self,
        status: StatusCode,
        headers: &'b HeaderMap,
        body: &'b B,
    ) -> Response<'b, AnyCode<'t>>
    where
        B: AsRef<[u8]> + ?Sized,
        't: 'b,
    {
        self.read_with_headers(status, |name| text(headers, name), body)
    }
}

#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
impl<'a> Attempt<'a> {
    /// This request to a vendor: its method, and whether it has a key by which the vendor tells that it came twice, in
    /// the header that the vendor's catalog names.
    ///
    /// ```
    /// use errors_gen::decide::Attempt;
    /// use errors_gen::{commercetools, http};
    ///
    /// let search = http::Request::get("https://example.com/orders").body(())?;
    /// assert!(Attempt::from_http(&commercetools::VENDOR, &search).is_safe_to_repeat());
    /// let order = http::Request::post("https://example.com/orders").body("{}")?;
    /// assert!(!Attempt::from_http(&commercetools::VENDOR, &order).is_safe_to_repeat());
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn from_http<B>(vendor: &Vendor<'_>, request: &'a Request<B>) -> Self {
        Self::from_http_parts(vendor, request.method(), request.headers())
    }

    /// A request to a vendor with this method and these headers, for clients whose requests are of another type.
    #[must_use]
    pub fn from_http_parts(vendor: &Vendor<'_>, method: &'a Method, headers: &HeaderMap) -> Self {
        let keys = vendor.table().reader.headers.idempotency_key;
        let has_key =
            keys.iter().any(|name| headers.get_all(*name).iter().any(|key| !key.as_bytes().trim_ascii().is_empty()));
        Self::new().method(method.as_str()).idempotency_key(has_key)
    }
}

/// As a server sends it: with its status, 200 where the body has none, as JSON.
///
/// ```
/// use errors_gen::commercetools::{self, Code};
/// use errors_gen::http;
/// use errors_gen::write::{BodyBuilder, NewError};
///
/// let body = BodyBuilder::new(&commercetools::VENDOR)
///     .error(NewError::new(Code::OverCapacity).message("Not now."))
///     .build()?;
/// let answer = http::Response::try_from(body)?;
/// assert_eq!(answer.status(), http::StatusCode::SERVICE_UNAVAILABLE);
/// assert_eq!(commercetools::Response::from_http(&answer).code(), Some(Code::OverCapacity));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
impl TryFrom<Body> for ::http::Response<String> {
    /// [`BodyBuilder::status`](crate::write::BodyBuilder::status) was given a number that is no HTTP status.
    type Error = InvalidStatusCode;

    fn try_from(body: Body) -> Result<Self, InvalidStatusCode> {
        let status = body.status.map_or(Ok(StatusCode::OK), StatusCode::from_u16)?;
        let mut response = Self::new(body.json);
        *response.status_mut() = status;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok(response)
    }
}

/// As a server sends it, with its headers.
///
/// ```
/// use errors_gen::{VENDORS, http, write};
///
/// for vendor in VENDORS {
///     for mock in write::every_error(vendor) {
///         assert!(vendor.read_http(&http::Response::try_from(mock)?).is_error());
///     }
/// }
/// # Ok::<(), http::Error>(())
/// ```
#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
impl TryFrom<MockResponse<'_>> for ::http::Response<String> {
    /// A catalog names a header, or has an HTTP status, that there cannot be.
    type Error = ::http::Error;

    fn try_from(mock: MockResponse<'_>) -> Result<Self, ::http::Error> {
        let response = ::http::Response::builder().status(mock.status);
        let headers = mock.headers.iter();
        headers.fold(response, |response, (name, value)| response.header(*name, value)).body(mock.body)
    }
}

/// The first value of a header; `None` if it is missing or not text.
fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

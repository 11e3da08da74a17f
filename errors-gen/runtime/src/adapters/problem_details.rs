//! Problem details (RFC 9457) of the crate `problem_details`.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::{String, ToString as _};

use ::http::{StatusCode, Uri};
use ::problem_details::ProblemDetails;
use ::serde::{Deserialize, Deserializer, Serialize};

use super::shown;
use crate::{Advice, AnyCode, Audience, Codes, ErrorCode, Kind, MaybeListed, Response, ResponseError, Topic};

/// The members of a problem beside those of RFC 9457: what a program branches on.
///
/// All of them are optional when read, and a word that this version does not know is `None`, so that the problems of
/// others, and of later versions, can be read too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ProblemExtensions {
    /// The vendor's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    /// The vendor's code, listed or not; `***` if it does not look like a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The canonical kind.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "kind")]
    pub kind: Option<Kind>,
    /// What it is about for a shop.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "topic")]
    pub topic: Option<Topic>,
    /// Whether and how to send the request again.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "retry")]
    pub retry: Option<Advice>,
    /// Who can do something about it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "audience")]
    pub audience: Option<Audience>,
    /// The id by which the vendor can find the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

impl ProblemExtensions {
    /// The code as one of a vendor's; `None` if the problem has no code, or is about another vendor.
    #[must_use]
    pub fn code_of<C: ErrorCode>(&self) -> Option<MaybeListed<C>> {
        let is_of_vendor = self.vendor.as_deref() == Some(C::VENDOR_NAME);
        self.code.as_deref().filter(|_| is_of_vendor).map(MaybeListed::from)
    }
}

/// Reads one of the known words; `None` for others.
macro_rules! word {
    ($name:ident, $type:ty) => {
        fn $name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<$type>, D::Error> {
            let text = Option::<Cow<'de, str>>::deserialize(deserializer)?;
            Ok(text.and_then(|text| <$type>::ALL.iter().copied().find(|word| word.as_str() == text)))
        }
    };
}

word!(kind, Kind);
word!(topic, Topic);
word!(retry, Advice);
word!(audience, Audience);

/// With [sensitive data](crate::log) masked, as [`ResponseError`] shows it:
///
/// | member | value |
/// |---|---|
/// | `type` | the page of the code, from the catalog; without a listed code none, which means `about:blank` |
/// | `title` | the meaning of the code; without a listed code the phrase of the status |
/// | `status` | the HTTP status received if it is 4xx or 5xx, else that of the [kind](Kind::http_status) |
/// | `detail` | the message of the error; without one, the line that `Display` writes |
/// | [`vendor`, `code`, `kind`, `topic`, `retry`, `audience`, `request_id`](ProblemExtensions) | as far as they are known |
///
/// A success is a problem with the status received and the kind `ok`; check [`Response::is_error`] first.
///
/// A gateway should replace the status by one of its own if its callers cannot correct the error: a vendor's 401 says
/// that the credentials of the gateway are wrong, which is a 502 to its callers.
///
/// With the feature `axum` of the crate `problem_details`, a problem is what a handler of axum can return, with the
/// content type `application/problem+json`; its features `actix` and `poem` do the same for those.
///
/// ```
/// use errors_gen::http::StatusCode;
/// use errors_gen::problem_details::ProblemDetails;
/// use errors_gen::{Audience, ProblemExtensions, Topic, commercetools};
///
/// /// What a handler of a gateway does with the answer of the vendor.
/// fn handle(status: u16, body: &str) -> Result<String, ProblemDetails<ProblemExtensions>> {
///     let error = match commercetools::read(status, body).into_result() {
///         Ok(_) => return Ok("ordered".to_owned()),
///         Err(error) => error,
///     };
///     let problem = ProblemDetails::from(&error);
///     Err(match *error.audience() {
///         Audience::Customer => problem,
///         _ => problem.with_status(StatusCode::BAD_GATEWAY),
///     })
/// }
///
/// let body = r#"{"statusCode":401,"message":"m","errors":[{"code":"invalid_token","message":"m"}]}"#;
/// let problem = handle(401, body).unwrap_err();
/// assert_eq!(problem.status, Some(StatusCode::BAD_GATEWAY));
/// assert_eq!(problem.extensions.topic, Some(Topic::CredentialsExpired));
/// ```
#[cfg_attr(docsrs, doc(cfg(feature = "problem-details")))]
impl<'t, C: Codes<'t>> From<&Response<'_, C>> for ProblemDetails<ProblemExtensions> {
    fn from(response: &Response<'_, C>) -> Self {
        let error = response.primary();
        let listed = response.code().and_then(|code| response.vendor().code(code.index()));
        let status = status(response);
        let title = listed.map(AnyCode::meaning).or_else(|| status.canonical_reason());
        let kind = response.kind().value;
        Self {
            r#type: listed.and_then(|code| code.link().parse::<Uri>().ok()).map(Into::into),
            status: Some(status),
            title: title.map(ToOwned::to_owned),
            detail: Some(error.and_then(|error| shown::message(&error)).unwrap_or_else(|| response.to_string())),
            instance: None,
            extensions: ProblemExtensions {
                vendor: Some(response.vendor().name().to_owned()),
                code: error.and_then(|error| shown::code(&error)),
                kind: Some(kind),
                topic: response.topic().value,
                retry: response.is_error().then(|| response.retry().advice),
                audience: response.is_error().then(|| response.audience().value),
                request_id: response.request_id().map(shown::request_id),
            },
        }
    }
}

/// The status received if it is one of an error, else that of the kind; of a success the one received.
fn status<'t, C: Codes<'t>>(response: &Response<'_, C>) -> StatusCode {
    let received = response.status().and_then(|status| StatusCode::from_u16(status).ok());
    let fits = |status: &StatusCode| !response.is_error() || status.is_client_error() || status.is_server_error();
    received.filter(fits).unwrap_or_else(|| StatusCode::from(response.kind().value))
}

/// As of the [response](Response) that it holds.
#[cfg_attr(docsrs, doc(cfg(feature = "problem-details")))]
impl<'t, C: Codes<'t>> From<&ResponseError<C>> for ProblemDetails<ProblemExtensions> {
    fn from(error: &ResponseError<C>) -> Self {
        Self::from(&error.response())
    }
}

/// As of the [response](Response) that it holds, for `?`.
#[cfg_attr(docsrs, doc(cfg(feature = "problem-details")))]
impl<'t, C: Codes<'t>> From<ResponseError<C>> for ProblemDetails<ProblemExtensions> {
    fn from(error: ResponseError<C>) -> Self {
        Self::from(&error)
    }
}

//! From a response to the value that was asked for.

use errors_runtime::{self as runtime, ErrorCode};
use serde::de::DeserializeOwned;

use crate::Error;

mod sealed {
    pub trait Sealed {}
    impl Sealed for reqwest::Response {}
}

/// What a response gives: a value, or the vendor's error.
pub trait ResponseExt: sealed::Sealed {
    /// Reads the whole body: as JSON of this type, or as an error of the vendor with these codes, with the HTTP status
    /// and the headers. An empty body is read as `null`, which is the value of `()` and of an `Option`.
    ///
    /// ```no_run
    /// use errors_gen::omnicart::Code;
    /// use errors_reqwest::{Error, ResponseExt as _};
    ///
    /// # #[derive(serde::Deserialize)] struct Cart {}
    /// async fn cart(url: &str) -> Result<Cart, Error<Code>> {
    ///     reqwest::get(url).await?.json_or_error::<Code, Cart>().await
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// What [`is_error`](errors_runtime::Response::is_error) finds to be one, a partial success among it; a body that
    /// cannot be read to its end, or is not of this type.
    fn json_or_error<C: ErrorCode, T: DeserializeOwned>(self) -> impl Future<Output = Result<T, Error<C>>> + Send;
}

impl ResponseExt for reqwest::Response {
    async fn json_or_error<C: ErrorCode, T: DeserializeOwned>(self) -> Result<T, Error<C>> {
        let (status, headers) = (self.status(), self.headers().clone());
        let body = self.bytes().await?;
        let response = runtime::Response::<C>::from_http_parts(status, &headers, &body);
        if response.is_error() {
            return Err(response.into_owned().into());
        }
        let json = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&body);
        let json = if json.trim_ascii().is_empty() { b"null" } else { json };
        serde_json::from_slice(json).map_err(Error::Body)
    }
}

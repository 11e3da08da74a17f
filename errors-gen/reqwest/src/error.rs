//! What can go wrong between a request and the value that it is for.

use errors_runtime::{AnyCode, Codes, ResponseError};

/// Why a request did not give the value that was asked for.
///
/// ```no_run
/// use errors_gen::commercetools::Code;
/// use errors_reqwest::{Error, ResponseExt as _};
///
/// # #[derive(serde::Deserialize)] struct Cart {}
/// # type Client = reqwest_middleware::ClientWithMiddleware;
/// async fn cart(client: &Client, url: &str) -> Result<Option<Cart>, Error<Code>> {
///     match client.get(url).send().await?.json_or_error::<Code, Cart>().await {
///         Err(error) if error.code() == Some(Code::ResourceNotFound) => Ok(None),
///         cart => cart.map(Some),
///     }
/// }
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error<C: Codes<'static> = AnyCode<'static>> {
    /// The vendor's error, or a body that the vendor does not document.
    #[error("{0}")]
    Vendor(ResponseError<C>),
    /// There is no whole response.
    #[error(transparent)]
    Request(#[from] reqwest_middleware::Error),
    /// The body of a success is not what was asked for. `Display` says where, and the source why.
    #[error("the body does not fit at line {} column {}", .0.line(), .0.column())]
    Body(#[source] serde_json::Error),
}

impl<C: Codes<'static>> Error<C> {
    /// The vendor's error.
    #[must_use]
    pub const fn vendor(&self) -> Option<&ResponseError<C>> {
        match self {
            Self::Vendor(error) => Some(error),
            _ => None,
        }
    }

    /// The code of the vendor's error; `None` where it is not listed, and of other errors.
    #[must_use]
    pub fn code(&self) -> Option<C> {
        self.vendor()?.code()
    }
}

impl<C: Codes<'static>> From<ResponseError<C>> for Error<C> {
    fn from(error: ResponseError<C>) -> Self {
        Self::Vendor(error)
    }
}

impl<C: Codes<'static>> From<reqwest::Error> for Error<C> {
    fn from(error: reqwest::Error) -> Self {
        Self::Request(error.into())
    }
}

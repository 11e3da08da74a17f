//! Responses that outlive their bodies: errors to return, to box and to send to other threads.

use alloc::boxed::Box;
use core::error::Error;
use core::fmt;
use core::marker::PhantomData;

use crate::Vendor;
use crate::log::{Show, Unmasked};
use crate::{AnyResponse, ErrorCode, Response};

/// A status and a body.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Kept {
    status: Option<u16>,
    body: Box<[u8]>,
}

/// A response of one vendor that keeps its body: an error to return with `?`, to wrap and to send to other threads.
///
/// It holds the HTTP status and the body; [`response`](Self::response) reads it again for whatever is asked. `Display`
/// and `Debug` leave out [what may be sensitive](crate::log::Unmasked).
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
pub struct ResponseError<C> {
    kept: Kept,
    code: PhantomData<fn() -> C>,
}

impl<C: ErrorCode> ResponseError<C> {
    /// The response, read again. This costs as much as the first time.
    #[must_use]
    pub fn response(&self) -> Response<'_, C> {
        Response::read(self.kept.status, &self.kept.body)
    }

    /// The code of the error that failed the request; `None` where it is not listed or missing.
    #[must_use]
    pub fn code(&self) -> Option<C> {
        self.response().code()
    }
}

/// A response of any vendor that keeps its body: what [`ResponseError`] is for one vendor.
///
/// Its lifetime is that of the vendor's tables: `'static` for those that are compiled in.
///
/// ```
/// use errors_gen::{AnyError, CompiledIn as _, Vendor};
///
/// fn check(vendor: &str, status: u16, body: &[u8]) -> Result<(), AnyError<'static>> {
///     let vendor = Vendor::by_name(vendor).expect("a vendor");
///     vendor.read(status, body).into_result().map(|_| ())
/// }
///
/// let error = check("bonsai", 503, b"").unwrap_err();
/// assert_eq!(error.to_string(), "Bonsai 503: not JSON at byte 0");
/// ```
#[derive(Clone)]
pub struct AnyError<'t> {
    kept: Kept,
    vendor: Vendor<'t>,
}

impl<'t> AnyError<'t> {
    /// Whose response it is.
    #[must_use]
    pub const fn vendor(&self) -> Vendor<'t> {
        self.vendor
    }

    /// The response, read again. This costs as much as the first time.
    #[must_use]
    pub fn response(&self) -> AnyResponse<'_, 't> {
        self.vendor.read(self.kept.status, &self.kept.body)
    }
}

/// What both have in common.
macro_rules! owned {
    ([$($generics:tt)*] $owned:ty, [$($more:tt)*] $response:ty, $name:literal, $reading:ident => $new:expr) => {
        impl<$($generics)*> $owned {
            /// The HTTP status that was received.
            #[must_use]
            pub const fn status(&self) -> Option<u16> {
                self.kept.status
            }

            /// The body as it was received.
            #[must_use]
            pub const fn body(&self) -> &[u8] {
                &self.kept.body
            }

            /// The body as it was received.
            #[must_use]
            pub fn into_body(self) -> Box<[u8]> {
                self.kept.body
            }

            /// A view whose `Display` and `Debug` show everything.
            #[must_use]
            pub const fn unmasked(&self) -> Unmasked<'_, Self> {
                Unmasked::new(self)
            }
        }

        impl<$($more)*> $response {
            /// The response with a body of its own, as an error: whatever it says, a success too.
            #[must_use]
            pub fn into_owned(self) -> $owned {
                let $reading = self;
                let kept = Kept { status: $reading.status(), body: Box::from($reading.body()) };
                $new(kept)
            }

            /// The response itself where it is no [error](crate::Reading::is_error), otherwise an error with a body of its
            /// own.
            ///
            /// # Errors
            ///
            /// Something failed, or the body is none that the vendor documents. A partial success is an error, too: what
            /// succeeded is in its body.
            #[allow(clippy::result_large_err, reason = "an error is four words; it is the response that is large")]
            pub fn into_result(self) -> Result<Self, $owned> {
                if self.reading().is_error() { Err(self.into_owned()) } else { Ok(self) }
            }
        }

        impl<$($more)*> From<$response> for $owned {
            fn from(response: $response) -> Self {
                response.into_owned()
            }
        }

        impl<$($generics)*> Show for $owned {
            fn line(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.response().line(masked, f)
            }
            fn debug(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.response().debug_as($name, masked, f)
            }
        }

        impl<$($generics)*> fmt::Display for $owned {
            /// One line that says what happened, without [what may be sensitive](crate::log::Unmasked).
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.line(true, f)
            }
        }

        impl<$($generics)*> fmt::Debug for $owned {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.debug(true, f)
            }
        }

        impl<$($generics)*> Error for $owned {}
    };
}

owned!([C: ErrorCode] ResponseError<C>, [C: ErrorCode] Response<'_, C>, "ResponseError",
    response => |kept| ResponseError { kept, code: PhantomData });
owned!(['t] AnyError<'t>, ['t] AnyResponse<'_, 't>, "AnyError",
    response => |kept| AnyError { kept, vendor: response.vendor() });

impl<C> Clone for ResponseError<C> {
    fn clone(&self) -> Self {
        Self { kept: self.kept.clone(), code: PhantomData }
    }
}

impl<C> PartialEq for ResponseError<C> {
    /// Whether status and body are the same.
    fn eq(&self, other: &Self) -> bool {
        self.kept == other.kept
    }
}

impl<C> Eq for ResponseError<C> {}

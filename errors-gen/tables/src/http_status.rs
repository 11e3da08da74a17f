//! Conversions between kinds and HTTP statuses.

use crate::Kind;

impl Kind {
    /// The HTTP status with which a gateway answers for an error of this kind, by the mapping of
    /// [`google.rpc.Code`](https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto).
    ///
    /// ```
    /// use errors_gen::Kind;
    ///
    /// assert_eq!(Kind::Aborted.http_status(), 409);
    /// assert_eq!(Kind::Unavailable.http_status(), 503);
    /// assert_eq!(Kind::Ok.http_status(), 200);
    /// ```
    #[must_use]
    pub const fn http_status(self) -> u16 {
        match self {
            Self::Ok => 200,
            Self::InvalidArgument | Self::FailedPrecondition | Self::OutOfRange => 400,
            Self::Unauthenticated => 401,
            Self::PermissionDenied => 403,
            Self::NotFound => 404,
            Self::AlreadyExists | Self::Aborted => 409,
            Self::ResourceExhausted => 429,
            Self::Cancelled => 499,
            Self::Unknown | Self::Internal | Self::DataLoss => 500,
            Self::Unimplemented => 501,
            Self::Unavailable => 503,
            Self::DeadlineExceeded => 504,
        }
    }

    /// The kind of an error of which only the HTTP status is known; `None` for 1xx, 2xx and numbers that are no HTTP
    /// status.
    ///
    /// The inverse of [`http_status`](Self::http_status). Where several kinds have the same status, it returns the most
    /// general one.
    ///
    /// ```
    /// use errors_gen::Kind;
    ///
    /// assert_eq!(Kind::of_http_status(404), Some(Kind::NotFound));
    /// assert_eq!(Kind::of_http_status(418), Some(Kind::InvalidArgument));
    /// assert_eq!(Kind::of_http_status(204), None);
    /// ```
    #[must_use]
    pub const fn of_http_status(status: u16) -> Option<Self> {
        Some(match status {
            300..=399 | 402 | 412 | 424 | 428 => Self::FailedPrecondition,
            401 | 407 | 511 => Self::Unauthenticated,
            403 | 451 => Self::PermissionDenied,
            404 | 410 => Self::NotFound,
            405 | 406 | 426 | 501 | 505 => Self::Unimplemented,
            408 | 504 | 524 | 598 | 599 => Self::DeadlineExceeded,
            409 => Self::Aborted,
            416 => Self::OutOfRange,
            429 | 507 => Self::ResourceExhausted,
            499 => Self::Cancelled,
            423 | 425 | 502 | 503 | 521..=523 | 529 => Self::Unavailable,
            400..=499 => Self::InvalidArgument,
            500..=599 => Self::Internal,
            _ => return None,
        })
    }
}

/// Converts with [`Kind::http_status`].
#[cfg(feature = "http")]
#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
impl From<Kind> for http::StatusCode {
    fn from(kind: Kind) -> Self {
        // Every status of the mapping is valid, so this cannot fail.
        Self::from_u16(kind.http_status()).unwrap_or(Self::INTERNAL_SERVER_ERROR)
    }
}

/// Converts with [`Kind::of_http_status`]; 2xx becomes [`Kind::Ok`], and every status without a kind [`Kind::Unknown`].
#[cfg(feature = "http")]
#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
impl From<http::StatusCode> for Kind {
    fn from(status: http::StatusCode) -> Self {
        match Self::of_http_status(status.as_u16()) {
            Some(kind) => kind,
            None if status.is_success() => Self::Ok,
            None => Self::Unknown,
        }
    }
}

//! The meaning of HTTP statuses, the same for all vendors.

use crate::{Advice, Audience, Kind, Retry, Topic};

/// The meaning of an HTTP status if nothing else is known. The table is the same for all vendors:
///
/// | status | kind | retry | audience |
/// |---|---|---|---|
/// | 400, 411, 413, 414, 415, 417, 422, 431 and 4xx that are not below | `invalid_argument` | `after_fix` | developer |
/// | 401 | `unauthenticated` | `reauthenticate` | developer |
/// | 407, 511 | `unauthenticated` | `after_fix` | developer |
/// | 402 | `failed_precondition` | `after_fix` | merchant |
/// | 403 | `permission_denied` | `after_fix` | developer |
/// | 404 | `not_found` | `after_fix` | developer |
/// | 405, 406, 426, 501, 505 | `unimplemented` | `after_fix` | developer |
/// | 408 | `deadline_exceeded` | `backoff` | developer |
/// | 409 | `aborted` | `after_refresh` | developer |
/// | 410 | `not_found` | `never` | developer |
/// | 412 | `failed_precondition` | `after_refresh` | developer |
/// | 416 | `out_of_range` | `after_fix` | developer |
/// | 423, 425 | `unavailable` | `after_wait` | developer |
/// | 424, 428 | `failed_precondition` | `after_fix` | developer |
/// | 429 | `resource_exhausted` | `after_wait` | developer |
/// | 451 | `permission_denied` | `never` | developer |
/// | 499 | `cancelled` | `verify_first` | developer |
/// | 500 and 5xx that are not below or above | `internal` | `verify_first` | developer |
/// | 502 | `unavailable` | `verify_first` | developer |
/// | 503, 521, 522, 523, 529 | `unavailable` | `backoff` | developer |
/// | 504, 524, 598, 599 | `deadline_exceeded` | `verify_first` | developer |
/// | 507 | `resource_exhausted` | `backoff` | developer |
/// | 508 | `internal` | `after_fix` | developer |
/// | 3xx | `failed_precondition` | `after_fix` | developer |
///
/// The effect is the [usual one](Advice::usual_effect) of the advice. Other statuses, such as 2xx, are not in the
/// table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct StatusAdvice {
    /// The canonical kind.
    pub kind: Kind,
    /// The topic: what the error is about for a shop, if the status alone says so.
    ///
    /// | status | topic |
    /// |---|---|
    /// | 401 | `credentials_invalid` |
    /// | 403 | `permission_denied` |
    /// | 404, 410 | `resource_not_found` |
    /// | 405, 501 | `operation_unsupported` |
    /// | 411, 415 | `request_malformed` |
    /// | 412 | `version_conflict` |
    /// | 413, 414, 431 | `limit_reached` |
    /// | 429 | `rate_limited` |
    /// | 408, 502 to 504, 521 to 524, 529, 598, 599 | `service_unavailable` |
    /// | 500 | `internal_error` |
    ///
    /// Other statuses leave it open: 400 and 409 come for all sorts of reasons.
    pub topic: Option<Topic>,
    /// Whether and how to send the request again.
    pub retry: Retry<'static>,
    /// Who can do something about it.
    pub audience: Audience,
    /// What to do about it.
    pub action: &'static str,
}

impl StatusAdvice {
    /// The table's entry for a status; `None` if there is none.
    ///
    /// ```
    /// use errors_gen::decide::StatusAdvice;
    /// use errors_gen::{Advice, Kind};
    ///
    /// let advice = StatusAdvice::of(503).unwrap();
    /// assert_eq!((advice.kind, advice.retry.advice), (Kind::Unavailable, Advice::Backoff));
    /// assert_eq!(StatusAdvice::of(200), None);
    /// ```
    #[must_use]
    pub const fn of(status: u16) -> Option<Self> {
        let Some(kind) = Kind::of_http_status(status) else {
            return None;
        };
        let advice = advice(status);
        let (reason, action) = words(kind, advice);
        let audience = if status == 402 { Audience::Merchant } else { Audience::Developer };
        Some(Self { kind, topic: topic(status), retry: Retry::new(advice, reason), audience, action })
    }
}

const fn advice(status: u16) -> Advice {
    match status {
        401 => Advice::Reauthenticate,
        410 | 451 => Advice::Never,
        409 | 412 => Advice::AfterRefresh,
        423 | 425 | 429 => Advice::AfterWait,
        408 | 503 | 507 | 521..=523 | 529 => Advice::Backoff,
        499 | 500 | 502 | 504 | 506 | 509 | 510 | 512..=599 => Advice::VerifyFirst,
        _ => Advice::AfterFix,
    }
}

const fn topic(status: u16) -> Option<Topic> {
    Some(match status {
        401 => Topic::CredentialsInvalid,
        403 => Topic::PermissionDenied,
        404 | 410 => Topic::ResourceNotFound,
        405 | 501 => Topic::OperationUnsupported,
        411 | 415 => Topic::RequestMalformed,
        412 => Topic::VersionConflict,
        413 | 414 | 431 => Topic::LimitReached,
        429 => Topic::RateLimited,
        408 | 502..=504 | 521..=524 | 529 | 598 | 599 => Topic::ServiceUnavailable,
        500 => Topic::InternalError,
        _ => return None,
    })
}

/// The reason for the advice, and the action.
const fn words(kind: Kind, advice: Advice) -> (&'static str, &'static str) {
    match (advice, kind) {
        (Advice::Never, _) => (
            "The HTTP status says that this does not change.",
            "Stop asking for it, and look in the response for what took its place.",
        ),
        (Advice::AfterRefresh, _) => (
            "The HTTP status says that the resource is not in the state that the request expects.",
            "Read the resource again, redo the change on what is there now, then send it.",
        ),
        (Advice::AfterWait, Kind::ResourceExhausted) => (
            "The HTTP status says that too many requests came in too short a time.",
            "Wait, for as long as a `Retry-After` header says where there is one, and send fewer requests at a time.",
        ),
        (Advice::AfterWait, _) => {
            ("The HTTP status says that the resource is not free yet.", "Send the request again after a while.")
        }
        (Advice::Backoff, _) => (
            "The HTTP status says that the service cannot answer for now.",
            "Send the request again, waiting longer each time.",
        ),
        (Advice::VerifyFirst, _) => (
            "The HTTP status leaves open whether the request took effect.",
            "Check whether the request took effect before sending it again.",
        ),
        (Advice::Reauthenticate, _) => (
            "The HTTP status says that the credentials are not accepted.",
            "Renew the credentials, then send the request again once.",
        ),
        (Advice::AfterFix, Kind::Unauthenticated) => {
            ("The HTTP status says that the credentials are not accepted.", "Renew or correct the credentials.")
        }
        (Advice::AfterFix, Kind::PermissionDenied) => (
            "The HTTP status says that the caller may not do this.",
            "Have the permission granted, or use an account that has it.",
        ),
        (Advice::AfterFix, Kind::NotFound) => {
            ("The HTTP status says that there is no such thing.", "Check the address and the ids in the request.")
        }
        (Advice::AfterFix, Kind::Unimplemented) => (
            "The HTTP status says that the server does not offer this.",
            "Check the method, the path and the formats of the request against the vendor's documentation.",
        ),
        (Advice::AfterFix, Kind::FailedPrecondition | Kind::Internal) => (
            "The HTTP status says that something about the account, the configuration or the address is not right.",
            "Look in the response for what has to change first.",
        ),
        _ => (
            "The HTTP status says that the request itself is wrong.",
            "Correct the request; the response may say what is wrong with it.",
        ),
    }
}

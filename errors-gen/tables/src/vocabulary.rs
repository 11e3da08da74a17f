//! The words that all vendors share: kinds, retry advice, effects, audiences, outcomes.

use crate::Wait;

/// Defines an enum for a set of words, with the word of each variant and its documentation.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every word.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word, as catalogs, exports and metrics write it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

pub(crate) use vocabulary;

vocabulary! {
    /// The canonical kind of an error, the same for all vendors: the [gRPC status
    /// codes](https://grpc.io/docs/guides/status-codes/).
    ///
    /// ```
    /// assert_eq!(errors_gen::Kind::NotFound.as_str(), "not_found");
    /// ```
    #[non_exhaustive]
    Kind {
        /// Not an error.
        Ok = "ok",
        /// The caller cancelled the request.
        Cancelled = "cancelled",
        /// The error has no more particular kind.
        Unknown = "unknown",
        /// The request is invalid, regardless of the state of the system.
        InvalidArgument = "invalid_argument",
        /// The deadline expired; the request may have taken effect.
        DeadlineExceeded = "deadline_exceeded",
        /// The resource does not exist.
        NotFound = "not_found",
        /// The resource that the request would create already exists.
        AlreadyExists = "already_exists",
        /// The caller is authenticated, but not allowed to do this.
        PermissionDenied = "permission_denied",
        /// A quota or a rate limit is exhausted.
        ResourceExhausted = "resource_exhausted",
        /// The state of the system does not allow the request.
        FailedPrecondition = "failed_precondition",
        /// The request was aborted because of a concurrent change.
        Aborted = "aborted",
        /// A value is outside its valid range.
        OutOfRange = "out_of_range",
        /// The operation is not implemented or not enabled.
        Unimplemented = "unimplemented",
        /// An internal error of the vendor.
        Internal = "internal",
        /// The service is temporarily unavailable.
        Unavailable = "unavailable",
        /// Data was lost or corrupted.
        DataLoss = "data_loss",
        /// The caller is not authenticated.
        Unauthenticated = "unauthenticated",
    }
}

vocabulary! {
    /// Whether and how to send a request again.
    #[non_exhaustive]
    Advice {
        /// Do not send it again.
        Never = "never",
        /// Send the same request again, waiting longer each time. If it is not safe to repeat, check first that it had
        /// no effect.
        Backoff = "backoff",
        /// Read the resource again, redo the change on what is there now, then send it.
        AfterRefresh = "after_refresh",
        /// Renew the credentials, then send the same request once.
        Reauthenticate = "reauthenticate",
        /// The outcome is unknown: check whether the request took effect before sending it again. A request that is
        /// safe to repeat may be sent at once.
        VerifyFirst = "verify_first",
        /// A rate limit or a temporary state: send the same request again after some time.
        AfterWait = "after_wait",
        /// The request, the account or the configuration must change first.
        AfterFix = "after_fix",
    }
}

vocabulary! {
    /// Whether a request took effect although it was answered with an error.
    #[non_exhaustive]
    Effect {
        /// Nothing happened.
        None = "none",
        /// It may have taken effect, as a whole or in part.
        Unknown = "unknown",
        /// It took effect.
        Done = "done",
    }
}

vocabulary! {
    /// Who can do something about an error.
    #[non_exhaustive]
    Audience {
        /// The people who write or run the program that calls the API.
        Developer = "developer",
        /// The people who run the shop.
        Merchant = "merchant",
        /// The person who buys.
        Customer = "customer",
    }
}

vocabulary! {
    /// What became of a request.
    Outcome {
        /// It failed.
        Failed = "failed",
        /// It succeeded.
        Succeeded = "succeeded",
        /// Some of it succeeded, some failed.
        Partial = "partial",
        /// Nothing tells: neither the body, which is none of the vendor's envelopes, nor the HTTP status.
        Unrecognized = "unrecognized",
    }
}

vocabulary! {
    /// Why a body is none of the vendor's envelopes.
    #[non_exhaustive]
    Reason {
        /// It has no bytes, or only whitespace.
        Empty = "empty",
        /// It is not UTF-8 or not JSON.
        NotJson = "not_json",
        /// It is JSON, but has neither errors nor a marker of success. Or it has 4 GiB or more, and was not read.
        NotEnvelope = "not_envelope",
        /// Its arrays and objects are nested too deeply.
        TooDeep = "too_deep",
    }
}

vocabulary! {
    /// Which 2xx bodies of a vendor are successes.
    Successes {
        /// Only those that fit an envelope.
        Described = "described",
        /// Also those that are empty, or JSON that fits no envelope.
        Any = "any",
    }
}

impl Advice {
    /// A rank of how much has to happen before the request can succeed. The advice for several errors is the one with
    /// the highest rank.
    #[doc(hidden)]
    #[must_use]
    pub const fn hardness(self) -> u8 {
        match self {
            Self::Backoff => 0,
            Self::AfterWait => 1,
            Self::VerifyFirst => 2,
            Self::AfterRefresh => 3,
            Self::Reauthenticate => 4,
            Self::AfterFix => 5,
            Self::Never => 6,
        }
    }

    /// The effect to assume if the catalog does not say one: unknown for `backoff` and `verify_first`, none for the
    /// others.
    #[must_use]
    pub const fn usual_effect(self) -> Effect {
        match self {
            Self::Backoff | Self::VerifyFirst => Effect::Unknown,
            _ => Effect::None,
        }
    }

    /// The reason to give if the catalog does not say one.
    #[must_use]
    pub const fn usual_reason(self) -> &'static str {
        match self {
            Self::Never => "The same request cannot succeed.",
            Self::Backoff => "The failure is temporary.",
            Self::AfterRefresh => "The resource is not in the state that the request expects.",
            Self::Reauthenticate => "The credentials have to be renewed first.",
            Self::VerifyFirst => "The request may have taken effect.",
            Self::AfterWait => "The same request can succeed later.",
            Self::AfterFix => "The same request fails again until its cause is corrected.",
        }
    }
}

impl Effect {
    /// The worse of two effects: unknown is worse than done, and done is worse than none.
    #[doc(hidden)]
    #[must_use]
    pub const fn worse(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Done, _) | (_, Self::Done) => Self::Done,
            (Self::None, Self::None) => Self::None,
        }
    }
}

/// Retry advice with its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Retry<'t> {
    /// What to do.
    pub advice: Advice,
    /// Why.
    pub reason: &'t str,
    /// Whether the vendor's page gives this advice; otherwise it is the judgement of the catalog's authors.
    pub stated: bool,
    /// Whether the request took effect.
    pub effect: Effect,
    /// How long to wait before the request is sent again, or which part of the response says so.
    pub wait: Option<Wait<'t>>,
}

impl<'t> Retry<'t> {
    /// The advice if nothing is known about the error: check first whether the request took effect.
    #[doc(hidden)]
    pub const UNKNOWN: Self = Self::new(Advice::VerifyFirst, "Nothing tells whether the request took effect.");

    /// Advice with its [usual effect](Advice::usual_effect) and without a wait, not stated by the vendor.
    #[must_use]
    pub const fn new(advice: Advice, reason: &'t str) -> Self {
        Self { advice, reason, stated: false, effect: advice.usual_effect(), wait: None }
    }

    /// Whether the *same* request can succeed when it is sent again: at once, after some time, or after checking
    /// whether the first one took effect. False if something must change first.
    ///
    /// ```
    /// use errors_gen::{Advice, Retry};
    ///
    /// assert!(Retry::new(Advice::Backoff, "").is_retryable());
    /// assert!(!Retry::new(Advice::AfterFix, "").is_retryable());
    /// ```
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        matches!(self.advice, Advice::Backoff | Advice::AfterWait | Advice::VerifyFirst)
    }
}

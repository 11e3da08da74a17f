//! The words that all vendors share: kinds, retry advice, effects, audiences.

use crate::Wait;

/// A closed set of words, each with its meaning.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
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
    /// The canonical kind of an error: the [gRPC status codes](https://grpc.io/docs/guides/status-codes/), a vocabulary
    /// that spans all vendors.
    ///
    /// ```
    /// assert_eq!(errors_gen::Kind::NotFound.as_str(), "not_found");
    /// ```
    Kind {
        /// Not an error.
        Ok = "ok",
        /// The caller cancelled the request.
        Cancelled = "cancelled",
        /// Nothing better is known.
        Unknown = "unknown",
        /// The request is wrong whatever the state of the system.
        InvalidArgument = "invalid_argument",
        /// Time ran out; the request may have taken effect.
        DeadlineExceeded = "deadline_exceeded",
        /// Something the request names does not exist.
        NotFound = "not_found",
        /// Something the request would create exists.
        AlreadyExists = "already_exists",
        /// The caller is known and not allowed.
        PermissionDenied = "permission_denied",
        /// A quota or a rate limit is used up.
        ResourceExhausted = "resource_exhausted",
        /// The state of the system does not admit the request.
        FailedPrecondition = "failed_precondition",
        /// The request lost a race.
        Aborted = "aborted",
        /// A value is past its valid range.
        OutOfRange = "out_of_range",
        /// The operation does not exist or is turned off.
        Unimplemented = "unimplemented",
        /// The vendor's side broke.
        Internal = "internal",
        /// The service cannot be reached for now.
        Unavailable = "unavailable",
        /// Data is lost or corrupt.
        DataLoss = "data_loss",
        /// The caller is not known.
        Unauthenticated = "unauthenticated",
    }
}

vocabulary! {
    /// Whether and how to send a request again.
    Advice {
        /// Do not send it again.
        Never = "never",
        /// Send the same request again, waiting longer each time. One that is not safe to repeat only after checking
        /// that it had no effect.
        Backoff = "backoff",
        /// Read the resource again, redo the change on what is there now, then send it.
        AfterRefresh = "after_refresh",
        /// Renew the credentials, then send the same request once.
        Reauthenticate = "reauthenticate",
        /// The outcome is unknown: check whether the request took effect before sending it again. One that is safe to
        /// repeat may be sent at once.
        VerifyFirst = "verify_first",
        /// A rate limit or a state that passes: send the same request after a while.
        AfterWait = "after_wait",
        /// The request, the account or the configuration must change first.
        AfterFix = "after_fix",
    }
}

vocabulary! {
    /// Whether a request that was answered with an error took effect all the same.
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
    Audience {
        /// Whoever writes or runs the program that calls the API.
        Developer = "developer",
        /// Whoever runs the shop.
        Merchant = "merchant",
        /// Whoever buys.
        Customer = "customer",
    }
}

impl Advice {
    /// How hard it is to get past an error: what is advised for several is the advice for the hardest.
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

    /// The effect of a request where nothing is said about it: unknown with `backoff` and `verify_first`, none otherwise.
    #[must_use]
    pub const fn usual_effect(self) -> Effect {
        match self {
            Self::Backoff | Self::VerifyFirst => Effect::Unknown,
            _ => Effect::None,
        }
    }

    /// Why it is given, where nothing more is said about it.
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
    /// Whether the vendor's page says so; otherwise it is the catalog's judgement.
    pub stated: bool,
    /// Whether the request took effect.
    pub effect: Effect,
    /// How long to wait before the request is sent again, or where the response says so.
    pub wait: Option<Wait<'t>>,
}

impl<'t> Retry<'t> {
    /// Nothing tells whether the request can be sent again.
    #[doc(hidden)]
    pub const UNKNOWN: Self = Self::new(Advice::VerifyFirst, "Nothing tells whether the request took effect.");

    /// Advice with the effect that is [usual](Advice::usual_effect) for it, which is our judgement.
    #[must_use]
    pub const fn new(advice: Advice, reason: &'t str) -> Self {
        Self { advice, reason, stated: false, effect: advice.usual_effect(), wait: None }
    }

    /// Whether the *same* request can succeed when it is sent again: at once, after a while, or after a look at what the
    /// first one did. False where something must change first.
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

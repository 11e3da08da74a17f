//! The fixed vocabularies: canonical kinds, retry advice, audiences.

/// A closed set of words that catalogs use, each with its Rust name.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every word, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word that catalogs and exports use.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The name of the variant in the runtime crate's enum of the same name.
            #[must_use]
            pub const fn ident(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)+ }
            }

            /// The entry with this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|entry| entry.as_str() == word)
            }
        }
    };
}

vocabulary! {
    /// The canonical kind of an error: the gRPC status codes.
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
        /// Send the same request again, waiting longer each time.
        Backoff = "backoff",
        /// Read the resource again, redo the change, then send it.
        AfterRefresh = "after_refresh",
        /// Check whether it took effect before sending it again.
        VerifyFirst = "verify_first",
        /// Send the same request after a while.
        AfterWait = "after_wait",
        /// Something must change before it can succeed.
        AfterFix = "after_fix",
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

/// Retry advice with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Retry {
    /// What to do.
    pub advice: Advice,
    /// Why.
    pub reason: String,
    /// Whether the vendor's page says so; otherwise it is the catalog's judgement.
    pub stated: bool,
}

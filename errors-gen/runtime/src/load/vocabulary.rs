//! The words that all vendors share, from the enums of one crate to those of the other.

use errors_codegen::model;

use super::texts::Copier;
use crate::table::Advised;
use crate::{Advice, Audience, Kind, Retry};

/// The canonical kind.
pub(super) const fn kind(kind: model::Kind) -> Kind {
    match kind {
        model::Kind::Ok => Kind::Ok,
        model::Kind::Cancelled => Kind::Cancelled,
        model::Kind::Unknown => Kind::Unknown,
        model::Kind::InvalidArgument => Kind::InvalidArgument,
        model::Kind::DeadlineExceeded => Kind::DeadlineExceeded,
        model::Kind::NotFound => Kind::NotFound,
        model::Kind::AlreadyExists => Kind::AlreadyExists,
        model::Kind::PermissionDenied => Kind::PermissionDenied,
        model::Kind::ResourceExhausted => Kind::ResourceExhausted,
        model::Kind::FailedPrecondition => Kind::FailedPrecondition,
        model::Kind::Aborted => Kind::Aborted,
        model::Kind::OutOfRange => Kind::OutOfRange,
        model::Kind::Unimplemented => Kind::Unimplemented,
        model::Kind::Internal => Kind::Internal,
        model::Kind::Unavailable => Kind::Unavailable,
        model::Kind::DataLoss => Kind::DataLoss,
        model::Kind::Unauthenticated => Kind::Unauthenticated,
    }
}

/// What to do about a retry.
pub(super) const fn advice(advice: model::Advice) -> Advice {
    match advice {
        model::Advice::Never => Advice::Never,
        model::Advice::Backoff => Advice::Backoff,
        model::Advice::AfterRefresh => Advice::AfterRefresh,
        model::Advice::VerifyFirst => Advice::VerifyFirst,
        model::Advice::AfterWait => Advice::AfterWait,
        model::Advice::AfterFix => Advice::AfterFix,
    }
}

/// Who can do something about it.
pub(super) const fn audience(audience: model::Audience) -> Audience {
    match audience {
        model::Audience::Developer => Audience::Developer,
        model::Audience::Merchant => Audience::Merchant,
        model::Audience::Customer => Audience::Customer,
    }
}

impl<'t> Copier<'t> {
    /// Retry advice with its reason.
    pub(super) fn retry(self, retry: &model::Retry) -> Retry<'t> {
        Retry { advice: advice(retry.advice), reason: self.text(&retry.reason), stated: retry.stated }
    }

    /// What an unlisted code falls back to.
    pub(super) fn advised(self, advised: &model::Advised) -> Advised<'t> {
        Advised {
            kind: advised.kind.map(kind),
            retry: advised.retry.as_ref().map(|retry| self.retry(retry)),
            audience: advised.audience.map(audience),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_the_same() {
        for &word in model::Kind::ALL {
            assert_eq!(kind(word).as_str(), word.as_str());
        }
        for &word in model::Advice::ALL {
            assert_eq!(advice(word).as_str(), word.as_str());
        }
        for &word in model::Audience::ALL {
            assert_eq!(audience(word).as_str(), word.as_str());
        }
        assert_eq!(Kind::ALL.len(), model::Kind::ALL.len());
        assert_eq!(Advice::ALL.len(), model::Advice::ALL.len());
        assert_eq!(Audience::ALL.len(), model::Audience::ALL.len());
    }
}

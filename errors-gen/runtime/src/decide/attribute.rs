//! The attributes of every response (kind, topic, retry, audience, action), and how each is read from its sources.

use crate::table::{Advised, TransportError};
use crate::{Advice, Audience, Codes, Effect, Kind, Retry, Topic};

use super::StatusAdvice;

/// One of these attributes.
pub(crate) trait Attribute<'t>: Copy {
    /// The value for a success.
    const SUCCESS: Self;
    /// The value if nothing is known.
    const NOTHING: Self;

    fn of_code(code: impl Codes<'t>) -> Self;
    fn of_advised(advised: &Advised<'t>) -> Option<Self>;
    fn of_transport(error: &TransportError<'t>) -> Self;
    fn of_status(advice: &StatusAdvice) -> Self;
}

/// Implements [`Attribute`] for a type. The fields and methods of all sources have the same name, so one name is
/// enough.
macro_rules! attribute {
    ($type:ty, $name:ident, $success:expr, $nothing:expr) => {
        impl<'t> Attribute<'t> for $type {
            const SUCCESS: Self = $success;
            const NOTHING: Self = $nothing;

            fn of_code(code: impl Codes<'t>) -> Self {
                code.$name()
            }
            fn of_advised(advised: &Advised<'t>) -> Option<Self> {
                advised.$name
            }
            fn of_transport(error: &TransportError<'t>) -> Self {
                error.$name
            }
            fn of_status(advice: &StatusAdvice) -> Self {
                advice.$name
            }
        }
    };
}

/// The retry advice for a success.
const DONE: Retry<'static> = Retry { effect: Effect::Done, ..Retry::new(Advice::Never, "The request succeeded.") };

attribute!(Kind, kind, Self::Ok, Self::Unknown);
attribute!(Retry<'t>, retry, DONE, Retry::UNKNOWN);
attribute!(Audience, audience, Self::Developer, Self::Developer);
attribute!(
    &'t str,
    action,
    "Nothing: the request succeeded.",
    "Look at the response itself: the catalog has no advice for it."
);

impl<'t> Attribute<'t> for Option<Topic> {
    const SUCCESS: Self = None;
    const NOTHING: Self = None;

    fn of_code(code: impl Codes<'t>) -> Self {
        Some(code.topic())
    }
    fn of_advised(advised: &Advised<'t>) -> Option<Self> {
        advised.topic.map(Some)
    }
    fn of_transport(error: &TransportError<'t>) -> Self {
        Some(error.topic)
    }
    fn of_status(advice: &StatusAdvice) -> Self {
        advice.topic
    }
}

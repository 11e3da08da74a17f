//! `errors-gen` itself.

use errors_gen::{ErrorCode, wording};

use super::making::Message;
use super::{Take, Way};

/// `errors-gen`, from plain text.
pub(super) struct FromText;

impl<C: ErrorCode> Way<C> for FromText {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        for (_, value) in message.code.parameters_in(&message.text).into_iter().flatten() {
            take.value(value);
        }
    }
}

/// `errors-gen`, from the string of a body.
pub(super) struct FromBody;

impl<C: ErrorCode> Way<C> for FromBody {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        for (_, value) in wording::parameters(message.code.messages(), message.escaped).into_iter().flatten() {
            take.value(value);
        }
    }
}

/// The same, each value without escapes.
pub(super) struct FromBodyUnescaped;

impl<C: ErrorCode> Way<C> for FromBodyUnescaped {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        for (_, value) in wording::parameters(message.code.messages(), message.escaped).into_iter().flatten() {
            take.value(value.to_cow());
        }
    }
}

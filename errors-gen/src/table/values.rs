//! The values of an object's members, by their names.

use core::ops::ControlFlow;

use super::{Member, Members};
use crate::json::{Passage, Span};

impl Members<'_> {
    /// Goes over the members of an object, and hands on the values of those that are known until there is a break. What is
    /// no object has none.
    ///
    /// Of two values, those of the code and the message, it can be known already where they stand: they are often the
    /// longest, and mostly come first.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the passage in registers")]
    pub(crate) fn values_in(
        &self,
        object: &str,
        seen: [Span; 2],
        mut found: impl FnMut(&Member<'_>, Span) -> ControlFlow<()>,
    ) {
        let mut passage = Passage::new(object, b'{');
        passage.pass_first(seen, |bytes, name| self.standing_at(bytes, name, &mut self.all().len()).is_none());
        let mut expected = 0;
        while let Some(name) = passage.name() {
            let member = if let Some(member) = self.standing_at(passage.bytes(), name, &mut expected) {
                passage.pass_seen_name(member.name().len());
                Some(member)
            } else {
                let name = passage.pass_name();
                self.passed_over(object, name.span, name.escaped)
            };
            let Some(value) = passage.value(seen) else { return };
            if let Some(member) = member
                && found(member, value).is_break()
            {
                return;
            }
        }
    }
}

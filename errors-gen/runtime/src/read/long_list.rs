//! On through a long list. It is walked as any list is, but what stands between the values of its items is recognized.

use crate::hint::cold_path;
use crate::json::{Fault, Scanner, Span};
use crate::table::{Member, Node};

use super::gaps::{Gaps, Met};
use super::walk::Walk;

/// How far that has led.
pub(super) enum Passed {
    /// Behind the list.
    List(usize),
    /// Behind some elements: the others are walked as those of a short list, since their like has not come before.
    Elements(usize),
}

impl<'t> Walk<'_, '_, 't> {
    /// Scans the rest of a list from behind an element on. Objects in it lead on.
    #[inline(never)]
    pub(super) fn rest_of_list(&mut self, at: usize, element: &'t Node<'t>, depth: usize) -> Result<Passed, Fault> {
        let bytes = self.text.as_bytes();
        let mut gaps = Gaps::NONE.clone();
        let mut here = Scanner::new(self.text, at);
        // Where the last value ended, if it was a member of an item.
        let mut behind = None;
        loop {
            let item_end = here.at();
            if gaps.are_useless() {
                return Ok(Passed::Elements(item_end));
            }
            let Some(first) = here.next_element()? else {
                return Ok(Passed::List(here.at()));
            };
            self.slots.clear(element.clears);
            let mut start = here.at();
            if first != b'{' || !here.enter_object()? {
                // An empty object has been passed already.
                let end = if first == b'{' { here.at() } else { self.end_of(start, first, element, depth)? };
                self.leave_element(element, first, Span::new(start, end));
                (here, behind) = (Scanner::new(self.text, end), None);
                continue;
            }
            let (mut expected, mut items) = (0, Some([item_end, start]));
            loop {
                let member = self.pass_member(&mut here, element, &mut expected, depth + 1)?;
                if let Some(value_end) = behind
                    && member.slot != Member::NESTED
                {
                    let (name, end) = (member.name.start as usize, member.value as usize);
                    gaps.remember(bytes, Met { start: value_end, items, name, end }, member.slot);
                }
                while let Some((value, gap)) = gaps.at(bytes, here.at()) {
                    let (slot, [end, next]) = (gap.slot, gap.items.map(usize::from));
                    if end > 0 {
                        cold_path();
                        self.leave_element(element, b'{', Span::new(start, here.at() + end));
                        self.slots.clear(element.clears);
                        gaps.end_item();
                        start = here.at() + next;
                    }
                    here = Scanner::new(self.text, value);
                    let span = here.skip_likely_string(depth + 1)?;
                    self.slots.keep(slot, span);
                }
                (behind, items) = (Some(here.at()), None);
                if !here.pass_comma()? {
                    break;
                }
            }
            self.leave_element(element, b'{', Span::new(start, here.at()));
            gaps.end_item();
        }
    }
}

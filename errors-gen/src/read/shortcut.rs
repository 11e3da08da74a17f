//! The shortcut to the items of a list whose code and message are members of their own, as most are.
//!
//! The body has been validated, so only ends are looked for, and behind the code and the message only that of the item.
//! Whatever is unusual is left to the way that all items can be reached by.

use crate::json::{Passage, Span};
use crate::table::{CodePath, ItemPath, Member, Node, Place, Reader, Step};

use super::layout::Layout;
use super::spans::{CodeForm, FieldsAt, ItemSpans};

/// What is looked for in the items of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shortcut<'t> {
    node: &'t Node<'t>,
    /// The index of the place.
    index: u8,
    /// How many steps lead to an item.
    steps: u8,
    /// The slots that the code and the message are kept in.
    code: u8,
    message: u8,
}

impl<'t> Shortcut<'t> {
    /// `repeated` are the slots of which a value may have taken the place of an earlier one, as bits. `None` where the first
    /// code and message of an item are not all that has to be looked for.
    pub(super) fn new(reader: &'t Reader<'t>, index: u8, place: &Place<'_>, repeated: u32) -> Option<Self> {
        let ([CodePath::Value(ItemPath::Value(code)), ..], [ItemPath::Value(message), ..]) =
            (place.code, place.message)
        else {
            return None;
        };
        let of_list = place.steps.last() == Some(&Step::EachElement);
        let once = repeated & (1 << (code & 31) | 1 << (message & 31)) == 0;
        let node = reader.nodes.get(usize::from(place.node)).filter(|node| node.any_member.is_none())?;
        let steps = u8::try_from(place.steps.len()).ok()?;
        let (code, message) = (*code, *message);
        (of_list && once && place.when.any_of().is_empty()).then_some(Self { node, index, steps, code, message })
    }

    /// How many steps lead to an item.
    #[inline]
    pub(super) const fn steps(&self) -> u8 {
        self.steps
    }

    /// The next item of the list that the position is inside of, which is then behind it; `None` where that takes more than
    /// this.
    #[inline]
    pub(super) fn next(&self, body: &str, at: &mut u32, layout: &mut Option<Layout>) -> Option<ItemSpans> {
        let mut passage = Passage::inside(body, *at as usize);
        let start = passage.enter(b'{')?;
        if let Some(layout) = layout
            && let Some((code, message)) = layout.parts(&mut passage)
        {
            let item = Span::new(start, passage.leave());
            *at = item.end;
            return Some(self.item(item, CodeForm::Text, code.inside_quotes(), message));
        }
        self.next_otherwise(body, start, at, layout)
    }

    /// The item that starts at a position, by its members.
    #[inline(never)]
    fn next_otherwise(&self, body: &str, start: usize, at: &mut u32, layout: &mut Option<Layout>) -> Option<ItemSpans> {
        let mut passage = Passage::inside(body, start + 1);
        let (code, message) = self.parts(body, &mut passage)?;
        *layout = Layout::of(body, start + 1, code, message);
        let (form, code) = match code.first_byte(body) {
            b'"' => (CodeForm::Text, code.inside_quotes()),
            b'-' | b'0'..=b'9' => (CodeForm::Number, code),
            _ => return None,
        };
        if message.first_byte(body) != b'"' {
            return None;
        }
        let item = Span::new(start, passage.leave());
        *at = item.end;
        Some(self.item(item, form, code, message))
    }

    /// The item with these parts.
    #[inline]
    const fn item(&self, item: Span, form: CodeForm, code: Span, message: Span) -> ItemSpans {
        // Where the fields stand may come later.
        let fields = FieldsAt::Unknown;
        ItemSpans { item, code, namespace: Span::NONE, message, form, fields, place: self.index }
    }

    /// The code and the message of the item that a passage is at the start of.
    fn parts(&self, body: &str, passage: &mut Passage<'_>) -> Option<(Span, Span)> {
        let (mut code, mut message, mut expected) = (Span::NONE, Span::NONE, 0);
        while code.is_none() || message.is_none() {
            let (name, value) = passage.member_with(Span::NONE, |bytes, at| {
                let member = self.node.members.standing_at(bytes, at, &mut expected)?;
                Some((member.slot(), member.name().len()))
            })?;
            let slot = match name {
                Ok(slot) => slot,
                Err(name) => {
                    self.node.members.passed_over(body, name.span, name.escaped).map_or(Member::UNKNOWN, Member::slot)
                }
            };
            if slot == self.code {
                code = value;
            } else if slot == self.message {
                message = value;
            }
        }
        Some((code, message))
    }
}

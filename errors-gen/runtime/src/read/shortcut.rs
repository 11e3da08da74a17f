//! The shortcut to the items of a list whose code and message are members of their own, as most are.
//!
//! The body has been validated, so only ends are looked for, and behind the code and the message only that of the item.
//! Whatever is unusual is left to the way that all items can be reached by.

use crate::json::FindMember as _;
use core::ops::ControlFlow;

use crate::json::{Passage, Span, Utf8};
use crate::table::{Node, Place, Reader, Step};

use super::layout::Layout;
use super::marks::{Mark, Marks};
use super::slots::Traces;
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
    /// Where their fields stand.
    fields: FieldsAt,
    /// Whether a member may come twice.
    repeated: bool,
    /// Whether there is no list around that of the items.
    in_objects_only: bool,
}

/// What the items on the shortcut have shown.
#[derive(Clone, Debug)]
pub(super) struct Trail {
    /// How the last one was written.
    layout: Option<Layout>,
    /// Which mark is that of the next one, if the last one was marked too.
    marked: Option<usize>,
}

impl Trail {
    /// Before the first item.
    pub(super) const START: Self = Self { layout: None, marked: None };

    /// The mark of the next item.
    #[inline]
    fn mark(&self, marks: Option<&Marks>) -> Option<Mark> {
        marks?.get(self.marked?)
    }

    /// Goes past an item.
    #[inline]
    fn pass(&mut self, marks: Option<&Marks>, item: Span) {
        self.marked = match self.marked {
            Some(index) => Some(index + 1),
            None => marks.filter(|marks| marks.start() == item.start).map(|_| 1),
        };
    }
}

impl<'t> Shortcut<'t> {
    /// `traces` are what the scan of the body has met. `None` where the first code and message of an item are not all that
    /// has to be looked for.
    pub(super) fn new(reader: &'t Reader<'t>, index: u8, place: &Place<'_>, traces: Traces) -> Option<Self> {
        let usual = place.usual?;
        let (last, before) = place.steps.split_last()?;
        let of_list = *last == Step::EachElement;
        let in_objects_only = before.iter().all(|step| *step != Step::EachElement);
        let once = traces.repeated & usual.needs == 0;
        let node = reader.nodes.get(usize::from(place.node)).filter(|node| node.any_member.is_none())?;
        let steps = u8::try_from(place.steps.len()).ok()?;
        let (code, message, repeated) = (usual.code, usual.message, traces.repeated != 0);
        let fields = if traces.met & usual.elsewhere() == 0 { FieldsAt::Item } else { FieldsAt::Unknown };
        let found = of_list && once && place.when.any_of.is_empty();
        found.then_some(Self { node, index, steps, code, message, fields, repeated, in_objects_only })
    }

    /// How many steps lead to an item.
    #[inline]
    pub(super) const fn steps(&self) -> u8 {
        self.steps
    }

    /// The next items of the list that the position is inside of, which is then behind them, and how many; none where that
    /// takes more than this.
    #[inline]
    pub(super) fn next_few(
        &self,
        body: Utf8<'_>,
        marks: Option<&Marks>,
        at: &mut u32,
        trail: &mut Trail,
        items: &mut [ItemSpans],
    ) -> usize {
        let mut few = 0;
        while let Some(item) = items.get_mut(few) {
            if let Some(layout) = &trail.layout
                && let Some((span, code, message)) = self.next_alike(body, layout, trail.mark(marks), *at)
            {
                *item = self.item(span, CodeForm::Text, code.inside_quotes(), message);
            } else if let Some(next) = self.next_otherwise(body, *at, &mut trail.layout) {
                *item = next;
            } else {
                trail.marked = None;
                break;
            }
            trail.pass(marks, item.item);
            *at = item.item.end;
            few += 1;
        }
        few
    }

    /// The next item, its code and its message, if it is written as another was. Its end may be marked.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every item that is not kept passes here")]
    fn next_alike(&self, body: Utf8<'_>, layout: &Layout, mark: Option<Mark>, at: u32) -> Option<(Span, Span, Span)> {
        let mut passage = Passage::inside(body, at as usize);
        let start = layout.start(&passage);
        let (code, message) = layout.parts(&mut passage, mark)?;
        let end = match mark {
            Some(mark) => passage.at() + usize::from(mark.rest),
            None => passage.leave_element(self.in_objects_only),
        };
        Some((Span::new(start, end), code, message))
    }

    /// The next item, by its members.
    #[inline(never)]
    fn next_otherwise(&self, body: Utf8<'_>, at: u32, layout: &mut Option<Layout>) -> Option<ItemSpans> {
        let start = Passage::inside(body, at as usize).enter(b'{')?;
        let (code, message) = self.parts(body, start)?;
        *layout = Layout::of(body, at as usize, start, code, message);
        let behind = code.end.max(message.end) as usize;
        let (form, code) = match code.first_byte(body) {
            b'"' => (CodeForm::Text, code.inside_quotes()),
            b'-' | b'0'..=b'9' => (CodeForm::Number, code),
            _ => return None,
        };
        if message.first_byte(body) != b'"' {
            return None;
        }
        let item = Span::new(start, Passage::inside(body, behind).leave_element(self.in_objects_only));
        Some(self.item(item, form, code, message))
    }

    /// The item with these parts.
    #[inline]
    const fn item(&self, item: Span, form: CodeForm, code: Span, message: Span) -> ItemSpans {
        let Self { index: place, fields, repeated, .. } = *self;
        ItemSpans { item, code, namespace: Span::NONE, message, name_at: 0, form, fields, place, repeated }
    }

    /// The code and the message of the item that starts at a position.
    fn parts(&self, body: Utf8<'_>, start: usize) -> Option<(Span, Span)> {
        let (mut code, mut message) = (None, None);
        self.node.members.values_in(body.rest(start), [Span::NONE; 2], |member, value| {
            let value = Span::new(start + value.start as usize, start + value.end as usize);
            if member.slot == self.code {
                code = Some(value);
            } else if member.slot == self.message {
                message = Some(value);
            }
            if code.is_some() && message.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        Some((code?, message?))
    }
}

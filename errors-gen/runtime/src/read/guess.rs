//! A body that was cut short: the code that it shows so far.

use crate::json::{Fault, Json, JsonKind, Scanner, Span, Utf8};
use crate::table::{Node, Reader};

use super::found::Found;
use super::item::Item;
use super::outcome::{Outcome, Reason};
use super::reading::Reading;
use super::scan::{Choice, without_mark};
use super::slots::Slots;
use super::spans::ItemSpans;
use super::walk::{MAX_STEPS, Walk, leads_on, member};

/// What the beginning of a body shows.
#[derive(Clone, Copy)]
pub(crate) struct Guess<'b, 't> {
    /// The item whose code is the guess.
    pub(crate) item: Option<Item<'b, 't>>,
    pub(crate) envelope: Option<&'t str>,
    /// The byte from which on the body is not JSON; `None` where nothing was missing.
    pub(crate) cut_at: Option<usize>,
}

impl<'b, 't> Reading<'b, 't> {
    /// Looks at a body that may have been cut short for the code that it shows so far.
    pub(crate) fn guess(reader: &'t Reader<'t>, status: Option<u16>, body: &'b [u8]) -> Guess<'b, 't> {
        let whole = Self::read(reader, status, body);
        let cut = matches!(whole.outcome(), Outcome::Unrecognized(why) if why.reason != Reason::NotEnvelope);
        if !cut {
            return Guess { item: whole.items().next(), envelope: whole.envelope(), cut_at: None };
        }
        let json = without_mark(body);
        let text = Utf8::check(json)
            .unwrap_or_else(|valid| json.get(..valid).and_then(|valid| Utf8::check(valid).ok()).unwrap_or_default());
        // Whatever stands in the first place of the envelope that seems to be the body's is its first item.
        let (mut slots, mut kept) = (Slots::EMPTY, [ItemSpans::EMPTY; 16]);
        let mut found = Found::new(&mut kept);
        let cut_at = follow(&mut Walk { reader, text, slots: &mut slots, found: Some(&mut found) }, text);
        let mut choice = Choice { reader, status, text, slots: &slots, found: &mut found };
        let envelope = choice.choose().map(|(envelope, _)| envelope);
        let item = envelope.and_then(|envelope| choice.first_item(envelope.items.all.get(..1)?));
        let cut_at = Some(body.len() - json.len() + cut_at);
        Guess { item, envelope: envelope.map(|envelope| envelope.name), cut_at }
    }
}

/// A list or an object that the scan is inside of.
#[derive(Clone, Copy)]
struct Open {
    node: u8,
    list: bool,
    start: usize,
}

/// The lists and objects that the scan is inside of.
struct Stack {
    all: [Open; MAX_STEPS],
    len: usize,
}

/// Follows the trie as far as the text is JSON, and takes what is open there for ended. Where that is.
fn follow(walk: &mut Walk<'_, '_, '_>, text: Utf8<'_>) -> usize {
    let mut scanner = Scanner::new(text, 0);
    let mut open = Stack { all: [Open { node: 0, list: false, start: 0 }; MAX_STEPS], len: 0 };
    let end = match follow_whole(walk, &mut scanner, &mut open) {
        Ok(()) => scanner.at(),
        Err(fault) => text.len().min(fault.at()),
    };
    for frame in open.all.iter().take(open.len).rev() {
        walk.leave(walk.node(frame.node), Span::new(frame.start, end));
    }
    end
}

/// As the scan of a whole body does it, but what is open where a fault is found can be told.
fn follow_whole(walk: &mut Walk<'_, '_, '_>, scanner: &mut Scanner<'_>, open: &mut Stack) -> Result<(), Fault> {
    let (mut index, mut name) = (0, Span::NONE);
    loop {
        let node = walk.node(index);
        walk.enter(node, name);
        let first = scanner.peek()?;
        if leads_on(node, first)
            && let Some(free) = open.all.get_mut(open.len)
        {
            let list = first == b'[';
            *free = Open { node: index, list, start: scanner.at() };
            open.len += 1;
            scanner.advance();
            if scanner.peek()? != if list { b']' } else { b'}' }
                && let Next::Value(child, child_name) = next(scanner, node, list, open.len)?
            {
                (index, name) = (child, child_name);
                continue;
            }
        } else {
            let span = scanner.skip_value(open.len)?;
            // A number may go on where the text does not.
            let number = Json::new(span.of(scanner.text())).kind() == JsonKind::Number;
            if number && !matches!(scanner.peek()?, b',' | b']' | b'}') {
                return Err(Fault::syntax(scanner.at()));
            }
            walk.leave(node, span);
        }
        loop {
            let Some(frame) = open.len.checked_sub(1).and_then(|top| open.all.get(top)).copied() else {
                return Ok(());
            };
            match scanner.peek()? {
                b',' => {
                    scanner.advance();
                    if let Next::Value(child, child_name) = next(scanner, walk.node(frame.node), frame.list, open.len)?
                    {
                        (index, name) = (child, child_name);
                        break;
                    }
                }
                end @ (b']' | b'}') if (end == b']') == frame.list => {
                    scanner.advance();
                    open.len -= 1;
                    let span = Span::new(frame.start, scanner.at());
                    walk.leave(walk.node(frame.node), span);
                }
                _ => return Err(Fault::syntax(scanner.at())),
            }
        }
    }
}

/// Where the scan goes on behind a value.
enum Next {
    /// To a value of this node, the member of this name.
    Value(u8, Span),
    /// Out of the innermost list or object.
    Up,
}

/// Goes to the next element or member that the trie knows, past others, or to the closing bracket.
fn next(scanner: &mut Scanner<'_>, node: &Node<'_>, list: bool, depth: usize) -> Result<Next, Fault> {
    loop {
        let (name, child) = if list {
            (Span::NONE, node.element)
        } else {
            scanner.expect_quote()?;
            let (name, member) = member(scanner, node, &mut 0)?;
            scanner.expect_colon()?;
            (name, member.map(|member| member.node))
        };
        if let Some(child) = child.or(if list { None } else { node.any_member }) {
            return Ok(Next::Value(child, name));
        }
        scanner.skip_value(depth)?;
        if scanner.peek()? != b',' {
            return Ok(Next::Up);
        }
        scanner.advance();
    }
}

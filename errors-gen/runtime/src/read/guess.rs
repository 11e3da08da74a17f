//! A body that was cut short: the code that it shows so far.

use core::fmt;

use crate::ErrorCode;
use crate::json::{Fault, Json, JsonKind, Scanner, Span, Utf8};
use crate::table::{Node, Reader};

use super::found::Found;
use super::item::Item;
use super::outcome::{Outcome, Reason};
use super::raw_code::RawCode;
use super::reading::Reading;
use super::scan::{Choice, without_mark};
use super::slots::Slots;
use super::spans::ItemSpans;
use super::walk::{MAX_STEPS, Walk, leads_on, member};

/// The code that the beginning of a body shows: a guess, because what was cut off could say otherwise.
///
/// Log pipelines cut long bodies. What is left is no JSON, so that [`Reading::read`] finds it unrecognized, as it must.
/// This looks at it as far as it goes. Only what can be the code of the primary error is given: a code that stands there
/// in full, in the first of the places where the envelope has its errors. A number at the very end may have lost digits,
/// so it is none. The codes of errors inside other errors are never given.
///
/// ```
/// use errors_gen::{Reading, commercetools};
///
/// let cut = r#"{"statusCode":409,"message":"Object 7f has a d","errors":[{"code":"ConcurrentModification","mess"#;
/// assert_eq!(commercetools::read(409, cut).code(), None); // it is not JSON
/// let guess = Reading::guess(&commercetools::READER, Some(409), cut.as_bytes());
/// assert!(guess.is("ConcurrentModification"));
/// assert_eq!(guess.cut_at(), Some(cut.len()));
/// ```
#[derive(Clone, Copy)]
pub struct Guess<'b, 't> {
    item: Option<Item<'b, 't>>,
    envelope: Option<&'t str>,
    cut_at: Option<usize>,
}

impl<'b, 't> Guess<'b, 't> {
    /// The code as far as it can be guessed, listed or not.
    #[must_use]
    pub fn raw_code<'a>(&self) -> Option<RawCode<'a>>
    where
        'b: 'a,
        't: 'a,
    {
        self.item.as_ref()?.raw_code()
    }

    /// The index of the code in the vendor's table; `None` where it is not listed.
    #[must_use]
    pub fn code_index(&self) -> Option<usize> {
        self.item.as_ref()?.code_index()
    }

    /// The code with the types of its vendor, which must be the one whose body was read.
    #[must_use]
    pub fn code_as<C: ErrorCode>(&self) -> Option<C> {
        self.code_index().and_then(C::from_index)
    }

    /// Whether the code is this text, exactly, listed or not.
    #[must_use]
    pub fn is(&self, wire: &str) -> bool {
        self.raw_code().is_some_and(|code| code.is(wire))
    }

    /// The catalog's name for the envelope that the body seems to have.
    #[must_use]
    pub const fn envelope(&self) -> Option<&'t str> {
        self.envelope
    }

    /// The byte from which on the body is not JSON, most often its length. `None` where nothing was missing: then this
    /// is what [`Reading::read`] reads as well, and no guess.
    #[must_use]
    pub const fn cut_at(&self) -> Option<usize> {
        self.cut_at
    }
}

impl fmt::Debug for Guess<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.raw_code();
        let code = code.as_ref().map(|code| code as &dyn fmt::Display);
        let mut all = f.debug_struct("Guess");
        match code {
            Some(code) => all.field("code", &format_args!("{code}")),
            None => all.field("code", &format_args!("none")),
        };
        all.field("envelope", &self.envelope).field("cut_at", &self.cut_at).finish()
    }
}

impl<'b, 't> Reading<'b, 't> {
    /// Looks at a body that may have been cut short for the code that it shows so far. See [`Guess`].
    #[must_use]
    pub fn guess(reader: &'t Reader<'t>, status: Option<u16>, body: &'b [u8]) -> Guess<'b, 't> {
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

//! Guesses the code of a body that was cut off.

use crate::Reason;
use crate::json::Fault;
use crate::table::Reader;

use super::batch::Elements;
use super::body::Body;
use super::choice::Choice;
use super::found::Found;
use super::http::Http;
use super::item::Item;
use super::reading::Reading;
use super::slots::Slots;
use super::walk::Walk;
use super::whole::without_mark;

/// The code in the beginning of a body.
#[derive(Clone, Copy)]
pub(crate) struct Guess<'b, 't> {
    /// The item whose code is the guess.
    pub(crate) item: Option<Item<'b, 't>>,
    pub(crate) envelope: Option<&'t str>,
    /// The byte offset at which the body stops being JSON; `None` if it is complete.
    pub(crate) cut_at: Option<usize>,
}

impl<'b, 't> Reading<'b, 't> {
    /// Looks for the code in a body that may have been cut off.
    pub(crate) fn guess(reader: &'t Reader<'t>, status: Option<u16>, body: &'b [u8]) -> Guess<'b, 't> {
        let mut whole = Self::of(reader, status, body);
        whole.read();
        let cut = whole.unread().is_some_and(|unread| unread.reason != Reason::NotEnvelope);
        if !cut {
            return Guess { item: whole.items().next(), envelope: whole.envelope(), cut_at: None };
        }
        let json = without_mark(body);
        let first = Self::guess_from(reader, status, body, body.len() - json.len());
        // There may be other text before the body, for example in a log.
        match start_behind_text(json) {
            Some(start) => Self::guess_from(reader, status, body, body.len() - json.len() + start),
            None => first,
        }
    }

    /// Looks for the code in the part that starts at this byte.
    fn guess_from(reader: &'t Reader<'t>, status: Option<u16>, body: &'b [u8], start: usize) -> Guess<'b, 't> {
        let json = body.get(start..).unwrap_or_default();
        let text = json.utf8_chunks().next().map_or("", |valid| valid.valid());
        // The item in the first place of the most likely envelope is the primary one.
        let (mut slots, mut found) = (Slots::EMPTY, Found::EMPTY);
        let end = Walk { reader, text, slots: &mut slots, found: Some(&mut found) }.body();
        let cut_at = end.map_or_else(Fault::at, |()| text.len()).min(text.len());
        let body = Body { reader, text, http: Http { received: status, of_batch: false } };
        let mut choice = Choice { body, slots: &slots, found: &mut found };
        let envelope = choice.choose(|batch, body| Elements::new(batch, body).tally()).map(|(envelope, _)| envelope);
        let of_element = |batch| {
            let mut readings = Elements::new(batch, body).map(|element| element.reading);
            readings.find_map(|reading| reading.items().next().filter(|_| reading.is_envelope()))
        };
        let item = envelope.and_then(|envelope| match &envelope.batch {
            None => choice.first_item(envelope.items.all),
            Some(batch) => of_element(batch),
        });
        Guess { item, envelope: envelope.map(|envelope| envelope.name), cut_at: Some(start + cut_at) }
    }
}

/// The start of an object or an array of objects that follows other text.
fn start_behind_text(body: &[u8]) -> Option<usize> {
    let object = body.iter().position(|&byte| byte == b'{')?;
    let before = body.get(..object)?.trim_ascii_end();
    let start = if before.ends_with(b"[") { before.len() - 1 } else { object };
    (!body.get(..start)?.trim_ascii().is_empty()).then_some(start)
}

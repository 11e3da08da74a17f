//! A body that was cut short: the code that it shows so far.

use crate::json::Fault;
use crate::table::Reader;

use super::batch::Elements;
use super::choice::{Choice, without_mark};
use super::found::Found;
use super::item::Item;
use super::outcome::{Outcome, Reason};
use super::reading::Reading;
use super::slots::Slots;
use super::walk::Walk;

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
        let text = json.utf8_chunks().next().map_or("", |valid| valid.valid());
        // Whatever stands in the first place of the envelope that seems to be the body's is its first item.
        let (mut slots, mut found) = (Slots::EMPTY, Found::EMPTY);
        let end = Walk { reader, text, slots: &mut slots, found: Some(&mut found) }.body();
        let cut_at = end.map_or_else(Fault::at, |()| text.len()).min(text.len());
        let mut choice = Choice { reader, status, text, slots: &slots, found: &mut found };
        let envelope = choice.choose().map(|(envelope, _)| envelope);
        let of_element = |batch| {
            let mut readings = Elements::new(batch, reader, status, text).map(|element| element.reading);
            readings.find_map(|reading| reading.items().next().filter(|_| reading.envelope().is_some()))
        };
        let item = envelope.and_then(|envelope| match &envelope.batch {
            None => choice.first_item(envelope.items.all.get(..1)?),
            Some(batch) => of_element(batch),
        });
        let cut_at = Some(body.len() - json.len() + cut_at);
        Guess { item, envelope: envelope.map(|envelope| envelope.name), cut_at }
    }
}

//! Batches: several answers in one body, each of which is read separately.

use crate::Outcome;
use crate::json::{Entries, Json, Span};
use crate::table::{Batch, Each, ItemPath, Reader};

use super::body::Body;
use super::choice::Tally;
use super::condition::is_there;
use super::http::Http;
use super::lazy::last_member;
use super::reading::Reading;

/// One answer of a batch.
#[derive(Clone)]
pub(crate) struct Element<'b, 't> {
    pub(crate) reading: Reading<'b, 't>,
    /// The id of the answer: the one in it, else its key.
    pub(crate) id: Option<Json<'b>>,
}

/// The answers of a batch, in order. If the body is cut off, the last one is incomplete.
#[derive(Clone)]
pub(crate) struct Elements<'b, 't> {
    batch: &'t Batch<'t>,
    /// How one of them is read.
    reader: Option<&'t Reader<'t>>,
    /// The whole body.
    body: Body<'b, 't>,
    entries: Option<Entries<'b>>,
    object: bool,
}

impl<'b, 't> Elements<'b, 't> {
    /// The answers of a batch in this body.
    pub(super) fn new(batch: &'t Batch<'t>, body: Body<'b, 't>) -> Self {
        let reader = body.reader.elements.get(usize::from(batch.reader)).copied();
        let found = batch.each.iter().find_map(|each| Some((entries(each, body.text)?, each.object)));
        let (entries, object) = found.map_or((None, false), |(entries, object)| (Some(entries), object));
        Self { batch, reader, body, entries, object }
    }

    /// Reads all answers, and summarizes their outcomes.
    pub(super) fn tally(self) -> Tally {
        let mut tally = Tally::default();
        let mut before = 0;
        for Element { reading, .. } in self {
            let outcome = reading.outcome();
            tally.fits |= reading.envelope().is_some();
            tally.succeeded |= matches!(outcome, Outcome::Succeeded | Outcome::Partial);
            tally.failed |= outcome != Outcome::Succeeded;
            if tally.primary.is_none() {
                tally.primary = reading.primary_index().map(|index| before + index);
                before += reading.count_items();
            }
        }
        tally
    }

    /// The key and the value of the next entry.
    fn entry(&mut self) -> Option<(Option<Span>, &'b str)> {
        let here = self.entries.as_mut()?.advance()?;
        let key = if self.object { Some(here.key().ok()?.0) } else { None };
        if self.object {
            here.colon().ok()?;
        }
        let _ = here.peek();
        let start = here.at();
        let end = if let Ok(value) = here.value(0) {
            value.end as usize
        } else {
            self.entries = None;
            self.body.text.len()
        };
        Some((key, self.body.text.get(start..end)?))
    }
}

impl<'b, 't> Iterator for Elements<'b, 't> {
    type Item = Element<'b, 't>;

    fn next(&mut self) -> Option<Element<'b, 't>> {
        let (key, text) = self.entry()?;
        let http = Http { received: self.body.http.received, of_batch: true };
        let (reading, slots) = Reading::element(Body { reader: self.reader?, text, http });
        let own = self.batch.id.iter().find_map(|path| match path {
            ItemPath::Value(slot) => slots.get(*slot).filter(|span| is_there(*span, text)),
            ItemPath::Name(_) => None,
        });
        let own = own.map(|span| Json::new(span.of(text)));
        Some(Element { reading, id: own.or_else(|| Some(Json::new(key?.of(self.body.text)))) })
    }
}

impl<'b, 't> Reading<'b, 't> {
    /// The answers in it, each of which was read by itself; `None` where it is a single one.
    pub(crate) fn elements(&self) -> Option<Elements<'b, 't>> {
        self.batch().map(|batch| Elements::new(batch, self.as_body()))
    }
}

/// The entries of an array or an object; `None` if it is missing or empty.
fn entries<'b>(each: &Each<'_>, body: &'b str) -> Option<Entries<'b>> {
    let at = each.path.iter().try_fold(0, |at, name| last_member(body, at, name))?;
    let entries = Entries::new(body, at, if each.object { b'{' } else { b'[' })?;
    entries.clone().advance().is_some().then_some(entries)
}

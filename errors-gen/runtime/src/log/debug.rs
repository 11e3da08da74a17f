//! The parts of what `Debug` shows.

use core::fmt::{self, Write as _};

use crate::decide::ItemJudge;
use crate::facts::Facts;
use crate::json::Json;
use crate::read::{Item, RawCode, Reading};
use crate::table::Field;

use super::line::{self, MASK, OneLine};
use super::show::{item_debug, quoted};

/// How many errors are shown.
const MOST: usize = 8;

/// The errors of a response.
pub(super) struct Errors<'r, 'b, 't, F> {
    pub(super) reading: &'r Reading<'b, 't>,
    pub(super) facts: F,
    pub(super) masked: bool,
}

impl<'t, F: Facts<'t>> fmt::Debug for Errors<'_, '_, 't, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut items = self.reading.items();
        let mut list = f.debug_list();
        for item in items.by_ref().take(MOST) {
            let judge = ItemJudge { item, status: self.reading.status(), facts: self.facts };
            list.entry(&Error { judge, masked: self.masked });
        }
        if items.next().is_some() { list.finish_non_exhaustive() } else { list.finish() }
    }
}

struct Error<'b, 't, F> {
    judge: ItemJudge<'b, 't, F>,
    masked: bool,
}

impl<'t, F: Facts<'t>> fmt::Debug for Error<'_, 't, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        item_debug("Error", &self.judge, self.masked, f)
    }
}

/// A code in quotes.
pub(super) struct Quoted<'a>(pub(super) RawCode<'a>);

impl fmt::Debug for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        quoted(f, |out| write!(out, "{}", self.0))
    }
}

/// A message in quotes.
pub(super) struct MessageOf<'b, 't, F> {
    pub(super) item: Item<'b, 't>,
    pub(super) facts: F,
    pub(super) masked: bool,
}

impl<'t, F: Facts<'t>> fmt::Debug for MessageOf<'_, 't, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        quoted(f, |out| line::message(&self.item, self.facts, self.masked, out))
    }
}

/// The documented fields of an item's code that are there, with their values.
fn documented<'a, 'b: 'a, 't: 'a, F: Facts<'t>>(
    item: Item<'b, 't>,
    facts: F,
) -> impl Iterator<Item = (&'t Field<'t>, Json<'a>)> + use<'a, 'b, 't, F> {
    let json = item.fields();
    let fields = item.code_index().map_or(&[][..], |code| facts.fields(code));
    fields.iter().filter_map(move |field| {
        let mut names = core::iter::once(&field.name).chain(field.also);
        names.find_map(|name| json.get(name)).map(|value| (field, value))
    })
}

/// The documented fields that are there.
pub(super) struct Fields<'b, 't, F> {
    pub(super) item: Item<'b, 't>,
    pub(super) facts: F,
    pub(super) masked: bool,
}

impl<'b, 't, F: Facts<'t>> Fields<'b, 't, F> {
    /// Each with its value.
    fn present<'a>(&self) -> impl Iterator<Item = (&'t Field<'t>, Json<'a>)> + use<'a, 'b, 't, F>
    where
        'b: 'a,
        't: 'a,
    {
        documented(self.item, self.facts)
    }

    pub(super) fn any(&self) -> bool {
        self.present().next().is_some()
    }
}

impl<'t, F: Facts<'t>> fmt::Debug for Fields<'_, 't, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self
            .present()
            .map(|(field, value)| (field.name, Value((!self.masked || !field.sensitive).then_some(value))));
        f.debug_map().entries(shown).finish()
    }
}

/// A value; `None` is one that is not shown.
struct Value<'b>(Option<Json<'b>>);

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(value) => write!(OneLine { to: f, quoted: false }, "{value}"),
            None => f.write_str(MASK),
        }
    }
}

//! From a reading and the facts of its vendor to a judgement.

use crate::facts::Facts;
use crate::read::{Item, Outcome, Reading};
use crate::table::TransportError;
use crate::{Advice, Retry};

use super::attribute::Attribute;
use super::{Based, Basis, StatusAdvice};

/// Judges one item of a response.
#[derive(Clone, Copy)]
pub(crate) struct ItemJudge<'b, 't, F> {
    pub(crate) item: Item<'b, 't>,
    /// The HTTP status of the response.
    pub(crate) status: Option<u16>,
    pub(crate) facts: F,
}

impl<'t, F: Facts<'t>> ItemJudge<'_, 't, F> {
    pub(crate) fn judge<A: Attribute<'t>>(&self) -> Based<A> {
        let Some(raw) = self.item.raw_code() else {
            let transport = self.status.and_then(|status| transport(self.item.reader().transport, status));
            return transport.map_or_else(|| self.by_status(), |error| based(A::of_transport(error), Basis::Transport));
        };
        let of_code = self.item.code_index().and_then(|code| A::of_code(self.facts, code));
        if let Some(value) = of_code {
            return based(value, Basis::Code);
        }
        if let Some(found) = raw.with_bytes(|code| unlisted(self.facts.form(), core::str::from_utf8(code).ok()?)) {
            return found;
        }
        if self.item.means_success() == Some(true) { based(A::SUCCESS, Basis::Success) } else { self.by_status() }
    }

    /// The item's own status comes first.
    fn by_status<A: Attribute<'t>>(&self) -> Based<A> {
        let own = self.item.status().and_then(StatusAdvice::of);
        of_status(own.or_else(|| self.status.and_then(StatusAdvice::of)))
    }
}

/// What the structure of a code says.
fn unlisted<'t, A: Attribute<'t>>(form: crate::table::CodeForm<'t>, code: &str) -> Option<Based<A>> {
    let value = form.statements(code).find_map(|statement| A::of_structure(statement.advised()))?;
    Some(based(value, Basis::Structure))
}

/// Judges a response as a whole.
#[derive(Clone, Copy)]
pub(crate) struct Judge<'r, 'b, 't, F> {
    pub(crate) reading: &'r Reading<'b, 't>,
    pub(crate) facts: F,
}

impl<'b, 't, F: Facts<'t>> Judge<'_, 'b, 't, F> {
    pub(crate) fn item(&self, item: Item<'b, 't>) -> ItemJudge<'b, 't, F> {
        ItemJudge { item, status: self.reading.status(), facts: self.facts }
    }

    /// By the primary item, or by what is known without one.
    pub(crate) fn judge<A: Attribute<'t>>(&self) -> Based<A> {
        match self.reading.primary() {
            Some(item) => self.item(item).judge(),
            None => self.without_items(),
        }
    }

    fn without_items<A: Attribute<'t>>(&self) -> Based<A> {
        if !self.reading.is_error() {
            let by_body = self.reading.outcome() == Outcome::Succeeded;
            return based(A::SUCCESS, if by_body { Basis::Success } else { Basis::Status });
        }
        match self.reading.transport() {
            Some(error) => based(A::of_transport(error), Basis::Transport),
            None => of_status(self.reading.status().and_then(StatusAdvice::of)),
        }
    }

    /// The advice of the item that is the hardest to get past. Items whose codes mean success do not count.
    pub(crate) fn retry(&self) -> Based<Retry<'t>> {
        if self.reading.primary().is_none() {
            return self.without_items();
        }
        let mut hardest: Option<Based<Retry<'t>>> = None;
        for item in self.reading.items().filter(|item| item.means_success() != Some(true)) {
            let retry: Based<Retry<'t>> = self.item(item).judge();
            if hardest.is_none_or(|hardest| retry.advice.hardness() > hardest.advice.hardness()) {
                hardest = Some(retry);
            }
            if retry.advice == Advice::Never {
                break;
            }
        }
        hardest.unwrap_or_else(|| self.without_items())
    }
}

const fn based<T>(value: T, basis: Basis) -> Based<T> {
    Based { value, basis }
}

fn of_status<'t, A: Attribute<'t>>(advice: Option<StatusAdvice>) -> Based<A> {
    match advice {
        Some(advice) => based(A::of_status(&advice), Basis::Status),
        None => based(A::NOTHING, Basis::Nothing),
    }
}

fn transport<'t>(documented: &'t [TransportError<'t>], status: u16) -> Option<&'t TransportError<'t>> {
    documented.iter().find(|error| error.http == status)
}

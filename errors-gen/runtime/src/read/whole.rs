//! Reading a whole body, bytes of any kind.

use crate::Reason;
use crate::json::{Fault, Scanner};
use crate::table::Reader;

use super::batch::Elements;
use super::http::Http;
use super::outcome::Unread;
use super::reading::Reading;
use super::slots::Slots;

impl<'b, 't> Reading<'b, 't> {
    /// A body that came with this HTTP status, `None` where it is not known; [`read`](Self::read) comes next.
    #[inline]
    pub(crate) const fn of(reader: &'t Reader<'t>, status: Option<u16>, body: &'b [u8]) -> Self {
        Self::unread_yet(reader, Http { received: status, of_batch: false }, body)
    }

    /// Reads the body, in place, since a reading is large to move. Never fails: what the body is not is told by
    /// [`outcome`](Self::outcome).
    #[inline(never)]
    pub(crate) fn read(&mut self) {
        let body = self.body();
        match self.fill_with(body) {
            Err(fault) => self.set_unread(not_read(body, fault)),
            Ok(()) if self.is_envelope() => {}
            Ok(()) => self.set_unread(Unread::whole(Reason::NotEnvelope)),
        }
    }

    #[inline]
    fn fill_with(&mut self, body: &'b [u8]) -> Result<(), Fault> {
        let json = without_mark(body);
        if u32::try_from(json.len()).is_err() {
            return Ok(());
        }
        let text = core::str::from_utf8(json).map_err(|error| first_fault(json, error.valid_up_to()))?;
        let mut slots = Slots::EMPTY;
        self.fill(text, &mut slots, |batch, body| Elements::new(batch, body).tally())
    }
}

/// A body without its byte order mark.
#[inline]
pub(super) const fn without_mark(body: &[u8]) -> &[u8] {
    match body {
        [0xef, 0xbb, 0xbf, json @ ..] => json,
        _ => body,
    }
}

/// The first fault of a body that is UTF-8 only up to this byte.
#[cold]
fn first_fault(json: &[u8], valid: usize) -> Fault {
    let text = json.get(..valid).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or_default();
    let mut scanner = Scanner::new(text, 0);
    match scanner.value(0).and_then(|_| scanner.end()) {
        Err(fault) if fault.at() < valid => fault,
        _ => Fault::syntax(valid),
    }
}

/// Why a body with this fault is not read.
#[cold]
fn not_read(body: &[u8], fault: Fault) -> Unread {
    if is_blank(body) {
        return Unread::whole(Reason::Empty);
    }
    let reason = match fault {
        Fault::Syntax(_) => Reason::NotJson,
        Fault::TooDeep(_) => Reason::TooDeep,
    };
    let mark = body.len() - without_mark(body).len();
    Unread { reason, offset: Some(fault.at() + mark) }
}

/// Whether a body is empty or nothing but whitespace, perhaps behind a byte order mark.
fn is_blank(body: &[u8]) -> bool {
    without_mark(body).iter().all(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r'))
}

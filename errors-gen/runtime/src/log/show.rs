//! With and without a mask.

use core::fmt::{self, Write as _};

use crate::decide::ItemJudge;
use crate::facts::Facts;
use crate::read::Reading;

use super::debug::{Errors, Fields, MessageOf, Quoted};
use super::line::{self, OneLine};

/// What can be shown with and without a mask.
pub trait Show {
    /// As `Display` shows it.
    fn line(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    /// As `Debug` shows it.
    fn debug(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// A view of a response or an error whose `Display` and `Debug` show sensitive data, too.
///
/// ```
/// use errors_gen::omnicart;
///
/// let body = r#"{"code": "124102", "message": "customerId C-58 is linked to itemId B-7 in cartId 12 with an active timer"}"#;
/// let response = omnicart::read(409, body);
/// assert!(!response.to_string().contains("C-58")); // the catalog marks the customer's id
/// assert!(response.unmasked().to_string().contains("C-58"));
/// ```
#[derive(Clone, Copy)]
pub struct Unmasked<'a, T>(&'a T);

impl<'a, T: Show> Unmasked<'a, T> {
    pub(crate) const fn new(shown: &'a T) -> Self {
        Self(shown)
    }
}

impl<T: Show> fmt::Display for Unmasked<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.line(false, f)
    }
}

impl<T: Show> fmt::Debug for Unmasked<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.debug(false, f)
    }
}

/// A response in one line.
pub(crate) fn response_line<'t>(
    reading: &Reading<'_, 't>,
    facts: impl Facts<'t>,
    masked: bool,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match line::head(reading, f)? {
        Some(item) if item.message().is_some() => {
            f.write_str(": ")?;
            line::message(&item, facts, masked, &mut OneLine { to: f, quoted: false })
        }
        _ => Ok(()),
    }
}

/// An error in one line.
pub(crate) fn item_line<'t, F: Facts<'t>>(
    judge: &ItemJudge<'_, 't, F>,
    masked: bool,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    line::code(&judge.item, f)?;
    if judge.item.message().is_none() {
        return Ok(());
    }
    f.write_str(": ")?;
    line::message(&judge.item, judge.facts, masked, &mut OneLine { to: f, quoted: false })
}

/// A response for a developer: no tables, and no body.
pub(crate) fn response_debug<'t>(
    name: &str,
    reading: &Reading<'_, 't>,
    facts: impl Facts<'t>,
    masked: bool,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut all = f.debug_struct(name);
    all.field("vendor", &facts.vendor_name())
        .field("status", &reading.status())
        .field("outcome", &reading.outcome())
        .field("envelope", &reading.envelope())
        .field("errors", &Errors { reading, facts, masked });
    if masked {
        all.field("body", &format_args!("{} bytes", reading.body().len())).finish()
    } else {
        let text = core::str::from_utf8(reading.body()).ok();
        match text {
            Some(text) => all.field("body", &text).finish(),
            None => all.field("body", &reading.body()).finish(),
        }
    }
}

/// An error for a developer.
pub(crate) fn item_debug<'t, F: Facts<'t>>(
    name: &str,
    judge: &ItemJudge<'_, 't, F>,
    masked: bool,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let ItemJudge { item, facts, .. } = *judge;
    let mut all = f.debug_struct(name);
    all.field("code", &item.raw_code().map(Quoted));
    if item.message().is_some() {
        all.field("message", &MessageOf { item, facts, masked });
    }
    if let Some(status) = item.status() {
        all.field("status", &status);
    }
    let fields = Fields { item, facts, masked };
    if fields.any() {
        all.field("fields", &fields);
    }
    all.finish()
}

impl fmt::Display for Reading<'_, '_> {
    /// One line: the vendor, the status, and what the body says but for its message, [which may be
    /// sensitive](crate::log).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line::head(self, f).map(|_| ())
    }
}

impl fmt::Debug for Reading<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading")
            .field("vendor", &self.reader().title)
            .field("status", &self.status())
            .field("outcome", &self.outcome())
            .field("envelope", &self.envelope())
            .field("primary", &self.primary())
            .field("body", &format_args!("{} bytes", self.body().len()))
            .finish()
    }
}

impl fmt::Debug for crate::read::Item<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Item").field("code", &self.raw_code().map(Quoted)).finish_non_exhaustive()
    }
}

impl fmt::Debug for crate::read::Items<'_, '_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}

/// Writes a text in quotes.
pub(super) fn quoted(
    f: &mut fmt::Formatter<'_>,
    write: impl FnOnce(&mut OneLine<'_, '_>) -> fmt::Result,
) -> fmt::Result {
    f.write_char('"')?;
    write(&mut OneLine { to: f, quoted: true })?;
    f.write_char('"')
}

//! A body of any vendor, with what its catalog says.

use core::fmt;
use core::ops::Deref;

use crate::Vendor;
use crate::decide::{Attempt, Based, Decision, ItemJudge, Judge};
use crate::log::{self, Label, Show, Unmasked};
use crate::read::{Item, Items, Message, RawCode, Reading};
use crate::wording::Parameters;
use crate::{Audience, Kind, Retry};

use super::AnyCode;

/// A response of a vendor that is chosen at run time, read: a [`Reading`] that knows whose it is.
///
/// `Display` says in one line what happened, without [what may be sensitive](crate::log::Unmasked).
#[derive(Clone)]
pub struct AnyResponse<'b, 't> {
    vendor: Vendor<'t>,
    reading: Reading<'b, 't>,
}

impl<'b, 't> AnyResponse<'b, 't> {
    pub(crate) const fn new(vendor: Vendor<'t>, reading: Reading<'b, 't>) -> Self {
        Self { vendor, reading }
    }

    /// As `Debug` shows it, under this name.
    pub(crate) fn debug_as(&self, name: &str, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        log::response_debug(name, &self.reading, self.vendor, masked, f)
    }

    const fn judge(&self) -> Judge<'_, 'b, 't, Vendor<'t>> {
        Judge { reading: &self.reading, facts: self.vendor }
    }

    /// Whose response it is.
    #[must_use]
    pub const fn vendor(&self) -> Vendor<'t> {
        self.vendor
    }

    /// The same without what the catalog says of codes.
    #[must_use]
    pub const fn reading(&self) -> &Reading<'b, 't> {
        &self.reading
    }

    /// The code of the error that failed the request; `None` where it is not listed, where the error has no code, and
    /// where nothing failed.
    #[must_use]
    pub fn code(&self) -> Option<AnyCode<'t>> {
        self.primary()?.code()
    }

    /// The code of the error that failed the request as it came, listed or not.
    #[must_use]
    pub fn raw_code<'a>(&self) -> Option<RawCode<'a>>
    where
        'b: 'a,
        't: 'a,
    {
        self.reading.primary()?.raw_code()
    }

    /// Whether the code of the error that failed the request is this text, listed or not.
    #[must_use]
    pub fn is(&self, wire: &str) -> bool {
        self.raw_code().is_some_and(|code| code.is(wire))
    }

    /// The message of the error that failed the request.
    #[must_use]
    pub fn message(&self) -> Option<Message<'b>> {
        self.reading.primary()?.message()
    }

    /// The parameters of the message of the error that failed the request, as [`AnyItem::parameters`] gives them.
    #[must_use]
    pub fn parameters(&self) -> Option<Parameters<'b, 't>> {
        self.primary()?.parameters()
    }

    /// The error that failed the request. A success has none.
    #[must_use]
    pub fn primary(&self) -> Option<AnyItem<'b, 't>> {
        self.reading.primary().map(|item| AnyItem(self.judge().item(item)))
    }

    /// Every item in order: the top-level one first, then those of lists. Codes that mean success are items too.
    #[must_use]
    pub fn errors(&self) -> AnyErrors<'_, 'b, 't> {
        AnyErrors { items: self.reading.items(), judge: self.judge() }
    }

    /// The codes that the catalog does not list, in order.
    pub fn unlisted<'a>(&'a self) -> impl Iterator<Item = RawCode<'a>> + use<'a, 'b, 't> {
        self.reading.unlisted()
    }

    /// The canonical kind of the error that failed the request. Always answers: [how](crate::decide).
    #[must_use]
    pub fn kind(&self) -> Based<Kind> {
        self.judge().judge()
    }

    /// Whether and how to send the request again. Always answers: [how](crate::decide).
    #[must_use]
    pub fn retry(&self) -> Based<Retry<'t>> {
        self.judge().retry()
    }

    /// Who can do something about the error that failed the request. Always answers: [how](crate::decide).
    #[must_use]
    pub fn audience(&self) -> Based<Audience> {
        self.judge().judge()
    }

    /// What to do about the error that failed the request. Always answers: [how](crate::decide).
    #[must_use]
    pub fn action(&self) -> Based<&'t str> {
        self.judge().judge()
    }

    /// What to do next with the request that this answers.
    #[must_use]
    pub fn decide(&self, attempt: &Attempt<'_>) -> Decision<'t> {
        self.judge().decide(attempt)
    }

    /// A label for metrics.
    #[must_use]
    pub fn label(&self) -> Label<'t> {
        log::label(&self.judge())
    }

    /// A view whose `Display` and `Debug` show everything.
    #[must_use]
    pub const fn unmasked(&self) -> Unmasked<'_, Self> {
        Unmasked::new(self)
    }
}

impl<'b, 't> Deref for AnyResponse<'b, 't> {
    type Target = Reading<'b, 't>;

    fn deref(&self) -> &Reading<'b, 't> {
        &self.reading
    }
}

impl Show for AnyResponse<'_, '_> {
    fn line(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        log::response_line(&self.reading, self.vendor, masked, f)
    }
    fn debug(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.debug_as("AnyResponse", masked, f)
    }
}

/// One error of a response of any vendor: an [`Item`] that knows whose it is.
#[derive(Clone, Copy)]
pub struct AnyItem<'b, 't>(ItemJudge<'b, 't, Vendor<'t>>);

impl<'b, 't> AnyItem<'b, 't> {
    /// The same without what the catalog says of codes.
    #[must_use]
    pub const fn item(&self) -> Item<'b, 't> {
        self.0.item
    }

    /// Whose error it is.
    #[must_use]
    pub const fn vendor(&self) -> Vendor<'t> {
        self.0.facts
    }

    /// The code; `None` where it is not listed or missing.
    #[must_use]
    pub fn code(&self) -> Option<AnyCode<'t>> {
        AnyCode::new(self.0.facts, self.0.item.code_index()?)
    }

    /// The parameters of the message, by the wordings that the catalog has for the code; `None` where the code is not
    /// listed or has no wording, and where the message follows none. See [`wording`](crate::wording).
    #[must_use]
    pub fn parameters(&self) -> Option<Parameters<'b, 't>> {
        self.item().parameters(self.code()?.messages())
    }

    /// The canonical kind. Always answers: [how](crate::decide).
    #[must_use]
    pub fn kind(&self) -> Based<Kind> {
        self.0.judge()
    }

    /// Whether and how to send the request again, as far as this error goes. Always answers: [how](crate::decide).
    #[must_use]
    pub fn retry(&self) -> Based<Retry<'t>> {
        self.0.judge()
    }

    /// Who can do something about it. Always answers: [how](crate::decide).
    #[must_use]
    pub fn audience(&self) -> Based<Audience> {
        self.0.judge()
    }

    /// What to do about it. Always answers: [how](crate::decide).
    #[must_use]
    pub fn action(&self) -> Based<&'t str> {
        self.0.judge()
    }

    /// A view whose `Display` and `Debug` show everything.
    #[must_use]
    pub const fn unmasked(&self) -> Unmasked<'_, Self> {
        Unmasked::new(self)
    }
}

impl<'b, 't> Deref for AnyItem<'b, 't> {
    type Target = Item<'b, 't>;

    fn deref(&self) -> &Item<'b, 't> {
        &self.0.item
    }
}

impl Show for AnyItem<'_, '_> {
    fn line(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        log::item_line(&self.0, masked, f)
    }
    fn debug(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        log::item_debug("AnyItem", &self.0, masked, f)
    }
}

/// The errors of a response of any vendor, in order.
#[derive(Clone)]
pub struct AnyErrors<'r, 'b, 't> {
    items: Items<'r, 'b, 't>,
    judge: Judge<'r, 'b, 't, Vendor<'t>>,
}

impl<'b, 't> Iterator for AnyErrors<'_, 'b, 't> {
    type Item = AnyItem<'b, 't>;

    fn next(&mut self) -> Option<AnyItem<'b, 't>> {
        self.items.next().map(|item| AnyItem(self.judge.item(item)))
    }
}

impl fmt::Debug for AnyErrors<'_, '_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// `Display` and `Debug` through [`Show`], masked.
macro_rules! shown {
    ($($type:ident)+) => {$(
        impl fmt::Display for $type<'_, '_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.line(true, f)
            }
        }

        impl fmt::Debug for $type<'_, '_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.debug(true, f)
            }
        }
    )+};
}

shown!(AnyResponse AnyItem);

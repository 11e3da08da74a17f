//! The same, on the types of one vendor.

use core::fmt;

use crate::facts::Typed;
use crate::read::{Guess, RawCode, Reading};
use crate::{ErrorCode, ErrorItem, Errors, Response};

use super::{Label, Show, Unmasked, item_debug, item_line, label, response_debug, response_line};

impl<'b, C: ErrorCode> Response<'b, C> {
    /// As `Debug` shows it, under this name.
    pub(crate) fn debug_as(&self, name: &str, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        response_debug(name, self.reading(), Typed::<C>::new(), masked, f)
    }

    /// A label for metrics: the vendor, the kind and the code, of few different values whatever comes in.
    #[must_use]
    pub fn label(&self) -> Label<'static> {
        label(&self.judge())
    }

    /// The codes that the catalog does not list, in order. Whoever reports them learns of changes at the vendor.
    ///
    /// ```
    /// let body = r#"{"code": "124102", "debug": [{"code": "987654"}]}"#;
    /// let response = errors_gen::omnicart::read(409, body);
    /// assert!(response.unlisted().all(|code| code.is("987654")));
    /// ```
    pub fn unlisted<'a>(&'a self) -> impl Iterator<Item = RawCode<'a>> + use<'a, 'b, C> {
        self.reading().unlisted()
    }

    /// A view whose `Display` and `Debug` show everything, also what the catalog marks as sensitive, and the body.
    #[must_use]
    pub const fn unmasked(&self) -> Unmasked<'_, Self> {
        Unmasked::new(self)
    }

    /// Looks at a body that may have been cut short for the code that it shows so far.
    ///
    /// ```
    /// use errors_gen::omnicart::{Code, Response};
    ///
    /// let guess = Response::guess(409, r#"{"code":"124102","message":"customerId C-5"#);
    /// assert_eq!(guess.code_as::<Code>(), Some(Code::TimerAlreadyActive));
    /// ```
    #[must_use]
    pub fn guess<B: AsRef<[u8]> + ?Sized>(status: impl Into<Option<u16>>, body: &'b B) -> Guess<'b, 'static> {
        Reading::guess(C::READER, status.into(), body.as_ref())
    }
}

impl<C: ErrorCode> ErrorItem<'_, C> {
    /// A view whose `Display` and `Debug` show everything, also what the catalog marks as sensitive.
    #[must_use]
    pub const fn unmasked(&self) -> Unmasked<'_, Self> {
        Unmasked::new(self)
    }
}

impl<C: ErrorCode> Show for Response<'_, C> {
    fn line(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        response_line(self.reading(), Typed::<C>::new(), masked, f)
    }
    fn debug(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.debug_as("Response", masked, f)
    }
}

impl<C: ErrorCode> Show for ErrorItem<'_, C> {
    fn line(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        item_line(&self.judge(), masked, f)
    }
    fn debug(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        item_debug("ErrorItem", &self.judge(), masked, f)
    }
}

impl<C: ErrorCode> fmt::Display for Response<'_, C> {
    /// One line that says what happened, without [what may be sensitive](crate::log::Unmasked).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.line(true, f)
    }
}

impl<C: ErrorCode> fmt::Debug for Response<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.debug(true, f)
    }
}

impl<C: ErrorCode> fmt::Display for ErrorItem<'_, C> {
    /// The code and the message in one line, without [what may be sensitive](crate::log::Unmasked).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.line(true, f)
    }
}

impl<C: ErrorCode> fmt::Debug for ErrorItem<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.debug(true, f)
    }
}

impl<C: ErrorCode> fmt::Debug for Errors<'_, '_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

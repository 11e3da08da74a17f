//! A body that was cut short: the code that it shows so far.

use core::fmt;

use super::Response;
use crate::codes::Whose as _;
use crate::read::{self, RawCode, Reading};
use crate::{AnyCode, Codes, ErrorCode, Status, Vendor};

/// The code that the beginning of a body shows: a guess, because what was cut off could say otherwise.
///
/// Log pipelines cut long bodies. What is left is no JSON, so that reading finds it unrecognized, as it must.
/// This looks at it as far as it goes. Only what can be the code of the primary error is given: a code that stands there
/// in full, in the first of the places where the envelope has its errors. A number at the very end may have lost digits,
/// so it is none. The codes of errors inside other errors are never given. Other text before the body is passed over.
///
/// ```
/// use errors_gen::commercetools::{self, Response};
///
/// let cut = r#"{"statusCode":409,"message":"Object 7f has a d","errors":[{"code":"ConcurrentModification","mess"#;
/// assert_eq!(commercetools::read(409, cut).code(), None); // it is not JSON
/// let guess = Response::guess(409, cut);
/// assert!(guess.is("ConcurrentModification"));
/// assert_eq!(guess.cut_at(), Some(cut.len()));
/// ```
#[derive(Clone, Copy)]
pub struct Guess<'b, C = AnyCode<'b>> {
    guess: read::Guess<'b, 'b>,
    /// Any code of the vendor.
    whose: C,
}

impl<'b, C: ErrorCode> Response<'b, C> {
    /// Looks at a body that may have been cut short for the code that it shows so far.
    ///
    /// ```
    /// use errors_gen::omnicart::{Code, Response};
    ///
    /// let guess = Response::guess(409, r#"{"code":"124102","message":"customerId C-5"#);
    /// assert_eq!(guess.code(), Some(Code::TimerAlreadyActive));
    /// ```
    #[must_use]
    pub fn guess<B: AsRef<[u8]> + ?Sized>(status: impl Into<Status>, body: &'b B) -> Guess<'b, C> {
        Guess::of(C::any_of(()), status.into(), body.as_ref())
    }
}

impl<'t> Vendor<'t> {
    /// Looks at a body that may have been cut short for the code that it shows so far. See [`Guess`].
    #[must_use]
    pub fn guess<'b, B>(self, status: impl Into<Status>, body: &'b B) -> Guess<'b, AnyCode<'t>>
    where
        B: AsRef<[u8]> + ?Sized,
        't: 'b,
    {
        Guess::of(AnyCode::unchecked(self, 0), status.into(), body.as_ref())
    }
}

impl<'b, 't, C: Codes<'t>> Guess<'b, C> {
    pub(crate) fn of(whose: C, status: Status, body: &'b [u8]) -> Self
    where
        C: 'b,
    {
        Self { guess: Reading::guess(whose.reader(), status.get(), body), whose }
    }

    /// The code as far as it can be guessed; `None` where it is not listed.
    #[must_use]
    pub fn code(&self) -> Option<C> {
        self.whose.listed(self.guess.item?.code_index()?)
    }

    /// The code as far as it can be guessed, as it came, listed or not.
    #[must_use]
    pub fn raw_code(&self) -> Option<RawCode<'b>> {
        self.guess.item?.raw_code()
    }

    /// Whether the code is this text, exactly, listed or not.
    #[must_use]
    pub fn is(&self, wire: &str) -> bool {
        self.raw_code().is_some_and(|code| code.is(wire))
    }

    /// The catalog's name for the envelope that the body seems to have.
    #[must_use]
    pub const fn envelope(&self) -> Option<&'b str> {
        self.guess.envelope
    }

    /// The byte from which on the body is not JSON, most often its length. `None` where nothing was missing: then this
    /// is what reading the body gives as well, and no guess.
    #[must_use]
    pub const fn cut_at(&self) -> Option<usize> {
        self.guess.cut_at
    }
}

impl<'t, C: Codes<'t>> fmt::Debug for Guess<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = f.debug_struct("Guess");
        match self.raw_code() {
            Some(_) if self.code().is_none() => all.field("code", &format_args!("not listed")),
            Some(code) => all.field("code", &format_args!("{code}")),
            None => all.field("code", &format_args!("none")),
        };
        all.field("envelope", &self.envelope()).field("cut_at", &self.cut_at()).finish()
    }
}

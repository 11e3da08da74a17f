//! Guesses the code of a body that was cut off.

use core::fmt;

use super::Response;
use crate::codes::Whose as _;
use crate::read::{self, RawCode, Reading};
use crate::{AnyCode, Codes, ErrorCode, Status, Vendor};

/// The code in the beginning of a body: a guess, since the part that was cut off could change it.
///
/// Log pipelines truncate long bodies. The rest is not valid JSON, so reading it yields an unrecognized body. This
/// looks for the code in the part that is left. Only a code that can be that of the primary error is returned: it must
/// be complete, and in the first place where the envelope has errors. A number at the very end is ignored, since it may
/// lack digits, and so are the codes of errors nested in other errors. Other text before the body is skipped.
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
    /// An arbitrary code of the vendor.
    whose: C,
}

impl<'b, C: ErrorCode> Response<'b, C> {
    /// Looks for the code in a body that may have been cut off.
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
    /// Looks for the code in a body that may have been cut off. See [`Guess`].
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

    /// The guessed code; `None` if there is none or it is not listed.
    #[must_use]
    pub fn code(&self) -> Option<C> {
        self.whose.listed(self.guess.item?.code_index()?)
    }

    /// The guessed code as received, listed or not.
    #[must_use]
    pub fn raw_code(&self) -> Option<RawCode<'b>> {
        self.guess.item?.raw_code()
    }

    /// Whether the code is this text, exactly, listed or not.
    #[must_use]
    pub fn is(&self, wire: &str) -> bool {
        self.raw_code().is_some_and(|code| code.is(wire))
    }

    /// The catalog's name for the envelope that the body seems to have, if any.
    #[must_use]
    pub const fn envelope(&self) -> Option<&'b str> {
        self.guess.envelope
    }

    /// The byte offset at which the body stops being JSON, usually its length. `None` if the body is complete: then
    /// reading it yields the same code, and this is not a guess.
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

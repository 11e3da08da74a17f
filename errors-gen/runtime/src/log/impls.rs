//! Implements `Display` and `Debug`, with and without masking.

use core::fmt;

use super::{debug, line};
#[cfg(feature = "alloc")]
use crate::ResponseError;
use crate::{Codes, ErrorItem, Errors, Response};

/// A type that can be shown with and without masking.
trait Show {
    /// Writes it as `Display` does.
    fn line(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    /// Writes it as `Debug` does.
    fn debug(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// Shows a value without masking.
struct Unmasked<'a, T>(&'a T);

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

impl<'t, C: Codes<'t>> Show for Response<'_, C> {
    fn line(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line::response(self, masked, f)
    }
    fn debug(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug::response("Response", self, masked, f)
    }
}

impl<'t, C: Codes<'t>> Show for ErrorItem<'_, C> {
    fn line(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line::item(self, masked, f)
    }
    fn debug(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug::item("ErrorItem", self, masked, f)
    }
}

#[cfg(feature = "alloc")]
impl<'t, C: Codes<'t>> Show for ResponseError<C> {
    fn line(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line::response(&self.response(), masked, f)
    }
    fn debug(&self, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug::response("ResponseError", &self.response(), masked, f)
    }
}

/// Implements `Display` and `Debug` with masking, and the method `unmasked`.
macro_rules! shown {
    ($($shown:ty)+) => {$(
        impl<'t, C: Codes<'t>> $shown {
            /// A view whose `Display` and `Debug` show everything, also what the catalog marks as sensitive.
            ///
            /// ```
            /// use errors_gen::omnicart;
            ///
            /// let message = "customerId C-58 is linked to itemId B-7 in cartId 12 with an active timer";
            /// let body = format!(r#"{{"code": "124102", "message": "{message}"}}"#);
            /// let response = omnicart::read(409, &body);
            /// assert!(!response.to_string().contains("C-58")); // the catalog marks the customer's id
            /// assert!(response.unmasked().to_string().contains("C-58"));
            /// ```
            #[must_use]
            pub fn unmasked(&self) -> impl fmt::Display + fmt::Debug {
                Unmasked(self)
            }
        }

        impl<'t, C: Codes<'t>> fmt::Display for $shown {
            /// One line that says what happened, without [what may be sensitive](crate::log).
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.line(true, f)
            }
        }

        impl<'t, C: Codes<'t>> fmt::Debug for $shown {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.debug(true, f)
            }
        }
    )+};
}

shown!(Response<'_, C> ErrorItem<'_, C>);
#[cfg(feature = "alloc")]
shown!(ResponseError<C>);

impl<'t, C: Codes<'t>> fmt::Debug for Errors<'_, '_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

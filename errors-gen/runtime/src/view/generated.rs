//! The code that all generated views share.

use core::fmt;

use super::fields::names;
use super::marked::Marked;
use super::{FieldError, Fields, Located, View};
use crate::json::{Json, JsonKind};
use crate::mask::MASK;
use crate::table::Field;

/// A generated view: [`Fields`] with accessors for the documented ones.
pub trait Generated<'b>: Copy + From<Fields<'b>> {
    /// The documented fields.
    const DOCUMENTED: &'static [Field<'static>];
}

impl<'b, T: Generated<'b>> View<'b> for T {
    const EXPECTED: &'static str = "an object";

    #[inline]
    fn fits(json: Json<'b>) -> bool {
        Fields::fits(json)
    }

    fn resembles(json: Json<'b>) -> bool {
        resembles(json, T::DOCUMENTED)
    }

    #[inline]
    fn view(at: Located<'b>) -> Result<Self, FieldError> {
        Fields::view(at).map(T::from)
    }
}

/// Whether a value is an object with at least one of these members. Without documented members, any object is.
#[must_use]
fn resembles(json: Json<'_>, documented: &[Field<'_>]) -> bool {
    let known = || json.members().any(|(member, _)| documented.iter().flat_map(names).any(|name| member == *name));
    json.kind() == JsonKind::Object && (documented.is_empty() || known())
}

/// Shows the documented fields that are present, and whether there are others. Personal or secret data is masked.
///
/// # Errors
///
/// Those of the formatter.
pub fn debug(f: &mut fmt::Formatter<'_>, view: &str, fields: Fields<'_>, documented: &[Field<'_>]) -> fmt::Result {
    let mut shown = f.debug_struct(view);
    let marked = Marked::of(fields, documented);
    for (field, value) in fields.documented(documented) {
        if fields.is_masked() {
            shown.field(field.name, &format_args!("{MASK}"));
        } else {
            shown.field(field.name, &marked.debug_field(field, value));
        }
    }
    if fields.extra(documented).next().is_some() { shown.finish_non_exhaustive() } else { shown.finish() }
}

/// Reads the value as `T`, the only one of several types that has its JSON type; `None` if it is of another type.
#[must_use]
pub fn only<'b, T: View<'b>>(at: Located<'b>) -> Option<T> {
    if T::fits(at.json()) { T::view(at).ok() } else { None }
}

/// Reads the value as `T` if it [looks like it](View::resembles), one of several types with the same JSON type;
/// otherwise `None`.
#[must_use]
pub fn alike<'b, T: View<'b>>(at: Located<'b>) -> Option<T> {
    if T::resembles(at.json()) { T::view(at).ok() } else { None }
}

/// The value as the one of several types whose objects have one of these texts under one of these names: the object itself,
/// or the first one of a list.
#[must_use]
pub fn tagged<'b, T: View<'b>>(at: Located<'b>, names: &[&str], texts: &[&str]) -> Option<T> {
    let json = at.json();
    let object = if json.kind() == JsonKind::List { json.elements().next()? } else { json };
    let tag = names.iter().find_map(|name| object.get(name)?.text())?;
    if texts.iter().any(|text| tag == **text) { T::view(at).ok() } else { None }
}

/// Implements the methods and traits that all generated views have. The view stores its documented fields in `known`.
///
/// `Clone` and `Copy` are not derived, because these implementations compile faster.
#[doc(hidden)]
#[macro_export]
macro_rules! __view {
    ($view:ident, $documented:expr) => {
        impl ::core::marker::Copy for $view<'_> {}

        #[automatically_derived]
        impl ::core::clone::Clone for $view<'_> {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<'b> $view<'b> {
            /// All members, documented or not, to read by key or by iteration.
            #[inline]
            #[must_use]
            pub const fn fields(self) -> $crate::view::Fields<'b> {
                self.known.fields()
            }

            /// The members that are not documented: neither fields nor the members that the error's code and message
            /// are read from.
            #[inline]
            #[must_use]
            pub fn extra(self) -> impl ::core::iter::Iterator<Item = ($crate::json::Text<'b>, $crate::json::Json<'b>)> {
                self.known.fields().extra(<Self as $crate::generated::Generated<'b>>::DOCUMENTED)
            }
        }

        impl<'b> ::core::convert::From<$crate::view::Fields<'b>> for $view<'b> {
            /// Never fails: a documented field that is not among these is missing.
            #[inline]
            fn from(fields: $crate::view::Fields<'b>) -> Self {
                Self { known: $crate::generated::Known::of::<Self>(fields) }
            }
        }

        impl<'b> $crate::generated::Generated<'b> for $view<'b> {
            const DOCUMENTED: &'static [$crate::table::Field<'static>] = $documented;
        }

        impl ::core::fmt::Debug for $view<'_> {
            /// Shows the documented fields that are present; personal or secret data is masked.
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::generated::debug(
                    f,
                    ::core::stringify!($view),
                    self.known.fields(),
                    <Self as $crate::generated::Generated<'_>>::DOCUMENTED,
                )
            }
        }
    };
}

//! Arrays whose elements have the same type.

use core::fmt;
use core::marker::PhantomData;

use super::{FieldError, Located, View};
use crate::json::{Elements, Json, JsonKind};

/// An array whose elements are read one by one. Each of them can fail separately.
///
/// ```
/// use errors_gen::json::{Json, Text};
/// use errors_gen::view::{Fields, List};
///
/// let fields = Fields::of(Json::parse(br#"{"skus": ["M-1", 2]}"#).unwrap());
/// let skus = fields.read::<List<Text>>("skus").unwrap().unwrap();
/// assert_eq!(skus.len(), 2);
/// let mut skus = skus.into_iter();
/// assert_eq!(skus.next().unwrap().unwrap(), "M-1");
/// let error = skus.next().unwrap().unwrap_err();
/// assert_eq!(error.to_string(), "`skus[1]`: expected a string, found a number (2)");
/// ```
#[derive(Clone, Copy)]
pub struct List<'b, T> {
    at: Located<'b>,
    of: PhantomData<fn() -> T>,
}

impl<'b, T: View<'b>> List<'b, T> {
    /// The elements in order.
    #[must_use]
    pub fn iter(self) -> ListIter<'b, T> {
        ListIter { at: self.at, elements: self.at.json().elements(), of: PhantomData }
    }

    /// How many elements there are. This counts them, in linear time.
    #[must_use]
    pub fn len(self) -> usize {
        self.at.json().elements().count()
    }

    /// Whether there are no elements.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.at.json().elements().next().is_none()
    }

    /// The array as spelled in the body.
    #[must_use]
    pub const fn json(self) -> Json<'b> {
        self.at.json()
    }
}

impl<T> fmt::Debug for List<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.at.fmt(f)
    }
}

impl<'b, T: View<'b>> View<'b> for List<'b, T> {
    const EXPECTED: &'static str = "a list";

    #[inline]
    fn fits(json: Json<'b>) -> bool {
        json.kind() == JsonKind::List
    }

    fn resembles(json: Json<'b>) -> bool {
        Self::fits(json) && json.elements().next().is_none_or(T::resembles)
    }

    #[inline]
    fn view(at: Located<'b>) -> Result<Self, FieldError> {
        if Self::fits(at.json()) { Ok(Self { at, of: PhantomData }) } else { Err(at.error(Self::EXPECTED)) }
    }
}

impl<'b, T: View<'b>> IntoIterator for List<'b, T> {
    type Item = Result<T, FieldError>;
    type IntoIter = ListIter<'b, T>;

    fn into_iter(self) -> ListIter<'b, T> {
        self.iter()
    }
}

/// The elements of a [`List`].
#[derive(Clone)]
pub struct ListIter<'b, T> {
    at: Located<'b>,
    elements: Elements<'b>,
    of: PhantomData<fn() -> T>,
}

impl<'b, T: View<'b>> Iterator for ListIter<'b, T> {
    type Item = Result<T, FieldError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.elements.next().map(|element| T::view(self.at.at(element)))
    }
}

impl<T> fmt::Debug for ListIter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.at.fmt(f)
    }
}

//! The parameters of a message.

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::slice;

use super::values::Values;
use super::{AnyText, List};
use crate::json::Text;
use crate::table::{Part, Wording};

/// The parameters of a message, under the vendor's names, in the order of the wording.
///
/// They borrow the message: values are [`Text`]s if it is from a body, and `&str` if it was plain text. They are not
/// masked, even if they are sensitive; `Debug` shows none of them.
#[derive(Clone, Copy)]
pub struct Parameters<'b, 't, V = Text<'b>> {
    wording: Wording<'t>,
    values: Values<'b>,
    kind: PhantomData<V>,
}

impl<'b, 't, V: AnyText<'b>> Parameters<'b, 't, V> {
    #[inline]
    pub(super) const fn new(wording: Wording<'t>, values: Values<'b>) -> Self {
        Self { wording, values, kind: PhantomData }
    }

    /// The value of the parameter with this name; `None` if the wording has no such parameter.
    #[inline]
    #[must_use]
    pub fn get(&self, name: &str) -> Option<V> {
        let index = self.wording.holes().position(|hole| hole == name)?;
        self.values.get(index).map(V::new)
    }

    /// The elements of a parameter that is a comma-separated list, as in `[{list}]`; `None` if the wording has no such
    /// parameter.
    #[must_use]
    pub fn list(&self, name: &str) -> Option<List<'b, V>> {
        self.get(name).map(List::new)
    }

    /// The names and values, in the order of the wording.
    #[inline]
    #[must_use]
    pub fn iter(&self) -> Iter<'b, 't, V> {
        Iter { parts: self.wording.parts.iter(), values: self.values, at: 0, kind: PhantomData }
    }

    /// The number of parameters.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are no parameters: the wording has no holes.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text after the wording, such as another sentence, without the whitespace around it; `None` if the message
    /// ends with the wording.
    ///
    /// ```
    /// use errors_gen::commercetools::Code;
    ///
    /// let message = "A value is required for field sku. Send one.";
    /// let parameters = Code::RequiredField.parameters_in(message).unwrap();
    /// assert_eq!((parameters.get("field"), parameters.rest()), (Some("sku"), Some("Send one.")));
    /// ```
    #[inline]
    #[must_use]
    pub fn rest(&self) -> Option<V> {
        Some(self.values.rest()).filter(|rest| !rest.is_empty()).map(V::new)
    }

    /// The wording that the message matches.
    #[inline]
    #[must_use]
    pub const fn wording(&self) -> &Wording<'t> {
        &self.wording
    }
}

impl<'b, V: AnyText<'b>> fmt::Debug for Parameters<'b, '_, V> {
    /// Shows the wording without the values, since it is not known here which of them are personal or secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parameters").field("wording", &self.wording().text).finish_non_exhaustive()
    }
}

impl<'b, 't, V: AnyText<'b>> IntoIterator for Parameters<'b, 't, V> {
    type Item = (&'t str, V);
    type IntoIter = Iter<'b, 't, V>;

    fn into_iter(self) -> Iter<'b, 't, V> {
        self.iter()
    }
}

impl<'b, 't, V: AnyText<'b>> IntoIterator for &Parameters<'b, 't, V> {
    type Item = (&'t str, V);
    type IntoIter = Iter<'b, 't, V>;

    fn into_iter(self) -> Iter<'b, 't, V> {
        self.iter()
    }
}

/// The names and values of [`Parameters`], in the order of the wording.
#[derive(Clone)]
pub struct Iter<'b, 't, V> {
    parts: slice::Iter<'t, Part<'t>>,
    values: Values<'b>,
    at: usize,
    kind: PhantomData<V>,
}

impl<'b, 't, V: AnyText<'b>> Iterator for Iter<'b, 't, V> {
    type Item = (&'t str, V);

    #[inline]
    fn next(&mut self) -> Option<(&'t str, V)> {
        let value = self.values.get(self.at)?;
        let name = self.parts.find_map(Part::hole)?;
        self.at += 1;
        Some((name, V::new(value)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.values.len().saturating_sub(self.at);
        (left, Some(left))
    }
}

impl<'b, V: AnyText<'b>> ExactSizeIterator for Iter<'b, '_, V> {}
impl<'b, V: AnyText<'b>> FusedIterator for Iter<'b, '_, V> {}

impl<'b, V: AnyText<'b>> fmt::Debug for Iter<'b, '_, V> {
    /// Shows the names without the values, as [`Parameters`] does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone().map(|(name, _)| name)).finish()
    }
}

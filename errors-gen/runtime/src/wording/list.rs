//! Parameters that are comma-separated lists.

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;

use super::AnyText;

/// An iterator over the elements of a comma-separated list, without the whitespace around them.
///
/// A blank text is an empty list; otherwise there is one element more than there are commas, and elements can be empty.
/// The vendors do not document an escape for a comma within an element, so every comma is a separator.
///
/// ```
/// use errors_gen::wording::List;
///
/// assert!(List::new("item-1, item-2,item 3").eq(["item-1", "item-2", "item 3"]));
/// assert!(List::new("a,,b").eq(["a", "", "b"]));
/// assert_eq!(List::new("  ").next(), None);
/// ```
#[derive(Clone)]
pub struct List<'b, V> {
    /// The spelling of the text that is left; `None` at the end.
    rest: Option<&'b str>,
    kind: PhantomData<V>,
}

impl<'b, V: AnyText<'b>> List<'b, V> {
    /// The elements of a text.
    #[must_use]
    pub fn new(text: V) -> Self {
        let elements = Self { rest: Some(text.spelling()), kind: PhantomData };
        let mut behind = elements.clone();
        let blank = behind.next().is_none_or(|first: V| first.spelling().is_empty()) && behind.rest.is_none();
        if blank { behind } else { elements }
    }
}

impl<'b, V: AnyText<'b>> Iterator for List<'b, V> {
    type Item = V;

    fn next(&mut self) -> Option<V> {
        let text = self.rest.take()?;
        let (mut rest, mut trimmed) = (text, 0..0);
        while let Some((character, behind)) = V::split_first(rest) {
            if character == ',' {
                self.rest = Some(behind);
                break;
            }
            if !character.is_whitespace() {
                let start = if trimmed.is_empty() { text.len() - rest.len() } else { trimmed.start };
                trimmed = start..text.len() - behind.len();
            }
            rest = behind;
        }
        Some(V::new(text.get(trimmed).unwrap_or_default()))
    }
}

impl<'b, V: AnyText<'b>> FusedIterator for List<'b, V> {}

impl<'b, V: AnyText<'b>> fmt::Debug for List<'b, V> {
    /// Shows how many elements are left, but not the elements, which may be personal or secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "List({} elements)", self.clone().count())
    }
}

//! Parameters that are lists.

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;

use super::AnyText;

/// The elements of a parameter that is a list: what stands between its commas, without the whitespace around it.
///
/// Blank text is a list without elements; otherwise there is one more element than there are commas, and it can be
/// empty. The vendors do not say how a comma within an element would be written, so every comma separates.
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
    /// What is left, as it is spelled.
    rest: Option<&'b str>,
    kind: PhantomData<V>,
}

impl<'b, V: AnyText<'b>> List<'b, V> {
    /// The elements of this text.
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
    /// How many elements are left. They may be anything, so they are not shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "List({} elements)", self.clone().count())
    }
}

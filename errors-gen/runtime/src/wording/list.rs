//! Parameters that are lists.

use core::iter::FusedIterator;
use core::marker::PhantomData;

use super::AnyText;

/// The elements of a parameter that is a list: what stands between its commas, without the white space around it.
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
#[derive(Clone, Debug)]
pub struct List<'b, V> {
    /// What is left, as it is spelled.
    rest: Option<&'b str>,
    kind: PhantomData<V>,
}

impl<'b, V: AnyText<'b>> List<'b, V> {
    /// The elements of this text.
    #[must_use]
    pub fn new(text: V) -> Self {
        let mut rest = text.spelling();
        while let Some((character, behind)) = V::split_first(rest) {
            if !character.is_whitespace() {
                return Self { rest: Some(text.spelling()), kind: PhantomData };
            }
            rest = behind;
        }
        Self { rest: None, kind: PhantomData }
    }
}

impl<'b, V: AnyText<'b>> Iterator for List<'b, V> {
    type Item = V;

    fn next(&mut self) -> Option<V> {
        let text = self.rest.take()?;
        let mut rest = text;
        let mut element: Option<(usize, usize)> = None;
        loop {
            let start = text.len() - rest.len();
            // Most of it is spelled as it is, and neither a comma nor white space.
            let plain = plain_len(rest);
            rest = rest.get(plain..).unwrap_or_default();
            if plain > 0 {
                element = Some((element.map_or(start, |(start, _)| start), start + plain));
            }
            let start = start + plain;
            let Some((character, behind)) = V::split_first(rest) else {
                break;
            };
            rest = behind;
            if character == ',' {
                self.rest = Some(rest);
                break;
            }
            if !character.is_whitespace() {
                element = Some((element.map_or(start, |(start, _)| start), text.len() - rest.len()));
            }
        }
        let element = element.and_then(|(start, end)| text.get(start..end));
        Some(V::new(element.unwrap_or_default()))
    }
}

impl<'b, V: AnyText<'b>> FusedIterator for List<'b, V> {}

/// How many bytes a text starts with that are characters of their own, whether it is spelled with escapes or not, and
/// neither a comma nor white space.
#[inline]
fn plain_len(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_graphic() && !matches!(byte, b',' | b'\\')).count()
}

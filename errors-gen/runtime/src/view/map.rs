//! Objects whose values all have the same type.

use core::fmt;
use core::marker::PhantomData;

use super::fields::read_value;
use super::{FieldError, Located, View};
use crate::json::{Json, JsonKind, Members, Text};

/// An object whose values all have the same type, such as a text in several languages.
///
/// ```
/// use errors_gen::json::{Json, Text};
/// use errors_gen::view::{Fields, Map};
///
/// let fields = Fields::of(Json::parse(r#"{"title": {"en": "Shirt", "de": "Hemd", "fr": 7}}"#.as_bytes()).unwrap());
/// let title = fields.read::<Map<Text>>("title").unwrap().unwrap();
/// assert_eq!(title.get("de").unwrap().unwrap(), "Hemd");
/// assert!(title.get("sv").unwrap().is_none());
/// assert_eq!(title.get("fr").unwrap_err().path(), "title.fr");
/// assert_eq!(title.iter().filter(|(_, text)| text.is_ok()).count(), 2);
/// ```
#[derive(Clone, Copy)]
pub struct Map<'b, T> {
    at: Located<'b>,
    of: PhantomData<fn() -> T>,
}

impl<'b, T: View<'b>> Map<'b, T> {
    /// The value of the member with this key; `None` if it is missing or null. For duplicate keys, the last one wins.
    ///
    /// # Errors
    ///
    /// The value has another type.
    pub fn get(self, name: &str) -> Result<Option<T>, FieldError> {
        read_value(self.at.json().get(name), |json| self.at.keyed(json))
    }

    /// The members in order, including duplicate keys.
    #[must_use]
    pub fn iter(self) -> MapIter<'b, T> {
        MapIter { at: self.at, members: self.at.json().members(), of: PhantomData }
    }

    /// Whether there are no members.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.at.json().members().next().is_none()
    }

    /// The object as spelled in the body.
    #[must_use]
    pub const fn json(self) -> Json<'b> {
        self.at.json()
    }
}

impl<T> fmt::Debug for Map<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.at.fmt(f)
    }
}

impl<'b, T: View<'b>> View<'b> for Map<'b, T> {
    const EXPECTED: &'static str = "an object";

    #[inline]
    fn fits(json: Json<'b>) -> bool {
        json.kind() == JsonKind::Object
    }

    fn resembles(json: Json<'b>) -> bool {
        Self::fits(json) && json.members().next().is_none_or(|(_, value)| T::resembles(value))
    }

    #[inline]
    fn view(at: Located<'b>) -> Result<Self, FieldError> {
        if Self::fits(at.json()) { Ok(Self { at, of: PhantomData }) } else { Err(at.error(Self::EXPECTED)) }
    }
}

impl<'b, T: View<'b>> IntoIterator for Map<'b, T> {
    type Item = (Text<'b>, Result<T, FieldError>);
    type IntoIter = MapIter<'b, T>;

    fn into_iter(self) -> MapIter<'b, T> {
        self.iter()
    }
}

/// The members of a [`Map`].
#[derive(Clone)]
pub struct MapIter<'b, T> {
    at: Located<'b>,
    members: Members<'b>,
    of: PhantomData<fn() -> T>,
}

impl<'b, T: View<'b>> Iterator for MapIter<'b, T> {
    type Item = (Text<'b>, Result<T, FieldError>);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, value) = self.members.next()?;
        Some((name, T::view(self.at.keyed(value))))
    }
}

impl<T> fmt::Debug for MapIter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.at.fmt(f)
    }
}

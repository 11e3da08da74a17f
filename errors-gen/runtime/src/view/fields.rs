//! Objects that fields are read from.

use core::fmt;

use super::{FieldError, Located, View};
use crate::json::{Json, JsonKind, Members, Text};
use crate::table::{CodePath, Field, ItemPath, Node, Place, Reader};

/// An object that fields are read from: the object with the fields of an error, or an object nested in them.
///
/// ```
/// use errors_gen::json::{Json, Text};
/// use errors_gen::view::Fields;
///
/// let fields = Fields::of(Json::parse(br#"{"sku": "M-1", "left": 3, "note": null}"#).unwrap());
/// assert_eq!(fields.read::<Text>("sku").unwrap().unwrap(), "M-1");
/// assert_eq!(fields.read::<i64>("left"), Ok(Some(3)));
/// assert_eq!(fields.read::<i64>("note"), Ok(None));
/// assert_eq!(fields.read::<bool>("left").unwrap_err().to_string(), "`left`: expected a boolean, found a number (3)");
/// assert_eq!(fields.iter().count(), 3);
/// ```
#[derive(Clone, Copy)]
pub struct Fields<'b> {
    at: Located<'b>,
    /// The members that the vendor's envelopes name in this object.
    named: Option<Named<'b>>,
    /// Whether these are the fields of an error itself, not of an object nested in them.
    of_error: bool,
}

/// The members of an item that a vendor's envelopes name.
#[derive(Clone, Copy)]
pub(crate) struct Named<'b> {
    pub(crate) reader: &'b Reader<'b>,
    /// The index of the item's place.
    pub(crate) place: u8,
    /// The item and the node of the object with the fields; `None` if that is the item itself.
    pub(crate) within: Option<(Json<'b>, u8)>,
}

impl<'b> Named<'b> {
    /// Whether a member is read by other means: as the code, the message or another part of the item, or, if the item
    /// is the whole body, as a member next to the errors.
    fn holds(&self, member: Text<'_>) -> bool {
        let Some(place) = self.place() else { return false };
        self.find(self.within.map_or(place.node, |(_, node)| node), member).is_some_and(|node| {
            place.steps.is_empty() || !node.members.all.is_empty() || node.slot.is_some_and(|slot| reads(place, slot))
        })
    }

    /// The members of the item that no envelope names, if the fields are in an object within it.
    fn around(self) -> impl Iterator<Item = (Text<'b>, Json<'b>)> + Clone + use<'b> {
        let place = self.place().filter(|place| !place.steps.is_empty());
        let around = self.within.zip(place).map(move |((item, _), place)| {
            item.members().filter(move |(member, _)| self.find(place.node, *member).is_none())
        });
        around.into_iter().flatten()
    }

    fn place(&self) -> Option<&'b Place<'b>> {
        self.reader.places.get(usize::from(self.place))
    }

    /// The node of a member that the envelopes name.
    fn find(&self, node: u8, member: Text<'_>) -> Option<&'b Node<'b>> {
        let nodes = self.reader.nodes;
        let members = nodes.get(usize::from(node))?.members.all;
        nodes.get(usize::from(members.iter().find(|named| member == *named.name)?.node))
    }
}

/// Whether a part of an item is read from the value in this slot.
fn reads(place: &Place<'_>, slot: u8) -> bool {
    let is = |path: &ItemPath| *path == ItemPath::Value(slot);
    let is_code = |code: &CodePath<'_>| match code {
        CodePath::Value(path) | CodePath::LastSegment(path) => is(path),
        CodePath::Pair { namespace, code, .. } => is(namespace) || is(code),
    };
    let others = [place.detail_code, place.parent_code, place.message, place.status, place.id, place.field];
    place.code.iter().any(is_code) || others.into_iter().flatten().any(is)
}

impl<'b> Fields<'b> {
    /// The fields of an object; none for a value of another type.
    #[inline]
    #[must_use]
    pub const fn of(json: Json<'b>) -> Self {
        Self::located(Located::root(json))
    }

    #[inline]
    pub(super) const fn located(at: Located<'b>) -> Self {
        Self { at, named: None, of_error: false }
    }

    /// The fields of an item, some of whose members the vendor's envelopes may name. The error of a field that is read
    /// by its key does not show the value.
    #[inline]
    pub(crate) const fn of_item(json: Json<'b>, named: Option<Named<'b>>) -> Self {
        Self { at: Located::root(json), named, of_error: true }
    }

    /// The object as spelled in the body.
    #[inline]
    #[must_use]
    pub const fn json(self) -> Json<'b> {
        self.at.json()
    }

    /// The value of the member with this key; for duplicate keys, the last one.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Json<'b>> {
        self.json().get(name)
    }

    /// Reads the member with this key; `None` if it is missing or null.
    ///
    /// # Errors
    ///
    /// The value has another type.
    #[inline]
    pub fn read<T: View<'b>>(self, name: &str) -> Result<Option<T>, FieldError> {
        self.read_first(&[name])
    }

    /// Reads the first of these members that is neither missing nor null; `None` if there is none.
    ///
    /// # Errors
    ///
    /// The value has another type.
    pub fn read_first<T: View<'b>>(self, names: &[&str]) -> Result<Option<T>, FieldError> {
        // The key alone does not tell whether a field of an error is marked as sensitive.
        let at = if self.of_error { self.at.masked() } else { self.at };
        read_value(self.first(names.iter().copied()), |json| at.at(json))
    }

    /// A value nested in this object.
    #[inline]
    pub(super) const fn within(&self, json: Json<'b>) -> Located<'b> {
        self.at.at(json)
    }

    /// The first of these members that is neither missing nor null; otherwise one that is null, if any.
    pub(super) fn first<'n>(self, names: impl IntoIterator<Item = &'n str>) -> Option<Json<'b>> {
        first_given(names.into_iter().filter_map(|name| self.get(name)))
    }

    /// All members in order, including duplicate keys.
    #[must_use]
    pub fn iter(self) -> Members<'b> {
        self.json().members()
    }

    /// Whether there are no members.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.iter().next().is_none()
    }

    /// The documented fields that are present, each with its JSON value, even if it is null or has another type than
    /// documented. A field that is present under several keys is returned once.
    pub fn documented<'f>(
        self,
        fields: &'f [Field<'f>],
    ) -> impl Iterator<Item = (&'f Field<'f>, Json<'b>)> + Clone + use<'b, 'f> {
        fields.iter().filter_map(move |field| Some((field, self.first(names(field))?)))
    }

    /// The members that are none of these fields, in order, including duplicate keys; of an error whose fields are in an
    /// object of their own, the members around that object come first. Members that are read by other means, such as
    /// the code and the message, are omitted.
    pub fn extra<'f>(
        self,
        documented: &'f [Field<'f>],
    ) -> impl Iterator<Item = (Text<'b>, Json<'b>)> + Clone + use<'b, 'f> {
        let named = move |member| self.named.is_some_and(|named| named.holds(member));
        let documented = move |member| documented.iter().flat_map(names).any(|name| member == *name);
        let own = self.iter().filter(move |(member, _)| !named(*member));
        let around = self.named.into_iter().flat_map(Named::around);
        around.chain(own).filter(move |(member, _)| !documented(*member))
    }

    /// These fields, marked as personal or secret: `Debug` and errors do not show their values.
    #[inline]
    #[must_use]
    pub const fn masked(self) -> Self {
        Self { at: self.at.masked(), ..self }
    }

    /// Whether the fields are marked as personal or secret, so that `Debug` and errors do not show their values.
    #[inline]
    #[must_use]
    pub const fn is_masked(self) -> bool {
        self.at.is_masked()
    }
}

/// All keys of a field, in order of preference.
pub(super) fn names<'f>(field: &Field<'f>) -> impl Iterator<Item = &'f str> + use<'f> {
    core::iter::once(field.name).chain(field.also.iter().copied())
}

/// The first value that is not null; if all are null, the first one.
pub(super) fn first_given<'b>(values: impl IntoIterator<Item = Json<'b>>) -> Option<Json<'b>> {
    let mut null = None;
    for value in values {
        if value.kind() != JsonKind::Null {
            return Some(value);
        }
        null = null.or(Some(value));
    }
    null
}

/// Reads a value; `None` if it is missing or null.
#[inline]
pub(super) fn read_value<'b, T: View<'b>>(
    value: Option<Json<'b>>,
    locate: impl FnOnce(Json<'b>) -> Located<'b>,
) -> Result<Option<T>, FieldError> {
    match value {
        Some(json) if T::NULL || json.kind() != JsonKind::Null => T::view(locate(json)).map(Some),
        _ => Ok(None),
    }
}

impl fmt::Debug for Fields<'_> {
    /// Shows the number of members only, since it is not known here which of them are personal or secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fields({})", self.iter().count())
    }
}

impl<'b> IntoIterator for Fields<'b> {
    type Item = (Text<'b>, Json<'b>);
    type IntoIter = Members<'b>;

    fn into_iter(self) -> Members<'b> {
        self.iter()
    }
}

impl<'b> View<'b> for Fields<'b> {
    const EXPECTED: &'static str = "an object";

    #[inline]
    fn fits(json: Json<'b>) -> bool {
        json.kind() == JsonKind::Object
    }

    #[inline]
    fn view(at: Located<'b>) -> Result<Self, FieldError> {
        if Self::fits(at.json()) { Ok(Self::located(at)) } else { Err(at.error(Self::EXPECTED)) }
    }
}

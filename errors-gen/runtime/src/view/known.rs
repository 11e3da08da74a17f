//! Finds the documented fields of an object in one pass.

use core::ops::Range;

use super::fields::{first_given, read_value};
use super::{FieldError, Fields, Generated, View};
use crate::json::{Json, Span, known_values};
use crate::table::{Field, Member, Members};

/// An object whose documented members have been found, so that reading one needs no search.
///
/// Generated views store it. The keys are numbered from 0; in [`Members`], the number of a key is its node.
#[derive(Clone, Copy)]
pub struct Known<'b, const N: usize> {
    fields: Fields<'b>,
    /// The value for each key (for duplicate keys, the last one); an empty span if it is missing.
    values: [Span; N],
}

impl<'b, const N: usize> Known<'b, N> {
    /// Finds the values of the first `N` keys that a view documents, of which there are at least `N`. They are numbered
    /// in order; the alternative keys of a field have consecutive numbers.
    #[inline]
    #[must_use]
    pub fn of<T: Generated<'b>>(fields: Fields<'b>) -> Self {
        let mut values = [Span::NONE; N];
        if N > 0 {
            let names = const { &Members::new(const { &numbered::<N>(T::DOCUMENTED) }) };
            find(fields.json(), names, &mut values);
        }
        Self { fields, values }
    }

    /// All members.
    #[inline]
    #[must_use]
    pub const fn fields(self) -> Fields<'b> {
        self.fields
    }

    /// Reads the member whose key has this number; `None` if it is missing or null.
    ///
    /// # Errors
    ///
    /// The value has another type.
    #[inline]
    pub fn read<T: View<'b>>(&self, number: usize) -> Result<Option<T>, FieldError> {
        read_value(self.value(number), |json| self.fields.within(json))
    }

    /// The same fields, for what can hold personal or secret data: `Debug` and errors do not show it.
    #[inline]
    #[must_use]
    pub const fn masked(self) -> Self {
        Self { fields: self.fields.masked(), ..self }
    }

    /// Reads the first of the members whose keys have these numbers that is neither missing nor null; `None` if there
    /// is none.
    ///
    /// # Errors
    ///
    /// The value has another type.
    pub fn read_first<T: View<'b>>(&self, numbers: Range<usize>) -> Result<Option<T>, FieldError> {
        read_value(first_given(numbers.filter_map(|number| self.value(number))), |json| self.fields.within(json))
    }

    #[inline]
    fn value(&self, number: usize) -> Option<Json<'b>> {
        let span = self.values.get(number).copied().filter(|span| !span.is_none())?;
        Some(Json::new(span.of(self.fields.json().as_str())))
    }
}

/// Stores the value of each key; for duplicate keys, the last one.
#[inline(never)]
fn find(object: Json<'_>, names: &Members<'_>, values: &mut [Span]) {
    known_values(names, object.as_str(), |member, value| {
        if let Some(kept) = values.get_mut(usize::from(member.node)) {
            *kept = value;
        }
    });
}

/// The first `N` keys of documented fields, with their numbers.
#[expect(clippy::cast_possible_truncation, reason = "no more names are numbered than a byte can tell apart")]
const fn numbered<const N: usize>(documented: &[Field<'static>]) -> [Member<'static>; N] {
    let mut members = [Member::new("", 0); N];
    let (mut number, mut field, mut name) = (0, 0, 0);
    while number < N && field < documented.len() {
        let Field { name: first, also, .. } = documented[field];
        members[number] = Member::new(if name == 0 { first } else { also[name - 1] }, number as u8);
        number += 1;
        (field, name) = if name < also.len() { (field, name + 1) } else { (field + 1, 0) };
    }
    members
}

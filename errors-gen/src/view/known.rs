//! The documented fields of an object, found in one pass.

use core::ops::{ControlFlow, Range};

use super::fields::{first_given, read_value};
use super::{FieldError, Fields, View};
use crate::json::{Json, Span};
use crate::table::Members;

/// An object whose documented members have been found, so that each is read without looking for it.
///
/// Generated views hold it. The names come numbered from 0: in [`Members`], the number of a name is its node.
#[derive(Clone, Copy)]
pub struct Known<'b, const N: usize> {
    fields: Fields<'b>,
    /// The last value of each name; nothing where there is none.
    values: [Span; N],
}

impl<'b, const N: usize> Known<'b, N> {
    /// Goes over the members once.
    #[inline]
    #[must_use]
    pub fn new(fields: Fields<'b>, names: &Members<'_>) -> Self {
        let mut values = [Span::NONE; N];
        if N > 0 {
            find(fields.json(), fields.seen(), names, &mut values);
        }
        Self { fields, values }
    }

    /// All members.
    #[inline]
    #[must_use]
    pub const fn fields(self) -> Fields<'b> {
        self.fields
    }

    /// Reads the member with the name of this number; `None` where there is none or where it is null.
    ///
    /// # Errors
    ///
    /// The value has another type.
    #[inline]
    pub fn read<T: View<'b>>(&self, number: usize) -> Result<Option<T>, FieldError> {
        read_value(self.value(number), |json| self.fields.within(json))
    }

    /// The same, for what can hold personal or secret data: `Debug` and errors do not show it.
    ///
    /// # Errors
    ///
    /// The value has another type.
    #[inline]
    pub fn read_masked<T: View<'b>>(&self, number: usize) -> Result<Option<T>, FieldError> {
        read_value(self.value(number), |json| self.fields.within(json).masked())
    }

    /// Reads the first of the members with these names that is there and is not null.
    ///
    /// # Errors
    ///
    /// The value has another type.
    pub fn read_first<T: View<'b>>(&self, numbers: Range<usize>) -> Result<Option<T>, FieldError> {
        read_value(self.first(numbers), |json| self.fields.within(json))
    }

    /// The same, for what can hold personal or secret data.
    ///
    /// # Errors
    ///
    /// The value has another type.
    pub fn read_first_masked<T: View<'b>>(&self, numbers: Range<usize>) -> Result<Option<T>, FieldError> {
        read_value(self.first(numbers), |json| self.fields.within(json).masked())
    }

    fn first(&self, numbers: Range<usize>) -> Option<Json<'b>> {
        first_given(numbers.filter_map(|number| self.value(number)))
    }

    #[inline]
    fn value(&self, number: usize) -> Option<Json<'b>> {
        let span = self.values.get(number).copied().filter(|span| !span.is_none())?;
        Some(Json::new(span.of(self.fields.json().utf8())))
    }
}

/// Notes the last value of each name.
#[inline(never)]
fn find(object: Json<'_>, seen: [Span; 2], names: &Members<'_>, values: &mut [Span]) {
    names.values_in(object.utf8(), seen, |member, value| {
        if let Some(kept) = values.get_mut(usize::from(member.node())) {
            *kept = value;
        }
        ControlFlow::Continue(())
    });
}

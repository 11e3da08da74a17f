//! Settings of a catalog with their places.

use crate::schema::Spanned;
use crate::yaml::Span;

/// A setting of the catalog with its span. It has no value if it is wrong, which has been reported.
#[derive(Clone)]
pub(crate) struct Said<T> {
    pub(crate) value: Option<T>,
    pub(crate) span: Span,
}

/// Reads a setting, if the catalog has it.
pub(crate) fn said<S, T>(spec: Option<&Spanned<S>>, read: impl FnOnce(&Spanned<S>) -> Option<T>) -> Option<Said<T>> {
    spec.map(|spec| Said { value: read(spec), span: spec.span })
}

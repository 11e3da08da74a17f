//! Builds a body in one of the vendor's envelopes.

mod difference;
mod written;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::{NewError, NewJson, WriteError};
use crate::Vendor;
use crate::table::{Envelope, WrittenIn};
use crate::wording::{self, RenderError};

/// A body that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The HTTP status to send it with; `None` if neither the caller nor the table gives one.
    pub status: Option<u16>,
    /// The body.
    pub json: String,
}

/// A builder for a [`Body`].
#[derive(Clone, Debug)]
pub struct BodyBuilder<'t> {
    vendor: Vendor<'t>,
    envelope: Option<String>,
    status: Option<u16>,
    operation: Option<u16>,
    errors: Vec<NewError>,
    members: Vec<(Vec<String>, NewJson)>,
    elements: Vec<NewJson>,
}

impl<'t> BodyBuilder<'t> {
    /// A builder for a body of this vendor: the `VENDOR` of its module.
    #[must_use]
    pub const fn new(vendor: &Vendor<'t>) -> Self {
        Self {
            vendor: *vendor,
            envelope: None,
            status: None,
            operation: None,
            errors: Vec::new(),
            members: Vec::new(),
            elements: Vec::new(),
        }
    }

    /// Adds an error. The first one is the error that failed the request. If the envelope has both a place for a single
    /// error and an array, the first error goes to the former and the others to the array.
    #[must_use]
    pub fn error(mut self, error: NewError) -> Self {
        self.errors.push(error);
        self
    }

    /// Writes the envelope with this name. By default, the first one that can hold the given errors and members.
    #[must_use]
    pub fn envelope(mut self, name: impl Into<String>) -> Self {
        self.envelope = Some(name.into());
        self
    }

    /// The HTTP status. By default, the documented one of the first error's code.
    #[must_use]
    pub const fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// The API call that is answered, an index into [`Vendor::operations`], for vendors whose statuses depend on the
    /// call.
    #[must_use]
    pub const fn operation(mut self, operation: u16) -> Self {
        self.operation = Some(operation);
        self
    }

    /// A further member of the body, such as the data of a partial success. `path` are the keys from the root.
    #[must_use]
    pub fn member(mut self, path: &[&str], value: impl Into<NewJson>) -> Self {
        self.members.push((path.iter().map(|name| (*name).to_owned()).collect(), value.into()));
        self
    }

    /// An element of a batch or of an array of errors that is not an error: the answer to a call that succeeded.
    #[must_use]
    pub fn element(mut self, element: NewJson) -> Self {
        self.elements.push(element);
        self
    }

    /// Writes the body.
    ///
    /// # Errors
    ///
    /// [`WriteError`] if nothing was given, if the envelope does not exist, or if reading the body would not yield what
    /// was given.
    pub fn build(&self) -> Result<Body, WriteError> {
        if self.errors.is_empty() && self.members.is_empty() && self.elements.is_empty() {
            return Err(WriteError::Nothing);
        }
        let with_message = |(index, error): (usize, &NewError)| {
            let message = self.message(error).map_err(|why| WriteError::Message { error: index, why })?;
            Ok(NewError { message, ..error.clone() })
        };
        let errors = self.errors.iter().enumerate().map(with_message).collect::<Result<_, _>>()?;
        Self { errors, ..self.clone() }.build_with_messages()
    }

    /// Builds the body; every error has its message already.
    fn build_with_messages(&self) -> Result<Body, WriteError> {
        let reader = self.vendor.table().reader;
        let status = self.status.or_else(|| self.documented_status(self.errors.first()?));
        let named = |envelope: &&Envelope<'_>| self.envelope.as_ref().is_none_or(|name| *name == envelope.name);
        let mut failure = None;
        let written_in = self.errors.first().and_then(|error| self.written_in(error)).map(|place| place.envelope);
        let of_code = |envelope: &&Envelope<'_>| written_in == Some(envelope.name);
        let own = reader.envelopes.iter().filter(of_code);
        let preferred = reader.envelopes.iter().filter(|envelope| envelope.write.preferred);
        let others = reader.envelopes.iter().filter(|envelope| !envelope.write.preferred);
        for envelope in own.chain(preferred).chain(others).filter(named) {
            let json = self.written(envelope, status);
            match self.difference(envelope, status, &json) {
                None => return Ok(Body { status, json }),
                Some(difference) => {
                    let envelope = envelope.name.to_owned();
                    failure.get_or_insert(WriteError::ReadsOtherwise { envelope, difference });
                }
            }
        }
        let unknown = || WriteError::UnknownEnvelope { name: self.envelope.clone().unwrap_or_default() };
        Err(failure.unwrap_or_else(unknown))
    }

    fn index(&self, error: &NewError) -> Option<usize> {
        let reader = self.vendor.table().reader;
        reader.lookup.find(reader.wire, error.code.as_deref()?)
    }

    /// Where the code of an error is written.
    fn written_in(&self, error: &NewError) -> Option<WrittenIn<'t>> {
        *self.vendor.table().codes.written_in.get(self.index(error)?)?
    }

    fn documented_status(&self, error: &NewError) -> Option<u16> {
        let rules = self.vendor.table().codes.statuses.get(self.index(error)?)?;
        let holds = |operations: Option<&[u16]>| match (operations, self.operation) {
            (Some(operations), Some(operation)) => operations.contains(&operation),
            _ => true,
        };
        rules.iter().find(|rule| holds(rule.operations)).map(|rule| rule.http)
    }

    /// The item's own status: the given one, else the documented one.
    fn item_status(&self, error: &NewError) -> Option<u16> {
        let own = || self.vendor.table().codes.item_statuses.get(self.index(error)?)?.first().copied();
        error.status.or_else(own).or_else(|| self.documented_status(error))
    }

    /// The given message, else one rendered from the code's wordings; `None` if the code has no wordings.
    fn message(&self, error: &NewError) -> Result<Option<String>, RenderError> {
        if error.message.is_some() {
            return Ok(error.message.clone());
        }
        let wordings = self.index(error).and_then(|index| self.vendor.table().codes.messages.get(index));
        let wordings = wordings.copied().unwrap_or_default();
        if wordings.is_empty() && error.parameters.is_empty() {
            return Ok(None);
        }
        let parameters: Vec<_> = error.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        wording::render(wordings, &parameters).map(Some)
    }
}

//! Responses for mock servers: one for everything that a vendor documents.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use super::{Body, BodyBuilder, NewError, sample};
use crate::table::{Wait, WaitSource, Wording};
use crate::{AnyCode, Response, Vendor, wording};

/// The HTTP status of codes that the vendor ties to none, such as the errors of JSON-RPC.
const WITHOUT_STATUS: u16 = 200;

/// A response that a mock server sends in place of the vendor.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MockResponse<'t> {
    /// The code in the body; `None` for a documented HTTP status that comes without a code.
    pub code: Option<AnyCode<'t>>,
    /// The HTTP status.
    pub status: u16,
    /// The headers, as names and values.
    pub headers: Vec<(&'t str, String)>,
    /// The body, which may be empty.
    pub body: String,
}

impl<'t> MockResponse<'t> {
    /// Reads the response as its vendor's.
    #[must_use]
    pub fn read(&self, vendor: Vendor<'t>) -> Response<'_, AnyCode<'t>> {
        vendor.read_with_headers(self.status, |name| self.header(name), &self.body)
    }

    /// The value of the header with this name, ignoring case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Responses with every listed code of a vendor, in the catalog's order: one for each documented HTTP status and wording of
/// the code, written by a [`BodyBuilder`].
///
/// Text that a vendor would fill in is its name in angle brackets, a number is 1. Documented fields are there, except those
/// whose type is one of the vendor's own. A header, field or parameter that says how long to wait says 1.
/// Codes that the vendor ties to no HTTP status come with 200. A code that no envelope can hold is left out; `errors check`
/// reports it.
///
/// ```
/// use errors_gen::commercetools::{self, Code};
/// use errors_gen::write;
///
/// let mut mocks = write::every_code(&commercetools::VENDOR);
/// let mock = mocks.find(|mock| mock.code.and_then(|code| code.typed()) == Some(Code::ConcurrentModification)).unwrap();
/// assert_eq!((mock.status, mock.header("content-type")), (409, Some("application/json")));
/// assert!(mock.body.contains(r#""currentVersion":1"#));
/// ```
pub fn every_code<'t>(vendor: &Vendor<'t>) -> impl Iterator<Item = MockResponse<'t>> + use<'t> {
    let vendor = *vendor;
    vendor.all_codes().flat_map(move |code| {
        let wordings = code.messages().iter().map(Some).chain(code.messages().is_empty().then_some(None));
        let mut statuses: Vec<Option<u16>> = code.statuses().iter().map(|rule| Some(rule.http)).collect();
        statuses.sort_unstable();
        statuses.dedup();
        if statuses.is_empty() {
            statuses.push(None);
        }
        wordings
            .flat_map(move |wording| statuses.clone().into_iter().filter_map(move |status| mock(code, wording, status)))
    })
}

/// Responses with every documented error of a vendor: those of [`every_code`] that are [errors](Response::is_error), then
/// every HTTP status that the vendor documents for responses without a code, with an empty body.
///
/// ```
/// use errors_gen::{VENDORS, write};
///
/// for vendor in VENDORS {
///     for mock in write::every_error(vendor) {
///         let response = mock.read(*vendor);
///         assert!(response.is_error() && response.code() == mock.code, "{mock:?}");
///     }
/// }
/// ```
pub fn every_error<'t>(vendor: &Vendor<'t>) -> impl Iterator<Item = MockResponse<'t>> + use<'t> {
    let vendor = *vendor;
    let bare = |status| MockResponse { code: None, status, headers: Vec::new(), body: String::new() };
    let without_code = vendor.table().reader.transport.iter().map(move |error| bare(error.http));
    every_code(&vendor).filter(move |mock| mock.read(vendor).is_error()).chain(without_code)
}

/// The response with a code, in a wording and with a status.
fn mock<'t>(code: AnyCode<'t>, wording: Option<&Wording<'t>>, status: Option<u16>) -> Option<MockResponse<'t>> {
    let vendor = code.vendor();
    let waits = |source, name| matches!(code.retry().wait, Some(Wait::Said { by, name: said, .. }) if by == source && said == name);
    let mut error = NewError::new(code.as_str());
    if let Some(wording) = wording {
        let of = |hole| if waits(WaitSource::Parameter, hole) { "1".to_owned() } else { sample::text(hole) };
        let parameters: Vec<_> = wording.holes().map(|hole| (hole, of(hole))).collect();
        let parameters: Vec<_> = parameters.iter().map(|(name, value)| (*name, value.as_str())).collect();
        error = error.message(wording::render(slice::from_ref(wording), &parameters).ok()?);
    }
    for field in code.fields() {
        let value =
            if waits(WaitSource::Field, field.name) { Some(1.into()) } else { sample::value(field.name, field.ty) };
        if let Some(value) = value {
            error = error.field(field.name, value);
        }
    }
    let build = |error: NewError| {
        let builder = BodyBuilder::new(&vendor).error(error);
        status.map_or_else(|| builder.clone(), |status| builder.clone().status(status)).build().ok()
    };
    let Body { json, .. } = match wording {
        Some(_) => build(error)?,
        // Not every vendor has a place for a message.
        None => build(error.clone().message(sample::text("message"))).or_else(|| build(error))?,
    };
    let mut headers = Vec::from([("Content-Type", "application/json".to_owned())]);
    if let Some(Wait::Said { by: WaitSource::Header, name, .. }) = code.retry().wait {
        headers.push((name, "1".to_owned()));
    }
    Some(MockResponse { code: Some(code), status: status.unwrap_or(WITHOUT_STATUS), headers, body: json })
}

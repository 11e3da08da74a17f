//! The trait of the codes of all vendors.

use core::fmt;
use core::hash::Hash;

use crate::Vendor;
use crate::table::{Class, CodeForm, DetailCode, Field, Reader, StatusRule, Variant, Wording};
use crate::view::Fields;
use crate::view::generated::Generated;
use crate::wording::{self, Parameters};
use crate::{Audience, Kind, Retry, Topic, mask};

/// The codes of one vendor, implemented by the `Code` of its module.
///
/// The methods are those of the enum itself, for functions that are generic over the vendor.
pub trait ErrorCode: Copy + Eq + Ord + Hash + fmt::Debug + fmt::Display + Send + Sync + 'static {
    /// Every code, in the catalog's order.
    const ALL: &'static [Self];
    /// The name of the vendor's module: `omnicart`.
    const VENDOR_NAME: &'static str;
    /// The syntax of codes.
    const FORM: CodeForm;
    /// The classes of codes, listed or not.
    const CLASSES: &'static [Class<'static>];
    /// The tables that the vendor's bodies are read with.
    const READER: &'static Reader<'static>;
    /// The detail codes.
    const DETAIL_CODES: &'static [DetailCode<'static>];
    /// The vendor, with everything that its catalog says.
    const VENDOR: Vendor<'static>;

    /// The type of detail codes: the `DetailCode` of the vendor's module.
    type DetailCode: Copy + Eq + Ord + Hash + fmt::Debug + fmt::Display + Send + Sync + 'static;

    /// The detail code with this index in [`DETAIL_CODES`](Self::DETAIL_CODES).
    fn detail_code(index: usize) -> Option<Self::DetailCode>;

    /// The type of the documented fields of an error, with a view for each code that has fields of its own.
    type Detail<'b>: Copy + fmt::Debug;

    /// A view of the fields that every error may have, whatever its code.
    type ItemFields<'b>: Copy + fmt::Debug + From<Fields<'b>> + Generated<'b>;

    /// The view of these fields that belongs to a code; for `None` (a code that is missing or not listed), that of the
    /// common fields.
    fn detail(code: Option<Self>, fields: Fields<'_>) -> Self::Detail<'_>;

    /// The index in [`ALL`](Self::ALL) and in the vendor's tables.
    fn index(self) -> usize;

    /// The code with this index.
    #[inline]
    #[must_use]
    fn from_index(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// The code's text on the wire.
    fn as_str(self) -> &'static str;
    /// The name of the variant.
    fn name(self) -> &'static str;
    /// The section of the vendor's page.
    fn section(self) -> &'static str;
    /// The documented HTTP statuses.
    fn statuses(self) -> &'static [StatusRule<'static>];
    /// The documented values of the item's own status member, which can differ from the HTTP status of the response.
    fn item_statuses(self) -> &'static [u16];
    /// The wordings of its message.
    fn messages(self) -> &'static [Wording<'static>];
    /// What it means with some statuses or wordings.
    fn variants(self) -> &'static [Variant<'static>];
    /// Its documented fields.
    fn fields(self) -> &'static [Field<'static>];
    /// The names of its fields, and of the placeholders of its message, that can hold personal or secret data.
    fn sensitive(self) -> &'static [&'static str];
    /// The canonical kind.
    fn kind(self) -> Kind;
    /// What it is about for a shop.
    fn topic(self) -> Topic;
    /// Whether and how to send the request again.
    fn retry(self) -> Retry<'static>;
    /// Who can do something about it.
    fn audience(self) -> Audience;
    /// What it means.
    fn meaning(self) -> &'static str;
    /// What to do about it.
    fn action(self) -> &'static str;
    /// Where it is documented.
    fn link(self) -> &'static str;

    /// The parameters of a message of this code, such as one from a log; `None` if it matches none of the code's
    /// wordings, see [`wording`]. For a message in a body, use [`ErrorItem::parameters`](crate::ErrorItem::parameters).
    #[must_use]
    fn parameters_in(self, message: &str) -> Option<Parameters<'_, 'static, &str>> {
        wording::parameters(self.messages(), message)
    }

    /// Renders a message of this code with these parameters, given as names and values, from the first wording whose
    /// holes have exactly these names.
    ///
    /// ```
    /// use errors_gen::commercetools::Code;
    ///
    /// let message = Code::ResourceNotFound.render(&[("resourceId", "8a1f")]).unwrap();
    /// assert_eq!(message, "The Resource with ID 8a1f was not found.");
    /// ```
    ///
    /// # Errors
    ///
    /// As [`wording::render`]: the code has no wording, the names do not match, or the message would not round-trip.
    #[cfg(feature = "alloc")]
    fn render(self, parameters: &[(&str, &str)]) -> Result<alloc::string::String, wording::RenderError> {
        wording::render(self.messages(), parameters)
    }
}

/// A text that is none of the vendor's listed codes.
///
/// It may be any text, so `Display` and `Debug` mask it unless it [looks harmless](crate::log).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnlistedCode<'a> {
    text: &'a str,
}

impl<'a> UnlistedCode<'a> {
    /// The error for this text.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self { text }
    }

    /// The text.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }
}

impl fmt::Display for UnlistedCode<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`")?;
        mask::write_unlisted(self.text, f)?;
        f.write_str("` is not a listed code")
    }
}

impl fmt::Debug for UnlistedCode<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnlistedCode(")?;
        mask::write_unlisted(self.text, f)?;
        f.write_str(")")
    }
}

impl core::error::Error for UnlistedCode<'_> {}

/// The error of `str::parse`: the text that is none of the vendor's listed codes.
#[cfg(feature = "alloc")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ParseCodeError {
    text: alloc::string::String,
}

#[cfg(feature = "alloc")]
impl ParseCodeError {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

#[cfg(feature = "alloc")]
impl From<UnlistedCode<'_>> for ParseCodeError {
    fn from(unlisted: UnlistedCode<'_>) -> Self {
        Self { text: unlisted.text.into() }
    }
}

#[cfg(feature = "alloc")]
impl fmt::Display for ParseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&UnlistedCode::new(&self.text), f)
    }
}

#[cfg(feature = "alloc")]
impl fmt::Debug for ParseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&UnlistedCode::new(&self.text), f)
    }
}

#[cfg(feature = "alloc")]
impl core::error::Error for ParseCodeError {}

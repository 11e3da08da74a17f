//! The codes of a vendor that is chosen at run time.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::Vendor;
use crate::table::{Codes, Field, Operation, Statements, StatusRule, Variant, Wording, statements};
use crate::wording::{self, Parameters};
use crate::{Audience, ErrorCode, Kind, Retry, Topic};

impl<'t> Vendor<'t> {
    /// The code with this index in the vendor's tables; `None` if it is out of bounds.
    #[must_use]
    pub fn code(self, index: usize) -> Option<AnyCode<'t>> {
        AnyCode::new(self, index)
    }

    /// Every listed code, in the catalog's order.
    #[must_use]
    pub fn all_codes(self) -> impl DoubleEndedIterator<Item = AnyCode<'t>> + ExactSizeIterator + Clone {
        (0..self.table().codes.wire.len()).map(move |index| AnyCode::unchecked(self, index))
    }

    /// The listed code with this text on the wire, if any.
    #[must_use]
    pub fn find(self, wire: &str) -> Option<AnyCode<'t>> {
        let reader = self.table().reader;
        self.code(reader.lookup.find(reader.wire, wire)?)
    }

    /// The listed code whose variant has this name in Rust, if any.
    #[must_use]
    pub fn find_name(self, name: &str) -> Option<AnyCode<'t>> {
        self.code(self.table().codes.names.iter().position(|known| *known == name)?)
    }
}

/// A listed code of a vendor that is chosen at run time, with everything that the catalog says about it.
///
/// ```
/// use errors_gen::{CompiledIn as _, Vendor};
///
/// for vendor in Vendor::ALL {
///     for code in vendor.all_codes() {
///         assert_eq!(vendor.find(code.as_str()), Some(code));
///     }
/// }
/// ```
#[derive(Clone, Copy)]
pub struct AnyCode<'t> {
    vendor: Vendor<'t>,
    index: usize,
}

impl<'t> AnyCode<'t> {
    pub(crate) fn new(vendor: Vendor<'t>, index: usize) -> Option<Self> {
        (index < vendor.table().codes.wire.len()).then_some(Self { vendor, index })
    }

    /// A code with an index that is not checked: a valid one, or any if the value only represents the vendor.
    pub(crate) const fn unchecked(vendor: Vendor<'t>, index: usize) -> Self {
        Self { vendor, index }
    }

    const fn columns(self) -> &'t Codes<'t> {
        &self.vendor.table().codes
    }

    fn of<T: Copy + Default>(self, column: &[T]) -> T {
        column.get(self.index).copied().unwrap_or_default()
    }

    /// The vendor of the code.
    #[must_use]
    pub const fn vendor(self) -> Vendor<'t> {
        self.vendor
    }

    /// The index in the vendor's tables.
    #[must_use]
    pub const fn index(self) -> usize {
        self.index
    }

    /// The code as a variant of its vendor's enum; `None` if it is a code of another vendor.
    #[must_use]
    pub fn typed<C: ErrorCode>(self) -> Option<C> {
        if self.vendor.table().name == C::VENDOR_NAME {
            C::from_index(self.index).filter(|code| code.as_str() == self.as_str())
        } else {
            None
        }
    }

    /// The code's text on the wire.
    #[must_use]
    pub fn as_str(self) -> &'t str {
        self.of(self.columns().wire)
    }

    /// The name of the variant in Rust.
    #[must_use]
    pub fn name(self) -> &'t str {
        self.of(self.columns().names)
    }

    /// The section of the vendor's page.
    #[must_use]
    pub fn section(self) -> &'t str {
        let section = usize::from(self.of(self.columns().sections));
        self.vendor.table().sections.get(section).copied().unwrap_or_default()
    }

    /// What it means.
    #[must_use]
    pub fn meaning(self) -> &'t str {
        self.of(self.columns().meanings)
    }

    /// What to do about it.
    #[must_use]
    pub fn action(self) -> &'t str {
        self.of(self.columns().actions)
    }

    /// Where it is documented.
    #[must_use]
    pub fn link(self) -> &'t str {
        self.of(self.columns().links)
    }

    /// The canonical kind.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.columns().kinds.get(self.index).copied().unwrap_or(Kind::Unknown)
    }

    /// What it is about for a shop.
    #[must_use]
    pub fn topic(self) -> Topic {
        self.columns().topics.get(self.index).copied().unwrap_or(Topic::InternalError)
    }

    /// Whether and how to send the request again.
    #[must_use]
    pub fn retry(self) -> Retry<'t> {
        self.columns().retries.get(self.index).copied().unwrap_or(Retry::UNKNOWN)
    }

    /// Who can do something about it.
    #[must_use]
    pub fn audience(self) -> Audience {
        self.columns().audiences.get(self.index).copied().unwrap_or(Audience::Developer)
    }

    /// Since when and why it is deprecated; `None` if it is not.
    #[must_use]
    pub fn deprecated(self) -> Option<&'t str> {
        self.of(self.columns().deprecated)
    }

    /// The code that replaces it.
    #[must_use]
    pub fn replaced_by(self) -> Option<Self> {
        let index = self.of(self.columns().replaced_by)?;
        Self::new(self.vendor, usize::try_from(index).ok()?)
    }

    /// The documented HTTP statuses.
    #[must_use]
    pub fn statuses(self) -> &'t [StatusRule<'t>] {
        self.of(self.columns().statuses)
    }

    /// The first documented HTTP status.
    #[must_use]
    pub fn status(self) -> Option<u16> {
        self.statuses().first().map(|rule| rule.http)
    }

    /// The documented values of the item's own status member, which can differ from the HTTP status of the response.
    #[must_use]
    pub fn item_statuses(self) -> &'t [u16] {
        self.of(self.columns().item_statuses)
    }

    /// The API calls that can fail with it; `None` if the vendor does not say.
    #[must_use]
    pub fn operations(self) -> Option<impl Iterator<Item = &'t Operation<'t>> + Clone> {
        let operations = self.of(self.columns().operations)?;
        Some(operations.iter().filter_map(move |&index| self.vendor.table().operations.get(usize::from(index))))
    }

    /// The wordings of its message.
    #[must_use]
    pub fn messages(self) -> &'t [Wording<'t>] {
        self.of(self.columns().messages)
    }

    /// What it means with some statuses or wordings; the first that applies is used.
    #[must_use]
    pub fn variants(self) -> &'t [Variant<'t>] {
        self.of(self.columns().variants)
    }

    /// The parameters of a message of this code, such as one from a log; `None` if it matches none of the code's
    /// wordings.
    #[must_use]
    pub fn parameters_in(self, message: &str) -> Option<Parameters<'_, 't, &str>> {
        wording::parameters(self.messages(), message)
    }

    /// Renders a message of this code with these parameters, given as names and values, from the first wording whose
    /// holes have exactly these names.
    ///
    /// # Errors
    ///
    /// As [`wording::render`]: the code has no wording, the names do not match, or the message would not round-trip.
    #[cfg(feature = "alloc")]
    pub fn render(self, parameters: &[(&str, &str)]) -> Result<alloc::string::String, wording::RenderError> {
        wording::render(self.messages(), parameters)
    }

    /// Its documented fields.
    #[must_use]
    pub fn fields(self) -> &'t [Field<'t>] {
        self.of(self.columns().fields)
    }

    /// The names of its fields, and of the placeholders of its message, that can hold personal or secret data.
    #[must_use]
    pub fn sensitive(self) -> &'t [&'t str] {
        self.of(self.columns().sensitive)
    }

    /// What its classes say: those that look at its digits, its number or its prefix.
    #[must_use]
    pub fn statements(self) -> Statements<'t, 't> {
        statements(self.vendor.table().classes, self.as_str())
    }
}

impl PartialEq for AnyCode<'_> {
    /// Compares the vendors' names and the codes.
    fn eq(&self, other: &Self) -> bool {
        self.vendor.table().name == other.vendor.table().name && self.as_str() == other.as_str()
    }
}

impl Eq for AnyCode<'_> {}

impl Hash for AnyCode<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.vendor.table().name, self.as_str()).hash(state);
    }
}

impl fmt::Display for AnyCode<'_> {
    /// The code's text on the wire.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for AnyCode<'_> {
    /// The vendor's and the code's names: `omnicart::TimerAlreadyActive`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{}", self.vendor.table().name, self.name())
    }
}

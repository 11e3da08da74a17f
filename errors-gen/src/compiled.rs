//! The vendors by their names.

use errors_runtime::Vendor;

/// The vendors that are compiled in, to be found as [`Vendor::ALL`](Self::ALL) and [`Vendor::by_name`](Self::by_name).
///
/// ```
/// use errors_gen::CompiledIn as _;
/// use errors_gen::Vendor;
///
/// let vendor = Vendor::by_name("omnicart").unwrap();
/// let response = vendor.read(409, r#"{"code": "124101", "message": "cartId already exists"}"#);
/// let code = response.code().unwrap();
/// assert_eq!((code.as_str(), code.name()), ("124101", "CartAlreadyExists"));
/// assert!(response.kind().as_str() == "already_exists" && !code.action().is_empty());
/// ```
pub trait CompiledIn: sealed::Sealed + Sized + 'static {
    /// Every vendor, in the order of their names.
    const ALL: &'static [Self];

    /// The vendor whose module and file have this name.
    #[must_use]
    fn by_name(name: &str) -> Option<Self>;
}

/// Nothing else is compiled in, and the trait may get more methods.
mod sealed {
    pub trait Sealed {}
}

impl sealed::Sealed for Vendor<'static> {}

impl CompiledIn for Vendor<'static> {
    const ALL: &'static [Self] = crate::VENDORS;

    fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|vendor| vendor.name() == name)
    }
}

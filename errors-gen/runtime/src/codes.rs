//! Abstracts over vendors known at compile time and vendors chosen at run time.

use core::fmt;
use core::hash::Hash;

use crate::table::{Class, DetailCode, Field, Reader, TransportError, Variant, Wording};
use crate::view::generated::Generated;
use crate::{AnyCode, Audience, ErrorCode, Kind, Retry, Topic, Vendor};

/// The codes of a response: the `Code` of a vendor's module, or [`AnyCode`] for a vendor that is chosen at run time.
///
/// `'t` is the lifetime of the vendor's tables, `'static` for vendors that are compiled in. Every [`ErrorCode`] and
/// `AnyCode` implement it, and nothing else does. It is the bound of functions that take the responses of either:
///
/// ```
/// use errors_gen::{Codes, Response, bonsai};
///
/// fn log<'t, C: Codes<'t>>(response: &Response<'_, C>) -> String {
///     format!("{}: {response}", response.label())
/// }
///
/// let body = r#"{"errors": [{"code": "NEW_CODE", "title": "New"}]}"#;
/// assert_eq!(log(&bonsai::read(400, body)), "bonsai.invalid_argument.other: Bonsai 400 NEW_CODE: New");
/// assert_eq!(log(&bonsai::VENDOR.read(400, body)), log(&bonsai::read(400, body)));
/// ```
pub trait Codes<'t>: Copy + Eq + Hash + fmt::Debug + fmt::Display + Whose {
    // A response stores an arbitrary code of its vendor, so the methods for the vendor take any of its codes.
    #[doc(hidden)]
    fn vendor(self) -> Vendor<'t>;
    #[doc(hidden)]
    fn vendor_name(self) -> &'t str;
    #[doc(hidden)]
    fn classes(self) -> &'t [Class<'t>];
    /// The type of detail codes: the `DetailCode` of a vendor's module, or the table's entry.
    type DetailCode: Copy + Eq + fmt::Debug + fmt::Display;

    #[doc(hidden)]
    fn detail_codes(self) -> &'t [DetailCode<'t>];
    #[doc(hidden)]
    fn listed_detail(self, index: usize) -> Option<Self::DetailCode>;
    #[doc(hidden)]
    fn transport(self) -> &'t [TransportError<'t>];
    #[doc(hidden)]
    fn item_fields(self) -> &'t [Field<'t>];
    #[doc(hidden)]
    fn listed(self, index: usize) -> Option<Self>;

    #[doc(hidden)]
    fn wire(self) -> &'t str;
    #[doc(hidden)]
    fn index(self) -> usize;
    #[doc(hidden)]
    fn meaning(self) -> &'t str;
    #[doc(hidden)]
    fn kind(self) -> Kind;
    #[doc(hidden)]
    fn topic(self) -> Topic;
    #[doc(hidden)]
    fn retry(self) -> Retry<'t>;
    #[doc(hidden)]
    fn audience(self) -> Audience;
    #[doc(hidden)]
    fn action(self) -> &'t str;
    #[doc(hidden)]
    fn wordings(self) -> &'t [Wording<'t>];
    #[doc(hidden)]
    fn variants(self) -> &'t [Variant<'t>];
    #[doc(hidden)]
    fn fields(self) -> &'t [Field<'t>];
    #[doc(hidden)]
    fn sensitive(self) -> &'t [&'t str];
}

/// The part of [`Codes`] that does not depend on the lifetime of the tables. It is not nameable outside of the crate,
/// which seals `Codes`.
pub trait Whose: Copy {
    /// The data that identifies the vendor: `()` if the type does, otherwise the vendor itself.
    type Vendor: Copy + Send + Sync;

    fn whose(self) -> Self::Vendor;

    /// An arbitrary code of the vendor.
    fn any_of(vendor: Self::Vendor) -> Self;

    fn reader<'b>(self) -> &'b Reader<'b>
    where
        Self: 'b;
}

/// Implements the attributes of a code with the methods of a type or trait.
macro_rules! facts {
    ($t:lifetime, $of:ident) => {
        fn wire(self) -> &$t str {
            $of::as_str(self)
        }
        fn index(self) -> usize {
            $of::index(self)
        }
        fn meaning(self) -> &$t str {
            $of::meaning(self)
        }
        fn kind(self) -> Kind {
            $of::kind(self)
        }
        fn topic(self) -> Topic {
            $of::topic(self)
        }
        fn retry(self) -> Retry<$t> {
            $of::retry(self)
        }
        fn audience(self) -> Audience {
            $of::audience(self)
        }
        fn action(self) -> &$t str {
            $of::action(self)
        }
        fn wordings(self) -> &$t [Wording<$t>] {
            $of::messages(self)
        }
        fn variants(self) -> &$t [Variant<$t>] {
            $of::variants(self)
        }
        fn fields(self) -> &$t [Field<$t>] {
            $of::fields(self)
        }
        fn sensitive(self) -> &$t [&$t str] {
            $of::sensitive(self)
        }
    };
}

impl<C: ErrorCode> Whose for C {
    type Vendor = ();

    #[inline]
    fn whose(self) {}

    #[inline]
    fn any_of((): ()) -> Self {
        // The index is checked at compile time.
        const { C::ALL[0] }
    }

    #[inline]
    fn reader<'b>(self) -> &'b Reader<'b>
    where
        Self: 'b,
    {
        C::READER
    }
}

/// Each method reads a separate table, so that a program links only the tables that it uses.
impl<C: ErrorCode> Codes<'static> for C {
    fn vendor(self) -> Vendor<'static> {
        C::VENDOR
    }
    fn vendor_name(self) -> &'static str {
        C::VENDOR_NAME
    }
    fn classes(self) -> &'static [Class<'static>] {
        C::CLASSES
    }
    type DetailCode = <C as ErrorCode>::DetailCode;

    fn detail_codes(self) -> &'static [DetailCode<'static>] {
        C::DETAIL_CODES
    }
    fn listed_detail(self, index: usize) -> Option<Self::DetailCode> {
        C::detail_code(index)
    }
    fn transport(self) -> &'static [TransportError<'static>] {
        C::READER.transport
    }
    fn item_fields(self) -> &'static [Field<'static>] {
        <C::ItemFields<'static> as Generated<'static>>::DOCUMENTED
    }
    #[inline]
    fn listed(self, index: usize) -> Option<Self> {
        C::from_index(index)
    }
    facts!('static, ErrorCode);
}

impl<'t> Whose for AnyCode<'t> {
    type Vendor = Vendor<'t>;

    fn whose(self) -> Vendor<'t> {
        self.vendor()
    }

    fn any_of(vendor: Vendor<'t>) -> Self {
        Self::unchecked(vendor, 0)
    }

    fn reader<'b>(self) -> &'b Reader<'b>
    where
        Self: 'b,
    {
        self.vendor().table().reader
    }
}

impl<'t> Codes<'t> for AnyCode<'t> {
    fn vendor(self) -> Vendor<'t> {
        self.vendor()
    }
    fn vendor_name(self) -> &'t str {
        self.vendor().name()
    }
    fn classes(self) -> &'t [Class<'t>] {
        self.vendor().classes()
    }
    type DetailCode = &'t DetailCode<'t>;

    fn detail_codes(self) -> &'t [DetailCode<'t>] {
        self.vendor().detail_codes()
    }
    fn listed_detail(self, index: usize) -> Option<Self::DetailCode> {
        self.vendor().detail_codes().get(index)
    }
    fn transport(self) -> &'t [TransportError<'t>] {
        self.vendor().table().reader.transport
    }
    fn item_fields(self) -> &'t [Field<'t>] {
        self.vendor().table().item_fields
    }
    fn listed(self, index: usize) -> Option<Self> {
        self.vendor().code(index)
    }
    facts!('t, AnyCode);
}

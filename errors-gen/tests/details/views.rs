//! Every accessor of every vendor by its name: what a program relies on, and a way to read all of them.

use errors_gen::json::{Json, Text};
use errors_gen::view::{FieldError, Fields, List, Map, Number, View};
use errors_gen::{ErrorCode as _, abicart, bonsai, commercetools};

/// What a vendor's codes have to do with its views.
pub(crate) struct Views {
    pub(crate) vendor: &'static str,
    /// Each view with its accessors.
    pub(crate) details: &'static [(&'static str, &'static [&'static str])],
    /// Reads everything from the view of the code with this index.
    pub(crate) read: fn(Option<usize>, Fields<'_>) -> Vec<Read>,
}

/// An accessor, and whether it found something.
pub(crate) type Read = (&'static str, Result<bool, FieldError>);

pub(crate) const ALL: &[Views] = &[
    Views { vendor: "abicart", details: abicart_views::LIST, read: abicart_views::read },
    Views { vendor: "bonsai", details: bonsai_views::LIST, read: bonsai_views::read },
    Views { vendor: "commercetools", details: commercetools_views::LIST, read: commercetools_views::read },
];

/// Reads all that a value holds.
trait Deep {
    fn deep(self) -> Result<(), FieldError>;
}

macro_rules! shallow {
    ($($ty:ty),*) => {
        $(impl Deep for $ty {
            fn deep(self) -> Result<(), FieldError> {
                Ok(())
            }
        })*
    };
}

shallow!(Text<'_>, i64, Number<'_>, bool, Json<'_>, Fields<'_>);

impl<T: Deep> Deep for Option<T> {
    fn deep(self) -> Result<(), FieldError> {
        self.map_or(Ok(()), Deep::deep)
    }
}

impl<'b, T: View<'b> + Deep> Deep for List<'b, T> {
    fn deep(self) -> Result<(), FieldError> {
        self.iter().try_for_each(|element| element?.deep())
    }
}

impl<'b, T: View<'b> + Deep> Deep for Map<'b, T> {
    fn deep(self) -> Result<(), FieldError> {
        self.iter().try_for_each(|(_, value)| value?.deep())
    }
}

impl Deep for abicart::types::Data<'_> {
    fn deep(self) -> Result<(), FieldError> {
        match self {
            Self::ViolationList(violations) => violations.deep(),
            _ => Ok(()),
        }
    }
}

impl Deep for bonsai::types::TaxFailure<'_> {
    fn deep(self) -> Result<(), FieldError> {
        Ok(())
    }
}

impl Deep for bonsai::types::ErrorDetail<'_> {
    fn deep(self) -> Result<(), FieldError> {
        match self {
            Self::Variant(variant) => variant.deep(),
            Self::Province(province) => province.deep(),
            Self::VariantList(variants) => variants.deep(),
            Self::ValidationIssueList(issues) => issues.deep(),
            _ => Ok(()),
        }
    }
}

macro_rules! types {
    ($vendor:ident: $($ty:ident { $($accessor:ident)* })*) => {
        $(impl Deep for $vendor::types::$ty<'_> {
            fn deep(self) -> Result<(), FieldError> {
                $(self.$accessor()?.deep()?;)*
                Ok(())
            }
        })*
    };
}

macro_rules! details {
    ($module:ident of $vendor:ident: $($view:ident { $($accessor:ident)* })*) => {
        mod $module {
            use super::*;

            pub(super) const LIST: &[(&str, &[&str])] = &[$((stringify!($view), &[$(stringify!($accessor)),*])),*];

            pub(super) fn read(code: Option<usize>, fields: Fields<'_>) -> Vec<Read> {
                let code = code.and_then($vendor::Code::from_index);
                match $vendor::Code::detail(code, fields) {
                    $($vendor::Detail::$view(_view) => vec![$({
                        let read = _view.$accessor();
                        let deep = read.and_then(|read| read.deep());
                        (stringify!($accessor), deep.and(read.map(|read| read.is_some())))
                    }),*],)*
                    _ => panic!("a view that is not listed"),
                }
            }
        }
    };
}

details! { abicart_views of abicart:
    InvalidParams { data }
    NotBuyable { data }
    PaymentFailed { data }
    DiscountCodeAlreadySpecified { data }
    InvalidDiscountCode { data }
    NoFurtherDiscount { data }
    ValidationError { data }
    InvalidQuery { data }
    Other { data }
}

types! { abicart:
    Violation { message pointer }
}

details! { bonsai_views of bonsai:
    ProductUnavailable { detail }
    ProductDoesNotExist { detail }
    VariantDoesNotExist { detail }
    InternationalShippingError { detail }
    ProvinceUnrecognized { detail }
    TaxesOrDutiesError { detail }
    TaxError { detail }
    InvalidInput { detail }
    InsufficientInventory { detail }
    OutOfStock { detail }
    PaymentRequired { detail }
    PaymentMethodNotSupported { detail }
    ProvinceNotFound { detail }
    ProductsPriceChange { detail }
    StripeError { detail }
    ExternalPaymentNotImplementedYet { detail }
    AuthenticationFailed { detail }
    CustomerOrderNotFound { detail }
    Other { detail }
}

types! { bonsai:
    Variant { public_id variant_id }
    Province { country_code province }
    ValidationIssue { message path type_ context }
    PaymentFailure { message }
    PaymentChoice { payment_method }
    StripeFailure { stripe_token customer }
    StripeCustomer { first_name last_name email }
    ExternalPayment { token external_payment_type }
    Authentication { authentication_expected }
    CustomerOrder { customer_order_id }
}

details! { commercetools_views of commercetools:
    DuplicateField { field duplicate_value }
    DuplicateFieldWithConflictingResource { field duplicate_value conflicting_resource }
    InvalidJsonInput { detailed_error_message }
    InvalidField { field invalid_value allowed_values }
    MaxResourceLimitExceeded { exceeded_resource }
    ReferenceExists { referenced_by }
    ReferencedResourceNotFound { type_id id key }
    RequiredField { field }
    ConcurrentModification { current_version }
    ExtensionPredicateEvaluationFailed { error_by_extension }
    ExtensionBadResponse { localized_message extension_extra_info extension_errors extension_body extension_status_code extension_id extension_key }
    ExtensionUpdateActionsFailed { localized_message extension_extra_info extension_errors }
    ExtensionNoResponse { extension_id extension_key }
    DuplicatePriceKey { conflicting_price }
    DuplicatePriceScope { conflicting_price }
    DuplicateVariantValues { variant_values }
    DuplicateAttributeValue { attribute }
    DuplicateAttributeValues { attributes }
    AttributeDefinitionAlreadyExists { conflicting_product_type_id conflicting_product_type_name conflicting_attribute_name }
    AttributeDefinitionTypeConflict { conflicting_product_type_id conflicting_product_type_name conflicting_attribute_name }
    AttributeNameDoesNotExist { invalid_attribute_name }
    DuplicateEnumValues { duplicates }
    EnumKeyAlreadyExists { conflicting_enum_key conflicting_attribute_name }
    EnumKeyDoesNotExist { conflicting_enum_key conflicting_attribute_name }
    OutOfStock { line_items skus }
    PriceChanged { line_items shipping }
    DiscountCodeNonApplicable { discount_code reason discount_code_id valid_from valid_until validity_check_time }
    InvalidItemShippingDetails { subject item_id }
    MatchingPriceNotFound { product_id variant_id currency country customer_group channel }
    MissingTaxRateForCountry { tax_category_id country state }
    CountryNotConfiguredInStore { store_countries country }
    LockedField { field }
    StoreCartDiscountsLimitReached { stores }
    EditPreviewFailed { result }
    ProjectNotConfiguredForLanguages { languages }
    MissingRoleOnChannel { channel missing_role }
    ProductAssignmentMissing { product }
    ProductPresentWithDifferentVariantSelection { product existing_variant_selection }
    DuplicateStandalonePriceScope { conflicting_standalone_price sku currency country customer_group channel valid_from valid_until }
    OverlappingStandalonePriceValidity { conflicting_standalone_price sku currency country customer_group channel valid_from valid_until conflicting_valid_from conflicting_valid_until }
    AssociateMissingPermission { associate business_unit associate_on_behalf permissions }
    Other {}
}

types! { commercetools:
    Reference { type_id id }
    ResourceIdentifier { type_id id key }
    KeyReference { type_id key }
    Attribute { name value }
    ErrorByExtension { id key }
    ExtensionError { code message extension_id extension_key }
    OrderEditPreviewFailure { type_ errors }
    VariantValues { sku prices attributes }
}

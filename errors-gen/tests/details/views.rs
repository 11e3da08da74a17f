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
shallow!(
    commercetools::types::ChannelRoleEnum<'_>,
    commercetools::types::DiscountCodeReason<'_>,
    commercetools::types::ItemSubject<'_>,
    commercetools::types::ProcessingState<'_>
);

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
    DuplicateField { error_by_extension localized_message field duplicate_value }
    DuplicateFieldWithConflictingResource { error_by_extension localized_message field duplicate_value conflicting_resource }
    InvalidJsonInput { error_by_extension localized_message detailed_error_message }
    InvalidField { error_by_extension localized_message field invalid_value allowed_values extension_extra_info resource_index }
    MaxResourceLimitExceeded { error_by_extension localized_message exceeded_resource limit }
    ReferenceExists { error_by_extension localized_message referenced_by }
    ReferencedResourceNotFound { error_by_extension localized_message type_id id key }
    RequiredField { error_by_extension localized_message field }
    ResourceNotFound { error_by_extension localized_message resource_identifier resource_id resource }
    ConcurrentModification { error_by_extension localized_message current_version specified_version resource_id conflicted_resource }
    ExtensionPredicateEvaluationFailed { error_by_extension localized_message }
    ExtensionBadResponse { error_by_extension localized_message extension_extra_info extension_errors extension_body extension_status_code extension_id extension_key }
    ExtensionUpdateActionsFailed { error_by_extension localized_message extension_extra_info extension_errors }
    ExtensionNoResponse { error_by_extension localized_message extension_id extension_key }
    DuplicatePriceKey { error_by_extension localized_message conflicting_price }
    DuplicatePriceScope { error_by_extension localized_message conflicting_price }
    DuplicateVariantValues { error_by_extension localized_message variant_values }
    DuplicateAttributeValue { error_by_extension localized_message attribute }
    DuplicateAttributeValues { error_by_extension localized_message attributes }
    AttributeDefinitionAlreadyExists { error_by_extension localized_message conflicting_product_type_id conflicting_product_type_name conflicting_attribute_name }
    AttributeDefinitionTypeConflict { error_by_extension localized_message conflicting_product_type_id conflicting_product_type_name conflicting_attribute_name }
    AttributeNameDoesNotExist { error_by_extension localized_message invalid_attribute_name }
    DuplicateEnumValues { error_by_extension localized_message duplicates }
    EnumKeyAlreadyExists { error_by_extension localized_message conflicting_enum_key conflicting_attribute_name }
    EnumKeyDoesNotExist { error_by_extension localized_message conflicting_enum_key conflicting_attribute_name }
    OutOfStock { error_by_extension localized_message line_items skus }
    PriceChanged { error_by_extension localized_message line_items shipping }
    DiscountCodeNonApplicable { error_by_extension localized_message discount_code reason discount_code_id valid_from valid_until validity_check_time }
    InvalidItemShippingDetails { error_by_extension localized_message subject item_id }
    MatchingPriceNotFound { error_by_extension localized_message product_id variant_id currency country customer_group channel }
    MissingTaxRateForCountry { error_by_extension localized_message tax_category_id country state }
    CountryNotConfiguredInStore { error_by_extension localized_message store_countries country }
    LockedField { error_by_extension localized_message field }
    StoreCartDiscountsLimitReached { error_by_extension localized_message stores }
    EditPreviewFailed { error_by_extension localized_message result }
    ProjectNotConfiguredForLanguages { error_by_extension localized_message languages }
    MissingRoleOnChannel { error_by_extension localized_message channel missing_role }
    ProductAssignmentMissing { error_by_extension localized_message product }
    ProductPresentWithDifferentVariantSelection { error_by_extension localized_message product existing_variant_selection }
    DuplicateStandalonePriceScope { error_by_extension localized_message conflicting_standalone_price sku currency country customer_group channel valid_from valid_until }
    OverlappingStandalonePriceValidity { error_by_extension localized_message conflicting_standalone_price sku currency country customer_group channel valid_from valid_until conflicting_valid_from conflicting_valid_until }
    AssociateMissingPermission { error_by_extension localized_message associate business_unit associate_on_behalf permissions }
    BulkOperationMaxItemsExceeded { error_by_extension localized_message limit provided }
    ExactLockConflict { error_by_extension localized_message sku currency country customer_group channel valid_from valid_until recurrence_policy }
    ValidityLockConflict { error_by_extension localized_message sku currency country customer_group channel recurrence_policy }
    LineItemQuantityAboveLimit { error_by_extension localized_message quantity max_cart_quantity line_item }
    LineItemQuantityBelowLimit { error_by_extension localized_message quantity min_cart_quantity line_item }
    OverlappingPriceValidity { error_by_extension localized_message conflicting_price currency country customer_group channel valid_from valid_until conflicting_valid_from conflicting_valid_until }
    Unauthorized { error_by_extension localized_message stores_without_permission }
    InvalidFieldUpdate { error_by_extension localized_message fields_ }
    ResourceCreation { error_by_extension localized_message resource }
    ResourceUpdate { error_by_extension localized_message resource }
    ResourceDeletion { error_by_extension localized_message resource }
    InvalidTransition { error_by_extension localized_message current_state new_state }
    FieldValueNotFound { error_by_extension localized_message field value }
    InvalidPathParam { error_by_extension localized_message detailed_error_message }
    InvalidQueryParam { error_by_extension localized_message detailed_error_message }
    Other { error_by_extension localized_message }
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

//! Topics: what an error is about for a shop, in one vocabulary for all vendors.

use crate::vocabulary::vocabulary;

/// Declares the areas, and for each topic its word and three sentences: when it applies, when it does not, and what a shop
/// typically does.
macro_rules! topics {
    ($(
        $(#[doc = $about:literal])* $area:ident = $area_word:literal {
            $($topic:ident = $word:literal: $applies:literal, $excludes:literal, $response:literal;)+
        }
    )+) => {
        vocabulary! {
            /// The part of a shop that an error is about, by which [topics](Topic) are grouped.
            Area { $($(#[doc = $about])* $area = $area_word,)+ }
        }

        vocabulary! {
            /// What an error is about for a shop, the same for all vendors.
            ///
            /// A [`Kind`](crate::Kind) says what is technically wrong; a topic says what the shop has to deal with, so that a
            /// program handles "out of stock" once for all vendors. Each variant says when it applies, when it does not, and
            /// what a shop typically does.
            ///
            /// ```
            /// use errors_gen::{Area, Topic};
            ///
            /// assert_eq!(Topic::OutOfStock.as_str(), "out_of_stock");
            /// assert_eq!(Topic::OutOfStock.area(), Area::Inventory);
            /// ```
            Topic {
                $($(
                    #[doc = $applies]
                    #[doc = ""]
                    #[doc = concat!("Not for: ", $excludes)]
                    #[doc = ""]
                    #[doc = concat!("What a shop does: ", $response)]
                    $topic = $word,
                )+)+
            }
        }

        impl Topic {
            /// The part of a shop that it belongs to.
            #[must_use]
            pub const fn area(self) -> Area {
                match self { $($(Self::$topic => Area::$area,)+)+ }
            }

            /// When it applies, in one sentence.
            #[must_use]
            pub const fn applies(self) -> &'static str {
                match self { $($(Self::$topic => $applies,)+)+ }
            }

            /// When it does not apply, and which topic does.
            #[must_use]
            pub const fn excludes(self) -> &'static str {
                match self { $($(Self::$topic => $excludes,)+)+ }
            }

            /// What a shop typically does about it.
            #[must_use]
            pub const fn response(self) -> &'static str {
                match self { $($(Self::$topic => $response,)+)+ }
            }
        }
    };
}

topics! {
    /// Authentication and permissions of the caller.
    Access = "access" {
        CredentialsInvalid = "credentials_invalid":
            "The key, secret, token or session of the request is missing, wrong, unknown or revoked, or it is not said what is wrong with it.",
            "credentials of which the vendor says that they may have expired (`credentials_expired`); what a customer types to sign in (`login_failed`); the ID of a shop (`value_invalid`).",
            "Alert whoever runs the integration, who corrects the stored key, secret or token.";
        CredentialsExpired = "credentials_expired":
            "A token or a session has expired; other causes may be named with it.",
            "a one-time code or a link that was sent to a customer (`verification_failed`).",
            "Renew the token, or ask the customer to sign in again, then send the request once more.";
        PermissionDenied = "permission_denied":
            "The caller is known and may not do this: a permission, a role, a scope or an allowed origin is missing, or a scope that is asked for is not granted, for whatever reason.",
            "a feature that is off for the whole account (`not_configured`); a suspended customer (`customer_blocked`).",
            "Have the permission granted to the credentials, or leave out what needs it.";
        AccountInactive = "account_inactive":
            "The shop or the merchant's account as a whole is closed, suspended, unpaid, deleted or in maintenance.",
            "an account of a customer (`customer_blocked`); a single feature (`not_configured`).",
            "Alert the merchant, and show a maintenance page until then.";
        NotConfigured = "not_configured":
            "A feature, a service or a setting of the account that the call needs is switched off, not set up or not part of the plan, such as a domain, or a role, a country or a language of a store.",
            "a method that is missing for one order only (`payment_method_unavailable`, `delivery_unavailable`); a domain of the request that is not recognized (`value_invalid`); tax rates (`tax_not_calculated`).",
            "Alert the merchant, who sets it up, and hide the feature until then.";
    }
    /// The request as the program makes it.
    Request = "request" {
        RequestMalformed = "request_malformed":
            "The vendor cannot read the request: its JSON, the syntax of a query or an expression, its headers and host name, its media type or its API version.",
            "a request that is read and not accepted, or a code for both that names such a cause first (`value_invalid`); a call that does not exist (`operation_unsupported`).",
            "Alert the developers: the request fails for every customer.";
        ValueInvalid = "value_invalid":
            "A value of the request is missing, of a wrong type or format, unknown, against a rule, or in contradiction to another value or to what is stored.",
            "addresses, amounts, coupons, payment details, tax data and what customers enter about themselves, which have topics of their own; a change that the vendor has stored and that fails when it is used (`state_conflict`).",
            "Show the field to whoever entered the value; otherwise alert the developers.";
        OperationUnsupported = "operation_unsupported":
            "The vendor has no such endpoint, method or kind of request, has removed it, or does not offer it for this kind of thing.",
            "a field that cannot be set or changed, or values that do not go together (`value_invalid`); what exists and is off for this account (`not_configured`); what only the present state forbids (`state_conflict`).",
            "Alert the developers, who call something else.";
        Notice = "notice":
            "Nothing failed because of it: the code reports a success, or a remark that comes with an answer.",
            "a warning that something a shop has a topic for happened, such as `price_changed`.",
            "Go on; keep remarks for the log.";
    }
    /// Resources that the vendor stores and that belong to no other area.
    Resource = "resource" {
        ResourceNotFound = "resource_not_found":
            "A thing that the request addresses or refers to does not exist, is not part of what it is looked for in, or the caller cannot see it.",
            "products (`product_unavailable`), carts, orders and customers, which have topics of their own; a value that is unknown while no thing is named (`value_invalid`); what the vendor itself has lost (`internal_error`).",
            "Correct the reference, or drop what refers to it.";
        ResourceExists = "resource_exists":
            "An id, a key, a name, a period or another value that must be unique is taken, or the thing that would be added is there already.",
            "orders and carts that were sent before (`duplicate_order`); a customer's account (`customer_exists`); a thing whose state only for now allows no second one (`state_conflict`).",
            "Look up what exists and use it, or choose another value.";
        VersionConflict = "version_conflict":
            "Another request has changed, is changing or has locked the same thing.",
            "a state in which the change is never allowed (`state_conflict`).",
            "Read the thing again and redo the change on what is there now.";
        StateConflict = "state_conflict":
            "The state of a thing, what refers to it, or a constraint between things does not allow the operation, or a stored change fails when it is used.",
            "carts (`cart_invalid`), orders (`order_state_conflict`) and payments (`payment_state_conflict`); references of a request that form a cycle (`value_invalid`).",
            "Read the state again, and offer only what it allows.";
        LimitReached = "limit_reached":
            "There would be more of something than the vendor allows: stored things, the items, the size or the complexity of one request or its answer, downloads.",
            "too many requests in a period (`rate_limited`); quantities and totals of a purchase (`purchase_limit`).",
            "Ask for less or split the request; have the limit raised, or remove what is not needed.";
    }
    /// Products, prices and stock.
    Inventory = "inventory" {
        ProductUnavailable = "product_unavailable":
            "A product or a variant does not exist, is not sold (here, now, to this customer), or has no price for it.",
            "a product of which only the stock is too low (`out_of_stock`); a malformed or unknown option or key of a product (`value_invalid`).",
            "Take the item out of the cart, tell the customer, and read the product again.";
        OutOfStock = "out_of_stock":
            "Fewer pieces are in stock than are wanted, or none.",
            "quantities that the shop does not sell whatever the stock (`purchase_limit`).",
            "Offer what is left, or take the item out of the cart, and read the stock again.";
        PriceChanged = "price_changed":
            "A price, a rate or a total differs from the one that the customer saw.",
            "an item without any price (`product_unavailable`); amounts that contradict each other in the request (`amount_invalid`).",
            "Read the cart again, show the new price and ask the customer to confirm it.";
    }
    /// Coupons, vouchers, discount codes and gift cards, as customers enter them.
    Discount = "discount" {
        CouponInvalid = "coupon_invalid":
            "The coupon or gift card is missing, unknown or malformed, or this is one of several causes that are named.",
            "one that is past its date or used up (`coupon_expired`); one that only does not fit the cart (`coupon_not_applicable`).",
            "Say that the code is not valid, and go on without it.";
        CouponExpired = "coupon_expired":
            "The coupon or gift card is past its date, used up or withdrawn.",
            "one that this cart has already (`coupon_not_applicable`).",
            "Say that it can no longer be used, and go on without it.";
        CouponNotApplicable = "coupon_not_applicable":
            "The coupon or gift card is good, but not for this cart, customer, currency or payment, or it is in the cart already.",
            "one that may as well be unknown (`coupon_invalid`).",
            "Say what it needs, and go on without it.";
    }
    /// Carts and checkouts, until an order is placed.
    Cart = "cart" {
        CartNotFound = "cart_not_found":
            "The cart or the checkout does not exist or has ended.",
            "things that are not in an existing cart (`resource_not_found`).",
            "Start a new cart with the items that the program knows.";
        CartInvalid = "cart_invalid":
            "The cart or the checkout cannot be changed or ordered as it is: empty, frozen, without a step of the checkout such as its delivery or payment, or with items or quantities that do not go together.",
            "a cause that has a topic of its own, such as `out_of_stock` or `address_invalid`; a change that failed inside the vendor's service (`internal_error`).",
            "Lead the customer back to the cart, and to the step that is missing.";
        PurchaseLimit = "purchase_limit":
            "A quantity of a purchase, or a total that a shop accepts, is below the least or above the most that is allowed.",
            "stock (`out_of_stock`); an amount above what is open or was agreed at first (`amount_invalid`); the amount of a refund (`refund_failed`).",
            "Say what the limit is, and let the customer change the quantity.";
    }
    /// Orders, once they are placed.
    Order = "order" {
        OrderNotFound = "order_not_found":
            "An order, or an invoice, a return or a download of it, does not exist or belongs to somebody else.",
            "a product that is not in the order (`resource_not_found`).",
            "Check the number and whose order it is; an order that was just placed may need a moment.";
        DuplicateOrder = "duplicate_order":
            "An order with this id, or a cart that stands for one, exists already, perhaps from an earlier attempt.",
            "other ids that are taken (`resource_exists`); a payment that was made before (`payment_state_conflict`).",
            "Do not order again: look up the existing one and go on with it.";
        OrderStateConflict = "order_state_conflict":
            "The state of an order or of a download of it does not allow the operation: cancelled, locked, not paid, not delivered, shipped, refunded, expired.",
            "the state of its payment (`payment_state_conflict`) or shipment (`shipment_failed`); what the merchant has switched off (`not_configured`).",
            "Read the order again, and show what can still be done.";
    }
    /// Payments and refunds.
    Payment = "payment" {
        PaymentDeclined = "payment_declined":
            "The bank, the card's issuer or the payment provider refuses the payment or reports that it has failed, whether or not it says why.",
            "wrong details (`payment_details_invalid`); a suspicion of fraud (`fraud_suspected`); a failure on the way, or a code that stands for both (`payment_failed`).",
            "Ask the customer for another payment method; keep the cart.";
        PaymentDetailsInvalid = "payment_details_invalid":
            "What identifies the means of payment is missing, wrong or expired: a card number, a security code, an expiry date, a bank account, a payment token.",
            "a refusal that names no detail (`payment_declined`).",
            "Ask the customer to correct the details, or to enter them again.";
        PaymentActionRequired = "payment_action_required":
            "The customer has to do something before the payment can go on, or has not done it: 3-D Secure, a confirmation, a mandate.",
            "signing in to the shop (`login_failed`).",
            "Lead the customer to that step, then go on with the same payment.";
        PaymentMethodUnavailable = "payment_method_unavailable":
            "The payment method is missing, or is not offered for this order, customer, currency, country or merchant.",
            "payments that are not set up for the shop at all (`not_configured`); a checkout whose payment step has not been made (`cart_invalid`).",
            "Show the methods that are offered, and ask the customer to choose.";
        AmountInvalid = "amount_invalid":
            "An amount or a currency is missing or not accepted: too small, too large, above what is open or was agreed at first, or in conflict with another.",
            "totals that a shop does not accept for a purchase (`purchase_limit`); amounts of refunds (`refund_failed`).",
            "Alert the developers, and compute the amount again before asking for money.";
        PaymentStateConflict = "payment_state_conflict":
            "The state of a payment, an authorization or a payment link does not allow the operation: paid, captured, cancelled, expired, disputed.",
            "refunds and cancellations (`refund_failed`).",
            "Read the payment again before anything is charged: it may be paid.";
        PaymentFailed = "payment_failed":
            "A payment, authorization or capture failed on the way to the provider, was broken off, or it is not clear whether it was refused, as where one code stands for both.",
            "a refusal or a failure that the provider reports (`payment_declined`); a refund (`refund_failed`).",
            "Find out whether money was taken before trying again.";
        FraudSuspected = "fraud_suspected":
            "A check of the risk stopped the payment or the order: suspected fraud, a blocked card or customer, a stolen card.",
            "a refusal without such a reason (`payment_declined`).",
            "Do not try again and do not say why; have the order reviewed.";
        RefundFailed = "refund_failed":
            "A refund, or the cancellation of a payment, was not carried out, for whatever reason.",
            "the cancellation of an order (`order_state_conflict`).",
            "Read the payment again, and have somebody see to it that the customer gets the money.";
    }
    /// Where and how goods are sent.
    Delivery = "delivery" {
        AddressInvalid = "address_invalid":
            "A delivery or billing address is incomplete, unknown or contradictory.",
            "a good address to which nothing is delivered (`delivery_unavailable`).",
            "Ask the customer to correct the address.";
        DeliveryUnavailable = "delivery_unavailable":
            "There is no delivery of these items to this address, or not by the chosen method, service or time, or no rate for it.",
            "an address that is wrong (`address_invalid`); an ID of a delivery method that is unknown (`value_invalid`); sending a placed order (`shipment_failed`).",
            "Offer other delivery methods, or say that the shop does not deliver there.";
        ShipmentFailed = "shipment_failed":
            "A placed order cannot be sent as asked for: its fulfillment, package, label, customs data, tracking, pickup or carrier.",
            "the choice of a delivery method before the order (`delivery_unavailable`).",
            "Have somebody in the warehouse look at it; tell the customer where it takes longer.";
    }
    /// Taxes and duties.
    Tax = "tax" {
        TaxNotCalculated = "tax_not_calculated":
            "The tax or duty of a cart, an order or an item cannot be calculated, for whatever reason: no rate, no location, the service failed.",
            "tax data that is only stored (`tax_data_invalid`).",
            "Do not place the order without tax; check the address, then try again.";
        TaxDataInvalid = "tax_data_invalid":
            "Tax data is missing, wrong or in conflict: tax codes, rates, registrations, exemptions, tax ids, tax documents.",
            "a calculation that fails while a purchase waits for it (`tax_not_calculated`).",
            "Have whoever keeps the shop's taxes correct it; ask the customer for a correct tax id.";
    }
    /// Customers and their accounts.
    Customer = "customer" {
        LoginFailed = "login_failed":
            "A customer's sign-in, or a proof such as the current password, is not accepted, or has to be made in another way.",
            "codes and links that are sent to the customer (`verification_failed`); the credentials of the program (`credentials_invalid`).",
            "Say that name or password is wrong, not which, and offer to reset it.";
        VerificationFailed = "verification_failed":
            "A one-time code, a magic link or a token that was sent to the customer is wrong, unknown, used up, expired, or blocked after too many attempts.",
            "a session (`credentials_expired`); a subscription that is no longer valid (`state_conflict`); a payment link (`payment_state_conflict`); a request that names another event than that of the code (`value_invalid`).",
            "Offer to send a new one.";
        CustomerNotFound = "customer_not_found":
            "There is no customer, user or account of a customer with this id or address.",
            "a sign-in that leaves open what was wrong (`login_failed`).",
            "Offer to sign up, or correct the reference to the customer.";
        CustomerExists = "customer_exists":
            "A customer or an account with this e-mail address, phone number or id exists already.",
            "subscriptions, reviews and other things of a customer (`resource_exists`).",
            "Ask the customer to sign in instead.";
        CustomerBlocked = "customer_blocked":
            "The customer's account is suspended, inactive or not confirmed, or the customer may not do this.",
            "the merchant's account (`account_inactive`); a missing permission of the program (`permission_denied`).",
            "Say that the account cannot be used, and whom to ask.";
        CustomerDataInvalid = "customer_data_invalid":
            "What a customer enters about themselves is missing or not accepted: e-mail address, phone number, name, date of birth, a new password.",
            "addresses (`address_invalid`); payment details (`payment_details_invalid`); tax ids (`tax_data_invalid`).",
            "Show the message at the field of the form.";
    }
    /// The vendor's service as a whole.
    Service = "service" {
        RateLimited = "rate_limited":
            "Too many requests or attempts came in a period; the same request is accepted later.",
            "limits that time does not lift (`limit_reached`); a code that needs a new one to be sent (`verification_failed`).",
            "Wait as long as the response says, and send fewer requests at a time.";
        ServiceUnavailable = "service_unavailable":
            "The vendor cannot answer for now: down, overloaded, timed out, in maintenance, or not ready yet, even where it may be switched off instead.",
            "a fault that does not pass by itself (`internal_error`); systems of others (`dependency_failed`).",
            "Try again later, waiting longer each time; show what is stored meanwhile.";
        DependencyFailed = "dependency_failed":
            "A system that the vendor calls for the shop failed, did not answer, answered wrongly, or cannot be called as it is set up: an extension, a webhook, an external server.",
            "payment providers (`payment_failed`), tax services (`tax_not_calculated`) and carriers (`shipment_failed`, `delivery_unavailable`).",
            "Alert whoever runs that system.";
        InternalError = "internal_error":
            "Something failed or is lost inside the vendor's service, or the vendor says nothing but that something failed.",
            "failures that are said to pass (`service_unavailable`); failed payments and refunds.",
            "Find out whether the request took effect, and report it to the vendor if it happens again.";
    }
}

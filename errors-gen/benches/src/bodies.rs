//! The bodies that are read: each kind in many copies that differ, so that no branch predictor learns them by heart.

use std::fmt::Write as _;

use crate::rng::Rng;

/// How many copies there are of each small body.
pub const COPIES: usize = 96;

/// The copies of a kind of body.
pub type Bodies = &'static [Vec<u8>];

/// All copies of a kind of body.
#[must_use]
pub fn copies(count: usize, body: fn(&mut Rng) -> String) -> Bodies {
    let mut rng = Rng::new(7);
    let bodies: Vec<_> = (0..count).map(|_| body(&mut rng).into_bytes()).collect();
    Box::leak(bodies.into_boxed_slice())
}

pub(crate) fn uuid(rng: &mut Rng) -> String {
    let (a, b) = (rng.next(), rng.next());
    format!("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", a >> 32, a >> 16 & 0xffff, a & 0xffff, b >> 48, b & 0xffff_ffff_ffff)
}

pub(crate) const FIELDS: &[&str] =
    &["slug.en", "slug.de-AT", "sku", "key", "name", "customerNumber", "orderNumber", "email"];
const WORDS: &[&str] = &[
    "winter", "jackets", "shirt", "slim-fit", "blue", "outlet", "vip", "b2b", "spring", "2026", "gift", "card",
    "running", "shoes", "xl", "organic",
];

/// Some words, `from` to `from + 3` of them.
pub(crate) fn words(rng: &mut Rng, from: usize, between: &str) -> String {
    let mut text = String::new();
    for index in 0..from + rng.below(4) {
        if index > 0 {
            text.push_str(between);
        }
        text.push_str(rng.pick(WORDS));
    }
    text
}

/// The code, the message, and the other members of a commercetools error, in JSON.
pub(crate) fn small_error(rng: &mut Rng) -> (&'static str, String, String) {
    let field = rng.pick(FIELDS);
    match rng.below(5) {
        0 => {
            let value = words(rng, 2, "-");
            (
                "DuplicateField",
                format!(r#"A duplicate value '\"{value}\"' exists for field '{field}'."#),
                format!(r#""field":"{field}","duplicateValue":"{value}""#),
            )
        }
        1 => {
            let (expected, id) = (1 + rng.below(40), uuid(rng));
            let actual = expected + 1 + rng.below(9);
            (
                "ConcurrentModification",
                format!("Object {id} has a different version than expected. Expected: {expected} - Actual: {actual}."),
                format!(r#""currentVersion":{actual}"#),
            )
        }
        2 => {
            let value = words(rng, 1, " ");
            (
                "InvalidField",
                format!("The value '{value}' is not valid for field '{field}'."),
                format!(r#""field":"{field}","invalidValue":"{value}""#),
            )
        }
        3 => (
            "RequiredField",
            format!("A value is required for field '{field}' of the resource."),
            format!(r#""field":"{field}""#),
        ),
        _ => {
            let id = uuid(rng);
            (
                "ReferencedResourceNotFound",
                format!("The referenced object of type 'product' with id '{id}' was not found."),
                format!(r#""typeId":"product","id":"{id}""#),
            )
        }
    }
}

fn commercetools(status: u16, message: &str, items: &[String]) -> String {
    format!(r#"{{"statusCode":{status},"message":"{message}","errors":[{}]}}"#, items.join(","))
}

/// One error of about 250 bytes.
pub fn one_error(rng: &mut Rng) -> String {
    let (code, message, rest) = small_error(rng);
    let item = format!(r#"{{"code":"{code}","message":"{message}",{rest}}}"#);
    commercetools(400, &message, &[item])
}

/// One error whose code no catalog lists.
pub fn unknown_code(rng: &mut Rng) -> String {
    let (_, message, rest) = small_error(rng);
    let code =
        format!("{}{}", rng.pick(&["Quota", "Preview", "Ledger", "Tenant"]), rng.pick(&["Locked", "Frozen", "Gone"]));
    let item = format!(r#"{{"code":"{code}","message":"{message}",{rest}}}"#);
    commercetools(400, &message, &[item])
}

/// Four errors with details of about 1.5 kB.
pub fn four_errors(rng: &mut Rng) -> String {
    let (product, id) = (uuid(rng), uuid(rng));
    let variant = 1 + rng.below(12);
    let price_message = format!(
        "The variant '{variant}' of product '{product}' does not contain a price for currency 'EUR', country 'DE', all customer groups and channel '{id}'."
    );
    let price = format!(
        r#"{{"code":"MatchingPriceNotFound","message":"{price_message}","productId":"{product}","variantId":{variant},"currency":"EUR","country":"DE","channel":{{"typeId":"channel","id":"{id}"}},"customerGroup":{{"typeId":"customer-group","id":"{}"}}}}"#,
        uuid(rng)
    );
    let (line, sku) = (uuid(rng), words(rng, 2, "-").to_uppercase());
    let stock = format!(
        r#"{{"code":"OutOfStock","message":"Some line items are out of stock at the time of placing the order: {sku}.","lineItems":["{line}","{}"],"skus":["{sku}","{}"]}}"#,
        uuid(rng),
        words(rng, 2, "-").to_uppercase()
    );
    let extension = format!(
        r#"{{"code":"ExtensionBadResponse","message":"Extension callback failed: \"{}\" is not valid.","localizedMessage":{{"en":"{}","de":"Größe fehlt"}},"extensionErrors":[{{"code":"E-{}","message":"{}","extensionId":"{}"}}]}}"#,
        words(rng, 2, " "),
        words(rng, 2, " "),
        rng.below(900),
        words(rng, 3, " "),
        uuid(rng)
    );
    let (code, message, rest) = small_error(rng);
    let last = format!(r#"{{"code":"{code}","message":"{message}",{rest}}}"#);
    let mut items = [price, stock, extension, last];
    items.rotate_left(rng.below(4));
    commercetools(400, &price_message, &items)
}

/// Bonsai's partial success of about 600 bytes.
pub fn bonsai(rng: &mut Rng) -> String {
    let mut item = |code: &str, status: u16, title: &str| {
        format!(
            r#"{{"id":"{}","status":{status},"code":"{code}","title":"{title}","detail":{{"publicId":"clx2k9d0a{:04}","variantId":"{}"}}}}"#,
            uuid(rng),
            rng.below(9_999),
            rng.below(99_999),
        )
    };
    let items = [
        item("PRODUCT_UNAVAILABLE", 400, "The product requested is no longer available"),
        item("VARIANT_DOES_NOT_EXIST", 404, "Variant does not exist"),
    ];
    format!(
        r#"{{"data":{{"subtotal":{},"currency":"CAD","line_items":[{{"variantId":"{}","quantity":{},"price":{}.{:02}}}],"shipping":{{"rate":"{}","amount":12.50}}}},"errors":[{}]}}"#,
        rng.below(90_000),
        rng.below(99_999),
        1 + rng.below(9),
        rng.below(400),
        rng.below(100),
        words(rng, 1, " "),
        items.join(",")
    )
}

/// A failed JSON-RPC call with what is wrong in its data.
pub fn json_rpc(rng: &mut Rng) -> String {
    let code = rng.pick(&[-32602, -32601, 1001, 9001, 3005, -32000]);
    let mut data = String::new();
    for index in 0..=rng.below(3) {
        if index > 0 {
            data.push(',');
        }
        let _ = write!(
            data,
            r#"{{"message":"{} is required","pointer":"/{}/{index}"}}"#,
            words(rng, 1, " "),
            rng.pick(WORDS)
        );
    }
    format!(
        r#"{{"jsonrpc":"2.0","id":{},"error":{{"code":{code},"message":"Invalid params: {}","data":[{data}]}}}}"#,
        rng.below(10_000),
        words(rng, 2, " ")
    )
}

/// A failed OmniCart call with the further codes of `debug`.
pub fn omnicart(rng: &mut Rng) -> String {
    let mut debug = String::new();
    for index in 0..2 + rng.below(3) {
        if index > 0 {
            debug.push(',');
        }
        let _ = write!(
            debug,
            r#"{{"code":"{}","message":"itemId SKU-{} is missing {}"}}"#,
            rng.pick(&["101001", "101002", "101003", "124102", "123101"]),
            rng.below(99_999),
            words(rng, 1, " ")
        );
    }
    format!(
        r#"{{"code":"{}","message":"customerId C-{} is linked to itemId SKU-{} in cartId CART-{}","timestamp":"2026-03-14T09:26:{:02}Z","cartId":"CART-{}","debug":[{debug}]}}"#,
        rng.pick(&["124102", "123101", "124101"]),
        rng.below(9_999),
        rng.below(99_999),
        rng.below(9_999),
        rng.below(60),
        rng.below(9_999),
    )
}

/// One error with a message of 100 kB.
pub fn long_message(rng: &mut Rng) -> String {
    let mut message = String::new();
    while message.len() < 100_000 {
        message.push_str(rng.pick(WORDS));
        message.push(' ');
    }
    let item = format!(r#"{{"code":"InvalidInput","message":"{message}"}}"#);
    commercetools(400, "The request is not valid.", &[item])
}

/// 1,000 errors.
pub fn long_list(rng: &mut Rng) -> String {
    let items: Vec<_> = (0..1_000)
        .map(|_| {
            let (code, message, rest) = small_error(rng);
            format!(r#"{{"code":"{code}","message":"{message}",{rest}}}"#)
        })
        .collect();
    commercetools(400, "Many errors.", &items)
}

//! Reading: all items of a body, their codes and messages; and the same with every documented detail.

use std::hint::black_box;

use errors_gen::{ErrorCode, Response};

use crate::bodies::{self, Bodies, COPIES, copies};
use crate::group::{Group, OWN, Variant};
use crate::rivals::{abicart, bonsai, commercetools, omnicart, serde, simd, sonic, tree};
use crate::sink::Sink;

/// `errors-gen`, and each code looked up.
pub const TYPED: &str = "errors-gen, typed";
/// `serde_json::Value`, then picking.
pub const TREE: &str = "serde_json::Value";
/// `serde_json`, types that own, with the code as the tag.
pub const TAGGED: &str = "serde, tagged, owned";
/// `serde_json`, types that own, where the code cannot be the tag.
pub const OWNED: &str = "serde, owned";
/// `serde_json`, types that borrow.
pub const RAW: &str = "serde, borrowed, RawValue";
/// `sonic-rs`, the types that own.
pub const SONIC: &str = "sonic-rs, owned";
/// `sonic-rs`, types that borrow and skip the rest.
pub const SONIC_SKIPPING: &str = "sonic-rs, borrowed, skipping";
/// `sonic_rs::get` and lazy values: only what is asked for is looked at, and what stands behind it is not validated.
pub const LAZY: &str = "sonic-rs, lazy values";
/// `simd-json`, the types that own.
pub const SIMD: &str = "simd-json, owned";
/// `simd-json`, types that borrow and skip the rest.
pub const SIMD_SKIPPING: &str = "simd-json, borrowed, skipping";

fn group(name: &'static str, bodies: Bodies, variants: Vec<Variant>) -> Group {
    Group { name, count: bodies.len(), bytes: bodies.iter().map(Vec::len).sum(), variants }
}

/// All items with their codes and messages, whatever the vendor.
pub(crate) fn own<C: ErrorCode>(body: &[u8], sink: &mut Sink) {
    for item in C::VENDOR.read(400, body).errors() {
        sink.item(item.raw_code(), item.message());
    }
}

/// The same with the vendor's types.
pub(crate) fn typed<C: ErrorCode>(body: &[u8], sink: &mut Sink) {
    for item in Response::<C>::read(400, body).errors() {
        black_box(item.code());
        sink.item(item.raw_code(), item.message());
    }
}

/// The variants for bodies of one vendor. `$owned` is what the vendor's type that owns is called, and the type.
macro_rules! reading {
    ($name:literal, $bodies:expr, $vendor:ident, $owned:ident $type:ty) => {{
        let bodies = $bodies;
        let variants = vec![
            Variant::each(OWN, bodies, |body, sink| own::<errors_gen::$vendor::Code>(body, sink)),
            Variant::each(TYPED, bodies, |body, sink| typed::<errors_gen::$vendor::Code>(body, sink)),
            Variant::each(TREE, bodies, |body, sink| tree(body, $vendor::pick, sink)),
            Variant::each($owned, bodies, |body, sink| serde::<$type>(body, sink)),
            Variant::each(RAW, bodies, |body, sink| serde::<$vendor::Raw<'_>>(body, sink)),
            Variant::each(SONIC, bodies, |body, sink| sonic::<$type>(body, sink)),
            Variant::each(SONIC_SKIPPING, bodies, |body, sink| sonic::<$vendor::Skipping<'_>>(body, sink)),
            Variant::each(LAZY, bodies, |body, sink| $vendor::lazy(body, sink)),
            Variant::each(SIMD, bodies, simd!($type)),
            Variant::each(SIMD_SKIPPING, bodies, simd!($vendor::Skipping<'_>)),
        ];
        group($name, bodies, variants)
    }};
}

/// The same with the details: `errors-gen` and the types that own.
macro_rules! detailed {
    ($name:literal, $bodies:expr, $vendor:ident, $owned:ident) => {{
        let bodies = $bodies;
        let variants = vec![
            Variant::each(OWN, bodies, |body, sink| $vendor::own(body, sink)),
            Variant::each($owned, bodies, |body, sink| serde::<$vendor::Owned>(body, sink)),
            Variant::each(SONIC, bodies, |body, sink| sonic::<$vendor::Owned>(body, sink)),
            Variant::each(SIMD, bodies, simd!($vendor::Owned)),
        ];
        group($name, bodies, variants.into_iter().map(with_details).collect())
    }};
}

fn with_details(variant: Variant) -> Variant {
    let Variant { name, mut run } = variant;
    let run = Box::new(move |sink: &mut Sink| {
        sink.details = true;
        run(sink);
    });
    Variant { name, run }
}

/// One group for each kind of body.
#[must_use]
pub fn groups() -> Vec<Group> {
    vec![
        reading!("one error", copies(COPIES, bodies::one_error), commercetools, TAGGED commercetools::Owned),
        reading!("four errors", copies(COPIES, bodies::four_errors), commercetools, TAGGED commercetools::Owned),
        reading!("Bonsai partial", copies(COPIES, bodies::bonsai), bonsai, TAGGED bonsai::Owned),
        reading!("JSON-RPC with data", copies(COPIES, bodies::json_rpc), abicart, OWNED abicart::Owned),
        reading!("OmniCart with debug", copies(COPIES, bodies::omnicart), omnicart, OWNED omnicart::Owned),
        reading!("unknown code", copies(COPIES, bodies::unknown_code), commercetools, TAGGED commercetools::Open),
        reading!("100 kB message", copies(3, bodies::long_message), commercetools, TAGGED commercetools::Owned),
        reading!("1,000 errors", copies(3, bodies::long_list), commercetools, TAGGED commercetools::Owned),
    ]
}

/// One group for each kind of body that has documented details.
#[must_use]
pub fn details() -> Vec<Group> {
    vec![
        detailed!("details of one error", copies(COPIES, bodies::one_error), commercetools, TAGGED),
        detailed!("details of four errors", copies(COPIES, bodies::four_errors), commercetools, TAGGED),
        detailed!("details of Bonsai partial", copies(COPIES, bodies::bonsai), bonsai, TAGGED),
        detailed!("details of JSON-RPC with data", copies(COPIES, bodies::json_rpc), abicart, OWNED),
        detailed!("details of 1,000 errors", copies(3, bodies::long_list), commercetools, TAGGED),
    ]
}

//! Reading: all items of a body, their codes and messages.

use std::marker::PhantomData;

use errors_gen::ErrorCode;

use crate::bodies::{self, COPIES};
use crate::group::{Group, Variant};
use crate::rivals::{
    Abicart, Bonsai, Commercetools, Kept, Omnicart, OpenTagged, Own, Ready, Rival, SerdeJson, SimdJson, SonicRs, Tree,
    Typed, Validating, Vendor,
};
use crate::rng::Rng;

/// What the groups belong to.
const SECTION: &str = "Reading";

/// What `errors-gen` is called.
pub const OWN: &str = "errors-gen";
/// The same, and each code looked up.
pub const TYPED: &str = "errors-gen, typed";
/// The floor.
pub const VALIDATING: &str = "validating only";
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
/// `simd-json`, the types that own.
pub const SIMD: &str = "simd-json, owned";
/// `simd-json`, types that borrow and skip the rest.
pub const SIMD_SKIPPING: &str = "simd-json, borrowed, skipping";

/// The variant that reads these bodies in one way.
pub(crate) fn variant<R: Rival + 'static>(
    name: &'static str,
    bodies: &'static [Vec<u8>],
    make: impl Fn() -> R,
    answering: bool,
) -> Variant {
    let (mut timed, mut asked) = (make(), make());
    let pass = Box::new(move || {
        for body in bodies {
            timed.read(std::hint::black_box(body), &mut Ready);
        }
    });
    let answers = move || {
        let mut kept = Kept(Vec::new());
        for body in bodies {
            asked.read(body, &mut kept);
        }
        kept.0
    };
    Variant { name, pass, answers: if answering { Some(Box::new(answers)) } else { None } }
}

/// The variants for bodies of one vendor.
fn group<V: Vendor + 'static, C: ErrorCode + 'static>(
    name: &'static str,
    bodies: &'static [Vec<u8>],
    owned: Option<&'static str>,
) -> Group {
    let mut variants = vec![
        variant(OWN, bodies, || Own(C::VENDOR), true),
        variant(TYPED, bodies, || Typed::<C>(PhantomData), true),
        variant(VALIDATING, bodies, || Validating, false),
        variant(TREE, bodies, || Tree::<V>(PhantomData), true),
        variant(RAW, bodies, || SerdeJson::<V::Raw>(PhantomData), true),
        variant(SONIC_SKIPPING, bodies, || SonicRs::<V::Skipping>(PhantomData), true),
        variant(SIMD_SKIPPING, bodies, SimdJson::<V::Skipping>::default, true),
    ];
    if let Some(owned) = owned {
        variants.push(variant(owned, bodies, || SerdeJson::<V::Owned>(PhantomData), true));
        variants.push(variant(SONIC, bodies, || SonicRs::<V::Owned>(PhantomData), true));
        variants.push(variant(SIMD, bodies, SimdJson::<V::Owned>::default, true));
    }
    Group { section: SECTION, name, count: bodies.len(), bytes: bodies.iter().map(Vec::len).sum(), variants }
}

/// One group for each kind of body.
#[must_use]
pub fn groups() -> Vec<Group> {
    use errors_gen::{abicart, bonsai, commercetools, omnicart};
    let commercetools = |name, count, body: fn(&mut Rng) -> String, owned| {
        group::<Commercetools, commercetools::Code>(name, bodies::copies(count, body), owned)
    };
    let small = |body| bodies::copies(COPIES, body);
    let unknown_bodies = small(bodies::unknown_code);
    let mut unknown = group::<Commercetools, commercetools::Code>("unknown code", unknown_bodies, None);
    unknown.variants.extend([
        variant(TAGGED, unknown_bodies, || SerdeJson::<OpenTagged>(PhantomData), true),
        variant(SONIC, unknown_bodies, || SonicRs::<OpenTagged>(PhantomData), true),
        variant(SIMD, unknown_bodies, SimdJson::<OpenTagged>::default, true),
    ]);
    vec![
        commercetools("one error", COPIES, bodies::one_error, Some(TAGGED)),
        commercetools("four errors", COPIES, bodies::four_errors, Some(TAGGED)),
        group::<Bonsai, bonsai::Code>("Bonsai partial", small(bodies::bonsai), Some(TAGGED)),
        group::<Abicart, abicart::Code>("JSON-RPC with data", small(bodies::json_rpc), Some(OWNED)),
        group::<Omnicart, omnicart::Code>("OmniCart with debug", small(bodies::omnicart), Some(OWNED)),
        unknown,
        commercetools("100 kB message", 3, bodies::long_message, Some(TAGGED)),
        commercetools("1,000 items", 3, bodies::long_list, Some(TAGGED)),
    ]
}

//! Details: all items of a body with every documented detail, typed.

use crate::bodies::{self, COPIES};
use crate::group::{Group, Variant};
use crate::reading::{OWN, OWNED, SIMD, SONIC, TAGGED, variant};
use crate::rivals::{
    Rival, SerdeJson, Shape, SimdJson, SonicRs, abicart_details as abicart, bonsai_details as bonsai,
    commercetools_details as commercetools,
};
use std::marker::PhantomData;

/// What the groups belong to.
const SECTION: &str = "Details";

/// The variants for bodies whose details `T` types.
fn group<R: Rival + 'static, T: Shape + 'static>(
    name: &'static str,
    bodies: &'static [Vec<u8>],
    own: fn() -> R,
    typed: &'static str,
) -> Group {
    let variants: Vec<Variant> = vec![
        variant(OWN, bodies, own, true),
        variant(typed, bodies, || SerdeJson::<T>(PhantomData), true),
        variant(SONIC, bodies, || SonicRs::<T>(PhantomData), true),
        variant(SIMD, bodies, SimdJson::<T>::default, true),
    ];
    Group { section: SECTION, name, count: bodies.len(), bytes: bodies.iter().map(Vec::len).sum(), variants }
}

/// One group for each kind of body that has documented details.
#[must_use]
pub fn groups() -> Vec<Group> {
    let commercetools = |name, bodies| group::<_, commercetools::Tagged>(name, bodies, || commercetools::Own, TAGGED);
    vec![
        commercetools("details of one error", bodies::copies(COPIES, bodies::one_error)),
        commercetools("details of four errors", bodies::copies(COPIES, bodies::four_errors)),
        group::<_, bonsai::Tagged>(
            "details of Bonsai partial",
            bodies::copies(COPIES, bodies::bonsai),
            || bonsai::Own,
            TAGGED,
        ),
        group::<_, abicart::Owned>(
            "details of JSON-RPC with data",
            bodies::copies(COPIES, bodies::json_rpc),
            || abicart::Own,
            OWNED,
        ),
        commercetools("details of 1,000 items", bodies::copies(3, bodies::long_list)),
    ]
}

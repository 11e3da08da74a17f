//! A vendor that was generated and the same catalog loaded at run time read every body alike.

use std::path::Path;
use std::sync::LazyLock;

use errors_gen::Vendor;
use errors_gen::load::Arena;
use errors_gen::{AnyCode, Response, VENDORS};
use proptest::prelude::*;

use crate::corpus;

static BODIES: LazyLock<Vec<(Option<u16>, Vec<u8>)>> = LazyLock::new(|| {
    let bodies = corpus::all().into_iter().flat_map(|(_, bodies)| bodies);
    bodies.map(|body| (body.status, body.bytes())).collect()
});

/// Everything that can be asked of a reading, as text.
fn everything(reading: &Response<'_>) -> String {
    use std::fmt::Write as _;
    let mut text = format!("{reading}\n{:?} {:?}\n", reading.outcome(), reading.envelope());
    for item in reading.errors() {
        let code = item.raw_code().map(|code| code.to_string());
        let message = item.message().map(|message| message.to_string());
        writeln!(text, "{:?} {code:?} {message:?}", item.code().map(AnyCode::index)).unwrap();
        writeln!(text, "{:?} {:?} {:?} {:?}", item.status(), item.id(), item.field(), item.fields().json()).unwrap();
    }
    for (name, value) in reading.context() {
        writeln!(text, "{name} {value}").unwrap();
    }
    writeln!(text, "{:?} {:?}", reading.transport(), reading.primary_index()).unwrap();
    text
}

fn with_loaded(check: impl Fn(Vendor<'_>, Vendor<'_>)) {
    let catalogs = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs");
    let models = errors_codegen::read_directory(&catalogs).unwrap_or_else(|findings| panic!("{findings}"));
    let arena = Arena::new();
    assert_eq!(models.len(), VENDORS.len());
    for model in &models {
        let loaded = arena.load(model).expect("a vendor within the limits");
        let compiled = VENDORS.iter().find(|vendor| vendor.name() == model.name).expect("the same vendor, compiled");
        check(*compiled, Vendor::from(loaded));
    }
}

#[test]
fn the_tables_are_the_same() {
    with_loaded(|compiled, loaded| assert_eq!(format!("{compiled:?}"), format!("{loaded:?}")));
}

#[test]
fn every_body_reads_alike_with_every_vendor() {
    with_loaded(|compiled, loaded| {
        for (status, body) in BODIES.iter() {
            let (compiled, loaded) = (compiled.read(*status, body), loaded.read(*status, body));
            assert_eq!(everything(&compiled), everything(&loaded));
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Bodies cut and joined: readings of what nobody has written down.
    #[test]
    fn spliced_bodies_read_alike(
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 40),
        status in prop::option::of(100..600_u16),
    ) {
        let bodies: Vec<Vec<u8>> = picks
            .iter()
            .map(|(left, right)| {
                let (left, right) = (&BODIES[left.index(BODIES.len())].1, &BODIES[right.index(BODIES.len())].1);
                let left = String::from_utf8_lossy(left).trim_end_matches('}').to_owned();
                let right = String::from_utf8_lossy(right).trim_start_matches('{').to_owned();
                format!("{left},{right}").into_bytes()
            })
            .collect();
        with_loaded(|compiled, loaded| {
            for body in &bodies {
                let compiled = compiled.read(status, body);
                assert_eq!(everything(&compiled), everything(&loaded.read(status, body)));
            }
        });
    }
}

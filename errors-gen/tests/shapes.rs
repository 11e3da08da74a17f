//! Each catalog under `tests/shapes` describes a shape of body that none of the five vendors has, and reads its examples.

use errors_gen::Reading;
use errors_gen::load::Arena;

use crate::{corpus, examples};

#[test]
fn every_shape_reads_its_examples() {
    let vendors = errors_codegen::read_directory(&corpus::tests().join("shapes"));
    let vendors = vendors.unwrap_or_else(|findings| panic!("{findings}"));
    assert!(vendors.len() >= 14, "only {} shapes", vendors.len());
    let mut failures = Vec::new();
    for vendor in &vendors {
        let arena = Arena::new();
        let tables = arena.load(vendor).unwrap_or_else(|error| panic!("{}: {error}", vendor.name));
        assert!(examples::of(vendor).count() > 0, "{} has no example", vendor.name);
        for example in examples::of(vendor) {
            let reading = Reading::read(tables.reader, example.status, example.body.as_bytes());
            failures.extend(examples::differences(example, &reading));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

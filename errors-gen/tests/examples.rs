//! The examples of the catalogs are tests of the generated crate.

use std::path::Path;

use errors_codegen::examples;
use errors_gen::VENDORS;

#[test]
fn every_example_reads_as_it_says_and_every_code_is_written() {
    let catalogs = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs");
    let models = errors_codegen::read_directory(&catalogs).unwrap_or_else(|findings| panic!("{findings}"));
    let mut failures = Vec::new();
    for (model, vendor) in models.iter().zip(VENDORS) {
        assert_eq!(model.name, vendor.name());
        // A code without an example is written and read back.
        assert!(examples::all(model).count() > 10, "{} has few examples", model.name);
        failures.extend(examples::check_with(model, *vendor).iter().map(ToString::to_string));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

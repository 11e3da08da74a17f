//! The vendors and the shapes of the tests, loaded at run time.

use std::path::Path;
use std::sync::LazyLock;

use errors_codegen::model;
use errors_gen::Vendor;
use errors_gen::load::Arena;

/// A catalog, and the tables that are made of it.
pub(crate) struct Subject {
    pub(crate) model: &'static model::Vendor,
    pub(crate) tables: Vendor<'static>,
}

static SUBJECTS: LazyLock<Vec<Subject>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let catalogs = ["catalogs", "errors-gen/tests/shapes"]
        .map(|path| errors_codegen::read_directory(&root.join(path)).unwrap_or_else(|findings| panic!("{findings}")));
    let subject = |model: model::Vendor| {
        let model: &'static model::Vendor = Box::leak(Box::new(model));
        let arena: &'static Arena = Box::leak(Box::new(Arena::new()));
        Subject { model, tables: Vendor::new(arena.load(model).expect("tables")) }
    };
    catalogs.into_iter().flatten().map(subject).collect()
});

/// One of them.
pub(crate) fn subject(choice: u8) -> &'static Subject {
    &SUBJECTS[usize::from(choice) % SUBJECTS.len()]
}

//! An independent model of the reading rules, slow and plain, and the reader compared with it.
//!
//! The model is written from the rules and works on the model of a catalog and a tree of the body; it shares neither tables nor
//! code with the reader. `PROPTEST_CASES` says how many bodies are compared: 8 times as many as it says.

mod bodies;
mod compare;
mod deciding;
mod fault;
mod item;
mod json;
mod reading;
mod wording;

use std::sync::LazyLock;

use errors_codegen::{examples, model};
use errors_gen::Vendor;
use errors_gen::load::Arena;
use proptest::prelude::*;

use self::bodies::Words;
use self::compare::differences;
use self::deciding::Request;
use self::json::Value;
use crate::corpus;

/// A vendor, and bodies for it with their statuses.
struct Subject {
    model: &'static model::Vendor,
    tables: Vendor<'static>,
    words: Words,
    bodies: Vec<(Option<u16>, Vec<u8>)>,
}

/// The five vendors, and the shapes that none of them has.
static SUBJECTS: LazyLock<Vec<Subject>> = LazyLock::new(|| {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tested = corpus::all();
    let catalogs = [root.join("catalogs"), corpus::tests().join("shapes")];
    let vendors = catalogs
        .iter()
        .flat_map(|path| errors_codegen::read_directory(path).unwrap_or_else(|findings| panic!("{findings}")));
    vendors
        .map(|model| {
            let model: &'static model::Vendor = Box::leak(Box::new(model));
            let arena: &'static Arena = Box::leak(Box::new(Arena::new()));
            let tables = Vendor::new(arena.load(model).unwrap());
            let examples = examples::all(model).map(|example| (example.status, example.body.clone().into_bytes()));
            let own =
                tested.iter_mut().filter(|(name, _)| *name == model.name).flat_map(|(_, bodies)| bodies.drain(..));
            let bodies = examples.chain(own.map(|body| (body.status, body.bytes())));
            Subject {
                model,
                tables,
                words: Words::of(model),
                bodies: bodies.filter(|(_, body)| body.len() < 4_000).collect(),
            }
        })
        .collect()
});

fn request() -> impl Strategy<Value = Request> {
    (any::<bool>(), prop::option::weighted(0.2, 0..100_u64), prop::option::weighted(0.3, any::<bool>()))
        .prop_map(|(safe, retry_after, verdict)| Request { safe, retry_after, verdict })
}

fn status() -> impl Strategy<Value = Option<u16>> {
    let known = [
        0, 200, 201, 204, 302, 304, 400, 401, 402, 403, 404, 409, 410, 412, 422, 423, 429, 500, 502, 503, 504, 599, 999,
    ];
    prop::option::weighted(0.85, prop::sample::select(known.to_vec()))
}

fn same(subject: &Subject, status: Option<u16>, body: &[u8], request: Request) -> Result<(), TestCaseError> {
    let differences = differences(subject.model, subject.tables, status, body, request);
    let shown = String::from_utf8_lossy(body);
    prop_assert!(
        differences.is_empty(),
        "{} {status:?} {request:?}\n{shown}\n{}",
        subject.model.name,
        differences.join("\n")
    );
    Ok(())
}

#[test]
fn every_body_of_tests_and_examples_reads_as_the_model_says() {
    let mut count = 0;
    for subject in SUBJECTS.iter() {
        for (status, body) in &subject.bodies {
            for safe in [true, false] {
                same(subject, *status, body, Request { safe, retry_after: None, verdict: None }).unwrap();
            }
            count += 1;
        }
    }
    assert!(count > 400, "only {count} bodies");
}

fn config() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases.saturating_mul(8), ..config }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn changed_bodies_read_as_the_model_says(
        (whose, reader, other) in (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..10_u8),
        which in any::<prop::sample::Index>(),
        (known, status) in (any::<bool>(), status()),
        changes in prop::collection::vec(bodies::change(), 0..6),
        how in 0..8_u8,
        cut in prop::option::weighted(0.1, (any::<prop::sample::Index>(), any::<u8>())),
        request in request(),
    ) {
        let whose = &SUBJECTS[whose.index(SUBJECTS.len())];
        let (own, body) = &whose.bodies[which.index(whose.bodies.len())];
        // Mostly a body of the vendor itself.
        let subject = if other == 0 { &SUBJECTS[reader.index(SUBJECTS.len())] } else { whose };
        let status = if known { *own } else { status };
        let mut body = body.clone();
        if let Ok(text) = fault::json(&body) {
            let mut tree = Value::of(text);
            for change in changes {
                subject.words.apply(&mut tree, change);
            }
            body = bodies::spelled(&tree, how).into_bytes();
        }
        if let Some((at, byte)) = cut
            && !body.is_empty()
        {
            let at = at.index(body.len());
            match byte % 4 {
                0 => body.truncate(at),
                1 => body.insert(at, byte),
                2 => drop(body.remove(at)),
                _ => body[at] = b"{}[]\",:\\u0 "[usize::from(byte) % 10],
            }
        }
        same(subject, status, &body, request)?;
    }
}

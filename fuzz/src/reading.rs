//! Reading bodies: the reader says what the model says, and nothing that can be asked for panics.

use errors_gen::view::Fields;
use errors_gen::{Message, VENDORS};

use crate::model::compare::differences;
use crate::model::deciding::Request;
use crate::vendors::subject;

/// A byte for the vendor, two for the status, one for the request, then the body.
pub fn reading(data: &[u8]) {
    let [vendor, high, low, request, body @ ..] = data else { return };
    let status = match u16::from_be_bytes([*high, *low]) {
        0 => None,
        status => Some(status % 1_000),
    };
    let request = Request {
        safe: request & 1 != 0,
        retry_after: (request & 2 != 0).then_some(u64::from(request >> 4)),
        verdict: (request & 4 != 0).then_some(request & 8 != 0),
    };
    let subject = subject(*vendor);
    // The model takes quadratic time.
    if body.len() < 2_000 {
        let differences = differences(subject.model, subject.tables, status, body, request);
        assert!(differences.is_empty(), "{} {status:?}\n{}", subject.model.name, differences.join("\n"));
    }
    for tables in VENDORS.iter().chain([&subject.tables]) {
        let response = tables.read(status, body);
        let shown = format!("{response} {response:?} {:?} {}", response.label(), response.unmasked());
        assert!(!shown.contains('\n'), "{shown:?}");
        let _ = errors_gen::Response::<errors_gen::AnyCode<'_>>::into_owned(response.clone()).to_string();
        for error in response.errors() {
            let fields: Vec<_> = error.fields().iter().map(|(key, value)| (key.to_cow(), value)).collect();
            for (key, _) in &fields {
                let _ = error.fields().read::<Fields<'_>>(key).map_err(|error| error.to_string());
            }
            let _ =
                (error.message().map(Message::json), error.parameters().map(|all| all.iter().count()), error.field());
        }
    }
}

//! Writing: what is written is JSON and reads back.

use errors_gen::write::{BodyBuilder, NewError, NewJson};

use crate::vendors::subject;

/// A byte for the vendor, one for the number of errors, then texts, separated by line breaks.
pub fn writing(data: &[u8]) {
    let [vendor, many, rest @ ..] = data else { return };
    let subject = subject(*vendor);
    let text = String::from_utf8_lossy(rest);
    let mut texts = text.split('\n').cycle();
    let mut next = || texts.next().unwrap_or_default();
    let mut builder = BodyBuilder::new(&subject.tables);
    let codes = &subject.model.codes;
    for index in 0..usize::from(many % 4) {
        let chosen = next();
        let listed = codes.get(chosen.len() * 7 % (codes.len() + 1)).map(|code| code.wire.as_str());
        let mut error = NewError::new(listed.unwrap_or(chosen));
        if many & 8 != 0 {
            error = error.message(next());
        }
        if many & 16 != 0 {
            error = error.field(next(), next()).parameter(next(), next());
        }
        if many & 32 != 0 {
            error = error.id(next()).status(u16::try_from(400 + index).unwrap_or(400)).detail_code(next());
        }
        builder = builder.error(error);
    }
    if many & 64 != 0 {
        builder = builder.member(&[next(), next()], next());
    }
    if let (true, Ok(element)) = (many & 128 != 0, NewJson::parse(next())) {
        builder = builder.element(element);
    }
    match builder.build() {
        Ok(body) => {
            serde_json::from_str::<serde::de::IgnoredAny>(&body.json).expect("JSON");
            assert!(subject.tables.read(body.status, &body.json).unread().is_none(), "{}", body.json);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

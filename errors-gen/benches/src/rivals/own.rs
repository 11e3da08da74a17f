//! `errors-gen` itself.

use std::hint::black_box;
use std::marker::PhantomData;

use errors_gen::json::{Json, Text};
use errors_gen::{ErrorCode, Message, RawCode, Response, Vendor};

use super::{Piece, Rival, Sink};

impl Piece for RawCode<'_> {
    fn piece(&self) -> String {
        self.to_string()
    }
}

impl Piece for Message<'_> {
    fn piece(&self) -> String {
        self.to_string()
    }
}

impl Piece for Json<'_> {
    fn piece(&self) -> String {
        self.as_str().to_owned()
    }
}

impl Piece for Text<'_> {
    fn piece(&self) -> String {
        self.to_string()
    }
}

/// All items with their codes and messages, whatever the vendor.
pub(crate) struct Own(pub(crate) Vendor<'static>);

impl Rival for Own {
    #[inline]
    fn read<S: Sink>(&mut self, body: &[u8], sink: &mut S) {
        let response = self.0.read(400, body);
        for item in response.errors() {
            sink.item(item.raw_code(), item.message());
        }
    }
}

/// The same with the vendor's types: each code is also looked up.
pub(crate) struct Typed<C>(pub(crate) PhantomData<C>);

impl<C: ErrorCode> Rival for Typed<C> {
    #[inline]
    fn read<S: Sink>(&mut self, body: &[u8], sink: &mut S) {
        let response = Response::<C>::read(400, body);
        for item in response.errors() {
            black_box(item.code());
            sink.item(item.raw_code(), item.message());
        }
    }
}

/// The floor: the body is validated, and nothing is read.
pub(crate) struct Validating;

impl Rival for Validating {
    #[inline]
    fn read<S: Sink>(&mut self, body: &[u8], _: &mut S) {
        black_box(Json::parse(body));
    }
}

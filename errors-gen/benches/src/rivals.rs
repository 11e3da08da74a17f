//! What a competent user would write instead of `errors-gen`.

mod abicart;
mod bonsai;
mod commercetools;
mod omnicart;
mod own;
mod parsers;

pub(crate) use own::{Own, Typed, Validating};
pub(crate) use parsers::{SerdeJson, SimdJson, SonicRs, Tree};

pub(crate) use abicart::{Abicart, details as abicart_details};
pub(crate) use bonsai::{Bonsai, details as bonsai_details};
pub(crate) use commercetools::{Commercetools, OpenTagged, details as commercetools_details};
pub(crate) use omnicart::Omnicart;

use serde::Deserialize;
use std::hint::black_box;

/// What takes the items that were read.
pub(crate) trait Sink {
    fn item<C: Piece, M: Piece>(&mut self, code: Option<C>, message: Option<M>);

    /// A detail of the last item.
    fn field<T: Piece>(&mut self, value: Option<T>);
}

/// A code, a message, or a detail.
pub(crate) trait Piece {
    fn piece(&self) -> String;
}

impl Piece for &str {
    fn piece(&self) -> String {
        (*self).to_owned()
    }
}

impl Piece for i64 {
    fn piece(&self) -> String {
        self.to_string()
    }
}

impl Piece for u16 {
    fn piece(&self) -> String {
        self.to_string()
    }
}

impl Piece for &serde_json::Value {
    fn piece(&self) -> String {
        self.to_string()
    }
}

/// A sink for timing: has what was read ready, and nothing more.
pub(crate) struct Ready;

impl Sink for Ready {
    #[inline]
    fn item<C: Piece, M: Piece>(&mut self, code: Option<C>, message: Option<M>) {
        black_box(&code);
        black_box(&message);
    }

    #[inline]
    fn field<T: Piece>(&mut self, value: Option<T>) {
        black_box(&value);
    }
}

/// A sink that keeps everything for comparison.
pub(crate) struct Kept(pub(crate) crate::group::Answers);

impl Sink for Kept {
    fn item<C: Piece, M: Piece>(&mut self, code: Option<C>, message: Option<M>) {
        self.0.push(vec![code.map(|code| code.piece()), message.map(|message| message.piece())]);
    }

    fn field<T: Piece>(&mut self, value: Option<T>) {
        self.0.last_mut().unwrap().push(value.map(|value| value.piece()));
    }
}

/// A way to read a body.
pub(crate) trait Rival {
    fn read<S: Sink>(&mut self, body: &[u8], sink: &mut S);
}

/// The types that a body is deserialized into.
pub(crate) trait Shape {
    type Body<'b>: Deserialize<'b> + Feed;
}

/// Hands the items of a body on.
pub(crate) trait Feed {
    fn feed<S: Sink>(&self, sink: &mut S);
}

/// The picking of items from a tree of values.
pub(crate) trait Pick {
    fn pick<S: Sink>(body: &serde_json::Value, sink: &mut S);
}

/// The types for one vendor.
pub(crate) trait Vendor: Pick {
    /// Owned, the code as the tag where the vendor's codes allow it.
    type Owned: Shape;
    /// Borrowed, what is not looked at as raw values.
    type Raw: Shape;
    /// Borrowed, what is not looked at skipped.
    type Skipping: Shape;
}

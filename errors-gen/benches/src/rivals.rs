//! What a competent user would write instead of `errors-gen`.
#![expect(dead_code, reason = "the details are parsed to be there, as they would be for a user")]

pub(crate) mod abicart;
pub(crate) mod bonsai;
pub(crate) mod commercetools;
pub(crate) mod omnicart;

use std::borrow::Cow;

use ::serde::Deserialize;
use serde_json::Value;
use sonic_rs::{JsonValueTrait as _, LazyValue};

use crate::sink::Sink;

/// Hands the items of a body on, or what stands in it.
pub(crate) trait Feed {
    fn feed(&self, sink: &mut Sink);
}

/// `serde_json::Value`, then picking.
pub(crate) fn tree(body: &[u8], pick: impl Fn(&Value, &mut Sink), sink: &mut Sink) {
    pick(&serde_json::from_slice(body).unwrap(), sink);
}

/// `serde_json` into types.
pub(crate) fn serde<T: Deserialize<'static> + Feed>(body: &'static [u8], sink: &mut Sink) {
    serde_json::from_slice::<T>(body).unwrap().feed(sink);
}

/// `sonic-rs` into types.
pub(crate) fn sonic<T: Deserialize<'static> + Feed>(body: &'static [u8], sink: &mut Sink) {
    sonic_rs::from_slice::<T>(body).unwrap().feed(sink);
}

/// `simd-json` into types. It parses in place, so a copy of the body is made; copy and buffers are kept between bodies.
macro_rules! simd {
    ($type:ty) => {{
        let (mut copy, mut buffers) = (Vec::new(), simd_json::Buffers::new(4096));
        move |body: &'static Vec<u8>, sink: &mut Sink| {
            copy.clone_from(body);
            let body = simd_json::serde::from_slice_with_buffers::<$type>(&mut copy, &mut buffers).unwrap();
            crate::rivals::Feed::feed(&body, sink);
        }
    }};
}
pub(crate) use simd;

/// A member of a body as a lazy value, by `sonic-rs`.
fn member<'b>(body: &'b [u8], name: &str) -> Option<LazyValue<'b>> {
    sonic_rs::get(body, [name]).ok()
}

/// The errors in a list, by the lazy values of `sonic-rs`.
fn lazy_list(list: Option<LazyValue<'_>>, message: &str, sink: &mut Sink) {
    for item in list.and_then(LazyValue::into_array_iter).into_iter().flatten() {
        let item = item.unwrap();
        let (code, message) = (item.get("code"), item.get(message));
        sink.item(code.as_str(), message.as_str());
    }
}

/// The errors in a list of a tree.
fn pick_list(list: &Value, message: &str, sink: &mut Sink) {
    for item in list.as_array().into_iter().flatten() {
        sink.item(item["code"].as_str(), item[message].as_str());
    }
}

/// A list of errors; whatever stands beside it is skipped.
#[derive(Deserialize)]
pub(crate) struct Errors<E> {
    errors: Vec<E>,
}

impl<E: Feed> Feed for Errors<E> {
    fn feed(&self, sink: &mut Sink) {
        self.errors.feed(sink);
    }
}

/// An error of which all but code and message is skipped.
#[derive(Deserialize)]
pub(crate) struct Pair<'b> {
    #[serde(borrow)]
    code: Cow<'b, str>,
    #[serde(borrow, alias = "title")]
    message: Cow<'b, str>,
}

impl Feed for Pair<'_> {
    fn feed(&self, sink: &mut Sink) {
        sink.item(Some(&*self.code), Some(&*self.message));
    }
}

impl Feed for String {
    fn feed(&self, sink: &mut Sink) {
        sink.value(Some(self.as_str()));
    }
}

impl Feed for Value {
    fn feed(&self, sink: &mut Sink) {
        sink.value(Some(self));
    }
}

impl Feed for i64 {
    fn feed(&self, sink: &mut Sink) {
        sink.value(Some(*self));
    }
}

impl Feed for Option<String> {
    fn feed(&self, sink: &mut Sink) {
        sink.value(self.as_deref());
    }
}

impl Feed for Option<Value> {
    fn feed(&self, sink: &mut Sink) {
        sink.value(self.as_ref());
    }
}

impl Feed for Option<i64> {
    fn feed(&self, sink: &mut Sink) {
        sink.value(*self);
    }
}

impl<T: Feed> Feed for Vec<T> {
    fn feed(&self, sink: &mut Sink) {
        for part in self {
            part.feed(sink);
        }
    }
}

//! The parsers of others, for any types.

use std::marker::PhantomData;

use super::{Feed, Pick, Rival, Shape, Sink};

/// `serde_json::Value`, then picking.
pub(crate) struct Tree<P>(pub(crate) PhantomData<P>);

impl<P: Pick> Rival for Tree<P> {
    #[inline]
    fn read<S: Sink>(&mut self, body: &[u8], sink: &mut S) {
        let value: serde_json::Value = serde_json::from_slice(body).unwrap();
        P::pick(&value, sink);
    }
}

/// `serde_json` into types.
pub(crate) struct SerdeJson<T>(pub(crate) PhantomData<T>);

impl<T: Shape> Rival for SerdeJson<T> {
    #[inline]
    fn read<S: Sink>(&mut self, body: &[u8], sink: &mut S) {
        serde_json::from_slice::<T::Body<'_>>(body).unwrap().feed(sink);
    }
}

/// `sonic-rs` into types.
pub(crate) struct SonicRs<T>(pub(crate) PhantomData<T>);

impl<T: Shape> Rival for SonicRs<T> {
    #[inline]
    fn read<S: Sink>(&mut self, body: &[u8], sink: &mut S) {
        sonic_rs::from_slice::<T::Body<'_>>(body).unwrap().feed(sink);
    }
}

/// `simd-json` into types. It parses in place, so a copy of the body is made; copy and buffers are kept between bodies.
pub(crate) struct SimdJson<T> {
    copy: Vec<u8>,
    buffers: simd_json::Buffers,
    shape: PhantomData<T>,
}

impl<T> Default for SimdJson<T> {
    fn default() -> Self {
        Self { copy: Vec::new(), buffers: simd_json::Buffers::new(4096), shape: PhantomData }
    }
}

impl<T: Shape> Rival for SimdJson<T> {
    #[inline]
    fn read<S: Sink>(&mut self, body: &[u8], sink: &mut S) {
        self.copy.clear();
        self.copy.extend_from_slice(body);
        simd_json::serde::from_slice_with_buffers::<T::Body<'_>>(&mut self.copy, &mut self.buffers).unwrap().feed(sink);
    }
}

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(feature = "alloc", doc = include_str!("../../README.md"))]
#![cfg_attr(not(feature = "alloc"), doc = "The error tables of commerce APIs as Rust types.")]
#![allow(clippy::needless_doctest_main, reason = "a build script is shown whole")]

mod compiled;
#[cfg(feature = "alloc")]
pub mod guide;

pub use compiled::CompiledIn;
#[cfg(feature = "load")]
#[doc(inline)]
pub use errors_codegen::load;
#[doc(inline)]
pub use errors_runtime::*;

include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));

#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod body;
mod error;
mod hook;
mod intent;
mod json;
mod judge;
mod received;
mod redirects;
mod retry;
#[cfg(feature = "reqwest-retry")]
mod strategy;
mod tried;

pub use error::Error;
pub use intent::Intent;
pub use json::ResponseExt;
pub use redirects::redirects;
pub use retry::Retry;
#[cfg(feature = "reqwest-retry")]
#[cfg_attr(docsrs, doc(cfg(feature = "reqwest-retry")))]
pub use strategy::{ByCatalog, ReadErrors};
pub use tried::Tried;

//! One module for each command.

pub(crate) mod bench;
pub(crate) mod check;
pub(crate) mod decode;
pub(crate) mod explain;
pub(crate) mod export;
mod lines;
mod markdown;
pub(crate) mod measure;
pub(crate) mod show;

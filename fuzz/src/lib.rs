//! What the fuzz targets do with their bytes. Each panics where something is wrong.

#![forbid(unsafe_code)]

mod catalogs;
mod headers;
mod reading;
mod vendors;
mod wordings;
mod writing;

// The model that the tests compare the reader with.
#[allow(dead_code, unused_imports, reason = "the tests use all of it")]
#[path = "../../errors-gen/tests/model"]
mod model {
    pub(crate) mod compare;
    pub(crate) mod deciding;
    pub(crate) mod fault;
    pub(crate) mod item;
    pub(crate) mod json;
    pub(crate) mod reading;
    pub(crate) mod wording;
}

pub use catalogs::catalogs;
pub use headers::headers;
pub use reading::reading;
pub use wordings::wordings;
pub use writing::writing;

#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod class;
mod codes;
mod cold_path;
mod condition;
mod detail_code;
mod headers;
mod http_status;
mod integer;
mod json_kind;
mod lookup;
mod member;
mod reader;
#[cfg(feature = "serde")]
mod serde;
mod topic;
mod usual;
mod vendor;
mod vocabulary;
mod wait;
mod wording;

pub use class::{Advised, Class, ClassBy, ClassValue, Statement, Statements, statements};
pub use codes::{Codes, Field, StatusRule, Variant};
#[doc(hidden)]
pub use cold_path::cold_path;
pub use condition::{Condition, Enough, Statuses, Test, ValueTest};
pub use detail_code::DetailCode;
pub use headers::Headers;
#[doc(hidden)]
pub use integer::integer;
pub use json_kind::JsonKind;
#[doc(hidden)]
pub use lookup::{GOLDEN, SCATTER, canonical_integer, displaced, mixed, number_key, shifted, text_key};
pub use lookup::{Hash, KeyBytes, Lookup, Slots};
pub use member::{Member, Members};
pub use reader::{
    Batch, CodePath, Each, Envelope, ItemPath, ItemPlaces, ItemRule, Kept, Node, Place, Reader, Step, Write,
    WriteMember, WriteValue, WrittenIn,
};
pub use topic::{Area, Topic};
pub use usual::Usual;
pub use vendor::{CodeForm, Operation, TransportError, Vendor};
pub use vocabulary::{Advice, Audience, Effect, Kind, Outcome, Reason, Retry, Successes};
pub use wait::{TimeUnit, Wait, WaitSource};
pub use wording::{Part, Wording};

//! Reading a body: one walk that validates it and keeps what any of the vendor's envelopes could need, then the choice
//! of the envelope by what was there.

mod batch;
mod body;
mod choice;
mod condition;
mod found;
mod further_members;
mod guess;
mod http;
mod item;
mod item_spans;
mod items;
mod lazy;
mod message;
mod outcome;
mod raw_code;
mod reading;
mod slots;
mod walk;
mod whole;

pub(crate) use batch::{Element, Elements};
pub use further_members::Context;
pub(crate) use guess::Guess;
pub(crate) use item::Item;
pub(crate) use items::Items;
pub use message::Message;
pub use outcome::Unread;
pub use raw_code::RawCode;
pub(crate) use reading::Reading;

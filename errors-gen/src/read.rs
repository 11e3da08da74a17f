//! Reading a body: one scan that validates it and notes what any of the vendor's envelopes could need, then the choice
//! of the envelope by what was there.

mod condition;
mod context;
mod cursor;
mod guess;
mod item;
mod message;
mod raw_code;
mod reading;
mod walk;

pub use context::Context;
pub use guess::Guess;
pub use item::{Item, Items};
pub use message::{Message, Parts};
pub use raw_code::RawCode;
pub use reading::{Outcome, Reading, Reason, Unrecognized};

//! Values of a body, with and without a mask.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use core::fmt::{self, Write as _};

use serde_core::{Serialize, Serializer};

use crate::json::{Json, JsonKind};
use crate::mask::{self, MASK};
use crate::view::marked::Marked;

/// A text that is put together while it is written.
pub(super) struct Text<T>(pub(super) T);

impl<T: fmt::Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A text that a function writes.
pub(super) struct Written<F>(pub(super) F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> fmt::Display for Written<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> Serialize for Written<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A value as it stands in a body. A number that no type holds exactly is told as text.
pub(super) struct Value<'b>(pub(super) Json<'b>);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = self.0;
        match json.kind() {
            JsonKind::Null => serializer.serialize_unit(),
            JsonKind::Boolean => serializer.serialize_bool(json.as_str() == "true"),
            JsonKind::Number => number(json.as_str(), serializer),
            JsonKind::String => match json.text() {
                Some(text) => serializer.collect_str(&text),
                None => serializer.serialize_unit(),
            },
            JsonKind::List => serializer.collect_seq(json.elements().map(Value)),
            JsonKind::Object => serializer.collect_map(json.members().map(|(name, value)| (Text(name), Value(value)))),
        }
    }
}

fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = text.parse() {
        return serializer.serialize_u64(number);
    }
    if let Some(number) = text.parse().ok().filter(|number| *number != 0) {
        return serializer.serialize_i64(number);
    }
    let is_fraction = text == "-0" || text.contains(['.', 'e', 'E']);
    match text.parse::<f64>() {
        Ok(number) if is_fraction && number.is_finite() => serializer.serialize_f64(number),
        _ => serializer.serialize_str(text),
    }
}

/// A value that is shown so: a number or a truth value as such where all of it is shown, else a text.
pub(super) struct Shown<'b> {
    json: Json<'b>,
    text: String,
}

impl<'b> Shown<'b> {
    /// A value that is shown as a function writes it.
    pub(super) fn new(json: Json<'b>, write: impl Fn(&mut String) -> fmt::Result) -> Self {
        let mut text = String::new();
        if write(&mut text).is_err() {
            MASK.clone_into(&mut text);
        }
        Self { json, text }
    }

    /// A value of which nothing is documented: a text or a number as far as it looks harmless, of anything larger its type
    /// and its length.
    pub(super) fn harmless(json: Json<'b>, marked: &Marked<'b>) -> Self {
        Self::new(json, |out| match json.scalar() {
            Some(_) if marked.hides_all() => out.write_str(MASK),
            Some(text) => mask::write(marked.mask(text, &[]), out),
            None => write!(out, "{json:?}"),
        })
    }
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let whole = match self.json.kind() {
            JsonKind::Null => self.text != MASK,
            JsonKind::Boolean | JsonKind::Number => self.text == self.json.as_str(),
            _ => false,
        };
        if whole { Value(self.json).serialize(serializer) } else { serializer.serialize_str(&self.text) }
    }
}

/// A value with or without a mask.
pub(super) enum MaybeShown<'b> {
    Masked(Shown<'b>),
    Whole(Value<'b>),
}

impl<'b> MaybeShown<'b> {
    /// A value of which nothing is documented.
    pub(super) fn harmless(json: Json<'b>, masked: bool, hides: &Marked<'b>) -> Self {
        if masked { Self::Masked(Shown::harmless(json, hides)) } else { Self::Whole(Value(json)) }
    }

    /// An identifier, or what stands beside errors: its texts may be anything, and a mask hides them whole.
    pub(super) fn id(json: Json<'b>, masked: bool) -> Self {
        if masked && json.kind() == JsonKind::String {
            return Self::Masked(Shown::new(json, |out| out.write_str(MASK)));
        }
        Self::harmless(json, masked, &Marked::NONE)
    }
}

impl Serialize for MaybeShown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Masked(shown) => shown.serialize(serializer),
            Self::Whole(value) => value.serialize(serializer),
        }
    }
}

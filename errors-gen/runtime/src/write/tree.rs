//! JSON values to write.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use super::object::Object;
use crate::json::Json;

/// A JSON value to write, stored as its text.
///
/// ```
/// use errors_gen::write::NewJson;
///
/// assert_eq!(NewJson::from("say \"hi\"").as_str(), r#""say \"hi\"""#);
/// assert_eq!(NewJson::from(5).as_str(), "5");
/// assert_eq!(NewJson::parse(r#"{"typeId":"cart"}"#).unwrap().as_str(), r#"{"typeId":"cart"}"#);
/// assert_eq!(NewJson::parse("{").ok(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NewJson(String);

impl NewJson {
    /// The value `null`.
    #[must_use]
    pub fn null() -> Self {
        Self("null".to_owned())
    }

    /// A value parsed from any JSON text.
    ///
    /// # Errors
    ///
    /// The text itself, if it is not valid JSON.
    pub fn parse(text: &str) -> Result<Self, &str> {
        Json::parse(text.as_bytes()).map(Self::from).ok_or(text)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Json<'_>> for NewJson {
    fn from(json: Json<'_>) -> Self {
        Self(json.as_str().to_owned())
    }
}

impl From<&str> for NewJson {
    /// A string.
    fn from(text: &str) -> Self {
        Self(Quoted(text).to_string())
    }
}

impl From<String> for NewJson {
    /// A string.
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<i64> for NewJson {
    fn from(number: i64) -> Self {
        Self(format!("{number}"))
    }
}

impl From<bool> for NewJson {
    fn from(value: bool) -> Self {
        Self(format!("{value}"))
    }
}

/// Writes a text as a JSON string.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.0.chars() {
            match character {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                control if control < ' ' => write!(f, "\\u{:04x}", u32::from(control))?,
                other => f.write_char(other)?,
            }
        }
        f.write_char('"')
    }
}

/// A JSON value under construction.
#[derive(Debug)]
pub(super) enum Tree {
    Object(Object),
    List(Vec<Tree>),
    Value(NewJson),
}

impl Tree {
    pub(super) const fn object() -> Self {
        Self::Object(Object::new())
    }

    /// The value at a path of keys. A missing value is created with `make`, the missing objects above it too. `None` if
    /// a value on the path is not an object.
    pub(super) fn at(&mut self, path: &[&str], make: fn() -> Self) -> Option<&mut Self> {
        let Some((name, rest)) = path.split_first() else {
            return Some(self);
        };
        let Self::Object(members) = self else {
            return None;
        };
        members.entry(name, if rest.is_empty() { make } else { Self::object })?.at(rest, make)
    }

    /// Sets the value at a path. `false` if a value on the path is not an object.
    pub(super) fn set(&mut self, path: &[&str], value: NewJson) -> bool {
        match self.at(path, Self::object) {
            Some(place) => {
                *place = Self::Value(value);
                true
            }
            None => false,
        }
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => f.write_str(&value.0),
            Self::List(elements) => {
                f.write_char('[')?;
                for (index, element) in elements.iter().enumerate() {
                    let comma = if index > 0 { "," } else { "" };
                    write!(f, "{comma}{element}")?;
                }
                f.write_char(']')
            }
            Self::Object(members) => {
                f.write_char('{')?;
                for (index, (name, value)) in members.iter().enumerate() {
                    let comma = if index > 0 { "," } else { "" };
                    write!(f, "{comma}{}:{value}", Quoted(name))?;
                }
                f.write_char('}')
            }
        }
    }
}

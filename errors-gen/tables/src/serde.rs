//! The words of all vendors for the crate `serde`, as catalogs write them.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{Error, Unexpected, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Advice, Area, Audience, Effect, Kind, Outcome, Reason, Topic};

/// A type whose values are words.
trait Word: Copy + 'static {
    const ALL: &'static [Self];
    fn word(self) -> &'static str;
}

/// Reads one of the words.
struct OneOf<T>(PhantomData<T>);

impl<T: Word> Visitor<'_> for OneOf<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one of")?;
        for (index, word) in T::ALL.iter().enumerate() {
            write!(f, "{} `{}`", if index == 0 { "" } else { "," }, word.word())?;
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let known = T::ALL.iter().find(|word| word.word() == text);
        known.copied().ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

macro_rules! words {
    ($($name:ty)+) => {$(
        impl Word for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                self.as_str()
            }
        }

        #[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(OneOf(PhantomData))
            }
        }
    )+};
}

words!(Kind Advice Effect Audience Outcome Reason Topic Area);

//! Codes as they stand on the wire.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{Error, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{AnyCode, ErrorCode, MaybeListed, UnlistedCode};

/// Reads a listed code.
pub struct ReadCode<C>(PhantomData<C>);

impl<C> ReadCode<C> {
    #[doc(hidden)]
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<C> Default for ReadCode<C> {
    fn default() -> Self {
        Self::new()
    }
}

impl<C: ErrorCode> Visitor<'_> for ReadCode<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a code of {}", C::READER.title)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<C, E> {
        MaybeListed::from(text).listed().ok_or_else(|| E::custom(UnlistedCode::new(text)))
    }
}

#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl<C: ErrorCode> Serialize for MaybeListed<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl<'de, C: ErrorCode> Deserialize<'de> for MaybeListed<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ReadAny<C>(PhantomData<C>);

        impl<C: ErrorCode> Visitor<'_> for ReadAny<C> {
            type Value = MaybeListed<C>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                ReadCode::<C>::new().expecting(f)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<MaybeListed<C>, E> {
                Ok(text.into())
            }
        }

        deserializer.deserialize_str(ReadAny(PhantomData))
    }
}

#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl Serialize for AnyCode<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

//! Items that only generated code uses.

#[cfg(feature = "alloc")]
pub use alloc::string::String;

#[cfg(feature = "serde")]
pub use crate::adapters::serde::ReadCode;
pub use crate::view::generated::{Generated, alike, debug, only, tagged};
pub use crate::view::known::Known;
pub use crate::view::located::Located;
#[cfg(feature = "serde")]
pub use serde_core;

/// Implements `FromStr` for a generated `Code`, if there is an allocator: the error stores the text.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_from_str {
    ($code:ty) => {
        impl ::core::str::FromStr for $code {
            type Err = $crate::ParseCodeError;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::ParseCodeError> {
                ::core::convert::TryFrom::try_from(text)
                    .map_err(|unlisted: $crate::UnlistedCode<'_>| ::core::convert::From::from(unlisted))
            }
        }
    };
}

/// Without an allocator there is no `FromStr`; `TryFrom<&str>` does the same.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_from_str {
    ($code:ty) => {};
}

/// Implements `Serialize` and `Deserialize` for a generated `Code`: its text on the wire.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($code:ty) => {
        $crate::__impl_serialize!($code);

        impl<'de> $crate::generated::serde_core::Deserialize<'de> for $code {
            fn deserialize<D: $crate::generated::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                deserializer.deserialize_str($crate::generated::ReadCode::new())
            }
        }
    };
}

/// Implements `Serialize` for what has one text on the wire.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serialize {
    ($code:ty) => {
        impl $crate::generated::serde_core::Serialize for $code {
            fn serialize<S: $crate::generated::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

/// Without the feature `serde` there is nothing.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($code:ty) => {};
}

/// Without the feature `serde` there is nothing.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serialize {
    ($code:ty) => {};
}

/// Implements `render` for a generated `Code`, if there is an allocator.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_render {
    ($code:ty) => {
        impl $code {
            /// Renders a message of this code with these parameters, given as names and values, from the first wording
            /// whose holes have exactly these names.
            ///
            /// # Errors
            ///
            /// The code has no wording; the names do not match the holes of a wording (the error lists all that
            /// differ); or the message would not round-trip.
            #[inline]
            pub fn render(
                self,
                parameters: &[(&str, &str)],
            ) -> ::core::result::Result<$crate::generated::String, $crate::wording::RenderError> {
                $crate::wording::render(self.messages(), parameters)
            }
        }
    };
}

/// Without an allocator there is no `render`.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_render {
    ($code:ty) => {};
}

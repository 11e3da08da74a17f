//! `Code::render`, of the enums that are generated.

/// Implements `render` for a generated `Code`, where there is an allocator.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_render {
    ($code:ty) => {
        impl $code {
            /// A message of this code with these parameters, given as names and values: of the first wording whose holes
            /// have exactly these names.
            ///
            /// # Errors
            ///
            /// The code has no wording, the names do not fit, of which every one is told, or the message would read
            /// otherwise than it was written.
            #[inline]
            pub fn render(
                self,
                parameters: &[(&str, &str)],
            ) -> ::core::result::Result<$crate::wording::String, $crate::wording::RenderError> {
                $crate::wording::render(self.messages(), parameters)
            }
        }
    };
}

/// Without an allocator nothing is rendered.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_render {
    ($code:ty) => {};
}

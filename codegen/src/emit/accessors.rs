//! `impl Code`: what is known of a code, from the columns.

use proc_macro2::TokenStream;
use quote::quote;

/// The accessors that every vendor's codes have.
pub(super) fn emit(runtime: &TokenStream) -> TokenStream {
    let texts = texts();
    let advice = advice(runtime);
    let tables = tables(runtime);
    quote! {
        impl Code {
            #texts
            #advice
            #tables

            /// The code with this text on the wire.
            #[must_use]
            #[inline]
            pub fn from_wire(text: &str) -> ::core::option::Option<Self> {
                LOOKUP.find(&WIRE, text).and_then(|index| Self::ALL.get(index).copied())
            }

            /// The codes documented with this HTTP status, ascending.
            #[must_use]
            #[inline]
            pub fn with_status(http: u16) -> &'static [Self] {
                match BY_STATUS.binary_search_by_key(&http, |entry| entry.0) {
                    ::core::result::Result::Ok(index) => BY_STATUS[index].1,
                    ::core::result::Result::Err(_) => &[],
                }
            }
        }
    }
}

fn texts() -> TokenStream {
    quote! {
        /// The code as it stands on the wire.
        #[must_use]
        #[inline]
        pub const fn as_str(self) -> &'static str {
            WIRE[self as usize]
        }

        /// The name of the variant.
        #[must_use]
        #[inline]
        pub const fn name(self) -> &'static str {
            NAMES[self as usize]
        }

        /// The section of the vendor's page.
        #[must_use]
        #[inline]
        pub const fn section(self) -> &'static str {
            SECTION_TITLES[SECTIONS[self as usize] as usize]
        }

        /// What it means.
        #[must_use]
        #[inline]
        pub const fn meaning(self) -> &'static str {
            MEANINGS[self as usize]
        }

        /// What to do about it.
        #[must_use]
        #[inline]
        pub const fn action(self) -> &'static str {
            ACTIONS[self as usize]
        }

        /// Where it is documented.
        #[must_use]
        #[inline]
        pub const fn link(self) -> &'static str {
            LINKS[self as usize]
        }
    }
}

fn advice(runtime: &TokenStream) -> TokenStream {
    quote! {
        /// The canonical kind.
        #[must_use]
        #[inline]
        pub const fn kind(self) -> #runtime::Kind {
            KINDS[self as usize]
        }

        /// Whether and how to send the request again.
        #[must_use]
        #[inline]
        pub const fn retry(self) -> #runtime::Retry<'static> {
            RETRIES[self as usize]
        }

        /// Who can do something about it.
        #[must_use]
        #[inline]
        pub const fn audience(self) -> #runtime::Audience {
            AUDIENCES[self as usize]
        }

        /// Since when and why it is retired.
        #[must_use]
        #[inline]
        pub const fn deprecated(self) -> ::core::option::Option<&'static str> {
            DEPRECATED[self as usize]
        }

        /// The code that took its place.
        #[must_use]
        #[inline]
        pub const fn replaced_by(self) -> ::core::option::Option<Self> {
            match REPLACED_BY[self as usize] {
                ::core::option::Option::Some(index) => ::core::option::Option::Some(Self::ALL[index as usize]),
                ::core::option::Option::None => ::core::option::Option::None,
            }
        }
    }
}

fn tables(runtime: &TokenStream) -> TokenStream {
    quote! {
        /// The documented HTTP statuses.
        #[must_use]
        #[inline]
        pub const fn statuses(self) -> &'static [#runtime::table::StatusRule<'static>] {
            STATUSES[self as usize]
        }

        /// The first documented HTTP status.
        #[must_use]
        #[inline]
        pub const fn status(self) -> ::core::option::Option<u16> {
            match self.statuses() {
                [first, ..] => ::core::option::Option::Some(first.http),
                [] => ::core::option::Option::None,
            }
        }

        /// The fixed wordings of its message.
        #[must_use]
        #[inline]
        pub const fn messages(self) -> &'static [#runtime::table::Wording<'static>] {
            MESSAGES[self as usize]
        }

        /// The parameters of a message of this code that stands alone, as in a line of a log; `None` where it follows
        /// none of the code's wordings.
        #[must_use]
        #[inline]
        pub fn parameters_in(
            self,
            message: &str,
        ) -> ::core::option::Option<#runtime::wording::Parameters<'_, 'static, &str>> {
            #runtime::wording::parameters(self.messages(), message)
        }

        /// Its documented fields.
        #[must_use]
        #[inline]
        pub const fn fields(self) -> &'static [#runtime::table::Field<'static>] {
            FIELDS[self as usize]
        }

        /// Its fields and the placeholders of its message that can hold personal or secret data.
        #[must_use]
        #[inline]
        pub const fn sensitive(self) -> &'static [&'static str] {
            SENSITIVE[self as usize]
        }
    }
}

//! Named ranges of integer codes.

use proc_macro2::TokenStream;
use quote::quote;

use super::data::{Data, Variant, number, option};
use super::doc::{self, Doc, prose};
use super::tokens;
use crate::model::{Code, CodeForm, IntegerRange, Vendor};

/// `enum Range` and the table of the ranges; nothing for codes of other forms.
pub(super) fn emit(vendor: &Vendor, runtime: &TokenStream, data: &mut Data<'_>) -> TokenStream {
    let CodeForm::Integer { ranges, .. } = &vendor.form else { return TokenStream::new() };
    let count = tokens::count(ranges.len());
    let entries = ranges.iter().map(|range| entry(range, runtime));
    let enumeration = (!ranges.is_empty()).then(|| emit_enum(ranges, vendor, data));
    quote! {
        #enumeration
        static RANGES: [#runtime::table::IntegerRange<'static>; #count] = [#(#entries),*];
    }
}

fn emit_enum(ranges: &[IntegerRange], vendor: &Vendor, data: &mut Data<'_>) -> TokenStream {
    let variants: Vec<_> = ranges
        .iter()
        .map(|range| Variant {
            ident: &range.ident,
            doc: Doc::new(&format!(
                "{}, {} to {}: {}",
                doc::code(&range.name),
                range.from,
                range.to,
                prose(&range.meaning)
            )),
        })
        .collect();
    let doc = Doc::new(&format!("The named ranges of the codes of {}.", prose(&vendor.title)));
    data.enumeration("Range", &doc, true, &variants);
    let narrowest_first = narrowest_first(ranges);
    let names = narrowest_first.iter().map(|&index| {
        let name = tokens::name(&ranges[index].ident);
        quote!(Range::#name)
    });
    let count = tokens::count(ranges.len());
    let of_codes = vendor
        .codes
        .iter()
        .map(|code| option(narrowest_first.iter().find(|&&index| holds(&ranges[index], code)).map(number)));
    data.shared("RANGES_OF_CODES", "::core::option::Option<u32>", &of_codes.collect::<Vec<_>>(), String::clone);
    let methods = methods();
    quote! {
        #methods
        static NARROWEST_FIRST: [Range; #count] = [#(#names),*];
    }
}

fn methods() -> TokenStream {
    quote! {
        impl Range {
            /// The narrowest range that holds a code, listed or not.
            #[must_use]
            #[inline]
            pub fn of(number: i64) -> ::core::option::Option<Self> {
                let holds = |range: &Self| {
                    let (from, to) = range.bounds();
                    (from..=to).contains(&number)
                };
                NARROWEST_FIRST.iter().copied().find(holds)
            }

            /// The catalog's name.
            #[must_use]
            #[inline]
            pub const fn as_str(self) -> &'static str {
                RANGES[self as usize].name
            }

            /// The first and the last code.
            #[must_use]
            #[inline]
            pub const fn bounds(self) -> (i64, i64) {
                (RANGES[self as usize].from, RANGES[self as usize].to)
            }

            /// What its codes are about.
            #[must_use]
            #[inline]
            pub const fn meaning(self) -> &'static str {
                RANGES[self as usize].meaning
            }
        }

        impl ::core::fmt::Display for Range {
            /// The catalog's name.
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl Code {
            /// The narrowest named range that holds it.
            #[must_use]
            #[inline]
            pub const fn range(self) -> ::core::option::Option<Range> {
                match RANGES_OF_CODES[self as usize] {
                    ::core::option::Option::Some(index) => ::core::option::Option::Some(Range::ALL[index as usize]),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        }
    }
}

/// The range as the tables have it.
fn entry(range: &IntegerRange, runtime: &TokenStream) -> TokenStream {
    let IntegerRange { name, meaning, .. } = range;
    let from = tokens::number(range.from.into());
    let to = tokens::number(range.to.into());
    let advised = tokens::advised(&range.advised, runtime);
    quote! {
        #runtime::table::IntegerRange { name: #name, from: #from, to: #to, meaning: #meaning, advised: #advised }
    }
}

/// The indices of the ranges, the narrowest first: of nested ranges the innermost comes before those around it.
fn narrowest_first(ranges: &[IntegerRange]) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..ranges.len()).collect();
    indices.sort_by_key(|&index| ranges[index].to.abs_diff(ranges[index].from));
    indices
}

fn holds(range: &IntegerRange, code: &Code) -> bool {
    code.wire.parse().is_ok_and(|number| (range.from..=range.to).contains(&number))
}

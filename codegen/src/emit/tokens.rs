//! Tokens that several emitters need: names, numbers, options, slices, and the shared vocabularies.

use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};

/// A checked name. One that is no name after all becomes a literal, which cannot be where a name must: rendering
/// then fails instead of giving other code.
pub(super) fn name(text: &str) -> TokenTree {
    match syn::parse_str::<Ident>(text) {
        Ok(ident) => TokenTree::Ident(ident),
        Err(_) => TokenTree::Literal(Literal::string(text)),
    }
}

/// A decimal number, with `_` between groups of three digits where it is long.
pub(super) fn number(value: i128) -> TokenStream {
    let digits = value.unsigned_abs().to_string();
    let sign = (value < 0).then(|| quote!(-));
    let literal = literal(&grouped(&digits, 3));
    quote!(#sign #literal)
}

/// How many there are of something.
pub(super) fn count(value: usize) -> TokenTree {
    literal(&grouped(&value.to_string(), 3))
}

/// A borrowed array.
pub(super) fn slice(values: impl IntoIterator<Item = impl ToTokens>) -> TokenStream {
    let values = values.into_iter();
    quote!(&[#(#values),*])
}

/// Digits with `_` between groups of `size`, counted from the right; as they are where they are few.
fn grouped(digits: &str, size: usize) -> String {
    if digits.len() <= size + 1 {
        return digits.to_owned();
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / size);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(size) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

/// An integer with `_` between groups of three digits where it is long.
pub(super) fn integer(value: &impl ToString) -> String {
    let digits = value.to_string();
    match digits.strip_prefix('-') {
        Some(digits) => format!("-{}", grouped(digits, 3)),
        None => grouped(&digits, 3),
    }
}

/// The token of a number written as text.
fn literal(text: &str) -> TokenTree {
    match text.parse::<Literal>() {
        Ok(number) => TokenTree::Literal(number),
        Err(_) => TokenTree::Literal(Literal::string(text)),
    }
}

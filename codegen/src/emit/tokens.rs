//! Tokens that several emitters need: names, numbers and slices.

use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};

/// The identifier with a checked name. A name that is not an identifier becomes a string literal, which is a syntax
/// error where a name must be: rendering then fails, and no wrong code is generated.
pub(super) fn name(text: &str) -> TokenTree {
    match syn::parse_str::<Ident>(text) {
        Ok(ident) => TokenTree::Ident(ident),
        Err(_) => TokenTree::Literal(Literal::string(text)),
    }
}

/// A decimal number, with `_` between groups of three digits if it is long.
pub(super) fn number(value: i128) -> TokenStream {
    let digits = value.unsigned_abs().to_string();
    let sign = (value < 0).then(|| quote!(-));
    let literal = literal(&grouped(&digits, 3));
    quote!(#sign #literal)
}

/// A length, as a plain number.
pub(super) fn count(value: usize) -> TokenTree {
    literal(&grouped(&value.to_string(), 3))
}

/// A borrowed array.
pub(super) fn slice(values: impl IntoIterator<Item = impl ToTokens>) -> TokenStream {
    let values = values.into_iter();
    quote!(&[#(#values),*])
}

/// Digits with `_` between groups of `size`, counted from the right; unchanged if they are few.
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

/// An integer with `_` between groups of three digits if it is long.
pub(super) fn integer(value: &impl ToString) -> String {
    let digits = value.to_string();
    match digits.strip_prefix('-') {
        Some(digits) => format!("-{}", grouped(digits, 3)),
        None => grouped(&digits, 3),
    }
}

/// The literal of a number that is given as text.
fn literal(text: &str) -> TokenTree {
    match text.parse::<Literal>() {
        Ok(number) => TokenTree::Literal(number),
        Err(_) => TokenTree::Literal(Literal::string(text)),
    }
}

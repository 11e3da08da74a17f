//! The envelopes of a vendor as one trie of member names. `errors_tables` explains every type and field.

use errors_tables::{Headers, Lookup, Reader};

use super::places::Lowering;
use super::{Arena, Limit};
use crate::model::{CodeForm, Vendor};

/// How bodies are read, without the codes, which of them mean success, and the transport errors.
pub(super) fn envelopes<'t>(arena: &'t Arena, vendor: &Vendor) -> Result<Reader<'t>, Limit> {
    let mut lowering = Lowering::new(arena, &vendor.classes);
    // The most common one comes first, so that its members do.
    let mut order: Vec<usize> = (0..vendor.envelopes.len()).collect();
    order.sort_by_key(|&index| !vendor.envelopes[index].write.preferred);
    let mut envelopes: Vec<_> =
        order.into_iter().map(|index| (index, lowering.envelope(&vendor.envelopes[index]))).collect();
    envelopes.sort_by_key(|(index, _)| *index);
    let (nodes, places, deep) = lowering.finish()?;
    let width = match vendor.form {
        CodeForm::Digits { width } => width,
        CodeForm::Text | CodeForm::Integer => 0,
    };
    Ok(Reader {
        title: "",
        wire: &[],
        lookup: Lookup::Sorted(&[]),
        width,
        notes: &[],
        success: &[],
        deferring: &[],
        nodes,
        places,
        envelopes: arena.each(&envelopes, |(_, envelope)| *envelope),
        deep,
        transport: &[],
        headers: Headers::NONE,
        success_without_body: arena.all(&vendor.success_without_body),
    })
}

#[cfg(test)]
mod tests;

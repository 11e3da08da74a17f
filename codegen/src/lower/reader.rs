//! Lowers the envelopes of a vendor to one trie. `errors_tables` documents every type and field.

use errors_tables::{Batch, Each, Headers, ItemPath, Lookup, Reader};

use super::envelopes::Lowering;
use super::trie::clamped;
use super::{Arena, Limit};
use crate::model::{CodeForm, Envelope, Path, Step, Vendor};

/// The maximum number of batch envelopes.
const MOST_BATCHES: usize = u8::MAX as usize;

/// Lowers the envelopes, without the tables of the reader that depend on codes.
pub(super) fn envelopes<'t>(arena: &'t Arena, vendor: &Vendor) -> Result<Reader<'t>, Limit> {
    let all: Vec<usize> = (0..vendor.envelopes.len()).collect();
    let (mut reader, _) = some(arena, vendor, &all)?;
    let mut elements = Vec::new();
    let mut batches = reader.envelopes.to_vec();
    for (envelope, lowered) in vendor.envelopes.iter().zip(&mut batches) {
        if let Some(batch) = &envelope.batch {
            let (element, ids) = some(arena, vendor, &batch.of)?;
            let each = arena.each(&batch.each, |path| each(arena, path));
            lowered.batch = Some(Batch { each, reader: clamped(elements.len()), id: arena.all(&ids) });
            elements.push(arena.value(element));
        }
    }
    Limit::check("batches", elements.len(), MOST_BATCHES)?;
    reader.envelopes = arena.all(&batches);
    reader.elements = arena.each(&elements, |element| &**element);
    Ok(reader)
}

/// The array or object of the answers in a batch.
fn each<'t>(arena: &'t Arena, path: &Path) -> Each<'t> {
    let names: Vec<_> = path
        .steps
        .iter()
        .filter_map(|step| if let Step::Member(name) = step { Some(arena.text(name)) } else { None })
        .collect();
    Each { path: arena.all(&names), object: path.steps.last() == Some(&Step::EachMember) }
}

/// The reader of bodies that have one of these envelopes, and the paths of their ids.
fn some<'t>(arena: &'t Arena, vendor: &Vendor, indices: &[usize]) -> Result<(Reader<'t>, Vec<ItemPath>), Limit> {
    let mut lowering = Lowering::new(arena, &vendor.classes);
    // The most common envelope comes first, so that its members are compared first.
    let mut order: Vec<(usize, &Envelope)> =
        (0..).zip(indices.iter().filter_map(|&index| vendor.envelopes.get(index))).collect();
    order.sort_by_key(|(_, envelope)| !envelope.write.preferred);
    let mut envelopes: Vec<_> = order.iter().map(|(index, envelope)| (*index, lowering.envelope(envelope))).collect();
    envelopes.sort_by_key(|(index, _)| *index);
    order.sort_by_key(|(index, _)| *index);
    // Only elements of batches have ids.
    let of_elements = indices.len() < vendor.envelopes.len();
    let ids = order.iter().filter(|_| of_elements).flat_map(|(_, envelope)| lowering.ids(envelope)).collect();
    let (nodes, places, deep) = lowering.finish()?;
    let width = match vendor.form {
        CodeForm::Digits { width } => width,
        CodeForm::Text | CodeForm::Integer => 0,
    };
    let reader = Reader {
        title: "",
        wire: &[],
        lookup: Lookup::Sorted(&[]),
        width,
        notes: &[],
        note_rules: &[],
        success: &[],
        deferring: &[],
        nodes,
        places,
        envelopes: arena.each(&envelopes, |(_, envelope)| *envelope),
        elements: &[],
        deep,
        transport: &[],
        headers: Headers::NONE,
        successes: vendor.successes,
    };
    Ok((reader, ids))
}

#[cfg(test)]
mod tests;

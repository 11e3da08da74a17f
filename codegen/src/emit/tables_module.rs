//! Emits the module `tables`, with all tables of a vendor.

use errors_tables::{Codes, Hash, Lookup, Reader, Slots, Vendor};

use super::expression::Expression;
use super::statics::Statics;

/// Prints all tables.
pub(super) fn emit(vendor: &Vendor<'_>, statics: &mut Statics) {
    let Vendor {
        name,
        title,
        sources,
        reviewed,
        reader,
        form,
        classes,
        sections,
        operations,
        item_fields,
        detail_codes,
        codes,
    } = vendor;
    let codes = emit_codes(codes, statics);
    emit_reader(reader, statics);
    // Separate from `VENDOR`, so that a program that only uses this does not link the texts of all codes.
    let form = statics.print(form);
    statics.value("pub(super) const FORM: CodeForm", &form);
    let classes = statics.column("CLASSES", classes);
    let operations = if operations.is_empty() { Expression::word("&[]") } else { statics.column("CALLS", operations) };
    let detail_codes = statics.column("DETAIL_CODES", detail_codes);
    let fields = vec![
        ("name", statics.print(name)),
        ("title", statics.print(title)),
        ("sources", statics.print(sources)),
        ("reviewed", statics.print(reviewed)),
        ("reader", Expression::word("&READER")),
        ("form", Expression::word("FORM")),
        ("classes", classes),
        ("sections", statics.column("SECTION_TITLES", sections)),
        ("operations", operations),
        ("item_fields", statics.column("ITEM_FIELDS", item_fields)),
        ("detail_codes", detail_codes),
        ("codes", codes),
    ];
    statics.uses("Vendor");
    statics.value("pub(super) static VENDOR: Vendor<'static>", &Expression::structure("Vendor", fields));
}

/// Prints a column for each attribute of the codes, under its name in capitals, and returns references to all of them.
macro_rules! columns {
    ($codes:ident, $statics:ident: $($field:ident)*) => {{
        let Codes { $($field,)* } = $codes;
        vec![$((stringify!($field), $statics.column(&stringify!($field).to_ascii_uppercase(), $field)),)*]
    }};
}

fn emit_codes(codes: &Codes<'_>, statics: &mut Statics) -> Expression {
    statics.uses("Codes");
    let columns = columns! {
        codes, statics:
        wire names sections statuses item_statuses operations messages variants fields sensitive meanings actions kinds
        topics retries audiences deprecated replaced_by links written_in
    };
    Expression::structure("Codes", columns)
}

/// Prints the tables that reading needs.
fn emit_reader(reader: &Reader<'_>, statics: &mut Statics) {
    let Reader { lookup, transport, elements, .. } = reader;
    let lookup = emit_lookup(lookup, statics);
    statics.uses("Lookup");
    statics.value("pub(super) static LOOKUP: Lookup<'static>", &lookup);
    let ty = statics.ty::<&[errors_tables::TransportError<'_>]>();
    let errors = statics.print(transport);
    statics.doc("The HTTP statuses that come without a code.");
    statics.value(&format!("pub static TRANSPORT: {ty}"), &errors);
    statics.uses("Reader");
    let name = |index: usize| format!("ELEMENTS_{index}");
    for (index, element) in elements.iter().enumerate() {
        let value = reader_of(element, Vec::new(), statics);
        statics.value(&format!("static {}: Reader<'static>", name(index)), &value);
    }
    let elements = (0..elements.len()).map(|index| Expression::word(format!("&{}", name(index)))).collect();
    let value = reader_of(reader, elements, statics);
    statics.doc("How bodies are read.");
    statics.value("pub static READER: Reader<'static>", &value);
}

/// The expression of a reader; `readers` are those of the elements of its batches.
fn reader_of(reader: &Reader<'_>, readers: Vec<Expression>, statics: &mut Statics) -> Expression {
    let Reader {
        title,
        wire: _,
        lookup: _,
        width,
        notes,
        note_rules,
        success,
        deferring,
        nodes,
        places,
        envelopes,
        elements: _,
        deep,
        transport: _,
        successes,
        headers,
    } = reader;
    let fields = vec![
        ("title", statics.print(title)),
        ("wire", Expression::word("&WIRE")),
        ("lookup", Expression::word("LOOKUP")),
        ("width", statics.print(width)),
        ("notes", statics.print(notes)),
        ("note_rules", statics.print(note_rules)),
        ("success", statics.print(success)),
        ("deferring", statics.print(deferring)),
        ("nodes", statics.print(nodes)),
        ("places", statics.print(places)),
        ("envelopes", statics.print(envelopes)),
        ("elements", Expression::slice(readers)),
        ("deep", statics.print(deep)),
        ("transport", Expression::word("TRANSPORT")),
        ("successes", statics.print(successes)),
        ("headers", statics.print(headers)),
    ];
    Expression::structure("Reader", fields)
}

/// Prints the lookup of codes by text.
fn emit_lookup(lookup: &Lookup<'_>, statics: &mut Statics) -> Expression {
    match lookup {
        Lookup::Text { bytes, hash } => {
            let fields = vec![("bytes", statics.print(bytes)), ("hash", emit_hash(hash, statics))];
            Expression::structure("Lookup::Text", fields)
        }
        Lookup::Number { width, values, hash } => {
            let fields = vec![
                ("width", statics.print(width)),
                ("values", statics.column("NUMBERS", values)),
                ("hash", emit_hash(hash, statics)),
            ];
            Expression::structure("Lookup::Number", fields)
        }
        Lookup::Sorted(order) => Expression::call("Lookup::Sorted", vec![statics.column("ORDER", order)]),
    }
}

fn emit_hash(hash: &Hash<'_>, statics: &mut Statics) -> Expression {
    let Hash { seed, shift, bucket_shift, displacements, slots } = hash;
    statics.uses("Hash");
    statics.uses("Slots");
    let slots = match slots {
        Slots::U8(slots) => Expression::call("Slots::U8", vec![statics.column("SLOTS", slots)]),
        Slots::U16(slots) => Expression::call("Slots::U16", vec![statics.column("SLOTS", slots)]),
        Slots::U32(slots) => Expression::call("Slots::U32", vec![statics.column("SLOTS", slots)]),
    };
    let fields = vec![
        ("seed", statics.print(seed)),
        ("shift", statics.print(shift)),
        ("bucket_shift", statics.print(bucket_shift)),
        ("displacements", statics.column("DISPLACEMENTS", displacements)),
        ("slots", slots),
    ];
    Expression::structure("Hash", fields)
}

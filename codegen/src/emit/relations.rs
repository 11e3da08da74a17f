//! Emits the tables that map one generated enum to another, as one static each.

use std::collections::BTreeMap;

use errors_tables::{Field, Lookup};

use super::expression::Expression;
use super::statics::Statics;
use super::tokens::integer;
use crate::model::{ClassBy, Code, CodeForm, Vendor};

/// Prints all of these tables, and returns the imports of the enums.
pub(super) fn emit(vendor: &Vendor, lookup: &Lookup<'_>, statics: &mut Statics) -> String {
    let mut imports = "    use super::Code;\n".to_owned();
    by_status(vendor, statics);
    if vendor.form != CodeForm::Text {
        numbers(vendor, lookup, statics);
    }
    ranges_of_codes(vendor, statics);
    digits_of_codes(vendor, statics);
    if !vendor.operations.is_empty() {
        imports.push_str("    use super::Operation as Call;\n");
        calls(vendor, statics);
    }
    imports
}

/// The documented fields of declared types, by their indices; `None` for types that are not objects.
pub(super) fn fields_of_types(types: &[Option<&[Field<'_>]>], statics: &mut Statics) {
    for (index, fields) in types.iter().enumerate() {
        if let Some(fields) = fields {
            statics.column(&format!("FIELDS_OF_TYPE_{index}"), fields);
        }
    }
}

/// Maps an HTTP status to the codes documented with it, both ascending.
fn by_status(vendor: &Vendor, statics: &mut Statics) {
    let mut by_status: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (index, code) in vendor.codes.iter().enumerate() {
        for rule in &code.statuses {
            let codes = by_status.entry(rule.http).or_default();
            if codes.last() != Some(&index) {
                codes.push(index);
            }
        }
    }
    let rows = by_status
        .iter()
        .map(|(http, indices)| Expression::call("", vec![Expression::word(http.to_string()), codes(indices, vendor)]));
    statics.rows("BY_STATUS", "(u16, &[Code])", rows.collect());
}

/// The codes as numbers, unless the lookup has them. The checks ensure that they fit `i64`.
fn numbers(vendor: &Vendor, lookup: &Lookup<'_>, statics: &mut Statics) {
    if !matches!(lookup, Lookup::Number { .. }) {
        let numbers: Vec<i64> = vendor.codes.iter().map(|code| code.wire.parse().unwrap_or_default()).collect();
        statics.column("NUMBERS", &numbers);
    }
}

/// Maps a code to the narrowest range that contains it. Nested ranges come before those around them.
fn ranges_of_codes(vendor: &Vendor, statics: &mut Statics) {
    let ranges: Vec<_> = vendor.ranges().collect();
    if ranges.is_empty() {
        return;
    }
    let bounds = ranges.iter().map(|(_, from, to)| Expression::word(format!("({}, {})", integer(from), integer(to))));
    statics.rows("RANGES", "(i64, i64)", bounds.collect());
    let mut narrowest_first = ranges;
    narrowest_first.sort_by_key(|(_, from, to)| to.abs_diff(*from));
    let names = narrowest_first.iter().map(|(range, ..)| Expression::word(format!("super::Range::{}", range.ident)));
    statics.rows("NARROWEST_FIRST", "super::Range", names.collect());
    let of_code = |code: &Code| {
        let range = narrowest_first.iter().find(|(range, ..)| range.value_of(&code.wire).is_some());
        variant("Range", range.map(|(range, ..)| &range.ident))
    };
    statics.rows("RANGES_OF_CODES", "Option<super::Range>", vendor.codes.iter().map(of_code).collect());
}

/// Maps a code to the value of its digits, for each class.
fn digits_of_codes(vendor: &Vendor, statics: &mut Statics) {
    for (index, class) in vendor.classes.iter().enumerate() {
        if let ClassBy::Digits { .. } = class.by {
            let of_code = |code: &Code| variant(&class.ident, class.value_of(&code.wire).map(|value| &value.ident));
            let rows = vendor.codes.iter().map(of_code).collect();
            statics.rows(&format!("CLASS_{index}_OF_CODES"), &format!("Option<super::{}>", class.ident), rows);
        }
    }
}

/// Maps API calls to codes and statuses.
fn calls(vendor: &Vendor, statics: &mut Statics) {
    let calls = vendor.operations.len();
    let codes_of_calls = (0..calls).map(|call| {
        let names_call = |code: &Code| code.operations.as_ref().is_some_and(|calls| calls.contains(&call));
        let answered = vendor.codes.iter().enumerate().filter(|(_, code)| names_call(code)).map(|(index, _)| index);
        codes(&answered.collect::<Vec<_>>(), vendor)
    });
    statics.rows("CODES_OF_CALLS", "&[Code]", codes_of_calls.collect());
    let calls_of_codes = vendor.codes.iter().map(|code| match &code.operations {
        Some(calls) => {
            let operations = calls.iter().filter_map(|&call| vendor.operations.get(call));
            let names = operations.map(|operation| Expression::word(format!("Call::{}", operation.ident)));
            Expression::call("Some", vec![Expression::slice(names.collect())])
        }
        None => Expression::word("None"),
    });
    statics.rows("CALLS_OF_CODES", "Option<&[Call]>", calls_of_codes.collect());
    let statuses = vendor.codes.iter().map(|code| {
        Expression::array((0..calls).map(|call| Expression::word(status_for(code, call).to_string())).collect())
    });
    statics.rows("STATUSES_BY_CALL", &format!("[u16; {calls}]"), statuses.collect());
}

/// The first status whose rule applies to the call; 0 if there is none.
fn status_for(code: &Code, call: usize) -> u16 {
    let answers = code.operations.as_ref().is_none_or(|calls| calls.contains(&call));
    let holds = |calls: &Option<Vec<usize>>| calls.as_ref().is_none_or(|calls| calls.contains(&call));
    let rule = code.statuses.iter().find(|rule| answers && holds(&rule.operations));
    rule.map_or(0, |rule| rule.http)
}

/// An optional variant of this enum, as an `Option` expression.
fn variant(of: &str, ident: Option<&String>) -> Expression {
    match ident {
        Some(ident) => Expression::call("Some", vec![Expression::word(format!("super::{of}::{ident}"))]),
        None => Expression::word("None"),
    }
}

/// The codes with these indices, as a borrowed array.
fn codes(indices: &[usize], vendor: &Vendor) -> Expression {
    let codes = indices.iter().filter_map(|&index| vendor.codes.get(index));
    Expression::slice(codes.map(|code| Expression::word(format!("Code::{}", code.ident))).collect())
}

//! Tables that lead from one generated enum to another, and those of ranges and groups: a static each.

use std::collections::BTreeMap;

use super::data::{Data, number, option, slice};
use crate::model::{Code, CodeForm, DigitGroup, IntegerRange, Vendor};

/// All of them.
pub(super) fn emit(vendor: &Vendor, data: &mut Data<'_>) {
    by_status(vendor, data);
    match &vendor.form {
        CodeForm::Text { .. } => {}
        CodeForm::Integer { ranges, .. } => {
            numbers(vendor, data);
            ranges_of_codes(ranges, vendor, data);
        }
        CodeForm::Digits { structure, .. } => {
            numbers(vendor, data);
            groups_of_codes(structure, vendor, data);
        }
    }
    if !vendor.operations.is_empty() {
        calls(vendor, data);
    }
}

/// From an HTTP status to the codes documented with it, both ascending.
fn by_status(vendor: &Vendor, data: &mut Data<'_>) {
    let mut by_status: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (index, code) in vendor.codes.iter().enumerate() {
        for rule in &code.statuses {
            let codes = by_status.entry(rule.http).or_default();
            if codes.last() != Some(&index) {
                codes.push(index);
            }
        }
    }
    let entries: Vec<_> =
        by_status.iter().map(|(http, indices)| format!("({http}, {})", codes(indices, vendor))).collect();
    data.table("BY_STATUS", "(u16, &[Code])", &entries);
}

/// The codes as numbers. The model holds codes of such forms only as numbers within `i64`.
fn numbers(vendor: &Vendor, data: &mut Data<'_>) {
    let numbers = vendor.codes.iter().map(|code| number(code.wire.parse::<i64>().unwrap_or_default()));
    data.table("NUMBERS", "i64", &numbers.collect::<Vec<_>>());
}

/// From a code to the narrowest range that holds it. Of nested ranges the innermost comes before those around it.
fn ranges_of_codes(ranges: &[IntegerRange], vendor: &Vendor, data: &mut Data<'_>) {
    if ranges.is_empty() {
        return;
    }
    let mut narrowest_first: Vec<usize> = (0..ranges.len()).collect();
    narrowest_first.sort_by_key(|&index| ranges[index].to.abs_diff(ranges[index].from));
    let names = narrowest_first.iter().map(|&index| format!("Range::{}", ranges[index].ident));
    data.table("NARROWEST_FIRST", "Range", &names.collect::<Vec<_>>());
    let holds = |range: &IntegerRange, code: &Code| {
        code.wire.parse().is_ok_and(|number| (range.from..=range.to).contains(&number))
    };
    let of_codes = vendor
        .codes
        .iter()
        .map(|code| option(narrowest_first.iter().find(|&&index| holds(&ranges[index], code)).map(number)));
    data.shared("RANGES_OF_CODES", "::core::option::Option<u32>", &of_codes.collect::<Vec<_>>(), String::clone);
}

/// From a code to the value that its digits have in each group.
fn groups_of_codes(groups: &[DigitGroup], vendor: &Vendor, data: &mut Data<'_>) {
    if groups.is_empty() {
        return;
    }
    let value_of = |group: &DigitGroup, code: &Code| {
        let start = usize::from(group.start);
        let digits = code.wire.get(start..start + usize::from(group.len))?;
        group.values.iter().position(|value| value.digits == digits)
    };
    let of_codes = vendor.codes.iter().map(|code| {
        let values: Vec<_> = groups.iter().map(|group| option(value_of(group, code).map(number))).collect();
        format!("[{}]", values.join(", "))
    });
    let entry = format!("[::core::option::Option<u32>; {}]", number(groups.len()));
    data.shared("GROUPS_OF_CODES", &entry, &of_codes.collect::<Vec<_>>(), String::clone);
}

/// What each call has to do with each code.
fn calls(vendor: &Vendor, data: &mut Data<'_>) {
    let calls = vendor.operations.len();
    let codes_of_calls = (0..calls).map(|call| {
        let names_call = |code: &Code| code.operations.as_ref().is_some_and(|calls| calls.contains(&call));
        let answered = vendor.codes.iter().enumerate().filter(|(_, code)| names_call(code)).map(|(index, _)| index);
        codes(&answered.collect::<Vec<_>>(), vendor)
    });
    data.table("CODES_OF_CALLS", "&[Code]", &codes_of_calls.collect::<Vec<_>>());
    let calls_of_codes = vendor.codes.iter().map(|code| {
        let names = |calls: &[usize]| {
            let operations = calls.iter().filter_map(|&call| vendor.operations.get(call));
            slice(&operations.map(|operation| format!("Operation::{}", operation.ident)).collect::<Vec<_>>())
        };
        option(code.operations.as_deref().map(names))
    });
    let entry = "::core::option::Option<&[Operation]>";
    data.shared("CALLS_OF_CODES", entry, &calls_of_codes.collect::<Vec<_>>(), String::clone);
    let statuses = vendor.codes.iter().map(|code| {
        let statuses: Vec<_> = (0..calls).map(|call| status_for(code, call).to_string()).collect();
        format!("[{}]", statuses.join(", "))
    });
    data.table("STATUSES_BY_CALL", &format!("[u16; {}]", number(calls)), &statuses.collect::<Vec<_>>());
}

/// The first status whose rule holds for the call; 0 without one.
fn status_for(code: &Code, call: usize) -> u16 {
    let answers = code.operations.as_ref().is_none_or(|calls| calls.contains(&call));
    let holds = |calls: &Option<Vec<usize>>| calls.as_ref().is_none_or(|calls| calls.contains(&call));
    let rule = code.statuses.iter().find(|rule| answers && holds(&rule.operations));
    rule.map_or(0, |rule| rule.http)
}

/// Codes, by their indices, as a borrowed array.
fn codes(indices: &[usize], vendor: &Vendor) -> String {
    let codes = indices.iter().filter_map(|&index| vendor.codes.get(index));
    slice(&codes.map(|code| format!("Code::{}", code.ident)).collect::<Vec<_>>())
}

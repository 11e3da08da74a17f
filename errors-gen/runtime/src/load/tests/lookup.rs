//! Every code is found: the parameters that `errors-codegen` searches for fit the function that the tables evaluate.

use alloc::string::String;

use super::*;
use crate::table::{KeyBytes, Lookup, Slots};

fn integer() -> model::CodeForm {
    model::CodeForm::Integer { success: Vec::new(), ranges: Vec::new() }
}

fn digits(width: u8) -> model::CodeForm {
    model::CodeForm::Digits { success: vec!["000".to_owned()], width, structure: Vec::new() }
}

/// Loads codes and looks every one of them up; then calls `see` with the lookup.
fn all_found(form: model::CodeForm, codes: &[String], see: impl Fn(&Lookup<'_>)) {
    let arena = Arena::new();
    let vendor = vendor(form, codes.iter().map(|wire| code(wire)).collect());
    let reader = arena.load(&vendor).unwrap().reader;
    for (index, code) in codes.iter().enumerate() {
        assert_eq!(reader.lookup.find(reader.wire, code), Some(index), "{code}");
        if let Lookup::Number { .. } = reader.lookup {
            assert_eq!(reader.lookup.find_number(code.parse().unwrap()), Some(index), "{code}");
        }
    }
    let others = ["", "0", "7", "-7", "A", "NO_SUCH_CODE", "CODE_OF_NO_VENDOR_AT_ALL_NOT_FOUND", "999999999"];
    for other in others.iter().filter(|&&other| codes.iter().all(|code| code != other)) {
        assert_eq!(reader.lookup.find(reader.wire, other), None, "{other}");
    }
    see(&reader.lookup);
}

fn numbered(codes: impl IntoIterator<Item = i64>, write: impl Fn(i64) -> String) -> Vec<String> {
    codes.into_iter().map(write).collect()
}

#[test]
fn texts_are_found() {
    for count in [0, 1, 2, 79, 128, 129, 255, 256, 257, 5000, 70_000] {
        let codes = numbered(0..count, |number| format!("{}_OF_{number}_NOT_FOUND", number % 7));
        all_found(text(), &codes, |lookup| {
            let Lookup::Text { hash, .. } = lookup else { panic!("{count} texts are not hashed") };
            assert_eq!(hash.displacements.is_empty(), count <= 128);
            match hash.slots {
                Slots::U8(_) => assert!(count <= 255, "{count}"),
                Slots::U16(_) => assert!((256..=65_535).contains(&count), "{count}"),
                Slots::U32(_) => assert!(count > 65_535, "{count}"),
            }
        });
    }
}

#[test]
fn texts_of_every_length_are_found() {
    let mut codes: Vec<String> = (1..60).map(|length| "AB".repeat(30)[..length].to_owned()).collect();
    codes.extend([String::new(), "ÄÖ".to_owned(), "A-B".to_owned(), "A B".to_owned()]);
    all_found(text(), &codes, |lookup| assert!(matches!(lookup, Lookup::Text { bytes: KeyBytes::Ends, .. })));
}

#[test]
fn as_many_bytes_are_hashed_as_needed() {
    let middle = ["ENTRY", "MODEL"].map(|subject| format!("CONTENT_{subject}_NOT_FOUND"));
    all_found(text(), &middle, |lookup| assert!(matches!(lookup, Lookup::Text { bytes: KeyBytes::EndsAndMiddle, .. })));
    for count in [50, 500] {
        let between = numbered(100..100 + count, |number| format!("CONTENT__{number}_MODEL_NOT___{number}_WAS_FOUND"));
        all_found(text(), &between, |lookup| assert!(matches!(lookup, Lookup::Text { bytes: KeyBytes::All, .. })));
    }
}

#[test]
fn numbers_are_found() {
    let number = |lookup: &Lookup<'_>| assert!(matches!(lookup, Lookup::Number { .. }));
    all_found(digits(6), &numbered(0..79, |number| format!("{:06}", 1001 + number * 977)), number);
    all_found(digits(6), &numbered(0..3000, |number| format!("{:06}", 1001 + number * 17)), number);
    all_found(
        integer(),
        &numbered((-32_099..=-32_000).chain([i64::MIN, i64::MAX]), |number| number.to_string()),
        number,
    );
    all_found(integer(), &numbered(-3000..-10, |number| number.to_string()), number);
}

#[test]
fn codes_that_are_no_numbers_are_found_as_texts() {
    let codes = ["007", "7x", "+8"].map(str::to_owned);
    all_found(integer(), &codes, |lookup| assert!(matches!(lookup, Lookup::Text { .. })));
}

use std::time::Instant;

use super::*;

fn text() -> CodeForm {
    CodeForm::Text
}

fn integer() -> CodeForm {
    CodeForm::Integer
}

fn digits(width: u8) -> CodeForm {
    CodeForm::Digits { width }
}

/// The lookup of these codes.
fn lookup(form: CodeForm, wire: &[&str]) -> Lookup<'static> {
    super::lookup(Box::leak(Box::new(Arena::new())), form, wire)
}

/// The indices in the slots.
fn slots(hash: &Hash<'_>) -> Vec<usize> {
    match hash.slots {
        Slots::U8(slots) => slots.iter().map(|&index| usize::from(index)).collect(),
        Slots::U16(slots) => slots.iter().map(|&index| usize::from(index)).collect(),
        Slots::U32(slots) => slots.iter().map(|&index| index as usize).collect(),
    }
}

/// The lookup, after checking every code and the rest of the table.
fn checked(form: CodeForm, wire: &[&str]) -> Lookup<'static> {
    let started = Instant::now();
    let found = lookup(form, wire);
    println!("{} codes in {:?}", wire.len(), started.elapsed());
    for (index, code) in wire.iter().enumerate() {
        assert_eq!(found.find(wire, code), Some(index), "{code}");
        if let Lookup::Number { .. } = found {
            assert_eq!(found.find_number(code.parse().unwrap()), Some(index), "{code}");
        }
    }
    let others = ["", "0", "7", "-7", "A", "NO_SUCH_CODE", "CODE_OF_NO_VENDOR_AT_ALL_NOT_FOUND", "999999999"];
    for other in others.iter().filter(|other| !wire.contains(other)) {
        assert_eq!(found.find(wire, other), None, "{other}");
    }
    if let Lookup::Text { hash, .. } | Lookup::Number { hash, .. } = &found {
        let slots = slots(hash);
        assert_eq!(slots.iter().filter(|&&index| index != wire.len()).count(), wire.len());
        assert!(slots.iter().all(|&index| index <= wire.len()));
        match hash.slots {
            Slots::U8(_) => assert!(wire.len() <= 255),
            Slots::U16(_) => assert!((256..=65_535).contains(&wire.len())),
            Slots::U32(_) => assert!(wire.len() > 65_535),
        }
        assert_eq!(hash.seed % 2, 1);
        assert_eq!(slots.len(), 1 << (64 - hash.shift));
        if !hash.displacements.is_empty() {
            assert_eq!(hash.displacements.len(), 1 << (64 - hash.bucket_shift));
        }
    }
    assert_eq!(found, lookup(form, wire), "the search is deterministic");
    found
}

fn checked_texts(codes: &[String]) -> Lookup<'static> {
    checked(text(), &codes.iter().map(String::as_str).collect::<Vec<_>>())
}

fn bytes(lookup: &Lookup<'_>) -> KeyBytes {
    let Lookup::Text { bytes, .. } = lookup else { panic!("{lookup:?} hashes no text") };
    *bytes
}

/// `most` codes of upper case words, such as a vendor has.
fn upper_snake(most: usize) -> Vec<String> {
    const SUBJECTS: [&str; 22] = [
        "CART",
        "ORDER",
        "PRODUCT",
        "VARIANT",
        "PRICE",
        "CONTENT_MODEL",
        "CONTENT_ENTRY",
        "PAYMENT",
        "CUSTOMER",
        "ADDRESS",
        "DISCOUNT_CODE",
        "SHIPPING_METHOD",
        "TAX_RATE",
        "CHANNEL",
        "STORE",
        "INVENTORY_ENTRY",
        "REVIEW",
        "WAREHOUSE",
        "GIFT_CARD",
        "TOKEN",
        "SESSION",
        "WEBHOOK",
    ];
    const STATES: [&str; 10] = [
        "NOT_FOUND",
        "ALREADY_EXISTS",
        "INVALID",
        "LOCKED",
        "EXPIRED",
        "LIMIT_EXCEEDED",
        "DISABLED",
        "REQUIRED",
        "CONFLICT",
        "FORBIDDEN",
    ];
    let numbers = (0..).map(|number| if number == 0 { String::new() } else { format!("_{number}") });
    numbers
        .flat_map(|number| {
            STATES.iter().flat_map(move |state| {
                let number = number.clone();
                SUBJECTS.iter().map(move |subject| format!("{subject}_{state}{number}"))
            })
        })
        .take(most)
        .collect()
}

#[test]
fn codes_of_a_vendor_take_one_level() {
    for count in [0, 1, 2, 40, 79, 100, 128] {
        let Lookup::Text { hash, .. } = checked_texts(&upper_snake(count)) else { panic!("{count} codes are sorted") };
        assert!(hash.displacements.is_empty(), "{count}");
        assert!((256..=1024).contains(&slots(&hash).len()), "{count}");
    }
}

#[test]
fn an_empty_table_holds_nothing() {
    let lookup = checked(text(), &[]);
    assert_eq!(lookup.find(&[], "A"), None);
    assert_eq!(lookup.find(&[], ""), None);
}

#[test]
fn more_codes_take_two_levels() {
    for count in [129, 255, 256, 1000, 10_000] {
        let Lookup::Text { hash, .. } = checked_texts(&upper_snake(count)) else { panic!("{count} codes are sorted") };
        assert!(!hash.displacements.is_empty(), "{count}");
        assert!(slots(&hash).len() < 3 * count, "{count}");
    }
}

#[test]
fn a_hundred_thousand_codes() {
    let lookup = checked_texts(&upper_snake(100_000));
    assert!(!matches!(lookup, Lookup::Sorted(_)));
}

#[test]
fn as_few_bytes_are_hashed_as_tell_codes_apart() {
    assert_eq!(
        bytes(&checked(text(), &["CONTENT_ENTRY_NOT_FOUND", "CONTENT_MODEL_NOT_FOUND"])),
        KeyBytes::EndsAndMiddle
    );
    assert_eq!(bytes(&checked(text(), &["AAAA_X", "AAAA_Y", "BAAA_X", "BAAA_Y"])), KeyBytes::Ends);
}

#[test]
fn codes_of_few_bytes() {
    let one: Vec<String> = (b'A'..=b'z').map(|byte| char::from(byte).to_string()).collect();
    let mut codes = one.clone();
    codes.push(String::new());
    for first in &one {
        codes.extend(one.iter().map(|second| format!("{first}{second}")));
        codes.push(format!("{first}-{first}"));
        codes.push(format!("{first}--{first}"));
    }
    assert_eq!(bytes(&checked_texts(&codes)), KeyBytes::Ends);
}

#[test]
fn six_digits_are_hashed_as_numbers() {
    let codes: Vec<String> = (0..128).map(|number| format!("{:06}", number * 977 % 200_000)).collect();
    let wire: Vec<&str> = codes.iter().map(String::as_str).collect();
    let Lookup::Number { width, values, hash } = checked(digits(6), &wire) else { panic!("numbers") };
    assert_eq!((width, values[0], hash.displacements.len()), (6, 0, 0));
}

#[test]
fn negative_integers_are_hashed_as_numbers() {
    let codes: Vec<String> = (-32_099..=-32_000).chain([0, 1001, i64::MAX, i64::MIN]).map(|n| n.to_string()).collect();
    let wire: Vec<&str> = codes.iter().map(String::as_str).collect();
    let Lookup::Number { width, values, .. } = checked(integer(), &wire) else { panic!("numbers") };
    assert_eq!((width, values[0]), (0, -32_099));
}

#[test]
fn many_numbers() {
    for step in [1, 10, 1 << 20, 1 << 40, -7] {
        let codes: Vec<String> = (0..10_000).map(|number: i64| (number * step).to_string()).collect();
        let wire: Vec<&str> = codes.iter().map(String::as_str).collect();
        assert!(matches!(checked(integer(), &wire), Lookup::Number { .. }), "{step}");
    }
}

#[test]
fn what_is_no_number_is_hashed_as_text() {
    for (form, wire) in [(integer(), ["1", "+1"]), (integer(), ["0", "-0"]), (digits(2), ["01", "1"])] {
        assert_eq!(bytes(&checked(form, &wire)), KeyBytes::Ends);
    }
}

#[test]
fn codes_of_the_same_ends_and_middle_are_hashed_whole() {
    // These only differ in bytes between the first, middle and last eight.
    let codes: Vec<String> =
        (0..50).map(|number| format!("CONTENT__{number:03}_MODEL_NOT___{number:03}_WAS_FOUND")).collect();
    assert_eq!(codes[0].len(), codes[49].len());
    assert_eq!(bytes(&checked_texts(&codes)), KeyBytes::All);
}

#[test]
fn codes_that_collide_in_all_bits_are_sorted() {
    // Five words: the first, the middle and the last are the same, the second differs, and the fourth makes up for it.
    let start = u64::from_le_bytes(*b"CONTENT_");
    let middle = u64::from_le_bytes(*b"_OR_MORE");
    let mix = |key: u64, word: u64| {
        let key = (key ^ word).wrapping_mul(errors_tables::SCATTER);
        key ^ (key >> 32)
    };
    let before_fourth = |second| mix(mix(mix(40_u64.wrapping_mul(errors_tables::GOLDEN), start), second), middle);
    let one = [u64::from_le_bytes(*b"NOTFOUND"), u64::from_le_bytes(*b"MODELS__")];
    let other = (0..1_000_000)
        .map(|number: u64| {
            let letters = [0, 1, 2, 3, 4, 5, 6, 7].map(|at| b'A' + u8::try_from(number / 26_u64.pow(at) % 26).unwrap());
            let second = u64::from_le_bytes(letters);
            [second, before_fourth(one[0]) ^ one[1] ^ before_fourth(second)]
        })
        .find(|[_, fourth]| fourth.to_le_bytes().iter().all(u8::is_ascii_graphic))
        .expect("one in 3,000 is ASCII");
    let code = |[second, fourth]: [u64; 2]| {
        let words = [start, second, middle, fourth, u64::from_le_bytes(*b"NOT_HERE")];
        String::from_utf8(words.map(u64::to_le_bytes).concat()).unwrap()
    };
    let codes = [code(one), "ANOTHER".to_owned(), code(other)];
    assert_ne!(codes[0], codes[2]);
    assert!(matches!(checked_texts(&codes), Lookup::Sorted(_)));
}

#[test]
fn sorted_codes_are_found() {
    let wire = ["B", "A", "C"];
    let order = sorted(&wire);
    assert_eq!(order, [1, 0, 2]);
    assert_eq!(Lookup::Sorted(&order).find(&wire, "C"), Some(2));
    assert_eq!(Lookup::Sorted(&order).find(&wire, "D"), None);
}

#[test]
fn texts_of_every_length() {
    let mut codes: Vec<String> = (1..60).map(|length| "AB".repeat(30)[..length].to_owned()).collect();
    codes.extend([String::new(), "ÄÖ".to_owned(), "A-B".to_owned(), "A B".to_owned()]);
    assert_eq!(bytes(&checked_texts(&codes)), KeyBytes::Ends);
}

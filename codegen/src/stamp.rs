//! Stamps: hashes of a generated file and of its inputs, to tell whether it is up to date.
//!
//! They are stored in a separate file, so that a generated file is only written if its code changes.

/// The name of the file with the stamps of a directory, one per line.
pub(crate) const FILE: &str = "catalogs.stamps";

/// The stamp of a file that this generator made from `inputs`.
pub(crate) fn stamp(inputs: &[&str], name: &str, text: &str) -> String {
    let hash_of = |text: &str| hash(text.as_bytes()).to_string();
    // Each input is hashed separately, so that moving text from one to the next changes the stamp.
    let inputs = inputs.iter().map(|input| hash_of(input) + " ").collect::<String>() + env!("ERRORS_CODEGEN_SOURCES");
    format!("{name} {:016x} {:016x}\n", hash(inputs.as_bytes()), hash(text.as_bytes()))
}

/// FNV-1a of 64 bits.
fn hash(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for &byte in bytes {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

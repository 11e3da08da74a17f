#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| errors_gen_fuzz::reading(data));

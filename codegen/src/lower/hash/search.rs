//! Searches for the parameters of a perfect hash.
//!
//! It runs in build scripts, which are not optimized, so every attempt ends at its first collision and the number of
//! attempts is limited. Its result is in generated sources, so it is deterministic: the seeds are fixed.

use std::cmp::Reverse;

use errors_tables::{GOLDEN, displaced, mixed, shifted};

/// The maximum number of codes for which a hash without displacements is tried.
const ONE_LEVEL_MOST: usize = 128;

/// The binary logarithms of the sizes of a table without displacements, with the number of seeds to try for each. Few
/// for the small ones, since a larger table costs less than a longer search.
const ONE_LEVEL_SIZES: [(u8, u32); 3] = [(8, 4096), (9, 4096), (10, 50_000)];

/// The number of seeds to try for a hash with displacements. The first one nearly always succeeds.
const TWO_LEVEL_SEEDS: usize = 16;

/// The number of displacements to try for a bucket before the next seed is tried.
const DISPLACEMENTS: u32 = 1 << 16;

/// The parameters of a perfect hash; see [`errors_tables::Hash`].
pub(super) struct Found {
    pub(super) seed: u64,
    pub(super) shift: u8,
    pub(super) bucket_shift: u8,
    pub(super) displacements: Vec<u32>,
    pub(super) slots: Vec<u32>,
}

/// Searches for a perfect hash of the keys, which must be distinct.
pub(super) fn search(keys: &[u64]) -> Option<Found> {
    let count = u32::try_from(keys.len()).ok()?;
    let one_level = || ONE_LEVEL_SIZES.into_iter().find_map(|(bits, tries)| one_level(keys, count, bits, tries));
    let found = if keys.len() <= ONE_LEVEL_MOST { one_level() } else { None };
    found.or_else(|| two_levels(keys, count))
}

/// The seeds, always the same ones: splitmix64, made odd.
fn seeds() -> impl Iterator<Item = u64> {
    let mut state = 0_u64;
    std::iter::repeat_with(move || {
        state = state.wrapping_add(GOLDEN);
        let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) | 1
    })
}

/// Searches for a seed that gives each key a different slot without displacements.
fn one_level(keys: &[u64], count: u32, bits: u8, tries: u32) -> Option<Found> {
    let shift = 64 - bits;
    // For each slot, the number of the last attempt that used it, so that it need not be cleared between attempts.
    let mut taken = vec![0; 1 << bits];
    let mut fits = |attempt: u32, seed: u64| {
        keys.iter().all(|key| match taken.get_mut(shifted(key.wrapping_mul(seed), shift)) {
            Some(taken) => std::mem::replace(taken, attempt) != attempt,
            None => false,
        })
    };
    let (_, seed) = (1..=tries).zip(seeds()).find(|&(attempt, seed)| fits(attempt, seed))?;
    let mut slots = vec![count; 1 << bits];
    for (key, index) in keys.iter().zip(0..) {
        *slots.get_mut(shifted(key.wrapping_mul(seed), shift))? = index;
    }
    Some(Found { seed, shift, bucket_shift: 0, displacements: Vec::new(), slots })
}

/// Searches for a seed that distributes the keys over buckets, and for each bucket a displacement that gives its keys
/// free slots.
fn two_levels(keys: &[u64], count: u32) -> Option<Found> {
    let slots = keys.len().checked_mul(3)?.div_ceil(2).checked_next_power_of_two()?;
    let buckets = keys.len().div_ceil(4).checked_next_power_of_two()?;
    let (shift, bucket_shift) = (index_shift(slots)?, index_shift(buckets)?);
    seeds().take(TWO_LEVEL_SEEDS).find_map(|seed| {
        let mut hash = Found { seed, shift, bucket_shift, displacements: vec![0; buckets], slots: vec![count; slots] };
        displace(keys, count, &mut hash).map(|()| hash)
    })
}

/// The shift that turns a hash into an index of a table with this many entries, a power of two.
fn index_shift(entries: usize) -> Option<u8> {
    u8::try_from(64_u32.checked_sub(entries.trailing_zeros())?).ok()
}

/// Searches for the displacements, and fills in the slots; `None` if there is no displacement for a bucket.
fn displace(keys: &[u64], count: u32, hash: &mut Found) -> Option<()> {
    let mut buckets: Vec<Vec<(u64, u32)>> = vec![Vec::new(); hash.displacements.len()];
    for (key, index) in keys.iter().zip(0..) {
        let h = key.wrapping_mul(hash.seed);
        buckets.get_mut(shifted(h, hash.bucket_shift))?.push((mixed(h), index));
    }
    // The largest buckets come first, since they need the most free slots. The sort is stable, which keeps the result
    // deterministic.
    let mut order: Vec<_> = buckets.iter().zip(&mut hash.displacements).filter(|(keys, _)| !keys.is_empty()).collect();
    order.sort_by_key(|(keys, _)| Reverse(keys.len()));
    let mut chosen = Vec::new();
    for (bucket, displacement) in order {
        *displacement = (0..DISPLACEMENTS).find(|&candidate| {
            chosen.clear();
            bucket.iter().all(|&(mixed, _)| {
                let slot = shifted(displaced(mixed, candidate), hash.shift);
                let free = hash.slots.get(slot) == Some(&count) && !chosen.contains(&slot);
                chosen.push(slot);
                free
            })
        })?;
        for (&slot, &(_, index)) in chosen.iter().zip(bucket) {
            *hash.slots.get_mut(slot)? = index;
        }
    }
    Some(())
}

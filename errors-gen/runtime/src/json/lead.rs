//! What stands before a value, to be recognized where it stands again.

use crate::hint::cold_path;

/// How long it can be.
const MOST: usize = 32;

/// A few bytes of a body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lead {
    words: [u64; MOST / 8],
    /// Which bits of the words count.
    masks: [u64; MOST / 8],
    length: usize,
}

impl Lead {
    /// One that stands nowhere: its bytes are no text.
    pub(crate) const NOWHERE: Self = Self { words: [u64::MAX; MOST / 8], masks: [u64::MAX; MOST / 8], length: 0 };

    /// What stands from one index to another, unless that is too long, or near the end of the bytes.
    pub(crate) fn new(bytes: &[u8], start: usize, end: usize) -> Option<Self> {
        let length = end.checked_sub(start).filter(|length| *length <= MOST)?;
        let mut masks = [0; MOST / 8];
        for (mask, before) in masks.iter_mut().zip((0..).step_by(8)) {
            *mask = match length.saturating_sub(before) {
                8.. => u64::MAX,
                few => (1 << (8 * few)) - 1,
            };
        }
        Some(Self { words: words(bytes.get(start..)?.first_chunk()?), masks, length })
    }

    /// Behind it, where it stands at the position. Not found near the end of the bytes.
    #[inline]
    pub(crate) fn behind(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let end = at.checked_add(MOST)?;
        if end > bytes.len() {
            cold_path();
            return None;
        }
        let there = words(bytes.get(at..end)?.first_chunk()?);
        let differing = |index: usize| (there[index] ^ self.words[index]) & self.masks[index];
        if differing(0) | differing(1) | differing(2) | differing(3) != 0 {
            cold_path();
            return None;
        }
        Some(at + self.length)
    }
}

/// The bytes as words.
#[inline]
fn words(bytes: &[u8; MOST]) -> [u64; MOST / 8] {
    let mut words = [0; MOST / 8];
    for (word, bytes) in words.iter_mut().zip(bytes.as_chunks().0) {
        *word = u64::from_le_bytes(*bytes);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_recognized_where_all_its_bytes_stand() {
        let bytes = *b"{ \"code\" : \"........................................";
        for length in 0..=MOST {
            let lead = Lead::new(&bytes, 0, length);
            let behind = |bytes: &[u8], at: usize| lead.and_then(|lead| lead.behind(bytes, at));
            assert_eq!(behind(&bytes, 0), Some(length));
            assert_eq!(behind(&[b"  ", &bytes[..]].concat(), 2), Some(length + 2));
            for differing in 0..bytes.len() {
                let mut other = bytes;
                other[differing] = b'!';
                assert_eq!(behind(&other, 0).is_some(), differing >= length, "{length}, {differing}");
            }
            assert_eq!(behind(&bytes[..MOST - 1], 0), None);
            assert_eq!(behind(&bytes, bytes.len() + 1), None);
        }
    }

    #[test]
    fn what_is_too_long_or_near_the_end_is_no_lead() {
        let bytes = [b' '; 2 * MOST];
        assert!(Lead::new(&bytes, 0, MOST + 1).is_none());
        assert!(Lead::new(&bytes, MOST, 2 * MOST).is_some());
        assert!(Lead::new(&bytes, MOST + 1, 2 * MOST).is_none());
        assert!(Lead::new(&bytes, 2, 1).is_none());
    }

    #[test]
    fn nothing_stands_nowhere() {
        assert_eq!(Lead::NOWHERE.behind(&[0xff; MOST], 0), Some(0), "but no text has such bytes");
        assert_eq!(Lead::NOWHERE.behind("\u{10ffff}".repeat(MOST).as_bytes(), 0), None);
    }
}

//! What stands before a string, to be recognized where it stands again.

/// How long it can be.
const MOST: usize = 32;

/// A few bytes of a body that end in the quote that opens a string.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lead {
    words: [u64; MOST / 8],
    /// Which bits of the words count.
    masks: [u64; MOST / 8],
    length: usize,
}

impl Lead {
    /// These bytes, unless they are too many.
    pub(crate) fn new(bytes: &[u8]) -> Option<Self> {
        let (mut there, mut counts) = ([0; MOST], [0; MOST]);
        there.get_mut(..bytes.len())?.copy_from_slice(bytes);
        counts.get_mut(..bytes.len())?.fill(u8::MAX);
        Some(Self { words: words(&there), masks: words(&counts), length: bytes.len() })
    }

    /// Behind it, where it stands at the position. Not found near the end of the bytes.
    #[inline]
    pub(super) fn behind(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let there = words(bytes.get(at..)?.first_chunk()?);
        let differing = |index: usize| (there[index] ^ self.words[index]) & self.masks[index];
        (differing(0) | differing(1) | differing(2) | differing(3) == 0).then_some(at + self.length)
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
        for length in 1..=MOST {
            let lead = Lead::new(&bytes[..length]);
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
    fn what_is_too_long_is_no_lead() {
        assert!(Lead::new(&[b' '; MOST + 1]).is_none());
    }
}

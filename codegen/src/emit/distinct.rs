//! Which values are alike.

use std::collections::HashMap;
use std::hash::Hash;

/// For each value its index among those that differ, and these with how often each comes.
pub(super) fn distinct<T: Eq + Hash>(values: &[T]) -> (Vec<usize>, Vec<(&T, usize)>) {
    let mut distinct: Vec<(&T, usize)> = Vec::new();
    let mut known = HashMap::new();
    let mut last: Option<(&T, usize)> = None;
    let mut indices = Vec::with_capacity(values.len());
    for value in values {
        let index = match last {
            // Neighbors are often alike, and comparing is quicker than looking up.
            Some((other, index)) if other == value => index,
            _ => *known.entry(value).or_insert_with(|| {
                distinct.push((value, 0));
                distinct.len() - 1
            }),
        };
        if let Some((_, uses)) = distinct.get_mut(index) {
            *uses += 1;
        }
        indices.push(index);
        last = Some((value, index));
    }
    (indices, distinct)
}

#[cfg(test)]
mod tests {
    use super::distinct;

    #[test]
    fn values_are_counted_wherever_they_stand() {
        assert_eq!(distinct(&["a", "a", "b", "a"]), (vec![0, 0, 1, 0], vec![(&"a", 3), (&"b", 1)]));
    }
}

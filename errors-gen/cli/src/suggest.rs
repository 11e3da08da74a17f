//! What somebody may have meant.

/// How many suggestions are worth reading.
const MOST: usize = 3;

/// The candidates that are close to a word, the closest first; of equals, the earlier one first.
pub(crate) fn similar<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let folded = fold(word);
    // Comparing costs the product of the lengths, and nothing is similar to a word of this length.
    if folded.is_empty() || folded.len() > 200 {
        return Vec::new();
    }
    let mut close: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = fold(candidate);
            let distance = if same_number(&folded, &other) { 0 } else { strsim::osa_distance(&folded, &other) };
            (distance <= (folded.len().max(other.len()) / 4).max(1)).then_some((distance, candidate))
        })
        .collect();
    close.sort_by_key(|&(distance, _)| distance);
    let mut names: Vec<&str> = Vec::new();
    for (_, candidate) in close {
        if names.len() < MOST && !names.contains(&candidate) {
            names.push(candidate);
        }
    }
    names
}

/// ``did you mean `a`, `b` or `c`?``, where there is anything to mean.
pub(crate) fn question(similar: &[&str]) -> Option<String> {
    let (last, others) = similar.split_last()?;
    let others: Vec<_> = others.iter().map(|name| format!("`{name}`")).collect();
    let others = if others.is_empty() { String::new() } else { format!("{} or ", others.join(", ")) };
    Some(format!("did you mean {others}`{last}`?"))
}

/// What is left of a name when case and separators are set aside; the sign of a number stays.
fn fold(name: &str) -> String {
    let folded: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if name.starts_with('-') { format!("-{folded}") } else { folded }
}

/// Whether two texts are the same digits but for leading zeros.
fn same_number(one: &str, other: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(one) && digits(other) && one.trim_start_matches('0') == other.trim_start_matches('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_separators_and_slips_are_forgiven() {
        let codes = ["OUT_OF_STOCK", "ConcurrentModification", "124102", "001001", "-32601"];
        assert_eq!(similar("OutOfStock", codes), ["OUT_OF_STOCK"]);
        assert_eq!(similar("ConcurentModificaton", codes), ["ConcurrentModification"]);
        assert_eq!(similar("124120", codes), ["124102"]);
        assert_eq!(similar("1001", codes), ["001001"]);
        assert_eq!(similar("32601", codes), ["-32601"]);
        assert!(similar("nothing", codes).is_empty());
        assert!(similar("", codes).is_empty());
    }

    #[test]
    fn the_closest_comes_first() {
        assert_eq!(similar("abcdefgx", ["abcdefyy", "abcdefgh"]), ["abcdefgh", "abcdefyy"]);
    }

    #[test]
    fn a_question_names_them_all() {
        assert_eq!(question(&[]), None);
        assert_eq!(question(&["a"]).as_deref(), Some("did you mean `a`?"));
        assert_eq!(question(&["a", "b", "c"]).as_deref(), Some("did you mean `a`, `b` or `c`?"));
    }
}

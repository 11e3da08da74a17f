//! Quotes words for messages, lists them and suggests similar ones.

use crate::text::cut;

/// The maximum number of suggestions.
const MOST_SIMILAR: usize = 3;

/// The maximum number of words that are listed.
const MOST_LISTED: usize = 20;

/// The maximum length of words that are compared, since a comparison takes time proportional to the product of the
/// lengths.
const LONGEST: usize = 200;

/// A text in backticks, truncated if it is long.
#[must_use]
pub fn shown(text: &str) -> String {
    if text.is_empty() { "`\"\"`".to_owned() } else { format!("`{}`", cut(text)) }
}

/// `a`, `b` or `c`.
pub fn listed<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut words: Vec<String> = words.into_iter().map(shown).collect();
    match words.pop() {
        Some(last) if !words.is_empty() => format!("{} or {last}", words.join(", ")),
        last => last.unwrap_or_default(),
    }
}

/// The candidates that are similar to a word, at most three, the most similar first; equals in their order.
///
/// Case, separators and leading zeros of numbers are ignored.
///
/// # Examples
///
/// ```
/// use errors_codegen::words::similar;
///
/// assert_eq!(similar("OutOfStok", ["OUT_OF_STOCK", "NOT_FOUND"]), ["OUT_OF_STOCK"]);
/// ```
pub fn similar<'w>(word: &str, candidates: impl IntoIterator<Item = &'w str>) -> Vec<&'w str> {
    if word.len() > LONGEST {
        return Vec::new();
    }
    let folded = fold(word);
    let letters = folded.chars().count();
    let most = if letters < 2 { 0 } else { (letters / 3).max(1) };
    let mut close: Vec<(usize, &str)> = Vec::new();
    for candidate in candidates {
        let other = fold(candidate);
        if other.chars().count().abs_diff(letters) > most && !same_number(&folded, &other) {
            continue;
        }
        let distance = if same_number(&folded, &other) { 0 } else { strsim::osa_distance(&folded, &other) };
        if letters > 0 && distance <= most {
            close.push((distance, candidate));
        }
    }
    close.sort_by_key(|&(distance, _)| distance);
    let mut words: Vec<&str> = Vec::new();
    for (_, candidate) in close {
        if words.len() < MOST_SIMILAR && !words.contains(&candidate) {
            words.push(candidate);
        }
    }
    words
}

/// ``did you mean `a`?`` if there are similar words, otherwise all known words: ``use `a`, `b` or `c` ``; of many, those
/// that have a part in common, such as `credentials_invalid` and `invalid_credentials`. Empty if there are too many or
/// none.
pub fn did_you_mean<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> String {
    let mut known: Vec<&str> = known.into_iter().collect();
    if let Some(meant) = similar(word, known.iter().copied()).first() {
        return format!("did you mean {}?", shown(meant));
    }
    if known.len() > MOST_LISTED && word.len() <= LONGEST {
        known.retain(|other| parts(other).any(|part| parts(word).any(|own| own.eq_ignore_ascii_case(part))));
    }
    if known.is_empty() || known.len() > MOST_LISTED { String::new() } else { format!("use {}", listed(known)) }
}

/// The parts of a word of more than three letters.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split(['_', '-', ' ']).filter(|part| part.len() > 3)
}

/// A word in lowercase and without separators, but with the sign of a number.
fn fold(word: &str) -> String {
    let folded: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if word.starts_with('-') { format!("-{folded}") } else { folded }
}

/// Whether two texts are the same number, apart from leading zeros.
fn same_number(one: &str, other: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(one) && digits(other) && one.trim_start_matches('0') == other.trim_start_matches('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_separators_and_slips_are_forgiven() {
        let keys = ["meaning", "message", "also_in", "to", "name"];
        let first = |word: &str| similar(word, keys).first().copied();
        assert_eq!(first("meanig"), Some("meaning"));
        assert_eq!(first("mesasge"), Some("message"));
        assert_eq!(first("alsoIn"), Some("also_in"));
        assert_eq!(first("Name"), Some("name"));
        assert_eq!(first("colour"), None);
        assert_eq!(first("ключ"), None);
        assert_eq!(first(&"m".repeat(100_000)), None);
        assert_eq!(first(""), None);
    }

    #[test]
    fn codes_are_found_whatever_their_form() {
        let codes = ["OUT_OF_STOCK", "ConcurrentModification", "124102", "001001", "-32601"];
        assert_eq!(similar("OutOfStock", codes), ["OUT_OF_STOCK"]);
        assert_eq!(similar("ConcurentModificaton", codes), ["ConcurrentModification"]);
        assert_eq!(similar("124120", codes), ["124102"]);
        assert_eq!(similar("1001", codes), ["001001"]);
        assert_eq!(similar("32601", codes), ["-32601"]);
        assert_eq!(similar("nothing", codes), [""; 0]);
    }

    #[test]
    fn the_closest_comes_first() {
        assert_eq!(similar("abcdefgx", ["abcdefyy", "abcdefgh"]), ["abcdefgh", "abcdefyy"]);
    }

    #[test]
    fn the_nearest_word_is_offered_and_a_strange_one_gets_the_list() {
        assert_eq!(did_you_mean("not_fond", ["ok", "not_found"]), "did you mean `not_found`?");
        assert_eq!(did_you_mean("NotFound", ["ok", "not_found"]), "did you mean `not_found`?");
        assert_eq!(did_you_mean("purple", ["never", "backoff", "verify"]), "use `never`, `backoff` or `verify`");
        assert_eq!(did_you_mean("purple", []), "");
        assert_eq!(did_you_mean("b", ["a"]), "use `a`");
        let many = ["a_b"; 30].into_iter().chain(["credentials_invalid", "credentials_expired"]);
        let both = "use `credentials_invalid` or `credentials_expired`";
        assert_eq!(did_you_mean("wrong-Credentials", many.clone()), both);
        assert_eq!(did_you_mean("purple", many), "");
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(shown(&"ü".repeat(100)), format!("`{}...`", "ü".repeat(60)));
        assert_eq!((shown(""), shown("a\nb")), ("`\"\"`".to_owned(), "`a...`".to_owned()));
    }
}

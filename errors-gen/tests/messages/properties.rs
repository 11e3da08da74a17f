//! What holds for any values and any wordings.

use errors_gen::wording::MOST_TRIES;
use proptest::prelude::*;

use super::*;

/// Values that could be taken for something else, made of pieces of the wording among others.
fn value(wording: &Wording<'static>) -> impl Strategy<Value = String> + use<> {
    let mut pieces = vec!["", " ", "[", "]", ", ", "\"", "\\", "'", "é", "\u{1f600}", "a", "\u{0}", ".", "\\u0041"];
    for part in wording.parts {
        if let Part::Literal(text) = part {
            pieces.push(text);
            pieces.push(text.trim());
            pieces.extend(text.split(' '));
        }
    }
    let piece = prop_oneof![3 => prop::sample::select(pieces).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

/// The wordings of a code, one of them, and values for its holes.
fn case() -> impl Strategy<Value = (&'static [Wording<'static>], usize, Vec<String>)> {
    let all: Vec<_> = all_wordings().map(|(_, wordings)| wordings).collect();
    let picked = prop::sample::select(all).prop_flat_map(|wordings| (Just(wordings), 0..wordings.len()));
    picked.prop_flat_map(|(wordings, index)| {
        let wording = &wordings[index];
        let values: Vec<_> = wording.holes().map(|_| value(wording)).collect();
        (Just(wordings), Just(index), values)
    })
}

/// Wordings of two letters and full stops, with repeated values among them.
fn parts() -> impl Strategy<Value = Vec<Part<'static>>> {
    let literal = prop::sample::select(vec!["a", "b", "ab", "ba", "aa", "a."]).prop_map(Part::Literal);
    let varying = (0..6_usize, any::<bool>());
    prop::collection::vec((literal, varying), 1..5).prop_map(|pairs| {
        let mut parts = Vec::new();
        let mut holes = vec!["x", "y", "z", "u"].into_iter();
        let mut known = Vec::new();
        for (literal, (index, literal_first)) in pairs {
            let varying = known.get(index).copied().map(Part::Again).or_else(|| {
                let name = holes.next()?;
                known.push(name);
                Some(Part::Hole(name))
            });
            // The literal stands first or last in the wording, and always between two values.
            if literal_first || !parts.is_empty() {
                parts.push(literal);
            }
            parts.extend(varying);
        }
        parts
    })
}

/// The leftmost reading, by trying every value for every hole from the shortest on.
fn leftmost<'a>(
    parts: &[Part<'a>],
    message: &'a str,
    read: &mut Vec<(&'a str, &'a str)>,
    tries: &mut u64,
) -> Option<Vec<(&'a str, &'a str)>> {
    let Some((part, rest)) = parts.split_first() else { return message.is_empty().then(|| read.clone()) };
    let is_end =
        |text: &str, behind: &str| rest.is_empty() && text.ends_with('.') && behind.starts_with(char::is_whitespace);
    let fixed = match *part {
        Part::Literal(text) if message.strip_prefix(text).is_some_and(|behind| is_end(text, behind)) => {
            return Some(read.clone());
        }
        Part::Literal(text) => text,
        Part::Again(name) => {
            *tries += 1;
            read.iter().find(|(known, _)| *known == name)?.1
        }
        Part::Hole(name) => {
            return (0..=message.len()).find_map(|length| {
                *tries += 1;
                let (value, behind) = message.split_at(length);
                read.push((name, value));
                let found = leftmost(rest, behind, read, tries);
                read.pop();
                found
            });
        }
    };
    leftmost(rest, message.strip_prefix(fixed)?, read, tries)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, ..ProptestConfig::default() })]

    /// Either the same parameters are read back, however the message is escaped, or it is said what would be.
    #[test]
    fn what_is_rendered_is_read_back((wordings, index, values) in case(), seed in any::<u64>()) {
        let names: Vec<&str> = wordings[index].holes().collect();
        let given: Vec<(&str, &str)> = names.iter().copied().zip(values.iter().map(String::as_str)).collect();
        let escape = |index: usize, _: char| seed >> (index % 64) & 1 == 1;
        match wording::render(wordings, &given) {
            Ok(message) => {
                prop_assert_eq!(read(wordings, &message), Some(given));
                prop_assert_eq!(read_text(wordings, &message, escape), Some(values));
            }
            Err(RenderError::Ambiguous { name, given: was, read: becomes, .. }) => {
                prop_assert_ne!(&was, &becomes);
                let value = given.iter().find(|(given, _)| *given == name).map(|(_, value)| (*value).to_owned());
                prop_assert_eq!(was, value);
                // It is as it says. The message is of the first wording with these names.
                let mut rendered = wordings.iter().filter(|wording| {
                    let mut holes: Vec<&str> = wording.holes().collect();
                    let mut names = names.clone();
                    holes.sort_unstable();
                    names.sort_unstable();
                    holes == names
                });
                let text: String = rendered.next().expect("at least this wording").parts.iter().map(|part| match part {
                    Part::Literal(text) => text,
                    Part::Hole(name) | Part::Again(name) => {
                        given.iter().find(|(given, _)| given == name).expect("every hole has a value").1
                    }
                }).collect();
                let read = wording::parameters(wordings, text.as_str());
                prop_assert_eq!(read.and_then(|read| read.get(&name)).map(str::to_owned), becomes);
            }
            Err(error) => prop_assert!(false, "{}", error),
        }
    }

    /// Plain and escaped text are searched alike.
    #[test]
    fn escapes_change_nothing((wordings, _, values) in case(), cut in any::<prop::sample::Index>(), seed in any::<u64>()) {
        let mut message: String = wordings[0].parts.iter().map(|part| match part {
            Part::Literal(text) => text,
            Part::Hole(_) | Part::Again(_) => values.first().map_or("", String::as_str),
        }).collect();
        let cut = message.char_indices().map(|(at, _)| at).nth(cut.index(message.chars().count().max(1)));
        if seed & 1 == 0 && let Some(cut) = cut {
            message.remove(cut);
        }
        let plain = wording::parameters(wordings, message.as_str());
        let plain: Option<Vec<String>> = plain.map(|plain| plain.iter().map(|(_, value)| value.to_owned()).collect());
        let escape = |index: usize, _: char| seed >> (index % 64) & 1 == 1;
        prop_assert_eq!(read_text(wordings, &message, escape), plain);
    }

    /// The reading that counts is the one with the shortest values from the left, which trying all of them finds.
    #[test]
    fn the_leftmost_reading_is_found(parts in parts(), message in "[ab. ]{0,9}") {
        let wording = [Wording { text: "", parts: &parts }];
        let mut tries = 0;
        let expected = leftmost(&parts, message.trim_end(), &mut Vec::new(), &mut tries);
        let found = read(&wording, &message);
        // Where very much has to be tried it is given up.
        if found.is_some() || tries < u64::from(MOST_TRIES) {
            prop_assert_eq!(&found, &expected);
        }
        let values = found.map(|found| found.iter().map(|(_, value)| (*value).to_owned()).collect());
        prop_assert_eq!(read_text(&wording, &message, |index, _| index % 2 == 0), values);
    }

    /// Lists come apart at their commas.
    #[test]
    fn lists_come_apart(elements in prop::collection::vec("[^,\\s]([^,]*[^,\\s])?", 1..5)) {
        let message = format!("Undefined tags in item(s): [{}]", elements.join(" , "));
        let body = body(&message, |index, _| index % 3 == 0);
        let wordings = [Wording {
            text: "Undefined tags in item(s): [{list}]",
            parts: &[Part::Literal("Undefined tags in item(s): ["), Part::Hole("list"), Part::Literal("]")],
        }];
        let parameters = wording::parameters(&wordings, text(&body)).unwrap();
        let read: Vec<String> = parameters.list("list").unwrap().map(|element| element.to_string()).collect();
        prop_assert_eq!(read, elements);
    }
}

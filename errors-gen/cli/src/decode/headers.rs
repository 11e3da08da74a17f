//! The headers of a response, as they are given to `decode`.

use serde::Deserialize;

/// Headers in the order in which they came. Names may repeat.
#[derive(Debug, Default)]
pub(super) struct Headers(Vec<(String, String)>);

/// One value of a header, or several.
#[derive(Deserialize)]
#[serde(untagged, expecting = "the value of a header as a string, or a list of strings")]
pub(super) enum Values {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl Headers {
    /// The headers of lines such as `Retry-After: 5`, which have been checked.
    pub(super) fn of_lines(lines: &[(String, String)]) -> Self {
        Self(lines.to_vec())
    }

    /// The first value of the header with this name, in any case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Adds what a header holds.
    pub(super) fn add(&mut self, name: &str, values: Values) {
        let values = match values {
            Values::One(value) => vec![value],
            Values::Many(values) => values,
        };
        self.0.extend(values.into_iter().map(|value| (name.to_owned(), value)));
    }

    /// Takes all of them out.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

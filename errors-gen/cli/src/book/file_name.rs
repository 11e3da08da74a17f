//! Names of files for codes.

use std::collections::HashSet;

/// Gives every code a name that no other one has, also where a file system takes capitals for small letters.
#[derive(Default)]
pub(super) struct FileNames(HashSet<String>);

impl FileNames {
    /// The name for a code: its letters and digits, `-`, `_` and `.` as they are, of all else the number.
    pub(super) fn name(&mut self, code: &str) -> String {
        let as_it_is =
            |(at, c): (usize, char)| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || (c == '.' && at > 0);
        let written = |(at, c)| if as_it_is((at, c)) { c.to_string() } else { format!("~{:x}", u32::from(c)) };
        let mut name: String = code.char_indices().map(written).collect();
        // The page of the vendor has this name.
        if name.is_empty() || name.eq_ignore_ascii_case("index") {
            name.push('~');
        }
        while !self.0.insert(name.to_ascii_lowercase()) {
            name.push('~');
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_each_is_there_once() {
        let mut names = FileNames::default();
        let given = ["124102", "-32700", "a.b", "../x", "A", "a", "index", "ä/", ""].map(|code| names.name(code));
        assert_eq!(given, ["124102", "-32700", "a.b", "~2e.~2fx", "A", "a~", "index~", "~e4~2f", "~"]);
    }
}

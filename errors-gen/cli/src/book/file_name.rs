//! Names of files for codes.

use std::collections::HashSet;

/// Gives every code a name that no other one has, also where a file system takes capitals for small letters.
#[derive(Default)]
pub(super) struct FileNames(HashSet<String>);

impl FileNames {
    /// The name for a code: its letters and digits, `-`, `_` and `.` as they are, of all else the number.
    pub(super) fn name(&mut self, code: &str) -> String {
        let mut name = String::new();
        for character in code.chars() {
            match character {
                'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' => name.push(character),
                '.' if !name.is_empty() => name.push('.'),
                other => name.push_str(&format!("~{:x}", u32::from(other))),
            }
        }
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
        let named = ["124102", "-32700", "a.b", "../x", "A", "a", "index", "ä/", ""].map(|code| names.name(code));
        assert_eq!(named, ["124102", "-32700", "a.b", "~2e.~2fx", "A", "a~", "index~", "~e4~2f", "~"]);
    }
}

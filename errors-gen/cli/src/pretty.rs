//! JSON laid out for reading.

/// The text of a JSON value, a member or element a line. What is no JSON is given back as it is.
///
/// Numbers and strings keep their spelling, and small objects and lists their line: `{"a": 1}`.
pub(crate) fn pretty(json: &str) -> String {
    let is_json = serde_json::from_str::<serde::de::IgnoredAny>(json).is_ok();
    if is_json {
        Layout { rest: json.trim(), out: String::with_capacity(2 * json.len()) }.run()
    } else {
        json.to_owned()
    }
}

/// The longest object or list that stays on one line.
const MOST_ON_A_LINE: usize = 60;

/// Lays out JSON that is known to be sound.
struct Layout<'j> {
    rest: &'j str,
    out: String,
}

impl Layout<'_> {
    fn run(mut self) -> String {
        let mut depth = 0;
        // For each open object or list, whether it stays on its line.
        let mut flat: Vec<bool> = Vec::new();
        while let Some(first) = self.rest.bytes().next() {
            let is_flat = flat.last().copied().unwrap_or(false);
            match first {
                b'{' | b'[' => {
                    let here = is_flat || self.fits_on_a_line();
                    self.take(1);
                    flat.push(here);
                    depth += 1;
                    self.break_line(here, depth);
                }
                b'}' | b']' => {
                    flat.pop();
                    depth -= 1;
                    self.break_line(is_flat, depth);
                    self.take(1);
                }
                b',' => {
                    self.take(1);
                    if is_flat { self.out.push(' ') } else { self.break_line(false, depth) }
                }
                b':' => {
                    self.take(1);
                    self.out.push(' ');
                }
                b'"' => self.take(string_length(self.rest)),
                byte if byte.is_ascii_whitespace() => self.rest = self.rest.get(1..).unwrap_or_default(),
                _ => {
                    let scalar = self.rest.find([',', '}', ']', ' ', '\t', '\n', '\r']).unwrap_or(self.rest.len());
                    self.take(scalar);
                }
            }
        }
        self.out
    }

    /// Copies this many bytes.
    fn take(&mut self, length: usize) {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.out.push_str(taken);
        self.rest = rest;
    }

    /// Starts a line, but not in what stays on one.
    fn break_line(&mut self, flat: bool, depth: usize) {
        if !flat {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n("  ", depth));
        }
    }

    /// Whether the object or list that starts here is short and holds no other.
    fn fits_on_a_line(&self) -> bool {
        let mut at = 1;
        while let Some(rest) = self.rest.get(at..) {
            match rest.bytes().next() {
                Some(b'}' | b']') => return true,
                Some(b'{' | b'[') | None => return false,
                Some(b'"') => at += string_length(rest),
                Some(_) => at += rest.chars().next().map_or(1, char::len_utf8),
            }
            if at > MOST_ON_A_LINE {
                return false;
            }
        }
        false
    }
}

/// The length of the string that starts here, with its quotes.
pub(crate) fn string_length(json: &str) -> usize {
    let mut escaped = false;
    for (index, byte) in json.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !escaped => return index + 1,
            _ => escaped = byte == b'\\' && !escaped,
        }
    }
    json.len()
}

#[cfg(test)]
mod tests {
    use super::pretty;

    #[test]
    fn a_member_a_line_and_small_ones_together() {
        let json = r#"{"code":"A","list":[ ],"items":[{"a":1.50,"b":"x \"},{ \\"},2], "big":12345678901234567890123}"#;
        let expected = r#"{
  "code": "A",
  "list": [],
  "items": [
    {"a": 1.50, "b": "x \"},{ \\"},
    2
  ],
  "big": 12345678901234567890123
}"#;
        assert_eq!(pretty(json), expected);
        assert_eq!(pretty(expected), expected, "laid out is laid out");
    }

    #[test]
    fn what_is_no_json_stays_as_it_is() {
        for text in ["", "<html>\n{", "{\"a\":", "null null"] {
            assert_eq!(pretty(text), text);
        }
        assert_eq!(pretty(" \"a\" \n"), "\"a\"");
    }

    #[test]
    fn nothing_is_lost_but_whitespace() {
        let long = format!("[[{}],{{\"é\":\"{}\"}}]", "1,".repeat(50) + "true", "ü ".repeat(80));
        let without = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(without(&pretty(&long)), without(&long));
    }
}

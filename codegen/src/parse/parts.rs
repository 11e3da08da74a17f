//! The sections of a catalog, which are most of it, read at the same time.

use crate::parallel;
use crate::schema::{Catalog, Section};

/// How long a part is at least, in bytes: reading it takes a hundred times as long as starting a thread.
pub(super) const LENGTH: usize = 1 << 14;

/// Reads an ordinary text in parts of at least this length. Nothing where it is not long or does not come apart, and
/// nothing where a part is wrong: what is wrong shows when the whole is read.
pub(super) fn read(text: &str, length: usize) -> Option<Catalog> {
    let (rest, parts) = split(text, length)?;
    let catalog: Catalog = serde_yaml::from_str(&rest).ok()?;
    let parts = parallel::map(parts, |part| serde_yaml::from_str::<Vec<Section>>(part).ok());
    let sections = parts.into_iter().collect::<Option<Vec<_>>>()?;
    Some(Catalog { sections: sections.into_iter().flatten().collect(), ..catalog })
}

/// The text without its sections, and these in lists. Nothing where there would be only one.
///
/// Whatever goes on in further lines is indented more than the key or the `-` that it belongs to. So a `-` in the column of
/// the first section begins another one, and a key in the first column ends them all. What does not fit its list makes
/// that no YAML.
fn split(text: &str, length: usize) -> Option<(String, Vec<&str>)> {
    let (before, sections) = text.split_once("\nsections:\n")?;
    let is_idle = |line: &&str| matches!(line.trim_start().as_bytes().first(), None | Some(b'#'));
    let lead: usize = sections.split_inclusive('\n').take_while(is_idle).map(str::len).sum();
    let sections = sections.get(lead..)?;
    let column = sections.find(|character| character != ' ')?;
    let first = sections.get(..column)?.to_owned() + "- ";
    if !sections.starts_with(&first) {
        return None;
    }
    let (mut parts, mut start, mut end) = (Vec::new(), 0, 0);
    for line in sections.split_inclusive('\n') {
        if line.starts_with(&first) {
            if end - start >= length {
                parts.push(sections.get(start..end)?);
                start = end;
            }
        } else if !matches!(line.as_bytes().first(), Some(b' ' | b'#' | b'\n')) {
            break;
        }
        end += line.len();
    }
    if parts.is_empty() {
        return None;
    }
    parts.push(sections.get(start..end)?);
    Some(([before, "\nsections: []\n", sections.get(end..)?].concat(), parts))
}

#[cfg(test)]
mod tests {
    use super::split;

    const SECTIONS: &str = "\
a: b
sections:

  # c
  - c: |
      - d

# e
    f:
      - g
  - h
  # i
  - j
examples:
  - k
";

    #[test]
    fn sections_come_apart_where_they_begin() {
        let (rest, parts) = split(SECTIONS, 1).unwrap();
        assert_eq!(rest, "a: b\nsections: []\nexamples:\n  - k\n");
        assert_eq!(parts, ["  - c: |\n      - d\n\n# e\n    f:\n      - g\n", "  - h\n  # i\n", "  - j\n"]);
        assert_eq!(split(SECTIONS, 20).unwrap().1.len(), 2);
        assert_eq!(split(SECTIONS, 1_000), None);
        let (rest, parts) = split("a: b\nsections:\n- c: d\n  e: f\n- g", 1).unwrap();
        assert_eq!((rest.as_str(), parts.as_slice()), ("a: b\nsections: []\n", &["- c: d\n  e: f\n", "- g"][..]));
    }

    #[test]
    fn what_is_no_list_of_several_sections_stays_whole() {
        for sections in ["[]", "", "\n  # c", "\n  c: d\n  - e\n  - f", "\n  - c", "\n  -\n    c\n  - d"] {
            assert_eq!(split(&format!("a: b\nsections:{sections}\n"), 1), None, "{sections:?}");
        }
    }
}

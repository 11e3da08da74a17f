//! Mistakes that people make who know their vendor's page better than YAML: each is made alone in a small sound catalog.
//!
//! `mistakes/mistakes.txt` has a title, the lines before (`-`) and after (`+`) and what `errors check` says (`|`) of each.
//! `UPDATE_GOLDEN=1 cargo test -p errors-cli --test diagnostics` rewrites what is said. Look at the difference.

use std::{env, fs};

use super::{Directory, check, tests};

const SOUND: &str = include_str!("../mistakes/shop.yaml");

/// One mistake.
struct Mistake<'a> {
    title: &'a str,
    before: String,
    after: String,
    said: String,
}

impl<'a> Mistake<'a> {
    fn new(block: &'a str) -> Self {
        let lines = |sign: char| {
            let lines = block.lines().filter_map(|line| line.strip_prefix(sign));
            lines.flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect()
        };
        let title = block.lines().next().unwrap().strip_prefix("# ").unwrap();
        Self { title, before: lines('-'), after: lines('+'), said: lines('|') }
    }

    /// The catalog with the mistake, and the lines that it changes.
    fn made(&self) -> (String, std::ops::RangeInclusive<usize>) {
        let begins: Vec<usize> =
            SOUND.match_indices(&self.before).map(|(at, _)| at).filter(|&at| SOUND[..at].ends_with('\n')).collect();
        let begins = if SOUND.starts_with(&self.before) { vec![0] } else { begins };
        assert_eq!(begins.len(), 1, "{}: what is replaced must stand once", self.title);
        let (head, tail) = (&SOUND[..begins[0]], &SOUND[begins[0] + self.before.len()..]);
        let first = head.lines().count() + 1;
        (format!("{head}{}{tail}", self.after), first..=first + self.after.lines().count().saturating_sub(1))
    }

    fn block(&self, said: &str) -> String {
        let lines = |sign: &str, text: &str| {
            text.lines().map(|line| format!("{sign} {line}").trim_end().to_owned() + "\n").collect::<String>()
        };
        format!("# {}\n{}{}{}", self.title, lines("-", &self.before), lines("+", &self.after), lines("|", said))
    }
}

#[test]
fn every_mistake_is_told_its_line_and_how_to_write_it() {
    let file = tests().join("mistakes/mistakes.txt");
    let golden = fs::read_to_string(&file).unwrap();
    let mistakes: Vec<Mistake<'_>> = golden.trim_end().split("\n\n").map(Mistake::new).collect();
    assert!(mistakes.len() >= 40, "{}", mistakes.len());

    let sound = Directory::new("mistakes", &[("shop.yaml", SOUND.as_bytes())]);
    assert_eq!(check(&sound.0, &["shop.yaml"]).status, 0, "the catalog must be sound before");
    let (mut blocks, mut wrong) = (Vec::new(), Vec::new());
    for mistake in &mistakes {
        let (catalog, lines) = mistake.made();
        fs::write(sound.0.join("shop.yaml"), catalog).unwrap();
        let checked = check(&sound.0, &["shop.yaml"]);
        assert_eq!((checked.status, checked.stderr.as_str()), (1, ""), "{}: {checked:?}", mistake.title);
        let said = checked.stdout.as_str();
        let told = said.lines().find_map(|line| line.trim_start().strip_prefix("--> shop.yaml:")).unwrap_or_default();
        let told: usize = told.split(':').next().unwrap().parse().unwrap();
        // Of lines that are taken out only those around them are left.
        let is_culprit = mistake.after.is_empty() || lines.contains(&told);
        assert!(is_culprit, "{}: line {told} is not among {lines:?}\n{said}", mistake.title);
        assert!(said.contains("= help: "), "{}: no help\n{said}", mistake.title);
        blocks.push(mistake.block(said));
        let expected: Vec<&str> = mistake.said.lines().map(str::trim_end).collect();
        if expected != said.lines().map(str::trim_end).collect::<Vec<_>>() {
            wrong.push(blocks.last().cloned().unwrap_or_default());
        }
    }
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, blocks.join("\n")).unwrap();
    } else {
        assert!(wrong.is_empty(), "{}\nIf this is as it should be, run with UPDATE_GOLDEN=1.", wrong.join("\n"));
    }
}

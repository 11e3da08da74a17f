//! One catalog for each thing that can be wrong: `invalid/<rule>.yaml` with the whole output beside it as `<rule>.txt`.
//!
//! `UPDATE_GOLDEN=1 cargo test -p errors-cli --test diagnostics` rewrites the outputs. Look at the difference.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use super::{check, tests};

const UPDATE: &str = "UPDATE_GOLDEN=1 cargo test -p errors-cli --test diagnostics";

/// The stems of the files with this extension. Anything but a catalog or an output is a stray.
fn stems(folder: &Path, extension: &str) -> BTreeSet<String> {
    let mut stems = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        assert!(["yaml", "txt"].contains(&ending), "{} belongs to no test", path.display());
        if ending == extension {
            stems.insert(path.file_stem().unwrap().to_str().unwrap().to_owned());
        }
    }
    stems
}

#[test]
fn every_invalid_catalog_is_told_what_it_should_be() {
    let folder = tests().join("invalid");
    let update = env::var_os("UPDATE_GOLDEN").is_some();
    let (catalogs, outputs) = (stems(&folder, "yaml"), stems(&folder, "txt"));
    let mut wrong = String::new();
    for orphan in outputs.difference(&catalogs) {
        writeln!(wrong, "\n{orphan}.txt has no {orphan}.yaml").unwrap();
    }
    for rule in &catalogs {
        let checked = check(&tests(), &[&format!("invalid/{rule}.yaml")]);
        assert_eq!((checked.status, checked.stderr.as_str()), (1, ""), "{rule}: {checked:?}");
        let golden = folder.join(format!("{rule}.txt"));
        if update {
            fs::write(&golden, &checked.stdout).unwrap();
        } else if !outputs.contains(rule) {
            writeln!(wrong, "\n{rule}.yaml has no {rule}.txt").unwrap();
        } else {
            let expected = fs::read_to_string(&golden).unwrap();
            if expected != checked.stdout {
                writeln!(wrong, "\n{rule}:{}", difference(&expected, &checked.stdout)).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nIf this is as it should be, run `{UPDATE}`.");
}

/// The lines that only one of two texts has, between those that both begin and end with.
fn difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let begin = expected.iter().zip(&found).take_while(|(one, other)| one == other).count();
    let left = expected.len().min(found.len()) - begin;
    let end = expected.iter().rev().zip(found.iter().rev()).take_while(|(one, other)| one == other).count().min(left);
    let mut shown = String::new();
    for (sign, lines) in [('-', &expected), ('+', &found)] {
        for line in lines.iter().take(lines.len() - end).skip(begin) {
            write!(shown, "\n{sign} {line}").unwrap();
        }
    }
    shown
}

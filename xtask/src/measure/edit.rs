//! From saving a catalog to a program that is checked again.

use std::fs;
use std::path::Path;

use super::cold;
use super::lab::{self, Lab};
use super::report::{self, Figures};
use errors_cli::{Failure, Message};

const FILE: &str = "commercetools.yaml";

/// `measure edit`: that alone.
pub(super) fn run(smoke: bool) -> Result<(), Failure> {
    report::machine()?;
    let lab = Lab::new("edit")?;
    let project = lab.copy_of_project()?;
    measure(&lab, &project, if smoke { 1 } else { 7 })
}

pub(super) fn measure(lab: &Lab, project: &Path, rounds: usize) -> Result<(), Failure> {
    let package = cold::program(lab, project)?;
    let file = project.join("catalogs").join(FILE);
    let catalog = fs::read_to_string(&file).map_err(|error| lab::failed("read", &file, &error))?;
    lab.cargo(&package, &["check"], true)?;
    let [mut wall, mut generated, mut library, mut program] = [const { Figures(Vec::new()) }; 4];
    for round in 0..=rounds {
        lab::write(&file, &edited(&catalog, round)?)?;
        let ran = lab.cargo(&package, &["check"], true)?;
        // The first edit fills what the compiler keeps between builds.
        if round > 0 {
            let compiling = [ran.rustc("errors_gen"), ran.rustc("downstream")];
            wall.0.push(ran.wall.as_secs_f64());
            library.0.push(compiling[0]);
            program.0.push(compiling[1]);
            generated.0.push(ran.wall.as_secs_f64() - compiling.iter().sum::<f64>());
        }
    }
    report::heading("An edit")?;
    report::paragraph(&format!(
        "One `action` of `{FILE}` is changed, then `cargo check` of the program, incremental as it is by default: \
         **{wall} s**. The target is 1 s."
    ))?;
    report::table(
        &["", "seconds"],
        &[
            vec!["generating, and cargo itself".to_owned(), generated.to_string()],
            vec!["rustc, `errors-gen`".to_owned(), library.to_string()],
            vec!["rustc, the program".to_owned(), program.to_string()],
        ],
    )
}

/// The catalog with another text for the first action, never the same one.
fn edited(catalog: &str, round: usize) -> Result<String, Failure> {
    let Some((before, after)) = catalog.split_once(" action: ") else {
        return Err(Failure::Bad(Message::new(format!("`{FILE}` has no `action` to edit"))));
    };
    Ok(format!("{before} action: Edited {round} times. {after}"))
}

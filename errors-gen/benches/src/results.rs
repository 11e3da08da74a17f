//! The results of a run, as the page and the plots in this package show them.

mod machine;
mod page;
mod plots;

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;
use std::{fs, io};

use crate::figures::Figures;
use crate::growth::{self, GrowthFigures};
use crate::targets::Line;

/// What was measured in a run.
pub struct Results {
    /// How long each group was timed.
    pub about: Duration,
    /// The groups.
    pub figures: Vec<Figures>,
    /// The bodies that grow.
    pub growth: Vec<GrowthFigures>,
    /// The targets.
    pub lines: Vec<Line>,
    /// The groups and families that `errors-gen` allocates for.
    pub allocating: Vec<&'static str>,
}

impl Results {
    /// Nothing yet.
    #[must_use]
    pub const fn new(about: Duration) -> Self {
        Self { about, figures: Vec::new(), growth: Vec::new(), lines: Vec::new(), allocating: Vec::new() }
    }

    /// Whether all targets are reached.
    #[must_use]
    pub fn hold(&self) -> bool {
        self.lines.iter().all(Line::holds) && self.allocating.is_empty()
    }

    /// A line for each target.
    #[must_use]
    pub fn verdicts(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            let _ = writeln!(text, "{line}");
        }
        let (count, names) = (self.allocating.len(), self.allocating.join(", "));
        let verdict = if count == 0 { "holds".to_owned() } else { format!("falls short: {names}") };
        let _ = write!(text, "{:<56} {count:>6} {:>18}  {verdict}", "groups that errors-gen allocates for", "<= 0");
        if !self.growth.is_empty() {
            let _ = write!(text, "\n{}", growth::kept());
        }
        text
    }

    /// Writes the page and the plots.
    ///
    /// # Errors
    ///
    /// Says which file cannot be written, and why.
    pub fn write(&self) -> Result<(), String> {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let failed = |path: &Path, error: io::Error| format!("{} cannot be written: {error}", path.display());
        let plots = package.join("plots");
        fs::create_dir_all(&plots).map_err(|error| failed(&plots, error))?;
        let files = [
            (package.join("RESULTS.md"), page::page(self)),
            (plots.join("ratios.svg"), plots::ratios(&self.figures)),
            (plots.join("growth.svg"), plots::growth(&self.growth)),
        ];
        for (path, text) in files {
            fs::write(&path, text).map_err(|error| failed(&path, error))?;
            println!("{} is written", path.display());
        }
        Ok(())
    }
}

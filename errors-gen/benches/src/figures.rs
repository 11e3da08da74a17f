//! The figures of a group.

use std::fmt;

use crate::allocations::Allocations;
use crate::group::Group;
use crate::timing::{Spread, Times};

/// The figures of a group.
pub struct Figures {
    /// What the group belongs to.
    pub section: &'static str,
    /// The group's name.
    pub group: &'static str,
    /// How long what is read is, in bytes; `None` where bytes mean nothing.
    pub length: Option<f64>,
    /// One for each variant; the first is `errors-gen`.
    pub rows: Vec<Row>,
}

/// The figures of a variant.
pub struct Row {
    /// Its name.
    pub variant: &'static str,
    /// The nanoseconds of one piece of work.
    pub nanoseconds: Spread,
    /// How often it allocates for one piece of work.
    pub allocations: Option<f64>,
    /// How many times as long as the first variant it takes.
    pub ratio: Spread,
}

impl Figures {
    /// Puts together what was measured.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "bodies are small")]
    pub fn of(group: &Group, times: &Times, allocations: &Allocations) -> Self {
        let row = |(index, variant): (usize, &crate::group::Variant)| Row {
            variant: variant.name,
            nanoseconds: times.nanoseconds(index),
            allocations: allocations.get(group.name, variant.name),
            ratio: times.ratio(index, 0),
        };
        Self {
            section: group.section,
            group: group.name,
            length: (group.bytes > 0).then(|| group.bytes as f64 / group.count as f64),
            rows: group.variants.iter().enumerate().map(row).collect(),
        }
    }

    /// The megabytes that a variant reads in a second.
    #[must_use]
    pub fn speed(&self, row: &Row) -> Option<f64> {
        self.length.map(|length| length / row.nanoseconds.median * 1000.0)
    }
}

/// A figure, or nothing.
pub(crate) fn or_blank(figure: Option<f64>, decimals: usize) -> String {
    figure.map_or(String::new(), |figure| format!("{figure:.decimals$}"))
}

impl fmt::Display for Figures {
    /// A line for each variant.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.group)?;
        if let Some(length) = self.length {
            write!(f, ", {length:.0} bytes")?;
        }
        writeln!(f, "\n  {:<30} {:>10} {:>8} {:>8}   ratio to the first", "", "ns", "MB/s", "allocs")?;
        for row in &self.rows {
            let (speed, count) = (or_blank(self.speed(row), 0), or_blank(row.allocations, 1));
            let nanoseconds = row.nanoseconds.median;
            writeln!(f, "  {:<30} {nanoseconds:>10.1} {speed:>8} {count:>8}   {}", row.variant, row.ratio)?;
        }
        Ok(())
    }
}

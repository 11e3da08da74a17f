//! The page with the results, in Markdown.

use std::fmt::Write as _;

use super::{Results, machine};
use crate::figures::{Figures, or_blank};
use crate::growth::{self, GrowthFigures};
use crate::timing::Spread;

/// The whole page.
pub(super) fn page(results: &Results) -> String {
    let mut page = format!(
        "<!-- Written by `cargo bench -p errors-gen-bench -- --results`. Do not edit. -->\n\n# Results\n\n{}. About {} s for each group.\n\n\
         [README.md](README.md) says how it is measured and what the rivals are. Ratios are medians over rounds, with the tenth and\n\
         the ninetieth percentile in brackets.\n\n",
        machine::sentence(),
        results.about.as_secs()
    );
    targets(&mut page, results);
    let mut section = "";
    for figures in &results.figures {
        if figures.section != section {
            section = figures.section;
            let _ = writeln!(page, "## {section}\n");
        }
        group(&mut page, figures);
    }
    growing(&mut page, results);
    page
}

fn targets(page: &mut String, results: &Results) {
    let short = results.lines.iter().filter(|line| !line.holds()).count();
    let _ = writeln!(
        page,
        "## Targets\n\n{} of {} hold. What fell short was run once more, and the second run counts.\n",
        results.lines.len() - short,
        results.lines.len()
    );
    page.push_str("| group | ratio | bound | |\n|---|---|---|---|\n");
    for line in &results.lines {
        let verdict = if line.holds() { "holds" } else { "**falls short**" };
        let _ = writeln!(page, "| {} | {} | {} | {verdict} |", line.name(), line.ratio(), line.bound());
    }
    let allocating = if results.allocating.is_empty() { "none".to_owned() } else { results.allocating.join(", ") };
    let _ = writeln!(page, "\nGroups that `errors-gen` allocates for: {allocating}.\n");
}

/// The figures of a group. Ratios are to `errors-gen`.
fn group(page: &mut String, figures: &Figures) {
    let _ = write!(page, "### {}", figures.group);
    if let Some(length) = figures.length {
        let _ = write!(page, ", {length:.0} bytes");
    }
    page.push_str("\n\n| | ns | MB/s | allocations | times as long |\n|---|--:|--:|--:|---|\n");
    for (index, row) in figures.rows.iter().enumerate() {
        let (speed, count) = (or_blank(figures.speed(row), 0), or_blank(row.allocations, 1));
        let ratio = if index == 0 { String::new() } else { row.ratio.to_string() };
        let _ = writeln!(
            page,
            "| {} | {:.1} | {speed} | {count} | {ratio} |",
            row.variant.replace('_', "\\_"),
            row.nanoseconds.median
        );
    }
    page.push('\n');
}

fn growing(page: &mut String, results: &Results) {
    let _ = writeln!(page, "## Growth\n\nNanoseconds for a byte, all items walked; {}.\n", growth::kept());
    for (hostile, title) in [(false, "### Bodies that grow"), (true, "### Bodies made to do harm")] {
        let _ = writeln!(
            page,
            "{title}\n\n| | bytes | items | ns/byte | MB/s | allocations | most / least | longest / least |\n|---|--:|--:|--:|--:|--:|---|---|"
        );
        for figures in results.growth.iter().filter(|figures| figures.hostile == hostile) {
            family(page, figures);
        }
        page.push('\n');
    }
}

fn family(page: &mut String, figures: &GrowthFigures) {
    for (index, size) in figures.sizes.iter().enumerate() {
        let Spread { median, .. } = size.nanoseconds;
        let (name, ratio) = if index == 0 {
            (figures.family, format!("{} | {}", figures.most, figures.longest))
        } else {
            ("", " | ".to_owned())
        };
        let (bytes, items, count) = (size.bytes, size.items, or_blank(size.allocations, 1));
        let speed = 1000.0 / median;
        let _ = writeln!(page, "| {name} | {bytes} | {items} | {median:.3} | {speed:.0} | {count} | {ratio} |");
    }
}

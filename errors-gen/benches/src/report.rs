//! What is printed.

use std::fmt::Write as _;

use crate::allocations::Allocations;
use crate::group::Group;
use crate::timing::Times;

/// The figures of a group, a line for each variant. Ratios are to the first one.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "bodies are small")]
pub fn figures(group: &Group, times: &Times, allocations: &Allocations) -> String {
    let length = group.bytes as f64 / group.count as f64;
    let mut text = group.name.to_owned();
    if group.bytes > 0 {
        let _ = write!(text, ", {length:.0} bytes");
    }
    let _ = write!(text, "\n  {:<30} {:>10} {:>8} {:>8}   ratio to the first\n", "", "ns", "MB/s", "allocs");
    for (index, variant) in group.variants.iter().enumerate() {
        let nanoseconds = times.nanoseconds(index).median;
        let speed = if group.bytes > 0 { format!("{:.0}", length / nanoseconds * 1000.0) } else { String::new() };
        let count = allocations.get(group.name, variant.name).map_or(String::new(), |count| format!("{count:.1}"));
        let ratio = times.ratio(index, 0);
        let _ = writeln!(
            text,
            "  {:<30} {nanoseconds:>10.1} {speed:>8} {count:>8}   {:.2} [{:.2} .. {:.2}]",
            variant.name, ratio.median, ratio.p10, ratio.p90
        );
    }
    text
}

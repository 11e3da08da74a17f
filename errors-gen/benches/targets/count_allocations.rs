//! Prints how often each variant allocates: group, variant and the average for one piece of work. For bodies that grow:
//! family, size and the average for one body.

use errors_gen_bench::{group, growth};

fn main() {
    for mut group in group::all() {
        for variant in &mut group.variants {
            // The first pass fills buffers that are kept.
            (variant.pass)();
            print(group.name, variant.name, group.count, &mut variant.pass);
        }
    }
    for family in growth::families() {
        for step in family.steps() {
            print(family.name, &step.size.to_string(), step.copies(), || step.pass());
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn print(group: &str, variant: &str, pieces: usize, pass: impl FnMut()) {
    let counted = allocation_counter::measure(pass);
    println!("{group}\t{variant}\t{:.1}", counted.count_total as f64 / pieces as f64);
}

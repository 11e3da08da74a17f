//! Prints how often each variant allocates: group, variant and the average for one piece of work.

fn main() {
    for mut group in errors_gen_bench::group::all() {
        for variant in &mut group.variants {
            // The first pass fills buffers that are kept.
            (variant.pass)();
            let counted = allocation_counter::measure(|| (variant.pass)());
            #[expect(clippy::cast_precision_loss, reason = "counts are small")]
            let average = counted.count_total as f64 / group.count as f64;
            println!("{}\t{}\t{average:.1}", group.name, variant.name);
        }
    }
}

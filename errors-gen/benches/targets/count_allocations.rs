//! Prints how often `errors-gen` allocates: for each group in one pass, for each family of bodies in all sizes.

use allocation_counter::measure;
use errors_gen_bench::sink::Sink;
use errors_gen_bench::{groups, growth};

fn main() {
    for mut group in groups::all() {
        // `errors-gen` comes first. One pass is not counted, in case something is set up once.
        let own = &mut group.variants[0];
        (own.run)(&mut Sink::default());
        println!("{}\t{}", group.name, measure(|| (own.run)(&mut Sink::default())).count_total);
    }
    for family in growth::families() {
        let count: u64 = family.steps().iter().map(|step| measure(|| step.pass()).count_total).sum();
        println!("{}\t{count}", family.name);
    }
}

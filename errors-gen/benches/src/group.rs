//! What is compared: groups of variants that do the same work.

use std::fmt::Write as _;

use crate::sink::Sink;
use crate::timing::{Timed, Times};

/// What `errors-gen` is called in every group.
pub const OWN: &str = "errors-gen";

/// One way to do a group's work.
pub struct Variant {
    /// Its name, the same in all groups.
    pub name: &'static str,
    /// Does the work once for every copy.
    pub run: Box<dyn FnMut(&mut Sink)>,
}

impl Variant {
    /// The variant that does this for every input.
    pub fn each<I: 'static>(
        name: &'static str,
        inputs: &'static [I],
        mut work: impl FnMut(&'static I, &mut Sink) + 'static,
    ) -> Self {
        let run = move |sink: &mut Sink| std::hint::black_box(inputs).iter().for_each(|input| work(input, sink));
        Self { name, run: Box::new(run) }
    }
}

/// Variants that do the same work.
pub struct Group {
    /// Its name.
    pub name: &'static str,
    /// How many times a variant does the work when it is run.
    pub count: usize,
    /// How many bytes are read then; 0 where bytes mean nothing.
    pub bytes: usize,
    /// The ways to do it; `errors-gen` first.
    pub variants: Vec<Variant>,
}

impl Group {
    /// What is timed together.
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    pub fn timed(&mut self) -> Vec<Timed<'_>> {
        let units = self.count as f64;
        let mut timed = Vec::new();
        for Variant { run, .. } in &mut self.variants {
            timed.push(Timed { pass: Box::new(move || run(&mut Sink::default())), units });
        }
        timed
    }

    /// Runs every variant once and compares what it found with what the first one found.
    ///
    /// # Errors
    ///
    /// Says which variant differs, and where.
    pub fn check(&mut self) -> Result<(), String> {
        let mut expected = None;
        for variant in &mut self.variants {
            let mut sink = Sink::keeping();
            (variant.run)(&mut sink);
            let answers = sink.answers().map(std::mem::take).unwrap_or_default();
            let expected = expected.get_or_insert_with(|| answers.clone());
            let differs = |what: String| Err(format!("{}: {} gives {what}", self.name, variant.name));
            if let Some((left, right)) = expected.iter().zip(&answers).find(|(left, right)| left != right) {
                return differs(format!("{right:?}, not {left:?}"));
            }
            if answers.is_empty() || answers.len() != expected.len() {
                return differs(format!("{} answers, not {}", answers.len(), expected.len()));
            }
        }
        Ok(())
    }

    /// A line for each variant.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "bodies are small")]
    pub fn table(&self, times: &Times) -> String {
        let length = self.bytes as f64 / self.count as f64;
        let mut table = format!("{}, {length:.0} bytes\n", self.name);
        for (index, variant) in self.variants.iter().enumerate() {
            let (time, ratio) = (times.nanoseconds(index).median, times.ratio(index, 0));
            let _ = writeln!(table, "  {:<30} {time:>12.1} ns   {ratio} times", variant.name);
        }
        table
    }
}

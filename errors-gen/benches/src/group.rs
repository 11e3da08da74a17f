//! What is compared: groups of variants that do the same work.

use crate::timing::Timed;

/// What a variant found: for each piece of work, such as an item of a body, the values that came out.
pub type Answers = Vec<Vec<Option<String>>>;

/// One way to do a group's work.
pub struct Variant {
    /// Its name, the same in all groups.
    pub name: &'static str,
    /// Does the work once for every copy.
    pub pass: Box<dyn FnMut()>,
    /// Does the work for every copy and says what came out; `None` for what gives no answer.
    pub answers: Option<Box<dyn FnMut() -> Answers>>,
}

/// Variants that do the same work.
pub struct Group {
    /// What it belongs to, such as reading.
    pub section: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How many times a pass does the work.
    pub count: usize,
    /// How many bytes a pass reads; 0 where bytes mean nothing.
    pub bytes: usize,
    /// The ways to do it.
    pub variants: Vec<Variant>,
}

impl Group {
    /// What is timed together.
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    pub fn timed(&mut self) -> Vec<Timed<'_>> {
        let units = self.count as f64;
        self.variants.iter_mut().map(|variant| Timed { pass: &mut *variant.pass, units }).collect()
    }

    /// The index of the variant of this name.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.variants.iter().position(|variant| variant.name == name)
    }
}

/// Every group there is.
#[must_use]
pub fn all() -> Vec<Group> {
    let mut groups = crate::reading::groups();
    groups.extend(crate::details::groups());
    groups.extend(crate::messages::groups());
    groups.extend(crate::codes::groups());
    groups
}

/// Lets every variant work once and compares what came out with what the first variant says.
///
/// # Errors
///
/// Says which variant differs.
pub fn smoke(groups: &mut [Group]) -> Result<(), String> {
    for group in groups {
        let mut expected: Option<Answers> = None;
        for variant in &mut group.variants {
            (variant.pass)();
            let Some(answers) = &mut variant.answers else {
                continue;
            };
            let answers = answers();
            if answers.is_empty() {
                return Err(format!("{}: {} answers nothing", group.name, variant.name));
            }
            let expected = expected.get_or_insert_with(|| answers.clone());
            if let Some((at, (left, right))) =
                expected.iter().zip(&answers).enumerate().find(|(_, (left, right))| left != right)
            {
                return Err(format!("{}: {} gives {right:?} for {left:?} at {at}", group.name, variant.name));
            }
            if expected.len() != answers.len() {
                let (left, right) = (expected.len(), answers.len());
                return Err(format!("{}: {} gives {right} answers, not {left}", group.name, variant.name));
            }
        }
    }
    Ok(())
}

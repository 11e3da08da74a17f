//! Checks `also_in`: the further sections that list a code.

use super::context::{Context, Once};
use crate::schema::{Catalog, Entry};
use crate::words::shown;

/// Reads `also_in` of a code in the section with the index `own`.
pub(super) fn check(context: &mut Context<'_>, entry: &Entry, catalog: &Catalog, own: usize) -> Vec<usize> {
    let titles = || catalog.sections.iter().map(|section| section.title.as_str());
    let mut once = Once::new("section");
    let mut sections = Vec::new();
    for title in &entry.also_in {
        match titles().position(|other| other == title.value) {
            None => {
                let message = format!("unknown section {}", shown(title));
                let others = titles().enumerate().filter(|(section, _)| *section != own).map(|(_, title)| title);
                let help = if catalog.sections.len() == 1 {
                    "there is no other section in this file: take it out".to_owned()
                } else {
                    context.did_you_mean(title, others)
                };
                context.report(title.span, message, "no section of this title", help);
            }
            Some(section) if section == own => {
                let message = format!("`also_in` names the code's own section {}", shown(title));
                context.report(title.span, message, "the code stands there already", "take it out");
            }
            Some(section) if once.add(context, title, title.span) => sections.push(section),
            Some(_) => {}
        }
    }
    sections
}

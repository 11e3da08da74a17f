//! Checks sections and groups, and the codes in them.

use std::rc::Rc;

use super::codes::{Codes, Home};
use super::context::{Context, Once};
use super::defaults::{Level, NamesDefault};
use crate::model::{Code, Section};
use crate::schema::{Entry, Table, Text};
use crate::words::shown;

/// Checks `defaults` and `sections`.
pub(crate) fn check(context: &mut Context<'_>, codes: &mut Codes<'_, '_>) -> (Vec<Section>, Vec<Code>) {
    let (catalog, operations) = (codes.declared.catalog, codes.declared.operations);
    let file = Level::defaults(context, operations, &catalog.defaults);
    let mut names: Vec<Rc<NamesDefault>> = file.names().cloned().collect();
    let mut titles = Once::new("section");
    let (mut sections, mut read) = (Vec::new(), Vec::new());
    for (index, section) in catalog.sections.iter().enumerate() {
        title(context, &mut titles, "the section's title", &section.title);
        sections.push(Section { title: section.title.value.clone() });
        let own = section.codes.as_ref().filter(|codes| !codes.0.is_empty());
        let groups = section.groups.as_ref().filter(|groups| !groups.is_empty());
        match (own, groups) {
            (None, None) => nothing(context, "section", &section.title),
            (Some(codes), Some(groups)) => {
                let message = format!("section {} has both `codes` and `groups`", shown(&section.title));
                let help = "put these codes into a group of their own";
                let related = (groups.span.key(), "`groups` here");
                context.report_with(codes.span.key(), message, "`codes` here", help, related);
            }
            _ => {}
        }
        let level = Level::defaults(context, operations, &section.defaults);
        names.extend(level.names().cloned());
        let level = level.within(&file);
        let home = Home { section: index, group: None, level: &level };
        if let Some(own) = own {
            entries(context, codes, own, home, &mut read);
        }
        let mut group_titles = Once::new("group");
        for group in groups.into_iter().flat_map(|groups| groups.iter()) {
            title(context, &mut group_titles, "the group's title", &group.title);
            if group.codes.0.is_empty() {
                nothing(context, "group", &group.title);
            }
            let near = Level::defaults(context, operations, &group.defaults);
            names.extend(near.names().cloned());
            let near = near.within(&level);
            let home = Home { section: index, group: Some(group.title.as_str()), level: &near };
            entries(context, codes, &group.codes, home, &mut read);
        }
    }
    if catalog.sections.is_empty() {
        let help = "add a section with the vendor's codes";
        context.report(catalog.sections.span, "there are no codes", "no section", help);
    }
    for names in names {
        names.report_unused(context);
    }
    (sections, read)
}

fn entries(
    context: &mut Context<'_>,
    codes: &mut Codes<'_, '_>,
    table: &Table<Entry>,
    home: Home<'_>,
    read: &mut Vec<Code>,
) {
    for (wire, entry) in table {
        read.extend(codes.read(context, wire, entry, home));
    }
}

fn title(context: &mut Context<'_>, once: &mut Once, what: &str, title: &Text) {
    context.heading(what, title);
    once.add(context, title, title.span);
}

fn nothing(context: &mut Context<'_>, what: &str, title: &Text) {
    let message = format!("{what} {} has no codes", shown(title));
    context.report(title.span, message, "nothing stands below", format!("add its codes, or take the {what} out"));
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model, text};

    #[test]
    fn codes_know_their_section_and_group() {
        let vendor = model(&[]);
        let homes: Vec<_> = vendor.codes.iter().map(|code| (code.section, code.group.as_deref())).collect();
        assert_eq!(homes, [(0, None), (1, Some("Upper"))]);
    }

    #[test]
    fn titles_are_there_and_differ() {
        expect(&[("title: First", "title: ''")], &["the section's title is empty"]);
        expect(
            &[("title: First", "title: ''"), ("title: Second", "title: ''")],
            &["the section's title is empty", "the section's title is empty"],
        );
        expect(&[("title: First", "title: Second")], &["duplicate section `Second`"]);
        expect(&[("title: Upper", "title: \"a\\u001b\"")], &["the group's title holds the control character U+001B"]);
        let twice = "      - title: Upper\n        codes: { X: { meaning: M., status: none, kind: internal } }\n      - title: Upper";
        expect(&[("      - title: Upper", twice)], &["duplicate group `Upper`"]);
    }

    #[test]
    fn sections_hold_codes_or_groups() {
        expect(&[("  - title: Second", "  - title: Empty\n  - title: Second")], &["section `Empty` has no codes"]);
        let both = "    codes: { X: { meaning: M., status: none, kind: internal } }\n    groups:";
        expect(&[("    groups:", both)], &["section `Second` has both `codes` and `groups`"]);
        expect(
            &[("      - title: Upper", "      - { title: None, codes: {} }\n      - title: Upper")],
            &["group `None` has no codes"],
        );
    }

    #[test]
    fn a_file_without_sections_or_envelopes_is_told_so() {
        let sound = text(&[]);
        let (_, sections) = sound.split_once("sections:").unwrap();
        let (sections, _) = sections.split_once("examples:").unwrap();
        expect(
            &[(sections, " []\n"), ("Violation:\n    path: string, required", "Violation: string")],
            &["type `Violation` is never used", "there are no codes"],
        );
        let (_, envelopes) = sound.split_once("envelopes:").unwrap();
        let (envelopes, _) = envelopes.split_once("sections:").unwrap();
        expect(&[(envelopes, " []\n")], &["there are no envelopes"]);
    }
}

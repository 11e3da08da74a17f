//! Sections and groups, and the codes in them.

use std::rc::Rc;

use super::codes::{Codes, Home};
use super::context::{At, Context, Once, shown};
use super::levels::{Level, SensitiveDefault};
use crate::model::{Code, Section};
use crate::schema::{Entry, Table};

/// Reads `defaults` and `sections`.
pub(crate) fn check(context: &mut Context<'_>, codes: &mut Codes<'_, '_>) -> (Vec<Section>, Vec<Code>) {
    let (catalog, operations) = (codes.declared.catalog, codes.declared.operations);
    let root = At::default();
    let at = root.key("sections");
    let file = Level::defaults(context, operations, &root.key("defaults"), &catalog.defaults);
    let mut sensitive: Vec<Rc<SensitiveDefault>> = file.sensitive.iter().cloned().collect();
    let mut titles = Once::new("section");
    let (mut sections, mut read) = (Vec::new(), Vec::new());
    for (index, section) in catalog.sections.iter().enumerate() {
        let at = at.index(index);
        title(context, &mut titles, &at, "the section's title", &section.title);
        sections.push(Section { title: section.title.clone() });
        match (section.codes.0.is_empty(), section.groups.is_empty()) {
            (true, true) => nothing(context, &at, "section", &section.title),
            (false, false) => {
                let place = context.key(&at.key("codes"));
                let related = vec![(context.key(&at.key("groups")), "`groups` here".to_owned())];
                let message = format!("section {} has both `codes` and `groups`", shown(&section.title));
                context.report_with(
                    place,
                    message,
                    "`codes` here",
                    "put these codes into a group of their own",
                    related,
                );
            }
            _ => {}
        }
        let level = Level::defaults(context, operations, &at.key("defaults"), &section.defaults);
        sensitive.extend(level.sensitive.iter().cloned());
        let level = level.within(&file);
        let home = Home { section: index, group: None, level: &level };
        entries(context, codes, &at.key("codes"), &section.codes, home, &mut read);
        let mut group_titles = Once::new("group");
        for (number, group) in section.groups.iter().enumerate() {
            let at = at.key("groups").index(number);
            title(context, &mut group_titles, &at, "the group's title", &group.title);
            if group.codes.0.is_empty() {
                nothing(context, &at, "group", &group.title);
            }
            let near = Level::defaults(context, operations, &at.key("defaults"), &group.defaults);
            sensitive.extend(near.sensitive.iter().cloned());
            let near = near.within(&level);
            let home = Home { section: index, group: Some(&group.title), level: &near };
            entries(context, codes, &at.key("codes"), &group.codes, home, &mut read);
        }
    }
    if catalog.sections.is_empty() {
        let place = context.value(&at);
        context.report(place, "there are no codes", "no section", "add a section with the vendor's codes");
    }
    for names in sensitive {
        names.report_unused(context);
    }
    (sections, read)
}

fn entries(
    context: &mut Context<'_>,
    codes: &mut Codes<'_, '_>,
    at: &At,
    table: &Table<Entry>,
    home: Home<'_>,
    read: &mut Vec<Code>,
) {
    for (index, (wire, entry)) in table.0.iter().enumerate() {
        read.extend(codes.read(context, &at.entry(index), wire, entry, home));
    }
}

fn title(context: &mut Context<'_>, once: &mut Once, at: &At, what: &str, title: &str) {
    let at = at.key("title");
    context.heading(&at, what, title);
    let place = context.value(&at);
    once.add(context, title, place);
}

fn nothing(context: &mut Context<'_>, at: &At, what: &str, title: &str) {
    let place = context.value(&at.key("title"));
    let message = format!("{what} {} has no codes", shown(title));
    context.report(place, message, "nothing stands below", format!("add its codes, or take the {what} out"));
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

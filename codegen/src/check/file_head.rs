//! Checks the head of a file: the vendor, and the sources of the facts.

use super::context::Context;
use super::reserved::{MODULES, is_keyword};
use crate::model::Source;
use crate::schema::{Catalog, SourceSpec, Spanned, Text};
use crate::words::shown;

/// Checks everything above `code`.
pub(crate) fn check(context: &mut Context<'_>, catalog: &Catalog) {
    vendor(context, &catalog.vendor);
    context.heading("the vendor's title", &catalog.title);
    if catalog.sources.is_empty() {
        let help = "name the page that the facts come from";
        context.report(catalog.sources.span, "`sources` is empty", "no page", help);
    }
    for source in catalog.sources.iter() {
        link(context, "source", &source.url());
        if let Some(day) = source.reviewed() {
            date(context, day);
        }
    }
    date(context, &catalog.reviewed);
}

/// The sources, each with its own day of review or the file's.
pub(crate) fn sources(context: &Context<'_>, catalog: &Catalog) -> Vec<Source> {
    let source = |spec: &Spanned<SourceSpec>| {
        let day = spec.reviewed().unwrap_or(&catalog.reviewed);
        Source { url: spec.url().value, reviewed: day.value.clone(), reviewed_at: context.place(day.span) }
    };
    catalog.sources.iter().map(source).collect()
}

fn date(context: &mut Context<'_>, day: &Text) {
    if !is_date(day) {
        let message = format!("{} is no day of the calendar", shown(day));
        context.report(day.span, message, "not a date", "write year, month and day: `2026-11-21`");
    }
}

fn vendor(context: &mut Context<'_>, vendor: &Text) {
    let (name, span) = (vendor.as_str(), vendor.span);
    let well_formed = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !well_formed {
        let message = format!("{} is no name for a module", shown(name));
        let help = "use lower case letters, digits and `_`, a letter first; the file has the same name";
        context.report(span, message, "not a module's name", help);
    } else if is_keyword(name) || MODULES.contains(&name) {
        let message = format!("a module cannot be called {}", shown(name));
        context.report(span, message, "a reserved word", "choose another name, for the file too");
    } else if name != context.source().name {
        let file = &context.source().name;
        let message = format!("vendor {} stands in the file of {}", shown(name), shown(file));
        let help = format!("write `vendor: {file}`, or rename the file to `{name}.yaml`");
        context.report(span, message, "not the file's name", help);
    }
}

/// Reports a text that is not the URL of a page.
pub(crate) fn link(context: &mut Context<'_>, what: &str, url: &Text) {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    if host.is_empty() || host.starts_with(['/', '?', '#', ':']) || url.contains(odd) {
        let message = format!("{what} {} is no http or https address", shown(url));
        let help = "write the whole address, percent-encoded: `https://example.com/errors`";
        context.report(url.span, message, "not a page's address", help);
    }
}

/// Whether the text is a valid date in the form `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    if [year.len(), month.len(), day.len()] != [4, 2, 2] || !parts.concat().chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse::<u16>(), month.parse::<u8>(), day.parse::<u8>()) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use super::*;

    #[test]
    fn days_exist_or_do_not() {
        for day in ["2026-11-21", "2024-02-29", "2000-02-29", "2026-12-31"] {
            assert!(is_date(day), "{day}");
        }
        for day in ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01", "21.11.2026", ""]
        {
            assert!(!is_date(day), "{day}");
        }
        assert!(!is_date("+026-01-01"));
    }

    #[test]
    fn what_others_let_pass_is_no_yaml_all_the_same() {
        let comment = ("reviewed: 2026-11-21", "reviewed: '2026-02-30'#Friday");
        expect(&[comment], &["this is not YAML: whitespace is missing before `#`"]);
    }

    #[test]
    fn the_vendor_is_a_module_of_the_files_name() {
        for (name, message) in [
            ("Shop", "`Shop` is no name for a module"),
            ("'1shop'", "`1shop` is no name for a module"),
            ("shop-eu", "`shop-eu` is no name for a module"),
            ("_shop", "`_shop` is no name for a module"),
            ("type", "a module cannot be called `type`"),
            ("catalogs", "a module cannot be called `catalogs`"),
            ("core", "a module cannot be called `core`"),
            ("json", "a module cannot be called `json`"),
            ("store", "vendor `store` stands in the file of `shop`"),
        ] {
            expect(&[("vendor: shop", &format!("vendor: {name}"))], &[message]);
        }
    }

    #[test]
    fn pages_have_addresses() {
        let source = |url: &str| format!("sources: ['{url}']");
        let edit = "sources:\n  - https://example.com/errors";
        for bad in [
            "example.com",
            "ftp://example.com",
            "https://",
            "https:///x",
            "https://?x",
            "https://#x",
            "https://:80",
            "https://a b",
            "https://a>b",
        ] {
            let message = format!("source `{bad}` is no http or https address");
            expect(&[(edit, &source(bad))], &[&message]);
        }
        expect(&[(edit, &source("http://example.com/a?b=c#d"))], &[]);
        expect(&[(edit, "sources: []")], &["`sources` is empty"]);
        let map = "sources: [{ url: example.com, reviewed: 2026-02-30 }]";
        expect(
            &[(edit, map)],
            &["source `example.com` is no http or https address", "`2026-02-30` is no day of the calendar"],
        );
        expect(
            &[("kind: not_found", "kind: not_found\n        link: nowhere")],
            &["link `nowhere` is no http or https address"],
        );
    }

    #[test]
    fn a_source_has_its_own_day_of_review_or_the_files() {
        let edit = (
            "  - https://example.com/errors",
            "  - https://a.example\n  - { url: https://b.example, reviewed: 2026-11-30 }",
        );
        let vendor = model(&[edit]);
        assert_eq!(
            vendor.sources_in_words(ToOwned::to_owned, ToOwned::to_owned),
            "https://a.example, https://b.example (compared on 2026-11-30)"
        );
        assert_eq!(vendor.codes[0].link, "https://a.example");
    }

    #[test]
    fn titles_say_something_that_can_be_shown() {
        for empty in ["' '", "~", "null", ""] {
            expect(&[("title: Shop", &format!("title: {empty}"))], &["the vendor's title is empty"]);
        }
        expect(&[("title: Shop", "title: 'null'")], &[]);
        expect(&[("title: Shop", "title: \"a\\u0007\"")], &["the vendor's title holds the control character U+0007"]);
        expect(&[("title: Shop", "title: \"\\u202e\\\"#*/\"")], &[]);
    }
}

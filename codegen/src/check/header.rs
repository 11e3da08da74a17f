//! The head of a file: who the vendor is, and where its facts come from.

use super::context::{At, Context, shown};
use super::reserved::{MODULES, is_keyword};
use crate::schema::Catalog;

/// Checks everything above `code`.
pub(crate) fn check(context: &mut Context<'_>, catalog: &Catalog) {
    let root = At::default();
    vendor(context, &root.key("vendor"), &catalog.vendor);
    context.heading(&root.key("title"), "the vendor's title", &catalog.title);
    let sources = root.key("sources");
    if catalog.sources.is_empty() {
        let place = context.value(&sources);
        context.report(place, "`sources` is empty", "no page", "name the page that the facts come from");
    }
    for (index, source) in catalog.sources.iter().enumerate() {
        link(context, &sources.index(index), "source", source);
    }
    if !is_date(&catalog.reviewed) {
        let place = context.value(&root.key("reviewed"));
        let message = format!("{} is no day of the calendar", shown(&catalog.reviewed));
        context.report(place, message, "not a date", "write year, month and day: `2026-11-21`");
    }
}

fn vendor(context: &mut Context<'_>, at: &At, name: &str) {
    let place = context.value(at);
    let well_formed = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !well_formed {
        let message = format!("{} is no name for a module", shown(name));
        let help = "use lower case letters, digits and `_`, a letter first; the file has the same name";
        context.report(place, message, "not a module's name", help);
    } else if is_keyword(name) || MODULES.contains(&name) {
        let message = format!("a module cannot be called {}", shown(name));
        context.report(place, message, "a reserved word", "choose another name, for the file too");
    } else if name != context.source().name {
        let file = &context.source().name;
        let message = format!("vendor {} stands in the file of {}", shown(name), shown(file));
        let help = format!("write `vendor: {file}`, or rename the file to `{name}.yaml`");
        context.report(place, message, "not the file's name", help);
    }
}

/// Reports what is no address of a page.
pub(crate) fn link(context: &mut Context<'_>, at: &At, what: &str, url: &str) {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    if host.is_empty() || host.starts_with(['/', '?', '#', ':']) || url.contains(odd) {
        let place = context.value(at);
        let message = format!("{what} {} is no http or https address", shown(url));
        let help = "write the whole address, percent-encoded: `https://example.com/errors`";
        context.report(place, message, "not a page's address", help);
    }
}

/// Whether the text is `YYYY-MM-DD` and such a day exists.
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
    use super::super::sample::expect;
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
        expect(&[comment], &["this is not YAML: white space is missing before `#`"]);
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
        for bad in ["example.com", "ftp://example.com", "https://", "https:///x", "https://a b", "https://a>b"] {
            let message = format!("source `{bad}` is no http or https address");
            expect(&[(edit, &source(bad))], &[&message]);
        }
        expect(&[(edit, &source("http://example.com/a?b=c#d"))], &[]);
        expect(&[(edit, "sources: []")], &["`sources` is empty"]);
        expect(
            &[("kind: not_found", "kind: not_found\n        link: nowhere")],
            &["link `nowhere` is no http or https address"],
        );
    }

    #[test]
    fn titles_say_something_that_can_be_shown() {
        for empty in ["' '", "~", "null", ""] {
            expect(&[("title: Shop", &format!("title: {empty}"))], &["the vendor's title is empty"]);
        }
        expect(&[("title: Shop", "title: 'null'")], &[]);
        expect(&[("title: Shop", "title: \"a\\u0007\"")], &["the vendor's title holds the control character U+0007"]);
        expect(&[("title: Shop", "title: '\u{202e}\"#*/'")], &[]);
    }
}

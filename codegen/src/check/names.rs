//! Makes Rust names from the texts of the catalog, and checks that they are unique.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::context::Context;
use super::reserved::is_keyword;
use crate::model::generated_names::{ALL, MODULE_TYPES, OTHER, VIEW_METHODS, is_method};
use crate::schema::Text;
use crate::words::shown;
use crate::yaml::Span;

/// Whether the text is an identifier in upper camel case: `InvalidField`, `OK`, `ExternalOAuthFailed`.
fn is_upper_camel(text: &str) -> bool {
    let capitals = text.chars().filter(char::is_ascii_uppercase).count();
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric())
        && (capitals <= 2 || text.contains(|c: char| c.is_ascii_lowercase()))
}

/// The name in upper camel case; unchanged if it already is.
fn upper_camel(text: &str) -> String {
    if is_upper_camel(text) { text.to_owned() } else { text.to_upper_camel_case() }
}

/// The name of the accessor of a member: always an identifier, but not necessarily unique.
fn accessor(member: &str) -> String {
    let ascii: String = member.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let name = ascii.to_snake_case();
    if name.is_empty() {
        "field".to_owned()
    } else if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("field_{name}")
    } else if is_keyword(&name) || VIEW_METHODS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    }
}

/// Reports the name of a class of digits that cannot be a method of codes.
pub(crate) fn method(context: &mut Context<'_>, text: &Text) -> bool {
    let name = text.as_str();
    let snake = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.is_ascii() && name == name.to_snake_case();
    let label = if !snake {
        "not in snake case"
    } else if is_keyword(name) {
        "a keyword of Rust"
    } else if is_method(name) {
        "every code has such a method"
    } else {
        return true;
    };
    let message = format!("{} cannot be a method of codes", shown(name));
    context.report(text.span, message, label, "write a name such as `outcome` or `error_class`");
    false
}

/// The help for a duplicate name.
pub(crate) const ONE_OF_THEM: &str = "give one of them another name";

/// The help for a name from which no Rust name can be made.
const ANOTHER: &str = "choose another name, of letters from A to Z, digits and `_`, a letter first";

/// The Rust names in one enum or module, which must be unique.
pub(crate) struct Names {
    /// What messages call the items: `code`.
    what: &'static str,
    /// The help for a bad name: ``add `name:` with another name``.
    help: &'static str,
    /// Names that are reserved for the generated code.
    reserved: &'static [&'static str],
    seen: HashMap<String, (Span, String)>,
}

impl Names {
    /// An empty set of variant names.
    pub(crate) fn variants(what: &'static str, help: &'static str) -> Self {
        Self { what, help, reserved: &[ALL], seen: HashMap::new() }
    }

    /// An empty set of names of the types in a union.
    pub(crate) fn alternatives() -> Self {
        Self { reserved: &[OTHER], ..Self::variants("alternative", "declare one of them under another name") }
    }

    /// An empty set of names of types in the vendor's module.
    pub(crate) fn types(what: &'static str) -> Self {
        Self { reserved: MODULE_TYPES, ..Self::variants(what, ONE_OF_THEM) }
    }

    /// An empty set of accessor names. Reserved ones have been replaced before.
    pub(crate) fn accessors() -> Self {
        Self { reserved: &[], ..Self::variants("field", "declare only one of them") }
    }

    /// Makes a Rust name from a text. A text that yields none, or one that is taken, is reported.
    pub(crate) fn derive(&mut self, context: &mut Context<'_>, text: &str, span: Span) -> String {
        let name = upper_camel(text);
        let problem = if name.is_empty() {
            Some("holds no letter or digit".to_owned())
        } else if name.starts_with(|c: char| c.is_ascii_digit()) {
            Some("starts with a digit".to_owned())
        } else if !name.is_ascii() {
            Some("holds letters other than A to Z".to_owned())
        } else {
            self.unavailable(&name)
        };
        match problem {
            Some(problem) => {
                let message = format!("no Rust name can be made from {} {}", self.what, shown(text));
                let help = if self.help == ONE_OF_THEM { ANOTHER } else { self.help };
                context.report(span, message, problem, help);
            }
            None => self.take(context, &name, text, span, self.help),
        }
        name
    }

    /// Checks a Rust name that the catalog gives for `text`. One that is not in upper camel case, or that is taken, is
    /// reported.
    pub(crate) fn given(&mut self, context: &mut Context<'_>, name: &str, text: &str, span: Span) -> String {
        if let Some(problem) = self.unavailable(name) {
            let message = format!("{} cannot be the Rust name of {} {}", shown(name), self.what, shown(text));
            context.report(span, message, problem, "choose another name");
        } else if is_upper_camel(name) {
            self.take(context, name, text, span, "choose another name");
        } else {
            let better = name.to_upper_camel_case();
            let help = if is_upper_camel(&better) {
                format!("write {}", shown(&better))
            } else {
                "write a name such as `OutOfStock`".to_owned()
            };
            let message = format!("{} is no Rust name in upper camel case", shown(name));
            context.report(span, message, "letters and digits, a capital first", help);
        }
        name.to_owned()
    }

    /// Checks the name of a type in a union. One that is reserved or taken is reported.
    pub(crate) fn alternative(&mut self, context: &mut Context<'_>, name: &str, text: &str, span: Span) {
        if self.reserved.contains(&name) {
            let message = format!("{} cannot be one of several types", shown(text));
            context.report(span, message, "a name that the generated code needs itself", self.help);
        } else {
            self.take(context, name, text, span, self.help);
        }
    }

    /// Makes the name of a member's accessor. One that is taken is reported.
    pub(crate) fn accessor(&mut self, context: &mut Context<'_>, member: &str, span: Span) -> String {
        let name = accessor(member);
        self.take(context, &name, member, span, self.help);
        name
    }

    /// Adds a name that has been checked elsewhere.
    pub(crate) fn reserve(&mut self, name: &str, text: &str, span: Span) {
        self.seen.insert(name.to_owned(), (span, text.to_owned()));
    }

    fn unavailable(&self, name: &str) -> Option<String> {
        if is_keyword(name) {
            Some(format!("`{name}` is a keyword of Rust"))
        } else if self.reserved.contains(&name) {
            Some(format!("the generated code needs the name `{name}` itself"))
        } else {
            None
        }
    }

    fn take(&mut self, context: &mut Context<'_>, name: &str, text: &str, span: Span, help: &str) {
        let (first, other) = match self.seen.entry(name.to_owned()) {
            Entry::Vacant(new) => {
                new.insert((span, text.to_owned()));
                return;
            }
            Entry::Occupied(first) => first.into_mut(),
        };
        let first = *first;
        let message = format!("{} {} has the Rust name `{name}` of {} too", self.what, shown(text), shown(other));
        context.report_with(span, message, format!("also `{name}`"), help, (first, "first defined here"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, messages};
    use super::*;

    #[test]
    fn camel_case_stays_and_everything_else_is_turned() {
        for kept in ["MissingRoleOnChannel", "ExternalOAuthFailed", "APIError", "OK", "E42", "X509Invalid"] {
            assert_eq!(upper_camel(kept), kept);
        }
        assert_eq!(upper_camel("OUT_OF_STOCK"), "OutOfStock");
        assert_eq!(upper_camel("TIMEOUT"), "Timeout");
        assert_eq!(upper_camel("invalid_token"), "InvalidToken");
        assert_eq!(upper_camel("errors.cart-empty"), "ErrorsCartEmpty");
        assert_eq!(upper_camel("HTTP404"), "Http404");
        assert_eq!(upper_camel("--"), "");
    }

    #[test]
    fn accessors_are_identifiers_whatever_the_member() {
        for (member, name) in [
            ("duplicateValue", "duplicate_value"),
            ("type", "type_"),
            ("self", "self_"),
            ("Self", "self_"),
            ("fields", "fields_"),
            ("gen", "gen_"),
            ("2fa", "field_2fa"),
            ("$", "field"),
            ("größe", "gr_e"),
            ("@type", "type_"),
        ] {
            assert_eq!(accessor(member), name);
        }
    }

    #[test]
    fn codes_without_a_name_of_their_own_need_one() {
        expect(&[("OUT_OF_STOCK:", "'404':")], &["no Rust name can be made from code `404`"]);
        expect(&[("OUT_OF_STOCK:", "'!':")], &["no Rust name can be made from code `!`"]);
        expect(&[("OUT_OF_STOCK:", "Self:")], &["no Rust name can be made from code `Self`"]);
        expect(&[("OUT_OF_STOCK:", "ÄRGER:")], &["no Rust name can be made from code `ÄRGER`"]);
        expect(&[("OUT_OF_STOCK:", "'404':\n        name: NotThere")], &[]);
    }

    #[test]
    fn given_names_are_checked_as_strictly() {
        let given = |name: &str| messages(&[("OUT_OF_STOCK:", &format!("X:\n        name: '{name}'"))]);
        assert_eq!(given("NotThere"), [""; 0]);
        assert_eq!(given("ALL"), ["`ALL` cannot be the Rust name of code `X`"]);
        assert_eq!(given("Self"), ["`Self` cannot be the Rust name of code `X`"]);
        for bad in ["not_there", "notThere", "NOT_THERE", "NOTTHERE", "4Oh4", "", "Not There", "Ärger"] {
            assert_eq!(given(bad), [format!("{} is no Rust name in upper camel case", shown(bad))]);
        }
    }

    #[test]
    fn a_class_of_digits_is_a_method() {
        let group = |name: &str| {
            let class = format!("{{ name: '{name}', digits: 1, meaning: M., values: {{}} }}");
            let form = format!("code: {{ digits: 2 }}\nclasses: [{class}]");
            messages(&[
                ("code: text", &form),
                ("OUT_OF_STOCK:", "'11':\n        name: A"),
                ("          LOWER:", "          '12':\n            name: B"),
            ])
        };
        assert_eq!(group("error_class"), [""; 0]);
        for bad in ["Outcome", "error class", "1st", "", "type", "kind", "größe", "parameters_in", "render"] {
            assert_eq!(group(bad), [format!("{} cannot be a method of codes", shown(bad))]);
        }
        assert_eq!(group("response"), ["no Rust name can be made from class `response`"]);
    }

    #[test]
    fn every_colliding_code_is_reported() {
        let more = "out.of.stock: { meaning: M., kind: internal }\n      OutOfStock: { meaning: M., kind: internal }\n      OUT_OF_STOCK:";
        expect(
            &[("OUT_OF_STOCK:", more)],
            &[
                "code `OutOfStock` has the Rust name `OutOfStock` of `out.of.stock` too",
                "code `OUT_OF_STOCK` has the Rust name `OutOfStock` of `out.of.stock` too",
            ],
        );
    }
}

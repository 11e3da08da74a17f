//! Pages from templates.

use std::path::Path;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value};
use serde::Serialize;

use crate::failure::Failure;
use crate::markup::{literal, prose, url};

/// The templates by their names. What ends in `.html` is escaped for HTML; in Markdown the filters `prose`, `literal` and
/// `url` escape.
const TEMPLATES: &[(&str, &str)] = &[
    ("layout.html", include_str!("templates/layout.html")),
    ("index.html", include_str!("templates/index.html")),
    ("vendor.html", include_str!("templates/vendor.html")),
    ("code.html", include_str!("templates/code.html")),
    ("topics.html", include_str!("templates/topics.html")),
    ("index.md", include_str!("templates/index.md")),
    ("code.md", include_str!("templates/code.md")),
    ("topics.md", include_str!("templates/topics.md")),
    ("llms.txt", include_str!("templates/llms.txt")),
];

/// Renders the templates.
pub(super) struct Pages(Environment<'static>);

impl Pages {
    pub(super) fn new() -> Result<Self, Failure> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
        environment.set_syntax(syntax.map_err(wrong)?);
        environment.set_auto_escape_callback(|name| {
            if Path::new(name).extension() == Some("html".as_ref()) { AutoEscape::Html } else { AutoEscape::None }
        });
        environment.add_filter("prose", |text: String| prose(&text));
        environment.add_filter("literal", |text: String| literal(&text));
        environment.add_filter("url", |text: String| url(&text));
        // An address of another kind would be run or read when it is clicked on.
        environment.add_filter("href", |text: String| {
            let is_page = text.starts_with("https://") || text.starts_with("http://");
            // Slashes need no escape in an attribute.
            let escaped = Value::from(if is_page { text } else { "#".to_owned() }).to_string();
            Value::from_safe_string(attribute(&escaped))
        });
        environment.add_filter("ticks", |text: String| Value::from_safe_string(ticks(&text)));
        for (name, source) in TEMPLATES {
            environment.add_template(name, source).map_err(wrong)?;
        }
        Ok(Self(environment))
    }

    /// A page.
    pub(super) fn render(&self, template: &str, context: Value) -> Result<String, Failure> {
        self.0.get_template(template).and_then(|template| template.render(context)).map_err(wrong)
    }
}

/// Text with code between backticks, as HTML.
fn ticks(text: &str) -> String {
    let parts = text.split('`').map(attribute).enumerate();
    parts.map(|(index, part)| if index % 2 == 0 { part } else { format!("<code>{part}</code>") }).collect()
}

/// What a template can show of a value.
pub(super) fn value(of: impl Serialize) -> Value {
    Value::from(Serde(of))
}

/// Text in an attribute between double quotes.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The templates are part of the program, so that only a fault in it leads here.
fn wrong(error: minijinja::Error) -> Failure {
    Failure::Output(std::io::Error::other(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_pages() {
        let mut pages = Pages::new().unwrap();
        pages.0.add_template("t.html", "<a href=\"{{ to|href }}\">{{ to }}</a>").unwrap();
        let render = |to: &str| pages.render("t.html", minijinja::context! { to }).unwrap();
        assert_eq!(
            render("https://a.example/?b&c"),
            "<a href=\"https://a.example/?b&amp;c\">https:&#x2f;&#x2f;a.example&#x2f;?b&amp;c</a>"
        );
        assert_eq!(render("javascript:x"), "<a href=\"#\">javascript:x</a>");
    }
}

//! Checks lists of fields and placeholders: `sensitive` and `show`.

use super::context::{Context, Once};
use super::defaults::NamesDefault;
use crate::schema::Text;
use crate::words::shown;

/// Names of fields or placeholders in a code or its defaults.
pub(super) struct Named<'a> {
    /// What messages call a name: `sensitive name`.
    pub(super) what: &'static str,
    /// What the names refer to: `a field`.
    pub(super) of: &'static str,
    pub(super) own: Option<&'a [Text]>,
    pub(super) inherited: Option<&'a NamesDefault>,
}

impl Named<'_> {
    /// The names in the code, all of which must be known; without them, those names of the defaults that are. If the
    /// known names are not available, any name is accepted.
    pub(super) fn check(&self, context: &mut Context<'_>, known: Option<&[&str]>) -> Vec<String> {
        let has = |name: &str| known.is_none_or(|known| known.contains(&name));
        let Some(names) = self.own else {
            return self.inherited.map(|names| names.of(has)).unwrap_or_default();
        };
        let mut once = Once::new(self.what);
        let mut kept = Vec::new();
        for name in names {
            if !has(name) {
                let message = format!("{} is {} of the code", shown(name), self.of);
                let help = context.did_you_mean(name, known.into_iter().flatten().copied());
                let help = if help.is_empty() { "declare it under `fields`, or take it out".to_owned() } else { help };
                context.report(name.span, message, "nothing of this name", help);
            } else if once.add(context, name, name.span) {
                kept.push(name.value.clone());
            }
        }
        kept
    }
}

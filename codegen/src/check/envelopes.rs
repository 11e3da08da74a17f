//! Checks envelopes.

use super::context::{Context, Once};
use super::items::Descriptions;
use super::paths::{self, Base};
use super::{batches, conditions, shadows, vocabulary, writing};
use crate::model::{Envelope, Path, Successes};
use crate::schema::{Catalog, EnvelopeSpec, Text};
use crate::words::shown;

/// Checks `envelopes`.
pub(crate) fn check(context: &mut Context<'_>, catalog: &Catalog) -> Vec<Envelope> {
    let specs = &catalog.envelopes;
    let mut once = Once::new("envelope");
    if specs.is_empty() {
        let help = "say where a body has its errors";
        context.report(specs.span, "there are no envelopes", "no body can be read", help);
    }
    let mut descriptions = Descriptions::new(&catalog.items);
    let mut envelopes = Vec::new();
    for spec in specs.iter() {
        context.heading("the envelope's name", &spec.name);
        once.add(context, &spec.name, spec.name.span);
        let batch = batches::check(context, specs, spec);
        envelopes.push(Envelope { batch, ..envelope(context, spec, &mut descriptions) });
    }
    descriptions.unused(context);
    shadows::check(context, specs, &envelopes);
    envelopes
}

/// Reads `successes`.
pub(crate) fn successes(context: &mut Context<'_>, catalog: &Catalog, envelopes: &[Envelope]) -> Successes {
    let described = envelopes.iter().any(|envelope| envelope.success.is_some());
    let unsaid = if described { Successes::Described } else { Successes::Any };
    let said = catalog.successes.as_ref().and_then(|word| vocabulary::successes(context, word));
    said.unwrap_or(unsaid)
}

fn envelope(context: &mut Context<'_>, spec: &EnvelopeSpec, descriptions: &mut Descriptions<'_>) -> Envelope {
    if spec.items.is_empty() && spec.success.is_none() && spec.each.is_none() {
        let message = format!("envelope {} has neither `items` nor `each` nor `success`", shown(&spec.name));
        let help = "say where its errors stand, or what tells a success";
        context.report(spec.name.span, message, "fits no body", help);
    }
    let when = spec.when.as_ref().map(|spec| conditions::check(context, spec, Base::Root));
    let status = spec.status.as_ref().and_then(|text| status(context, text));
    let success = spec.success.as_ref().map(|spec| conditions::check(context, spec, Base::Root));
    let items: Vec<_> = spec.items.iter().filter_map(|spec| descriptions.place(context, spec)).collect();
    let mut once = Once::new("kept member");
    let mut keep = Vec::new();
    for text in &spec.keep {
        let Some(path) = paths::read(context, text.span, text, Base::Root, false) else { continue };
        if path.steps.is_empty() {
            let help = "name members of the body; the body itself is always at hand";
            context.report(text.span, "`keep` names the whole body", "no member", help);
        } else if once.add(context, text, text.span) {
            keep.push(path);
        }
    }
    let write = writing::check(context, &spec.write, &items);
    let name = spec.name.value.clone();
    Envelope { name, when, status, items, batch: None, success, partial: spec.partial, keep, write }
}

/// Reads `status`: where a body tells its HTTP status.
fn status(context: &mut Context<'_>, text: &Text) -> Option<Path> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        let help = "name the member in which a body tells its HTTP status, as in `status: statusCode`; \
                    for one status alone write `http` into a test";
        context.report(text.span, format!("`status` is {}", shown(text)), "a status, and no path", help);
        return None;
    }
    paths::read(context, text.span, text, Base::Root, false)
}

#[cfg(test)]
mod tests {
    use super::super::sample::expect;

    #[test]
    fn envelopes_fit_something_and_have_one_name() {
        let list = "  - name: list\n";
        expect(
            &[(list, "  - name: none\n  - name: list\n")],
            &["envelope `none` has neither `items` nor `each` nor `success`"],
        );
        expect(
            &[(list, "  - name: list\n    success: { a: exists }\n  - name: list\n")],
            &["duplicate envelope `list`"],
        );
        expect(&[(list, "  - name: ''\n")], &["the envelope's name is empty"]);
    }

    #[test]
    fn a_body_tells_its_status_in_a_member() {
        let status = |status: &str| format!("    success: {{ data: object }}\n    status: {status}\n");
        let told = |text: &str, wanted: &[&str]| expect(&[("    success: { data: object }\n", &status(text))], wanted);
        told("error.status", &[]);
        told("'404'", &["`status` is `404`"]);
        told("'$.errors[*].status'", &["path `$.errors[*].status` leads to several places"]);
    }

    #[test]
    fn kept_members_are_members() {
        let keep = |keep: &str| format!("    success: {{ data: object }}\n    keep: {keep}");
        expect(&[("    success: { data: object }", &keep("[a.b, $.c]"))], &[]);
        expect(
            &[("    success: { data: object }", &keep("[$, 'a[*]', a, a]"))],
            &["`keep` names the whole body", "path `a[*]` leads to several places", "duplicate kept member `a`"],
        );
    }
}

//! Checks HTTP statuses that come without a code.

use super::context::{Context, Once};
use super::names::{self, Names};
use super::retry::RetryLevel;
use super::{statuses, vocabulary};
use crate::model::{Audience, Kind, Retry, Topic, Transport};
use crate::schema::{Advises as _, Catalog, TransportSpec};
use crate::words::shown;

/// Checks `transport`.
pub(crate) fn check(context: &mut Context<'_>, catalog: &Catalog) -> Vec<Transport> {
    let mut names = Names::variants("transport error", names::ONE_OF_THEM);
    let mut once = Once::new("transport status");
    let mut transport = Vec::new();
    for (status, spec) in &catalog.transport {
        let key = spec.span.key();
        let http = match status.parse::<u16>() {
            Ok(number) if number.to_string() == *status => {
                let new = once.add(context, status, key);
                statuses::http(context, key, i64::from(number)).filter(|_| new)
            }
            _ => {
                let message = format!("{} is no HTTP status", shown(status));
                context.report(key, message, "not from 100 to 599", "write the number alone");
                None
            }
        };
        names.given(context, &spec.name, status, spec.name.span);
        if let Some(entry) = entry(context, spec, http) {
            transport.push(entry);
        }
    }
    transport
}

fn entry(context: &mut Context<'_>, spec: &TransportSpec, http: Option<u16>) -> Option<Transport> {
    context.filled("`meaning`", &spec.meaning);
    context.filled("`action`", &spec.action);
    let kind: Option<Kind> = vocabulary::kind(context, &spec.kind);
    let topic: Option<Topic> = vocabulary::topic(context, &spec.topic);
    let retry: Option<Retry> = RetryLevel::alone(context, &spec.retry_keys());
    let audience: Option<Audience> = vocabulary::audience(context, &spec.audience);
    let [name, meaning, action] = [&spec.name, &spec.meaning, &spec.action].map(|text| text.value.clone());
    Some(Transport {
        http: http?,
        name,
        meaning,
        action,
        kind: kind?,
        topic: topic?,
        retry: retry?,
        audience: audience?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::expect;

    const ENTRY: &str = "{ name: Again, meaning: M., action: A., kind: ok, topic: notice, retry: never, because: R., audience: customer }";

    #[test]
    fn statuses_are_written_plainly_and_once() {
        for bad in ["'0503'", "'+503'", "5xx", "-1", "99999"] {
            let message = format!("`{}` is no HTTP status", bad.trim_matches('\''));
            expect(&[("  503:", &format!("  {bad}:"))], &[&message]);
        }
        expect(&[("  503:", "  600:")], &["600 is no HTTP status"]);
        expect(&[("  503:", &format!("  503: {ENTRY}\n  '503':"))], &["duplicate transport status `503`"]);
    }

    #[test]
    fn names_are_rust_names_and_told_apart() {
        expect(&[("name: Down", "name: is_down")], &["`is_down` is no Rust name in upper camel case"]);
        expect(
            &[("name: Down", "name: Again"), ("  503:", &format!("  502: {ENTRY}\n  503:"))],
            &["transport error `503` has the Rust name `Again` of `502` too"],
        );
    }
}

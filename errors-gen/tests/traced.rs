//! Spans and events of `tracing`, as a subscriber receives them.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex};

use errors_gen::{commercetools, omnicart};
use tracing::field::{Empty, Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Span, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry;

type Fields = BTreeMap<&'static str, String>;

/// What was received.
#[derive(Clone, Default)]
struct Received {
    /// The fields recorded in spans.
    spans: Arc<Mutex<Fields>>,
    /// The level, the target and the fields of events.
    events: Arc<Mutex<Vec<(Level, String, Fields)>>>,
}

struct Collect<'a>(&'a mut Fields);

impl Visit for Collect<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

impl<S: Subscriber> Layer<S> for Received {
    fn on_new_span(&self, attributes: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        attributes.record(&mut Collect(&mut self.spans.lock().unwrap()));
    }

    fn on_record(&self, _: &Id, values: &Record<'_>, _: Context<'_, S>) {
        values.record(&mut Collect(&mut self.spans.lock().unwrap()));
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut fields = Fields::new();
        event.record(&mut Collect(&mut fields));
        let metadata = event.metadata();
        self.events.lock().unwrap().push((*metadata.level(), metadata.target().to_owned(), fields));
    }
}

/// What a subscriber receives while this runs.
fn received(run: impl FnOnce()) -> Received {
    let received = Received::default();
    tracing::subscriber::with_default(registry().with(received.clone()), run);
    received
}

fn span() -> Span {
    tracing::info_span!(
        "call",
        "error.type" = Empty,
        "http.response.status_code" = Empty,
        "otel.status_code" = Empty,
        "otel.status_description" = Empty,
    )
}

fn fields(record: impl FnOnce(&Span)) -> Fields {
    let received = received(|| record(&span()));
    received.spans.lock().unwrap().clone()
}

fn expected<const N: usize>(fields: [(&'static str, &str); N]) -> Fields {
    fields.map(|(name, value)| (name, value.to_owned())).into()
}

#[test]
fn an_error_is_recorded_by_its_label_and_masked() {
    let body = r#"{"statusCode":400,"message":"A duplicate value 'anna' exists for field 'email'.","errors":[
        {"code":"DuplicateField","message":"A duplicate value 'anna' exists for field 'email'.","field":"email",
         "duplicateValue":"anna"}]}"#;
    let failed = expected([
        ("error.type", "commercetools.already_exists.DuplicateField"),
        ("http.response.status_code", "400"),
        ("otel.status_code", "ERROR"),
        (
            "otel.status_description",
            "commercetools 400 DuplicateField: A duplicate value *** exists for field 'email'.",
        ),
    ]);
    let response = commercetools::read(400, body);
    assert_eq!(fields(|span| response.record_in(span)), failed);
    assert_eq!(fields(|span| response.clone().into_owned().record_in(span)), failed);
}

#[test]
fn a_success_has_no_type_of_error() {
    let response = commercetools::read(200, r#"{"id":"7f","version":3}"#);
    assert_eq!(fields(|span| response.record_in(span)), expected([("http.response.status_code", "200")]));
    assert_eq!(
        fields(|span| commercetools::read(None, "{\"id\":1}").record_in(span)).get("http.response.status_code"),
        None
    );
}

#[test]
fn a_type_of_error_has_few_values() {
    let mut types = std::collections::BTreeSet::new();
    for number in 0..50 {
        let body = format!(r#"{{"code": "unlisted for this, {number}", "message": "of {number}"}}"#);
        types.extend(fields(|span| omnicart::read(409, &body).record_in(span)).remove("error.type"));
    }
    assert_eq!(types.into_iter().collect::<Vec<_>>(), ["omnicart.aborted.other"]);
}

/// The codes of the warnings, with their vendors.
fn warned(run: impl FnOnce()) -> Vec<String> {
    let received = received(run);
    let events = received.events.lock().unwrap();
    events
        .iter()
        .map(|(level, target, fields)| {
            assert_eq!((*level, target.as_str()), (Level::WARN, "errors_gen"), "{fields:?}");
            match (fields.get("vendor"), fields.get("code")) {
                (Some(vendor), Some(code)) => format!("{vendor} {code}"),
                _ => fields["message"].clone(),
            }
        })
        .collect()
}

/// One test, since what was warned of is remembered for the whole program.
#[test]
fn an_unlisted_code_is_warned_of_once_and_memory_is_bounded() {
    let rest = |code: &str| format!(r#"{{"errors":[{{"code":{code},"message":"m"}}]}}"#);
    let read = |body: &str| commercetools::read(400, body).warn_of_unlisted();
    assert_eq!(warned(|| read(&rest(r#""BrandNew""#))), ["commercetools BrandNew"]);
    assert_eq!(warned(|| read(&rest(r#""BrandNew""#))), [""; 0]);
    assert_eq!(warned(|| commercetools::read(400, &rest(r#""New2""#)).record_in(&span())), ["commercetools New2"]);
    assert_eq!(warned(|| read(&rest(r#""General""#))), [""; 0], "listed");
    assert_eq!(warned(|| omnicart::read(409, r#"{"code": "124998"}"#).warn_of_unlisted()), ["omnicart 124998"]);
    assert_eq!(warned(|| read(&rest(r#""anna@example.com""#))), ["commercetools ***"]);
    assert_eq!(warned(|| read(&rest(r#""zoe@example.com""#))), [""; 0], "masked alike");

    let mut body = String::from(r#"{"errors":["#);
    for number in 0..1200 {
        write!(body, r#"{{"code":"Hostile{number}","message":"m"}},"#).unwrap();
    }
    body.push_str(r#"{"code":"General","message":"m"}]}"#);
    let warnings = warned(|| read(&body));
    assert!((900..=1001).contains(&warnings.len()), "{}", warnings.len());
    assert_eq!(warnings.last().unwrap(), "no further unlisted codes are warned of: there were 1000");
    assert_eq!(warned(|| read(&rest(r#""AfterAll""#))), [""; 0]);
}

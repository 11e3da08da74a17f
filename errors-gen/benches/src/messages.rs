//! Messages: the values of their parameters, by the wordings of the code, which is known.

mod making;
mod rivals;

use errors_gen::{ErrorCode, commercetools, omnicart, wording};

use crate::group::{Group, OWN, Variant};
use crate::sink::Sink;
use making::{Message, hits, misses, with_escapes, wordings};
use rivals::{Pattern, by_hand, captures, captures_kept};

/// `errors-gen`, from the string of a body instead of plain text.
pub const FROM_BODY: &str = "errors-gen, from a body";
/// The same, each value as text without escapes.
pub const UNESCAPED: &str = "errors-gen, values unescaped";
/// One compiled `regex::Regex` for each wording, and its captures.
pub const REGEX: &str = "regex";
/// The same, with the locations of the captures kept from message to message.
pub const REGEX_KEPT: &str = "regex, locations kept";
/// The same, from the string of a body, which is unescaped first.
pub const REGEX_UNESCAPING: &str = "serde_json, then regex";
/// Fixed text after fixed text by the methods of `str`.
pub const BY_HAND: &str = "str::find by hand";

/// A way to take the values out of each message. One that follows no wording has none.
fn variant<C: 'static>(
    name: &'static str,
    messages: &'static [Message<C>],
    mut values: impl FnMut(&'static Message<C>, &mut Sink) + 'static,
) -> Variant {
    Variant::each(name, messages, move |message, sink| {
        sink.row();
        values(message, sink);
    })
}

/// `errors-gen`, from plain text.
fn from_text<C: ErrorCode>(message: &Message<C>, sink: &mut Sink) {
    for (_, value) in message.code.parameters_in(&message.text).into_iter().flatten() {
        sink.value(Some(value));
    }
}

/// `errors-gen`, from the string of a body.
fn from_body<C: ErrorCode>(message: &Message<C>, sink: &mut Sink) {
    for (_, value) in wording::parameters(message.code.messages(), message.escaped).into_iter().flatten() {
        sink.value(Some(value));
    }
}

/// The same, each value without escapes.
fn from_body_unescaped<C: ErrorCode>(message: &Message<C>, sink: &mut Sink) {
    for (_, value) in wording::parameters(message.code.messages(), message.escaped).into_iter().flatten() {
        sink.value(Some(value.to_cow()));
    }
}

/// Messages with or without escapes. All but one of the rivals are given the text without them.
fn group<C: ErrorCode + 'static>(name: &'static str, messages: &'static [Message<C>], escapes: bool) -> Group {
    let (wordings, patterns, mut kept) = (wordings::<C>(), Pattern::all::<C>(), Pattern::all::<C>());
    let mut variants = if escapes {
        let patterns = Pattern::all::<C>();
        vec![
            variant(OWN, messages, from_body),
            variant(UNESCAPED, messages, from_body_unescaped),
            variant(REGEX_UNESCAPING, messages, move |message, sink| {
                let text: String = serde_json::from_str(message.json).unwrap();
                captures(&patterns[message.code.index()], &text, sink);
            }),
        ]
    } else {
        vec![variant(OWN, messages, from_text), variant(FROM_BODY, messages, from_body)]
    };
    variants.extend([
        variant(REGEX, messages, move |message, sink| captures(&patterns[message.code.index()], &message.text, sink)),
        variant(REGEX_KEPT, messages, move |message, sink| {
            captures_kept(&mut kept[message.code.index()], &message.text, sink);
        }),
        variant(BY_HAND, messages, move |message, sink| by_hand(&wordings[message.code.index()], &message.text, sink)),
    ]);
    Group { name, count: messages.len(), bytes: messages.iter().map(|message| message.text.len()).sum(), variants }
}

/// The groups of the vendors with wordings.
#[must_use]
pub fn groups() -> Vec<Group> {
    vec![
        group("commercetools messages", hits::<commercetools::Code>(), false),
        group("commercetools messages, misses", misses::<commercetools::Code>(), false),
        group("OmniCart messages", hits::<omnicart::Code>(), false),
        group("OmniCart messages, misses", misses::<omnicart::Code>(), false),
        group("commercetools messages with escapes", with_escapes::<commercetools::Code>(), true),
    ]
}

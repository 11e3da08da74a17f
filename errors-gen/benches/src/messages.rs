//! Messages: the values of their parameters, by the wordings of the code, which is known.

mod by_hand;
mod captures;
mod making;
mod own;

use std::hint::black_box;

use errors_gen::{ErrorCode, commercetools, omnicart};

use crate::group::{Answers, Group, Variant};
use crate::reading::OWN;
use by_hand::ByHand;
use captures::{Captures, CapturesKept, UnescapeThen};
use making::Message;
use own::{FromBody, FromBodyUnescaped, FromText};

/// What the groups belong to.
const SECTION: &str = "Messages";

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

/// What takes the values of a message.
trait Take {
    fn value<T: ToString>(&mut self, value: T);
}

/// For timing: has the values ready, and nothing more.
struct Ready;

impl Take for Ready {
    #[inline]
    fn value<T: ToString>(&mut self, value: T) {
        black_box(&value);
    }
}

/// Keeps everything for comparison.
struct Kept(Vec<Option<String>>);

impl Take for Kept {
    fn value<T: ToString>(&mut self, value: T) {
        self.0.push(Some(value.to_string()));
    }
}

/// A way to take the values out of a message. One that follows no wording has none.
trait Way<C> {
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T);
}

fn variant<C: 'static, W: Way<C> + 'static>(
    name: &'static str,
    messages: &'static [Message<C>],
    make: impl Fn() -> W,
) -> Variant {
    let (mut timed, mut asked) = (make(), make());
    let pass = Box::new(move || {
        for message in messages {
            timed.values(black_box(message), &mut Ready);
        }
    });
    let answers = move || -> Answers {
        let kept = |message| {
            let mut kept = Kept(Vec::new());
            asked.values(message, &mut kept);
            kept.0
        };
        messages.iter().map(kept).collect()
    };
    Variant { name, pass, answers: Some(Box::new(answers)) }
}

fn group<C: 'static>(name: &'static str, messages: &'static [Message<C>], variants: Vec<Variant>) -> Group {
    Group {
        section: SECTION,
        name,
        count: messages.len(),
        bytes: messages.iter().map(|message| message.text.len()).sum(),
        variants,
    }
}

/// Messages without escapes.
fn plain<C: ErrorCode + 'static>(name: &'static str, messages: &'static [Message<C>]) -> Group {
    let variants = vec![
        variant(OWN, messages, || FromText),
        variant(FROM_BODY, messages, || FromBody),
        variant(REGEX, messages, Captures::of::<C>),
        variant(REGEX_KEPT, messages, CapturesKept::of::<C>),
        variant(BY_HAND, messages, ByHand::of::<C>),
    ];
    group(name, messages, variants)
}

/// Messages with escapes. All but one of the rivals are given the text without them.
fn escaped<C: ErrorCode + 'static>(name: &'static str, messages: &'static [Message<C>]) -> Group {
    let variants = vec![
        variant(OWN, messages, || FromBody),
        variant(UNESCAPED, messages, || FromBodyUnescaped),
        variant(REGEX, messages, Captures::of::<C>),
        variant(REGEX_KEPT, messages, CapturesKept::of::<C>),
        variant(REGEX_UNESCAPING, messages, || UnescapeThen(Captures::of::<C>())),
        variant(BY_HAND, messages, ByHand::of::<C>),
    ];
    group(name, messages, variants)
}

/// The groups of the vendors with wordings.
#[must_use]
pub fn groups() -> Vec<Group> {
    use making::{hits, misses, with_escapes};
    vec![
        plain("commercetools messages", hits::<commercetools::Code>()),
        plain("commercetools messages, misses", misses::<commercetools::Code>()),
        plain("OmniCart messages", hits::<omnicart::Code>()),
        plain("OmniCart messages, misses", misses::<omnicart::Code>()),
        escaped("commercetools messages with escapes", with_escapes::<commercetools::Code>()),
    ]
}

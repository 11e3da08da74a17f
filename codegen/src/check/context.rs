//! What every check carries: where it is in the file, and what has been found so far.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::Purpose;
use crate::finding::{Finding, Place};
use crate::locate::{Locator, Seg};
use crate::source::Source;

/// A position in the catalog, as the steps that lead there from its root. Positions share the steps that they have in
/// common.
#[derive(Clone, Default)]
pub(crate) struct At(Option<Rc<Step>>);

struct Step {
    before: At,
    seg: Seg,
}

impl At {
    /// The value of a key that the schema knows.
    pub(crate) fn key(&self, key: &'static str) -> Self {
        self.then(Seg::Key(key.into()))
    }

    /// The nth entry of a map whose keys the catalog chooses.
    pub(crate) fn entry(&self, index: usize) -> Self {
        self.then(Seg::Entry(index))
    }

    /// The nth element of a list.
    pub(crate) fn index(&self, index: usize) -> Self {
        self.then(Seg::Index(index))
    }

    /// The element of a list, or the one value that stands in its stead.
    pub(crate) fn item(&self, index: Option<usize>) -> Self {
        index.map_or_else(|| self.clone(), |index| self.index(index))
    }

    fn then(&self, seg: Seg) -> Self {
        Self(Some(Rc::new(Step { before: self.clone(), seg })))
    }

    /// The steps, from the root on.
    fn path(&self) -> Vec<Seg> {
        let mut path = Vec::new();
        let mut at = self;
        while let Some(step) = &at.0 {
            path.push(step.seg.clone());
            at = &step.before;
        }
        path.reverse();
        path
    }
}

/// The findings of one catalog, and how to say where they are.
///
/// Checks go on after a finding with whatever value stands in best: a catalog with findings never becomes a model.
pub(crate) struct Context<'a> {
    source: &'a Source,
    locator: &'a Locator<'a>,
    /// Whether places are wanted.
    places: bool,
    /// Whether those of examples are wanted in any case.
    places_of_examples: bool,
    findings: Vec<Finding>,
}

impl<'a> Context<'a> {
    /// Nothing found yet.
    pub(crate) fn new(locator: &'a Locator<'a>) -> Self {
        Self { source: locator.source(), locator, places: true, places_of_examples: true, findings: Vec::new() }
    }

    /// As [`new`](Self::new), to learn whether there is anything to find: all is found in the same place.
    pub(crate) fn without_places(locator: &'a Locator<'a>, purpose: Purpose) -> Self {
        Self { places: false, places_of_examples: purpose == Purpose::Model, ..Self::new(locator) }
    }

    /// Whether nothing was found.
    pub(crate) fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// The file that is checked.
    pub(crate) fn source(&self) -> &'a Source {
        self.source
    }

    /// Everything found, in the order of the file, each once: what defaults say is weighed for every code below them.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        let mut seen = HashSet::new();
        self.findings.retain(|finding| seen.insert((finding.place.clone(), finding.message.clone())));
        crate::finding::sort(&mut self.findings);
        self.findings
    }

    /// Where a key stands.
    pub(crate) fn key(&self, at: &At) -> Place {
        if self.places { self.locator.key(&at.path()) } else { Place::default() }
    }

    /// Where a value stands.
    pub(crate) fn value(&self, at: &At) -> Place {
        if self.places { self.locator.value(&at.path()) } else { Place::default() }
    }

    /// Where an example stands.
    pub(crate) fn example(&self, at: &At) -> Place {
        if self.places_of_examples { self.locator.value(&at.path()) } else { Place::default() }
    }

    /// Reports what is wrong at a place.
    pub(crate) fn report(
        &mut self,
        place: Place,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.report_with(place, message, label, help, Vec::new());
    }

    /// Reports what is wrong at a place, with other places that matter.
    pub(crate) fn report_with(
        &mut self,
        place: Place,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
        related: Vec<(Place, String)>,
    ) {
        let (message, label, help) = (message.into(), label.into(), help.into());
        self.findings.push(Finding { place, message, label, help, related });
    }

    /// The place of what stands at `offset` within the scalar `text` at `place`, where the file has the scalar as it is;
    /// otherwise the whole scalar's.
    pub(crate) fn within(&self, place: Place, text: &str, offset: usize) -> Place {
        let length = text.get(offset..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        self.part(place, text, offset..offset + length)
    }

    /// As [`within`](Self::within), of more than one character, on one line.
    pub(crate) fn part(&self, place: Place, text: &str, part: Range<usize>) -> Place {
        let Some((source, before)) = self.source.text.get(place.span.clone()).zip(text.get(..part.start)) else {
            return place;
        };
        let Some(start) = source.find(text) else { return place };
        let Some(lead) = source.get(..start).filter(|lead| !lead.contains('\n') && !before.contains('\n')) else {
            return place;
        };
        let column = place.column + lead.chars().count() + before.chars().count();
        let at = place.span.start + start + part.start;
        Place { column, span: at..at + part.len(), ..place }
    }

    /// Reports a text that says nothing.
    pub(crate) fn filled(&mut self, at: &At, what: &str, text: &str) {
        if text.trim().is_empty() || self.is_nothing(at, text) {
            let place = self.value(at);
            self.report(place, format!("{what} is empty"), "nothing stands here", "write one sentence");
        }
    }

    /// Reports a heading or a name that says nothing or cannot be shown.
    pub(crate) fn heading(&mut self, at: &At, what: &str, text: &str) {
        let place = self.value(at);
        let text = if self.is_nothing(at, text) { "" } else { text };
        self.heading_at(place, what, text);
    }

    /// Whether a text is one of the words for nothing, without quotes.
    fn is_nothing(&self, at: &At, text: &str) -> bool {
        ["~", "null", "Null", "NULL"].contains(&text) && self.locator.is_plain_value(&at.path())
    }

    /// As [`heading`](Self::heading), of the text at `place`.
    pub(crate) fn heading_at(&mut self, place: Place, what: &str, text: &str) {
        if text.trim().is_empty() {
            self.report(place, format!("{what} is empty"), "nothing stands here", "say what it is called");
        } else if let Some(control) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            let message = format!("{what} holds the control character U+{:04X}", u32::from(control));
            self.report(place, message, "cannot be shown", "take it out");
        }
    }

    /// Reports text that YAML could take for something else and that stands without quotes as a key.
    pub(crate) fn quoted_key(&mut self, at: &At, what: &str, text: &str) {
        if crate::locate::needs_quotes(text) && self.locator.is_plain_key(&at.path()) {
            let place = self.key(at);
            self.unquoted(place, what, text);
        }
    }

    /// Reports text that YAML could take for something else and that stands without quotes as a value.
    pub(crate) fn quoted_value(&mut self, at: &At, what: &str, text: &str) {
        if crate::locate::needs_quotes(text) && self.locator.is_plain_value(&at.path()) {
            let place = self.value(at);
            self.unquoted(place, what, text);
        }
    }

    fn unquoted(&mut self, place: Place, what: &str, text: &str) {
        let message = format!("{what} {} stands without quotes", shown(text));
        self.report(place, message, "YAML may read this as something other than text", format!("write \"{text}\""));
    }
}

/// Names of which each may stand once.
pub(crate) struct Once {
    what: &'static str,
    seen: HashMap<String, Place>,
}

impl Once {
    /// None seen yet; `what` is how reports call them.
    pub(crate) fn new(what: &'static str) -> Self {
        Self { what, seen: HashMap::new() }
    }

    /// Whether the name is new. A repetition is reported, unless the name is empty, which is reported elsewhere.
    pub(crate) fn add(&mut self, context: &mut Context<'_>, name: &str, place: Place) -> bool {
        if name.is_empty() {
            return true;
        }
        let first = match self.seen.entry(name.to_owned()) {
            Entry::Vacant(new) => {
                new.insert(place);
                return true;
            }
            Entry::Occupied(first) => first.into_mut(),
        };
        let message = format!("duplicate {} {}", self.what, shown(name));
        let related = vec![(first.clone(), "first defined here".to_owned())];
        context.report_with(place, message, "defined again", "keep one of the two", related);
        false
    }
}

/// A text in backticks, cut where it is too long to read.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("`{}...`", text.get(..end).unwrap_or_default()),
        None if text.is_empty() => "`\"\"`".to_owned(),
        None => format!("`{text}`"),
    }
}

/// Which of the known words was probably meant, or which there are.
pub(crate) fn did_you_mean<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> String {
    const MOST: usize = 20;
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    // Comparing is quadratic in the length; nobody mistypes this many letters.
    let meant: String = plain(word).chars().take(100).collect();
    let letters = meant.chars().count();
    let most = letters / 3;
    let known: Vec<&str> = known.into_iter().collect();
    let nearest = known
        .iter()
        .map(|candidate| (plain(candidate), candidate))
        .filter(|(plain, _)| plain.chars().count().abs_diff(letters) <= most)
        .map(|(plain, candidate)| (strsim::damerau_levenshtein(&meant, &plain), candidate))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= most);
    match nearest {
        Some((_, candidate)) => format!("did you mean {}?", shown(candidate)),
        None if known.is_empty() || known.len() > MOST => String::new(),
        None => format!("use {}", listed(known)),
    }
}

/// `a`, `b` or `c`.
pub(crate) fn listed<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut words: Vec<String> = words.into_iter().map(shown).collect();
    match words.pop() {
        Some(last) if !words.is_empty() => format!("{} or {last}", words.join(", ")),
        last => last.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_offered_and_a_strange_one_gets_the_list() {
        assert_eq!(did_you_mean("not_fond", ["ok", "not_found"]), "did you mean `not_found`?");
        assert_eq!(did_you_mean("NotFound", ["ok", "not_found"]), "did you mean `not_found`?");
        assert_eq!(did_you_mean("purple", ["never", "backoff", "verify"]), "use `never`, `backoff` or `verify`");
        assert_eq!(did_you_mean("purple", []), "");
        assert_eq!(did_you_mean("b", ["a"]), "use `a`");
    }

    #[test]
    fn a_place_narrows_to_a_character_only_where_the_file_has_the_text_as_it_is() {
        let text = "message: 'grün {'\nother: \"a\\u0020{\"\n".to_owned();
        let source = Source { file: "x.yaml".into(), name: "x".to_owned(), text };
        let locator = Locator::new(&source);
        let context = Context::new(&locator);
        let whole = |span: std::ops::Range<usize>| Place { file: "x.yaml".into(), line: 1, column: 10, span };
        let narrowed = context.within(whole(9..18), "grün {", 6);
        assert_eq!((narrowed.column, narrowed.span), (16, 16..17));
        let part = context.part(whole(9..18), "grün {", 2..5);
        assert_eq!((part.column, part.span), (13, 12..15));
        assert_eq!(context.within(whole(26..36), "a {", 2), whole(26..36));
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(shown(&"ü".repeat(100)), format!("`{}...`", "ü".repeat(60)));
    }
}

//! The context of all checks: the tree that findings point into, and the findings so far.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::unfinished;
use crate::finding::{Finding, Place};
use crate::schema::Text;
use crate::source::Source;
use crate::words::{did_you_mean, shown};
use crate::yaml::{Span, Tree, needs_quotes};

/// The maximum number of words that are compared in one file.
const COMPARISONS: usize = 20_000;

/// The findings of one catalog.
///
/// Checks continue after a finding with a placeholder, since a catalog with findings never becomes a model.
pub(crate) struct Context<'a> {
    tree: &'a Tree<'a>,
    findings: Vec<Finding>,
    /// How many more words may be compared to suggest similar ones. This limits the time if there are many unknown and
    /// many known words.
    comparisons: usize,
}

impl<'a> Context<'a> {
    /// A context without findings.
    pub(crate) fn new(tree: &'a Tree<'a>) -> Self {
        Self { tree, findings: Vec::new(), comparisons: COMPARISONS }
    }

    /// The file that is checked.
    pub(crate) fn source(&self) -> &'a Source {
        self.tree.source()
    }

    /// All findings in the order of the file, without duplicates, which occur because defaults are checked for every
    /// code below them.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        let mut seen = HashSet::new();
        self.findings.retain(|finding| seen.insert((finding.place.clone(), finding.message.clone())));
        crate::finding::sort(&mut self.findings);
        self.findings
    }

    /// The place of a span.
    pub(crate) fn place(&self, span: Span) -> Place {
        self.tree.place(span)
    }

    /// Reports a problem.
    pub(crate) fn report(
        &mut self,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.findings.push(Finding::new(self.place(span), message).label(label).help(help));
    }

    /// Reports a problem that is related to another place.
    pub(crate) fn report_with(
        &mut self,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
        (other, because): (Span, impl Into<String>),
    ) {
        let finding = Finding::new(self.place(span), message).label(label).help(help);
        self.findings.push(finding.related(self.place(other), because));
    }

    /// Reports an unknown word.
    pub(crate) fn unknown<'w>(&mut self, span: Span, what: &str, word: &str, known: impl IntoIterator<Item = &'w str>) {
        let mut known = known.into_iter().peekable();
        let is_none = known.peek().is_none();
        let help = match self.did_you_mean(word, known) {
            help if !help.is_empty() => help,
            _ if is_none => format!("the catalog has no {what}: add one, or take this out"),
            _ => format!("use a {what} that `catalogs/README.md` or this file lists"),
        };
        self.report(span, format!("unknown {what} {}", shown(word)), format!("no {what} of this name"), help);
    }

    /// A suggestion for an unknown word: a similar known word, or all known words.
    pub(crate) fn did_you_mean<'w>(&mut self, word: &str, known: impl IntoIterator<Item = &'w str>) -> String {
        if self.comparisons == 0 {
            return String::new();
        }
        let known: Vec<&str> = known.into_iter().collect();
        let left = self.comparisons.checked_sub(known.len());
        self.comparisons = left.unwrap_or_default();
        left.map_or_else(String::new, |_| did_you_mean(word, known))
    }

    /// Reports a sentence that is empty, is cut off or is still to be written.
    pub(crate) fn filled(&mut self, what: &str, text: &Text) {
        if text.trim().is_empty() || self.is_nothing(text.span, text) {
            self.report(text.span, format!("{what} is empty"), "nothing stands here", "write one sentence");
        } else if ["true", "false", "yes", "no"].contains(&text.as_str()) {
            let message = format!("{what} is a sentence, not {}", shown(text));
            self.report(text.span, message, "says nothing", "write one sentence, with a full stop");
        } else if let Some(fault) = unfinished::fault(text, self.tree.comment_behind(text.span)) {
            self.report(text.span, format!("{what} {}", fault.message), fault.label, fault.help);
        }
    }

    /// Reports a heading or a name that is empty or has characters that cannot be shown.
    pub(crate) fn heading(&mut self, what: &str, text: &Text) {
        let nothing = self.is_nothing(text.span, text);
        self.heading_at(text.span, what, if nothing { "" } else { text });
    }

    /// As [`heading`](Self::heading), for the text of a key, or of a value that is always text.
    pub(crate) fn heading_at(&mut self, span: Span, what: &str, text: &str) {
        if text.trim().is_empty() {
            self.report(span, format!("{what} is empty"), "nothing stands here", "say what it is called");
        } else if let Some(control) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            let message = format!("{what} holds the control character U+{:04X}", u32::from(control));
            self.report(span, message, "cannot be shown", "take it out");
        }
    }

    /// Whether a text is one of the words for null, without quotes.
    fn is_nothing(&self, span: Span, text: &str) -> bool {
        ["~", "null", "Null", "NULL"].contains(&text) && self.tree.is_plain_value(span)
    }

    /// Reports a key without quotes that YAML could read as something other than text.
    pub(crate) fn quoted_key(&mut self, value: Span, what: &str, text: &str) {
        if needs_quotes(text) && self.tree.is_plain_key(value) {
            self.unquoted(value.key(), what, text);
        }
    }

    /// Reports a value without quotes that YAML could read as something other than text.
    pub(crate) fn quoted_value(&mut self, what: &str, text: &Text) {
        if needs_quotes(text) && self.tree.is_plain_value(text.span) {
            self.unquoted(text.span, what, text);
        }
    }

    fn unquoted(&mut self, span: Span, what: &str, text: &str) {
        let message = format!("{what} {} stands without quotes", shown(text));
        self.report(span, message, "YAML may read this as something other than text", format!("write \"{text}\""));
    }
}

/// A set of names that reports duplicates.
pub(crate) struct Once {
    what: &'static str,
    seen: HashMap<String, Span>,
}

impl Once {
    /// An empty set; `what` is how messages call the names.
    pub(crate) fn new(what: &'static str) -> Self {
        Self { what, seen: HashMap::new() }
    }

    /// Adds a name, and returns whether it is new. A duplicate is reported, unless it is empty, which is reported
    /// elsewhere.
    pub(crate) fn add(&mut self, context: &mut Context<'_>, name: &str, span: Span) -> bool {
        if name.is_empty() {
            return true;
        }
        let first = match self.seen.entry(name.to_owned()) {
            Entry::Vacant(new) => {
                new.insert(span);
                return true;
            }
            Entry::Occupied(first) => *first.get(),
        };
        let message = format!("duplicate {} {}", self.what, shown(name));
        context.report_with(span, message, "defined again", "keep one of the two", (first, "first defined here"));
        false
    }
}

/// The byte range of the character at an offset; empty at the end.
pub(crate) fn character_at(text: &str, offset: usize) -> Range<usize> {
    let length = text.get(offset..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    offset..offset + length
}

//! Rules 3 to 8: which envelope a body has, its items, and what became of the request.

use errors_codegen::model::{
    AllOf, Batch, Condition, Envelope, ItemPath, Items, Path, Requirement, Statuses, Step, Successes, ValueTest, Vendor,
};
use errors_gen::{Outcome, Reason};

use super::fault;
use super::item::{Item, places_hold_text};
use super::json::Value;

/// What a body reads as.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) outcome: Outcome,
    pub(crate) unread: Option<(Reason, Option<usize>)>,
    pub(crate) envelope: Option<String>,
    /// The HTTP status that counts.
    pub(crate) status: Option<u16>,
    pub(crate) primary: Option<usize>,
    pub(crate) items: Vec<Item>,
    /// The outcome, the id and the number of items of each answer of a batch.
    pub(crate) elements: Option<Vec<(Outcome, Option<Value>, usize)>>,
}

/// Reads a body that came with this HTTP status.
pub(crate) fn read(vendor: &Vendor, received: Option<u16>, body: &[u8]) -> Read {
    let (reason, offset) = match fault::json(body) {
        Ok(text) => {
            let root = Value::of(text);
            let envelopes: Vec<&Envelope> = vendor.envelopes.iter().collect();
            let answer = Answer { vendor, root: &root, received, of_batch: false };
            match answer.read(&envelopes) {
                Some(read) => return read,
                None => (Reason::NotEnvelope, None),
            }
        }
        Err(fault) => fault,
    };
    let any = vendor.successes == Successes::Any;
    let outcome = match (received, reason) {
        (Some(204 | 205 | 304), Reason::Empty) => Outcome::Succeeded,
        (Some(200..=299), Reason::Empty | Reason::NotEnvelope) if any => Outcome::Succeeded,
        (Some(400..), _) => Outcome::Failed,
        _ => Outcome::Unrecognized,
    };
    let unread = Some((reason, offset));
    Read { outcome, unread, envelope: None, status: received, primary: None, items: Vec::new(), elements: None }
}

/// A body, or an answer of a batch.
#[derive(Clone, Copy)]
pub(crate) struct Answer<'a> {
    pub(crate) vendor: &'a Vendor,
    pub(crate) root: &'a Value,
    received: Option<u16>,
    of_batch: bool,
}

/// A value that is an item, and the key that it was found under.
#[derive(Clone)]
struct Found<'a> {
    value: &'a Value,
    key: Option<String>,
    /// Whether it is an object in the place of a list.
    lone: bool,
}

impl<'a> Answer<'a> {
    /// The status that counts for an envelope that tells one.
    fn status(&self, envelope: &Envelope) -> Option<u16> {
        let told = envelope.status.as_ref().and_then(|path| three_digits(at(self.root, path)?));
        if self.of_batch { told.or(self.received) } else { self.received.or(told) }
    }

    /// What it reads as, by the first of these envelopes that fits.
    fn read(&self, envelopes: &[&Envelope]) -> Option<Read> {
        envelopes.iter().find_map(|envelope| self.read_as(envelope))
    }

    fn read_as(&self, envelope: &Envelope) -> Option<Read> {
        let status = self.status(envelope);
        let holds = |condition: &Condition, except: &[&Value]| self.holds(condition, None, status, except);
        if !envelope.when.as_ref().is_none_or(|when| holds(when, &[])) {
            return None;
        }
        let found = self.items(envelope, status);
        let values: Vec<&Value> = found.iter().map(|(_, found)| found.value).collect();
        let success = envelope.success.as_ref().is_some_and(|success| holds(success, &values));
        let mut items: Vec<Item> = found
            .iter()
            .map(|(place, found)| Item::of(self.vendor, place, self.root, found.value, found.key.as_deref(), status))
            .collect();
        let mut own = Own::of(&items);
        if items.is_empty() {
            own = Own::Silent;
        }
        let name = Some(envelope.name.clone());
        let Some(batch) = &envelope.batch else {
            let (outcome, primary) = match own {
                Own::Silent if success => (Outcome::Succeeded, None),
                Own::Silent => return None,
                Own::Failed(index) if success && envelope.partial => (Outcome::Partial, Some(index)),
                Own::Failed(index) => (Outcome::Failed, Some(index)),
                Own::Succeeded => (Outcome::Succeeded, None),
                Own::Notes if success || is_success(status) => (Outcome::Succeeded, None),
                Own::Notes if envelope.partial && success => (Outcome::Partial, None),
                Own::Notes => (Outcome::Failed, None),
            };
            return Some(Read { outcome, unread: None, envelope: name, status, primary, items, elements: None });
        };
        let answers = self.answers(batch);
        let fits = answers.iter().any(|(read, _)| read.envelope.is_some());
        if items.is_empty() && !success && !fits {
            return None;
        }
        let failed =
            matches!(own, Own::Failed(_)) || answers.iter().any(|(read, _)| read.outcome != Outcome::Succeeded);
        let well = |outcome| matches!(outcome, Outcome::Succeeded | Outcome::Partial);
        let succeeded = success || matches!(own, Own::Succeeded) || answers.iter().any(|(read, _)| well(read.outcome));
        let mut primary = if let Own::Failed(index) = own { Some(index) } else { None };
        let mut elements = Vec::new();
        for (read, id) in answers {
            primary = primary.or(read.primary.map(|index| items.len() + index));
            elements.push((read.outcome, id, read.items.len()));
            items.extend(read.items);
        }
        let (outcome, primary) = match (failed, succeeded) {
            (true, true) => (Outcome::Partial, primary),
            (true, false) => (Outcome::Failed, primary),
            (false, true) => (Outcome::Succeeded, None),
            (false, false) if is_success(status) => (Outcome::Succeeded, None),
            (false, false) => (Outcome::Failed, None),
        };
        Some(Read { outcome, unread: None, envelope: name, status, primary, items, elements: Some(elements) })
    }

    /// What each answer of a batch reads as, and its id.
    fn answers(&self, batch: &Batch) -> Vec<(Read, Option<Value>)> {
        let envelopes: Vec<&Envelope> = batch.of.iter().map(|index| &self.vendor.envelopes[*index]).collect();
        let found = batch.each.iter().map(|path| walk(self.root, &path.steps, false)).find(|found| !found.is_empty());
        let answer = |found: Found<'_>| {
            let answer = Answer { root: found.value, of_batch: true, ..*self };
            let places = envelopes.iter().flat_map(|envelope| &envelope.items);
            let is_at_root = |place: &&Items| place.at.iter().any(|at| at.steps.is_empty());
            let whole = places.clone().find(|place| is_at_root(place) && !place.note);
            let read = answer.read(&envelopes).unwrap_or_else(|| answer.unfit(whole));
            // Its id is what items at its root have as theirs, or what other items look for from its root on.
            let ids = places.flat_map(|place| {
                let of_root = move |path: &&ItemPath| is_at_root(&place) || matches!(path, ItemPath::Root(_));
                place.id.iter().filter(of_root)
            });
            let own = ids
                .into_iter()
                .filter_map(|id| super::item::look(id, found.value, found.value, None))
                .find(Value::is_there);
            (read, own.or_else(|| found.key.map(Value::String)))
        };
        found.unwrap_or_default().into_iter().map(answer).collect()
    }

    /// An answer that fits no envelope: an error as a whole.
    fn unfit(&self, place: Option<&Items>) -> Read {
        let item = Item::unfit(place, self.root, self.received);
        let unread = Some((Reason::NotEnvelope, None));
        let (outcome, primary, status) = (Outcome::Failed, Some(0), self.received);
        Read { outcome, unread, envelope: None, status, primary, items: vec![item], elements: None }
    }

    /// The items of an envelope with their places: those in no list first.
    fn items(&self, envelope: &'a Envelope, status: Option<u16>) -> Vec<(&'a Items, Found<'a>)> {
        let mut all = Vec::new();
        for listed in [false, true] {
            for place in &envelope.items {
                // Places that restate each other: the first that has any.
                let found = place.at.iter().map(|path| (path, self.at_path(place, path, status)));
                if let Some((path, found)) = found.into_iter().find(|(_, found)| !found.is_empty())
                    && is_listed(path) == listed
                {
                    all.extend(found.into_iter().map(|found| (place, found)));
                }
            }
        }
        all
    }

    fn at_path(&self, place: &Items, path: &Path, status: Option<u16>) -> Vec<Found<'a>> {
        let mut found = walk(self.root, &path.steps, true);
        found.retain(|found| {
            let kind = match found.value {
                Value::Object(_) => true,
                Value::String(_) => places_hold_text(place),
                _ => false,
            };
            let holds = |when| self.holds(when, Some(found.value), status, &[]);
            let item = || Item::of(self.vendor, place, self.root, found.value, found.key.as_deref(), status);
            kind && place.when.as_ref().is_none_or(holds) && (!found.lone || item().says_something())
        });
        found
    }

    /// Whether a condition is true; `except` are values within which nothing counts.
    fn holds(&self, condition: &Condition, item: Option<&Value>, status: Option<u16>, except: &[&Value]) -> bool {
        condition.any_of.iter().any(|AllOf { all_of, http }| {
            http.iter().all(|statuses| match statuses {
                Statuses::Error => status.is_none_or(|status| status >= 400),
                Statuses::OneOf(all) => status.is_some_and(|status| all.contains(&status)),
            }) && all_of.iter().all(|requirement| self.meets(requirement, item, except))
        })
    }

    fn meets(&self, requirement: &Requirement, item: Option<&Value>, except: &[&Value]) -> bool {
        let start = if requirement.of_item { item.unwrap_or(self.root) } else { self.root };
        let mut values = vec![start];
        for step in &requirement.path.steps {
            let entries = !matches!(step, Step::Member(_));
            let next = values.into_iter().flat_map(|value| walk(value, std::slice::from_ref(step), false));
            let counts = |value: &&Value| !entries || !except.iter().any(|item| std::ptr::eq(*item, *value));
            values = next.map(|found| found.value).filter(counts).collect();
        }
        values.into_iter().any(|value| match &requirement.test {
            ValueTest::Exists => true,
            ValueTest::String => matches!(value, Value::String(_)),
            ValueTest::Number => matches!(value, Value::Number(_)),
            ValueTest::Boolean => matches!(value, Value::Boolean(_)),
            ValueTest::Object => matches!(value, Value::Object(_)),
            ValueTest::List => matches!(value, Value::List(list) if !list.is_empty()),
            ValueTest::Scalar => value.scalar().is_some(),
            ValueTest::Equals(text) => value.scalar().is_some_and(|scalar| scalar == *text),
        })
    }
}

/// What the items of an envelope say.
enum Own {
    Silent,
    Failed(usize),
    Succeeded,
    Notes,
}

impl Own {
    /// What the first one that is no note says.
    fn of(items: &[Item]) -> Self {
        match items.iter().enumerate().find(|(_, item)| !item.note) {
            Some((_, item)) if item.success == Some(true) => Self::Succeeded,
            Some((index, _)) => Self::Failed(index),
            None => Self::Notes,
        }
    }
}

fn is_success(status: Option<u16>) -> bool {
    status.is_some_and(|status| (200..300).contains(&status))
}

fn is_listed(path: &Path) -> bool {
    path.steps.iter().any(|step| !matches!(step, Step::Member(_)))
}

/// The HTTP status that a value tells: three digits.
pub(crate) fn three_digits(value: &Value) -> Option<u16> {
    let text = value.scalar()?;
    let digits = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok().filter(|status| *status >= 100) } else { None }
}

/// The value at a path of members.
pub(crate) fn at<'a>(value: &'a Value, path: &Path) -> Option<&'a Value> {
    path.steps.iter().try_fold(value, |value, step| match step {
        Step::Member(name) => value.get(name),
        Step::EachElement | Step::EachMember => None,
    })
}

/// The values that steps lead to; with `lone`, an object in the place of the last list, too.
fn walk<'a>(value: &'a Value, steps: &[Step], lone: bool) -> Vec<Found<'a>> {
    let Some((step, rest)) = steps.split_first() else {
        return vec![Found { value, key: None, lone: false }];
    };
    match (step, value) {
        (Step::Member(name), _) => value.get(name).map(|value| walk(value, rest, lone)).unwrap_or_default(),
        (Step::EachElement, Value::List(elements)) => {
            elements.iter().flat_map(|element| walk(element, rest, lone)).collect()
        }
        (Step::EachElement, Value::Object(_)) if lone && rest.is_empty() => {
            vec![Found { value, key: None, lone: true }]
        }
        (Step::EachMember, Value::Object(members)) => {
            let under = |(key, value): &'a (String, Value)| {
                let found = walk(value, rest, lone).into_iter();
                found.map(|found| Found { key: found.key.or_else(|| Some(key.clone())), ..found })
            };
            members.iter().flat_map(under).collect()
        }
        _ => Vec::new(),
    }
}

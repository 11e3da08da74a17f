//! Making a body, and reading it back.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::tree::Tree;
use super::{NewError, NewJson, WriteError};
use crate::Vendor;
use crate::read::Reading;
use crate::table::{CodeForm, CodePath, Envelope, ItemPath, Node, Place, Reader, Step, WriteValue};
use crate::wording::{self, RenderError};

/// A body that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The HTTP status to send it with; `None` where neither the caller nor the table says one.
    pub status: Option<u16>,
    /// The body.
    pub json: String,
}

/// A body to be written.
#[derive(Clone, Debug)]
pub struct BodyBuilder<'t> {
    vendor: Vendor<'t>,
    envelope: Option<String>,
    status: Option<u16>,
    operation: Option<u16>,
    errors: Vec<NewError>,
    members: Vec<(Vec<String>, NewJson)>,
    elements: Vec<NewJson>,
}

impl<'t> BodyBuilder<'t> {
    /// A body of this vendor, which any vendor's module has as `VENDOR`.
    #[must_use]
    pub const fn new(vendor: &Vendor<'t>) -> Self {
        Self {
            vendor: *vendor,
            envelope: None,
            status: None,
            operation: None,
            errors: Vec::new(),
            members: Vec::new(),
            elements: Vec::new(),
        }
    }

    /// Adds an error. The first one fails the request. Where the vendor has a place for one error at the top, the first
    /// goes there and the others to its list.
    #[must_use]
    pub fn error(mut self, error: NewError) -> Self {
        self.errors.push(error);
        self
    }

    /// Writes this envelope. Without it, the first one that can hold what was given.
    #[must_use]
    pub fn envelope(mut self, name: impl Into<String>) -> Self {
        self.envelope = Some(name.into());
        self
    }

    /// The HTTP status. Without it, the documented one of the first error's code.
    #[must_use]
    pub const fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// The call that is answered, an index into [`Vendor::operations`], for vendors whose statuses differ by call.
    #[must_use]
    pub const fn operation(mut self, operation: u16) -> Self {
        self.operation = Some(operation);
        self
    }

    /// A member beside the errors, such as the data of a partial success. Members within members are given by their
    /// names from the root on.
    #[must_use]
    pub fn member(mut self, path: &[&str], value: impl Into<NewJson>) -> Self {
        self.members.push((path.iter().map(|name| (*name).to_owned()).collect(), value.into()));
        self
    }

    /// An element of a batch that is no error: the response to a call that succeeded.
    #[must_use]
    pub fn element(mut self, element: NewJson) -> Self {
        self.elements.push(element);
        self
    }

    /// Writes the body.
    ///
    /// # Errors
    ///
    /// [`WriteError`] where nothing was given, where the envelope does not exist, or where the body would not read back as
    /// what was asked for.
    pub fn build(&self) -> Result<Body, WriteError> {
        if self.errors.is_empty() && self.members.is_empty() && self.elements.is_empty() {
            return Err(WriteError::Nothing);
        }
        let with_message = |(index, error): (usize, &NewError)| {
            let message = self.message(error).map_err(|why| WriteError::Message { error: index, why })?;
            Ok(NewError { message, ..error.clone() })
        };
        let errors = self.errors.iter().enumerate().map(with_message).collect::<Result<_, _>>()?;
        Self { errors, ..self.clone() }.build_with_messages()
    }

    /// The same once every error has its message.
    fn build_with_messages(&self) -> Result<Body, WriteError> {
        let reader = self.vendor.table().reader;
        let status = self.status.or_else(|| self.documented_status(self.errors.first()?));
        let named = |envelope: &&Envelope<'_>| self.envelope.as_ref().is_none_or(|name| *name == envelope.name);
        let mut failure = None;
        let preferred = reader.envelopes.iter().filter(|envelope| envelope.write.preferred);
        let others = reader.envelopes.iter().filter(|envelope| !envelope.write.preferred);
        for envelope in preferred.chain(others).filter(named) {
            let json = self.written(envelope, status);
            match self.difference(envelope, status, &json) {
                None => return Ok(Body { status, json }),
                Some(difference) => {
                    let envelope = envelope.name.to_owned();
                    failure.get_or_insert(WriteError::ReadsOtherwise { envelope, difference });
                }
            }
        }
        let unknown = || WriteError::UnknownEnvelope { name: self.envelope.clone().unwrap_or_default() };
        Err(failure.unwrap_or_else(unknown))
    }

    fn index(&self, error: &NewError) -> Option<usize> {
        let reader = self.vendor.table().reader;
        reader.lookup.find(reader.wire, error.code.as_deref()?)
    }

    fn documented_status(&self, error: &NewError) -> Option<u16> {
        let rules = self.vendor.table().codes.statuses.get(self.index(error)?)?;
        let holds = |operations: Option<&[u16]>| match (operations, self.operation) {
            (Some(operations), Some(operation)) => operations.contains(&operation),
            _ => true,
        };
        rules.iter().find(|rule| holds(rule.operations)).map(|rule| rule.http)
    }

    /// The message that was given, or one made of the code's wordings. A code without wordings has none.
    fn message(&self, error: &NewError) -> Result<Option<String>, RenderError> {
        if error.message.is_some() {
            return Ok(error.message.clone());
        }
        let wordings = self.index(error).and_then(|index| self.vendor.table().codes.messages.get(index));
        let wordings = wordings.copied().unwrap_or_default();
        if wordings.is_empty() && error.parameters.is_empty() {
            return Ok(None);
        }
        let parameters: Vec<_> = error.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        wording::render(wordings, &parameters).map(Some)
    }

    /// The code as the vendor's codes stand in JSON.
    fn code(&self, code: &str) -> NewJson {
        match (self.vendor.table().form, code.parse::<i64>()) {
            (CodeForm::Integer { .. }, Ok(number)) if number.to_string() == code => NewJson::from(number),
            _ => NewJson::from(code),
        }
    }

    fn written(&self, envelope: &Envelope<'_>, status: Option<u16>) -> String {
        let mut root = Tree::object();
        self.set_members(&mut root, envelope, status);
        let mut errors = self.errors.iter();
        for place in envelope.items.all.iter().filter_map(|index| self.place(*index)) {
            if place.container.is_some() {
                let elements = self.elements.iter().map(|element| Tree::Value(element.clone()));
                let list: Vec<_> =
                    elements.chain(errors.by_ref().map(|error| self.tree(place, envelope, error))).collect();
                if !list.is_empty() {
                    put(&mut root, place.steps, list);
                }
            } else if let Some(error) = errors.next() {
                let path: Vec<_> = place.steps.iter().map_while(member).collect();
                if let Some(tree) = root.at(&path, Tree::object) {
                    self.fill(tree, place, envelope, error);
                }
            }
        }
        root.to_string()
    }

    fn tree(&self, place: &Place<'_>, envelope: &Envelope<'_>, error: &NewError) -> Tree {
        let mut tree = Tree::object();
        self.fill(&mut tree, place, envelope, error);
        tree
    }

    fn place(&self, index: u8) -> Option<&'t Place<'t>> {
        self.vendor.table().reader.places.get(usize::from(index))
    }

    fn set_members(&self, root: &mut Tree, envelope: &Envelope<'_>, status: Option<u16>) {
        for member in envelope.write.members {
            if let Some(value) = self.value(member.value, self.errors.first(), status) {
                root.set(member.path, value);
            }
        }
        for (path, value) in &self.members {
            let path: Vec<_> = path.iter().map(String::as_str).collect();
            root.set(&path, value.clone());
        }
    }

    fn value(&self, value: WriteValue<'_>, error: Option<&NewError>, status: Option<u16>) -> Option<NewJson> {
        match value {
            WriteValue::Status => status.map(|status| NewJson::from(i64::from(status))),
            WriteValue::Message => error?.message.as_deref().map(NewJson::from),
            WriteValue::Code => error?.code.as_deref().map(|code| self.code(code)),
            WriteValue::Null => Some(NewJson::null()),
            WriteValue::Text(text) => Some(NewJson::from(text)),
        }
    }

    /// Writes an error's parts.
    fn fill(&self, tree: &mut Tree, place: &Place<'_>, envelope: &Envelope<'_>, error: &NewError) {
        let reader = self.vendor.table().reader;
        for member in envelope.write.each {
            if let Some(value) = self.value(member.value, Some(error), error.status) {
                tree.set(member.path, value);
            }
        }
        if let Some(code) = &error.code {
            match pick(place.code, envelope.write.code) {
                Some(CodePath::Value(path) | CodePath::LastSegment(path)) => {
                    set(tree, reader, place, *path, self.code(code));
                }
                Some(CodePath::Pair { namespace, code: local, separator }) => {
                    let (first, second) = code.rsplit_once(separator).unwrap_or(("", code));
                    set(tree, reader, place, *namespace, NewJson::from(first));
                    set(tree, reader, place, *local, NewJson::from(second));
                }
                None => {}
            }
        }
        if let (Some(message), Some(path)) = (&error.message, place.message.first()) {
            set(tree, reader, place, *path, NewJson::from(message.as_str()));
        }
        let status = error.status.or_else(|| self.documented_status(error));
        if let (Some(status), Some(path)) = (status, place.status.first()) {
            set(tree, reader, place, *path, NewJson::from(i64::from(status)));
        }
        if let (Some(id), Some(path)) = (&error.id, place.id.first()) {
            set(tree, reader, place, *path, id.clone());
        }
        if let Some(ItemPath::Value(slot)) = pick(place.fields, envelope.write.fields_at) {
            let mut path = way(reader, place.node, *slot).unwrap_or_default();
            for (name, value) in &error.fields {
                path.push(name);
                tree.set(&path, value.clone());
                path.pop();
            }
        }
    }

    /// What a body reads as that was not asked for; `None` where it reads as asked.
    fn difference(&self, envelope: &Envelope<'_>, status: Option<u16>, json: &str) -> Option<String> {
        let reading = Reading::read(self.vendor.table().reader, status, json.as_bytes());
        if reading.envelope() != Some(envelope.name) {
            return Some(format!("it reads as the envelope `{}`", reading.envelope().unwrap_or("none")));
        }
        let lists =
            envelope.items.all.iter().filter_map(|index| self.place(*index)).any(|place| place.container.is_some());
        if !self.elements.is_empty() && !lists {
            return Some("it has no place for elements that are no errors".to_owned());
        }
        let items: Vec<_> = reading.items().collect();
        if items.len() != self.errors.len() {
            return Some(format!("it reads as {} errors in place of {}", items.len(), self.errors.len()));
        }
        for (index, (item, error)) in items.iter().zip(&self.errors).enumerate() {
            let code = item.raw_code().map(|code| code.to_cow().into_owned());
            if code != error.code {
                return Some(format!("the code of error {index} reads as {code:?} in place of {:?}", error.code));
            }
            let message = item.message().map(|message| message.to_string());
            let wanted = &error.message;
            if wanted.is_some() && message != *wanted {
                return Some(format!("the message of error {index} reads as {message:?} in place of {wanted:?}"));
            }
            let wanted = error.status.filter(|_| item.status() != error.status);
            if let Some(wanted) = wanted {
                return Some(format!("the status of error {index} reads as {:?} in place of {wanted}", item.status()));
            }
            if error.id.is_some() && item.id().map(NewJson::from) != error.id {
                return Some(format!("the id of error {index} reads as {:?}", item.id()));
            }
            let fields = item.fields();
            for (name, value) in &error.fields {
                if fields.get(name).map(NewJson::from).as_ref() != Some(value) {
                    return Some(format!("the field `{name}` of error {index} reads as {:?}", fields.get(name)));
                }
            }
        }
        self.members.iter().find_map(|(path, value)| {
            let read = reading.json().and_then(|json| path.iter().try_fold(json, |json, name| json.get(name)));
            let same = read.map(NewJson::from).as_ref() == Some(value);
            (!same).then(|| format!("the member `{}` reads as {read:?}", path.join(".")))
        })
    }
}

/// The alternative with this index, or the last one.
fn pick<T>(alternatives: &[T], index: u8) -> Option<&T> {
    alternatives.get(usize::from(index)).or_else(|| alternatives.last())
}

/// Puts a value where an item's path leads.
fn set(tree: &mut Tree, reader: &Reader<'_>, place: &Place<'_>, path: ItemPath, value: NewJson) {
    if let ItemPath::Value(slot) = path
        && let Some(path) = way(reader, place.node, slot)
        && !path.is_empty()
    {
        tree.set(&path, value);
    }
}

/// The names of the members that lead from a node to the one that keeps its value in a slot.
fn way<'t>(reader: &Reader<'t>, node: u8, slot: u8) -> Option<Vec<&'t str>> {
    let here: &Node<'t> = reader.nodes.get(usize::from(node))?;
    if here.slot == Some(slot) {
        return Some(Vec::new());
    }
    // A node's children have larger indices, so this ends.
    here.members.all.iter().filter(|member| member.node > node).find_map(|member| {
        let mut path = way(reader, member.node, slot)?;
        path.insert(0, member.name);
        Some(path)
    })
}

/// The name of a step to a member.
const fn member<'t>(step: &Step<'t>) -> Option<&'t str> {
    match step {
        Step::Member(name) => Some(name),
        Step::EachElement | Step::EachMember => None,
    }
}

/// Puts values where the steps from the root lead: all into the first list on the way.
fn put(root: &mut Tree, steps: &[Step<'_>], values: Vec<Tree>) {
    let path: Vec<_> = steps.iter().map_while(member).collect();
    let Some((first, rest)) = steps.get(path.len()..).and_then(<[_]>::split_first) else {
        return;
    };
    let values = values.into_iter().map(|value| rest.iter().rfold(value, |inner, step| step_to(*step, vec![inner])));
    let list = step_to(*first, values.collect());
    if let Some(place) = root.at(&path, Tree::object) {
        *place = list;
    }
}

/// What a step goes through to come to these values.
fn step_to(step: Step<'_>, values: Vec<Tree>) -> Tree {
    match step {
        Step::EachElement => Tree::List(values),
        Step::EachMember => Tree::Object((0..).map(|index: u32| index.to_string()).zip(values).collect()),
        Step::Member(name) => Tree::Object(values.into_iter().map(|value| (name.to_owned(), value)).collect()),
    }
}

//! Writing a body in one envelope.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::BodyBuilder;
use crate::table::{Batch, CodeForm, CodePath, Envelope, ItemPath, Node, Place, Reader, Step, WriteValue};
use crate::write::tree::Tree;
use crate::write::{NewError, NewJson};

impl<'t> BodyBuilder<'t> {
    /// The code as a JSON value: a number if the vendor's codes are numbers.
    fn code(&self, code: &str) -> NewJson {
        match (self.vendor.table().form, code.parse::<i64>()) {
            (CodeForm::Integer, Ok(number)) if number.to_string() == code => NewJson::from(number),
            _ => NewJson::from(code),
        }
    }

    pub(super) fn written(&self, envelope: &Envelope<'_>, status: Option<u16>) -> String {
        self.body(self.vendor.table().reader, envelope, status).to_string()
    }

    /// A batch: each error in an answer of its own.
    fn batch(&self, batch: &Batch<'_>, envelope: &Envelope<'_>, status: Option<u16>) -> Tree {
        let mut root = Tree::object();
        self.set_members(&mut root, envelope, status);
        let (reader, each) = (self.vendor.table().reader.elements.get(usize::from(batch.reader)), batch.each.first());
        if let (Some(reader), Some(each)) = (reader, each)
            && let Some(envelope) = reader.envelopes.first()
        {
            let answer = |error: &NewError| {
                let alone = Self { errors: vec![error.clone()], ..Self::new(&self.vendor) };
                alone.body(reader, envelope, error.status)
            };
            let given = self.elements.iter().map(|element| Tree::Value(element.clone()));
            let last = if each.object { Step::EachMember } else { Step::EachElement };
            let path: Vec<_> = each.path.iter().map(|name| Step::Member(name)).chain([last]).collect();
            put(&mut root, &path, given.chain(self.errors.iter().map(answer)).collect());
        }
        root
    }

    fn body(&self, reader: &Reader<'_>, envelope: &Envelope<'_>, status: Option<u16>) -> Tree {
        if let Some(batch) = &envelope.batch {
            return self.batch(batch, envelope, status);
        }
        let mut root = Tree::object();
        self.set_members(&mut root, envelope, status);
        let mut errors: Vec<_> = self.errors.iter().collect();
        // Of alternative places the first is written; strings are only written if no place has objects.
        let places = || {
            envelope
                .items
                .all
                .iter()
                .filter_map(|index| reader.places.get(usize::from(*index)))
                .filter(|place| place.unless == 0)
        };
        let any_objects = places().any(|place| !holds_texts(reader, place));
        for place in places().filter(|place| !any_objects || !holds_texts(reader, place)) {
            if place.is_listed() {
                let elements = self.elements.iter().map(|element| Tree::Value(element.clone()));
                let here = errors.extract_if(.., |error| self.belongs(error, envelope, place));
                let list: Vec<_> =
                    elements.chain(here.map(|error| self.tree(reader, place, envelope, error))).collect();
                if !list.is_empty() {
                    put(&mut root, place.steps, list);
                }
            } else if let Some(index) = errors.iter().position(|error| self.belongs(error, envelope, place)) {
                let error = errors.remove(index);
                let path: Vec<_> = place.steps.iter().map_while(member).collect();
                if let Some(tree) = root.at(&path, Tree::object) {
                    if holds_texts(reader, place) {
                        *tree = self.tree(reader, place, envelope, error);
                    } else {
                        self.fill(reader, tree, place, envelope, error);
                    }
                }
            }
        }
        root
    }

    /// Whether an error can be written in a place of an envelope.
    fn belongs(&self, error: &NewError, envelope: &Envelope<'_>, place: &Place<'_>) -> bool {
        let written_in = self.written_in(error).filter(|written| written.envelope == envelope.name);
        written_in.and_then(|written| written.at).is_none_or(|at| at == place.steps)
    }

    fn tree(&self, reader: &Reader<'_>, place: &Place<'_>, envelope: &Envelope<'_>, error: &NewError) -> Tree {
        if holds_texts(reader, place) {
            let text = if place.code.is_empty() { &error.message } else { &error.code };
            return Tree::Value(text.as_deref().map_or_else(NewJson::null, NewJson::from));
        }
        let mut tree = Tree::object();
        self.fill(reader, &mut tree, place, envelope, error);
        tree
    }

    pub(super) fn place(&self, index: u8) -> Option<&'t Place<'t>> {
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
    fn fill(&self, reader: &Reader<'_>, tree: &mut Tree, place: &Place<'_>, envelope: &Envelope<'_>, error: &NewError) {
        for member in envelope.write.each {
            if let Some(value) = self.value(member.value, Some(error), error.status) {
                tree.set(member.path, value);
            }
        }
        if let Some(code) = &error.code {
            // A code without a namespace cannot be split into one and the rest.
            let holds = |path: &&CodePath<'_>| match path {
                CodePath::Pair { separator, .. } => code.contains(separator),
                CodePath::Value(_) | CodePath::LastSegment(_) => true,
            };
            match pick(place.code, envelope.write.code).filter(holds).or_else(|| place.code.iter().find(holds)) {
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
        let beside = [(&error.detail_code, place.detail_code), (&error.parent_code, place.parent_code)];
        for (text, paths) in beside {
            if let (Some(text), Some(path)) = (text, paths.first()) {
                set(tree, reader, place, *path, self.code(text));
            }
        }
        if let (Some(message), Some(path)) = (&error.message, place.message.first()) {
            set(tree, reader, place, *path, NewJson::from(message.as_str()));
        }
        if let (Some(status), Some(path)) = (self.item_status(error), place.status.first()) {
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
}

/// Whether the items of a place are nothing but texts.
fn holds_texts(reader: &Reader<'_>, place: &Place<'_>) -> bool {
    let own = reader.nodes.get(usize::from(place.node)).and_then(|node| node.slot).map(ItemPath::Value);
    let code = place.code.first().map(|code| match code {
        CodePath::Value(path) | CodePath::LastSegment(path) | CodePath::Pair { code: path, .. } => *path,
    });
    place.text && [code, place.message.first().copied()].into_iter().flatten().all(|path| Some(path) == own)
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

/// Puts values at a path from the root: all of them into the first array on the path.
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

/// Wraps values in the array or object that a step iterates.
fn step_to(step: Step<'_>, values: Vec<Tree>) -> Tree {
    match step {
        Step::EachElement => Tree::List(values),
        Step::EachMember => Tree::Object((0..).map(|index: u32| index.to_string()).zip(values).collect()),
        Step::Member(name) => Tree::Object(values.into_iter().map(|value| (name.to_owned(), value)).collect()),
    }
}

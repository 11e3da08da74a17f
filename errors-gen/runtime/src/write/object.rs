//! Objects under construction.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::tree::Tree;

/// The members of an object under construction, in the order in which they were added.
#[derive(Debug)]
pub(super) struct Object {
    members: Vec<(String, Tree)>,
    /// The index of each member, so that adding many does not take quadratic time.
    indices: BTreeMap<String, usize>,
}

impl Object {
    pub(super) const fn new() -> Self {
        Self { members: Vec::new(), indices: BTreeMap::new() }
    }

    /// The value of the member with this key, which is made if it is missing.
    pub(super) fn entry(&mut self, name: &str, make: impl FnOnce() -> Tree) -> Option<&mut Tree> {
        let known = self.indices.get(name).copied();
        let index = known.unwrap_or(self.members.len());
        if known.is_none() {
            self.indices.insert(name.to_owned(), index);
            self.members.push((name.to_owned(), make()));
        }
        self.members.get_mut(index).map(|(_, value)| value)
    }

    /// The keys and values.
    pub(super) fn iter(&self) -> impl Iterator<Item = &(String, Tree)> {
        self.members.iter()
    }
}

impl FromIterator<(String, Tree)> for Object {
    fn from_iter<I: IntoIterator<Item = (String, Tree)>>(members: I) -> Self {
        let mut object = Self::new();
        for (name, value) in members {
            object.entry(&name, || value);
        }
        object
    }
}

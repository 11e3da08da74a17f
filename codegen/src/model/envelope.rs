//! Envelopes: the shapes of bodies, and where their errors are.

/// One shape that bodies have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The catalog's name: `rest`.
    pub name: String,
    /// The condition that a body must meet to have this envelope; `None` for no condition.
    pub when: Option<Condition>,
    /// Where a body tells its HTTP status; [`Step::Member`] only.
    pub status: Option<Path>,
    /// The places of items, the one at the top level first.
    pub items: Vec<Items>,
    /// The answers in a batch, each of which is read separately; `None` if the body is a single answer.
    pub batch: Option<Batch>,
    /// The condition for bodies that report success; `None` if none do.
    pub success: Option<Condition>,
    /// Whether a body that has errors and reports success is a partial success; otherwise it is a failure.
    pub partial: bool,
    /// The members that remain accessible in addition to the errors. Their paths only have [`Step::Member`]s.
    pub keep: Vec<Path>,
    /// How a body with this envelope is written.
    pub write: Write,
}

/// Several answers in one body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The paths of the answers; the first that has any is used. The last step of each, and no other, leads to several
    /// values.
    pub each: Vec<Path>,
    /// The envelopes that an answer can have, in order: indices into [`Vendor::envelopes`](super::Vendor::envelopes).
    pub of: Vec<usize>,
}

/// How a body with an envelope is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Write {
    /// Which of the paths of an item's code is written, as an index; the last one if an item has fewer.
    pub code: u8,
    /// Which of the paths of an item's fields is written, as an index; the last one if an item has fewer.
    pub fields_at: u8,
    /// Whether this envelope is preferred to earlier ones that could hold the same errors.
    pub preferred: bool,
    /// Further members of the body.
    pub members: Vec<(Path, WriteValue)>,
    /// Further members of every error.
    pub each: Vec<(Path, WriteValue)>,
}

/// Where a code is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenIn {
    /// The name of the envelope.
    pub envelope: String,
    /// The path of the items that can have the code; `None` for any items.
    pub at: Option<Path>,
}

/// The value of a further member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteValue {
    /// The HTTP status as a number; omitted if it is not known.
    Status,
    /// The message of the first error; omitted if it has none.
    Message,
    /// The code of the first error; omitted if it has none.
    Code,
    /// `null`
    Null,
    /// This text.
    Text(String),
}

/// A place: a path through a body whose values are items, and the paths of the parts of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Items {
    /// The paths of the items from the root. Of several alternatives, the first that has items is used. Never empty.
    pub at: Vec<Path>,
    /// The condition that a value must meet to be an item; `None` if every object is one.
    pub when: Option<Condition>,
    /// The paths of the code, in order of preference.
    pub code: Vec<CodePath>,
    /// The paths of the detail code, which refines the code, in order of preference.
    pub detail_code: Vec<ItemPath>,
    /// The paths of the parent code, which is less specific than the code, in order of preference.
    pub parent_code: Vec<ItemPath>,
    /// The paths of the message, in order of preference.
    pub message: Vec<ItemPath>,
    /// The paths of the item's own HTTP status, in order of preference.
    pub status: Vec<ItemPath>,
    /// The paths of the item's identifier, in order of preference.
    pub id: Vec<ItemPath>,
    /// The paths of the part of the request that it is about, in order of preference.
    pub field: Vec<ItemPath>,
    /// The paths of the object that has the documented fields, in order of preference; never empty.
    pub fields_at: Vec<ItemPath>,
    /// Whether items here are notes, such as warnings: never the reason why a request failed.
    pub note: bool,
}

/// A path through a body, from its root or from an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path {
    /// The steps; empty for the root or the item itself.
    pub steps: Vec<Step>,
}

impl Path {
    /// The path in the catalog's syntax, without `$.`; `$` where it has no steps.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for step in &self.steps {
            match step {
                Step::Member(name) if is_plain(name) => {
                    if !text.is_empty() {
                        text.push('.');
                    }
                    text.push_str(name);
                }
                Step::Member(name) => {
                    text.push_str("['");
                    text.push_str(&name.replace('\\', "\\\\").replace('\'', "\\'"));
                    text.push_str("']");
                }
                Step::EachElement => text.push_str("[*]"),
                Step::EachMember => text.push_str(if text.is_empty() { "*" } else { ".*" }),
            }
        }
        if text.is_empty() { "$".to_owned() } else { text }
    }
}

/// Whether a key needs no quotes in a path.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The member with this name; of duplicate keys, the last.
    Member(String),
    /// Each element of an array.
    EachElement,
    /// The value of each member of an object.
    EachMember,
}

/// The location of a value in an item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ItemPath {
    /// A path of [`Step::Member`]s from the item; empty for the item itself.
    Path(Path),
    /// A path of [`Step::Member`]s from the root.
    Root(Path),
    /// The key of the item.
    MemberName,
}

/// The location of a code in an item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CodePath {
    /// The scalar at this location.
    Value(ItemPath),
    /// The last segment of the URI at this location: the text after the last `/`, `#` or `:`, ignoring a trailing one.
    LastSegment(ItemPath),
    /// Two scalars, joined by a separator.
    Pair {
        /// The first.
        namespace: ItemPath,
        /// The second.
        code: ItemPath,
        /// The separator.
        separator: String,
    },
}

/// A condition: an "or" of alternatives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Condition {
    /// Alternatives; never empty.
    pub any_of: Vec<AllOf>,
}

/// Requirements that must all hold; there is at least one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct AllOf {
    /// A test of the value at a path.
    pub all_of: Vec<Requirement>,
    /// What the HTTP status must be.
    pub http: Vec<Statuses>,
}

/// Some HTTP statuses.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Statuses {
    /// Those from 400 on, and one that is not known.
    Error,
    /// These, ascending.
    OneOf(Vec<u16>),
}

/// A test of the value at a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Requirement {
    /// The path.
    pub path: Path,
    /// Whether the path starts at the item, and not at the root.
    pub of_item: bool,
    /// The test.
    pub test: ValueTest,
}

/// What a value must be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ValueTest {
    /// Anything, null and an empty list too.
    Exists,
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An object.
    Object,
    /// An array that is not empty.
    List,
    /// A string, a number or a boolean.
    Scalar,
    /// A scalar with this text.
    Equals(String),
}

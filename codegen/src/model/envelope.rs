//! Envelopes: where the errors of a body are.

/// One shape of body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The catalog's name: `rest`.
    pub name: String,
    /// Only bodies of which this is true; `None` for all.
    pub when: Option<Condition>,
    /// Where errors stand, the top-level one first.
    pub items: Vec<Items>,
    /// The answers within it, each of which is read by itself.
    pub batch: Option<Batch>,
    /// True of bodies that report success.
    pub success: Option<Condition>,
    /// Whether errors and success together are a partial success; otherwise they are a failure.
    pub partial: bool,
    /// Members that stay reachable beside the errors; [`Step::Member`] only.
    pub keep: Vec<Path>,
    /// How a body of this shape is written.
    pub write: Write,
}

/// Several answers in one body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Where they stand: the first of these that has any. Each ends in its only step that leads to several values.
    pub each: Vec<Path>,
    /// The envelopes that one of them can have, in order: indices into [`Vendor::envelopes`](super::Vendor::envelopes).
    pub of: Vec<usize>,
}

/// How a body is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Write {
    /// Which alternative of an item's code is written; the last one where an item has fewer.
    pub code: u8,
    /// Which alternative of the place of an item's fields is written; the last one where an item has fewer.
    pub fields_at: u8,
    /// Whether this envelope is written rather than an earlier one that would do.
    pub preferred: bool,
    /// Members beside the errors.
    pub members: Vec<(Path, WriteValue)>,
    /// Members of every error.
    pub each: Vec<(Path, WriteValue)>,
}

/// Where a code is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenIn {
    /// The name of the envelope.
    pub envelope: String,
    /// Where its items stand that can have the code; `None` for any of them.
    pub at: Option<Path>,
}

/// What a member beside the errors is written as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteValue {
    /// The HTTP status, a number; left out where it is not known.
    Status,
    /// The message of the first error; left out where it has none.
    Message,
    /// The code of the first error; left out where it has none.
    Code,
    /// `null`
    Null,
    /// This text.
    Text(String),
}

/// A place where items stand, and what stands where in an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Items {
    /// From the root; empty for the body itself. Of several, which say the same, the first that has items. Never empty.
    pub at: Vec<Path>,
    /// What fails it is no item. `None` where every object is one.
    pub when: Option<Condition>,
    /// The code, in order of preference.
    pub code: Vec<CodePath>,
    /// A finer code beside it, in order of preference.
    pub detail_code: Vec<ItemPath>,
    /// A coarser code beside it, in order of preference.
    pub parent_code: Vec<ItemPath>,
    /// The message, in order of preference.
    pub message: Vec<ItemPath>,
    /// The item's own HTTP status, in order of preference.
    pub status: Vec<ItemPath>,
    /// An identifier of this one error, in order of preference.
    pub id: Vec<ItemPath>,
    /// The part of the request it is about, in order of preference.
    pub field: Vec<ItemPath>,
    /// Where the documented fields stand, in order of preference; never empty.
    pub fields_at: Vec<ItemPath>,
    /// Whether items here are notes: they come with an answer and are never why it failed.
    pub note: bool,
}

/// Steps through a body, from its root or from an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path {
    /// The steps; none for the root or the item itself.
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

/// Whether a member's name can be written as it is.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The member of this name; of several the last.
    Member(String),
    /// Each element of a list.
    EachElement,
    /// Each member's value of an object.
    EachMember,
}

/// Where something stands in an item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ItemPath {
    /// From the item on, along a path of [`Step::Member`]s; empty for the item itself.
    Path(Path),
    /// From the root on, along a path of [`Step::Member`]s.
    Root(Path),
    /// The name of the member the item was found under.
    MemberName,
}

/// Where a code stands in an item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CodePath {
    /// The scalar there.
    Value(ItemPath),
    /// The last segment of the URI there: what follows the last `/`, `#` or `:`, trailing `/` aside.
    LastSegment(ItemPath),
    /// Two scalars, joined.
    Pair {
        /// The first.
        namespace: ItemPath,
        /// The second.
        code: ItemPath,
        /// What stands between them.
        separator: String,
    },
}

/// A test: one of these must hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Condition {
    /// Alternatives; never empty.
    pub any_of: Vec<AllOf>,
}

/// Requirements that must all hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AllOf {
    /// Never empty.
    pub all_of: Vec<Requirement>,
}

/// What must stand where.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Requirement {
    /// Where.
    pub path: Path,
    /// Whether the path starts at the item, and not at the root.
    pub of_item: bool,
    /// What.
    pub test: ValueTest,
}

/// What must stand at a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ValueTest {
    /// Anything but null and an empty list.
    Present,
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An object.
    Object,
    /// A list that is not empty.
    List,
    /// A string, a number or a boolean.
    Scalar,
    /// A scalar with this text.
    Equals(String),
}

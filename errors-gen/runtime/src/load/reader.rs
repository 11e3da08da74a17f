//! How bodies are read: lookups, the trie, places and envelopes.

use errors_codegen::lower;
use errors_codegen::model;

use super::texts::Copier;
use crate::table::{
    CodePath, Condition, Envelope, Hash, ItemPath, ItemPlaces, Kept, KeyBytes, Lookup, Member, Members, Node, Place,
    Reader, Slots, Step, SuccessRule, Test, TextRole, TransportError, Usual, ValueTest, Write, WriteMember, WriteValue,
};

impl<'t> Copier<'t> {
    /// How bodies are read; what the model itself has is given.
    pub(super) fn reader(
        self,
        title: &'t str,
        wire: &'t [&'t str],
        lookup: Lookup<'t>,
        transport: &'t [TransportError<'t>],
        success_without_body: &'t [u16],
        reader: &lower::Reader,
    ) -> Reader<'t> {
        Reader {
            title,
            wire,
            lookup,
            width: reader.width,
            success: self.each(&reader.success, |rule| self.success_rule(rule)),
            nodes: self.each(&reader.nodes, |node| self.node(node, &reader.counted(node))),
            places: self.each(&reader.places, |place| self.place(place)),
            envelopes: self.each(&reader.envelopes, |envelope| self.envelope(envelope, reader)),
            deep: reader.deep(),
            transport,
            success_without_body,
        }
    }

    /// From a code's text to its index.
    pub(super) fn lookup(self, lookup: &lower::Lookup) -> Lookup<'t> {
        match lookup {
            lower::Lookup::Text { bytes, hash } => Lookup::Text { bytes: key_bytes(*bytes), hash: self.hash(hash) },
            lower::Lookup::Number { width, values, hash } => {
                Lookup::Number { width: *width, values: self.bump.alloc_slice_copy(values), hash: self.hash(hash) }
            }
            lower::Lookup::Sorted(order) => Lookup::Sorted(self.bump.alloc_slice_copy(order)),
        }
    }

    /// A perfect hash, its slots as small as they fit.
    fn hash(self, hash: &lower::Hash) -> Hash<'t> {
        let slots = if let Some(slots) = self.narrowed::<u8>(&hash.slots) {
            Slots::U8(slots)
        } else if let Some(slots) = self.narrowed::<u16>(&hash.slots) {
            Slots::U16(slots)
        } else {
            Slots::U32(self.bump.alloc_slice_copy(&hash.slots))
        };
        Hash {
            seed: hash.seed,
            shift: hash.shift,
            bucket_shift: hash.bucket_shift,
            displacements: self.bump.alloc_slice_copy(&hash.displacements),
            slots,
        }
    }

    /// The indices in fewer bytes, if all fit.
    fn narrowed<T: TryFrom<u32>>(self, slots: &[u32]) -> Option<&'t [T]> {
        let slots = self.bump.alloc_slice_try_fill_iter(slots.iter().map(|&index| T::try_from(index)));
        slots.ok().map(|slots| &*slots)
    }

    /// A rule that tells success from failure.
    fn success_rule(self, rule: &lower::SuccessRule) -> SuccessRule<'t> {
        match rule {
            lower::SuccessRule::Sentinels(codes) => SuccessRule::Sentinels(self.texts(codes)),
            lower::SuccessRule::Digits { start, digits, success } => {
                SuccessRule::Digits { start: *start, digits: self.text(digits), success: *success }
            }
        }
    }

    /// A node of the trie.
    fn node(self, node: &lower::Node, counted: &lower::Counted) -> Node<'t> {
        Node {
            members: Members::new(self.each(&node.members, |member| self.member(member))),
            any_member: node.any_member,
            element: node.element,
            slot: node.slot,
            name_slot: node.name_slot,
            clears: node.clears,
            restarts: node.restarts,
            places: self.bump.alloc_slice_copy(&counted.places),
            probes: self.bump.alloc_slice_copy(&counted.probes),
            tested: counted.tested,
            usual: counted.usual.map(usual),
        }
    }

    /// A member that leads further.
    fn member(self, member: &lower::Member) -> Member<'t> {
        let new = Member::new(self.text(&member.name), member.node);
        member.slot.map_or(new, |slot| new.kept_in(slot))
    }

    /// A place where items stand.
    fn place(self, place: &lower::Place) -> Place<'t> {
        let paths = |paths: &[lower::ItemPath]| self.each(paths, |path| item_path(*path));
        Place {
            steps: self.each(&place.steps, |step| self.step(step)),
            container: place.container,
            node: place.node,
            when: self.condition(&place.when),
            text: place.text.map(text_role),
            neutral: place.neutral,
            code: self.each(&place.code, |path| self.code_path(path)),
            message: paths(&place.message),
            status: paths(&place.status),
            id: paths(&place.id),
            field: paths(&place.field),
            fields: paths(&place.fields),
            usual: place.usual.map(usual),
        }
    }

    /// A step on the way to an item.
    fn step(self, step: &model::Step) -> Step<'t> {
        match step {
            model::Step::Member(name) => Step::Member(self.text(name)),
            model::Step::EachElement => Step::EachElement,
            model::Step::EachMember => Step::EachMember,
        }
    }

    /// Where a code stands.
    fn code_path(self, path: &lower::CodePath) -> CodePath<'t> {
        match path {
            lower::CodePath::Value(path) => CodePath::Value(item_path(*path)),
            lower::CodePath::LastSegment(path) => CodePath::LastSegment(item_path(*path)),
            lower::CodePath::Pair { namespace, code, separator } => CodePath::Pair {
                namespace: item_path(*namespace),
                code: item_path(*code),
                separator: self.text(separator),
            },
        }
    }

    /// A condition.
    fn condition(self, condition: &lower::Condition) -> Condition<'t> {
        Condition::new(self.each(&condition.any_of, |tests| self.each(tests, |test| self.test(test))))
    }

    /// One test of a condition.
    fn test(self, test: &lower::Test) -> Test<'t> {
        match test {
            lower::Test::Value { slot, test } => Test::Value { slot: *slot, test: self.value_test(test) },
            lower::Test::Counted { place } => Test::Counted { place: *place },
        }
    }

    /// What must stand at a path.
    fn value_test(self, test: &model::ValueTest) -> ValueTest<'t> {
        match test {
            model::ValueTest::Present => ValueTest::Present,
            model::ValueTest::String => ValueTest::String,
            model::ValueTest::Number => ValueTest::Number,
            model::ValueTest::Boolean => ValueTest::Boolean,
            model::ValueTest::Object => ValueTest::Object,
            model::ValueTest::List => ValueTest::List,
            model::ValueTest::Scalar => ValueTest::Scalar,
            model::ValueTest::Equals(expected) => ValueTest::Equals(self.text(expected)),
        }
    }

    /// One shape of body.
    fn envelope(self, envelope: &lower::Envelope, reader: &lower::Reader) -> Envelope<'t> {
        let lower::ItemPlaces { bits, single, any_neutral } = reader.item_places(envelope);
        let (all, single) = (self.bump.alloc_slice_copy(&envelope.items), self.bump.alloc_slice_copy(&single));
        Envelope {
            name: self.text(&envelope.name),
            when: self.condition(&envelope.when),
            items: ItemPlaces { all, bits, single, any_neutral },
            success: envelope.success.as_ref().map(|success| self.condition(success)),
            partial: envelope.partial,
            keep: self.each(&envelope.keep, |kept| Kept { name: self.text(&kept.name), slot: kept.slot }),
            write: self.write(&envelope.write),
        }
    }

    /// How a body is written.
    fn write(self, write: &lower::Write) -> Write<'t> {
        let member = |(path, value): &(alloc::vec::Vec<alloc::string::String>, model::WriteValue)| WriteMember {
            path: self.texts(path),
            value: match value {
                model::WriteValue::Status => WriteValue::Status,
                model::WriteValue::Message => WriteValue::Message,
                model::WriteValue::Code => WriteValue::Code,
                model::WriteValue::Null => WriteValue::Null,
                model::WriteValue::Text(text) => WriteValue::Text(self.text(text)),
            },
        };
        Write {
            code: write.code,
            fields_at: write.fields_at,
            preferred: write.preferred,
            members: self.each(&write.members, member),
            each: self.each(&write.each, member),
        }
    }
}

/// Which bytes of a text are hashed.
const fn key_bytes(bytes: lower::KeyBytes) -> KeyBytes {
    match bytes {
        lower::KeyBytes::Ends => KeyBytes::Ends,
        lower::KeyBytes::EndsAndMiddle => KeyBytes::EndsAndMiddle,
        lower::KeyBytes::All => KeyBytes::All,
    }
}

/// The shape that most items have.
const fn usual(usual: lower::Usual) -> Usual {
    Usual::new(usual.code, usual.message, usual.fields, usual.without)
}

/// What a string element holds.
const fn text_role(role: model::TextRole) -> TextRole {
    match role {
        model::TextRole::Code => TextRole::Code,
        model::TextRole::Message => TextRole::Message,
    }
}

/// Where something stands in an item.
const fn item_path(path: lower::ItemPath) -> ItemPath {
    match path {
        lower::ItemPath::Value(slot) => ItemPath::Value(slot),
        lower::ItemPath::Name(slot) => ItemPath::Name(slot),
    }
}

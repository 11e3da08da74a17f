//! Rule 6: what is known of an item.

use errors_codegen::model::{
    Class, ClassBy, ClassValue, Code, CodeForm, CodePath, DetailCode, ItemPath, Items, Variant, Vendor,
};

use super::json::Value;
use super::reading::{at, three_digits};
use super::wording;

/// An item.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    pub(crate) code: Option<String>,
    pub(crate) detail_code: Option<String>,
    pub(crate) parent_code: Option<String>,
    /// The texts of the message.
    pub(crate) message: Option<Vec<String>>,
    pub(crate) status: Option<u16>,
    pub(crate) id: Option<Value>,
    pub(crate) field: Option<Value>,
    pub(crate) note: bool,
    /// Whether its code means success; `None` if the catalog does not say.
    pub(crate) success: Option<bool>,
    /// The HTTP status that counts for it where it has none itself.
    pub(crate) received: Option<u16>,
    /// The index of each class that says something about it, and of the value.
    pub(crate) classes: Vec<(usize, usize)>,
}

/// Whether texts are items of a place: its message or its code is the item itself.
pub(crate) fn places_hold_text(place: &Items) -> bool {
    let itself = |path: &ItemPath| matches!(path, ItemPath::Path(path) if path.steps.is_empty());
    let code = |code: &CodePath| match code {
        CodePath::Value(path) | CodePath::LastSegment(path) => itself(path),
        CodePath::Pair { namespace, code, .. } => itself(namespace) || itself(code),
    };
    place.message.iter().any(itself) || place.code.iter().any(code)
}

/// The value at a place of an item.
pub(crate) fn look(path: &ItemPath, root: &Value, item: &Value, key: Option<&str>) -> Option<Value> {
    match path {
        ItemPath::Path(path) => at(item, path).cloned(),
        ItemPath::Root(path) => at(root, path).cloned(),
        ItemPath::MemberName => key.map(|key| Value::String(key.to_owned())),
    }
}

impl Item {
    /// A value that is an item of a place.
    pub(crate) fn of(
        vendor: &Vendor,
        place: &Items,
        root: &Value,
        value: &Value,
        key: Option<&str>,
        received: Option<u16>,
    ) -> Self {
        let look = |path: &ItemPath| look(path, root, value, key);
        let first = |paths: &[ItemPath]| paths.iter().filter_map(look).find(Value::is_there);
        let text = |paths: &[ItemPath]| {
            paths.iter().filter_map(|path| padded(vendor, &look(path)?)).find(|text| !text.is_empty())
        };
        let message = |value: &Value| match value {
            Value::String(text) => Some(vec![text.clone()]),
            Value::List(list) => {
                let texts = list
                    .iter()
                    .filter_map(|value| if let Value::String(text) = value { Some(text.clone()) } else { None });
                Some(texts.collect()).filter(|texts: &Vec<String>| !texts.is_empty())
            }
            _ => None,
        };
        let mut item = Self {
            code: place.code.iter().find_map(|path| code(vendor, path, look)),
            detail_code: text(&place.detail_code),
            parent_code: text(&place.parent_code),
            message: place.message.iter().find_map(|path| message(&look(path)?)),
            status: first(&place.status).and_then(|value| three_digits(&value)),
            id: first(&place.id),
            field: first(&place.field),
            received,
            ..Self::default()
        };
        let member = |paths: &[ItemPath]| first(paths)?.scalar();
        item.classes = statements(vendor, item.code.as_deref(), member);
        item.success = item.means_success(vendor);
        let by_class = item.values(vendor).any(|(_, value)| value.note);
        let by_code = item.listed(vendor).is_some_and(|code| code.note);
        item.note = (place.note || by_code || by_class) && item.success != Some(true);
        item
    }

    /// An answer that fits no envelope.
    pub(crate) fn unfit(place: Option<&Items>, value: &Value, received: Option<u16>) -> Self {
        let paths = place.map_or(&[][..], |place| &place.id);
        let id = paths.iter().filter_map(|path| look(path, value, value, None)).find(Value::is_there);
        Self { id, received, ..Self::default() }
    }

    /// Whether it has a code or a message.
    pub(crate) fn says_something(&self) -> bool {
        self.code.is_some() || self.message.is_some()
    }

    /// The entry of its code.
    pub(crate) fn listed<'v>(&self, vendor: &'v Vendor) -> Option<&'v Code> {
        entry(vendor, self.code.as_deref()?)
    }

    /// The entry of its parent code.
    pub(crate) fn listed_parent<'v>(&self, vendor: &'v Vendor) -> Option<&'v Code> {
        entry(vendor, self.parent_code.as_deref()?)
    }

    /// The entry of its detail code: the one of its code, else the one of all codes.
    pub(crate) fn listed_detail<'v>(&self, vendor: &'v Vendor) -> Option<&'v DetailCode> {
        let text = self.detail_code.as_ref()?;
        let of = |code: Option<&String>| {
            vendor.detail_codes.iter().find(|detail| detail.code.as_ref() == code && detail.wire == *text)
        };
        self.listed(vendor).and_then(|code| of(Some(&code.wire))).or_else(|| of(None))
    }

    /// The variant of its code that holds.
    pub(crate) fn variant<'v>(&self, vendor: &'v Vendor) -> Option<&'v Variant> {
        let code = self.listed(vendor)?;
        let status = self.status.or(self.received);
        let wording = match self.message.as_deref() {
            Some([message]) => wording::best(&code.messages, message).map(|wording| wording.text.clone()),
            _ => None,
        };
        code.variants.iter().find(|variant| {
            (variant.http.is_empty() || status.is_some_and(|status| variant.http.contains(&status)))
                && (variant.messages.is_empty() || wording.as_ref().is_some_and(|text| variant.messages.contains(text)))
        })
    }

    /// The values of classes that it has, in the order in which they are asked.
    pub(crate) fn values<'v>(&'v self, vendor: &'v Vendor) -> impl Iterator<Item = (&'v Class, &'v ClassValue)> {
        self.classes.iter().map(|(class, value)| {
            let class = &vendor.classes[*class];
            (class, &class.values[*value])
        })
    }

    fn means_success(&self, vendor: &Vendor) -> Option<bool> {
        match &self.code {
            Some(code) if !vendor.success.is_empty() => Some(vendor.success.contains(code)),
            _ => self.values(vendor).find_map(|(_, value)| value.success),
        }
    }
}

fn entry<'v>(vendor: &'v Vendor, text: &str) -> Option<&'v Code> {
    vendor.codes.iter().find(|code| code.wire == text)
}

/// The text of a code: a number that lost its leading zeros gets them back.
fn padded(vendor: &Vendor, value: &Value) -> Option<String> {
    let text = value.scalar()?;
    let lost = matches!(value, Value::Number(_)) && text.bytes().all(|byte| byte.is_ascii_digit());
    match vendor.form {
        CodeForm::Digits { width } if lost => Some(format!("{text:0>width$}", width = usize::from(width))),
        _ => Some(text),
    }
}

/// The code at a path. An empty text is none, and neither is one of whose two parts one is empty.
fn code(vendor: &Vendor, path: &CodePath, look: impl Fn(&ItemPath) -> Option<Value>) -> Option<String> {
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    match path {
        CodePath::Value(path) => filled(padded(vendor, &look(path)?)?),
        CodePath::LastSegment(path) => {
            let uri = look(path)?.scalar()?;
            let separator = |character| matches!(character, '/' | '#' | ':');
            filled(uri.trim_end_matches(separator).rsplit(separator).next()?.to_owned())
        }
        CodePath::Pair { namespace, code, separator } => {
            Some(filled(look(namespace)?.scalar()?)? + separator + &filled(look(code)?.scalar()?)?)
        }
    }
}

/// The values of classes for a code and the members beside it, in the order in which they are asked.
fn statements(
    vendor: &Vendor,
    code: Option<&str>,
    member: impl Fn(&[ItemPath]) -> Option<String>,
) -> Vec<(usize, usize)> {
    let of_code = |class: &Class| {
        let code = code?;
        match &class.by {
            ClassBy::Digits { width, start, len } => {
                let fits = code.len() == usize::from(*width) && code.bytes().all(|byte| byte.is_ascii_digit());
                let digits = fits.then(|| &code[usize::from(*start)..usize::from(*start + *len)])?;
                class.values.iter().position(|value| value.text == digits)
            }
            ClassBy::Range { from, to } => {
                let number: i64 = code.parse().ok()?;
                (number.to_string() == code && (*from..=*to).contains(&number)).then_some(0)
            }
            ClassBy::Prefix(prefix) => code.starts_with(prefix).then_some(0),
            ClassBy::Member(_) => None,
        }
    };
    let mut by_code: Vec<(u64, usize, usize)> = Vec::new();
    let mut beside = Vec::new();
    for (index, class) in vendor.classes.iter().enumerate() {
        if let ClassBy::Member(paths) = &class.by {
            let value = member(paths).and_then(|text| class.values.iter().position(|value| value.text == text));
            beside.extend(value.map(|value| (index, value)));
        } else if let Some(value) = of_code(class) {
            // The narrowest range, the most digits, of as many those further right, the longest prefix. Digits that
            // mean success come before everything else.
            let rank = match &class.by {
                ClassBy::Range { from, to } => to.abs_diff(*from),
                ClassBy::Digits { .. } if class.values[value].success == Some(true) => 0,
                ClassBy::Digits { start, len, .. } => 1_000_000 - 1_000 * u64::from(*len) - u64::from(*start),
                ClassBy::Prefix(prefix) => 1_000_000 - prefix.len() as u64,
                ClassBy::Member(_) => u64::MAX,
            };
            by_code.push((rank, index, value));
        }
    }
    by_code.sort_by_key(|(rank, ..)| *rank);
    by_code.into_iter().map(|(_, class, value)| (class, value)).chain(beside).collect()
}

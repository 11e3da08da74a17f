//! What a change is, and how much it asks of programs.

use clap::ValueEnum;
use serde::Serialize;
use serde_json::Value;

/// What a change asks of the programs that use a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Grade {
    /// Nothing: sentences, links
    Patch,
    /// Nothing, but there is something new to use
    Minor,
    /// To look at what they do: something is gone, or programs act otherwise
    Major,
}

impl Grade {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// What happened to the thing that a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Change {
    Added,
    Removed,
    /// The vendor's text for it changed, and nothing that tells it apart for programs.
    Renamed,
    /// It is deprecated from now on.
    Retired,
    Changed,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Row {
    pub(super) vendor: String,
    /// The code that it is about; null where it is about the vendor.
    pub(super) code: Option<String>,
    /// What changed: `kind`, `field cartId`.
    pub(super) what: String,
    pub(super) change: Change,
    /// Before and after; null where there is nothing.
    pub(super) before: Value,
    pub(super) after: Value,
    pub(super) grade: Grade,
    /// Why it has this grade.
    pub(super) reason: &'static str,
}

impl Row {
    /// Something that is new.
    pub(super) fn added(vendor: &str, code: Option<&str>, what: &str, after: impl Into<Value>) -> Self {
        let reason = "nothing that programs use is touched";
        Self {
            change: Change::Added,
            ..Self::new(vendor, code, what, Value::Null, after.into(), (Grade::Minor, reason))
        }
    }

    /// Something that is gone.
    pub(super) fn removed(vendor: &str, code: Option<&str>, what: &str, before: impl Into<Value>) -> Self {
        let reason = "programs that use it no longer compile, or no longer get it";
        Self {
            change: Change::Removed,
            ..Self::new(vendor, code, what, before.into(), Value::Null, (Grade::Major, reason))
        }
    }

    /// Something that is not what it was.
    pub(super) fn new(
        vendor: &str,
        code: Option<&str>,
        what: &str,
        before: Value,
        after: Value,
        (grade, reason): (Grade, &'static str),
    ) -> Self {
        let (vendor, code, what) = (vendor.to_owned(), code.map(str::to_owned), what.to_owned());
        Self { vendor, code, what, change: Change::Changed, before, after, grade, reason }
    }
}

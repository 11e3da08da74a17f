//! `diff`: what changed between two states of the catalogs, and what that means for the programs that use them.

mod base;
mod codes;
mod readings;
mod row;
mod rules;
mod side;
mod write;

use crate::arguments::{self, DiffFormat};
use crate::catalogs::Catalogs;
use crate::failure::{Failure, Verdict};

use self::row::Row;
use self::side::{Side, VendorSide};

pub(crate) use self::row::Grade;

/// The two states that were compared.
struct Compared<'a> {
    /// What the base is called: `HEAD`.
    base: &'a str,
    /// What the base cannot be compared in; empty if in everything.
    left_out: &'a str,
    rows: Vec<Row>,
}

impl Compared<'_> {
    /// The highest grade; `None` if nothing changed.
    fn grade(&self) -> Option<Grade> {
        self.rows.iter().map(|row| row.grade).max()
    }
}

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Diff) -> Result<Verdict, Failure> {
    let base = base::read(catalogs, &arguments.base)?;
    let now = Side::of_catalogs(catalogs.all()?)?;
    let left_out = if base.has_catalogs() {
        ""
    } else {
        "an export has no envelopes, classes, headers, examples, or advice of statuses without a code"
    };
    let compared = Compared { base: &arguments.base, left_out, rows: rows(&base, &now) };
    let mut out = anstream::stdout().lock();
    match arguments.format {
        DiffFormat::Text => write::text(&compared, &mut out)?,
        DiffFormat::Json => write::json(&compared, &mut out)?,
        DiffFormat::Markdown => write::markdown(&compared, &mut out)?,
    }
    let fails = arguments.fail_on.is_some_and(|least| compared.grade() >= Some(least));
    Ok(if fails { Verdict::Bad } else { Verdict::Good })
}

/// All changes: by vendor, then by code as the catalogs list them.
fn rows(base: &Side, now: &Side) -> Vec<Row> {
    let mut rows = Vec::new();
    for old in base.vendors() {
        match now.vendor(old.name()) {
            Some(new) => rows.extend(vendor(old, new)),
            None => rows.push(Row::removed(old.name(), None, "vendor", old.name())),
        }
    }
    for new in now.vendors().iter().filter(|new| base.vendor(new.name()).is_none()) {
        rows.push(Row::added(new.name(), None, "vendor", new.name()));
    }
    rows
}

fn vendor(old: &VendorSide, new: &VendorSide) -> Vec<Row> {
    let mut rows = codes::compare(old, new);
    if let (Some(old), Some(new)) = (old.catalog(), new.catalog()) {
        rows.extend(rules::compare(old, new));
        rows.extend(readings::compare(old, new));
    }
    rows
}

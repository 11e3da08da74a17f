//! The answers of a batch.

use std::io::{self, Write};

use errors_codegen::text::OneLine;
use errors_runtime::{Elements, Response};

use super::super::raw::compact;
use super::{Asked, MOST_OF_A_VALUE, error, heading};
use crate::text::{STRONG, cut};

/// Writes each answer with its id, its outcome and its errors.
pub(super) fn describe(
    response: &Response<'_>,
    elements: Elements<'_>,
    asked: &Asked<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let total = elements.clone().count();
    let mut index = 0;
    for (position, element) in elements.enumerate() {
        let id = element.id().map(|id| format!(" (id {})", cut(compact(id.as_str()), MOST_OF_A_VALUE)));
        let id = id.unwrap_or_default();
        let outcome = element.outcome();
        writeln!(out, "\n{STRONG}answer {} of {total}{}: {outcome}{STRONG:#}", position + 1, OneLine(id))?;
        let errors = element.errors().count();
        for (number, item) in element.errors().enumerate() {
            let is_primary = response.primary_index() == Some(index);
            if errors > 1 {
                heading(&format!("error {} of {errors} of answer {}", number + 1, position + 1), is_primary, out)?;
            }
            error(response, &item, is_primary, true, asked, out)?;
            index += 1;
        }
    }
    Ok(())
}

//! `decode --lines`: reads many bodies in constant memory, one line in, one line out.

use std::io::{self, BufRead, BufReader, Read, Write};

use errors_codegen::model::Vendor;
use serde::Serialize;

use super::attempt;
use super::json::Decoded;
use super::request::Request;

/// The longest line that is read. The memory that is needed is a small multiple of it, whatever comes in.
const LONGEST: usize = 64 << 20;

/// The capacity that a buffer keeps from one line to the next.
const KEPT: usize = 1 << 20;

/// Why the work stopped.
#[derive(Debug)]
pub(super) struct Stopped {
    /// Whether reading failed; otherwise writing did.
    pub(super) reading: bool,
    /// How.
    pub(super) cause: io::Error,
}

impl Stopped {
    fn reading(cause: io::Error) -> Self {
        Self { reading: true, cause }
    }

    fn writing(cause: impl Into<io::Error>) -> Self {
        Self { reading: false, cause: cause.into() }
    }
}

/// What stands in place of a reading where a line is no request.
#[derive(Serialize)]
struct Refused {
    error: String,
}

/// Reads line by line, and answers each with one line.
pub(super) fn run<R: Read>(
    vendor: &Vendor,
    tables: errors_runtime::Vendor<'_>,
    input: &mut BufReader<R>,
    out: &mut impl Write,
) -> Result<(), Stopped> {
    let mut line = Vec::new();
    let mut request = Request::default();
    // Put together before it is written, so that no half an answer can come out.
    let mut answer = Vec::new();
    loop {
        // Whoever sends a line and waits for its answer gets it before the next line is waited for.
        if input.buffer().is_empty() {
            out.flush().map_err(Stopped::writing)?;
        }
        let answered = match next_line(input, &mut line, LONGEST).map_err(Stopped::reading)? {
            Line::End => break,
            Line::TooLong => Err(format!("the line is longer than {} MiB", LONGEST >> 20)),
            Line::Whole => request.parse(&line, vendor),
        };
        let answered = answered.and_then(|()| {
            let headers = &request.headers;
            let response = tables.read_with_headers(request.status, |name| headers.get(name), &request.body);
            let decoded = Decoded { response: &response, attempt: attempt(request.method.as_deref()) };
            serde_json::to_writer(&mut answer, &decoded).map_err(|error| error.to_string())
        });
        if let Err(error) = answered {
            answer.clear();
            serde_json::to_writer(&mut answer, &Refused { error }).map_err(Stopped::writing)?;
        }
        answer.push(b'\n');
        out.write_all(&answer).map_err(Stopped::writing)?;
        for buffer in [&mut line, &mut request.body, &mut answer] {
            buffer.clear();
            buffer.shrink_to(KEPT);
        }
    }
    out.flush().map_err(Stopped::writing)
}

/// What came of reading a line.
#[derive(Debug, PartialEq, Eq)]
enum Line {
    /// It is in the buffer, without its end.
    Whole,
    /// It was passed over.
    TooLong,
    /// There is none.
    End,
}

fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>, longest: usize) -> io::Result<Line> {
    line.clear();
    let limit = u64::try_from(longest).unwrap_or(u64::MAX).saturating_add(1);
    if input.by_ref().take(limit).read_until(b'\n', line)? == 0 {
        return Ok(Line::End);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() > longest {
        line.clear();
        input.skip_until(b'\n')?;
        return Ok(Line::TooLong);
    }
    Ok(Line::Whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_passed_over_and_the_last_needs_no_end() {
        let mut input: &[u8] = b"abc\nabcd\nabcdefgh\n\nab";
        let mut line = Vec::new();
        let mut lines = Vec::new();
        loop {
            match next_line(&mut input, &mut line, 4).unwrap() {
                Line::End => break,
                Line::Whole => lines.push(String::from_utf8(line.clone()).unwrap()),
                Line::TooLong => lines.push("too long".to_owned()),
            }
        }
        assert_eq!(lines, ["abc", "abcd", "too long", "", "ab"]);
    }
}

//! The answer to one line.

use errors_codegen::model;
use errors_runtime::Vendor;
use serde::Serialize;

use super::super::LONGEST;
use super::super::attempt;
use super::super::json::Decoded;
use super::super::request::Request;
use super::KEPT;
use super::input::Length;
use super::select::Selected;
use crate::arguments::Select;

/// What is asked of every line.
#[derive(Clone, Copy)]
pub(in super::super) struct Asked<'a> {
    /// The catalog.
    pub(in super::super) vendor: &'a model::Vendor,
    /// The same as tables.
    pub(in super::super) tables: Vendor<'a>,
    /// What is written; everything where nothing is selected.
    pub(in super::super) select: &'a [Select],
}

/// Answers lines, with buffers that are used again.
pub(super) struct Answering<'a> {
    asked: Asked<'a>,
    request: Request,
}

/// What stands in place of a reading where a line is no request.
#[derive(Serialize)]
struct Refused {
    error: String,
}

impl<'a> Answering<'a> {
    pub(super) fn new(asked: Asked<'a>) -> Self {
        Self { asked, request: Request::default() }
    }

    /// Adds the answer to a line, and the end of the line.
    pub(super) fn answer(&mut self, length: Length, line: &[u8], answer: &mut Vec<u8>) {
        let start = answer.len();
        if let Err(error) = self.try_answer(length, line, answer) {
            answer.truncate(start);
            // Text in memory can be written.
            let _ = serde_json::to_writer(&mut *answer, &Refused { error });
        }
        answer.push(b'\n');
        self.request.body.clear();
        self.request.body.shrink_to(KEPT);
    }

    fn try_answer(&mut self, length: Length, line: &[u8], answer: &mut Vec<u8>) -> Result<(), String> {
        let Self { asked: Asked { vendor, tables, select }, request } = self;
        match length {
            Length::Whole => request.parse(line, vendor)?,
            Length::TooLong => return Err(format!("the line is longer than {} MiB", LONGEST >> 20)),
        }
        let headers = &request.headers;
        let response = tables.read_with_headers(request.status, |name| headers.get(name), &request.body);
        let written = if select.is_empty() {
            let decoded = Decoded { response: &response, attempt: attempt(request.method.as_deref()) };
            serde_json::to_writer(answer, &decoded)
        } else {
            serde_json::to_writer(answer, &Selected { response: &response, select })
        };
        written.map_err(|error| error.to_string())
    }
}

//! `decode`: reads a body and says what it means.

mod headers;
mod json;
mod likeness;
mod lines;
mod members;
mod raw;
mod request;
mod text;

use std::fs::File;
use std::io::{self, Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::thread;

use errors_codegen::load::Arena;
use errors_codegen::model::Vendor;
use errors_runtime::decide::Attempt;

use crate::arguments::{self, DecodeFormat};
use crate::catalogs::Catalogs;
use crate::failure::{Failure, Message, Verdict};
use crate::operations;
use crate::read;

use self::headers::Headers;
use self::json::Decoded;

/// The longest body, and the longest line of bodies, that is read. The memory that is needed is a small multiple of it,
/// whatever comes in.
const LONGEST: usize = 64 << 20;

/// More threads than this only wait for each other.
const MOST_JOBS: usize = 256;

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Decode) -> Result<Verdict, Failure> {
    if arguments.lines && arguments.format == Some(DecodeFormat::Text) {
        let message = Message::new("`--lines` writes JSON only").help("leave `--format` out");
        return Err(Failure::Usage(message));
    }
    let vendor = catalogs.vendor(&arguments.vendor)?;
    if let Some(operation) = &arguments.operation {
        check_operation(&vendor, operation).map_err(Failure::Usage)?;
    }
    let arena = Arena::new();
    let tables = read::load(&arena, &vendor, &catalogs.file(&vendor))?;
    let file = arguments.file.as_deref().filter(|file| *file != Path::new("-"));
    let input = open(file)?;
    if arguments.lines {
        let asked = lines::Asked { vendor: &vendor, tables, select: &arguments.select };
        lines::run(asked, jobs(arguments.jobs), input, io::BufWriter::new(io::stdout())).map_err(|error| {
            if error.reading { unreadable(file, &error.cause) } else { Failure::Output(error.cause) }
        })?;
        return Ok(Verdict::Good);
    }
    let body = read_body(input).map_err(|error| unreadable(file, &error))?;
    let headers = Headers::of_lines(&arguments.headers);
    let response = tables.read_with_headers(arguments.status, |name| headers.get(name), &body);
    let attempt = attempt(arguments.method.as_deref());
    if arguments.format == Some(DecodeFormat::Json) {
        let mut out = io::BufWriter::new(io::stdout().lock());
        serde_json::to_writer(&mut out, &Decoded { response: &response, attempt })?;
        writeln!(out)?;
        out.flush()?;
    } else {
        let (method, operation) = (arguments.method.as_deref(), arguments.operation.as_deref());
        text::describe(&response, &text::Asked { method, operation, catalogs }, &mut anstream::stdout().lock())?;
    }
    let read = response.unread().is_none() || !response.is_error();
    Ok(if read { Verdict::Good } else { Verdict::Bad })
}

/// A whole body of bounded length.
fn read_body(input: impl Read) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    let limit = u64::try_from(LONGEST).unwrap_or(u64::MAX);
    input.take(limit.saturating_add(1)).read_to_end(&mut body)?;
    if body.len() > LONGEST {
        return Err(io::Error::other(format!("it is longer than {} MiB", LONGEST >> 20)));
    }
    Ok(body)
}

/// The request that was answered: a GET where nothing is said.
fn attempt(method: Option<&str>) -> Attempt<'_> {
    Attempt::new().method(method.unwrap_or("GET"))
}

/// How many threads read lines: one where nothing is said, and all cores for 0.
fn jobs(asked: Option<usize>) -> usize {
    match asked {
        None => 1,
        Some(0) => thread::available_parallelism().map_or(1, NonZero::get),
        Some(jobs) => jobs.min(MOST_JOBS),
    }
}

/// Whether a key names one of the vendor's calls.
fn check_operation(vendor: &Vendor, key: &str) -> Result<(), Message> {
    operations::check(vendor, key).map_err(|(what, similar)| {
        let message = Message::new(what).did_you_mean(&similar);
        match operations::all(vendor).collect::<Vec<_>>().join(", ") {
            all if all.is_empty() => message.help("its catalog tells no operations apart: leave `--operation` out"),
            all => message.help(format!("the operations are {all}")),
        }
    })
}

fn open(file: Option<&Path>) -> Result<Box<dyn Read>, Failure> {
    match file {
        None => Ok(Box::new(io::stdin().lock())),
        Some(path) => match File::open(path) {
            Ok(opened) => Ok(Box::new(opened)),
            Err(error) => Err(unreadable(file, &error)),
        },
    }
}

fn unreadable(file: Option<&Path>, error: &io::Error) -> Failure {
    let what = file.map_or("standard input".to_owned(), |file| format!("`{}`", file.display()));
    let message = Message::new(format!("cannot read the body from {what}: {error}"));
    Failure::Bad(match file {
        Some(_) => message.help("name a file that holds the body, or `-` for standard input"),
        None => message.help("pipe the body in, or name a file that holds it"),
    })
}

//! `decode --lines`: reads many bodies in constant memory, one line in, one line out, in order.

mod answer;
mod input;
mod parallel;
mod select;

use std::io::{self, Read, Write};

use self::answer::Answering;
use self::input::Lines;

pub(super) use self::answer::Asked;

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

/// Reads line by line, and answers each with one line; with several jobs, so many lines at a time.
pub(super) fn run(asked: Asked<'_>, jobs: usize, input: impl Read, out: impl Write + Send) -> Result<(), Stopped> {
    let lines = Lines::new(input);
    if jobs > 1 { parallel::run(asked, jobs, lines, out) } else { one_by_one(asked, lines, out) }
}

fn one_by_one(asked: Asked<'_>, mut lines: Lines<impl Read>, mut out: impl Write) -> Result<(), Stopped> {
    let mut answering = Answering::new(asked);
    let mut line = Vec::new();
    // Put together before it is written, so that no half an answer can come out.
    let mut answer = Vec::new();
    loop {
        // Whoever sends a line and waits for its answer gets it before the next line is waited for.
        if lines.would_wait() {
            out.flush().map_err(Stopped::writing)?;
        }
        let Some(length) = lines.next(&mut line).map_err(Stopped::reading)? else { break };
        answering.answer(length, &line, &mut answer);
        out.write_all(&answer).map_err(Stopped::writing)?;
        for buffer in [&mut line, &mut answer] {
            buffer.clear();
            buffer.shrink_to(KEPT);
        }
    }
    out.flush().map_err(Stopped::writing)
}

//! Answering on several threads, in order.
//!
//! Lines go in chunks to the workers in turn, and the writer takes the answers from the workers in the same turn. So the order
//! is kept without looking at it, and since every channel holds few chunks, memory is bounded.

use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::answer::{Answering, Asked};
use super::input::{Length, Lines};
use super::{KEPT, Stopped};

/// How long a chunk grows, but for its last line.
const CHUNK: usize = 256 << 10;

/// How many chunks wait on their way to a worker, and from it.
const WAITING: usize = 2;

/// Some lines, without their ends.
#[derive(Default)]
struct Chunk {
    text: Vec<u8>,
    /// Where each line ends in the text.
    ends: Vec<(usize, Length)>,
}

impl Chunk {
    /// Reads until there is enough, or the next line would have to be waited for. An empty chunk is the end.
    fn read(lines: &mut Lines<impl Read>) -> io::Result<Self> {
        let mut chunk = Self::default();
        while chunk.text.len() < CHUNK && (chunk.ends.is_empty() || !lines.would_wait()) {
            let Some(length) = lines.next(&mut chunk.text)? else { break };
            chunk.ends.push((chunk.text.len(), length));
        }
        Ok(chunk)
    }

    /// The answers to its lines.
    fn answered(&self, answering: &mut Answering<'_>) -> Vec<u8> {
        let mut answers = Vec::with_capacity(self.text.len().min(KEPT));
        let mut start = 0;
        for &(end, length) in &self.ends {
            answering.answer(length, self.text.get(start..end).unwrap_or_default(), &mut answers);
            start = end;
        }
        answers
    }
}

/// Reads on this thread, answers on as many as there are jobs, and writes on one more.
pub(super) fn run(
    asked: Asked<'_>,
    jobs: usize,
    mut lines: Lines<impl Read>,
    out: impl Write + Send,
) -> Result<(), Stopped> {
    thread::scope(|scope| {
        let (mut to_workers, mut from_workers) = (Vec::new(), Vec::new());
        for _ in 0..jobs {
            let (to_worker, chunks) = sync_channel::<Chunk>(WAITING);
            let (answers, from_worker) = sync_channel(WAITING);
            to_workers.push(to_worker);
            from_workers.push(from_worker);
            scope.spawn(move || work(asked, &chunks, &answers));
        }
        let writer = scope.spawn(move || write(&from_workers, out));
        let read = read(&mut lines, &to_workers);
        drop(to_workers);
        // A writer that panicked has said so.
        let written = writer.join().unwrap_or(Ok(()));
        read.map_err(Stopped::reading).and(written.map_err(Stopped::writing))
    })
}

/// Hands out chunks until there are no more, or nobody takes them because writing failed.
fn read(lines: &mut Lines<impl Read>, workers: &[SyncSender<Chunk>]) -> io::Result<()> {
    for worker in workers.iter().cycle() {
        let chunk = Chunk::read(lines)?;
        if chunk.ends.is_empty() || worker.send(chunk).is_err() {
            break;
        }
    }
    Ok(())
}

/// Answers chunks until there are no more, or nobody takes the answers.
fn work(asked: Asked<'_>, chunks: &Receiver<Chunk>, answers: &SyncSender<Vec<u8>>) {
    let mut answering = Answering::new(asked);
    for chunk in chunks {
        if answers.send(chunk.answered(&mut answering)).is_err() {
            break;
        }
    }
}

/// Writes the answers in the order in which the chunks were handed out.
fn write(workers: &[Receiver<Vec<u8>>], mut out: impl Write) -> io::Result<()> {
    for worker in workers.iter().cycle() {
        // The first worker that has no more had none to begin with in this turn, and neither have those after it.
        let Ok(answers) = worker.recv() else { break };
        out.write_all(&answers)?;
        out.flush()?;
    }
    out.flush()
}

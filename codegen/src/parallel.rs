//! Work on as many threads as the machine has.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread::{Builder, available_parallelism, scope};

/// How many threads there are at most. Asking takes longer than starting a thread.
static THREADS: LazyLock<usize> = LazyLock::new(|| available_parallelism().map_or(1, NonZero::get));

/// How many items that are worth little are worked on together.
const CHUNK: usize = 250;

/// As much as the main thread usually has. Threads have less unless they are given more.
const STACK: usize = 8 << 20;

/// What `work` makes of each item, in the order of the items.
///
/// Starting a thread takes some 50 µs: an item should be worth more. One item is worked on where it is, and so are all of
/// them where no thread can be started. A panic goes on in the caller.
pub(crate) fn map<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    map_on(*THREADS, items, work)
}

/// As [`map`], of many items that are worth little each.
pub(crate) fn map_small<'t, T: Sync, R: Send>(items: &'t [T], work: impl Fn(&'t T) -> R + Sync) -> Vec<R> {
    let chunk = |items: &'t [T]| items.iter().map(&work).collect::<Vec<_>>();
    map(items.chunks(CHUNK).collect(), chunk).into_iter().flatten().collect()
}

fn map_on<T: Send, R: Send>(threads: usize, items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let threads = threads.min(items.len());
    if threads < 2 {
        return items.into_iter().map(work).collect();
    }
    let queue = Mutex::new(items.into_iter().enumerate());
    // The lock is not held while an item is worked on, so no panic leaves anything half done in it.
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work_through = || {
        let mut done = Vec::new();
        while let Some((index, item)) = next() {
            done.push((index, work(item)));
        }
        done
    };
    let mut done = scope(|scope| {
        let start = |_| Builder::new().stack_size(STACK).spawn_scoped(scope, work_through).ok();
        let helpers: Vec<_> = (1..threads).map_while(start).collect();
        let mut done = work_through();
        for helper in helpers {
            done.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::hint::black_box;
    use std::panic::catch_unwind;
    use std::ptr;
    use std::sync::{Barrier, Mutex};
    use std::thread;

    use super::map_on;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let squares: Vec<usize> = (0..1_000).map(|number| number * number).collect();
        for threads in [0, 1, 2, 7, 2_000] {
            assert_eq!(map_on(threads, (0..1_000).collect(), |number: usize| number * number), squares);
        }
        assert_eq!(map_on(4, Vec::<u8>::new(), |number| number), []);
    }

    #[test]
    fn items_are_worked_on_at_the_same_time() {
        let met = Barrier::new(3);
        let seen = Mutex::new(HashSet::new());
        map_on(3, vec![(), (), ()], |()| {
            seen.lock().unwrap().insert(thread::current().id());
            met.wait();
        });
        assert_eq!(seen.into_inner().unwrap().len(), 3);
    }

    #[test]
    fn a_panic_is_the_callers_whichever_thread_it_comes_from() {
        for bad in 0..8 {
            let met = Barrier::new(4);
            let panic = catch_unwind(|| {
                map_on(4, (0..8).collect(), |number: usize| {
                    // Each of the first four is a thread's.
                    if number < 4 {
                        met.wait();
                    }
                    assert!(number != bad, "number {number}");
                });
            });
            assert_eq!(panic.unwrap_err().downcast_ref::<String>().unwrap(), &format!("number {bad}"));
        }
    }

    /// Takes up more of the stack than threads have unless they are given more. Answers how many calls that took.
    fn deep(start: usize) -> usize {
        let frame = black_box([0_u8; 256]);
        let used = start.abs_diff(ptr::from_ref(&frame).addr());
        if used > 4 << 20 { 1 } else { 1 + black_box(deep(start)) }
    }

    #[test]
    fn threads_have_the_stack_of_the_main_thread() {
        // The caller, a thread of the tests, has less.
        let caller = thread::current().id();
        let met = Barrier::new(2);
        let calls = map_on(2, vec![(), ()], |()| {
            met.wait();
            let here = 0_u8;
            if thread::current().id() == caller { 0 } else { deep(ptr::from_ref(&here).addr()) }
        });
        assert!(calls.iter().sum::<usize>() > 1_000, "{calls:?}");
    }
}

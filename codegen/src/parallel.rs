//! Work on as many threads as the machine has.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread::{Builder, available_parallelism, scope};

/// How many threads may still be started beside the one that asks, also where work within work asks for more.
static FREE: LazyLock<AtomicUsize> =
    LazyLock::new(|| AtomicUsize::new(available_parallelism().map_or(0, |threads| NonZero::get(threads) - 1)));

/// How many items that are worth little are worked on together.
const CHUNK: usize = 250;

/// As much as the main thread usually has. Threads have less unless they are given more.
const STACK: usize = 8 << 20;

/// What `work` makes of each item, in the order of the items.
///
/// Starting a thread takes some 50 µs: an item should be worth more. One item is worked on where it is, and so are all of
/// them where no thread can be started. A panic goes on in the caller.
pub(crate) fn map<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    map_on(&FREE, items, work)
}

/// As [`map`], of many items that are worth little each.
pub(crate) fn map_small<'t, T: Sync, R: Send>(items: &'t [T], work: impl Fn(&'t T) -> R + Sync) -> Vec<R> {
    let chunk = |items: &'t [T]| items.iter().map(&work).collect::<Vec<_>>();
    map(items.chunks(CHUNK).collect(), chunk).into_iter().flatten().collect()
}

fn map_on<T: Send, R: Send>(free: &AtomicUsize, items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let most = items.len();
    if most < 2 {
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
        let start = |_| {
            let place = Place::taken(free)?;
            let help = move || {
                let done = work_through();
                drop(place);
                done
            };
            Builder::new().stack_size(STACK).spawn_scoped(scope, help).ok()
        };
        let helpers: Vec<_> = (1..most).map_while(start).collect();
        let mut done = work_through();
        for helper in helpers {
            done.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// A place among the threads that may be started, free again when it is dropped.
struct Place<'f>(&'f AtomicUsize);

impl<'f> Place<'f> {
    fn taken(free: &'f AtomicUsize) -> Option<Self> {
        let less = |places: usize| places.checked_sub(1);
        free.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).is_ok().then(|| Self(free))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::hint::black_box;
    use std::panic::catch_unwind;
    use std::ptr;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Barrier, Mutex};
    use std::thread;

    use super::map_on;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let squares: Vec<usize> = (0..1_000).map(|number| number * number).collect();
        for helpers in [0, 1, 6, 2_000] {
            let free = AtomicUsize::new(helpers);
            assert_eq!(map_on(&free, (0..1_000).collect(), |number: usize| number * number), squares);
        }
        assert_eq!(map_on(&AtomicUsize::new(3), Vec::<u8>::new(), |number| number), []);
    }

    #[test]
    fn items_are_worked_on_at_the_same_time() {
        let met = Barrier::new(3);
        let seen = Mutex::new(HashSet::new());
        map_on(&AtomicUsize::new(2), vec![(), (), ()], |()| {
            seen.lock().unwrap().insert(thread::current().id());
            met.wait();
        });
        assert_eq!(seen.into_inner().unwrap().len(), 3);
    }

    #[test]
    fn no_more_threads_than_may_be_are_started_where_work_has_work_within() {
        let free = AtomicUsize::new(3);
        let (running, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        map_on(&free, vec![(); 8], |()| {
            map_on(&free, vec![(); 8], |()| {
                most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                thread::yield_now();
                running.fetch_sub(1, Ordering::SeqCst);
            });
        });
        assert!((1..=4).contains(&most.into_inner()));
        assert_eq!(free.into_inner(), 3);
    }

    #[test]
    fn a_panic_is_the_callers_whichever_thread_it_comes_from() {
        for bad in 0..8 {
            let met = Barrier::new(4);
            let panic = catch_unwind(|| {
                map_on(&AtomicUsize::new(3), (0..8).collect(), |number: usize| {
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
        let calls = map_on(&AtomicUsize::new(1), vec![(), ()], |()| {
            met.wait();
            let here = 0_u8;
            if thread::current().id() == caller { 0 } else { deep(ptr::from_ref(&here).addr()) }
        });
        assert!(calls.iter().sum::<usize>() > 1_000, "{calls:?}");
    }
}

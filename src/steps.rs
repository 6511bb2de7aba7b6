//! Steps that inner loops take, counted in debug builds alone, so that tests can tell
//! how the work grows with the notes, whatever else the machine does.
//!
//! Counts are of one thread; a pool of one thread (`rayon`) does all on that.

use std::cell::Cell;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// Notes that so many steps were taken: bytes read or folded, pairs, postings or
/// candidates looked at. Does nothing in a release build.
#[inline]
pub fn count(steps: usize) {
    if cfg!(debug_assertions) {
        STEPS.set(STEPS.get() + steps as u64);
    }
}

/// What some work gives, and the steps it took on this thread.
pub fn of<T>(work: impl FnOnce() -> T) -> (T, u64) {
    let before = STEPS.get();
    let done = work();
    (done, STEPS.get() - before)
}

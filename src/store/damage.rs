//! A snapshot that does not hold what was written.

use std::panic::resume_unwind;

/// A record of the snapshot could not be read while a command was using it. It is
/// thrown, not returned: everything that asks for an entry would have to carry an
/// error that tells nothing but to read the notes again. Whoever opened the snapshot
/// catches it with [`std::panic::catch_unwind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl Damaged {
    pub(super) fn throw() -> ! {
        resume_unwind(Box::new(Self))
    }
}

//! Changes of files, written as one: a change is made as a whole or not at all,
//! whatever happens meanwhile, and can be taken back.
//!
//! First the new texts are written beside their places ([`prepared`]) and flushed.
//! Then a record of the change is put down as pending ([`pending`]); from here on
//! the change is finished or taken back by whoever comes next ([`recover`]). Then
//! the files are moved, and the record becomes the last step of the
//! history ([`history`]), from which it can be undone.

mod commit;
mod disk;
mod error;
mod history;
mod holder;
mod lock;
mod pending;
mod prepared;
mod record;
mod recover;
mod sweep;

pub use commit::FileChange;
pub(in crate::notes) use commit::commit;
pub use disk::{Disk, RealDisk};
pub use error::SaveError;
pub use history::{History, MOST_BYTES, MOST_STEPS, Step};
pub use holder::Holder;
pub use lock::{DERIVED_FOLDER, LibraryLock, PATIENCE, Writer, make_derived_folder};
pub use pending::is_pending;
pub use prepared::make_readable;
pub use recover::Recovered;
pub use sweep::Tidied;

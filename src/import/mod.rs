//! Knows: how bytes from outside become a report, or a list of everything wrong with them.
//! Must not know: where the bytes come from, or how faults are shown.
//!
//! Three steps, each of which finds every fault it can: `json` (is it JSON, within the limits?), `read` (does it have the
//! shape of the types in `report`?), `validate` (are its parts consistent?). `reading` takes the first two for each measure
//! while the rest of the file is still on its way.

pub mod catalogue;
pub mod fault;
mod json;
pub mod limits;
pub(crate) mod other_kind;
mod read;
mod reading;
mod scan;
mod validate;

pub use fault::{Fault, Faults, Path};
pub use reading::Reading;

use crate::report::{Catalogue, Report};
use crate::turns::{OneTurn, at_once};

/// Reads an export. Bytes of any kind give a report or faults; nothing panics.
pub fn report(bytes: &[u8]) -> Result<Report, Faults> {
    if bytes.len() > limits::MAX_BYTES {
        return Err(Faults::too_large(bytes.len() as u64));
    }
    let mut reading = Reading::default();
    bytes.chunks(SLICE).for_each(|slice| reading.take(slice));
    at_once(reading.finish(&OneTurn))
}

/// A slice of a file that is soon read: about fifty measures.
pub const SLICE: usize = 128 * 1024;

/// Reads a catalogue.
pub fn catalogue(bytes: &[u8]) -> Result<Catalogue, Faults> {
    let mut reading = Reading::whole();
    reading.take(bytes);
    let catalogue = reading.shape()?;
    let mut faults = Faults::default();
    catalogue::check(&catalogue, &mut faults);
    faults.none_or(catalogue)
}

#[cfg(test)]
mod tests;

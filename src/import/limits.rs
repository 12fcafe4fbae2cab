//! Knows: how large an export may be.
//! Must not know: why a particular export is as large as it is.

/// The most bytes of a file. The shipped quarter has about a two-hundredth of this.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// The most lists and objects inside each other.
pub const MAX_DEPTH: usize = 32;
/// The most entries of one list or object.
pub const MAX_ENTRIES: usize = 100_000;
/// The most characters of one text.
pub const MAX_TEXT: usize = 20_000;
/// The most characters of a name: of a council, an outcome, a programme, a measure, a project, a risk.
pub const MAX_NAME: usize = 400;
/// The most characters of a code, a reference or an id.
pub const MAX_CODE: usize = 64;
/// The most steps of a scale of risks.
pub const MAX_LEVELS: usize = 24;
/// The most observations of one measure.
pub const MAX_HISTORY: usize = 2_000;
/// The most faults that are listed; how many there are beyond is counted.
pub const MAX_FAULTS: usize = 1_000;

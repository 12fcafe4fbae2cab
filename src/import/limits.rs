//! Knows: how large an export may be.
//! Must not know: why a particular export is as large as it is.

/// The most bytes in a file: room for 100,000 measures such as those of the shipped quarter.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;
/// The most bytes that are read in one step: one measure, or everything in a file that is not a measure of a programme.
pub const MAX_STEP: usize = 32 * 1024 * 1024;
/// The deepest that lists and objects may be nested.
pub const MAX_DEPTH: usize = 32;
/// The most entries in one list or object.
pub const MAX_ENTRIES: usize = 100_000;
/// The most measures in one file.
pub const MAX_MEASURES: usize = 250_000;
/// The most characters in one text.
pub const MAX_TEXT: usize = 20_000;
/// The most characters in the record of a conversion.
pub const MAX_CONVERSION: usize = 200_000;
/// The most characters in the name of a council, an outcome, a programme, a measure, a project or a risk.
pub const MAX_NAME: usize = 400;
/// The most characters in a code, a reference or an id.
pub const MAX_CODE: usize = 64;
/// The most levels on a risk scale.
pub const MAX_LEVELS: usize = 24;
/// The most observations of one measure.
pub const MAX_HISTORY: usize = 2_000;
/// The most faults that are listed; any more are only counted.
pub const MAX_FAULTS: usize = 1_000;

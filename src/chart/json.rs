//! Knows: how options are written as JSON.
//! Must not know: what the options contain.

use crate::report::Decimal;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{Result, Write};

/// The options as JSON. None when they cannot be written, which cannot happen with text, numbers and lists.
pub(super) fn write(options: &impl Serialize) -> Option<String> {
    let mut json = Vec::new();
    options.serialize(&mut Serializer::with_formatter(&mut json, Decimals)).ok()?;
    String::from_utf8(json).ok()
}

/// Writes numbers as the shortest decimals.
struct Decimals;

impl Formatter for Decimals {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> Result<()> {
        writer.write_all(Decimal::nearest(value).to_string().as_bytes())
    }
}

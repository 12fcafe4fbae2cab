//! Knows: how missing values and flags are written: as shorthand with its meaning, and as a word.
//! Must not know: where a value is shown, or how it is laid out.

use crate::report::{Missing, Value, ValueFlag};

/// The Government Statistical Service's shorthand for a missing value, and its meaning.
pub fn shorthand(missing: Missing) -> (&'static str, &'static str) {
    match missing {
        Missing::Suppressed => ("[c]", "withheld to protect people’s privacy"),
        Missing::NotAvailable => ("[x]", "not available"),
        Missing::NotApplicable => ("[z]", "not applicable"),
    }
}

/// The shorthand for a flag of a value, and its meaning.
pub fn flag_shorthand(flag: ValueFlag) -> (&'static str, &'static str) {
    match flag {
        ValueFlag::Provisional => ("[p]", "provisional: it may still change"),
        ValueFlag::Revised => ("[r]", "revised: it differs from what was published before"),
        ValueFlag::Estimated => ("[e]", "estimated"),
        ValueFlag::Break => ("[b]", "not comparable with earlier values"),
        ValueFlag::Low => ("[low]", "too small to show, but not zero"),
    }
}

/// Why there is no number, as a word.
pub fn word(missing: Missing) -> &'static str {
    match missing {
        Missing::Suppressed => "withheld",
        Missing::NotAvailable => "not available",
        Missing::NotApplicable => "not applicable",
    }
}

/// A flag of a value, as a word.
pub fn flag_word(flag: ValueFlag) -> &'static str {
    match flag {
        ValueFlag::Provisional => "provisional",
        ValueFlag::Revised => "revised",
        ValueFlag::Estimated => "estimated",
        ValueFlag::Break => "not comparable with earlier values",
        ValueFlag::Low => "low",
    }
}

/// The shorthand in place of a value or beside it, each with its meaning.
pub fn shorthand_of(value: &Value) -> impl Iterator<Item = (&'static str, &'static str)> {
    let missing = match value {
        Value::Missing(missing) => Some(shorthand(missing.missing)),
        Value::Number(_) => None,
    };
    missing.into_iter().chain(value.flags().iter().map(|flag| flag_shorthand(*flag)))
}

/// The meaning of the shorthand in these values, each once: "[c] withheld to protect people’s privacy; [e] estimated."
/// `None` if they have no shorthand.
pub fn shorthand_used<'v>(values: impl Iterator<Item = &'v Value>) -> Option<String> {
    let mut used: Vec<(&str, &str)> = Vec::new();
    for one in values.flat_map(shorthand_of) {
        if !used.contains(&one) {
            used.push(one);
        }
    }
    let meanings: Vec<String> = used.iter().map(|(short, meaning)| format!("{short} {meaning}")).collect();
    (!meanings.is_empty()).then(|| format!("{}.", meanings.join("; ")))
}

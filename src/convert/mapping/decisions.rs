//! Knows: what can be decided about tables, columns, words and measures, and how that is written.
//! Must not know: what is likely.

use super::words;
use crate::convert::headings::Role;
use crate::convert::periods::FoundPeriod;
use crate::report::keyword::keyword_enum;
use crate::report::{Aim, Basis, Frequency, Keyword, Status, Trend};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What has been decided about a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableUse {
    /// The name of its sheet.
    pub sheet: String,
    /// The cell that identifies it: the heading of its codes or names.
    pub cell: String,
    /// Whether it is left out.
    #[serde(skip_serializing_if = "is_false")]
    pub is_left_out: bool,
    /// Whether commas in its figures stand before decimals; nothing as long as nobody has said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_decimal_commas: Option<bool>,
    /// Its columns.
    pub columns: Vec<ColumnUse>,
}

/// What has been decided about a column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnUse {
    /// Its letters; in a turned table the number of its row.
    pub column: String,
    /// Its heading, on one line.
    pub heading: String,
    /// What it holds; nothing as long as that is not known.
    #[serde(with = "words::optional", skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The period that its cells are for, where it is not that of the report.
    #[serde(with = "words::period", skip_serializing_if = "Option::is_none")]
    pub period: Option<FoundPeriod>,
    /// Whether the colours of its cells are the statuses.
    #[serde(skip_serializing_if = "is_false")]
    pub has_status_fill: bool,
    /// Why this is guessed; empty when the heading says it or a person has agreed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub guess: String,
}

keyword_enum! {
    /// What a label is for.
    LabelKind, "a kind of label" {
        /// A status.
        Status = "status",
        /// A trend, short or long.
        Trend = "trend",
    }
}

/// What a word of the council means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// What it is for.
    #[serde(with = "words::whole")]
    pub kind: LabelKind,
    /// The word as the council writes it, or `(green fill)` for a colour.
    pub text: String,
    /// What it means; nothing as long as that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Meaning>,
    /// Why this is guessed; empty when it is plain or a person has agreed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub guess: String,
}

/// What a text means wherever it stands in a column of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The text.
    pub found: String,
    /// The text that is read in its place: `80%` for `12/15`, `[x]`.
    pub read_as: String,
}

keyword_enum! {
    /// Something about a measure that a sheet may not say, or say wrongly.
    Attribute, "something about a measure" {
        /// Which way is better: a word of the export.
        Aim = "aim" => "Which way is better",
        /// The unit: a word of the export; for a rate `rate per 1000 homes`.
        Unit = "unit" => "Unit",
        /// How often: a word of the export.
        Frequency = "frequency" => "How often",
        /// What the value covers: a word of the export.
        Basis = "basis" => "What the value covers",
        /// The period of the value, as an export writes it.
        Period = "period" => "Period of the value",
        /// The code.
        Code = "code" => "Code",
        /// The programme.
        Programme = "programme" => "Programme or service",
        /// The outcome.
        Outcome = "outcome" => "Outcome or directorate",
        /// The target.
        Target = "target" => "Target",
        /// The value.
        Value = "value" => "Value",
        /// The status: a word of the export.
        Status = "status" => "Status",
        /// The short trend: a word of the export.
        ShortTrend = "short_trend" => "Short trend",
        /// The long trend: a word of the export.
        LongTrend = "long_trend" => "Long trend",
        /// What is said about the measure, a paragraph a line.
        Comments = "comments" => "Comments",
        /// What is being done, a paragraph a line.
        Actions = "actions" => "Actions",
    }
}

impl Attribute {
    /// Whether it is of one report alone, so that what was said of it means nothing for the next one.
    pub fn is_of_one_report(self) -> bool {
        match self {
            Self::Period
            | Self::Target
            | Self::Value
            | Self::Status
            | Self::ShortTrend
            | Self::LongTrend
            | Self::Comments
            | Self::Actions => true,
            Self::Aim | Self::Unit | Self::Frequency | Self::Basis | Self::Code | Self::Programme | Self::Outcome => {
                false
            }
        }
    }
}

/// What a person has said about a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The code of the measure, or its name where the sheet has no codes; empty for all measures.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub measure: String,
    /// What it is about.
    #[serde(with = "words::whole")]
    pub about: Attribute,
    /// What was said, as a word of the export.
    pub word: String,
}

/// What a label can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A status.
    Status(Status),
    /// A trend.
    Trend(Trend),
    /// A higher number than before, which is better or worse by the measure's aim.
    Higher,
    /// A lower number than before.
    Lower,
}

impl Meaning {
    /// How a mapping writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Status(status) => status.word(),
            Self::Trend(trend) => trend.word(),
            Self::Higher => "higher",
            Self::Lower => "lower",
        }
    }

    /// The meaning of a word, for a kind of label.
    pub fn of(kind: LabelKind, word: &str) -> Option<Self> {
        match (kind, word) {
            (LabelKind::Status, word) => Status::from_word(word).map(Self::Status),
            (LabelKind::Trend, "higher") => Some(Self::Higher),
            (LabelKind::Trend, "lower") => Some(Self::Lower),
            (LabelKind::Trend, word) => Trend::from_word(word).map(Self::Trend),
        }
    }
}

impl Serialize for Meaning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'d> Deserialize<'d> for Meaning {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // `none` is a status and a trend; whoever reads a label looks only at its kind.
        let known = Self::of(LabelKind::Status, &text).or_else(|| Self::of(LabelKind::Trend, &text));
        known.ok_or_else(|| de::Error::custom(format!("{text:?} is not a meaning")))
    }
}

/// The units that are one word. A rate is more: per how many of what.
const UNITS: &[&str] = &["percent", "count", "days", "score", "ratio", "money", "number"];

/// The words that an attribute may have, for a person to choose from; empty where it is free text.
pub fn choices(about: Attribute) -> &'static [&'static str] {
    match about {
        Attribute::Aim => Aim::WORDS,
        Attribute::Unit => UNITS,
        Attribute::Frequency => Frequency::WORDS,
        Attribute::Basis => Basis::WORDS,
        Attribute::Status => Status::WORDS,
        Attribute::ShortTrend | Attribute::LongTrend => Trend::WORDS,
        _ => &[],
    }
}

/// For fields that are left out when they are false.
pub(super) fn is_false(is: &bool) -> bool {
    !is
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::UnitKind;

    #[test]
    fn every_unit_but_a_rate_is_one_word() {
        let words: Vec<&str> = UnitKind::WORDS.iter().copied().filter(|word| *word != "rate").collect();
        assert_eq!(UNITS, words);
    }
}

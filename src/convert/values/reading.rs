//! Knows: what can be read otherwise than it is written, since it has one meaning, and how that is told.
//! Must not know: how it was recognised.

/// What was read otherwise than it is written, because it has one meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A % beside a number in per cent.
    PercentSign,
    /// A £ before a number in pounds.
    PoundSign,
    /// Commas before groups of three digits.
    ThousandsCommas,
    /// A comma before decimals.
    DecimalComma,
    /// A line break in text of one line.
    LineBreak,
}

impl Reading {
    /// What was done, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::PercentSign => "the % is left off, since the unit is percent",
            Self::PoundSign => "the £ is left off, since the unit is money",
            Self::ThousandsCommas => "the commas between thousands are left off",
            Self::DecimalComma => "the comma stands before decimals and is read as a point",
            Self::LineBreak => "a line break is read as a space",
        }
    }
}

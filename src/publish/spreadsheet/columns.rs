//! Knows: the columns of a sheet, and how they are explained to makers.
//! Must not know: what becomes of the cells.

/// The columns, besides those named by a period: name, whether every row needs it, and its content as HTML.
pub const COLUMNS: [(&str, &str, &str); 26] = [
    ("outcome", "yes", "The outcome that the measure belongs to, in every row: merged cells leave blanks."),
    ("programme", "yes", "The programme within the outcome."),
    ("code", "yes", "The code of the measure as published, such as <code>ASCOF 1C(2i)</code>."),
    ("name", "yes", "Its name as published."),
    ("aim", "yes", "Which way is better, as a word of <a href=\"#type-Aim\">Aim</a>."),
    ("unit", "yes", "The kind of number, as a word of <a href=\"#type-UnitKind\">UnitKind</a>."),
    ("per", "for a rate", "Per how many, without separators: <code>100000</code>."),
    ("of", "no", "What is counted, or what the rate is per: <code>children</code>."),
    ("frequency", "yes", "How often, as a word of <a href=\"#type-Frequency\">Frequency</a>."),
    ("basis", "yes", "What the value covers, as a word of <a href=\"#type-Basis\">Basis</a>."),
    ("period", "yes", "The period that the value is for, as a <a href=\"#periods\">period word</a>."),
    (
        "value",
        "yes",
        "A number, flags after it if any (<code>75.20 [p]</code>); or <code>[c]</code>, <code>[x]</code>, \
         <code>[z]</code>. A blank with a reason beside it is <code>[x]</code>.",
    ),
    ("reason", "without a number", "Why there is no number, in words that do not give it away."),
    ("target", "no", "A target of one number."),
    ("low", "no", "The lower bound of a range."),
    ("high", "with low", "The upper bound of a range."),
    ("mid", "no", "The published mid-point of the range."),
    ("low_target", "no", "The less demanding of two targets."),
    ("high_target", "with low_target", "The more demanding one."),
    ("amber", "no", "Beside a target: the worst value that is still amber."),
    ("yearly_target", "no", "Beside a monthly or quarterly target: the yearly one that it is an equal share of."),
    (
        "status",
        "yes",
        "The published status, as a word of <a href=\"#type-Status\">Status</a>; <code>none</code> if there is none.",
    ),
    ("short_trend", "yes", "The published short trend, as a word of <a href=\"#type-Trend\">Trend</a>."),
    ("long_trend", "yes", "The published long trend."),
    ("comments", "no", "What the report says; each line is a paragraph."),
    ("actions", "no", "What is being done about it."),
];

/// The names of the columns that every sheet must have.
pub fn required() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().filter(|(_, needed, _)| *needed == "yes").map(|(name, ..)| *name)
}

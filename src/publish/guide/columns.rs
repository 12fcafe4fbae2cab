//! Knows: the columns of the sheet that makers start from, explained to them.
//! Must not know: how a sheet is read; that is `convert`, which knows these columns and many others.

/// The columns of `public/examples/measures.csv`, besides those named by a period: name, whether every row needs it, and its content as
/// HTML.
pub const COLUMNS: [(&str, &str, &str); 26] = [
    ("outcome", "no", "The outcome that the measure belongs to, in every row: merged cells leave blanks."),
    ("programme", "no", "The programme within the outcome."),
    (
        "code",
        "no",
        "The code of the measure as published, such as <code>ASCOF 1C(2i)</code>. A measure without one is given one.",
    ),
    ("name", "yes", "Its name as published."),
    (
        "aim",
        "no",
        "Which way is better, as a word of <a href=\"#type-Aim\">Aim</a> or of your own: <em>bigger is better</em>.",
    ),
    (
        "unit",
        "no",
        "The kind of number, as a word of <a href=\"#type-UnitKind\">UnitKind</a>, or <em>%</em>, <em>£</em>.",
    ),
    ("per", "for a rate", "Per how many: <code>100000</code>."),
    ("of", "no", "What is counted, or what the rate is per: <code>children</code>."),
    ("frequency", "no", "How often, as a word of <a href=\"#type-Frequency\">Frequency</a>."),
    ("basis", "no", "What the value covers, as a word of <a href=\"#type-Basis\">Basis</a>."),
    ("period", "no", "The period that the value is for, as a <a href=\"#periods\">period word</a> or as you write it."),
    (
        "value",
        "yes",
        "A number, flags after it if any (<code>75.20 [p]</code>); or <code>[c]</code>, <code>[x]</code>, <code>[z]</code>. A blank with \
         a reason beside it is <code>[x]</code>.",
    ),
    ("reason", "no", "Why there is no number, in words that do not give it away."),
    ("target", "no", "A target of one number, or a range."),
    ("low", "no", "The lower bound of a range."),
    ("high", "with low", "The upper bound of a range."),
    ("mid", "no", "The published mid-point of the range."),
    ("low_target", "no", "The less demanding of two targets."),
    ("high_target", "with low_target", "The more demanding one."),
    ("amber", "no", "Beside a target: the worst value that is still amber."),
    ("yearly_target", "no", "Beside a monthly or quarterly target: the yearly one that it is an equal share of."),
    (
        "status",
        "no",
        "The published status, as a word of <a href=\"#type-Status\">Status</a> or of your own; <code>none</code> if it is published \
         that there is none. A blank is worked out by the rules, and marked as such.",
    ),
    (
        "short_trend",
        "no",
        "The published short trend, as a word of <a href=\"#type-Trend\">Trend</a> or an arrow; a blank as with the status.",
    ),
    ("long_trend", "no", "The published long trend, likewise."),
    ("comments", "no", "What the report says; each line is a paragraph."),
    ("actions", "no", "What is being done about it."),
];

#[cfg(test)]
mod tests {
    use super::COLUMNS;

    #[test]
    fn the_sheet_to_start_from_has_every_column() {
        let sheet = include_str!("../../../public/examples/measures.csv");
        let header: Vec<&str> = sheet.lines().next().unwrap().split(',').collect();
        for (column, ..) in &COLUMNS {
            assert!(header.contains(column), "{column}");
        }
    }
}

//! Knows: how the cells of one row become a measure of an export, and which column each part of it came from.
//! Must not know: the other rows, or which words an export allows; reading the export finds those faults.

use super::fault::Remarks;
use super::sheet::{NUMBERS, Row, Sheet};
use crate::convert::values::number::{self, PlainNumber, Surroundings};
use crate::import::fault::quoted;
use crate::report::{Decimal, Keyword, Missing, Period, UnitKind, ValueFlag};
use crate::wording::format::capital;
use crate::wording::missing;
use serde_json::{Map, Value as Tree, json};

/// The measure of a row, as JSON of an export.
pub fn tree(sheet: &Sheet, row: &Row, remarks: &mut Remarks) -> Tree {
    let cell = |column| sheet.cell(row, column);
    for column in ["outcome", "programme", "code", "name"] {
        if sheet.has(column) && cell(column).is_empty() {
            remarks.fault(row.number, column, "a blank cell", format!("the {column}, in every row"));
        }
    }
    let mut measure = Map::new();
    let mut put = |key: &str, value: Tree| measure.insert(key.to_string(), value);
    for key in ["code", "name", "aim"] {
        put(key, cell(key).into());
    }
    put("unit", unit(sheet, row));
    put("frequency", cell("frequency").into());
    put("basis", cell("basis").into());
    put("reporting_period", cell("period").into());
    put("value", value(sheet, row, remarks));
    if let Some(target) = target(sheet, row, remarks) {
        put("target", target);
    }
    // A blank is not published, and so not in the export.
    for key in ["status", "short_trend", "long_trend"].into_iter().filter(|key| !cell(key).is_empty()) {
        put(key, cell(key).into());
    }
    put("history", history(sheet, row, remarks));
    put("commentary", commentary(sheet, row));
    Tree::Object(measure)
}

/// The column that a part of a measure came from: `unit` for `.unit.kind`.
pub fn column(part: &str, measure: &Tree) -> Option<String> {
    if let Some((position, _)) = entry(part, ".commentary[") {
        let heading = measure.get("commentary")?.get(position)?.get("heading")?.as_str()?;
        return Some(heading.to_lowercase());
    }
    if let Some((position, _)) = entry(part, ".history[") {
        return Some(measure.get("history")?.get(position)?.get("period")?.as_str()?.to_string());
    }
    let part = part.trim_start_matches('.');
    let column = match part {
        "reporting_period" => "period",
        "unit.kind" => "unit",
        "value.reason" => "reason",
        "target.point" => "target",
        "target.mid_point" => "mid",
        _ if part.starts_with("value") => "value",
        _ if part.starts_with("target.yearly") => "yearly_target",
        _ => {
            let own = part.strip_prefix("unit.").or(part.strip_prefix("target.")).unwrap_or(part);
            own.split(['.', '[']).next().unwrap_or_default()
        }
    };
    Some(column.to_string())
}

/// The position after `start`, and the rest: 3 and `.name` for `$.outcomes[3].name` after `$.outcomes[`.
pub(super) fn entry<'p>(path: &'p str, start: &str) -> Option<(usize, &'p str)> {
    let (position, rest) = path.strip_prefix(start)?.split_once(']')?;
    Some((position.parse().ok()?, rest))
}

fn unit(sheet: &Sheet, row: &Row) -> Tree {
    let (per, of) = (sheet.cell(row, "per"), sheet.cell(row, "of"));
    let mut unit = Map::new();
    unit.insert("kind".into(), sheet.cell(row, "unit").into());
    if !per.is_empty() {
        let around = Surroundings { is_percent: false, is_money: false, has_decimal_points: sheet.has_decimal_points };
        let number = number::read(per, around).ok().and_then(|plain| plain.number.parse::<u32>().ok());
        // If it is not a whole number, it stays a text, and reading the export finds the fault.
        unit.insert("per".into(), number.map_or(per.into(), Tree::from));
    }
    if !of.is_empty() {
        unit.insert("of".into(), of.into());
    }
    unit.into()
}

/// The missing value that this shorthand is for.
fn missing(text: &str) -> Option<Missing> {
    Missing::ALL.iter().copied().find(|missing| missing::shorthand(*missing).0.eq_ignore_ascii_case(text))
}

/// The value of the measure: a number, or a kind of missing value with its reason. With a fault, it is 0.
fn value(sheet: &Sheet, row: &Row, remarks: &mut Remarks) -> Tree {
    let (text, reason) = (sheet.cell(row, "value"), sheet.cell(row, "reason"));
    let is_missing = text.is_empty() && !reason.is_empty();
    let missing = if is_missing { Some(Missing::NotAvailable) } else { missing(text) };
    let (column, found, expected) = match missing {
        Some(missing) if !reason.is_empty() => return json!({ "missing": missing.word(), "reason": reason }),
        Some(_) => ("reason", "a blank cell", format!("why the value is {text}, in words")),
        None if text.is_empty() => (
            "value",
            "a blank cell",
            "a number, or [c], [x] or [z] with a reason beside it: a blank is not zero".into(),
        ),
        // Without a digit it is another sign for a missing value, which is told which there are.
        None if reason.is_empty() || !text.contains(|one: char| one.is_ascii_digit()) => {
            return number(sheet, row, "value", text, remarks);
        }
        None => {
            // The number may be one that should have been withheld, so the fault does not repeat it.
            let expected = "no reason beside a number; for a number that is withheld, [c] in place of it";
            ("reason", "a reason why there is no value, beside a value", expected.into())
        }
    };
    // A column that is missing altogether has been reported once for the whole sheet.
    if sheet.has("value") {
        remarks.fault(row.number, column, found, expected);
    }
    json!({ "number": "0" })
}

/// A number with the shorthand of its flags: `75.20`, `75.20 [p] [r]`, `75.20 [p][r]`.
fn number(sheet: &Sheet, row: &Row, column: &str, text: &str, remarks: &mut Remarks) -> Tree {
    let digits = text.split('[').next().unwrap_or_default();
    let shorthand = text.strip_prefix(digits).unwrap_or_default();
    let mut flags = Vec::new();
    for word in shorthand.replace("][", "] [").split_whitespace() {
        if missing(word).is_some() {
            let expected = format!("{word} alone: a number that is missing must not be in the file");
            remarks.fault(row.number, column, format!("{word} beside something else"), expected);
        }
        match ValueFlag::ALL.iter().find(|flag| missing::flag_shorthand(**flag).0.eq_ignore_ascii_case(word)) {
            Some(flag) if flags.contains(&flag.word()) => {
                remarks.fault(row.number, column, format!("{word} twice"), format!("{word} once"));
            }
            Some(flag) => flags.push(flag.word()),
            None => {
                let known: Vec<&str> = ValueFlag::ALL.iter().map(|flag| missing::flag_shorthand(*flag).0).collect();
                remarks.fault(row.number, column, quoted(word), format!("one of {} after a number", known.join(", ")));
            }
        }
    }
    let digits = digits.trim_end();
    // Flags alone are told which signs there are for a missing value.
    let number = decimal(sheet, row, column, if digits.is_empty() { text } else { digits }, remarks);
    let number = number.unwrap_or_else(zero);
    if flags.is_empty() { json!({ "number": number }) } else { json!({ "number": number, "flags": flags }) }
}

/// In place of a number with a fault, so that reading goes on.
fn zero() -> String {
    "0".to_string()
}

/// A number as an export writes it; none and a fault if it cannot be read.
fn decimal(sheet: &Sheet, row: &Row, column: &str, text: &str, remarks: &mut Remarks) -> Option<String> {
    let unit = sheet.cell(row, "unit");
    let around = Surroundings {
        is_percent: unit == UnitKind::Percent.word(),
        is_money: unit == UnitKind::Money.word(),
        has_decimal_points: sheet.has_decimal_points,
    };
    match number::read(text, around) {
        Ok(PlainNumber { number, left_off }) => {
            left_off.into_iter().for_each(|reading| remarks.readings.add(reading, row.number, column));
            return Some(number);
        }
        Err(expected) if text.contains(|one: char| one.is_ascii_digit()) => {
            remarks.fault(row.number, column, quoted(text), expected);
        }
        Err(expected) => {
            let none = where_there_is_none(column);
            remarks.fault(row.number, column, quoted(text), format!("{expected}; or, where there is none, {none}"));
        }
    }
    None
}

/// How a sheet says that there is no number: a target is left blank, a value is not.
fn where_there_is_none(column: &str) -> String {
    if NUMBERS.contains(&column) && column != "value" {
        return "a blank cell".to_string();
    }
    let kinds = Missing::ALL.iter().map(|missing| missing::shorthand(*missing));
    kinds.map(|(short, meaning)| format!("{short} ({meaning})")).collect::<Vec<_>>().join(", ")
}

/// The target, from the columns that are filled: one number, a range, or a low and a high target.
fn target(sheet: &Sheet, row: &Row, remarks: &mut Remarks) -> Option<Tree> {
    const KINDS: [(&[&str], &[&str]); 3] = [
        (&["target"], &["amber", "yearly_target"]),
        (&["low", "high"], &["mid"]),
        (&["low_target", "high_target"], &[]),
    ];
    // Each kind of target that has a filled column, with the first one.
    let mut used = KINDS.iter().filter_map(|(needed, optional)| {
        let filled = needed.iter().chain(*optional).find(|column| !sheet.cell(row, column).is_empty())?;
        Some((*needed, *optional, *filled))
    });
    let (needed, optional, filled) = used.next()?;
    if let Some((_, _, second)) = used.next() {
        let expected = "one kind of target: target; or low and high; or low_target and high_target";
        remarks.fault(row.number, second, "a second kind of target", expected);
        return None;
    }
    let mut target = Map::new();
    let mut point = None;
    for column in needed.iter().chain(optional).copied() {
        let text = sheet.cell(row, column);
        if text.is_empty() {
            if needed.contains(&column) {
                remarks.fault(
                    row.number,
                    column,
                    "a blank cell",
                    format!("a number, since there is one under {filled}"),
                );
            }
            continue;
        }
        let number = decimal(sheet, row, column, text, remarks);
        let key = match column {
            "target" => "point",
            "mid" => "mid_point",
            column => column,
        };
        if column == "yearly_target" {
            let yearly =
                number.zip(point.as_deref()).and_then(|(total, point)| yearly(sheet, row, &total, point, remarks));
            target.extend(yearly.map(|yearly| ("yearly".to_string(), yearly)));
            continue;
        }
        if column == "target" {
            point.clone_from(&number);
        }
        target.insert(key.into(), number.unwrap_or_else(zero).into());
    }
    Some(target.into())
}

/// The yearly target and the number of shares it is divided into, which must give the target exactly.
fn yearly(sheet: &Sheet, row: &Row, total: &str, point: &str, remarks: &mut Remarks) -> Option<Tree> {
    let shares: u32 = match sheet.cell(row, "frequency") {
        "quarterly" => 4,
        "monthly" => 12,
        _ => {
            let expected =
                "a blank cell, except for a monthly or quarterly measure whose target is a share of the year's";
            remarks.fault(row.number, "yearly_target", "a yearly target", expected);
            return None;
        }
    };
    let (whole, share) = (Decimal::parse(total)?, Decimal::parse(point)?);
    if whole.cmp_value(share * Decimal::whole(shares)).is_ne() {
        let expected =
            format!("{shares} times the target {share}, or a blank cell if it is not an equal share of the year's");
        remarks.fault(row.number, "yearly_target", quoted(total), expected);
        return None;
    }
    Some(json!({ "total": total, "shares": shares }))
}

/// The earlier values. A blank cell is not an observation; a chart has a gap there.
fn history(sheet: &Sheet, row: &Row, remarks: &mut Remarks) -> Tree {
    let own = Period::parse(sheet.cell(row, "period"));
    let mut observations = Vec::new();
    for (period, text) in sheet.history(row) {
        let column = period.word();
        if own == Some(period) {
            let expected = "a blank cell: this is the measure's own period, whose value is under value";
            remarks.fault(row.number, &column, "a value", expected);
            continue;
        }
        let value = match missing(text) {
            // An earlier value has no reason in the sheet, only the shorthand: its meaning is the reason.
            Some(missing) => {
                let reason = format!("{}.", capital(missing::shorthand(missing).1));
                json!({ "missing": missing.word(), "reason": reason })
            }
            None => number(sheet, row, &column, text, remarks),
        };
        observations.push(json!({ "period": column, "value": value, "provenance": "published_table" }));
    }
    observations.into()
}

/// The comments and actions, one paragraph a line.
fn commentary(sheet: &Sheet, row: &Row) -> Tree {
    let mut sections = Vec::new();
    for (column, heading) in [("comments", "Comments"), ("actions", "Actions")] {
        let lines = sheet.cell(row, column).lines().map(str::trim).filter(|line| !line.is_empty());
        let blocks: Vec<Tree> = lines.map(|line| json!({ "paragraph": line })).collect();
        if !blocks.is_empty() {
            sections.push(json!({ "heading": heading, "blocks": blocks }));
        }
    }
    sections.into()
}

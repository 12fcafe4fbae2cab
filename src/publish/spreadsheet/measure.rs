//! Knows: how the cells of one row become a measure of an export, and which column each part of a measure came from.
//! Must not know: the other rows, or whether a word is one that an export knows: reading the export tells.

use super::faults::SheetFaults;
use super::json_path::entry;
use super::sheet::{Row, Sheet};
use crate::import::fault::quoted;
use crate::report::Keyword;
use crate::report::{Decimal, Missing, Period, ValueFlag};
use crate::wording::missing;
use serde_json::{Map, Value as Tree, json};

const NUMBER: &str = "a number such as 75.20: digits and a point alone, no thousands separator, no %, no £";

/// The measure of a row, as it stands in an export.
pub fn tree(sheet: &Sheet, row: &Row, faults: &mut SheetFaults) -> Tree {
    let cell = |column| sheet.cell(row, column);
    for column in ["outcome", "programme", "code", "name"] {
        if sheet.has(column) && cell(column).is_empty() {
            faults.add(row, column, "a blank cell", format!("the {column}, in every row"));
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
    put("value", value(sheet, row, faults));
    if let Some(target) = target(sheet, row, faults) {
        put("target", target);
    }
    for key in ["status", "short_trend", "long_trend"] {
        put(key, cell(key).into());
    }
    put("history", history(sheet, row, faults));
    put("commentary", commentary(sheet, row));
    Tree::Object(measure)
}

/// The column that a part of a measure came from: `.unit.kind` came from `unit`.
pub fn column(part: &str, measure: &Tree) -> Option<String> {
    if let Some((position, _)) = entry(part, ".commentary[") {
        let heading = measure.get("commentary")?.get(position)?.get("heading")?.as_str()?;
        return Some(heading.to_lowercase());
    }
    if let Some((position, _)) = entry(part, ".history[") {
        return Some(measure.get("history")?.get(position)?.get("period")?.as_str()?.to_string());
    }
    let column = match part.trim_start_matches('.') {
        "reporting_period" => "period",
        "unit.kind" => "unit",
        "unit.per" => "per",
        "unit.of" => "of",
        "value.reason" => "reason",
        "target.point" => "target",
        "target.mid_point" => "mid",
        "target.low" => "low",
        "target.high" => "high",
        "target.low_target" => "low_target",
        "target.high_target" => "high_target",
        "target.amber" => "amber",
        part if part.starts_with("value") => "value",
        part if part.starts_with("target.yearly") => "yearly_target",
        part => part.split(['.', '[']).next().unwrap_or_default(),
    };
    Some(column.to_string())
}

fn unit(sheet: &Sheet, row: &Row) -> Tree {
    let mut unit = json!({ "kind": sheet.cell(row, "unit") });
    let per = sheet.cell(row, "per");
    let parts = [
        // What is no whole number is left to be found as it stands.
        ("per", per.parse::<u32>().map_or(Tree::from(per), Tree::from), per),
        ("of", Tree::from(sheet.cell(row, "of")), sheet.cell(row, "of")),
    ];
    for (key, value, text) in parts {
        if let Some(unit) = unit.as_object_mut().filter(|_| !text.is_empty()) {
            unit.insert(key.to_string(), value);
        }
    }
    unit
}

/// The reason for a missing value that a shorthand stands for.
fn missing(text: &str) -> Option<Missing> {
    Missing::ALL.iter().copied().find(|missing| missing::shorthand(*missing).0 == text)
}

fn value(sheet: &Sheet, row: &Row, faults: &mut SheetFaults) -> Tree {
    let (text, reason) = (sheet.cell(row, "value"), sheet.cell(row, "reason"));
    let given = match (missing(text), text.is_empty(), reason.is_empty()) {
        (Some(_), _, true) => {
            faults.add(row, "reason", "a blank cell", format!("why the value is {text}, in words"));
            return json!({ "number": "0" });
        }
        (Some(missing), _, false) => Some(missing),
        (None, true, false) => Some(Missing::NotAvailable),
        (None, true, true) => {
            if sheet.has("value") {
                let expected = "a number, or [c], [x] or [z] with a reason beside it: a blank is not zero";
                faults.add(row, "value", "a blank cell", expected);
            }
            return json!({ "number": "0" });
        }
        (None, false, false) => {
            // The number may be one that was to be withheld, so it is not repeated.
            let expected = "no reason beside a number; for a number that is withheld, [c] in place of it";
            faults.add(row, "reason", "a reason why there is no value, beside a value", expected);
            return json!({ "number": "0" });
        }
        (None, false, true) => None,
    };
    match given {
        Some(missing) => json!({ "missing": missing.word(), "reason": reason }),
        None => number(row, "value", text, faults),
    }
}

/// A number with the shorthand of its flags: `75.20`, `75.20 [p] [r]`.
fn number(row: &Row, column: &str, text: &str, faults: &mut SheetFaults) -> Tree {
    let (digits, shorthand) =
        text.split_once('[').map_or((text, None), |(digits, _)| (digits.trim_end(), text.get(digits.len()..)));
    let mut flags = Vec::new();
    for word in shorthand.unwrap_or_default().split_whitespace() {
        if missing(word).is_some() {
            let expected = format!("{word} alone: a number that is missing must not be in the file");
            faults.add(row, column, format!("{word} beside something else"), expected);
        }
        match ValueFlag::ALL.iter().find(|flag| missing::flag_shorthand(**flag).0 == word) {
            Some(flag) => flags.push(flag.word()),
            None => {
                let known: Vec<&str> = ValueFlag::ALL.iter().map(|flag| missing::flag_shorthand(*flag).0).collect();
                faults.add(row, column, quoted(word), format!("after a number, one of {}", known.join(", ")));
            }
        }
    }
    let number = decimal(row, column, digits, faults);
    if flags.is_empty() { json!({ "number": number }) } else { json!({ "number": number, "flags": flags }) }
}

/// A number as it is written; 0 and a fault where it is none.
fn decimal(row: &Row, column: &str, text: &str, faults: &mut SheetFaults) -> String {
    if Decimal::parse(text).is_some() {
        return text.to_string();
    }
    faults.add(row, column, quoted(text), NUMBER);
    "0".to_string()
}

/// The target by the columns that are filled: one number, a range, or a low and a high target.
fn target(sheet: &Sheet, row: &Row, faults: &mut SheetFaults) -> Option<Tree> {
    const KINDS: [(&[&str], &[&str]); 3] = [
        (&["target"], &["amber", "yearly_target"]),
        (&["low", "high"], &["mid"]),
        (&["low_target", "high_target"], &[]),
    ];
    let filled = |column: &&&str| !sheet.cell(row, column).is_empty();
    let mut used: Vec<&(&[&str], &[&str])> = Vec::new();
    for kind in &KINDS {
        if kind.0.iter().chain(kind.1).any(|column| filled(&column)) {
            used.push(kind);
        }
    }
    let (needed, further) = match used.as_slice() {
        [] => return None,
        [(needed, further)] => (*needed, *further),
        [_, second, ..] => {
            let column = second.0.iter().chain(second.1).find(filled).copied().unwrap_or("target");
            let expected = "one kind of target: target; or low and high; or low_target and high_target";
            faults.add(row, column, "a second kind of target", expected);
            return None;
        }
    };
    let mut target = Map::new();
    for column in needed.iter().chain(further) {
        let text = sheet.cell(row, column);
        if text.is_empty() {
            if needed.contains(column) {
                let beside = needed.iter().chain(further).find(filled).copied().unwrap_or("the target");
                faults.add(row, column, "a blank cell", format!("a number, since there is one under {beside}"));
            }
            continue;
        }
        let number = decimal(row, column, text, faults);
        match *column {
            "target" => target.insert("point".into(), number.into()),
            "mid" => target.insert("mid_point".into(), number.into()),
            "yearly_target" => {
                yearly(sheet, row, &number, faults).and_then(|yearly| target.insert("yearly".into(), yearly))
            }
            column => target.insert(column.to_string(), number.into()),
        };
    }
    Some(Tree::Object(target))
}

/// The yearly target and into how many shares it was divided, which must give the target exactly.
fn yearly(sheet: &Sheet, row: &Row, total: &str, faults: &mut SheetFaults) -> Option<Tree> {
    let shares: u32 = match sheet.cell(row, "frequency") {
        "quarterly" => 4,
        "monthly" => 12,
        _ => {
            let expected = "nothing, but for a monthly or quarterly measure whose target is a share of the year's";
            faults.add(row, "yearly_target", "a yearly target", expected);
            return None;
        }
    };
    let (whole, share) = (Decimal::parse(total)?, Decimal::parse(sheet.cell(row, "target"))?);
    if whole.cmp_value(share * Decimal::whole(shares)).is_ne() {
        let expected =
            format!("{shares} times the target {share}, or nothing where it is no equal share of the year's");
        faults.add(row, "yearly_target", quoted(total), expected);
        return None;
    }
    Some(json!({ "total": total, "shares": shares }))
}

/// Earlier values: a blank cell is no observation, and a gap is drawn.
fn history(sheet: &Sheet, row: &Row, faults: &mut SheetFaults) -> Tree {
    let own = Period::parse(sheet.cell(row, "period"));
    let mut observations = Vec::new();
    for period in &sheet.history {
        let column = period.word();
        let text = sheet.cell(row, &column);
        if text.is_empty() {
            continue;
        }
        if own == Some(*period) {
            faults.add(
                row,
                &column,
                "a value",
                "a blank cell: this is the measure's own period, whose value is under value",
            );
            continue;
        }
        let value = match missing(text) {
            Some(missing) => json!({ "missing": missing.word(), "reason": reason(missing) }),
            None => number(row, &column, text, faults),
        };
        observations.push(json!({ "period": column, "value": value, "provenance": "published_table" }));
    }
    observations.into()
}

/// What the shorthand of an earlier value says.
fn reason(missing: Missing) -> &'static str {
    match missing {
        Missing::Suppressed => "Withheld to protect people’s privacy.",
        Missing::NotAvailable => "Not available.",
        Missing::NotApplicable => "Not applicable.",
    }
}

/// Comments and actions, each line a paragraph.
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

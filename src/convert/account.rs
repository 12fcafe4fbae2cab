//! Knows: what a person is told about a draft, in sentences: what was read otherwise, guessed, left out, and what has changed.
//! Must not know: where the sentences are shown.

use super::cell_ref::CellRef;
use super::draft::{ChangeKind, Draft, Fate};
use super::mapping::{ColumnUse, Mapping};
use crate::report::Keyword;
use crate::wording::format::count_of;
use std::collections::BTreeMap;

/// Everything to look over, besides the cells that were not understood.
pub fn account(draft: &Draft) -> Vec<String> {
    let mut sentences = readings(draft);
    sentences.extend(mapping(&draft.mapping));
    sentences.extend(guesses(draft));
    sentences.extend(left_out(draft));
    sentences.extend(changes(draft));
    sentences.extend(outside(draft));
    sentences
}

/// Things that were found with the same sentence: the sentence, and where.
type Grouped = Vec<(String, Vec<String>)>;

fn add(grouped: &mut Grouped, sentence: String, place: String) {
    match grouped.iter_mut().find(|(known, _)| *known == sentence) {
        Some((_, places)) => places.push(place),
        None => grouped.push((sentence, vec![place])),
    }
}

fn readings(draft: &Draft) -> Vec<String> {
    let mut grouped = Grouped::new();
    for (cell, reading) in &draft.readings {
        add(&mut grouped, reading.words().to_string(), draft.place(*cell));
    }
    let told = grouped.iter().map(|(sentence, places)| format!("{}: {sentence}", and_more(places, "place")));
    told.collect()
}

/// What was guessed about columns and words.
fn mapping(mapping: &Mapping) -> Vec<String> {
    let mut told = Vec::new();
    for table in mapping.tables.iter().filter(|table| !table.is_left_out) {
        for column in table.columns.iter().filter(|column| !column.guess.is_empty()) {
            let what = match column.role {
                Some(role) => role.label().to_lowercase(),
                None => "not known".to_string(),
            };
            let period = column.period.map_or(String::new(), |period| format!(", {period}"));
            let ColumnUse { column, heading, guess, .. } = column;
            told.push(format!(
                "guessed: column {column} of {}, “{heading}”: {what}{period}, since {guess}",
                table.sheet
            ));
        }
    }
    for label in mapping.labels.iter().filter(|label| !label.guess.is_empty()) {
        told.push(format!("guessed: {}: {}", label.kind.word(), label.guess));
    }
    told
}

fn guesses(draft: &Draft) -> Vec<String> {
    let mut grouped = Grouped::new();
    for guess in &draft.guesses {
        let sentence = format!("guessed: {} {}, since {}", guess.about.word(), guess.word, guess.reason);
        add(&mut grouped, sentence, guess.code.clone());
    }
    grouped.iter().map(|(sentence, codes)| format!("{sentence} [{}]", codes.join("; "))).collect()
}

fn left_out(draft: &Draft) -> Vec<String> {
    let mut grouped = Grouped::new();
    for (cell, fate) in draft.ledger.cells() {
        if let Fate::LeftOut(reason) = fate {
            add(&mut grouped, reason.clone(), draft.place(cell));
        }
    }
    grouped.iter().map(|(reason, places)| format!("left out: {}: {reason}", and_more(places, "cell"))).collect()
}

fn changes(draft: &Draft) -> Vec<String> {
    let told = draft.changes.iter().map(|change| {
        let what = change.kind.label();
        match change.kind {
            ChangeKind::New => format!("{what}: {} {}", change.code, change.name),
            ChangeKind::Gone => format!("{what}: {} {}", change.code, change.name),
            ChangeKind::NotCarried => format!("{what}: {}", change.was),
            _ => format!("{what}: {}: {}, before {}", change.code, change.now, change.was),
        }
    });
    told.collect()
}

/// The cells that are in no table of measures, for each sheet: how many, and between which corners.
fn outside(draft: &Draft) -> Vec<String> {
    let mut sheets: BTreeMap<usize, Vec<CellRef>> = BTreeMap::new();
    for (cell, _) in draft.ledger.cells().filter(|(_, fate)| **fate == Fate::Outside) {
        sheets.entry(cell.sheet).or_default().push(cell);
    }
    let told = sheets.values().filter_map(|cells| {
        let rows = || cells.iter().map(|cell| cell.row);
        let columns = || cells.iter().map(|cell| cell.column);
        let (first, sheet) = (cells.first()?, cells.first()?.sheet);
        let upper = CellRef { sheet, row: rows().min()?, column: columns().min()? };
        let lower = CellRef { sheet, row: rows().max()?, column: columns().max()? };
        let reach =
            if cells.len() == 1 { draft.place(*first) } else { format!("{} to {}", draft.place(upper), lower.name()) };
        Some(format!("in no table of measures: {}, {reach}", count_of(cells.len(), "cell")))
    });
    told.collect()
}

/// The first place, and how many more there are.
fn and_more(places: &[String], noun: &str) -> String {
    match places {
        [] => String::new(),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first} and {}", count_of(rest.len(), &format!("more {noun}"))),
    }
}

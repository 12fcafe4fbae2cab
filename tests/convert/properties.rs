//! Whatever a workbook holds, it is gone through without a panic, and every cell is placed, listed, or outside a table.

use proptest::prelude::*;
use quarterlight::convert::draft::{Fate, apply};
use quarterlight::convert::mapping::Mapping;
use quarterlight::convert::tables::{self, Layout};
use quarterlight::convert::workbook::{Cell, Row, Sheet, Span, Stored, Workbook};

fn cell() -> impl Strategy<Value = Cell> {
    let text = prop_oneof![
        4 => Just(String::new()),
        3 => prop::sample::select(vec![
            "Code", "PI", "Name", "Indicator", "Value", "Q1", "Q2 2024/25", "Target", "RAG", "DoT", "Comments", "2023/24",
            "Service", "Directorate", "Unit", "Last quarter", "Better to be", "Total", "Note", "Sep-24", "Status",
        ]).prop_map(str::to_string),
        4 => prop::sample::select(vec![
            "12", "45%", "£1,234.50", "(5)", "12/15", "<5", "n/a", "TBC", "Green", "Red", "↑", "65-73", "3.2 days", "EX1",
            "Homes let", "*", "[c]", "118 [p]", "Housing", "1,23", "####", "2024-25-q2", "per 1,000 homes",
        ]).prop_map(str::to_string),
        1 => "\\PC{0,12}",
    ];
    let stored = prop_oneof![
        6 => Just(Stored::Text),
        1 => "-?[0-9]{1,17}(\\.[0-9]{1,12})?".prop_map(Stored::Number),
        1 => "20[0-9]{2}-[01][0-9]-[0-3][0-9]".prop_map(Stored::Date),
        1 => Just(Stored::Fault),
    ];
    let fill = prop::option::weighted(0.2, prop::array::uniform3(any::<u8>()));
    (text, stored, fill, any::<bool>()).prop_map(|(shown, stored, fill, is_bold)| Cell { shown, stored, fill, is_bold })
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let rows =
        prop::collection::vec((1usize..3, prop::bool::weighted(0.1), prop::collection::vec(cell(), 0..9)), 0..14);
    let span = (1usize..16, 0usize..3, 0usize..9, 0usize..4);
    let merged = prop::collection::vec(span, 0..4);
    ("[A-Z][a-z]{0,6}|Q2 2024-25", prop::bool::weighted(0.1), rows, merged).prop_map(
        |(name, is_hidden, rows, merged)| {
            let mut number = 0;
            let rows = rows.into_iter().map(|(step, is_hidden, cells)| {
                number += step;
                Row { number, is_hidden, cells }
            });
            let merged = merged.into_iter().map(|(row, rows, column, columns)| Span {
                first_row: row,
                last_row: row + rows,
                first_column: column,
                last_column: column + columns,
            });
            Sheet { name, is_hidden, rows: rows.collect(), merged: merged.collect(), ..Sheet::default() }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn any_workbook_is_gone_through(sheets in prop::collection::vec(sheet(), 0..3)) {
        let workbook = Workbook { sheets, ..Workbook::default() };
        let mapping = Mapping::guess(&workbook, None, None);
        prop_assert_eq!(Mapping::from_json(&mapping.to_json()), Some(mapping.clone()));
        let draft = apply(&workbook, &mapping, &super::notation::form(), None);
        let tables = tables::find(&workbook);
        for (cell, fate) in draft.ledger.cells().filter(|(_, fate)| **fate == Fate::Outside) {
            // A cell in a row that is a measure is placed or listed if it is in a column of a table.
            let mut of_sheet = tables.iter().filter(|table| table.sheet == cell.sheet);
            let is_measure = draft.measures.iter().any(|one| (one.cell.sheet, one.cell.row) == (cell.sheet, cell.row));
            let is_covered = workbook.sheets[cell.sheet].merged.iter().any(|span| {
                (span.first_row..=span.last_row).contains(&cell.row)
                    && (span.first_column..=span.last_column).contains(&cell.column)
            });
            let (only, second) = (of_sheet.next(), of_sheet.next());
            let is_in_column = only.is_some_and(|table| {
                *table.grid.layout() == Layout::Upright && table.columns.iter().any(|column| column.place == cell.column)
            });
            let is_lost = is_measure && is_in_column && second.is_none() && !is_covered;
            prop_assert!(!is_lost, "{} {:?}", cell.name(), fate);
        }
        let questions = draft.ledger.not_understood();
        match draft.export() {
            Ok(text) => {
                prop_assert_eq!(questions, 0);
                prop_assert!(text.ends_with('\n'));
            }
            Err(told) => prop_assert!(!told.is_empty()),
        }
        // With its own export as the last one everything is found again.
        if let Ok(text) = draft.export() {
            let last = quarterlight::import::report(text.as_bytes()).unwrap();
            let again = apply(&workbook, &mapping, &super::notation::form(), Some(&last));
            prop_assert_eq!(again.measures.len(), draft.measures.len());
        }
    }
}

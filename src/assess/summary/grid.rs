//! Knows: how statuses and long trends go together, as a grid.
//! Must not know: how many cells a screen has room for.

use crate::report::{Choice, Code, Dataset, Keyword, MeasureIx, Status, Trend};

/// The measures with one status and one long trend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell {
    /// The long trend.
    pub trend: Trend,
    /// The choices that filter the given measures down to these.
    pub choices: [Choice; 2],
    /// Their codes, in the given order.
    pub codes: Vec<Code>,
}

/// A row for each status that the report uses, and in it a cell for each trend that at least one of the given measures has, in one
/// order for all rows.
pub fn by_status_and_long_trend(data: &Dataset, measures: &[MeasureIx]) -> Vec<(Status, Vec<GridCell>)> {
    let measures: Vec<_> = measures.iter().filter_map(|row| data.measure(*row)).map(|place| place.measure).collect();
    let trends = Trend::ALL.iter().copied();
    let trends: Vec<Trend> = trends.filter(|trend| measures.iter().any(|one| one.long_trend() == *trend)).collect();
    let cell = |status: Status, trend: Trend| {
        let of_cell = measures.iter().filter(|measure| measure.status() == status && measure.long_trend() == trend);
        GridCell {
            trend,
            choices: [Choice::Status(status), Choice::Long(trend)],
            codes: of_cell.map(|measure| measure.code.clone()).collect(),
        }
    };
    let row = |status: &Status| (*status, trends.iter().map(|trend| cell(*status, *trend)).collect());
    data.statuses().iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::by_status_and_long_trend;
    use crate::fixtures::shipped_data;
    use crate::report::{Keyword, MeasureIx};

    #[test]
    fn the_grid_of_the_shipped_quarter() {
        let data = shipped_data();
        let all: Vec<MeasureIx> = data.measures().map(|place| place.row).collect();
        let grid = by_status_and_long_trend(data, &all);
        let rows: Vec<String> = grid
            .iter()
            .map(|(status, cells)| {
                let counts = cells.iter().map(|cell| format!("{} {}", cell.trend.word(), cell.codes.len()));
                format!("{}: {}", status.word(), counts.collect::<Vec<_>>().join(", "))
            })
            .collect();
        assert_eq!(
            rows,
            [
                "green: improving 11, static 1, deteriorating 1, none 0",
                "amber: improving 2, static 0, deteriorating 1, none 0",
                "red: improving 7, static 0, deteriorating 8, none 1",
            ]
        );
        // Every measure stands in one cell.
        assert_eq!(grid.iter().flat_map(|(_, cells)| cells).map(|cell| cell.codes.len()).sum::<usize>(), all.len());
        // A trend that no measure has needs no column.
        let red = all.iter().copied().filter(|row| data.measure(*row).unwrap().measure.code == "PH23");
        let grid = by_status_and_long_trend(data, &red.collect::<Vec<_>>());
        assert!(grid.iter().all(|(_, cells)| cells.len() == 1));
        assert!(by_status_and_long_trend(data, &[]).iter().all(|(_, cells)| cells.is_empty()));
    }
}

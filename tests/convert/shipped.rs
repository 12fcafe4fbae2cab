//! The shipped quarter, written out as a workbook in two ways and as a Word report, and read back: equal in every figure.

use super::document::{Part, docx};
use super::excel::xlsx;
use quarterlight::convert::draft::{Fate, apply};
use quarterlight::convert::form::Form;
use quarterlight::convert::mapping::Mapping;
use quarterlight::convert::workbook::{self, Cell, Row, Sheet, Stored, Workbook};
use quarterlight::import;
use quarterlight::report::{
    Benchmark, Decimal, Keyword, Measure, MeasureRef, Missing, MissingValue, Observation, Period, Report, Target, Unit,
    UnitKind, Value,
};
use quarterlight::wording::format;
use quarterlight::wording::missing;

fn shipped() -> Report {
    import::report(include_bytes!("../../public/data/medway-people-2023-24-q3.json")).unwrap()
}

/// The cell of a value as a spreadsheet shows it: `75.20%` for what is stored as 0.752, `1,234`, with the shorthand of flags.
fn shown(value: &Value, unit: &Unit) -> Cell {
    let Value::Number(number) = value else {
        return Cell { shown: missing::shorthand_of(value).next().unwrap().0.into(), ..Cell::default() };
    };
    let flags: String = number.flags.iter().map(|flag| format!(" {}", missing::flag_shorthand(*flag).0)).collect();
    let stored = match unit.kind {
        UnitKind::Percent => (number.number * Decimal::parse("0.01").unwrap()).shortest(),
        _ => number.number,
    };
    let shown = format!("{}{flags}", format::number(number.number, unit));
    Cell { shown, stored: Stored::Number(stored.to_string()), ..Cell::default() }
}

fn text(text: impl Into<String>) -> Cell {
    Cell { shown: text.into(), ..Cell::default() }
}

/// The periods of the measures' own earlier values, and the names and periods of benchmarks, as headings.
struct Columns {
    history: Vec<Period>,
    benchmarks: Vec<(String, Option<Period>)>,
}

fn in_sheet(one: &Observation, own: Period) -> Option<Period> {
    one.period.filter(|period| one.is_own() && *period != own)
}

fn columns<'r>(places: impl Iterator<Item = MeasureRef<'r>>) -> Columns {
    let mut history = Vec::new();
    let mut benchmarks = Vec::new();
    for place in places {
        let measure = place.measure;
        history.extend(measure.history.iter().filter_map(|one| in_sheet(one, measure.reporting_period())));
        let own = measure.benchmarks.iter().filter(|one| one.series.is_none());
        benchmarks.extend(own.map(|one| (one.name.clone(), one.period)));
    }
    history.sort_by_key(|period| (period.order(), period.word()));
    history.dedup();
    benchmarks.sort_by_key(|(name, period)| (name.clone(), period.map(Period::word)));
    benchmarks.dedup();
    Columns { history, benchmarks }
}

fn headings(columns: &Columns, is_plain: bool) -> Vec<Cell> {
    let own = "Outcome|Programme|PI code|PI name|Polarity|Unit|Per|Of|Frequency|Basis|Reporting period|Actual|Reason for no data|Target|\
               Target range low|Target range high|Mid-point|Yearly target|RAG|Short term trend|Long term trend";
    let period = |period: &Period| if is_plain { period.word() } else { period.to_string() };
    let mut cells: Vec<Cell> = own.split('|').map(text).collect();
    cells.extend(columns.history.iter().map(|one| text(period(one))));
    cells.extend(
        columns
            .benchmarks
            .iter()
            .map(|(name, when)| text(format!("{name} {}", when.as_ref().map_or(String::new(), period)).trim())),
    );
    cells
}

fn row(place: &MeasureRef<'_>, columns: &Columns) -> Vec<Cell> {
    let measure = place.measure;
    let unit = &measure.unit;
    let number = |number: Option<Decimal>| number.map_or(Cell::default(), |number| text(format::number(number, unit)));
    let (point, low, high, mid, yearly) = match &measure.target {
        Some(Target::Point(target)) => {
            (Some(target.point), None, None, None, target.yearly.as_ref().map(|one| one.total))
        }
        Some(Target::Range(range)) => (None, Some(range.low), Some(range.high), range.mid_point, None),
        _ => (None, None, None, None, None),
    };
    let reason = match &measure.value {
        Value::Missing(missing) => missing.reason.clone(),
        Value::Number(_) => String::new(),
    };
    let mut cells = vec![
        text(&place.outcome.name),
        text(&place.programme.name),
        text(&measure.code),
        text(&measure.name),
        text(measure.aim.word()),
        text(unit.kind.word()),
        text(unit.per.map_or(String::new(), |per| format::grouped(&per.to_string()))),
        text(unit.of.clone().unwrap_or_default()),
        text(measure.frequency().word()),
        text(measure.basis().word().replace('_', " ")),
        text(measure.reporting_period().word()),
        shown(&measure.value, unit),
        text(reason),
        number(point),
        number(low),
        number(high),
        number(mid),
        number(yearly),
        text(measure.status().label()),
        text(measure.short_trend().label()),
        text(measure.long_trend().label()),
    ];
    for period in &columns.history {
        let one = measure.history.iter().find(|one| in_sheet(one, measure.reporting_period()) == Some(*period));
        cells.push(one.map_or(Cell::default(), |one| shown(&one.value, unit)));
    }
    for (name, period) in &columns.benchmarks {
        let is_it = |one: &&Benchmark| one.series.is_none() && one.name == *name && one.period == *period;
        let one = measure.benchmarks.iter().find(is_it);
        cells.push(one.map_or(Cell::default(), |one| shown(&one.value, unit)));
    }
    cells
}

/// A sheet of measures.
fn sheet<'r>(places: impl Iterator<Item = MeasureRef<'r>>, columns: &Columns, is_plain: bool) -> Sheet {
    let lines = places.map(|place| row(&place, columns));
    let lines = std::iter::once(headings(columns, is_plain)).chain(lines).enumerate();
    let rows = lines.map(|(at, cells)| Row { number: at + 1, is_hidden: false, cells }).collect();
    Sheet { name: "Measures".into(), rows, ..Sheet::default() }
}

/// One sheet with everything, written as a workbook and read.
fn workbook(report: &Report, is_plain: bool) -> Workbook {
    let sheet = sheet(report.places(), &columns(report.places()), is_plain);
    let workbook = workbook::read("report.xlsx", &xlsx(&sheet)).unwrap();
    // Every cell is shown as the report has it.
    for (row, read) in sheet.rows.iter().zip(&workbook.sheets[0].rows) {
        for (column, cell) in row.cells.iter().enumerate() {
            let found = read.cells.get(column).cloned().unwrap_or_default();
            assert_eq!(found.shown, cell.shown, "row {}, column {column}", row.number);
        }
    }
    workbook
}

/// A table for each programme, below the names of its outcome and its own, written as a Word document and read. What the headings say
/// is not in the tables.
fn document(report: &Report) -> Workbook {
    let mut parts = vec![Part::Text(report.publication.title.clone())];
    for outcome in &report.outcomes {
        parts.push(Part::Heading(1, outcome.name.clone()));
        for programme in &outcome.programmes {
            let is_in =
                |place: &MeasureRef<'_>| place.outcome.name == outcome.name && place.programme.name == programme.name;
            let mut sheet = sheet(report.places().filter(is_in), &columns(report.places().filter(is_in)), false);
            for row in &mut sheet.rows {
                row.cells.drain(..2);
            }
            parts.push(Part::Heading(2, programme.name.clone()));
            parts.push(Part::Text("What the council says about these measures.".into()));
            parts.push(Part::Table(sheet));
        }
    }
    workbook::read("report.docx", &docx(&parts, true)).unwrap()
}

/// What a sheet holds of a measure, as text.
fn figures(measure: &Measure) -> Vec<String> {
    let mut found = vec![
        format!("{} {} {:?}", measure.code, measure.name, measure.aim),
        format!("{:?} {:?} {:?} {}", measure.unit, measure.frequency(), measure.basis(), measure.reporting_period()),
        format!("{:?}", measure.value),
        format!("{:?}", measure.target),
        format!("{:?} {:?} {:?}", measure.status(), measure.short_trend(), measure.long_trend()),
    ];
    let own = measure.history.iter().filter_map(|one| Some((in_sheet(one, measure.reporting_period())?, &one.value)));
    let mut own: Vec<_> = own.collect();
    own.sort_by_key(|(period, _)| (period.order(), period.word()));
    found.extend(own.iter().map(|(period, value)| format!("{period}: {value:?}")));
    let benchmarks = measure.benchmarks.iter().filter(|one| one.series.is_none());
    let mut benchmarks: Vec<String> =
        benchmarks.map(|one| format!("{} {:?}: {:?}", one.name, one.period, one.value)).collect();
    benchmarks.sort();
    found.extend(benchmarks);
    found
}

#[test]
fn the_shipped_quarter_comes_back_in_every_figure() {
    let report = shipped();
    let form = Form::like(&report, report.period);
    for (way, workbook) in [
        ("a workbook with plain headings", workbook(&report, true)),
        ("a workbook", workbook(&report, false)),
        ("a Word report", document(&report)),
    ] {
        let mapping = Mapping::guess(&workbook, None, None);
        assert_eq!(mapping.period.map(|period| period.to_string()), Some("2023-24-q3".into()), "{way}");
        let draft = apply(&workbook, &mapping, &form, None);
        let export = draft.export().unwrap_or_else(|questions| {
            panic!("{way}: {}", questions.iter().map(|one| format!("{one}\n")).collect::<String>())
        });
        let made = import::report(export.as_bytes()).unwrap();
        assert_eq!(made.places().count(), 32, "{way}");
        for (before, after) in report.places().zip(made.places()) {
            assert_eq!((&before.outcome.name, &before.programme.name), (&after.outcome.name, &after.programme.name));
            assert_eq!(figures(before.measure).join("\n"), figures(after.measure).join("\n"), "{way}");
        }
        assert_eq!(draft.guesses, [], "{way}: nothing is left to guess");
        let mut fates = draft.ledger.cells().map(|(_, fate)| fate);
        assert!(fates.all(|fate| matches!(fate, Fate::Placed | Fate::Heading)), "{way}: every cell has its place");
        let placed = draft.ledger.placed();
        assert!(placed > 450, "{way}: {placed} placed");
    }
}

/// What is withheld has no number in the file, and stays withheld in the export.
#[test]
fn withheld_figures_stay_withheld() {
    let report = shipped();
    let withheld = |report: &Report| {
        let is_withheld = |value: &Value| matches!(value, Value::Missing(one) if one.missing == Missing::Suppressed);
        let values = report.places().flat_map(|place| {
            let earlier = place.measure.history.iter().filter(|one| one.is_own()).map(|one| &one.value);
            std::iter::once(&place.measure.value).chain(earlier).filter(|value| is_withheld(value))
        });
        values.count()
    };
    // The shipped quarter withholds nothing, so some of it is withheld here.
    let mut hidden = report.clone();
    let mut measures =
        hidden.outcomes.iter_mut().flat_map(|outcome| &mut outcome.programmes).flat_map(|one| &mut one.measures);
    let first = measures.next().unwrap();
    let reason = "Withheld to protect people’s privacy.".to_string();
    first.value = Value::Missing(MissingValue { missing: Missing::Suppressed, reason: reason.clone() });
    let second = measures.next().unwrap();
    let earlier = second.history.iter_mut().find(|one| in_sheet(one, Period::parse("2023-24-q3").unwrap()).is_some());
    earlier.unwrap().value = Value::Missing(MissingValue { missing: Missing::Suppressed, reason });
    let expected = withheld(&hidden);
    assert!(expected >= withheld(&report) + 2);
    let form = Form::like(&hidden, hidden.period);
    for workbook in [workbook(&hidden, false), document(&hidden)] {
        let draft = apply(&workbook, &Mapping::guess(&workbook, None, None), &form, None);
        let made = import::report(draft.export().unwrap().as_bytes()).unwrap();
        assert_eq!(withheld(&made), expected);
    }
}

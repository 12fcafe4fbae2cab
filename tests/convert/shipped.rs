//! The shipped quarter, written out as a workbook in two ways, and read back: equal in every figure.

use quarterlight::convert::draft::apply;
use quarterlight::convert::form::Form;
use quarterlight::convert::mapping::Mapping;
use quarterlight::convert::workbook::{Cell, Row, Sheet, Stored, Workbook};
use quarterlight::import;
use quarterlight::report::{
    Benchmark, Decimal, Keyword, Measure, MeasureRef, Observation, Period, Report, Target, Unit, UnitKind, Value,
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

fn columns(report: &Report) -> Columns {
    let mut history = Vec::new();
    let mut benchmarks = Vec::new();
    for place in report.places() {
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

/// One sheet with everything.
fn one_sheet(report: &Report, is_plain: bool) -> Workbook {
    let columns = columns(report);
    let lines = report.places().map(|place| row(&place, &columns));
    let lines = std::iter::once(headings(&columns, is_plain)).chain(lines).enumerate();
    let rows = lines.map(|(at, cells)| Row { number: at + 1, is_hidden: false, cells }).collect();
    let sheet = Sheet { name: "Measures".into(), rows, ..Sheet::default() };
    Workbook { sheets: vec![sheet], ..Workbook::default() }
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
    for is_plain in [true, false] {
        let workbook = one_sheet(&report, is_plain);
        let mapping = Mapping::guess(&workbook, None, None);
        let draft = apply(&workbook, &mapping, &form, None);
        let export = draft.export().unwrap_or_else(|questions| {
            panic!("{}", questions.iter().map(|one| format!("{one}\n")).collect::<String>())
        });
        let made = import::report(export.as_bytes()).unwrap();
        assert_eq!(made.places().count(), 32);
        for (before, after) in report.places().zip(made.places()) {
            assert_eq!((&before.outcome.name, &before.programme.name), (&after.outcome.name, &after.programme.name));
            assert_eq!(figures(before.measure).join("\n"), figures(after.measure).join("\n"));
        }
        assert_eq!(draft.guesses, [], "nothing is left to guess");
        let [placed, unclear] = [draft.ledger.placed(), draft.ledger.not_understood()];
        assert!(placed > 500 && unclear == 0, "{placed} placed, {unclear} not");
    }
}

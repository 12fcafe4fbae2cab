//! Knows: what each column of a table probably holds, by its heading, its neighbours and its cells.
//! Must not know: what a person has decided.

use super::decisions::{ColumnUse, LabelKind, TableUse};
use super::labels;
use crate::convert::headings::Role;
use crate::convert::periods::{self, FoundPeriod};
use crate::convert::tables::Table;
use crate::convert::words;
use crate::convert::workbook::{Cell, Workbook};
use crate::report::Period;

/// What each column of a table probably holds.
pub fn guess(table: &Table<'_>, workbook: &Workbook) -> TableUse {
    let sheet = workbook.sheets.get(table.sheet).map_or("", |sheet| &sheet.name);
    let mut uses: Vec<ColumnUse> = table
        .columns
        .iter()
        .map(|column| ColumnUse {
            column: table.column_name(column.place),
            heading: column.text.clone(),
            role: column.heading.role,
            period: column.heading.period,
            ..ColumnUse::default()
        })
        .collect();
    let mut titles: Vec<&str> = table.title.lines().collect();
    let headings = workbook.sheets.get(table.sheet).map_or(&[][..], |sheet| &sheet.headings);
    titles.extend(headings.iter().rev().chain(&workbook.title).map(String::as_str));
    titles.push(sheet);
    give_years(&mut uses, &titles);
    read_months(&mut uses);
    inherit_periods(&mut uses);
    tell_codes_from_names(table, &mut uses);
    choose_names(&mut uses);
    guess_by_cells(table, &mut uses);
    guess_status_fill(table, &mut uses);
    question_second_values(&mut uses);
    TableUse { sheet: sheet.to_string(), cell: table.first_cell().name(), columns: uses, ..TableUse::default() }
}

/// Gives quarters without a year that of the title, the sheet or another heading.
fn give_years(uses: &mut [ColumnUse], titles: &[&str]) {
    let year_of = |period: FoundPeriod| match period {
        FoundPeriod::Whole(
            Period::Quarter { year, .. } | Period::FinancialYear { year } | Period::YearToQuarter { year, .. },
        ) => Some(year),
        _ => None,
    };
    let in_titles = titles.iter().find_map(|line| year_of(periods::find(line).0?));
    let of_targets = uses.iter().filter(|one| one.role.is_some_and(Role::is_of_targets));
    let Some(year) = in_titles.or_else(|| of_targets.filter_map(|one| one.period).find_map(year_of)) else { return };
    for one in uses {
        if let Some(FoundPeriod::Quarter(quarter)) = one.period {
            one.period = Some(FoundPeriod::Whole(Period::Quarter { year, quarter }));
            one.guess = format!("the {} stands above the table or in another heading", Period::FinancialYear { year });
        }
    }
}

/// Reads months as the quarters that they end where only such months are there, and `2009-10` as a month where other headings can
/// only be months.
fn read_months(uses: &mut [ColumnUse]) {
    let months = |uses: &[ColumnUse]| -> Vec<Option<u8>> {
        let valued = uses.iter().filter(|one| one.role == Some(Role::Value) && one.period.is_some());
        valued
            .map(|one| match one.period {
                Some(FoundPeriod::Whole(Period::Month(month) | Period::Day { month, .. })) => Some(month.month),
                _ => None,
            })
            .collect()
    };
    let has_months = months(uses).iter().any(Option::is_some);
    for one in uses.iter_mut() {
        let as_month = Period::parse(&one.heading).filter(|period| matches!(period, Period::Month(_)));
        if let (Some(FoundPeriod::Whole(year @ Period::FinancialYear { .. })), Some(month)) = (one.period, as_month) {
            one.period = Some(FoundPeriod::Whole(if has_months { month } else { year }));
            one.guess = match has_months {
                true => format!("beside months, {} is {month}", one.heading),
                false => format!("no heading is a month, so {} is the {year} and not {month}", one.heading),
            };
        }
    }
    let months = months(uses);
    let are_ends = months.iter().all(|month| month.is_some_and(|month| month % 3 == 0));
    if months.len() < 2 || !are_ends {
        return;
    }
    for one in uses {
        if let Some(FoundPeriod::Whole(Period::Month(month) | Period::Day { month, .. })) = one.period {
            let quarter = periods::quarter_with(month);
            one.period = Some(FoundPeriod::Whole(quarter));
            one.guess = format!("each heading is the end of a quarter, this one of {quarter}");
        }
    }
}

/// Where statuses, targets or trends stand beside the value of each period, gives each the period of the value at its left.
fn inherit_periods(uses: &mut [ColumnUse]) {
    for role in [Role::Status, Role::Target, Role::ShortTrend, Role::LongTrend, Role::Comments] {
        let is_alone = |one: &&ColumnUse| one.role == Some(role) && one.period.is_none();
        if uses.iter().filter(is_alone).count() < 2 {
            continue;
        }
        let mut left = None;
        for one in uses.iter_mut() {
            if one.role == Some(Role::Value) {
                left = one.period;
            } else if one.role == Some(role) && one.period.is_none() && left.is_some() {
                one.period = left;
                one.guess = "the period of the value at its left".to_string();
            }
        }
    }
}

/// “PI” or “KPI” may stand above codes and above names: without another column of names, the one with the longest texts has them.
fn tell_codes_from_names(table: &Table<'_>, uses: &mut [ColumnUse]) {
    if uses.iter().any(|one| one.role == Some(Role::Name)) {
        return;
    }
    let length = |place: usize| {
        let cells = table.body.clone().filter_map(|line| table.cell(line, place));
        let (count, sum) = cells.fold((0, 0), |(count, sum), cell| (count + 1, sum + cell.shown.chars().count()));
        sum / usize::max(count, 1)
    };
    let lengths = table.columns.iter().map(|column| length(column.place)).zip(uses.iter_mut());
    let codes = lengths.filter(|(length, one)| one.role == Some(Role::Code) && *length > LONGEST_CODE);
    if let Some((_, one)) = codes.max_by_key(|(length, _)| *length) {
        one.role = Some(Role::Name);
        one.guess = "its cells are too long for codes".to_string();
    }
}

/// The most characters that codes have on average.
const LONGEST_CODE: usize = 15;

/// Of several columns of names, keeps one; the others become commentary, as a description is.
fn choose_names(uses: &mut [ColumnUse]) {
    let is_name = |one: &&ColumnUse| one.role == Some(Role::Name);
    if uses.iter().filter(is_name).count() < 2 {
        return;
    }
    let is_description = |one: &ColumnUse| words::plain(&one.heading).contains("description");
    let first = uses.iter().position(|one| is_name(&one) && !is_description(one));
    let kept = first.or_else(|| uses.iter().position(|one| is_name(&one)));
    for (position, one) in uses.iter_mut().enumerate() {
        if one.role == Some(Role::Name) && Some(position) != kept {
            one.role = Some(Role::Comments);
            one.guess = "another column has the names, so this one describes the measure".to_string();
        }
    }
}

/// What a column without a known heading probably holds, by what all its cells are.
fn guess_by_cells(table: &Table<'_>, uses: &mut [ColumnUse]) {
    let has = |uses: &[ColumnUse], role: Role| uses.iter().any(|one| one.role == Some(role));
    for (position, column) in table.columns.iter().enumerate() {
        if uses.get(position).is_none_or(|one| one.role.is_some()) {
            continue;
        }
        let cells: Vec<&str> = table
            .body
            .clone()
            .filter_map(|line| table.cell(line, column.place))
            .map(|cell| cell.shown.trim())
            .collect();
        if cells.is_empty() {
            continue;
        }
        let all = |is: &dyn Fn(&str) -> bool| cells.iter().all(|text| is(text));
        let most = |is: &dyn Fn(&str) -> bool| cells.iter().filter(|text| is(text)).count() * 10 >= cells.len() * 8;
        let has_letters = |text: &str| text.chars().filter(|one| one.is_alphabetic()).count() > 8;
        let is_word = |kind: LabelKind, text: &str| labels::likely(kind, text).0.is_some();
        let guess = if !has(uses, Role::Name) && most(&has_letters) {
            Some((Role::Name, "no other column has names, and its cells are texts"))
        } else if !has(uses, Role::Status) && all(&|text| is_word(LabelKind::Status, text)) {
            Some((Role::Status, "all its cells are statuses"))
        } else if !has(uses, Role::ShortTrend) && all(&|text| is_word(LabelKind::Trend, text)) {
            Some((Role::ShortTrend, "all its cells are trends"))
        } else if !has(uses, Role::Code) && column.place == 0 && all(&looks_like_code) {
            Some((Role::Code, "it is the first column, and its cells are codes"))
        // Nobody knows whether a text without a heading is meant to be seen.
        } else if !column.text.is_empty() && most(&|text| text.split_whitespace().count() > 6) {
            Some((Role::Comments, "its cells are long texts"))
        } else {
            None
        };
        if let (Some((role, why)), Some(one)) = (guess, uses.get_mut(position)) {
            one.role = Some(role);
            one.guess = why.to_string();
        }
    }
}

/// Whether a text looks like the code of a measure: short, with a digit, and no figure.
pub fn looks_like_code(text: &str) -> bool {
    let has = |is: fn(char) -> bool| text.contains(is);
    text.chars().count() <= 14 && has(char::is_alphabetic) && has(char::is_numeric) && !text.contains(['%', '£'])
}

/// Where no column has statuses, finds the one whose cells have the colours of statuses: the value's, best of all.
fn guess_status_fill(table: &Table<'_>, uses: &mut [ColumnUse]) {
    if uses.iter().any(|one| one.role == Some(Role::Status) && one.period.is_none()) {
        return;
    }
    let coloured = |place: usize| {
        let cells = table.body.clone().filter_map(|line| table.grid.cell(line, place));
        let labels = cells.filter_map(status_colour);
        let (mut count, mut colours) = (0, Vec::new());
        for label in labels {
            count += 1;
            if !colours.contains(&label) {
                colours.push(label);
            }
        }
        (count, colours.len())
    };
    let counted = table.columns.iter().map(|column| coloured(column.place));
    let ranked = counted.zip(uses.iter()).enumerate().filter(|(_, ((count, colours), _))| *count >= 2 && *colours >= 2);
    let best = ranked.max_by_key(|(_, ((count, _), one))| {
        let period = match one.period {
            Some(FoundPeriod::Whole(period)) => period.order(),
            _ => (u32::MAX, 0),
        };
        (one.role == Some(Role::Value), period, *count)
    });
    let Some(position) = best.map(|(position, _)| position) else { return };
    if let Some(one) = uses.get_mut(position) {
        one.has_status_fill = true;
        one.guess = format!("no column has the statuses, and the cells here are coloured; {}", one.guess);
        one.guess = one.guess.trim_end_matches([' ', ';']).to_string();
    }
}

/// The colour of a cell, if it is one of red, amber and green: grey and blue alone are decoration.
fn status_colour(cell: &Cell) -> Option<&'static str> {
    labels::colour(cell.fill?).filter(|colour| ["red", "amber", "green"].contains(colour))
}

/// A second column of values for the same period is a question: nobody can tell which is meant.
fn question_second_values(uses: &mut [ColumnUse]) {
    let mut seen: Vec<Option<FoundPeriod>> = Vec::new();
    let is_total = |one: &ColumnUse| words::found_in("basis_in_name", &one.heading).is_some();
    // The value of the period itself before that of the year so far.
    let mut order: Vec<usize> = (0..uses.len()).collect();
    order.sort_by_key(|at| uses.get(*at).is_some_and(is_total));
    for at in order {
        let Some(one) = uses.get_mut(at) else { continue };
        if one.role != Some(Role::Value) {
            continue;
        }
        if seen.contains(&one.period) {
            one.role = None;
            one.guess = "another column has the values of this period".to_string();
        } else {
            seen.push(one.period);
        }
    }
}

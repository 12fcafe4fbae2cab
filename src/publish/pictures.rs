//! Knows: the page on which every picture of a report stands beside the figures that it is drawn from, for review.
//! Must not know: where anything in a picture stands (that is `picture`).

use crate::assess::risk_movement::quarters;
use crate::assess::unpublished::dataset;
use crate::encode::markup::escaped;
use crate::import;
use crate::picture::Picture;
use crate::picture::bullet::bullet;
use crate::picture::comparison::comparison;
use crate::picture::course::course;
use crate::picture::markup::{shape, svg};
use crate::picture::sparkline::sparkline;
use crate::picture::spread::spread;
use crate::picture::strip::{Piece, strip};
use crate::picture::trail::trails;
use crate::report::{Dataset, Measure, MeasureIx, RiskRef, RuleSet, Source};
use crate::wording::format;

const HEAD: &str = "<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n<title>Pictures of figures, for review</title>\n\
    <link rel=\"stylesheet\" href=\"../style/tokens.css\">\n<link rel=\"stylesheet\" href=\"../style/base.css\">\n\
    <link rel=\"stylesheet\" href=\"../style/badges.css\">\n<link rel=\"stylesheet\" href=\"../style/tables.css\">\n\
    <link rel=\"stylesheet\" href=\"../style/pictures.css\">\n\
    <link rel=\"stylesheet\" href=\"../style/trail.css\">\n<main>\n<h1>Pictures of figures, for review</h1>\n\
    <p>Written by <code>cargo run --bin publish</code> with the program's own drawing; a test compares it. Each picture stands beside the \
    figures that it is drawn from.</p>\n";

/// The page, as HTML, of these exports and their names. It is no part of the site. Fails if one cannot be read.
pub fn page(exports: &[(String, Vec<u8>)]) -> Result<String, String> {
    let mut parts = String::new();
    for (name, bytes) in exports {
        let report = import::report(bytes).map_err(|_| format!("{name} cannot be read"))?;
        parts.push_str(&of_report(name, &dataset(report, Source::Local { file: name.clone() })));
    }
    Ok(format!("{HEAD}{parts}</main>\n</html>\n"))
}

fn of_report(name: &str, data: &Dataset) -> String {
    let report = data.report();
    let rows: Vec<MeasureIx> = data.measures().map(|place| place.row).collect();
    let panels = strip(data, &rows).panels.into_iter();
    let strips: String = panels
        .map(|panel| {
            format!("<h3>{}</h3>\n{}", escaped(&panel.name), panel.pieces.iter().map(of_piece).collect::<String>())
        })
        .collect();
    let measures: String =
        data.measures().map(|place| of_measure(place.measure, &report.rules, &report.council.name)).collect();
    let small = spread(data, &rows).map(|drawn| svg(&drawn.picture)).unwrap_or_default();
    format!(
        "<h2>{}</h2>\n{small}{strips}{}<table>\n<thead><tr><th>Measure</th><th>Value</th><th>Target</th><th>Against target</th><th>Over time</th>\
         <th>Others</th></tr></thead>\n<tbody>\n{measures}</tbody>\n</table>\n",
        escaped(name),
        of_risks(data),
    )
}

/// The ways of all risks through the matrix, and the scores of each over time.
fn of_risks(data: &Dataset) -> String {
    let matrix = &data.report().risk_matrix;
    let risks: Vec<RiskRef<'_>> = data.risks().collect();
    let Some(drawn) = trails(matrix, &risks).filter(|_| !risks.is_empty()) else { return String::new() };
    let shapes = drawn.squares.into_iter().chain(drawn.trails.into_iter().flat_map(|trail| trail.shapes)).collect();
    let ways = Picture { height: drawn.height, words: "Ways of the risks".to_string(), shapes };
    let quarters = quarters(&risks);
    let courses = risks.iter().filter_map(|one| {
        Some(format!("<h4>{}</h4>\n{}", escaped(&one.risk.reference), svg(&course(one.risk, matrix, &quarters)?)))
    });
    format!("<h3>Risks</h3>\n{}{}", svg(&ways), courses.collect::<String>())
}

fn of_piece(piece: &Piece) -> String {
    let marks = piece.marks.iter().map(|mark| {
        let shapes: String = mark.shapes.iter().map(|one| format!("  {}\n", shape(one))).collect();
        format!(" <g aria-label=\"{}\">\n{shapes} </g>\n", escaped(&mark.words))
    });
    let behind = piece.behind.iter().map(|one| format!(" {}\n", shape(one)));
    let before = piece.labels.iter().map(|one| format!(" {}\n", shape(one)));
    let inside: String = behind.chain(marks).chain(before).collect();
    format!("<svg class=\"picture\" width=\"100%\" height=\"{}\">\n{inside}</svg>\n", piece.height)
}

fn of_measure(measure: &Measure, rules: &RuleSet, council: &str) -> String {
    let none = || "none\n".to_string();
    let target = measure.target.as_ref().map_or_else(none, |target| format::target(target, &measure.unit));
    let others: String = comparison(measure, council)
        .iter()
        .map(|one| format!("{}: {}\n{}", escaped(&one.name), escaped(&one.value), svg(&one.picture)))
        .collect();
    format!(
        "<tr><th>{}</th><td>{}</td><td>{}</td><td>\n{}</td><td>\n{}</td><td>\n{others}</td></tr>\n",
        escaped(&measure.code),
        escaped(&format::value(&measure.value, &measure.unit)),
        escaped(&target),
        bullet(measure, rules).map_or_else(none, |drawn| svg(&drawn)),
        sparkline(measure).map_or_else(none, |drawn| svg(&drawn)),
    )
}

//! Knows: how the page draws the elements of a text: paragraphs, lists, tables, facts, links; always as text nodes.
//! Must not know: what the text is about.

use crate::explore::search::Terms;
use crate::output::document::{Element, Fact, ListPoint, NOTE, Run, TableBlock, TableRow, Weight};
use crate::web::components::badges::{marked, status_mark, trend_mark};
use crate::web::components::layout::{RegionName, heading, scrolls};
use crate::web::components::terms::term;
use leptos::prelude::*;

/// An element of a text, with the search hits marked.
pub fn draw(element: &Element, terms: &Terms) -> AnyView {
    match element {
        Element::Heading(level, words) => heading(*level, marked(words, terms)),
        Element::Paragraph(runs) => view! { <p>{draw_runs(runs, terms)}</p> }.into_any(),
        Element::Note(runs) => view! { <p class="note"><strong>{NOTE}</strong>{draw_runs(runs, terms)}</p> }.into_any(),
        Element::List(items) => list(items, None, terms),
        Element::TableBlock(table) => draw_table(table, terms),
    }
}

/// A list.
pub fn list(items: &[ListPoint], class: Option<&'static str>, terms: &Terms) -> AnyView {
    let items = items.iter().map(|item| {
        let inner = (!item.items.is_empty()).then(|| list(&item.items, None, terms));
        // An item without words continues one from the page before.
        let continues = matches!(item.runs.as_slice(), [Run::Plain(words)] if words.is_empty()).then_some("goes-on");
        view! { <li class=continues>{draw_runs(&item.runs, terms)} {inner}</li> }
    });
    view! { <ul class=class>{items.collect_view()}</ul> }.into_any()
}

/// So many columns a phone has room for.
const ON_A_PHONE: usize = 3;

/// A table of figures. With many columns its rows become cards on a narrow screen; the roles keep it a table for screen readers even then.
pub fn draw_table(table: &TableBlock, terms: &Terms) -> AnyView {
    let cards = (table.columns.len() > ON_A_PHONE).then_some("cards");
    let class = |at: usize| table.columns.get(at).is_some_and(|column| column.is_numeric).then_some("numeric");
    let columns = table.columns.iter().enumerate().map(|(at, column)| {
        view! { <th scope="col" role="columnheader" class=class(at)>{marked(&column.words, terms)}</th> }
    });
    let cell = |(at, cell): (usize, &Vec<Run>)| {
        let words = draw_runs(cell, terms);
        match at {
            0 => view! { <th scope="row" role="rowheader">{words}</th> }.into_any(),
            _ => {
                let label = table.columns.get(at).map(|column| column.words.clone());
                view! { <td role="cell" class=class(at) data-label=label>{words}</td> }.into_any()
            }
        }
    };
    let row = |row: &TableRow| {
        let class = row.is_current.then_some("current");
        view! { <tr role="row" class=class>{row.cells.iter().enumerate().map(cell).collect_view()}</tr> }
    };
    scrolls(
        RegionName::By(table.name.clone()),
        view! {
            <table role="table" class=cards>
                <caption>{marked(&table.caption, terms)}</caption>
                <thead role="rowgroup"><tr role="row">{columns.collect_view()}</tr></thead>
                <tbody role="rowgroup">{table.rows.iter().map(row).collect_view()}</tbody>
            </table>
        }
        .into_any(),
    )
}

/// Facts as a definition list.
pub fn facts(class: &'static str, facts: &[Fact]) -> AnyView {
    let facts = facts.iter().map(|fact| {
        let (class, inner) = match fact.weight {
            Weight::Main => (Some("main-fact"), None),
            Weight::Wide => (Some("wide-fact"), Some("reason")),
            Weight::Small => (None, None),
        };
        view! { <div class=class><dt>{fact.term}</dt><dd class=inner>{draw_runs(&fact.description, &Terms::default())}</dd></div> }
    });
    view! { <dl class=class>{facts.collect_view()}</dl> }.into_any()
}

/// Runs of text, with the search hits marked.
pub fn draw_runs(runs: &[Run], terms: &Terms) -> AnyView {
    match runs {
        [run] => draw_run(run, terms),
        _ => runs.iter().map(|run| draw_run(run, terms)).collect_view().into_any(),
    }
}

fn draw_run(run: &Run, terms: &Terms) -> AnyView {
    match run {
        Run::Plain(words) => marked(words, terms),
        Run::Strong(words) => view! { <strong>{marked(words, terms)}</strong> }.into_any(),
        Run::Emphasis(words) => view! { <em>{marked(words, terms)}</em> }.into_any(),
        // The import lets only http, https and mailto through.
        Run::Link(words, address) => {
            view! { <a href=address.clone() rel="noopener">{marked(words, terms)}</a> }.into_any()
        }
        Run::Status(status, _) => status_mark(*status),
        Run::Trend(trend, _) => trend_mark(*trend),
        Run::Figure(number, shorthand) => {
            let shorthand = shorthand.iter().enumerate().map(|(at, (short, meaning))| {
                let space = (at > 0 || number.is_some()).then_some(" ");
                view! { {space} <abbr title=*meaning>{*short}</abbr> <span class="visually-hidden">" " {*meaning}</span> }
            });
            let number = number.clone().map(|number| view! { <span class="number">{number}</span> });
            view! { {number} {shorthand.collect_view()} }.into_any()
        }
        Run::Remark(words) => view! { " " <span class="soft">{words.clone()}</span> }.into_any(),
        Run::Sentence(words) => format!(" {words}").into_any(),
        Run::Term(one) => term(one, terms),
    }
}

//! Knows: how commentary is laid out: paragraphs, nested lists, tables, notes, links. All of it as text nodes.
//! Must not know: what it is about.

use crate::explore::search::Terms;
use crate::report::{Block, Content, Inline, ListItem, Table, Text};
use crate::web::components::badges::marked;
use crate::web::components::layout::{RegionName, heading, scrolls};
use leptos::prelude::*;

/// Sections under their headings, at this level or below.
#[component]
pub fn Sections(sections: Vec<(String, Vec<Block>)>, terms: Terms, #[prop(default = 3)] level: u8) -> impl IntoView {
    sections
        .into_iter()
        .map(|(title, blocks)| {
            let heading = heading(level, marked(&title, &terms));
            view! {
                <section class="commentary">
                    {heading}
                    {blocks.into_iter().map(|block| draw_block(&block, &terms)).collect_view()}
                </section>
            }
        })
        .collect_view()
}

fn draw_block(block: &Block, terms: &Terms) -> AnyView {
    match &block.content {
        Content::Paragraph(text) => view! { <p>{draw_text(text, terms)}</p> }.into_any(),
        Content::Note(text) => {
            view! { <p class="note"><strong>"Editor’s note: "</strong>{draw_text(text, terms)}</p> }.into_any()
        }
        Content::List(items) => draw_list(items, terms),
        Content::Table(table) => draw_table(table, terms),
    }
}

fn draw_list(items: &[ListItem], terms: &Terms) -> AnyView {
    let items = items.iter().map(|item| {
        let inner = (!item.items.is_empty()).then(|| draw_list(&item.items, terms));
        // Words on the page before: what is inside of them goes on here.
        let goes_on = matches!(&item.text, Text::Plain(words) if words.is_empty()).then_some("goes-on");
        view! { <li class=goes_on>{draw_text(&item.text, terms)} {inner}</li> }
    });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}

fn draw_table(table: &Table, terms: &Terms) -> AnyView {
    let cell = |text: &String| marked(text, terms);
    let columns = table.columns.iter().map(|column| view! { <th scope="col">{cell(column)}</th> });
    let rows = table.rows.iter().map(|row| {
        let (first, rest) = row.split_first().map_or((None, [].as_slice()), |(first, rest)| (Some(first), rest));
        let rest = rest.iter().map(|text| view! { <td>{cell(text)}</td> });
        view! { <tr><th scope="row">{first.map(cell)}</th>{rest.collect_view()}</tr> }
    });
    scrolls(
        RegionName::By(table.caption.clone()),
        view! {
            <table>
                <caption>{cell(&table.caption)}</caption>
                <thead><tr>{columns.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any(),
    )
}

fn draw_text(text: &Text, terms: &Terms) -> AnyView {
    match text {
        Text::Plain(words) => marked(words, terms),
        Text::Parts(parts) => parts
            .iter()
            .map(|part| {
                let words = marked(part.words(), terms);
                match part {
                    Inline::Plain(_) => words,
                    Inline::Strong(_) => view! { <strong>{words}</strong> }.into_any(),
                    Inline::Emphasis(_) => view! { <em>{words}</em> }.into_any(),
                    // Only http, https and mailto get past the import.
                    Inline::Link(link) => view! { <a href=link.href.clone() rel="noopener">{words}</a> }.into_any(),
                }
            })
            .collect_view()
            .into_any(),
    }
}

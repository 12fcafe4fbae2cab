//! Knows: the form in which a measure is corrected, and the list of corrections with a way to take each back.
//! Must not know: what a correction does to the export.

use super::desk::Desk;
use super::guesses::in_words;
use crate::convert::mapping::{Agreed, Attribute, choices};
use crate::report::Keyword;
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::layout;
use leptos::prelude::*;

/// The section.
pub fn section(desk: Desk) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let names = Memo::new(move |_| {
        desk.with_draft(|draft| {
            let measures = draft.measures.iter().map(|draft| (draft.measure.code.clone(), draft.measure.name.clone()));
            measures.collect::<Vec<_>>()
        })
    });
    let options = move || {
        let options = names.get().into_iter().map(|(code, name)| {
            let is_chosen = chosen.with_untracked(|chosen| *chosen == code);
            view! { <option value=code.clone() selected=is_chosen>{format!("{code} {name}")}</option> }
        });
        let choose = move |event| chosen.set(event_target_value(&event));
        view! {
            <select id="measure-to-correct" on:change=choose>
                <option value="" selected=chosen.with_untracked(String::is_empty)>"Choose a measure"</option>
                {options.collect_view()}
            </select>
        }
        .into_any()
    };
    let fields = move || {
        let code = chosen.get();
        if code.is_empty() { ().into_any() } else { untrack(|| form(desk, code)) }
    };
    let inside = view! {
        <p class="convert-field"><label for="measure-to-correct">"Measure to correct"</label> {anew(options)}</p>
        {anew(fields)}
        {corrections(desk)}
    };
    layout::section(Some("convert-part"), "corrections", "Corrections".into_any(), inside.into_any())
}

/// What may be said about a measure, with what was said.
fn form(desk: Desk, code: String) -> AnyView {
    let field = |about: &Attribute| {
        let about = *about;
        let id = format!("correct-{}", about.word());
        let now = desk.conversion.with_untracked(|conversion| {
            let agreed = conversion.mapping.agreed.iter().find(|one| one.about == about && one.measure == code);
            agreed.map(|one| one.word.clone())
        });
        let code = code.clone();
        let change = move |event| {
            let word = event_target_value(&event);
            desk.change(|conversion| conversion.agree(&code, about, &word));
        };
        let known = choices(about);
        let options = known.iter().map(|word| {
            let is_chosen = now.as_deref() == Some(*word);
            view! { <option value=*word selected=is_chosen>{in_words(about, word)}</option> }
        });
        let input = match known.is_empty() {
            true => view! {
                <input id=id.clone() type="text" value=now.clone().unwrap_or_default() placeholder="as in the file" on:change=change/>
            }
            .into_any(),
            false => view! {
                <select id=id.clone() on:change=change>
                    <option value="" selected=now.is_none()>"As in the file, or guessed"</option>
                    {options.collect_view()}
                </select>
            }
            .into_any(),
        };
        view! { <div class="convert-field"><label for=id>{about.label()}</label> {input}</div> }
    };
    view! {
        <div class="convert-form" role="group" aria-label=format!("Corrections of {code}")>
            {Attribute::ALL.iter().map(field).collect_view()}
        </div>
    }
    .into_any()
}

/// Everything that was said about measures, each with a way to take it back.
fn corrections(desk: Desk) -> AnyView {
    let agreed = Memo::new(move |_| desk.conversion.with(|conversion| conversion.mapping.agreed.clone()));
    let answers = Memo::new(move |_| desk.conversion.with(|conversion| conversion.mapping.answers.clone()));
    let list = move || {
        let (agreed, answers) = (agreed.get(), answers.get());
        if agreed.is_empty() && answers.is_empty() {
            return view! { <p class="soft">"Nothing was corrected or agreed to yet."</p> }.into_any();
        }
        let said = agreed.into_iter().map(|Agreed { measure, about, word }| {
            let of = if measure.is_empty() { "All measures".to_string() } else { measure.clone() };
            let what = format!("{of}: {} is {}", about.label().to_lowercase(), in_words(about, &word));
            let undo = move || take_back(desk, |desk| desk.change(|conversion| conversion.agree(&measure, about, "")));
            item(what, Box::new(undo))
        });
        let read = answers.into_iter().map(|answer| {
            let what = format!("“{}” is read as {}", answer.found, answer.read_as);
            let undo = move || take_back(desk, |desk| desk.change(|conversion| conversion.answer(&answer.found, "")));
            item(what, Box::new(undo))
        });
        view! { <ul class="convert-corrections">{said.collect_view()} {read.collect_view()}</ul> }.into_any()
    };
    anew(list)
}

fn take_back(desk: Desk, step: impl FnOnce(Desk) -> Option<()>) {
    step(desk);
    request_animation_frame(page::focus_heading_if_lost);
}

fn item(what: String, undo: Box<dyn Fn()>) -> AnyView {
    let name = view! { "Undo" <span class="visually-hidden">{format!(": {what}")}</span> };
    view! { <li>{what.clone()} " " {layout::button(None, undo, name.into_any())}</li> }.into_any()
}

//! Knows: the form in which a measure is corrected, and the list of corrections with a way to take each back.
//! Must not know: what a correction does to the export.

use super::desk::Desk;
use super::guesses::in_words;
use crate::convert::draft::said::expected;
use crate::convert::mapping::{Agreed, Attribute, choices};
use crate::report::Keyword;
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::layout;
use leptos::prelude::*;

/// What may be corrected, in the order of the form: what is most often wrong comes first.
const FIELDS: [Attribute; 15] = [
    Attribute::Value,
    Attribute::Target,
    Attribute::Status,
    Attribute::ShortTrend,
    Attribute::LongTrend,
    Attribute::Comments,
    Attribute::Actions,
    Attribute::Aim,
    Attribute::Unit,
    Attribute::Frequency,
    Attribute::Basis,
    Attribute::Period,
    Attribute::Code,
    Attribute::Programme,
    Attribute::Outcome,
];

/// What the form is about.
#[derive(Clone, Copy)]
struct Chosen {
    /// What corrections call the measure; empty if none is chosen.
    key: RwSignal<String>,
    /// Counts the corrections that were taken back: the form is drawn anew for each.
    taken_back: RwSignal<u32>,
}

/// The section.
pub fn section(desk: Desk) -> AnyView {
    let chosen = Chosen { key: RwSignal::new(String::new()), taken_back: RwSignal::new(0) };
    let names = Memo::new(move |_| {
        desk.with_draft(|draft| {
            let measures = draft.measures.iter().map(|draft| {
                let (code, name) = (&draft.measure.code, &draft.measure.name);
                (draft.key.clone(), format!("{code} {name}"))
            });
            measures.collect::<Vec<_>>()
        })
    });
    let options = move || {
        let options = names.get().into_iter().map(|(key, name)| {
            let is_chosen = chosen.key.with_untracked(|chosen| *chosen == key);
            view! { <option value=key selected=is_chosen>{name}</option> }
        });
        let choose = move |event| chosen.key.set(event_target_value(&event));
        view! {
            <select id="measure-to-correct" on:change=choose>
                <option value="" selected=chosen.key.with_untracked(String::is_empty)>"Choose a measure"</option>
                {options.collect_view()}
            </select>
        }
        .into_any()
    };
    let fields = move || {
        let key = chosen.key.get();
        chosen.taken_back.track();
        if key.is_empty() { ().into_any() } else { untrack(|| form(desk, &key)) }
    };
    let inside = view! {
        <p class="soft">"Values, statuses, commentary and all else can be corrected here, a measure at a time. The file itself stays as it is."</p>
        <p class="convert-field"><label for="measure-to-correct">"Measure to correct"</label> {anew(options)}</p>
        {anew(fields)}
        {corrections(desk, chosen)}
    };
    layout::section(Some("convert-part"), "corrections", "Corrections".into_any(), inside.into_any())
}

/// What may be said about a measure, with what stands there now.
fn form(desk: Desk, key: &str) -> AnyView {
    let now = |about: Attribute| {
        desk.with_draft(|draft| {
            let measure = draft.measures.iter().find(|one| one.key == key);
            measure.map_or(String::new(), |one| one.shown(about))
        })
    };
    let fields = FIELDS.map(|about| field(desk, key, about, now(about)));
    view! {
        <div class="convert-form" role="group" aria-label=format!("Corrections of {key}")>{fields.into_iter().collect_view()}</div>
    }
    .into_any()
}

/// A field for one thing, with what is expected there if what was written cannot be read.
fn field(desk: Desk, key: &str, about: Attribute, now: String) -> AnyView {
    let id = format!("correct-{}", about.word());
    let needed = format!("{id}-needed");
    let is_corrected = desk.conversion.with_untracked(|conversion| {
        conversion.mapping.agreed.iter().any(|one| one.about == about && one.measure == key)
    });
    let is_refused = RwSignal::new(false);
    let key = key.to_string();
    let change = move |event| {
        let said = event_target_value(&event);
        let is_read = desk.change(|conversion| conversion.correct(&key, about, &said));
        is_refused.set(is_read == Some(false));
    };
    let input = match about {
        Attribute::Comments | Attribute::Actions => view! {
            <textarea id=id.clone() rows="3" prop:value=now on:change=change></textarea>
        }
        .into_any(),
        Attribute::Unit => {
            let list = format!("{id}-list");
            let options = choices(about).iter().map(|word| view! { <option value=*word></option> }).collect_view();
            view! {
                <input id=id.clone() type="text" value=now list=list.clone() aria-describedby=needed.clone() on:change=change/>
                <datalist id=list>{options}</datalist>
            }
            .into_any()
        }
        _ if choices(about).is_empty() => view! {
            <input id=id.clone() type="text" value=now autocomplete="off" aria-describedby=needed.clone() on:change=change/>
        }
        .into_any(),
        _ => {
            let known = choices(about).iter().map(|word| {
                let is_chosen = is_corrected && now == *word;
                view! { <option value=*word selected=is_chosen>{in_words(about, word)}</option> }
            });
            let as_read = match now.as_str() {
                _ if is_corrected => "As it is without a correction".to_string(),
                "" => "Not published".to_string(),
                now => format!("As it is: {}", in_words(about, now)),
            };
            view! {
                <select id=id.clone() on:change=change>
                    <option value="" selected=!is_corrected>{as_read}</option>
                    {known.collect_view()}
                </select>
            }
            .into_any()
        }
    };
    let words =
        move || if is_refused.get() { format!("Not taken: expected {}", expected(about)) } else { String::new() };
    view! {
        <div class="convert-field">
            <label for=id>{about.label()}</label>
            {input}
            <span class="needed" id=needed role="status" prop:textContent=words></span>
        </div>
    }
    .into_any()
}

/// Everything that was said about measures, each with a way to take it back.
fn corrections(desk: Desk, chosen: Chosen) -> AnyView {
    let agreed = Memo::new(move |_| desk.conversion.with(|conversion| conversion.mapping.agreed.clone()));
    let answers = Memo::new(move |_| desk.conversion.with(|conversion| conversion.mapping.answers.clone()));
    let list = move || {
        let (agreed, answers) = (agreed.get(), answers.get());
        if agreed.is_empty() && answers.is_empty() {
            return view! { <p class="soft">"Nothing was corrected or agreed to yet."</p> }.into_any();
        }
        let said = agreed.into_iter().map(|Agreed { measure, about, word }| {
            let of = if measure.is_empty() { "All measures".to_string() } else { measure.clone() };
            let (label, said) = (about.label().to_lowercase(), in_short(&in_words(about, &word)));
            let what = match about {
                Attribute::Comments | Attribute::Actions => format!("{of}: {label}: “{said}”"),
                _ => format!("{of}: {label} is {said}"),
            };
            let undo =
                move || take_back(desk, chosen, |desk| desk.change(|conversion| conversion.agree(&measure, about, "")));
            item(what, Box::new(undo))
        });
        let read = answers.into_iter().map(|answer| {
            let what = format!("“{}” is read as {}", answer.found, answer.read_as);
            let undo =
                move || take_back(desk, chosen, |desk| desk.change(|conversion| conversion.answer(&answer.found, "")));
            item(what, Box::new(undo))
        });
        view! { <ul class="convert-corrections" aria-label="Corrections that were made">{said.collect_view()} {read.collect_view()}</ul> }.into_any()
    };
    anew(list)
}

fn take_back(desk: Desk, chosen: Chosen, step: impl FnOnce(Desk) -> Option<()>) {
    step(desk);
    chosen.taken_back.update(|count| *count += 1);
    request_animation_frame(page::focus_heading_if_lost);
}

fn item(what: String, undo: Box<dyn Fn()>) -> AnyView {
    let name = view! { "Undo" <span class="visually-hidden">{format!(" {what}")}</span> };
    view! { <li>{what.clone()} " " {layout::button(None, undo, name.into_any())}</li> }.into_any()
}

/// A text on one line, of no more than so many characters.
fn in_short(text: &str) -> String {
    const LONGEST: usize = 80;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

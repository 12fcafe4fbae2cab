//! Knows: how guesses are shown with their reasons, for a person to agree to or to correct.
//! Must not know: how they were made.

use super::desk::Desk;
use crate::convert::conversion::{Conversion, GuessGroup, grouped};
use crate::convert::mapping::{Attribute, choices};
use crate::report::{Aim, Basis, Frequency, Keyword, Missing, Status, Trend, UnitKind};
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::layout;
use crate::wording::format::count_of;
use crate::wording::missing::shorthand;
use leptos::prelude::*;

/// So many are drawn.
const DRAWN: usize = 100;

/// The section; nothing if nothing is guessed.
pub fn section(desk: Desk) -> AnyView {
    let groups = Memo::new(move |_| desk.with_draft(|draft| grouped(&draft.guesses)));
    let count = Memo::new(move |_| groups.with(Vec::len));
    let is_empty = Memo::new(move |_| count.get() == 0);
    let list = move || {
        let heading = view! { <span prop:textContent=move || format!("What is guessed ({})", count.get())></span> };
        let drawn = move || groups.get().into_iter().take(DRAWN).collect::<Vec<_>>();
        let key = |group: &GuessGroup| (group.about, group.word.clone(), group.reason.clone(), group.measures.len());
        let agree_to_all = move || {
            let groups = groups.get_untracked();
            desk.change(|conversion| groups.iter().for_each(|group| conversion.agree_for(group, &group.word)));
            request_animation_frame(page::focus_heading_if_lost);
        };
        let inside = view! {
            <p class="soft">"The file does not say these. A guess stands until it is agreed to or corrected, and the report is made with it."</p>
            <p>{layout::button(None, Box::new(agree_to_all), "Agree to all of these".into_any())}</p>
            <ul class="convert-guesses"><For each=drawn key=key children=move |group| guess(desk, group)/></ul>
        };
        layout::section(Some("convert-part"), "what-is-guessed", heading.into_any(), inside.into_any())
    };
    anew(move || if is_empty.get() { ().into_any() } else { untrack(list) })
}

fn guess(desk: Desk, group: GuessGroup) -> AnyView {
    let agree = {
        let group = group.clone();
        move |word: &str| {
            desk.change(|conversion: &mut Conversion| conversion.agree_for(&group, word));
            request_animation_frame(page::focus_heading_if_lost);
        }
    };
    let known = choices(group.about);
    let label = format!("{} of {}", group.about.label(), measures(&group));
    let change = {
        let agree = agree.clone();
        move |event| agree(&event_target_value(&event))
    };
    // A rate is more than one of the words.
    let own = (!known.contains(&group.word.as_str())).then(|| group.word.clone());
    let options = own.into_iter().chain(known.iter().map(|word| word.to_string())).map(|word| {
        view! { <option value=word.clone() selected=word == group.word>{in_words(group.about, &word)}</option> }
    });
    let field = match known.is_empty() {
        true => view! { <input type="text" aria-label=label value=group.word.clone() on:change=change/> }.into_any(),
        false => view! { <select aria-label=label on:change=change>{options.collect_view()}</select> }.into_any(),
    };
    let word = group.word.clone();
    let agree = move || agree(&word);
    let names = group.measures.iter().map(|(code, name)| {
        let name = (code != name).then(|| format!(" {name}"));
        view! { <li><span class="code">{code.clone()}</span> {name}</li> }
    });
    view! {
        <li>
            <p>
                <strong>{group.about.label()}</strong> ": " {in_words(group.about, &group.word)} " – " {group.reason.clone()} " "
                {field} " " {layout::button(None, Box::new(agree), "Agree".into_any())}
            </p>
            <details>
                <summary>{measures(&group)}</summary>
                <ul class="inline">{names.collect_view()}</ul>
            </details>
        </li>
    }
    .into_any()
}

fn measures(group: &GuessGroup) -> String {
    count_of(group.measures.len(), "measure")
}

/// A word of the export, as readers see it.
pub fn in_words(about: Attribute, word: &str) -> String {
    let known = match about {
        Attribute::Aim => Aim::from_word(word).map(Aim::label),
        Attribute::Unit => UnitKind::from_word(word).map(|_| ""),
        Attribute::Frequency => Frequency::from_word(word).map(|_| ""),
        Attribute::Basis => Basis::from_word(word).map(|_| ""),
        Attribute::Status => Status::from_word(word).map(Status::label),
        Attribute::ShortTrend | Attribute::LongTrend => Trend::from_word(word).map(Trend::label),
        Attribute::Value => Missing::from_word(word).map(|missing| shorthand(missing).1),
        // What people write stays as it is.
        _ => return word.to_string(),
    };
    known.filter(|label| !label.is_empty()).map_or_else(|| word.replace('_', " "), str::to_string)
}

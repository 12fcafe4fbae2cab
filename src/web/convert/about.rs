//! Knows: the form about the report as a whole, and the field for the export of the quarter before.
//! Must not know: what the answers become.

use super::desk::Desk;
use crate::convert::answers::Field;
use crate::convert::form::RuleStyle;
use crate::import;
use crate::report::Keyword;
use crate::web::browser::files;
use crate::web::changing::anew;
use crate::web::components::layout;
use leptos::prelude::*;
use web_sys::File;

/// The section.
pub fn section(desk: Desk) -> AnyView {
    let said = RwSignal::new(String::new());
    let fields = move || {
        desk.followed.track();
        view! { <div class="convert-form">{Field::ALL.iter().map(|one| field(desk, *one)).collect_view()} {rules(desk)}</div> }.into_any()
    };
    let inside = view! {
        <p>
            <label class="open-file">
                <span id="last-export">"Open last quarter’s export (JSON), if there is one"</span>
                <input
                    type="file"
                    aria-labelledby="last-export"
                    accept=".json,application/json"
                    on:change=move |event| follow(desk, files::chosen(&event), said)
                />
            </label>
        </p>
        <p class="soft">
            "Names, aims, units, programmes, rules and glossary are carried over from it, and its values become earlier figures."
        </p>
        <p role="status" prop:textContent=move || said.get()></p>
        {anew(fields)}
    };
    layout::section(Some("convert-part"), "about-the-report", "About the report".into_any(), inside.into_any())
}

/// A field of text with its hint and, under it, what is expected there.
fn field(desk: Desk, field: Field) -> AnyView {
    let id = format!("field-{}", field.word());
    let hint = format!("hint-{}", field.word());
    let value = desk.conversion.with_untracked(|conversion| conversion.answers.text(field).to_string());
    let expected = Memo::new(move |_| {
        let missing = desk.conversion.with(|conversion| conversion.answers.missing());
        missing.into_iter().find(|one| one.field == field).map(|one| one.expected)
    });
    let words = move || match expected.get() {
        None => String::new(),
        Some("") => "Still needed".to_string(),
        Some(expected) => format!("Still needed: {expected}"),
    };
    let is_hidden = move || {
        let is_own = desk.conversion.with(|conversion| conversion.answers.style.is_some());
        field == Field::Tolerance && !is_own
    };
    let described = format!("{hint} {id}-needed");
    view! {
        <div class="convert-field" hidden=is_hidden>
            <label for=id.clone()>{field.label()}</label>
            <span class="soft" id=hint>{field.hint()}</span>
            <input
                id=id.clone()
                type="text"
                value=value
                autocomplete="off"
                aria-describedby=described
                on:change=move |event| {
                    let text = event_target_value(&event);
                    desk.change(|conversion| conversion.answers.set(field, text));
                }
            />
            <span class="needed" id=format!("{id}-needed") prop:textContent=words></span>
        </div>
    }
    .into_any()
}

/// How statuses are worked out.
fn rules(desk: Desk) -> AnyView {
    let (style, has_last) =
        desk.conversion.with_untracked(|conversion| (conversion.answers.style, conversion.answers.has_last()));
    // Buttons rather than a list: none of the words is ever cut off.
    let way = move |style: Option<RuleStyle>, words: &'static str, is_chosen: bool| {
        let choose = move |_| {
            desk.change(|conversion| conversion.answers.style = style);
        };
        view! {
            <label><input type="radio" name="rule-style" checked=is_chosen on:change=choose/> " " <span>{words}</span></label>
        }
    };
    let as_before = has_last.then(|| way(None, "As in last quarter’s export", style.is_none()));
    let ways = RuleStyle::ALL.iter().map(|one| way(Some(*one), one.label(), style == Some(*one)));
    view! {
        <fieldset class="convert-ways">
            <legend>"How a status is worked out where none is published"</legend>
            {as_before} {ways.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Takes over the export of the quarter before.
fn follow(desk: Desk, files: Vec<File>, said: RwSignal<String>) {
    let Some(file) = files.into_iter().next() else { return };
    leptos::task::spawn_local(async move {
        let name = file.name();
        let words = match files::bytes(&file, 0, file.size() as u64).await.map(|bytes| import::report(&bytes)) {
            Err(why) => format!("{name} could not be read: {why}"),
            Ok(Err(faults)) => format!(
                "{name} is not an export that can be read. It has {} faults; open it by itself to see them.",
                faults.count()
            ),
            Ok(Ok(report)) => {
                let (council, period) = (report.council.name.clone(), report.period.to_string());
                desk.change(|conversion| conversion.follow(report));
                desk.followed.update(|count| *count += 1);
                format!("This report follows {council}, {period}.")
            }
        };
        said.set(words);
    });
}

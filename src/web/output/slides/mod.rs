//! Knows: how a presentation is controlled: keys, buttons, swipes, the address, full screen, a black screen.
//! Must not know: which slides there are (that is `output::slides`), or what is on one (that is `slide`).

mod heading;
mod measure;
mod show;
mod slide;

use crate::explore::describe::NOT_PUBLISHED;
use crate::explore::view_state::{Detail, Mode};
use crate::web::browser::{awake, history, page, present};
use crate::web::changing::anew;
use crate::web::components::layout::button;
use crate::web::components::notices::{Notices, OfflineNotice};
use leptos::prelude::*;
use show::{BLANK, SlideShow};

/// What is shown, as slides.
#[component]
pub fn Slides() -> impl IntoView {
    let show = SlideShow::new();
    follow(show);
    let touch: StoredValue<Option<present::Touch>> = StoredValue::new(None);
    let lift = move |event: web_sys::PointerEvent| {
        let touch = touch.try_update_value(Option::take).flatten();
        if let Some(forward) = touch.and_then(|touch| touch.swiped_left(&event)) {
            show.step(forward);
        }
    };
    let missing = move || {
        let what = show.context.state.with(|state| match &state.shown.detail {
            Some(detail) => detail.code().to_string(),
            None => "This slide".to_string(),
        });
        let is_missing = show.found.with(Option::is_none) && !show.is_waiting();
        is_missing.then(|| format!("{what} is not in this presentation, which starts at the first slide."))
    };
    let slide = move || {
        let at = show.position();
        show.deck.with(|deck| deck.slides.get(at).map(|one| slide::draw(show, one)))
    };
    let is_blank = move || show.blank.get();
    view! {
        <div
            class="slides"
            on:pointerdown=move |event| touch.set_value(present::Touch::begin(&event))
            on:pointerup=lift
            on:pointercancel=move |_| touch.set_value(None)
        >
            <main id="main" tabindex="-1" class="slide" node_ref=show.main inert=is_blank>
                <Notices/>
                <div role="alert">{anew(move || missing().map(|text| view! { <p class="notice">{text}</p> }).into_any())}</div>
                {anew(move || slide().into_any())}
            </main>
            <Bar show/>
            {anew(move || is_blank().then(|| view! {
                <button type="button" id=BLANK class="blank" on:click=move |_| show.set_blank(false)>
                    <span class="visually-hidden">
                        {match show.characters.get_untracked() {
                            true => "The screen is black. Press any key to show the slide again.",
                            false => "The screen is black. Press Enter to show the slide again.",
                        }}
                    </span>
                </button>
            }).into_any())}
        </div>
    }
}

/// Follows keys, full screen and the window's size, and fits and focuses each slide.
fn follow(show: SlideShow) {
    history::on_key(move |event| show.on_key(event));
    present::on_full_screen(move || show.on_full_screen());
    awake::keep_screen_on();
    let size = window_event_listener(leptos::ev::resize, move |_| show.fit());
    on_cleanup(move || {
        size.remove();
        present::leave_full_screen();
    });
    // One that is shown by itself is another slide, though it may have the same number.
    let shown = Memo::new(move |_| (show.position(), show.context.state.with(|state| state.shown.detail.clone())));
    Effect::new(move |before: Option<(usize, Option<Detail>)>| {
        let now = shown.get();
        let moved = before.is_some_and(|before| before != now);
        request_animation_frame(move || {
            show.fit();
            if let Some(main) = show.main.try_get_untracked().flatten() {
                main.set_scroll_top(0);
            }
            if moved {
                page::focus_heading();
            }
        });
        now
    });
}

/// The position in the presentation, and the buttons.
#[component]
fn Bar(show: SlideShow) -> impl IntoView {
    let data = show.context.data();
    let own = data.local_file().map(|file| {
        view! { <p class="own" role="region" aria-label="Local file"><strong>{NOT_PUBLISHED}</strong> ": " {file.to_string()}</p> }
    });
    let codes = move || {
        show.deck
            .with(|deck| deck.codes().into_iter().map(|code| view! { <option value=code></option> }).collect_view())
    };
    let is_first = move || show.position() == 0;
    let is_last = move || show.position() + 1 >= show.count();
    // Some browsers take the first Enter for their list of suggestions, and submit nothing.
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            show.jump();
        }
    };
    let full_screen = || button(None, Box::new(move || show.full_screen()), "Full screen".into_any());
    view! {
        <nav class="controls" aria-label="Presentation" inert=move || show.blank.get()>
            {own}
            <OfflineNotice/>
            <button type="button" disabled=is_first on:click=move |_| show.step(false)>"Previous"</button>
            <p role="status" class="at" prop:textContent=move || format!("{} of {}", show.position() + 1, show.count())></p>
            <button type="button" disabled=is_last on:click=move |_| show.step(true)>"Next"</button>
            <form
                class="jump"
                on:submit=move |event| {
                    event.prevent_default();
                    show.jump();
                }
            >
                <label><span id="go-to-label">"Go to"</span> " " <input type="text" aria-labelledby="go-to-label" node_ref=show.field on:keydown=enter list="slide-codes" size="9" autocomplete="off"/></label>
                <datalist id="slide-codes">{codes}</datalist>
            </form>
            {anew(move || show.way_back().map(|number| {
                button(None, Box::new(move || show.go_back()), format!("Back to slide {number}").into_any())
            }).into_any())}
            <p role="status" class="said" prop:textContent=move || show.message.get()></p>
            <span class="others">
                <label class="letters">
                    <input
                        type="checkbox"
                        prop:checked=move || show.characters.get()
                        on:change=move |event| show.set_characters(event_target_checked(&event))
                    />
                    " Single-letter keys"
                </label>
                {present::has_full_screen().then(full_screen)}
                {button(None, Box::new(move || show.set_blank(true)), "Blank".into_any())}
                <a href=show.context.link(|state| state.in_mode(Mode::Page))>"Leave"</a>
            </span>
        </nav>
    }
}

//! Knows: which rows of the list are drawn, as the reader scrolls, prints or changes the width of the window.
//! Must not know: what is in a row, or how their places are worked out.

use crate::explore::in_sight::{self, Stretch, stretches};
use crate::report::MeasureIx;
use crate::web::browser::{page, scrolling};
use crate::web::context::Context;
use leptos::html;
use leptos::prelude::*;

/// What a row has its position in, for its height to be read. Only rows of long lists have it.
pub const ROW: &str = "data-row";

/// So far above and below the window rows are drawn, in CSS pixels: a reader who scrolls finds them there.
const AROUND: f64 = 600.0;
/// So far when the list has just changed, until what is in the window has been painted.
const AROUND_AT_ONCE: f64 = 60.0;
/// What is drawn follows the window in steps of so many CSS pixels.
const STEP: f64 = 300.0;
/// What is in sight at first, before the browser has told.
const AT_FIRST: (f64, f64) = (-600.0, 1_500.0);

/// The rows of the list that are drawn.
#[derive(Clone, Copy)]
pub struct ListWindow {
    /// The table, once it is drawn.
    pub table: NodeRef<html::Table>,
    /// Whether there are more rows than are drawn at once.
    pub is_long: Memo<bool>,
    stretches: Memo<Vec<Stretch>>,
}

impl ListWindow {
    /// Follows the list of the explorer.
    pub fn start() -> Self {
        let context = Context::get();
        let Context { sections, heights, is_shown, .. } = context;
        let table: NodeRef<html::Table> = NodeRef::new();
        let range = RwSignal::new(AT_FIRST);
        // Counts what was learnt of heights.
        let learnt = RwSignal::new(0_u32);
        let is_printed = RwSignal::new(false);
        let is_long = Memo::new(move |_| sections.with(|groups| in_sight::is_long(groups)));
        // Counts the lists, and which of them has been painted.
        let list = Memo::new(move |before: Option<&u32>| {
            sections.track();
            before.map_or(1, |before| before.wrapping_add(1))
        });
        let painted = RwSignal::new(0_u32);
        let stretches = Memo::new(move |_| {
            learnt.track();
            let later = if painted.get() == list.get() { 0.0 } else { AROUND - AROUND_AT_ONCE };
            let ((top, bottom), everything) = (range.get(), is_printed.get());
            let range = (top + later, bottom - later);
            sections.with(|groups| heights.with_value(|heights| stretches(groups, heights, range, everything)))
        });

        // The list stays while another view is shown, and then nothing of it is anywhere.
        let on_page = move || table.try_get_untracked().flatten().filter(|table| table.is_connected());
        // On Back or Forward, Firefox scrolls to a place in between first. Everything is still drawn as it was left, so nothing needs to be
        // measured until then.
        let is_returning = StoredValue::new(false);
        let look = move || {
            let Some(table) = on_page().filter(|_| is_long.get_untracked()) else { return };
            let Some((top, bottom)) = scrolling::in_window(&table) else { return };
            let step = |at: f64, to: fn(f64) -> f64| to(at / STEP) * STEP;
            let now = (step(top - AROUND, f64::floor), step(bottom + AROUND, f64::ceil));
            if range.get_untracked() != now {
                holding(&table, move || range.set(now), || {});
            }
        };
        let measure = move || {
            let Some(table) = on_page().filter(|_| is_long.get_untracked() && !is_returning.get_value()) else {
                return;
            };
            let mut is_new = false;
            heights.update_value(|heights| {
                heights.are_for(scrolling::window_width());
                for (row, height) in scrolling::heights(&table, ROW) {
                    is_new |= heights.note(MeasureIx::new(row), height);
                }
                for (_, height) in scrolling::heights(&table, HEADING) {
                    is_new |= heights.heading != height;
                    heights.heading = height;
                }
            });
            if !is_new {
                return look();
            }
            holding(&table, move || learnt.update(|learnt| *learnt = learnt.wrapping_add(1)), look);
        };
        scrolling::on_scroll(measure);
        // When the browser has laid them out.
        Effect::new(move |_| {
            stretches.track();
            table.track();
            request_animation_frame(measure);
        });
        // Shown again, the list may be at another place.
        Effect::new(move |was_shown: Option<bool>| {
            let is_shown = is_shown.get();
            if is_shown && was_shown == Some(false) {
                is_returning.set_value(context.came_back());
                page::after_frames(if context.came_back() { page::RETURN + 2 } else { 1 }, move || {
                    is_returning.try_set_value(false);
                    measure();
                });
            }
            is_shown
        });
        Effect::new(move |_| {
            let now = list.get();
            page::when_painted(move || {
                if list.try_get_untracked() != Some(now) {
                    return;
                }
                match on_page() {
                    Some(table) => holding(&table, move || painted.set(now), || {}),
                    None => painted.set(now),
                }
            });
        });
        page::before_print(move || is_printed.set(on_page().is_some()));
        page::after_print(move || is_printed.set(false));
        Self { table, is_long, stretches }
    }

    /// What of a group is drawn.
    pub fn stretch(self, group: usize) -> Memo<Stretch> {
        Memo::new(move |_| self.stretches.with(|all| all.get(group).copied().unwrap_or_default()))
    }
}

/// Makes a change of what is drawn. What is found to take more or less room above does not move what the reader looks at, and the focus
/// stays.
fn holding(table: &web_sys::Element, change: impl Fn(), then: impl Fn() + 'static) {
    let held = scrolling::Held::of(table, ROW);
    change();
    leptos::task::spawn_local(async move {
        // When it is drawn, and before the browser shows it.
        leptos::task::tick().await;
        held.restore();
        then();
    });
}

/// What the heading of a group has its position in, in long lists.
pub const HEADING: &str = "data-heading";

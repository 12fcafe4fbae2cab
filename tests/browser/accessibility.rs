//! The page is for everyone: WCAG 2.2 A and AA and the best practices of axe-core in every state, in every colour and size; and
//! nothing is cut off, too small to hit, without a name or without a visible focus.

mod announced_once;
mod by_keyboard;
mod focus;
pub mod hints;
mod looks;
mod states;
mod tally;
pub mod verdicts;

use crate::harness::axe::{Rules, look};
use crate::harness::{Page, Setup, Site, visit_with};
pub use looks::too_wide;
use states::{Group, State};
use tally::Tally;

/// Checks the page as it is, in light and dark colours. Scenarios elsewhere use it for states that only they can reach.
pub fn check(page: &Page, what: &str, faults: &mut Vec<String>) {
    for (scheme, rules) in [("light", Rules::All), ("dark", Rules::Colours)] {
        if page.colours(scheme) || scheme == "light" {
            looks::until_drawn(page);
            let found = look(page, rules, verdicts::ALL);
            let all = found.violations.into_iter().chain(found.open);
            faults.extend(all.map(|fault| format!("{what}, {scheme}: {fault}")));
        }
    }
    page.colours("light");
    faults.extend(too_wide(page, what));
}

/// Opens everything that is collapsed.
pub fn unfold(page: &Page) {
    page.script("for (const one of document.querySelectorAll('main details:not([open])')) one.open = true;", &[]);
}

/// Looks at every state of a group in every way. Each is reached once, since that takes longer than a look.
fn look_at(group: Group) {
    let own = group.site();
    let site = match &own {
        Some(site) => site,
        None => Site::shipped(),
    };
    visit_with(&Setup::default(), site, |page| {
        group.allowances().iter().for_each(|of| page.may_complain(of));
        let mut tally = Tally::new(group);
        for state in group.states() {
            page.resize(1280, 900);
            state.reach(page, site);
            look_in_every_way(page, state, &mut tally);
        }
        tally.finish();
    });
}

fn look_in_every_way(page: &Page, state: &State, tally: &mut Tally) {
    tally.axe(page, state, "wide", Rules::All);
    if page.colours("dark") {
        looks::until_drawn(page);
        tally.axe(page, state, "dark", Rules::Colours);
    }
    if page.forced_colours(true) {
        looks::until_drawn(page);
        tally.axe(page, state, "forced colours", Rules::Colours);
    }
    page.forced_colours(false);
    looks::until_drawn(page);
    tally.keep_html(page, state);
    tally.add(state, "wide", looks::without_names(page));
    tally.add(state, "wide", looks::small_targets(page));
    tally.add(state, "wide", looks::cut_off(page));
    // A window of 1280 × 1024 pixels at a zoom of 400 %.
    page.resize(320, 256);
    tally.add(state, "zoomed in", too_wide(page, "").into_iter().collect());
    tally.add(state, "zoomed in", looks::cut_off(page));
    page.resize(320, 640);
    tally.axe(page, state, "narrow", Rules::All);
    tally.add(state, "narrow", looks::small_targets(page));
    tally.add(state, "narrow", too_wide(page, "").into_iter().collect());
    looks::space_text(page);
    tally.add(state, "with wide spacing, narrow", looks::cut_off(page));
    tally.add(state, "with wide spacing, narrow", too_wide(page, "").into_iter().collect());
    page.resize(1280, 900);
    tally.add(state, "with wide spacing", looks::cut_off(page));
    tally.add(state, "with wide spacing", too_wide(page, "").into_iter().collect());
}

/// Every element that moves, or would.
const MOVES: &str = "const moves = (el) => { const { transitionDuration, scrollBehavior } = getComputedStyle(el); \
                     return parseFloat(transitionDuration) > 0 || scrollBehavior === 'smooth'; }; \
                     return document.getAnimations().length + [...document.querySelectorAll('*')].filter(moves).length;";

#[test]
fn nothing_moves_for_readers_who_want_no_motion() {
    visit_with(&Setup::default(), Site::shipped(), |page| {
        if !page.less_motion() {
            return;
        }
        let mut faults = Vec::new();
        for state in [&Group::Overview.states()[0], &Group::Dialogs.states()[0]] {
            state.reach(page, Site::shipped());
            let found = look(page, Rules::All, verdicts::ALL);
            faults.extend(found.violations.into_iter().chain(found.open));
            let count = page.script(MOVES, &[]);
            assert_eq!(count, serde_json::json!(0), "{}", state.name);
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn the_overview_and_what_is_around_it() {
    look_at(Group::Overview);
}

#[test]
fn the_list_of_measures() {
    look_at(Group::Measures);
}

#[test]
fn one_measure() {
    look_at(Group::OneMeasure);
}

#[test]
fn risks_projects_and_checks() {
    look_at(Group::OtherViews);
}

#[test]
fn quarters_together() {
    look_at(Group::Quarters);
}

#[test]
fn dialogs() {
    look_at(Group::Dialogs);
}

#[test]
fn a_meeting() {
    look_at(Group::Meeting);
}

#[test]
fn failures() {
    look_at(Group::Failures);
}

#[test]
fn pages_without_a_program() {
    look_at(Group::Pages);
}

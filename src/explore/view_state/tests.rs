//! What each action changes, and what is kept from view to view and in shared links.

use super::*;
use crate::explore::filter::{Choice, Filter};
use crate::fixtures::state_of;
use crate::report::Status;

#[test]
fn what_each_action_changes() {
    let start = ViewState::default();
    let red = start.apply(Action::Choose(Choice::Status(Status::Red), true));
    assert!(red.shown.filter.choices.contains(&Choice::Status(Status::Red)));
    assert_eq!(red.apply(Action::Choose(Choice::Status(Status::Red), false)), start);
    let typed = red.apply(Action::Search("school".into()));
    assert_eq!(typed.shown.filter.search, "school");
    assert_eq!(typed.apply(Action::ClearAll), start);
    let by_variance = Sort { column: Column::Variance, descending: true };
    let sorted = start.apply(Action::Order(by_variance));
    assert_eq!(sorted.shown.sort, by_variance);
    assert_eq!(sorted.apply(Action::Order(Sort::default())).shown.sort, Sort::default());
    assert_eq!(start.apply(Action::GroupBy(Group::Outcome)).shown.group, Group::Outcome);
}

#[test]
fn the_measures_behind_a_number_keep_the_other_choices() {
    let state = state_of("outcome=a&status=green&status=red&measure=X1");
    let behind = state.measures_behind([Choice::Status(Status::Red), Choice::Status(Status::Amber)]);
    assert_eq!(behind, state_of("view=measures&outcome=a&status=red"));
}

#[test]
fn views_are_those_of_another_state_unless_it_chooses_sorts_or_collects_otherwise() {
    let state = state_of("quarter=q&view=measures&status=red&sort=name");
    for same in [
        state.in_view(View::Overview),
        state.in_view(View::Risks),
        state.opening(Detail::Measure("X1".into())),
        state.opening(Detail::Risk("SR1".into())).in_mode(Mode::Slides),
    ] {
        assert!(same.has_views_of(&state) && state.has_views_of(&same), "{same:?}");
    }
    for other in [
        state.apply(Action::ClearAll),
        state.apply(Action::Search("school".into())),
        state.apply(Action::Order(Sort::default())),
        state.apply(Action::GroupBy(Group::Outcome)),
        state.apply(Action::ShowColumn(ListColumn::Aim, true)),
        state.in_quarter("other"),
        ViewState { agenda: vec![Query::of_view(View::Risks)], ..state.clone() },
        ViewState { embed: true, ..state.clone() },
        ViewState { data: Some("00000000".into()), ..state.clone() },
    ] {
        assert!(!other.has_views_of(&state) && !state.has_views_of(&other), "{other:?}");
    }
    assert!(state.is_in_view(View::Measures) && !state.is_in_view(View::Overview));
    assert!(!state.opening(Detail::Measure("X1".into())).is_in_view(View::Measures));
    assert!(!state.in_mode(Mode::Slides).is_in_view(View::Measures));
}

#[test]
fn changing_view_or_opening_a_risk_keeps_the_filter() {
    let red = state_of("status=red");
    let opened = red.opening(Detail::Risk("SR1".into()));
    assert_eq!(opened, state_of("status=red&risk=SR1"));
    assert_eq!(opened.closed(), red);
    assert_eq!(opened.in_view(View::Risks), state_of("view=risks&status=red"));
}

#[test]
fn agenda_items_can_be_moved_removed_and_replaced() {
    let measure = |code: &str| Query::of(Detail::Measure(code.into()));
    let add = |state: ViewState, code: &str| state.apply(Action::AddToAgenda(measure(code)));
    let start = ["a", "b", "c"].into_iter().fold(ViewState::default(), add);
    let codes = |state: &ViewState| -> String {
        let code = |item: &Query| match &item.detail {
            Some(Detail::Measure(code)) => code.clone(),
            _ => "?".to_string(),
        };
        state.agenda.iter().map(code).collect()
    };
    for (action, expected) in [
        (Action::MoveOnAgenda(0, 2), "bca"),
        (Action::MoveOnAgenda(2, 0), "cab"),
        (Action::MoveOnAgenda(1, 1), "abc"),
        (Action::MoveOnAgenda(0, 3), "abc"),
        (Action::MoveOnAgenda(3, 0), "abc"),
        (Action::TakeOffAgenda(1), "ac"),
        (Action::TakeOffAgenda(3), "abc"),
        (Action::SetAgenda(vec![measure("x")]), "x"),
        (Action::SetAgenda(Vec::new()), ""),
    ] {
        assert_eq!(codes(&start.apply(action.clone())), expected, "{action:?}");
        assert_eq!(action.history_effect(), HistoryEffect::Replace);
    }
}

#[test]
fn what_can_be_an_agenda_item() {
    let red = state_of("view=measures&status=red");
    let item = red.as_item().unwrap_or_default();
    assert_eq!((item.view, &item.filter), (View::Measures, &red.shown.filter));
    // It does not matter which list a measure was opened from.
    let opened = Detail::Measure("X1".into());
    assert_eq!(red.opening(opened.clone()).as_item(), Some(Query::of(opened.clone())));
    assert_eq!(red.in_view(View::Checks).as_item(), None);
    // Risks and projects are filtered by outcome only, and only the list has an order.
    let by_code = Sort { column: Column::Code, descending: false };
    let sorted = red.apply(Action::Order(by_code)).apply(Action::Choose(Choice::Outcome("a".into()), true));
    let risks = sorted.in_view(View::Risks).as_item().unwrap_or_default();
    assert_eq!(risks.filter, Filter::default().only([Choice::Outcome("a".into())]));
    assert_eq!(risks.sort, Sort::default());
    let overview = sorted.in_view(View::Overview).as_item().unwrap_or_default();
    assert_eq!((overview.filter, overview.sort), (sorted.shown.filter.clone(), Sort::default()));
    assert_eq!(sorted.as_item().map(|item| item.sort), Some(sorted.shown.sort));
    assert_eq!(red.in_view(View::Agenda).as_item(), None);
    assert_eq!(red.in_view(View::Agenda).opening(opened.clone()).as_item(), Some(Query::of(opened)));
    // The item opens the same view again, and the agenda is kept.
    let with_agenda = ViewState { agenda: vec![item.clone()], ..ViewState::default() }.in_mode(Mode::Slides);
    let again = with_agenda.at_item(&item);
    assert_eq!(again, ViewState { agenda: vec![item.clone()], ..red.clone() });
    // The agenda is shared only if it is what is shown.
    assert_eq!(again.to_share(), red);
    let agenda = ViewState { agenda: vec![item], ..ViewState::default().in_view(View::Agenda) };
    assert_eq!(again.in_view(View::Agenda).to_share(), agenda);
    // It is not shared with a measure that is open over it, but it is with a slide of its presentation.
    let over = agenda.opening(Detail::Measure("X1".into()));
    assert_eq!(over.to_share(), state_of("view=measures&measure=X1"));
    assert_eq!(over.in_mode(Mode::Slides).to_share(), over.in_mode(Mode::Slides));
    assert_eq!(agenda.opening(Detail::Risk("R1".into())).to_share().shown.view, View::Risks);
}

#[test]
fn which_filters_affect_each_view() {
    let filtered = "measure=X1&outcome=a&programme=b&status=red&short=static&long=none&aim=maximise&q=c";
    let sorted = format!("{filtered}&sort=-code&group=status");
    let everything = state_of(&sorted);
    for (view, expected) in [
        ("overview", filtered),
        ("measures", &sorted),
        ("checks", filtered),
        ("risks", "measure=X1&outcome=a"),
        ("projects", "measure=X1&outcome=a"),
        ("agenda", "measure=X1"),
    ] {
        let view = state_of(&format!("view={view}")).shown.view;
        let query = Query { view, ..everything.shown.clone() };
        let effective = Query { view, ..state_of(expected).shown };
        assert_eq!(query.effective(), effective, "{view:?}");
        assert_eq!(effective.effective(), effective, "{view:?}");
        assert_eq!(query.filter.is_fully_effective(view.narrowed_by()), query.filter == effective.filter, "{view:?}");
        assert!(effective.filter.is_fully_effective(view.narrowed_by()), "{view:?}");
    }
}

/// The agenda is kept as long as the quarter is the same; all else comes from the address.
#[test]
fn back_and_forward_keep_the_agenda() {
    for (before, address, expected) in [
        ("agenda=measure%3DA", "view=risks", "view=risks&agenda=measure%3DA"),
        ("quarter=x&agenda=measure%3DA", "quarter=x&view=risks", "quarter=x&view=risks&agenda=measure%3DA"),
        // A removed item does not come back.
        ("quarter=x&status=red", "quarter=x&agenda=measure%3DA", "quarter=x"),
        ("quarter=x&agenda=measure%3DB", "quarter=x&agenda=measure%3DA", "quarter=x&agenda=measure%3DB"),
        // Another quarter or file has an agenda of its own.
        ("quarter=x&agenda=measure%3DA", "quarter=y", "quarter=y"),
        ("quarter=x&agenda=measure%3DA", "quarter=y&agenda=measure%3DB", "quarter=y&agenda=measure%3DB"),
        ("quarter=local-file", "quarter=x&agenda=measure%3DA", "quarter=x&agenda=measure%3DA"),
        ("quarter=x&agenda=measure%3DA", "", ""),
        // A quarter that was reissued is still the same quarter.
        ("quarter=x&data=1&agenda=measure%3DA", "quarter=x&data=2", "quarter=x&data=2&agenda=measure%3DA"),
    ] {
        let arrived = state_of(address).arriving_from(&state_of(before));
        assert_eq!(arrived, state_of(expected), "from {before:?} to {address:?}");
    }
}

#[test]
fn typing_and_sorting_add_no_step_to_the_history() {
    for (action, expected) in [
        (Action::Search(String::new()), HistoryEffect::Replace),
        (Action::Order(Sort::default()), HistoryEffect::Replace),
        (Action::GroupBy(Group::None), HistoryEffect::Replace),
        (Action::ClearAll, HistoryEffect::Push),
        (Action::Choose(Choice::Status(Status::Red), true), HistoryEffect::Push),
    ] {
        assert_eq!(action.history_effect(), expected, "{action:?}");
    }
}

#[test]
fn a_place_in_an_agenda_follows_its_item() {
    let at = |item| SlideAt { item, number: 2 };
    for (item, left_out, expected) in [
        (3, &[][..], at(3)),
        (3, &[1], at(2)),
        (3, &[1, 2], at(1)),
        (3, &[4], at(3)),
        (3, &[3], SlideAt::default()),
        (0, &[1, 2], at(0)),
    ] {
        assert_eq!(at(item).without(left_out), expected, "{item} without {left_out:?}");
    }
}

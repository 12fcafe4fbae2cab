//! What each act changes, and what goes along from view to view and to others.

use super::*;
use crate::explore::filter::{Choice, Filter};
use crate::fixtures::state_of;
use crate::report::Status;

#[test]
fn what_each_act_changes() {
    let start = ViewState::default();
    let red = start.apply(Action::Choose(Choice::Status(Status::Red), true));
    assert!(red.shown.filter.choices.contains(&Choice::Status(Status::Red)));
    assert_eq!(red.apply(Action::Choose(Choice::Status(Status::Red), false)), start);
    let typed = red.apply(Action::Search("school".into()));
    assert_eq!(typed.shown.filter.search, "school");
    assert_eq!(typed.apply(Action::ClearAll), start);
    let sorted = start.apply(Action::SortBy(Column::Variance));
    assert_eq!(sorted.shown.sort, Sort { column: Column::Variance, descending: false });
    let turned = sorted.apply(Action::SortBy(Column::Variance));
    assert_eq!(turned.shown.sort, Sort { column: Column::Variance, descending: true });
    assert_eq!(turned.apply(Action::SortBy(Column::Code)).shown.sort, Sort { column: Column::Code, descending: false });
    assert_eq!(turned.apply(Action::Order(Sort::default())).shown.sort, Sort::default());
    assert_eq!(start.apply(Action::GroupBy(Group::Outcome)).shown.group, Group::Outcome);
}

#[test]
fn the_measures_behind_a_number_keep_the_other_choices() {
    let state = ViewState::default()
        .apply(Action::Choose(Choice::Outcome("a".into()), true))
        .apply(Action::Choose(Choice::Status(Status::Green), true))
        .apply(Action::Choose(Choice::Status(Status::Red), true))
        .opening(Detail::Measure("X1".into()));
    let behind = state.measures_behind([Choice::Status(Status::Red), Choice::Status(Status::Amber)]);
    assert_eq!(behind.shown.view, View::Measures);
    assert_eq!(behind.shown.detail, None);
    let choices: Vec<_> = behind.shown.filter.choices.into_iter().collect();
    assert_eq!(choices, [Choice::Outcome("a".into()), Choice::Status(Status::Red)]);
}

#[test]
fn views_and_what_is_opened_keep_the_selection() {
    let red = ViewState::default().apply(Action::Choose(Choice::Status(Status::Red), true));
    let opened = red.opening(Detail::Risk("SR1".into()));
    assert_eq!(opened.shown.detail, Some(Detail::Risk("SR1".into())));
    assert_eq!(opened.closed(), red);
    assert_eq!(opened.in_view(View::Risks), ViewState::of(Query { view: View::Risks, ..red.shown }));
}

#[test]
fn an_agenda_is_put_together_and_put_in_order() {
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
fn what_can_stand_on_an_agenda() {
    let red = ViewState::default().apply(Action::Choose(Choice::Status(Status::Red), true)).in_view(View::Measures);
    let item = red.as_item().unwrap_or_default();
    assert_eq!((item.view, &item.filter), (View::Measures, &red.shown.filter));
    // A measure is the same whichever list it was opened from.
    let opened = Detail::Measure("X1".into());
    assert_eq!(red.opening(opened.clone()).as_item(), Some(Query::of(opened.clone())));
    assert_eq!(red.in_view(View::Checks).as_item(), None);
    // Risks and projects are narrowed by outcomes alone, and only the list has an order.
    let sorted = red.apply(Action::SortBy(Column::Code)).apply(Action::Choose(Choice::Outcome("a".into()), true));
    let risks = sorted.in_view(View::Risks).as_item().unwrap_or_default();
    assert_eq!(risks.filter, Filter::default().only([Choice::Outcome("a".into())]));
    assert_eq!(risks.sort, Sort::default());
    let overview = sorted.in_view(View::Overview).as_item().unwrap_or_default();
    assert_eq!((overview.filter, overview.sort), (sorted.shown.filter.clone(), Sort::default()));
    assert_eq!(sorted.as_item().map(|item| item.sort), Some(sorted.shown.sort));
    assert_eq!(red.in_view(View::Agenda).as_item(), None);
    assert_eq!(red.in_view(View::Agenda).opening(opened.clone()).as_item(), Some(Query::of(opened)));
    // It opens the same view again, and the agenda stays.
    let with_agenda = ViewState { agenda: vec![item.clone()], ..ViewState::default() }.in_mode(Mode::Slides);
    let again = with_agenda.at_item(&item);
    assert_eq!(again, ViewState { agenda: vec![item.clone()], ..red.clone() });
    // For others the agenda goes along only where it is what is shown.
    assert_eq!(again.to_share(), red);
    let agenda = ViewState { agenda: vec![item], ..ViewState::default().in_view(View::Agenda) };
    assert_eq!(again.in_view(View::Agenda).to_share(), agenda);
    // Not with a measure that is opened over it, but for one slide of its presentation.
    let over = agenda.opening(Detail::Measure("X1".into()));
    let alone = ViewState::default().in_view(View::Measures).opening(Detail::Measure("X1".into()));
    assert_eq!(over.to_share(), alone);
    assert_eq!(over.in_mode(Mode::Slides).to_share(), over.in_mode(Mode::Slides));
    assert_eq!(agenda.opening(Detail::Risk("R1".into())).to_share().shown.view, View::Risks);
}

#[test]
fn what_narrows_each_view() {
    let everything = state_of(
        "outcome=a&programme=b&status=red&short=static&long=none&aim=maximise&q=c&sort=-code&group=status&measure=X1",
    );
    for (view, expected) in [
        ("overview", "measure=X1&outcome=a&programme=b&status=red&short=static&long=none&aim=maximise&q=c"),
        (
            "measures",
            "measure=X1&outcome=a&programme=b&status=red&short=static&long=none&aim=maximise&q=c&sort=-code&group=status",
        ),
        ("checks", "measure=X1&outcome=a&programme=b&status=red&short=static&long=none&aim=maximise&q=c"),
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

/// Back and Forward: the agenda stays as long as the quarter is the same; all else is what the address says.
#[test]
fn what_back_and_forward_lead_to() {
    for (before, address, expected) in [
        ("agenda=measure%3DA", "view=risks", "view=risks&agenda=measure%3DA"),
        ("quarter=x&agenda=measure%3DA", "quarter=x&view=risks", "quarter=x&view=risks&agenda=measure%3DA"),
        // What was taken off does not come back.
        ("quarter=x&status=red", "quarter=x&agenda=measure%3DA", "quarter=x"),
        ("quarter=x&agenda=measure%3DB", "quarter=x&agenda=measure%3DA", "quarter=x&agenda=measure%3DB"),
        // Another quarter, or a file, has an agenda of its own.
        ("quarter=x&agenda=measure%3DA", "quarter=y", "quarter=y"),
        ("quarter=x&agenda=measure%3DA", "quarter=y&agenda=measure%3DB", "quarter=y&agenda=measure%3DB"),
        ("quarter=local-file", "quarter=x&agenda=measure%3DA", "quarter=x&agenda=measure%3DA"),
        ("quarter=x&agenda=measure%3DA", "", ""),
        // The same quarter with other data is the same quarter.
        ("quarter=x&data=1&agenda=measure%3DA", "quarter=x&data=2", "quarter=x&data=2&agenda=measure%3DA"),
    ] {
        let arrived = state_of(address).arriving_from(&state_of(before));
        assert_eq!(arrived, state_of(expected), "from {before:?} to {address:?}");
    }
}

#[test]
fn typing_and_sorting_are_no_steps_of_the_history() {
    assert_eq!(Action::Search(String::new()).history_effect(), HistoryEffect::Replace);
    assert_eq!(Action::SortBy(Column::Code).history_effect(), HistoryEffect::Replace);
    assert_eq!(Action::Order(Sort::default()).history_effect(), HistoryEffect::Replace);
    assert_eq!(Action::GroupBy(Group::None).history_effect(), HistoryEffect::Replace);
    assert_eq!(Action::ClearAll.history_effect(), HistoryEffect::Push);
    assert_eq!(Action::Choose(Choice::Status(Status::Red), true).history_effect(), HistoryEffect::Push);
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

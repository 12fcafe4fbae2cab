use super::*;
use crate::compare::Kind;
use crate::explore::filter::Filter;
use crate::explore::view_state::{Query, View};
use crate::fixtures::{fairhaven, state_of};
use std::collections::HashMap;
use std::sync::Arc;

fn comparison(earlier: &str, later: &str) -> Comparison {
    Comparison::new(fairhaven(later), fairhaven(earlier))
}

fn filter(query: &str) -> Filter {
    state_of(query).shown.filter
}

/// The items of a list, a line each.
fn lines(compared: &Comparison, query: &str, topic: Topic) -> Vec<String> {
    let lists = lists(compared, &filter(query));
    let list = lists.iter().find(|list| list.topic == topic).unwrap();
    let line = |item: &ChangeItem| {
        let (code, name) = item.subject.name(compared);
        format!("{} | {}", code.unwrap_or(name), item.in_words())
    };
    list.items.iter().map(line).collect()
}

#[test]
fn the_groups_of_a_count_add_up_and_are_said_with_their_numbers() {
    let compared = comparison("2023-24-q2", "2023-24-q3");
    let rows = counts(&compared, &Filter::default());
    assert_eq!((rows[0].status, rows[0].before, rows[0].after), (None, 30, 30));
    let red = rows.iter().find(|row| row.name == "Red").unwrap();
    assert_eq!((red.before, red.after, red.change().as_str()), (6, 8, "2 more"));
    for row in &rows {
        let mut by_word: HashMap<&str, usize> = HashMap::new();
        for group in &row.groups {
            let (number, words) = group.words.split_once(' ').unwrap();
            assert_eq!(number.parse(), Ok(group.measures.len()), "{}", group.words);
            let word = words.split(' ').next().unwrap();
            *by_word.entry(word).or_default() += group.measures.len();
        }
        let of = |word: &str| by_word.get(word).copied().unwrap_or_default();
        let stayed = of("stayed") + of("in");
        assert_eq!(row.before, stayed + of("went") + of("no") + of("ended"), "{}", row.how());
        assert_eq!(row.after, stayed + of("came") + of("now") + of("is") + of("are"), "{}", row.how());
    }
    // A filter by status leaves the other statuses out.
    let names: Vec<String> = counts(&compared, &filter("status=red")).into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["Selected measures", "Red"]);
}

#[test]
fn each_kind_says_what_differs_and_why_a_status_changed() {
    let compared = comparison("2023-24-q2", "2023-24-q3");
    let performance = lines(&compared, "", Topic::Kind(Kind::Performance));
    let of = |code: &str| performance.iter().find(|line| line.starts_with(&format!("{code} |"))).unwrap().clone();
    assert!(of("HN01").contains("Status: green, now red."), "{}", of("HN01"));
    assert!(of("HN01").ends_with("The value is worse. The status changed because the figure did."), "{}", of("HN01"));
    assert!(of("HN03").ends_with("under the earlier target and rules it would still be green."), "{}", of("HN03"));
    let yardstick = lines(&compared, "", Topic::Kind(Kind::Yardstick));
    assert_eq!(yardstick, ["HN03 | Target: 50%, now 54%."]);
    // With the rules of a new year, all measures come first.
    let compared = comparison("2023-24-q4", "2024-25-q1");
    let yardstick = lines(&compared, "", Topic::Kind(Kind::Yardstick));
    assert!(yardstick[0].starts_with("All measures | Tolerance for amber: 5% of the target, now 4% of the target."));
    let past = comparison("2024-25-q1", "2024-25-q2");
    assert_eq!(lines(&past, "", Topic::Kind(Kind::Past)).len(), 1);
    assert!(lines(&past, "", Topic::Corrections(Side::Later))[0].contains("27.5, now 29.5. Corrected on"));
}

#[test]
fn measures_risks_and_projects_that_come_and_go_are_listed_with_what_is_known() {
    let compared = comparison("2023-24-q4", "2024-25-q1");
    let new = lines(&compared, "", Topic::New);
    assert!(new.iter().any(|line| line.starts_with("WR01B | It was split from WR01.")), "{new:?}");
    assert!(new.iter().any(|line| line == "SO07 | "), "{new:?}");
    let ended = lines(&compared, "", Topic::Ended);
    assert!(ended.iter().any(|line| line.starts_with("SO04 | ") && line.len() > 10), "{ended:?}");
    assert!(ended.iter().any(|line| line == "SC06 | The later report does not say why."), "{ended:?}");
    let risks = lines(&compared, "", Topic::Risks);
    assert!(risks.iter().any(|line| line == "LF3 | closed"), "{risks:?}");
    assert!(risks.iter().any(|line| line.starts_with("LF4 | score ")), "{risks:?}");
    let joined = comparison("2024-25-q1", "2024-25-q2");
    assert!(lines(&joined, "", Topic::Ended).iter().any(|line| line.ends_with("It became part of SC07.")));
    let projects = lines(&comparison("2023-24-q3", "2023-24-q4"), "", Topic::Projects);
    assert_eq!(projects, ["Weekly food waste collection | new"]);
    // A filter leaves out what it does not keep.
    let elsewhere = "outcome=a-decent-home";
    assert!(
        lines(&compared, elsewhere, Topic::New).len() + lines(&compared, elsewhere, Topic::Ended).len()
            < new.len() + ended.len()
    );
    // A search does not apply: what other quarters say in words is not at hand.
    assert_eq!(lines(&compared, "q=there-is-no-such-word", Topic::New), new);
}

#[test]
fn a_measure_that_moved_to_another_outcome_did_not_come_from_its_own_status() {
    let compared = comparison("2024-25-q1", "2024-25-q2");
    let moved = compared.later.find_measure("SO02").unwrap();
    let (to, status) = (crate::encode::slug::slug(&moved.outcome.name), moved.measure.status());
    let rows = counts(&compared, &filter(&format!("outcome={to}")));
    let row = rows.iter().find(|row| row.status == Some(status)).unwrap();
    let group = row.groups.iter().find(|group| group.measures.contains(&moved.row)).unwrap();
    let before = compared.earlier.find_measure("SO02").unwrap().measure.status();
    let expected = if before == status { "now match" } else { "came from" };
    assert!(group.words.contains(expected), "{}", group.words);
    for row in &rows {
        let own = format!("from {}", crate::wording::format::lower_case(&row.name));
        assert!(!row.how().contains(&own), "{}: {}", row.name, row.how());
    }
}

#[test]
fn a_file_of_ones_own_never_passes_for_a_published_report() {
    let compared = comparison("2023-24-q2", "2023-24-q3");
    let sources = sources(&compared);
    assert_eq!(sources.len(), 2);
    assert!(sources.iter().all(|line| line.contains("Local file, not published: example.json")), "{sources:?}");
}

#[test]
fn a_list_that_has_nothing_is_there_and_corrections_only_where_there_are_some() {
    let compared = comparison("2023-24-q4", "2024-25-q1");
    let lists = lists(&compared, &Filter::default());
    let topics: Vec<Topic> = lists.iter().map(|list| list.topic).collect();
    let mut all: Vec<Topic> = Kind::ALL.map(Topic::Kind).to_vec();
    all.extend([Topic::New, Topic::Ended, Topic::Risks, Topic::Projects]);
    assert_eq!(topics[..all.len()], all);
    let corrects = |data: &Dataset| !data.report().corrections.is_empty();
    let sides = [(Side::Later, &compared.later), (Side::Earlier, &compared.earlier)];
    let with: Vec<Topic> =
        sides.iter().filter(|(_, data)| corrects(data)).map(|(side, _)| Topic::Corrections(*side)).collect();
    assert_eq!(topics[all.len()..], with);
    assert_eq!(
        heading(compared.later.report().period, compared.earlier.report().period),
        "What changed from Quarter 4 2023/24 to Quarter 1 2024/25"
    );
}

#[test]
fn each_other_quarter_is_looked_for_once() {
    let changes = |from: Option<&str>| Query { from: from.map(str::to_string), ..Query::of_view(View::Changes) };
    let queries = [changes(None), Query::of_view(View::Risks), changes(Some("a")), changes(None), changes(Some("b"))];
    let mut asked = Vec::new();
    let beside = QuartersBeside::of(&queries, |from| {
        asked.push(from.map(str::to_string));
        match from {
            None => Beside::Compared(Arc::new(comparison("2023-24-q2", "2023-24-q3"))),
            Some("a") => Beside::None("None.".to_string()),
            Some(_) => Beside::Waiting,
        }
    });
    assert_eq!(asked, [None, Some("a".to_string()), Some("b".to_string())]);
    assert!(beside.is_waiting());
    assert!(matches!(beside.get(&queries[0]), Beside::Compared(_)));
    assert!(matches!(beside.get(&queries[2]), Beside::None(why) if why == "None."));
    assert!(matches!(beside.get(&changes(Some("c"))), Beside::Waiting));
}

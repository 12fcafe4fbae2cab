//! Counts and summary sentences by cases; those of the shipped quarter are in `tests/shipped_quarter.rs`.

use super::{Counts, TargetsMet, lines, sentences};
use crate::fixtures::{cases, measure, rating, rules};
use crate::report::{Keyword, Measure, Rating, RuleSet, Status, Trend};
use proptest::prelude::*;

/// Measures written as `A green, B red deteriorating`: code, status, and the long trend if it matters.
fn measures(text: &str) -> Vec<Measure> {
    text.split(", ")
        .map(|part| {
            let mut words = part.split(' ');
            let mut measure = measure("maximise", "1", "1");
            measure.code = words.next().unwrap().into();
            measure.status = rating(words.next().unwrap());
            measure.long_trend = rating(words.next().unwrap_or("improving"));
            measure
        })
        .collect()
}

#[test]
fn summaries_of_selections() {
    // The sentences after the total.
    let text = "
        A green
            The measure met its target [A]
        A amber
            The measure was slightly below target [A]
        A red deteriorating
            The measure was significantly below target [A]
            The red measure is deteriorating long term [A]
        A none
            The measure has no status [A]
        A green, B amber
            1 measure met its target [A]
            1 measure was slightly below target [B]
        # Two of two are all, not both.
        A red deteriorating, B red deteriorating
            2 measures were significantly below target [A; B]
            All of the 2 red measures are deteriorating long term [A; B]
        # Codes are in document order within a sentence, statuses in their own order.
        Z red, B green deteriorating, A green, Y red deteriorating, C amber static, D amber deteriorating, N none deteriorating, M none
            2 measures met their target [B; A]
            2 measures were slightly below target [C; D]
            2 measures were significantly below target [Z; Y]
            2 measures have no status [N; M]
            1 of the 2 green measures is deteriorating long term [B]
            1 of the 2 amber measures is deteriorating long term [D]
            1 of the 2 red measures is deteriorating long term [Y]
        A red deteriorating, B red, C red deteriorating
            3 measures were significantly below target [A; B; C]
            2 of the 3 red measures are deteriorating long term [A; C]
        A blue
            The measure was between its low and high targets [A]
        A grey deteriorating
            The measure is for information [A]
            The for-information measure is deteriorating long term [A]
        # Statuses that only some councils use come in their place among the others.
        A none, B grey, C red, D amber, E blue deteriorating, F green, G grey, H blue
            1 measure met its target [F]
            2 measures were between their low and high targets [E; H]
            1 measure was slightly below target [D]
            1 measure was significantly below target [C]
            2 measures are for information [B; G]
            1 measure has no status [A]
            1 of the 2 blue measures is deteriorating long term [E]
        A blue deteriorating, B blue deteriorating, C grey deteriorating, D grey
            2 measures were between their low and high targets [A; B]
            2 measures are for information [C; D]
            All of the 2 blue measures are deteriorating long term [A; B]
            1 of the 2 for-information measures is deteriorating long term [C]
        # Neither no trend nor static is deteriorating.
        A red none, B red static
            2 measures were significantly below target [A; B]
    ";
    for (what, expected) in cases(text) {
        let measures = measures(what);
        let expected = format!("The total number of measures is {}. {expected}", measures.len());
        assert_eq!(sentences(&measures.iter().collect::<Vec<_>>()).join(" "), expected, "{what}");
    }
    assert_eq!(sentences(&[]), ["The total number of measures is 0."]);
}

/// Readers are told the same in fewer words.
#[test]
fn summaries_for_readers() {
    for (what, expected) in [
        (
            "A red deteriorating",
            "There is 1 measure. | The measure was significantly below target [A] | The red measure is deteriorating long term [A]",
        ),
        (
            "A red deteriorating, B red deteriorating",
            "There are 2 measures. | 2 measures were significantly below target [A; B] | Both red measures are deteriorating long term [A; B]",
        ),
        (
            "A red deteriorating, B red deteriorating, C red deteriorating",
            "There are 3 measures. | 3 measures were significantly below target [A; B; C] | All 3 red measures are deteriorating long term [A; B; C]",
        ),
        (
            "A red deteriorating, B red",
            "There are 2 measures. | 2 measures were significantly below target [A; B] | 1 of the 2 red measures is deteriorating long term [A]",
        ),
    ] {
        let measures = measures(what);
        let lines = lines(&measures.iter().collect::<Vec<_>>());
        assert_eq!(lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "), expected);
    }
    assert_eq!(lines(&[])[0].words, "There are 0 measures.");
}

/// Measures for information and those without a status are left out. Which of the other statuses count as meeting the target
/// is up to the council.
#[test]
fn how_many_meet_their_target() {
    let counts = Counts::of(&measures("A green, B green, C blue, D amber, E red, F red, G red, H grey, I none"));
    let mut rules = rules("0.05");
    let met = |counts: &Counts, rules: &RuleSet| {
        let TargetsMet { met, judged, .. } = counts.targets_met(rules);
        (met, judged)
    };
    // 2 are green; 7 of 9 have a status that compares them with a target.
    assert_eq!(met(&counts, &rules), (2, 7));
    let mut definition = rules.statuses[0].clone();
    (definition.status, definition.meets_target) = (Status::Blue, Some(true));
    rules.statuses.push(definition.clone());
    assert_eq!(met(&counts, &rules), (3, 7));
    rules.statuses.retain(|definition| definition.status != Status::Green);
    (definition.status, definition.meets_target) = (Status::Green, Some(false));
    rules.statuses.push(definition.clone());
    assert_eq!(met(&counts, &rules), (1, 7));
    // A measure that is not judged against a target meets none.
    for status in [Status::Grey, Status::None] {
        (definition.status, definition.meets_target) = (status, Some(true));
        rules.statuses.push(definition.clone());
    }
    assert_eq!(met(&counts, &rules), (1, 7));
    assert_eq!(met(&Counts::of(&measures("A grey, B none")), &rules), (0, 0));
}

fn any_measure() -> impl Strategy<Value = Measure> {
    let trend = || prop::sample::select(Trend::ALL);
    (prop::sample::select(Status::ALL), trend(), trend()).prop_map(|(status, short, long)| {
        let mut measure = measure("maximise", "1", "1");
        (measure.status, measure.short_trend, measure.long_trend) =
            (Rating::Published(status), Rating::Published(short), Rating::Published(long));
        measure
    })
}

proptest! {
    #[test]
    fn every_measure_is_counted_once_in_each_group(mut measures in prop::collection::vec(any_measure(), 0..12)) {
        for (at, measure) in measures.iter_mut().enumerate() {
            measure.code = format!("M{at}");
        }
        let counts = Counts::of(&measures);
        prop_assert_eq!(counts.total, measures.len());
        prop_assert_eq!(Status::ALL.iter().map(|status| counts.status(*status)).sum::<usize>(), measures.len());
        for &status in Status::ALL {
            prop_assert_eq!(counts.status(status), measures.iter().filter(|measure| measure.status() == status).count());
        }
        for &trend in Trend::ALL {
            prop_assert_eq!(counts.short.of(trend), measures.iter().filter(|measure| measure.short_trend() == trend).count());
            prop_assert_eq!(counts.long.of(trend), measures.iter().filter(|measure| measure.long_trend() == trend).count());
        }
        // The status lines name every measure once.
        let lines = lines(&measures.iter().collect::<Vec<_>>());
        let mut named: Vec<&String> =
            lines.iter().filter(|line| !line.words.contains("deteriorating")).flat_map(|line| &line.codes).collect();
        named.sort();
        let mut codes: Vec<&String> = measures.iter().map(|measure| &measure.code).collect();
        codes.sort();
        prop_assert_eq!(named, codes);
    }
}

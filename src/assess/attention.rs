//! Knows: which measures need attention, and the most urgent reason for each.
//! Must not know: which measures are chosen, or how they are listed.

use super::rules::worst_first;
use crate::report::columns::Choice;
use crate::report::{Dataset, Measure, MeasureIx, MeasureRef, Status, Trend};

/// Measures that need attention for the same reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attention {
    /// The reason.
    pub heading: &'static str,
    /// The choices that filter the given measures down to these.
    pub choices: Vec<Choice>,
    /// The measures, the furthest below their targets first.
    pub rows: Vec<MeasureIx>,
}

/// The measures that need attention, most urgent group first: red and deteriorating long term, other red ones, amber and
/// deteriorating long term. In each, the furthest below target first. Empty groups are left out.
pub fn attention(data: &Dataset, measures: &[MeasureIx]) -> Vec<Attention> {
    let group = |heading, status: Status, trends: &[Trend]| {
        let is_in = |measure: &Measure| measure.status() == status && trends.contains(&measure.long_trend());
        let places = measures.iter().filter_map(|row| data.measure(*row));
        let mut places: Vec<MeasureRef<'_>> = places.filter(|place| is_in(place.measure)).collect();
        // Those equally far away stay in the given order.
        places.sort_by(|one, other| worst_first(one.measure, other.measure));
        Attention {
            heading,
            choices: trends.iter().map(|trend| Choice::Long(*trend)).chain([Choice::Status(status)]).collect(),
            rows: places.into_iter().map(|place| place.row).collect(),
        }
    };
    let mut groups = vec![
        group("Red and deteriorating long term", Status::Red, &[Trend::Deteriorating]),
        group("Red, not deteriorating long term", Status::Red, &[Trend::Improving, Trend::Static, Trend::None]),
        group("Amber and deteriorating long term", Status::Amber, &[Trend::Deteriorating]),
    ];
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// How many measures of each group are in sight, of this many in all: at least the worst of each, the rest for the first groups.
pub fn in_sight(groups: &[Attention], most: usize) -> Vec<usize> {
    let mut room = most.saturating_sub(groups.len());
    let share = |group: &Attention| {
        let more = room.min(group.rows.len().saturating_sub(1));
        room -= more;
        group.rows.len().min(1) + more
    };
    groups.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::{Attention, attention, in_sight};
    use crate::fixtures::{data_of, measure, rating, report, shipped_data};
    use crate::report::{Dataset, MeasureIx};

    /// Each group with its codes: `Amber and deteriorating long term: a b`.
    fn groups(data: &Dataset, measures: &[MeasureIx]) -> Vec<String> {
        let code = |row: &MeasureIx| data.measure(*row).unwrap().measure.code.clone();
        let codes = |rows: &[MeasureIx]| rows.iter().map(code).collect::<Vec<_>>().join(" ");
        attention(data, measures).iter().map(|group| format!("{}: {}", group.heading, codes(&group.rows))).collect()
    }

    #[test]
    fn red_before_amber_and_the_deteriorating_first() {
        let measures = [
            ("a", "red", "static"),
            ("b", "amber", "deteriorating"),
            ("c", "green", "deteriorating"),
            ("d", "red", "none"),
            ("e", "red", "deteriorating"),
            ("f", "amber", "static"),
        ]
        .map(|(code, status, trend)| {
            let mut measure = measure("maximise", "10", "8");
            (measure.code, measure.status, measure.long_trend) = (code.into(), rating(status), rating(trend));
            measure
        });
        let data = data_of(report(measures.to_vec()));
        let all: Vec<MeasureIx> = data.measures().map(|place| place.row).collect();
        let (worst, red, amber) = (
            "Red and deteriorating long term",
            "Red, not deteriorating long term",
            "Amber and deteriorating long term",
        );
        assert_eq!(groups(&data, &all), [format!("{worst}: e"), format!("{red}: a d"), format!("{amber}: b")]);
        // Only the given measures, those equally far away in the given order; empty groups are left out.
        assert_eq!(groups(&data, &[all[3], all[2], all[0]]), [format!("{red}: d a")]);
        assert!(groups(&data, &all[5..]).is_empty());
    }

    #[test]
    fn the_furthest_below_target_first() {
        let measures = [("a", "7"), ("b", "2"), ("c", "[c]"), ("d", "5")].map(|(code, value)| {
            let mut measure = measure("maximise", value, "10");
            (measure.code, measure.status, measure.long_trend) = (code.into(), rating("red"), rating("deteriorating"));
            measure
        });
        let data = data_of(report(measures.to_vec()));
        let all: Vec<MeasureIx> = data.measures().map(|place| place.row).collect();
        assert_eq!(groups(&data, &all), ["Red and deteriorating long term: b d a c"]);
    }

    #[test]
    fn the_worst_of_each_group_is_in_sight() {
        for (sizes, expected) in [
            (&[8, 8, 1][..], &[2, 1, 1][..]),
            (&[8], &[4]),
            (&[1, 8], &[1, 3]),
            (&[1, 1, 8], &[1, 1, 2]),
            (&[1, 1], &[1, 1]),
            (&[], &[]),
        ] {
            let group = |size: &usize| Attention {
                heading: "",
                choices: Vec::new(),
                rows: (0..*size).map(MeasureIx::new).collect(),
            };
            assert_eq!(in_sight(&sizes.iter().map(group).collect::<Vec<_>>(), 4), expected, "{sizes:?}");
        }
    }

    #[test]
    fn what_needs_attention_in_the_shipped_quarter() {
        let data = shipped_data();
        let all: Vec<MeasureIx> = data.measures().map(|place| place.row).collect();
        assert_eq!(
            groups(data, &all),
            [
                "Red and deteriorating long term: PH23 ASCOF 1C(2i) ILAC5 SE KS2 SE KS2Mnt CASEIKS4 Ofsted SEKS4A8 CSC0004",
                "Red, not deteriorating long term: ILAC7 N23 ILAC4 ILAC3 ILAC6 ILAC1 ASCOF 1G (n) PH34",
                "Amber and deteriorating long term: ASCGBT001",
            ]
        );
    }
}

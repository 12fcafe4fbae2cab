//! Knows: the numbers that miss a target by no more than its tolerance, as stretches that a picture can show.
//! Must not know: which status they have: that the rules decide, in `judge`.

use crate::report::{Aim, Decimal, LowHighTarget, Measure, PointTarget, RangeTarget, RuleSet, Target, ToleranceBasis};

/// The stretches of numbers that miss the target and are within the tolerance, each from its lower number to its higher one. Between
/// a low and a high target is such a stretch, too. None without a target that fits the measure, or without a tolerance.
pub fn tolerated(measure: &Measure, rules: &RuleSet) -> Vec<[Decimal; 2]> {
    let rules = &*rules.of(measure);
    let Some(target) = measure.target.as_ref().filter(|target| target.is_in(&measure.unit)) else {
        return Vec::new();
    };
    let by = |bound: Decimal| match rules.tolerance_basis {
        ToleranceBasis::Relative => bound.abs() * rules.tolerance,
        ToleranceBasis::Absolute => rules.tolerance,
    };
    let stretches = match (measure.aim, target) {
        (Aim::Maximise, Target::Point(PointTarget { point, amber, .. })) => {
            vec![[amber.unwrap_or_else(|| *point - by(*point)), *point]]
        }
        (Aim::Minimise, Target::Point(PointTarget { point, amber, .. })) => {
            vec![[*point, amber.unwrap_or_else(|| *point + by(*point))]]
        }
        (Aim::Maximise, Target::LowHigh(LowHighTarget { low_target, high_target })) => {
            vec![[*low_target - by(*low_target), *high_target]]
        }
        (Aim::Minimise, Target::LowHigh(LowHighTarget { low_target, high_target })) => {
            vec![[*high_target, *low_target + by(*low_target)]]
        }
        (Aim::Goldilocks, Target::Range(RangeTarget { low, high, .. })) if low.cmp_value(*high).is_le() => {
            vec![[*low - by(*low), *low], [*high, *high + by(*high)]]
        }
        _ => Vec::new(),
    };
    stretches.into_iter().filter(|[low, high]| low.cmp_value(*high).is_lt()).collect()
}

#[cfg(test)]
mod tests {
    use super::tolerated;
    use crate::fixtures::{measure, rules};

    #[test]
    fn what_a_tolerance_covers() {
        for (aim, target, rule, expected) in [
            ("maximise", "80", "0.05", "76 to 80"),
            ("minimise", "20", "0.05", "20 to 21"),
            ("minimise", "20", "2 absolute", "20 to 22"),
            ("maximise", "80 amber 70", "0.05", "70 to 80"),
            ("minimise", "20 amber 30", "0.05", "20 to 30"),
            ("goldilocks", "60 to 80", "0.05", "57 to 60, 80 to 84"),
            ("maximise", "low 60 high 80", "0.05", "57 to 80"),
            ("minimise", "low 80 high 60", "0.05", "60 to 84"),
            // Of a target of 0, no share is more than nothing; in the measure's own unit it is.
            ("maximise", "0", "0.05", ""),
            ("minimise", "0", "2 absolute", "0 to 2"),
            ("maximise", "-10", "0.1", "-11 to -10"),
            ("maximise", "80", "0", ""),
            // What cannot be judged has none.
            ("maximise", "", "0.05", ""),
            ("goldilocks", "80", "0.05", ""),
            ("goldilocks", "80 to 60", "0.05", ""),
            ("maximise", "80 amber 90", "0.05", ""),
        ] {
            let found = tolerated(&measure(aim, "1", target), &rules(rule));
            let found: Vec<String> =
                found.iter().map(|[low, high]| format!("{} to {}", low.shortest(), high.shortest())).collect();
            assert_eq!(found.join(", "), expected, "{aim} {target} {rule}");
        }
    }
}

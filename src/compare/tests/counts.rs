use super::*;
use crate::explore::filter::Filter;
use crate::report::{Choice, Facet};
use proptest::prelude::*;

/// Holds every count of every choice, also with an outcome chosen, against the movement that leads from one to the other.
pub(super) fn adds_up(earlier: &Arc<Dataset>, later: &Arc<Dataset>, by_outcome: bool) -> usize {
    let compared = Comparison::new(earlier.clone(), later.clone());
    let choices = |data: &Dataset| -> Vec<Choice> {
        let of =
            |facet: Facet| data.columns().choices(facet).iter().map(|known| known.choice.clone()).collect::<Vec<_>>();
        Facet::ALL.into_iter().flat_map(of).collect()
    };
    let mut tried = 0;
    let all: Vec<Choice> = choices(earlier).into_iter().chain(choices(later)).collect();
    let outcomes: Vec<Choice> = all.iter().filter(|one| by_outcome && one.facet() == Facet::Outcome).cloned().collect();
    for choice in &all {
        for filter in [Filter::default().only([choice.clone()])]
            .into_iter()
            .chain(outcomes.iter().map(|outcome| Filter::default().only([choice.clone(), outcome.clone()])))
        {
            let movement = compared.movement(&filter);
            let (before, after) = (filter.select(earlier).rows, filter.select(later).rows);
            assert_eq!((movement.before(), movement.after()), (before.len(), after.len()), "{filter:?}");
            // The one count minus what is listed is the other, and everything listed is what it says.
            let steps = movement.before() + movement.came.len() + movement.new.len();
            assert_eq!(steps - movement.left.len() - movement.ended.len(), after.len());
            for pair in &movement.stayed {
                assert!(before.contains(&pair.earlier) && after.contains(&pair.later));
            }
            for pair in &movement.came {
                assert!(!before.contains(&pair.earlier) && after.contains(&pair.later));
            }
            for pair in &movement.left {
                assert!(before.contains(&pair.earlier) && !after.contains(&pair.later));
            }
            let new: Vec<_> = compared.pairs.new_ones().filter(|one| after.contains(one)).collect();
            let ended: Vec<_> = compared.pairs.ended().filter(|one| before.contains(one)).collect();
            assert_eq!((&movement.new, &movement.ended), (&new, &ended));
            tried += 1;
        }
    }
    tried
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]
    #[test]
    fn every_count_moves_by_what_is_listed(seed in any::<u64>()) {
        let (earlier, mut later) = two_quarters();
        let mut state = seed;
        for _ in 0..12 {
            super::edits::edit(&mut later, &mut state);
        }
        let tried = adds_up(&shared(earlier), &shared(later), true);
        prop_assert!(tried > 100);
    }
}

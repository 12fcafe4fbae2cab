//! Knows: what to say about an outcome without risks or projects.
//! Must not know: where the page says it.

use crate::report::{Absent, Keyword, Outcome};

/// The sentence for an outcome that has none: what the report states, or that it does not say. `None` if it has some.
pub fn absence(outcome: &Outcome, about: Absent) -> Option<String> {
    let has = match about {
        Absent::Risks => !outcome.risks.is_empty(),
        Absent::Projects => !outcome.projects.is_empty(),
    };
    if has {
        return None;
    }
    let stated = outcome.stated_absences.iter().find(|absence| absence.about == about);
    Some(stated.map_or_else(
        || format!("The report lists no {} here, and does not say whether there are any.", about.word()),
        |absence| absence.statement.clone(),
    ))
}

#[cfg(test)]
mod tests {
    use super::absence;
    use crate::fixtures::everything;
    use crate::report::{Absent, StatedAbsence};

    #[test]
    fn an_outcome_without_any_says_what_the_report_states_or_that_it_does_not_say() {
        let full = everything().outcomes[0].clone();
        let mut empty = full.clone();
        (empty.risks, empty.projects, empty.stated_absences) = (Vec::new(), Vec::new(), Vec::new());
        let mut stated = empty.clone();
        let statement = "No strategic risk is linked to this outcome.".to_string();
        stated.stated_absences.push(StatedAbsence { about: Absent::Risks, statement: statement.clone() });
        // A statement about risks says nothing about projects.
        let silent = |what| Some(format!("The report lists no {what} here, and does not say whether there are any."));
        for (name, outcome, of_risks, of_projects) in [
            ("full", &full, None, None),
            ("empty", &empty, silent("risks"), silent("projects")),
            ("stated", &stated, Some(statement), silent("projects")),
        ] {
            assert_eq!(absence(outcome, Absent::Risks), of_risks, "{name}");
            assert_eq!(absence(outcome, Absent::Projects), of_projects, "{name}");
        }
    }
}

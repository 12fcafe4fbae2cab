//! Knows: what to say of an outcome without risks or projects.
//! Must not know: where that is said.

use crate::report::Keyword;
use crate::report::{Absent, Outcome};

/// What to say of an outcome that has none: what the report states, or that this export is silent.
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
        || format!("This export has no {} here, and does not say whether there are any.", about.word()),
        |absence| absence.statement.clone(),
    ))
}

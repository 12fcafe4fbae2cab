//! Knows: which quarters a report can be compared with, which of them it is compared with unless a reader asks, and why it cannot be.
//! Must not know: how a quarter is fetched or opened, or how it is chosen.

use crate::report::{Catalogue, Dataset, Entry, Period, Report};
use std::cmp::Reverse;
use std::sync::Arc;

/// A quarter that another can be compared with.
#[derive(Debug, Clone)]
pub enum Other {
    /// One of the site.
    Published(Box<Entry>),
    /// One that the reader opened from a file.
    File(Arc<Dataset>),
}

impl Other {
    /// What the address has in `from`.
    pub fn id(&self) -> &str {
        match self {
            Self::Published(entry) => &entry.id,
            Self::File(data) => &data.report().id,
        }
    }

    /// Its period.
    pub fn period(&self) -> Period {
        match self {
            Self::Published(entry) => entry.period,
            Self::File(data) => data.report().period,
        }
    }
}

/// The quarters that a report can be compared with, newest first: those of the site of the same council and priority; for a file of the
/// reader's own also the other `files` that were opened. Nothing unpublished stands beside a published report.
pub fn others(shown: &Dataset, catalogue: Option<&Catalogue>, files: Vec<Arc<Dataset>>) -> Vec<Other> {
    let report = shown.report();
    let of_site = |catalogue: &Catalogue| -> Vec<Other> {
        catalogue.quarters_of(&report.council, &report.priority).cloned().map(Box::new).map(Other::Published).collect()
    };
    let mut all = catalogue.map(of_site).unwrap_or_default();
    if shown.is_local() {
        let files: Vec<_> = files.into_iter().filter(|file| file.report().is_of_series(report)).collect();
        // A file comes before the quarter of the site that it may become.
        all.retain(|one| !files.iter().any(|file| file.report().period == one.period()));
        all.extend(files.into_iter().map(Other::File));
    }
    all.retain(|other| other.period() != report.period);
    all.sort_by_key(|one| Reverse(one.period().order()));
    all
}

/// The quarter that is asked for, or else the one before; the oldest is compared with the one after it. None if it is not among these.
pub fn choose(mut others: Vec<Other>, shown: Period, from: Option<&str>) -> Option<Other> {
    let at = match from {
        Some(id) => others.iter().position(|one| one.id() == id),
        None => {
            let before = others.iter().position(|one| one.period().order() < shown.order());
            before.or_else(|| others.len().checked_sub(1))
        }
    };
    at.map(|at| others.swap_remove(at))
}

/// Why a report of a file cannot be compared with the one that is shown: the rest of a sentence that begins with the file's name.
pub fn cannot_stand_beside(shown: &Report, other: &Report) -> Option<&'static str> {
    match () {
        () if !other.is_of_series(shown) => Some("is for another council or priority."),
        () if other.period == shown.period => Some("is for the same quarter as the file shown."),
        () if other.id == shown.id => Some("has the same id as the file shown."),
        () => None,
    }
}

/// Why there is nothing to compare with.
pub fn nothing_to_compare(is_local: bool, from: Option<&str>) -> String {
    match (is_local, from) {
        (true, Some(id)) => {
            format!("There is no quarter “{id}” to compare this file with: no open file, and no report on this site.")
        }
        (true, None) => "To compare this file, open the file for another quarter.".to_string(),
        (false, Some(id)) => format!("This site has no quarter “{id}” to compare with."),
        (false, None) => "This site has one quarter only, so there is nothing to compare it with.".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{data_of, fairhaven};
    use crate::import;
    use crate::report::Source;

    fn catalogue() -> Catalogue {
        import::catalogue(include_bytes!("../../../public/examples/quarters/catalogue.json")).unwrap()
    }

    fn ids(others: &[Other]) -> Vec<String> {
        let line = |one: &Other| format!("{}{}", one.id(), if matches!(one, Other::File(_)) { " file" } else { "" });
        others.iter().map(line).collect()
    }

    fn of_another_council(quarter: &str) -> Arc<Dataset> {
        let mut report = fairhaven(quarter).report().clone();
        report.council.ons_code = "E07000998".into();
        Arc::new(data_of(report))
    }

    #[test]
    fn a_file_is_compared_with_files_and_quarters_of_its_council_and_a_file_comes_before_the_quarter_it_may_become() {
        let catalogue = catalogue();
        let files = vec![fairhaven("2024-25-q1"), of_another_council("2024-25-q2"), fairhaven("2024-25-q3")];
        let found = others(&fairhaven("2024-25-q3"), Some(&catalogue), files);
        let expected = ["2024-25-q2", "2024-25-q1 file", "2023-24-q4", "2023-24-q3", "2023-24-q2"];
        assert_eq!(ids(&found), expected);
        assert_eq!(ids(&others(&of_another_council("2024-25-q3"), Some(&catalogue), Vec::new())), [""; 0]);
    }

    #[test]
    fn nothing_unpublished_stands_beside_a_published_report() {
        let catalogue = catalogue();
        let entry = Box::new(catalogue.find(Some("2024-25-q3")).unwrap().clone());
        let report = fairhaven("2024-25-q3").report().clone();
        let shown = crate::assess::unpublished::dataset(report, Source::Published(entry));
        let found = others(&shown, Some(&catalogue), vec![fairhaven("2024-25-q1")]);
        assert!(found.iter().all(|one| matches!(one, Other::Published(_))));
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn the_one_before_is_chosen_and_for_the_oldest_the_one_after() {
        let catalogue = catalogue();
        let chosen = |quarter: &str, from: Option<&str>| {
            let shown = fairhaven(quarter);
            let others = others(&shown, Some(&catalogue), Vec::new());
            choose(others, shown.report().period, from).map(|one| one.id().to_string())
        };
        assert_eq!(chosen("2024-25-q1", None).as_deref(), Some("2023-24-q4"));
        assert_eq!(chosen("2023-24-q2", None).as_deref(), Some("2023-24-q3"));
        assert_eq!(chosen("2024-25-q1", Some("2024-25-q3")).as_deref(), Some("2024-25-q3"));
        assert_eq!(chosen("2024-25-q1", Some("2024-25-q1")), None, "it is the one shown");
    }

    #[test]
    fn what_cannot_stand_beside_says_why() {
        let shown = fairhaven("2024-25-q3");
        let why = |other: &Report| cannot_stand_beside(shown.report(), other).unwrap_or("");
        assert_eq!(why(fairhaven("2024-25-q2").report()), "");
        assert_eq!(why(shown.report()), "is for the same quarter as the file shown.");
        assert_eq!(why(of_another_council("2024-25-q2").report()), "is for another council or priority.");
        let mut copied = fairhaven("2024-25-q2").report().clone();
        copied.id.clone_from(&shown.report().id);
        assert_eq!(why(&copied), "has the same id as the file shown.");
    }
}

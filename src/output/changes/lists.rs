//! Knows: what changed, as lists: three kinds of change, new and ended measures, risks, projects, corrections; what is said of each.
//! Must not know: what is a change, or of which kind.

use super::{Side, Subject};
use crate::compare::{Cause, Compared, Comparison, Difference, Kind, What};
use crate::explore::filter::{Filter, Narrowing};
use crate::report::{Correction, MeasureIx, RuleSet, Status, Trend};
use crate::wording::format::{self, capital, listed, lower_case};

/// What a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// One of the three kinds of change.
    Kind(Kind),
    /// Measures that only the later quarter has.
    New,
    /// Measures that only the earlier quarter has.
    Ended,
    /// Risks that were raised, closed or moved.
    Risks,
    /// Projects that are new or ended.
    Projects,
    /// What the reports themselves say that they correct.
    Corrections(Side),
}

/// A list of what changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeList {
    /// What it is about.
    pub topic: Topic,
    /// Its heading below one that says what kind of thing is listed: "Only in Quarter 3 2023/24 (1)".
    pub heading: String,
    /// Its heading by itself: "Measures only in Quarter 3 2023/24 (1)".
    pub full_heading: String,
    /// What is to be known of the whole list; empty if nothing is.
    pub about: String,
    /// What changed. May be empty.
    pub items: Vec<ChangeItem>,
}

/// Something that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeItem {
    /// What it is.
    pub subject: Subject,
    /// What differs; empty when the words say it all.
    pub differences: Vec<FieldChange>,
    /// What is said of it; empty if nothing is.
    pub words: String,
}

/// A field that differs, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The field.
    pub field: String,
    /// How the earlier report has it.
    pub before: String,
    /// How the later report has it.
    pub after: String,
}

impl From<&Difference> for FieldChange {
    fn from(one: &Difference) -> Self {
        Self { field: one.what.label(), before: one.before.clone(), after: one.after.clone() }
    }
}

impl ChangeItem {
    /// All of it in a sentence or two: "Status: amber, now red. The value is worse."
    pub fn in_words(&self) -> String {
        let fields = self.differences.iter().map(|one| format!("{}: {}, now {}.", one.field, one.before, one.after));
        fields.chain(Some(self.words.clone()).filter(|words| !words.is_empty())).collect::<Vec<_>>().join(" ")
    }
}

/// All lists, in the order in which they are told. Those of corrections are left out where nothing is corrected.
pub fn lists(compared: &Comparison, filter: &Filter) -> Vec<ChangeList> {
    let filter = &filter.effective(Narrowing::OF_QUARTERS);
    let mut lists = Kind::ALL.map(|kind| of_kind(compared, filter, kind)).to_vec();
    lists.push(new(compared, filter));
    lists.push(ended(compared, filter));
    lists.push(risks(compared, filter));
    lists.push(projects(compared, filter));
    let corrections = [Side::Later, Side::Earlier].map(|side| corrections(compared, side));
    lists.extend(corrections.into_iter().filter(|list| !list.items.is_empty()));
    lists
}

fn of_kind(compared: &Comparison, filter: &Filter, kind: Kind) -> ChangeList {
    let kept = filter.select(&compared.later).rows;
    let is_kept = |one: &&Compared| one.has(kind) && kept.binary_search(&one.pair.later).is_ok();
    let mut measures: Vec<&Compared> = compared.measures.iter().filter(is_kept).collect();
    // First those with another status.
    measures.sort_by_key(|one| one.cause.is_none());
    let rules = (kind == Kind::Yardstick && !compared.rules.is_empty()).then(|| ChangeItem {
        subject: Subject::AllMeasures,
        differences: compared.rules.iter().map(FieldChange::from).collect(),
        words: String::new(),
    });
    let count = format::count_of(measures.len(), "measure");
    let about = match measures.is_empty() {
        true => kind.meaning().to_string(),
        false => format!("{count}. {}", kind.meaning()),
    };
    let items = rules.into_iter().chain(measures.into_iter().map(|one| item(compared, one, kind))).collect();
    let heading = kind.label().to_string();
    ChangeList { topic: Topic::Kind(kind), full_heading: heading.clone(), heading, about, items }
}

fn item(compared: &Comparison, one: &Compared, kind: Kind) -> ChangeItem {
    ChangeItem {
        subject: Subject::Measure(Side::Later, one.pair.later),
        differences: one.of(kind).map(FieldChange::from).collect(),
        words: if kind == Kind::Performance { about_performance(compared, one) } else { String::new() },
    }
}

/// Whether the value got better, and why the status changed, in sentences.
fn about_performance(compared: &Comparison, one: &Compared) -> String {
    let moved = one.differences.iter().any(|difference| difference.what == What::Value);
    let direction = match &one.direction {
        _ if !moved => None,
        Ok(Some(Trend::Improving)) => Some("The value is better.".to_string()),
        Ok(Some(Trend::Deteriorating)) => Some("The value is worse.".to_string()),
        Ok(_) => None,
        Err(reasons) => {
            let reasons: Vec<String> = reasons.iter().map(|why| why.because().to_string()).collect();
            Some(format!("The two values cannot be compared: {}.", listed(&reasons)))
        }
    };
    let cause = one.cause.map(|cause| why(cause, &compared.earlier.report().rules));
    direction.into_iter().chain(cause).collect::<Vec<_>>().join(" ")
}

/// Why a status changed.
fn why(cause: Cause, rules: &RuleSet) -> String {
    let label = |status: Status| lower_case(rules.label(status));
    match cause {
        Cause::Performance => "The status changed because the figure did.".to_string(),
        Cause::Yardstick(status) => format!(
            "The status changed only because the yardstick did: under the earlier target and rules it would still be {}.",
            label(status)
        ),
        Cause::Both(status) => format!(
            "Both the figure and the yardstick changed: under the earlier target and rules the status would be {}.",
            label(status)
        ),
        Cause::NotKnown => "Why the status changed cannot be worked out from the figures.".to_string(),
    }
}

fn new(compared: &Comparison, filter: &Filter) -> ChangeList {
    let kept = filter.select(&compared.later).rows;
    let new = compared.pairs.new_ones().filter(|one| kept.binary_search(one).is_ok());
    let items: Vec<ChangeItem> = new
        .map(|at| {
            let from = compared.pairs.split_from(at).and_then(|from| code(compared, Side::Earlier, from));
            let words = from.map_or_else(String::new, |from| format!("It was split from {from}."));
            ChangeItem { subject: Subject::Measure(Side::Later, at), differences: Vec::new(), words }
        })
        .collect();
    only_in(Topic::New, Side::Later, compared, items)
}

fn ended(compared: &Comparison, filter: &Filter) -> ChangeList {
    let kept = filter.select(&compared.earlier).rows;
    let ended = compared.pairs.ended().filter(|one| kept.binary_search(one).is_ok());
    let items: Vec<ChangeItem> = ended
        .map(|at| {
            let words = why_ended(compared, at);
            ChangeItem { subject: Subject::Measure(Side::Earlier, at), differences: Vec::new(), words }
        })
        .collect();
    only_in(Topic::Ended, Side::Earlier, compared, items)
}

/// The list of measures that only one quarter has.
fn only_in(topic: Topic, side: Side, compared: &Comparison, items: Vec<ChangeItem>) -> ChangeList {
    let words = format!("only in {} ({})", side.of(compared).report().period, items.len());
    let (heading, full_heading) = (capital(&words), format!("Measures {words}"));
    ChangeList { topic, heading, full_heading, about: String::new(), items }
}

fn code(compared: &Comparison, side: Side, at: MeasureIx) -> Option<String> {
    side.of(compared).measure(at).map(|place| place.measure.code.clone())
}

/// What is known of why a measure is not in the later report.
fn why_ended(compared: &Comparison, earlier: MeasureIx) -> String {
    let of = code(compared, Side::Earlier, earlier).unwrap_or_default();
    let joined = compared.pairs.joined_to(earlier).and_then(|into| code(compared, Side::Later, into));
    let declared = compared.later.report().ended_measures.iter().find(|ended| ended.code == of);
    match (declared, joined) {
        (Some(ended), Some(into)) => format!("{} It became part of {into}.", ended.reason),
        (Some(ended), None) => ended.reason.clone(),
        (None, Some(into)) => format!("It became part of {into}."),
        (None, None) => "The later report does not say why.".to_string(),
    }
}

fn risks(compared: &Comparison, filter: &Filter) -> ChangeList {
    let others = &compared.others;
    let risk = |side: Side, at, words: String| {
        side.of(compared).risk(at).filter(|one| filter.keeps_outcome(&one.outcome.name))?;
        Some(ChangeItem { subject: Subject::Risk(side, at), differences: Vec::new(), words })
    };
    let raised = others.raised.iter().filter_map(|at| risk(Side::Later, *at, "raised".into()));
    let closed = others.closed.iter().filter_map(|at| risk(Side::Earlier, *at, "closed".into()));
    let moved = others.moved.iter().filter_map(|one| {
        let words = format!("score {}, now {}", format::score(&one.before), format::score(&one.after));
        risk(Side::Later, one.later, words)
    });
    let changed = others.changed_state.iter().filter_map(|at| {
        let state = compared.later.risk(*at).map(|one| lower_case(one.risk.state.label())).unwrap_or_default();
        risk(Side::Later, *at, format!("now {state}"))
    });
    let items: Vec<ChangeItem> = raised.chain(closed).chain(moved).chain(changed).collect();
    let about = match others.have_other_scales {
        true => "The two reports score risks on different scales, so their scores may not be comparable.".to_string(),
        false => String::new(),
    };
    let heading = format!("Risks ({})", items.len());
    ChangeList { topic: Topic::Risks, full_heading: heading.clone(), heading, about, items }
}

fn projects(compared: &Comparison, filter: &Filter) -> ChangeList {
    let others = &compared.others;
    let project = |side: Side, at, words: &str| {
        side.of(compared).project(at).filter(|one| filter.keeps_outcome(&one.outcome.name))?;
        Some(ChangeItem { subject: Subject::Project(side, at), differences: Vec::new(), words: words.to_string() })
    };
    let new = others.new_projects.iter().filter_map(|at| project(Side::Later, *at, "new"));
    let ended = others.ended_projects.iter().filter_map(|at| project(Side::Earlier, *at, "ended"));
    let items: Vec<ChangeItem> = new.chain(ended).collect();
    let heading = format!("Projects ({})", items.len());
    ChangeList { topic: Topic::Projects, full_heading: heading.clone(), heading, about: String::new(), items }
}

/// What a report says of the figures that it corrects, whatever the filter keeps: a correction is never left out.
fn corrections(compared: &Comparison, side: Side) -> ChangeList {
    let data = side.of(compared);
    let item = |one: &Correction| {
        let subject = data
            .find_measure(&one.measure)
            .map_or_else(|| Subject::Missing(one.measure.clone()), |place| Subject::Measure(side, place.row));
        let field = format!("{} for {}", one.field.label(), format::the(one.period));
        let change = FieldChange { field, before: one.before.clone(), after: one.after.clone() };
        let words = format!("Corrected on {}. {}", one.date, one.reason);
        ChangeItem { subject, differences: vec![change], words }
    };
    let words = format!("in the report for {}", data.report().period);
    ChangeList {
        topic: Topic::Corrections(side),
        heading: capital(&words),
        full_heading: format!("Corrections {words}"),
        about: String::new(),
        items: data.report().corrections.iter().map(item).collect(),
    }
}

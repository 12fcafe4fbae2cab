//! Knows: which slides a view or agenda has, and how much fits on a slide.
//! Must not know: how a slide is laid out.

use super::chosen_commentary::{OmittedHeadings, benchmark_headings, chosen_commentary};
use super::lists::{LIST, split_list};
use super::paging::{Room, length, pages};
use super::{Deck, Slide, SlideContent, SlidePlace, changed};
use crate::assess::summary::{self, Counts};
use crate::assess::trend;
use crate::explore::describe;
use crate::explore::view_state::{Detail, Query, SlideAt, View, ViewState};
use crate::output::changes::QuartersBeside;
use crate::output::contents::{Contents, is_summary_only, left_out};
use crate::report::{Dataset, MeasureIx, MeasureRef, ProjectIx, ProjectRef, RiskIx};
use crate::wording::format;
use std::collections::{HashMap, HashSet};

/// A whole slide below its heading.
const FULL: Room = Room { lines: 19, characters: 76 };
/// Beside the chart of a measure.
const BESIDE_CHART: Room = Room { lines: 10, characters: 37 };
/// A code and name longer than this take one line from the commentary below.
const LONG_NAME: usize = 65;
/// Below the facts of a measure without a chart.
const BELOW_FACTS: Room = Room { lines: 11, characters: 76 };
/// What a code in a list of codes takes besides its own characters: the shape of the status, and the space around it.
const AROUND_CODE: usize = 5;

impl Deck {
    /// The slides for a state: for the agenda, for a view, or only for an open measure or risk that neither has a slide for.
    pub fn of(state: &ViewState, data: &Dataset, beside: &QuartersBeside) -> Self {
        let mut deck = DeckBuilder {
            data,
            beside,
            slides: Vec::new(),
            counts: HashMap::new(),
            shown: Vec::new(),
            benchmarks: benchmark_headings(data),
            omitted: OmittedHeadings::default(),
            seen: HashSet::new(),
        };
        let opened = opened_alone(state, data);
        if let Some(opened) = &opened {
            deck.add_items(0, Contents::of(&Query::of(opened.clone()), data));
        } else if state.shown.view == View::Agenda {
            deck.add_agenda(&state.agenda);
        } else {
            deck.add_view(0, &state.shown.without_detail());
        }
        // What changed is told in full. What is open is open on the last slides too, so that their links lead to this deck.
        if opened.is_some() || state.shown.view != View::Changes {
            deck.add_left_out(opened.as_ref());
        }
        Self { slides: deck.slides }
    }
}

/// The open measure or risk, if it is presented on its own: the report has it, but the slides of the view or agenda do not.
pub fn opened_alone(state: &ViewState, data: &Dataset) -> Option<Detail> {
    let Query { view, detail, filter, .. } = &state.shown;
    let opened = detail.as_ref()?;
    let is_in_view = match opened {
        Detail::Measure(code) => {
            let row = data.find_measure(code)?.row;
            view.is_of_measures() && filter.select(data).rows.contains(&row)
        }
        Detail::Risk(reference) => {
            let outcome = data.find_risk(reference)?.outcome;
            *view == View::Risks && filter.keeps_outcome(&outcome.name)
        }
    };
    let is_on_agenda = || *view == View::Agenda && state.agenda.iter().any(|item| has_slide(item, opened, data));
    (!is_in_view && !is_on_agenda()).then(|| opened.clone())
}

/// Whether an agenda item has a slide for a measure or risk.
fn has_slide(item: &Query, opened: &Detail, data: &Dataset) -> bool {
    if item.detail.is_some() || is_summary_only(item) {
        return item.detail.as_ref() == Some(opened);
    }
    let contents = Contents::of(item, data);
    match opened {
        Detail::Measure(code) => contents.measures(data).iter().any(|measure| measure.code == *code),
        Detail::Risk(reference) => {
            !item.view.is_of_measures() && contents.risks.iter().any(|one| one.risk.reference == *reference)
        }
    }
}

struct DeckBuilder<'r> {
    data: &'r Dataset,
    beside: &'r QuartersBeside,
    slides: Vec<Slide>,
    /// The number of slides of each agenda item, and of each measure or risk in it.
    counts: HashMap<(usize, Option<Detail>), usize>,
    /// What has slides of its own.
    shown: Vec<Contents<'r>>,
    /// The headings of commentary on benchmarks.
    benchmarks: HashSet<&'r str>,
    omitted: OmittedHeadings<'r>,
    /// The measures that have slides. An agenda may have a measure several times; its omitted commentary counts once.
    seen: HashSet<MeasureIx>,
}

impl<'r> DeckBuilder<'r> {
    /// Adds the slides that belong together.
    fn add(&mut self, item: usize, opened: Option<&Detail>, contents: Vec<SlideContent>) {
        let pages = contents.len();
        let count = self.counts.entry((item, opened.cloned())).or_default();
        let before = *count;
        *count += pages;
        self.slides.extend(contents.into_iter().enumerate().map(|(at, content)| {
            let slide = SlideAt { item, number: before + at + 1 };
            Slide { at: SlidePlace { detail: opened.cloned(), slide }, content, page: at + 1, pages }
        }));
    }

    fn add_agenda(&mut self, items: &[Query]) {
        let data = self.data;
        let words: Vec<String> = items.iter().map(|item| describe::item(item, data)).collect();
        let mut starts = Vec::new();
        let lists = split_list(&words, |words| LIST.lines_of(length(words))).len();
        for (at, item) in items.iter().enumerate() {
            starts.push(lists + self.slides.len() + 1);
            if item.detail.is_some() {
                self.add_items(at + 1, Contents::of(item, data));
            } else if is_summary_only(item) {
                self.add_title(at + 1, &Contents::of(item, data));
            } else {
                self.add_view(at + 1, item);
            }
        }
        let lines: Vec<(String, usize)> = words.into_iter().zip(starts).collect();
        let lists = split_list(&lines, |(words, _)| LIST.lines_of(length(words)));
        let after = std::mem::take(&mut self.slides);
        self.add(0, None, lists.into_iter().map(SlideContent::Agenda).collect());
        self.slides.extend(after);
    }

    fn add_view(&mut self, item: usize, query: &Query) {
        if query.view == View::Changes {
            for slides in changed::slides(query, self.beside, self.data) {
                self.add(item, None, slides);
            }
            return;
        }
        let mut contents = Contents::of(query, self.data);
        self.add_title(item, &contents);
        match query.view {
            View::Risks => {
                let lists = split_list(&contents.risks, |one| LIST.lines_of(length(&one.risk.title)));
                let lists = lists.into_iter().filter(|list| !list.is_empty());
                let slides = lists.map(|list| SlideContent::Risks(list.iter().map(|one| one.ix).collect()));
                self.add(item, None, slides.collect());
            }
            View::Projects => {}
            _ => {
                // A view of measures has slides for its measures only.
                contents.risks.clear();
                contents.projects.clear();
            }
        }
        self.add_items(item, contents);
    }

    /// Adds slides for each measure, risk and project.
    fn add_items(&mut self, item: usize, contents: Contents<'r>) {
        for row in contents.rows() {
            if let Some(place) = self.data.measure(row) {
                let slides = self.measure_slides(&place);
                self.add(item, Some(&Detail::Measure(place.measure.code.clone())), slides);
            }
        }
        for one in &contents.risks {
            let risk = Detail::Risk(one.risk.reference.clone());
            self.add(item, Some(&risk), vec![SlideContent::Risk(one.ix)]);
        }
        for project in &contents.projects {
            self.add(item, None, self.project_slides(project));
        }
        self.shown.push(contents);
    }

    fn add_title(&mut self, item: usize, contents: &Contents<'r>) {
        let measures = contents.measures(self.data);
        let lines = match &contents.kept {
            Some(_) => summary::lines(&measures).into_iter().map(|line| line.words).collect(),
            None => vec![match counts(contents.risks.len(), contents.projects.len()) {
                counts if counts.is_empty() => "There are none.".to_string(),
                counts => format!("{}.", format::capital(&counts.join(", "))),
            }],
        };
        let kept = contents.kept.clone().filter(|kept| *kept != contents.title);
        let counts = contents.kept.is_some().then(|| Counts::of(measures.iter().copied()));
        let counts = counts.filter(|counts| counts.total > 0);
        self.add(item, None, vec![SlideContent::Title { title: contents.title.clone(), kept, counts, lines }]);
    }

    fn measure_slides(&mut self, place: &MeasureRef<'r>) -> Vec<SlideContent> {
        let MeasureRef { row, measure, .. } = *place;
        let chosen = chosen_commentary(self.data, place, &self.benchmarks);
        if self.seen.insert(row) {
            self.omitted.count(&chosen.left_out);
        }
        let has_chart = trend::is_over_time(measure);
        let mut room = if has_chart { BESIDE_CHART } else { BELOW_FACTS };
        if length(&measure.code) + length(&measure.name) > LONG_NAME {
            room.lines -= 1;
        }
        let pages = pages(&chosen.shown, room, FULL);
        pages.into_iter().map(|sections| SlideContent::Measure { row, has_chart, sections }).collect()
    }

    fn project_slides(&self, one: &ProjectRef<'_>) -> Vec<SlideContent> {
        let project = one.project;
        // Above the measures there is an introductory line, above the figures a caption and column heads.
        let measures = project.measures.iter().map(|code| {
            let name = self.data.find_measure(code).map_or(0, |place| length(&place.measure.name));
            FULL.lines_of(length(code) + name)
        });
        let figures = project.sub_measures.iter().map(|figure| 2 * FULL.lines_of(length(&figure.name)));
        let head = usize::from(!project.measures.is_empty()) + 3 * usize::from(!project.sub_measures.is_empty());
        let taken = measures.chain(figures).sum::<usize>() + head;
        let sections = project.commentary.iter();
        let sections = sections.map(|section| (section.heading.as_str(), section.blocks.iter().collect()));
        let first = Room { lines: FULL.lines.saturating_sub(taken), ..FULL };
        let pages = pages(&sections.collect::<Vec<_>>(), first, FULL);
        pages.into_iter().map(|sections| SlideContent::Project { project: one.ix, sections }).collect()
    }

    /// Adds the last slides, which say what is not in the deck; `opened` is open on them.
    fn add_left_out(&mut self, opened: Option<&Detail>) {
        let measures = left_out(&self.shown, self.data);
        let mut about: Vec<String> = self.omitted.in_words().into_iter().chain(self.others_left_out()).collect();
        // A presentation without measures, such as one of risks, does not list them all.
        let is_about_measures = self.shown.iter().any(|contents| !contents.rows().is_empty());
        let end = if is_about_measures { ':' } else { '.' };
        about.push(match measures.len() {
            0 => "Every measure of the report is in this presentation.".to_string(),
            1 => format!("1 measure of the report is not in this presentation{end}"),
            count => format!("{count} measures of the report are not in this presentation{end}"),
        });
        let measures = if is_about_measures { measures } else { Vec::new() };
        let taken: usize = about.iter().map(|line| FULL.lines_of(length(line))).sum();
        let lists = split_codes(&measures, FULL.lines.saturating_sub(taken + 1));
        let slides = lists.into_iter().map(|list| SlideContent::LeftOut {
            about: std::mem::take(&mut about),
            rows: list.into_iter().map(|place| place.row).collect(),
        });
        self.add(0, opened, slides.collect());
    }

    /// A sentence about risks and projects without a slide.
    fn others_left_out(&self) -> Option<String> {
        let risks: HashSet<RiskIx> = self.shown.iter().flat_map(|contents| &contents.risks).map(|one| one.ix).collect();
        let projects: HashSet<ProjectIx> =
            self.shown.iter().flat_map(|contents| &contents.projects).map(|one| one.ix).collect();
        let counts = counts(
            self.data.risks().filter(|one| !risks.contains(&one.ix)).count(),
            self.data.projects().filter(|one| !projects.contains(&one.ix)).count(),
        );
        (!counts.is_empty()).then(|| format!("Not in this presentation: {} of the report.", counts.join(" and ")))
    }
}

/// "3 strategic risks" and "1 project", without either if there are none.
fn counts(risks: usize, projects: usize) -> Vec<String> {
    let counts = [(risks, "strategic risk"), (projects, "project")].into_iter().filter(|(count, _)| *count > 0);
    counts.map(|(count, what)| format::count_of(count, what)).collect()
}

/// Splits a list of codes, one after the other, into slides, of which the first has room for `first` lines. There is at least one slide.
fn split_codes<'r>(all: &[MeasureRef<'r>], first: usize) -> Vec<Vec<MeasureRef<'r>>> {
    let mut done = Vec::new();
    let (mut list, mut left) = (Vec::new(), first * FULL.characters);
    for one in all {
        let takes = length(&one.measure.code) + AROUND_CODE;
        if takes > left {
            done.push(std::mem::take(&mut list));
            left = FULL.lines * FULL.characters;
        }
        left = left.saturating_sub(takes);
        list.push(*one);
    }
    done.push(list);
    done
}

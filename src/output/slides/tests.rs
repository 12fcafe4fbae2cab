use super::chosen_commentary::Omission;
use super::*;
use crate::compare::{Comparison, Kind};
use crate::explore::address;
use crate::explore::order::group_measures;
use crate::fixtures::{all_reports, data_of, everything, fairhaven, rating, report, shipped, shipped_data, state_of};
use crate::output::changes::{Beside, QuartersBeside};
use crate::report::{Block, Content, MeasureIx, MeasureRef, Report, Section, SectionRole, Status, Text};
use std::sync::Arc;

fn deck_of(report: &Report, query: &str) -> Deck {
    Deck::of(&state_of(query), &data_of(report.clone()), &QuartersBeside::default())
}

fn deck(query: &str) -> Deck {
    deck_of(shipped(), query)
}

fn at(query: &str) -> SlidePlace {
    SlidePlace::of(&state_of(query))
}

/// A short name for what a slide shows.
fn name(slide: &Slide) -> String {
    match &slide.content {
        SlideContent::Title { title, .. } => format!("title {title}"),
        SlideContent::Agenda(lines) => format!("agenda {}", lines.len()),
        SlideContent::Measure { .. } | SlideContent::Risk(_) => code(&slide.at).unwrap().to_string(),
        SlideContent::Risks(risks) => format!("risks {}", risks.len()),
        SlideContent::Project { project, .. } => shipped_data().project(*project).unwrap().project.name.clone(),
        SlideContent::Changes { heading, .. } => format!("changes {heading}"),
        SlideContent::LeftOut { .. } => "left out".to_string(),
    }
}

/// The names of the first slides that belong together.
fn names(deck: &Deck) -> Vec<String> {
    deck.slides.iter().filter(|slide| slide.page == 1).map(name).collect()
}

/// The rows that the deck names as left out.
fn rows_left_out(deck: &Deck) -> Vec<MeasureIx> {
    left_out(deck).into_iter().flat_map(|(_, rows)| rows).collect()
}

fn about(deck: &Deck) -> Vec<String> {
    left_out(deck).swap_remove(0).0
}

fn left_out(deck: &Deck) -> Vec<(Vec<String>, Vec<MeasureIx>)> {
    let left_out = deck.slides.iter().filter_map(|slide| match &slide.content {
        SlideContent::LeftOut { about, rows } => Some((about.clone(), rows.clone())),
        _ => None,
    });
    left_out.collect()
}

fn codes(wanted: impl Fn(&MeasureRef<'_>) -> bool) -> Vec<String> {
    shipped().places().filter(wanted).map(|place| place.measure.code.clone()).collect()
}

#[test]
fn a_selection_has_a_title_its_measures_in_order_and_what_is_left_out() {
    let red = deck("view=measures&status=red&outcome=resilient-families");
    let mut expected =
        codes(|place| place.measure.status() == Status::Red && place.outcome.name == "Resilient families");
    assert!(!expected.is_empty());
    let others = 32 - expected.len();
    expected.insert(0, "title Red measures, in Resilient families".into());
    expected.push("left out".into());
    assert_eq!(names(&red), expected);
    assert_eq!(rows_left_out(&red).len(), others);
    let about_red = about(&red);
    assert!(about_red[0].starts_with("Commentary not shown: Benchmarking for "), "{about_red:?}");
    assert_eq!(about_red[1], "Not in this presentation: 3 strategic risks and 3 projects of the report.");
    assert_eq!(about_red[2], format!("{others} measures of the report are not in this presentation:"));
    let by_code = names(&deck("view=measures&sort=-code"));
    let data = shipped_data();
    let Query { filter, sort, group, .. } = state_of("view=measures&sort=-code").shown;
    let listed = group_measures(data, &filter.select(data), sort, group);
    let codes = listed[0].rows.iter().map(|row| data.measure(*row).unwrap().measure.code.clone());
    assert_eq!(by_code[1..33], codes.collect::<Vec<_>>());
    assert_eq!(about(&deck(""))[2], "Every measure of the report is in this presentation.");
}

#[test]
fn the_title_slide_names_the_view_and_has_the_summary() {
    let overview = deck("view=overview&status=red").slides[0].content.clone();
    let SlideContent::Title { title, kept, counts, lines } = overview else { panic!() };
    assert_eq!(counts.map(|counts| (counts.total, counts.status(Status::Red))), Some((16, 16)));
    assert_eq!((title.as_str(), kept.as_deref()), ("Overview of red measures", Some("Red measures")));
    let red = codes(|place| place.measure.status() == Status::Red);
    assert_eq!(lines[0], format!("There are {} measures.", red.len()));
    // In words alone: a wall of codes says nothing in a meeting.
    assert_eq!(lines[1], "16 measures were significantly below target");
    let SlideContent::Title { counts: None, lines, .. } = deck("view=risks").slides[0].content.clone() else {
        panic!()
    };
    assert_eq!(lines, ["3 strategic risks."]);
}

#[test]
fn risks_and_projects_have_slides_of_their_own() {
    let all: Vec<String> = shipped().risks().map(|(_, risk)| risk.reference.clone()).collect();
    let mut expected = vec!["title Strategic risks".to_string(), "risks 3".to_string()];
    expected.extend(all);
    expected.push("left out".into());
    assert_eq!(names(&deck("view=risks")), expected);
    let projects = shipped().outcomes.iter().flat_map(|outcome| &outcome.projects);
    let mut expected = vec!["title Projects".to_string()];
    expected.extend(projects.map(|project| project.name.clone()));
    expected.push("left out".into());
    assert_eq!(names(&deck("view=projects")), expected);
    assert_eq!(about(&deck("view=projects"))[0], "Not in this presentation: 3 strategic risks of the report.");
}

const AGENDA: &str =
    "view=agenda&agenda=view%3Doverview,view%3Drisks,measure%3DPH14,view%3Dmeasures%26status%3Dred,risk%3DSR39";

#[test]
fn an_agenda_has_one_deck() {
    let agenda = deck(AGENDA);
    let mut expected: Vec<String> =
        ["agenda 5", "title Overview", "title Strategic risks", "risks 3"].map(String::from).to_vec();
    expected.extend(shipped().risks().map(|(_, risk)| risk.reference.clone()));
    expected.extend(["PH14".to_string(), "title Red measures".to_string()]);
    expected.extend(codes(|place| place.measure.status() == Status::Red));
    expected.extend(["SR39".to_string(), "left out".to_string()]);
    assert_eq!(names(&agenda), expected);
    // The list has the number of each item's first slide.
    let SlideContent::Agenda(lines) = &agenda.slides[0].content else { panic!() };
    for (item, (words, number)) in lines.iter().enumerate() {
        let slide = &agenda.slides[number - 1];
        assert_eq!((slide.at.slide.item, slide.page), (item + 1, 1), "{words}");
        assert_ne!(agenda.slides[number - 2].at.slide.item, item + 1, "{words}");
    }
    // The overview in an agenda names no measures, so only two items have slides of measures.
    let shown = codes(|place| place.measure.status() == Status::Red || place.measure.code == "PH14").len();
    assert_eq!(rows_left_out(&agenda).len(), 32 - shown);
    assert_eq!(names(&deck("view=agenda")), ["agenda 0", "left out"]);
}

#[test]
fn a_slide_is_found_at_its_place_or_as_near_as_possible() {
    let red = deck("view=measures&status=red");
    let position = |deck: &Deck, query: &str| deck.find(&at(query)).map(|at| name(&deck.slides[at]));
    let found = |query: &str| position(&red, query);
    assert_eq!(found(""), Some("title Red measures".into()));
    assert_eq!(found("slide=2"), Some("left out".into()));
    assert_eq!(found("measure=PH34"), Some("PH34".into()));
    assert_eq!(found("measure=PH14"), None, "it is amber");
    assert_eq!(found("item=3"), None, "there is no agenda");
    let last = red.slides.iter().rposition(|slide| name(slide) == "PH34");
    assert!(red.slides.iter().filter(|slide| name(slide) == "PH34").count() > 1, "its commentary is long");
    assert_eq!(red.find(&at("measure=PH34&slide=99")), last);
    let agenda = deck(AGENDA);
    // The agenda has the risk twice; without an item its first slide is found.
    assert_eq!(agenda.find(&at("risk=SR39")), agenda.slides.iter().position(|slide| name(slide) == "SR39"));
    assert_eq!(agenda.find(&at("risk=SR39&item=5")), agenda.slides.iter().rposition(|slide| name(slide) == "SR39"));
}

#[test]
fn a_measure_or_risk_that_is_not_in_the_view_is_presented_alone() {
    for (query, code) in [
        ("risk=SR39", "SR39"),
        ("view=measures&risk=SR39", "SR39"),
        ("view=risks&measure=PH14", "PH14"),
        ("view=projects&measure=PH14", "PH14"),
        ("view=measures&status=red&measure=PH14", "PH14"),
        ("view=agenda&agenda=view%3Drisks,view%3Doverview&measure=PH14", "PH14"),
        ("view=agenda&agenda=view%3Dmeasures,measure%3DPH14&risk=SR39", "SR39"),
    ] {
        let deck = deck(query);
        assert_eq!(deck.slides[0].at, at(query), "{query}");
        assert_eq!(names(&deck), [code, "left out"], "{query}");
        // A presentation of one risk does not list all the measures.
        assert_eq!(rows_left_out(&deck).len(), if code == "PH14" { 31 } else { 0 }, "{query}");
        for (position, slide) in deck.slides.iter().enumerate() {
            let state = slide.at.within(&state_of(query));
            let again = Deck::of(&state, shipped_data(), &QuartersBeside::default());
            assert_eq!(again.find(&slide.at), Some(position), "{query}");
        }
    }
    // One that is in the view is presented among the others; one that the report does not have changes nothing.
    assert_eq!(deck("view=measures&status=red&measure=PH34"), deck("view=measures&status=red"));
    assert_eq!(deck("view=risks&risk=SR39"), deck("view=risks"));
    assert_eq!(deck("view=measures&measure=nothing"), deck("view=measures"));
    assert_eq!(deck(&format!("{AGENDA}&measure=PH23")), deck(AGENDA));
}

#[test]
fn what_is_left_out_is_named_by_code_on_few_slides() {
    assert_eq!(left_out(&deck("view=agenda&agenda=measure%3DPH14")).len(), 1);
    let measures = (0..1_000).map(|number| {
        let mut measure = shipped().measure("PH14").map(|place| place.measure.clone()).unwrap();
        measure.code = format!("CODE{number}");
        measure
    });
    let report = report(measures.collect());
    let slides = left_out(&deck_of(&report, "view=agenda&agenda=measure%3DCODE0"));
    assert_eq!(slides.iter().map(|(_, rows)| rows.len()).sum::<usize>(), 999);
    // 19 lines of 76 characters hold at least 120 codes with their shapes.
    assert!(slides.len() <= 9, "{}", slides.len());
}

#[test]
fn a_jump_takes_a_number_a_code_or_the_beginning_of_one() {
    let all = deck("view=measures");
    let jump = |asked: &str| all.jump(asked).map(|at| (name(&all.slides[at]), all.slides[at].page));
    let to = |code: &str| Some((code.to_string(), 1));
    assert_eq!(all.jump("1"), Some(0));
    assert_eq!(all.jump(&all.slides.len().to_string()), Some(all.slides.len() - 1));
    for (asked, code) in [
        ("ASCOF 1C(2i)", "ASCOF 1C(2i)"),
        ("ascof1c(2i)", "ASCOF 1C(2i)"),
        (" ph8 ", "PH8"),
        ("csc0004", "CSC0004"),
        ("ph34", "PH34"),
    ] {
        assert_eq!(jump(asked), to(code), "{asked}");
    }
    // A code takes precedence over the number of a slide.
    let mut renamed = shipped().clone();
    renamed.outcomes[0].programmes[0].measures[2].code = "7".into();
    let all_of_them = deck_of(&renamed, "view=measures");
    let found = all_of_them.jump("7").unwrap();
    assert_eq!(name(&all_of_them.slides[found]), "7");
    assert_ne!(found, 6);
    // The beginning of several codes finds none of them.
    for asked in ["PH", "", "nothing", "0", "99999", "csc", "ascof"] {
        assert_eq!(jump(asked), None, "{asked}");
    }
    assert_eq!(jump("ph2"), to("PH23"));
}

#[test]
fn every_slide_has_a_place_of_its_own() {
    let agenda = "view=agenda&agenda=view%3Doverview,view%3Drisks,view%3Drisks,view%3Dprojects,view%3Dmeasures,view%3Dmeasures%26group%3Dstatus";
    for report in &all_reports() {
        for query in
            ["", "view=measures", "view=measures&status=red", "view=risks", "view=projects", "view=checks", agenda]
        {
            let deck = deck_of(report, query);
            for (position, slide) in deck.slides.iter().enumerate() {
                assert_eq!(deck.find(&slide.at), Some(position), "{query}: {slide:#?}");
                let state = slide.at.within(&state_of(query));
                let again = state_of(&address::encode(&state));
                assert_eq!(SlidePlace::of(&again), slide.at, "{query}");
                assert!((1..=slide.pages).contains(&slide.page));
            }
            let is_first = |slide: &&Slide| matches!(slide.content, SlideContent::Measure { .. }) && slide.page == 1;
            let measures = deck.slides.iter().filter(is_first);
            let left_out = rows_left_out(&deck).len();
            if matches!(query, "view=risks" | "view=projects") {
                assert_eq!((measures.count(), left_out), (0, 0), "{query}");
            } else if query != agenda {
                assert_eq!(measures.count() + left_out, report.places().count(), "{query}");
            }
        }
    }
}

#[test]
fn which_commentary_is_shown() {
    let mut measure = everything().measure("M2").map(|place| place.measure.clone()).unwrap();
    let block = Block { also: Vec::new(), content: Content::Paragraph(Text::Plain("x".into())) };
    let section = |(heading, role): (&str, _)| Section { heading: heading.into(), role, blocks: vec![block.clone()] };
    measure.code = "NEW".into();
    measure.commentary =
        [("Neighbours", Some(SectionRole::Benchmarks)), ("Comments", None), ("Actions", None)].map(section).to_vec();
    let shown = |status: &str, short: &str, long: &str| {
        let mut measure = measure.clone();
        (measure.status, measure.short_trend, measure.long_trend) = (rating(status), rating(short), rating(long));
        let data = data_of(report(vec![measure]));
        let benchmarks = chosen_commentary::benchmark_headings(&data);
        let chosen = chosen_commentary::chosen_commentary(&data, &data.measures().next().unwrap(), &benchmarks);
        let headings: Vec<&str> = chosen.shown.iter().map(|(heading, _)| *heading).collect();
        let left_out: Vec<&str> = chosen.left_out.iter().map(|(heading, _)| *heading).collect();
        (headings.join(" "), left_out.join(" "))
    };
    for (status, short, long, expected, left_out) in [
        ("green", "improving", "static", "Comments", "Neighbours Actions"),
        ("green", "none", "none", "Comments", "Neighbours Actions"),
        ("green", "deteriorating", "static", "Comments Actions", "Neighbours"),
        ("green", "improving", "deteriorating", "Comments Actions", "Neighbours"),
        ("amber", "improving", "improving", "Comments Actions", "Neighbours"),
        ("red", "improving", "none", "Comments Actions", "Neighbours"),
        ("none", "none", "none", "Comments Actions", "Neighbours"),
    ] {
        assert_eq!(shown(status, short, long), (expected.to_string(), left_out.to_string()), "{status} {short} {long}");
    }
    let mut omitted = chosen_commentary::OmittedHeadings::default();
    assert_eq!(omitted.in_words(), None);
    let benchmarks = ("Benchmarking", Omission::Benchmarks);
    omitted.count(&[benchmarks, ("Actions", Omission::NoAction)]);
    omitted.count(&[benchmarks]);
    let words = "Commentary not shown: Benchmarking for 2 measures; Actions for 1 measure that needs no action.";
    assert_eq!(omitted.in_words().as_deref(), Some(words));
}

/// The deck of a query of the made-up council's third quarter, beside the one before it.
fn deck_beside(query: &str) -> Deck {
    let (state, data) = (state_of(query), fairhaven("2023-24-q3"));
    let queries = state.agenda.iter().chain([&state.shown]);
    let beside = QuartersBeside::of(queries, |from| match from {
        None => Beside::Compared(Arc::new(Comparison::new(data.clone(), fairhaven("2023-24-q2")))),
        Some("later") => Beside::Waiting,
        Some(id) => Beside::None(format!("This site has no quarter “{id}” to compare with.")),
    });
    Deck::of(&state, &data, &beside)
}

#[test]
fn what_changed_has_a_title_counts_and_its_lists() {
    let deck = deck_beside("view=changes");
    let expected = [
        "title What changed from Quarter 2 2023/24 to Quarter 3 2023/24",
        "changes Counts",
        "changes Performance moved",
        "changes The yardstick moved",
        "changes The past was rewritten",
        "changes Risks (3)",
        "changes Corrections in the report for Quarter 3 2023/24",
    ];
    assert_eq!(names(&deck), expected);
    let SlideContent::Title { lines, counts: None, kept: None, .. } = &deck.slides[0].content else { panic!() };
    assert!(lines[0].starts_with("Red 6, now 8"), "{lines:?}");
    // Nothing is lost where a list needs several slides.
    let rows = |deck: &Deck, of: &str| -> usize {
        let rows = deck.slides.iter().filter_map(|slide| match &slide.content {
            SlideContent::Changes { heading, rows, .. } if heading == of => Some(rows.len()),
            _ => None,
        });
        rows.sum()
    };
    let compared = Comparison::new(fairhaven("2023-24-q3"), fairhaven("2023-24-q2"));
    let moved = compared.measures.iter().filter(|one| one.has(Kind::Performance)).count();
    assert_eq!(rows(&deck, "Performance moved"), moved);
    assert!(deck.slides.iter().any(|slide| slide.pages > 1));
    for (position, slide) in deck.slides.iter().enumerate() {
        assert_eq!(deck.find(&slide.at), Some(position));
    }
    let red = deck_beside("view=changes&status=red");
    assert!(rows(&red, "Performance moved") < moved);
    let SlideContent::Title { kept: Some(kept), .. } = &red.slides[0].content else { panic!() };
    assert_eq!(kept, "Red measures");
}

#[test]
fn what_changed_is_an_item_of_an_agenda() {
    let deck = deck_beside("view=agenda&agenda=view%3Dchanges%26status%3Dred,measure%3DHN01");
    let names = names(&deck);
    assert_eq!(names[..2], ["agenda 2", "title What changed from Quarter 2 2023/24 to Quarter 3 2023/24"]);
    assert_eq!(names[names.len() - 2..], ["HN01", "left out"]);
    let SlideContent::Agenda(lines) = &deck.slides[0].content else { panic!() };
    assert_eq!(lines[0], ("Changes to red measures".to_string(), 2));
}

#[test]
fn without_the_other_quarter_the_slides_say_so() {
    let lines = |query: &str| {
        let deck = deck_beside(query);
        let SlideContent::Title { title, lines, .. } = &deck.slides[0].content else { panic!() };
        (deck.slides.len(), title.clone(), lines.clone())
    };
    let gone = vec!["This site has no quarter “2022-23-q4” to compare with.".to_string()];
    assert_eq!(
        lines("view=changes&from=2022-23-q4"),
        (1, "Changes, compared with Quarter 4 2022/23".to_string(), gone)
    );
    let waiting = vec!["The other quarter is loading.".to_string()];
    assert_eq!(lines("view=changes&from=later"), (1, "Changes, compared with “later”".to_string(), waiting));
    // A measure that is open over what changed is presented alone.
    assert_eq!(names(&deck_beside("view=changes&measure=HN01")), ["HN01", "left out"]);
}

//! Files are named by what is in them, and what comes from a reader's own file says so.

use super::*;

#[test]
fn downloads_of_a_local_file_say_that_it_is_not_published() {
    let of = dataset(shipped().report().clone(), Source::Local { file: "mine.json".into() });
    let source = "Local file, not published: mine.json (Medway Council, People, Quarter 3 2023/24)";
    let set = DownloadSet::of(&ViewState::default(), &of, ADDRESS);
    for row in rows(&measures_csv(&set)) {
        assert_eq!((row["source"].as_str(), row["link"].as_str(), row["view_link"].as_str()), (source, "", ""));
    }
    let document = selection_document(&set);
    assert!(document.plain_text().contains(source) && !document.html().contains("href"));
    let name = file_name(&set, None, "csv");
    assert_eq!(name, "local-file-not-published-medway-council-2023-24-q3-overview.csv");
}

#[test]
fn files_are_named_by_council_quarter_and_selection() {
    let red = "view=measures&status=red&long=deteriorating";
    for (query, part, ending, expected) in [
        ("", Some("measures"), "csv", "overview-measures"),
        ("", Some("risks"), "csv", "overview-risks"),
        ("view=risks", Some("risks"), "csv", "strategic-risks"),
        ("view=measures&q=figures", Some("measures"), "csv", "all-measures-matching-figures"),
        ("view=measures&q=figures", Some("figures"), "csv", "all-measures-matching-figures-figures"),
        (red, Some("measures"), "csv", "red-measures-that-are-deteriorating-long-term"),
        ("measure=ASCOF%201C(2i)", None, "svg", "ascof-1c-2i-percentage-of-clients-receiving-a-direct-payment"),
        ("view=measures&q=%3C%3A%22%2F%5C%7C%3F*", None, "json", "all-measures-matching"),
    ] {
        let expected = format!("medway-council-2023-24-q3-{expected}.{ending}");
        assert_eq!(file_name(&set(shipped(), query), part, ending), expected);
    }
}

proptest! {
    #[test]
    fn file_names_are_accepted_by_every_system(council in "\\PC{1,60}", search in "\\PC{0,300}") {
        let mut report = shipped().report().clone();
        report.council.name = council;
        let data = dataset(report, Source::Local { file: "x".into() });
        let mut state = ViewState::of(Query::of_view(View::Measures));
        state.shown.filter.search = search;
        let set = DownloadSet::of(&state, &data, ADDRESS);
        let name = file_name(&set, Some("measures"), "csv");
        prop_assert!(name.chars().count() <= 160 && name.len() <= 240, "{name}");
        let (stem, ending) = name.split_once('.').unwrap();
        prop_assert_eq!(ending, "csv");
        prop_assert!(stem.chars().all(|one| one.is_alphanumeric() || one == '-' || !one.is_ascii()), "{}", stem);
        prop_assert!(!stem.starts_with('-') && !stem.ends_with('-'), "{}", stem);
    }
}

#[test]
fn a_selection_from_a_local_file_says_so_in_its_note() {
    let own = dataset(shipped().report().clone(), Source::Local { file: "mine.json".into() });
    for query in ["", "view=measures&status=red"] {
        for (data, expected) in [(shipped(), false), (&own, true)] {
            let text = selection_json(&set(data, query)).unwrap();
            let note = import::report(text.as_bytes()).unwrap().publication.commentary_note;
            assert_eq!(note.contains("local file that is not published"), expected, "{query}: {note}");
        }
    }
}

//! What a search stands for as a whole.

use super::{codes, same_in_glossary};
use crate::explore::filter::Filter;
use crate::fixtures::{data_of, measure, report, shipped_data};
use crate::report::{Dataset, GlossaryEntry};

fn found(search: &str, data: &Dataset) -> Vec<String> {
    let matches = Filter { search: search.into(), ..Filter::default() }.select(data);
    matches.rows.iter().map(|row| data.measure(*row).unwrap().measure.code.clone()).collect()
}

fn with_codes(codes: &[&str]) -> Dataset {
    let measures = codes.iter().map(|code| {
        let mut one = measure("maximise", "10", "8");
        (one.code, one.name) = (code.to_string(), "A 10 year plan".into());
        one
    });
    data_of(report(measures.collect()))
}

#[test]
fn a_code_is_found_however_it_is_spaced() {
    let data = shipped_data();
    for (search, expected) in [
        ("N 23", &["N23"][..]),
        ("n-23", &["N23"]),
        ("ASCOF1C", &["ASCOF 1C(2i)"]),
        ("ascof 1c 2i", &["ASCOF 1C(2i)"]),
        ("ascof2a", &["ASCOF 2A(1)", "ASCOF 2A(2)"]),
        ("ASCOF 2A(2)", &["ASCOF 2A(2)"]),
        ("edu3b", &["EDU3(b)"]),
        ("SE KS2", &["SE KS2", "SE KS2Mnt"]),
        ("se2oepr", &["SE2 OEPr"]),
        ("caseiks4ofsted", &["CASEIKS4 Ofsted"]),
    ] {
        assert_eq!(found(search, data), expected, "{search}");
    }
    // As it was: part of a code, as the report writes it, wherever it stands.
    assert!(found("ph1", data).len() >= 4 && found("ofsted", data).len() == 2);
    // In other texts a code is one only as the report writes it.
    let data = with_codes(&["A10", "B20"]);
    assert_eq!(found("a 10", &data), ["A10"], "not the plan for 10 years");
    assert_eq!(found("a 10 year", &data), ["A10", "B20"]);
    assert_eq!(found("20", &data), ["B20"]);
    let many: Vec<String> = (10..40).map(|number| format!("A{number}")).collect();
    let data = with_codes(&many.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(codes("a 1", &data).len() == 10 && codes("a", &data).is_empty());
    assert_eq!(found("a 3", &data).len(), 10);
}

#[test]
fn what_the_glossary_calls_the_same_is_found() {
    let glossary = |entries: &[(&str, &str)]| -> Vec<GlossaryEntry> {
        entries
            .iter()
            .map(|(term, meaning)| GlossaryEntry { term: (*term).into(), meaning: (*meaning).into() })
            .collect()
    };
    let entries = glossary(&[
        ("CiC", "Children in Care: children whom the council looks after, also called looked after children."),
        ("LAC", "Looked After Children: children whom a council looks after, also called children in care."),
        ("MEGAN CIC", "A community interest company."),
        ("EHCP", "Education, Health and Care plan: a legal document."),
        ("SEND", "Special educational needs and disabilities."),
        ("PA", "Persistent absence in schools; personal assistant, someone paid to help."),
        ("session", "Half a school day."),
    ]);
    const CARE: &[&str] = &["cic", "children in care", "looked after children", "lac"];
    for (search, expected) in [
        ("CiC", CARE),
        ("children  in care", CARE),
        ("looked after", CARE),
        ("LAC", &["lac", "looked after children", "children in care", "cic"]),
        ("ehcp", &["ehcp", "education, health and care plan"]),
        ("special educational needs", &["send", "special educational needs and disabilities"]),
        // One word alone is no beginning of a name, and a name is not part of a longer search.
        ("children", &[]),
        ("looked", &[]),
        ("CiC rate", &[]),
        ("\"CiC\"", &[]),
        // No abbreviation of what is said of it.
        ("PA", &[]),
        ("session", &[]),
        ("megan cic", &[]),
        ("", &[]),
    ] {
        let names: Vec<String> = same_in_glossary(search, &entries).into_iter().map(|name| name.text).collect();
        assert_eq!(names, expected, "{search:?}");
    }
    let same = same_in_glossary("looked after children", &entries);
    let is_in = |text: &str| same.iter().any(|name| name.places(text).next().is_some());
    for (text, expected) in [
        ("the number of cic per 10,000", true),
        ("cic", true),
        ("megan cic", false),
        ("megan cic and cic", true),
        ("cics", false),
        ("black", false),
        ("a child in care", false),
        ("all children in care.", true),
    ] {
        assert_eq!(is_in(text), expected, "{text:?}");
    }
    for search in ["CiC", "looked after", "children in care", "Looked After Children"] {
        assert!(found(search, shipped_data()).contains(&"CSC0004".to_string()), "{search}");
    }
}

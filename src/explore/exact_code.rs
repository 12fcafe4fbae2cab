//! Knows: which measure or risk a reader asks for by its code.
//! Must not know: where one asks, or what is shown then.

use super::search::bare;
use super::view_state::Detail;
use crate::encode::fold::fold;
use crate::report::Dataset;

/// The measure or risk whose code a text is, whatever its capitals, spaces and signs; none if several have it.
pub fn with_code(text: &str, data: &Dataset) -> Option<Detail> {
    let (asked, folded) = (bare(text), fold(text.trim()));
    let only = |codes: &mut dyn Iterator<Item = &String>| {
        let mut found: Vec<&String> = codes.filter(|code| !asked.is_empty() && bare(code) == asked).collect();
        if found.len() > 1 {
            found.retain(|code| fold(code) == folded);
        }
        found.pop().filter(|_| found.is_empty()).cloned()
    };
    let measure = only(&mut data.measures().map(|place| &place.measure.code));
    measure.map(Detail::Measure).or_else(|| only(&mut data.risks().map(|one| &one.risk.reference)).map(Detail::Risk))
}

#[cfg(test)]
mod tests {
    use super::with_code;
    use crate::explore::view_state::Detail;
    use crate::fixtures::{data_of, measure, report, shipped_data};
    use crate::report::Dataset;

    fn with_codes(codes: &[&str]) -> Dataset {
        let measures = codes.iter().map(|code| {
            let mut one = measure("maximise", "10", "8");
            one.code = code.to_string();
            one
        });
        data_of(report(measures.collect()))
    }

    #[test]
    fn a_whole_code_leads_to_its_measure_or_risk() {
        let data = shipped_data();
        let measure = |code: &str| Some(Detail::Measure(code.into()));
        for (search, expected) in [
            ("N23", measure("N23")),
            (" n 23 ", measure("N23")),
            ("ascof1c2i", measure("ASCOF 1C(2i)")),
            ("ascof1c", None),
            ("PH1", None),
            ("sr 39", Some(Detail::Risk("SR39".into()))),
            ("ofsted", None),
            ("", None),
            ("()", None),
        ] {
            assert_eq!(with_code(search, data), expected, "{search:?}");
        }
        // Codes that differ in nothing but signs: as it is written, or not at all.
        let data = with_codes(&["A 1", "A1"]);
        for (search, expected) in [("a1", measure("A1")), ("A 1", measure("A 1")), ("a-1", None)] {
            assert_eq!(with_code(search, &data), expected, "{search:?}");
        }
        assert_eq!(with_code("a1", &with_codes(&["A1", "A1"])), None, "two with one code");
    }
}

//! Knows: what a person has written about a report, as it is written, and what form that makes.
//! Must not know: how it is asked for.

use super::form::{Form, RuleStyle};
use super::periods::{self, FoundPeriod};
use crate::report::keyword::keyword_enum;
use crate::report::{Council, Decimal, Keyword, Level, Period, Priority, Publication, Report, RiskMatrix, RuleSet};

keyword_enum! {
    /// Something that is asked for once about a report.
    Field, "a question about the report" {
        /// The council's name.
        Council = "council" => "Council",
        /// Its ONS code.
        OnsCode = "ons_code" => "ONS code of the council",
        /// The priority, or what else the report is about.
        Priority = "priority" => "What the report covers",
        /// The period.
        Period = "period" => "Period",
        /// The document.
        Document = "document" => "Title of the report",
        /// The day of publication.
        Published = "published" => "Published on",
        /// The licence.
        Licence = "licence" => "Licence of the figures",
        /// The tolerance.
        Tolerance = "tolerance" => "How far a measure may miss its target and still be amber",
        /// The outcome where the sheet names none.
        Outcome = "outcome" => "Outcome of measures that name none",
        /// The programme where the sheet names none.
        Programme = "programme" => "Programme or service of measures that name none",
    }
}

impl Field {
    /// What to write, by example or with its unit; empty where the label says enough.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Council => "Exampleshire District Council",
            Self::OnsCode => "nine letters and digits, such as E07000999",
            Self::Priority => "People, or Council plan",
            Self::Period => "Quarter 2 2024/25",
            Self::Document => "Performance report, Quarter 2 2024/25",
            Self::Published => "2024-11-12; may be left blank",
            Self::Licence => "Open Government Licence v3.0",
            Self::Tolerance => "5",
            Self::Outcome => "Council plan",
            Self::Programme => "may be left blank: then the outcome’s name",
        }
    }
}

/// What a person has written.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    texts: Vec<(Field, String)>,
    /// How statuses are worked out; none for the rules of the last export.
    pub style: Option<RuleStyle>,
    last: Option<Box<Form>>,
}

/// What is wrong with an answer, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Which one.
    pub field: Field,
    /// What is expected; empty for any text.
    pub expected: &'static str,
}

impl Answers {
    /// Nothing but what the workbook and the last export tell.
    pub fn start(period: Option<FoundPeriod>, last: Option<&Report>) -> Self {
        let found = match period {
            Some(FoundPeriod::Whole(period)) => Some(period),
            _ => None,
        };
        let mut answers = Self { texts: Vec::new(), style: Some(RuleStyle::Share), last: None };
        if let Some(period) = found {
            answers.set(Field::Period, period.to_string());
        }
        answers.set(Field::Tolerance, "5".to_string());
        if let Some(last) = last {
            answers.take_from(last, found);
        }
        answers
    }

    /// Takes over what the last export says, but for its period and what belongs to its document alone.
    pub fn take_from(&mut self, last: &Report, period: Option<Period>) {
        let form = Form::like(last, period.unwrap_or(last.period));
        for (field, text) in [
            (Field::Council, &form.council.name),
            (Field::OnsCode, &form.council.ons_code),
            (Field::Priority, &form.priority.name),
            (Field::Licence, &form.publication.licence),
            (Field::Outcome, &form.outcome),
            (Field::Programme, &form.programme),
        ] {
            self.set(field, text.clone());
        }
        self.style = None;
        self.last = Some(Box::new(form));
    }

    /// Whether there are rules of a last export to follow.
    pub fn has_last(&self) -> bool {
        self.last.is_some()
    }

    /// What is written for a field.
    pub fn text(&self, field: Field) -> &str {
        self.texts.iter().find(|(known, _)| *known == field).map_or("", |(_, text)| text)
    }

    /// Writes a field.
    pub fn set(&mut self, field: Field, text: String) {
        match self.texts.iter_mut().find(|(known, _)| *known == field) {
            Some((_, known)) => *known = text,
            None => self.texts.push((field, text)),
        }
    }

    /// The period, if it is one.
    pub fn period(&self) -> Option<Period> {
        match periods::parse(self.text(Field::Period)) {
            Some(FoundPeriod::Whole(period)) => Some(period),
            _ => None,
        }
    }

    /// Everything that is still to be written, or cannot be read, in the order of the form.
    pub fn missing(&self) -> Vec<Missing> {
        let is_blank = |field: Field| self.text(field).trim().is_empty();
        let expected = |field: Field| match field {
            Field::OnsCode if !is_ons_code(self.text(field).trim()) => {
                Some("nine letters and digits, such as E07000999")
            }
            Field::Period if self.period().is_none() => Some("a period such as Quarter 2 2024/25"),
            Field::Published if !is_blank(field) && self.published().is_none() => Some("a day such as 2024-11-12"),
            Field::Tolerance if self.style.is_some() && self.tolerance().is_none() => Some("a number such as 5"),
            Field::Council | Field::Priority | Field::Document | Field::Licence | Field::Outcome if is_blank(field) => {
                Some("")
            }
            _ => None,
        };
        Field::ALL.iter().filter_map(|field| Some(Missing { field: *field, expected: expected(*field)? })).collect()
    }

    fn published(&self) -> Option<Period> {
        Period::parse(self.text(Field::Published).trim()).filter(|date| matches!(date, Period::Day { .. }))
    }

    fn tolerance(&self) -> Option<Decimal> {
        let text = self.text(Field::Tolerance).trim();
        Decimal::parse(text.strip_suffix('%').unwrap_or(text).trim_end())
            .filter(|tolerance| tolerance.cmp_value(Decimal::ZERO).is_ge())
    }

    /// The form that this makes. What is missing is blank, and the reader of exports says so.
    pub fn form(&self) -> Form {
        let text = |field: Field| self.text(field).trim().to_string();
        let period = self.period().unwrap_or(Period::Quarter { year: 0, quarter: 1 });
        let last = self.last.as_deref();
        let rules = match (self.style, last) {
            (None, Some(last)) => last.rules.clone(),
            (style, _) => self.rules(style.unwrap_or(RuleStyle::Share)),
        };
        Form {
            id: period.word(),
            council: Council {
                name: text(Field::Council),
                ons_code: text(Field::OnsCode),
                website: last.and_then(|last| last.council.website.clone()),
            },
            priority: Priority {
                name: text(Field::Priority),
                aim: last
                    .filter(|last| last.priority.name == text(Field::Priority))
                    .and_then(|last| last.priority.aim.clone()),
            },
            period,
            publication: Publication {
                title: text(Field::Document),
                link: None,
                date: self.published(),
                licence: text(Field::Licence),
                commentary_note: "Commentary as in the council’s own sheet.".to_string(),
            },
            rules,
            risk_matrix: last.map_or_else(scales, |last| last.risk_matrix.clone()),
            glossary: last.map_or_else(Vec::new, |last| last.glossary.clone()),
            outcome: text(Field::Outcome),
            programme: text(Field::Programme),
        }
    }

    /// The rules of a style: its tolerance is written in per cent of the target, or in points.
    fn rules(&self, style: RuleStyle) -> RuleSet {
        let tolerance = self.tolerance().unwrap_or(Decimal::ZERO);
        let share = || {
            let written = tolerance.to_string();
            Decimal::parse(&hundredth(&written)).unwrap_or(Decimal::ZERO)
        };
        style.rules(if style == RuleStyle::Points { tolerance } else { share() })
    }
}

/// A hundredth of a number that is not negative, digit by digit: `5` is `0.05`, `12.5` is `0.125`.
fn hundredth(written: &str) -> String {
    let (whole, part) = written.split_once('.').unwrap_or((written, ""));
    let digits = format!("00{whole}");
    let (whole, moved) = digits.split_at_checked(digits.len().saturating_sub(2)).unwrap_or(("0", "00"));
    let whole = whole.trim_start_matches('0');
    format!("{}.{moved}{part}", if whole.is_empty() { "0" } else { whole })
}

fn is_ons_code(text: &str) -> bool {
    text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The scales of a report without risks: an export must have some.
fn scales() -> RiskMatrix {
    let level = |code: &str, label: &str, rank: u32| Level { code: code.into(), label: Some(label.into()), rank };
    RiskMatrix {
        likelihood: vec![level("A", "likely", 2), level("B", "unlikely", 1)],
        impact: vec![level("I", "major", 2), level("II", "minor", 1)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::shipped;

    #[test]
    fn a_tolerance_in_per_cent_is_a_hundredth_of_itself() {
        for (written, expected) in [("5", "0.05"), ("12.5", "0.125"), ("0", "0.00"), ("100", "1.00"), ("0.5", "0.005")]
        {
            assert_eq!(hundredth(written), expected, "{written}");
        }
    }

    #[test]
    fn what_is_missing_is_said_in_the_order_of_the_form() {
        let mut answers = Answers::start(None, None);
        let missing = |answers: &Answers| answers.missing().iter().map(|one| one.field.word()).collect::<Vec<_>>();
        assert_eq!(missing(&answers), ["council", "ons_code", "priority", "period", "document", "licence", "outcome"]);
        for (field, text) in [
            (Field::Council, "Exampleshire"),
            (Field::OnsCode, "E0700099"),
            (Field::Priority, "Place"),
            (Field::Period, "Q2 24/25"),
            (Field::Document, "Report"),
            (Field::Published, "last week"),
            (Field::Licence, "OGL"),
            (Field::Outcome, "Place"),
            (Field::Tolerance, "-1"),
        ] {
            answers.set(field, text.to_string());
        }
        assert_eq!(missing(&answers), ["ons_code", "published", "tolerance"]);
        for (field, text) in
            [(Field::OnsCode, "E07000999"), (Field::Published, "2024-11-12"), (Field::Tolerance, "2.5 %")]
        {
            answers.set(field, text.to_string());
        }
        assert_eq!(missing(&answers), Vec::<&str>::new());
        let form = answers.form();
        assert_eq!((form.id.as_str(), form.rules.tolerance.to_string()), ("2024-25-q2", "0.025".to_string()));
        answers.style = Some(RuleStyle::Points);
        assert_eq!(answers.form().rules.tolerance.to_string(), "2.5");
    }

    #[test]
    fn the_last_export_answers_what_stays() {
        let last = shipped();
        let answers = Answers::start(None, Some(last));
        assert_eq!(answers.text(Field::Council), "Medway Council");
        assert_eq!(answers.missing().iter().map(|one| one.field.word()).collect::<Vec<_>>(), ["period", "document"]);
        let form = answers.form();
        assert_eq!((form.rules, form.glossary), (last.rules.clone(), last.glossary.clone()));
    }
}

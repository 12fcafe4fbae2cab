//! Knows: what stands in a measure now, as a person corrects it.
//! Must not know: where it came from.

use super::measure_draft::MeasureDraft;
use super::unit;
use crate::convert::mapping::Attribute;
use crate::report::Keyword;
use crate::wording::format;

impl MeasureDraft {
    /// What it is now, as words that can be said of it in return; empty if it is not published.
    pub fn shown(&self, about: Attribute) -> String {
        let measure = &self.measure;
        match about {
            Attribute::Aim => measure.aim.word().into(),
            Attribute::Unit => unit::write(&measure.unit),
            Attribute::Frequency => measure.frequency.word().into(),
            Attribute::Basis => measure.basis.word().into(),
            Attribute::Period => measure.reporting_period.to_string(),
            Attribute::Code => measure.code.clone(),
            Attribute::Programme => self.programme.clone(),
            Attribute::Outcome => self.outcome.clone(),
            Attribute::Target => {
                measure.target.as_ref().map_or(String::new(), |target| format::target(target, &measure.unit))
            }
            Attribute::Value => format::value(&measure.value, &measure.unit),
            Attribute::Status => measure.status.map_or("", Keyword::word).into(),
            Attribute::ShortTrend => measure.short_trend.map_or("", Keyword::word).into(),
            Attribute::LongTrend => measure.long_trend.map_or("", Keyword::word).into(),
            Attribute::Comments | Attribute::Actions => {
                self.texts.iter().find(|(of, _)| *of == about).map_or(String::new(), |(_, text)| text.clone())
            }
        }
    }
}

//! Knows: how a spreadsheet shows a number, a date or a text in a number format such as `#,##0.0%;[Red](0)`.
//! Must not know: files.
//!
//! What Excel shows in British English is the measure: digits as it rounds them, dates as it writes them. Space that only lines
//! figures up in their column is left out.

pub mod date;
pub mod digits;
mod general;
mod lexeme;
mod places;

use date::{Calendar, Moment};
use digits::Digits;
use general::general;
use lexeme::{Condition, Lexeme, lexemes, sections};

/// The longest format that is followed: Excel's own limit is 255 characters.
const MOST_CHARACTERS: usize = 1_000;

/// A number format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberFormat {
    sections: Vec<Section>,
}

/// One of the parts that semicolons divide it into.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Section {
    condition: Option<Condition>,
    lexemes: Vec<Lexeme>,
}

/// A number as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Display {
    /// The text.
    pub text: String,
    /// The day as `2023-12-31`, if the format shows a day.
    pub day: Option<String>,
}

impl NumberFormat {
    /// The format that a code stands for.
    pub fn new(code: &str) -> Self {
        // The long date and the time of the system that a workbook is opened on.
        let code = match code.to_ascii_uppercase() {
            upper if upper.starts_with("[$-F800]") => "dd mmmm yyyy",
            upper if upper.starts_with("[$-F400]") => "hh:mm:ss",
            _ => code,
        };
        let code: String = code.chars().take(MOST_CHARACTERS).collect();
        let section = |code: &String| {
            let (lexemes, condition) = lexemes(code);
            Section { condition, lexemes }
        };
        Self { sections: sections(&code).iter().map(section).collect() }
    }

    /// The code of one of the numbers that stand for a format without a code in the file, as Excel in British English has it.
    pub fn numbered(number: usize) -> Option<&'static str> {
        Some(match number {
            0 => "General",
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            5 => "£#,##0;-£#,##0",
            6 => "£#,##0;[Red]-£#,##0",
            7 => "£#,##0.00;-£#,##0.00",
            8 => "£#,##0.00;[Red]-£#,##0.00",
            9 => "0%",
            10 => "0.00%",
            11 => "0.00E+00",
            12 => "# ?/?",
            13 => "# ??/??",
            14 => "dd/mm/yyyy",
            15 => "dd-mmm-yy",
            16 => "dd-mmm",
            17 => "mmm-yy",
            18 => "h:mm AM/PM",
            19 => "h:mm:ss AM/PM",
            20 => "hh:mm",
            21 => "hh:mm:ss",
            22 => "dd/mm/yyyy hh:mm",
            37 => "#,##0;-#,##0",
            38 => "#,##0;[Red]-#,##0",
            39 => "#,##0.00;-#,##0.00",
            40 => "#,##0.00;[Red]-#,##0.00",
            41 => "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-",
            42 => "_-£* #,##0_-;-£* #,##0_-;_-£* \"-\"_-;_-@_-",
            43 => "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-",
            44 => "_-£* #,##0.00_-;-£* #,##0.00_-;_-£* \"-\"??_-;_-@_-",
            45 => "mm:ss",
            46 => "[h]:mm:ss",
            47 => "mm:ss.0",
            48 => "##0.0E+0",
            49 => "@",
            _ => return None,
        })
    }

    /// A number as the format shows it; none if this program cannot follow the format.
    pub fn number(&self, number: &Digits, calendar: Calendar) -> Option<Display> {
        let kept;
        let number = match number.has_excess() {
            true => {
                kept = number.kept();
                &kept
            }
            false => number,
        };
        let (section, has_sign) = self.section(number)?;
        if section.lexemes == [Lexeme::General] && has_sign {
            return Some(Display { text: general(number), day: None });
        }
        if section.lexemes.contains(&Lexeme::Unknown) {
            return None;
        }
        if section.is_date() {
            let moment = Moment::new(number, calendar)?;
            let day = section.shows_day().then(|| moment.iso()).flatten();
            return Some(Display { text: moment.shown(&section.lexemes).trim().to_string(), day });
        }
        let size = number.magnitude();
        let text =
            if section.has_places() { places::shown(&section.lexemes, &size)? } else { section.text(&general(&size)) };
        // A number below zero that is rounded to zero keeps its sign, as in Excel.
        let sign = if has_sign && number.is_negative && !number.is_zero() { "-" } else { "" };
        Some(Display { text: format!("{sign}{}", text.trim()), day: None })
    }

    /// A moment that the file has as a date, in this format if it shows a day.
    pub fn moment(&self, moment: &Moment) -> String {
        let of_day = self.sections.first().filter(|section| section.shows_day());
        let day = || lexemes("dd/mm/yyyy").0;
        moment.shown(&of_day.map_or_else(day, |section| section.lexemes.clone()))
    }

    /// A text as the format shows it.
    pub fn text(&self, text: &str) -> String {
        let of_text = match self.sections.as_slice() {
            [_, _, _, last] => Some(last),
            sections => sections.last().filter(|last| last.lexemes.contains(&Lexeme::Text)),
        };
        match of_text {
            Some(section) => section.text(text),
            None => text.to_string(),
        }
    }

    /// The section for a number, and whether the number's sign is shown: not where the section is only for numbers below zero.
    fn section(&self, number: &Digits) -> Option<(&Section, bool)> {
        if self.sections.iter().take(2).any(|section| section.condition.is_some()) {
            return self.section_by_condition(number);
        }
        let is_below_zero = number.is_negative && !number.is_zero();
        let own = match (is_below_zero, number.is_zero()) {
            (true, _) => self.sections.get(1),
            (_, true) => self.sections.get(2),
            _ => None,
        };
        let own = own.filter(|section| section.is_for_numbers());
        Some((own.or(self.sections.first())?, !is_below_zero || own.is_none()))
    }

    /// The first two may each have a condition; what meets neither has the first without one.
    fn section_by_condition(&self, number: &Digits) -> Option<(&Section, bool)> {
        for section in self.sections.iter().take(2) {
            if let Some(condition) =
                section.condition.as_ref().filter(|condition| condition.holds(number) == Some(true))
            {
                return Some((section, !condition.is_below_zero()));
            }
        }
        let rest = self.sections.iter().take(3).find(|one| one.condition.is_none() && one.is_for_numbers());
        Some((rest.or(self.sections.first())?, true))
    }
}

impl Section {
    fn is_date(&self) -> bool {
        self.lexemes.iter().any(|one| matches!(one, Lexeme::Part(..) | Lexeme::Elapsed(..) | Lexeme::Half(_)))
    }

    /// The fourth is for text; so is a last one with @.
    fn is_for_numbers(&self) -> bool {
        !self.lexemes.contains(&Lexeme::Text)
    }

    fn shows_day(&self) -> bool {
        self.lexemes.iter().any(|one| matches!(one, Lexeme::Part('y' | 'd', _) | Lexeme::Part('m', 3..)))
    }

    fn has_places(&self) -> bool {
        self.lexemes.iter().any(|lexeme| matches!(lexeme, Lexeme::Place(_)))
    }

    /// The section with a text for `@` and `General`.
    fn text(&self, text: &str) -> String {
        let mut all = String::new();
        for lexeme in &self.lexemes {
            match lexeme {
                Lexeme::Literal(literal) => all += literal,
                Lexeme::Text | Lexeme::General => all += text,
                Lexeme::Percent => all.push('%'),
                Lexeme::Slash => all.push('/'),
                Lexeme::Point => all.push('.'),
                Lexeme::Comma => all.push(','),
                _ => {}
            }
        }
        all
    }
}

impl Condition {
    /// Whether a number meets it; nothing if it cannot be read.
    fn holds(&self, number: &Digits) -> Option<bool> {
        let order = number.compared(&Digits::parse(&self.limit)?);
        Some(match self.sign.as_str() {
            "<" => order.is_lt(),
            "<=" => order.is_le(),
            "=" => order.is_eq(),
            "<>" => order.is_ne(),
            ">=" => order.is_ge(),
            ">" => order.is_gt(),
            _ => return None,
        })
    }

    /// Whether only numbers below zero meet it.
    fn is_below_zero(&self) -> bool {
        let limit = Digits::parse(&self.limit).unwrap_or_default();
        let is_negative = limit.is_negative && !limit.is_zero();
        match self.sign.as_str() {
            "<" => is_negative || limit.is_zero(),
            "<=" | "=" => is_negative,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;

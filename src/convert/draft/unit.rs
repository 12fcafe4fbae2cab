//! Knows: how units are written in cells, in names and beside numbers.
//! Must not know: which measure has which.

use crate::convert::values::Sign;
use crate::convert::words;
use crate::report::{Keyword, Unit, UnitKind};
use crate::wording::format;

fn plain(kind: UnitKind) -> Unit {
    Unit { kind, per: None, of: None }
}

/// The unit that a text names: a word of the export, `%`, `Rate per 1,000 homes`, `count of children`.
pub fn read(text: &str) -> Option<Unit> {
    if let Some(rate) = rate(text) {
        return Some(rate);
    }
    if let Some((kind, of)) = text.split_once(" of ")
        && let Some(kind) = words::keyword::<UnitKind>("unit", kind)
    {
        return Some(Unit { of: Some(of.trim().to_string()), ..plain(kind) });
    }
    words::keyword::<UnitKind>("unit", text).filter(|kind| *kind != UnitKind::Rate).map(plain)
}

/// A unit as [`read`] reads it.
pub fn write(unit: &Unit) -> String {
    let of = unit.of.as_deref().unwrap_or_default();
    match (unit.kind, unit.per) {
        (UnitKind::Rate, Some(per)) => format!("rate per {per} {of}").trim_end().to_string(),
        (kind, _) if of.is_empty() => kind.word().to_string(),
        (kind, _) => format!("{} of {of}", kind.word()),
    }
}

/// The unit that a name says, and why.
pub fn in_name(name: &str) -> Option<(Unit, String)> {
    if let Some(unit) = rate(name) {
        let per = unit.per.map_or(String::new(), |per| format::grouped(&per.to_string()));
        return Some((unit, format!("the name says “per {per}”")));
    }
    let (word, written) = words::found_in("unit_in_name", name)
        .or_else(|| name.contains('%').then_some(("percent", "%")))
        .or_else(|| name.contains('£').then_some(("money", "£")))?;
    Some((plain(UnitKind::from_word(word)?), format!("the name says “{written}”")))
}

/// The unit that stands beside a number, and why.
pub fn of_sign(sign: Sign) -> (Unit, String) {
    let of = |kind: UnitKind, written: &str| (plain(kind), format!("the figures are written with {written}"));
    match sign {
        Sign::Percent => of(UnitKind::Percent, "%"),
        Sign::Pound => of(UnitKind::Money, "£"),
        Sign::Days => of(UnitKind::Days, "“days”"),
        Sign::Counted(what) => {
            let (unit, why) = of(UnitKind::Count, &format!("“{what}”"));
            (Unit { of: Some(what.to_string()), ..unit }, why)
        }
    }
}

/// Whether a number with this sign may be in this unit.
pub fn agrees(sign: Sign, unit: &Unit) -> bool {
    match sign {
        Sign::Percent => unit.kind == UnitKind::Percent,
        Sign::Pound => unit.kind == UnitKind::Money,
        Sign::Days => unit.kind == UnitKind::Days,
        Sign::Counted(_) => !matches!(unit.kind, UnitKind::Percent | UnitKind::Money | UnitKind::Days),
    }
}

/// A rate: `per 1,000 homes`, `per 100,000 population (aged 18 to 64)`.
fn rate(text: &str) -> Option<Unit> {
    let lower = format::lower_case(text);
    let mut from = 0;
    while let Some(found) = lower.get(from..)?.find("per ") {
        let at = from + found;
        from = at + "per ".len();
        let is_word = lower.get(..at)?.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let rest = text.get(from..)?.trim_start();
        let digits: String = rest.chars().take_while(|one| one.is_ascii_digit() || *one == ',').collect();
        let per: Option<u32> = digits.replace(',', "").parse().ok();
        let Some(per) = per.filter(|per| is_word && *per > 1) else { continue };
        let after = rest.strip_prefix(digits.as_str())?;
        let of = after.split(['(', ',', ';', '-', '–', '\n']).next().unwrap_or_default();
        let of: String = of.split_whitespace().collect::<Vec<_>>().join(" ");
        let of = of.strip_prefix("of ").unwrap_or(&of).trim_end_matches('.').to_string();
        return Some(Unit { kind: UnitKind::Rate, per: Some(per), of: (!of.is_empty()).then_some(of) });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_as_people_write_them() {
        for (text, expected) in [
            ("%", "percent"),
            ("Percentage", "percent"),
            ("£", "money"),
            ("Number", "number"),
            ("Count", "count"),
            ("count of children", "count of children"),
            ("Days", "days"),
            ("Rate per 1,000 homes", "rate per 1000 homes"),
            ("per 100,000 population (aged 18 to 64)", "rate per 100000 population"),
            ("rate per 10000 of children", "rate per 10000 children"),
            ("per 1000", "rate per 1000"),
            ("Rate", "?"),
            ("per household", "?"),
            ("paper 1000", "?"),
        ] {
            let unit = read(text);
            assert_eq!(unit.as_ref().map_or("?".to_string(), write), expected, "{text}");
            assert_eq!(unit.as_ref().map(write).and_then(|text| read(&text)), unit, "{text}");
        }
    }

    #[test]
    fn names_say_units() {
        for (name, expected) in [
            ("Percentage of calls answered", "percent"),
            ("% of calls answered", "percent"),
            ("Average days to re-let a home", "days"),
            ("Number of fly-tips", "count"),
            ("Crimes per 1,000 residents", "rate per 1000 residents"),
            ("Rate of children in care per 10,000 children", "rate per 10000 children"),
            ("Income from car parks", "money"),
            ("Fly-tips", "?"),
        ] {
            assert_eq!(in_name(name).map_or("?".to_string(), |(unit, _)| write(&unit)), expected, "{name}");
        }
    }
}

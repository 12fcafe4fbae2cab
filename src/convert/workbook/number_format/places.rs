//! Knows: how the digits of a number fill the places of a format.
//! Must not know: which format a number has.

use super::digits::Digits;
use super::lexeme::Lexeme;

/// A number, without its sign, in the places of a section; none for a fraction such as `# ?/?`.
pub fn shown(section: &[Lexeme], number: &Digits) -> Option<String> {
    let layout = Layout::new(section)?;
    let scaled = number.shifted(layout.shift);
    match layout.power_at {
        Some(at) => Some(layout.with_power(section, at, &scaled)),
        None => Some(layout.fill(section, &scaled.rounded(layout.decimals))),
    }
}

/// What the signs of a section come to.
struct Layout {
    /// How many places there are before the point, and after it.
    before: usize,
    decimals: usize,
    /// The power of ten that percent signs and commas at the end come to.
    shift: i32,
    has_groups: bool,
    /// Where the power of ten stands.
    power_at: Option<usize>,
}

impl Layout {
    fn new(section: &[Lexeme]) -> Option<Self> {
        let power_at = section.iter().position(|lexeme| matches!(lexeme, Lexeme::Power(_)));
        let number = section.iter().take(power_at.unwrap_or(section.len()));
        let mut layout = Self { before: 0, decimals: 0, shift: 0, has_groups: false, power_at };
        let (mut is_after_point, mut commas, mut is_fraction) = (false, 0, false);
        for lexeme in number {
            match lexeme {
                Lexeme::Place(_) => {
                    layout.has_groups |= commas > 0 && !is_after_point && layout.before > 0;
                    // A comma that turns out to stand between places.
                    commas = 0;
                    *(if is_after_point { &mut layout.decimals } else { &mut layout.before }) += 1;
                }
                Lexeme::Comma if layout.before + layout.decimals > 0 => commas += 1,
                Lexeme::Point => {
                    layout.shift -= 3 * commas;
                    (is_after_point, commas) = (true, 0);
                }
                Lexeme::Percent => layout.shift += 2,
                Lexeme::Slash => is_fraction |= layout.before > 0,
                _ => {}
            }
        }
        layout.shift -= 3 * commas;
        (!is_fraction).then_some(layout)
    }

    /// The section with the digits in it, already rounded.
    fn fill(&self, section: &[Lexeme], number: &Digits) -> String {
        let whole = number.before_point();
        let last = self.last_decimal(section, number);
        let (mut text, mut place, mut decimal, mut is_after_point) = (String::new(), 0, 0, false);
        for lexeme in section.iter().take(self.power_at.unwrap_or(section.len())) {
            match lexeme {
                Lexeme::Place(sign) if is_after_point => {
                    match number.decimal(decimal) {
                        digit if decimal < last => text.push(char::from(b'0' + digit)),
                        _ if *sign == '?' => text.push(' '),
                        _ => {}
                    }
                    decimal += 1;
                }
                Lexeme::Place(sign) => {
                    let from_right = self.before - 1 - place;
                    if place == 0 {
                        self.push_excess(&mut text, &whole, from_right);
                    }
                    match whole.len().checked_sub(from_right + 1).and_then(|at| whole.get(at)) {
                        Some(digit) => self.push(&mut text, *digit, from_right),
                        None if *sign == '0' => self.push(&mut text, 0, from_right),
                        None if *sign == '?' => text.push(' '),
                        None => {}
                    }
                    place += 1;
                }
                Lexeme::Point if !is_after_point => {
                    if self.before == 0 {
                        self.push_excess(&mut text, &whole, usize::MAX);
                    }
                    text.push('.');
                    is_after_point = true;
                }
                Lexeme::Point => text.push('.'),
                Lexeme::Percent => text.push('%'),
                Lexeme::Slash => text.push('/'),
                Lexeme::Literal(literal) => text += literal,
                Lexeme::Comma if self.before + self.decimals == 0 => text.push(','),
                _ => {}
            }
        }
        text
    }

    /// The digits for which there is no place, before that of the first place.
    fn push_excess(&self, text: &mut String, whole: &[u8], first: usize) {
        let excess = whole.len().saturating_sub(first.saturating_add(1));
        let excess = if first == usize::MAX { whole.len() } else { excess };
        for (at, digit) in whole.iter().take(excess).enumerate() {
            self.push(text, *digit, whole.len() - 1 - at);
        }
    }

    fn push(&self, text: &mut String, digit: u8, from_right: usize) {
        text.push(char::from(b'0' + digit));
        if self.has_groups && from_right > 0 && from_right.is_multiple_of(3) {
            text.push(',');
        }
    }

    /// How many decimals are shown: up to the last that is not zero, or that has the place `0`.
    fn last_decimal(&self, section: &[Lexeme], number: &Digits) -> usize {
        let after = section.iter().skip_while(|lexeme| **lexeme != Lexeme::Point);
        let mut places = after.filter_map(|lexeme| match lexeme {
            Lexeme::Place(sign) => Some(*sign),
            _ => None,
        });
        let is_shown = |at: &usize| places.next() == Some('0') || number.decimal(*at) != 0;
        (0..self.decimals).filter(is_shown).last().map_or(0, |last| last + 1)
    }

    /// With a power of ten: as many digits before the point as there are places.
    fn with_power(&self, section: &[Lexeme], at: usize, number: &Digits) -> String {
        let width = i32::try_from(self.before).unwrap_or(1);
        let power_of = |number: &Digits| match (number.is_zero(), width) {
            (true, _) => 0,
            (_, 0) => number.power() + 1,
            // `##0.0E+0`: powers that are multiples of three.
            _ => number.power().div_euclid(width) * width,
        };
        let mut power = power_of(number);
        let mut figures = number.shifted(-power).rounded(self.decimals);
        // 9.996 becomes 10.00, which is 1.00 times one power more.
        let carry = power_of(&figures);
        if carry > 0 {
            power += carry;
            figures = number.shifted(-power).rounded(self.decimals);
        }
        let mut text = self.fill(section, &figures);
        let rest = || section.iter().skip(at + 1);
        let places = rest().filter(|lexeme| matches!(lexeme, Lexeme::Place(_))).count().min(9);
        text.push('E');
        match section.get(at) {
            _ if power < 0 => text.push('-'),
            Some(Lexeme::Power(true)) => text.push('+'),
            _ => {}
        }
        text += &format!("{:0places$}", power.abs());
        for lexeme in rest() {
            match lexeme {
                Lexeme::Literal(literal) => text += literal,
                Lexeme::Percent => text.push('%'),
                _ => {}
            }
        }
        text
    }
}

//! Knows: colours as numbers in text: `FFC000`.
//! Must not know: what has a colour.

/// A colour: red, green and blue.
pub type Rgb = [u8; 3];

/// The colour that a number stands for: `0xff_c0_00`.
pub fn rgb(colour: u32) -> Rgb {
    let [_, red, green, blue] = colour.to_be_bytes();
    [red, green, blue]
}

/// `FFC000`, with or without how opaque it is before it.
pub fn hex(text: &str) -> Option<Rgb> {
    let digits = text.trim().trim_start_matches('#');
    let is_colour = matches!(digits.len(), 6 | 8) && digits.bytes().all(|one| one.is_ascii_hexdigit());
    is_colour.then(|| u32::from_str_radix(digits, 16).map(rgb).ok()).flatten()
}

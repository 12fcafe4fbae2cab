//! Reads QR codes from pictures, with another library than the one that draws them.

use super::driver::{Kind, kind};
use super::element::Element;
use super::evidence::goes_without;
use std::io::Cursor;

/// Draws an element of SVG as it is shown, with its colours, in a picture of three pixels for each module.
const DRAW: &str = "
const [el] = arguments, done = arguments[arguments.length - 1];
const copy = el.cloneNode(true), side = 3 * el.viewBox.baseVal.width;
[...el.children].forEach((shape, at) => copy.children[at].setAttribute('fill', getComputedStyle(shape).fill));
copy.setAttribute('width', side);
copy.setAttribute('height', side);
const image = new Image(), canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
image.onload = () => {
  canvas.getContext('2d').drawImage(image, 0, 0);
  done(canvas.toDataURL('image/png').split(',')[1]);
};
image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;";

/// The text of the only QR code in an element, read from the screen as a phone would.
pub fn shown_in(element: &Element<'_>) -> String {
    // Not every driver scrolls to all of it.
    element.script("el.scrollIntoView({ block: 'center' });");
    let picture = if kind() == Kind::WebKit {
        // Its driver takes a picture of a page, and waits for a second one for ever.
        goes_without("a picture of the screen");
        element.page().script_async(DRAW, &[element.json()])
    } else {
        element.page().get(&element.at("screenshot")).unwrap()
    };
    decode(&from_base64(picture.as_str().unwrap()))
}

/// Bytes that a driver returns as base64 (RFC 4648).
pub fn from_base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut held) = (0_u32, 0);
    for one in text.bytes().filter(|one| *one != b'=') {
        let value =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".iter().position(|known| *known == one);
        bits = bits << 6 | value.unwrap() as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xff) as u8);
        }
    }
    bytes
}

/// The text of the only QR code in a picture (a PNG, such as a screenshot).
pub fn decode(picture: &[u8]) -> String {
    let mut decoder = png::Decoder::new(Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let samples = info.color_type.samples();
    let (width, height) = (info.width as usize, info.height as usize);
    let light = |x: usize, y: usize| {
        let pixel = &pixels[y * info.line_size + x * samples..][..samples];
        // Grey pictures have one sample for lightness, colour ones three; there may be another for opacity.
        let of = if samples < 3 { &pixel[..1] } else { &pixel[..3] };
        (of.iter().map(|sample| u32::from(*sample)).sum::<u32>() / of.len() as u32) as u8
    };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one QR code on a picture of {width} by {height}");
    grids[0].decode().unwrap().1
}

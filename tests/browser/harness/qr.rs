//! Reads QR codes off pictures, by other hands than those that draw them.

use std::io::Cursor;

/// What the only QR code on a picture (a PNG, such as a screenshot) says.
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
        // Grey pictures have one sample for lightness, colour ones three; a last one may be for opacity.
        let of = if samples < 3 { &pixel[..1] } else { &pixel[..3] };
        (of.iter().map(|sample| u32::from(*sample)).sum::<u32>() / of.len() as u32) as u8
    };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one QR code on a picture of {width} by {height}");
    grids[0].decode().unwrap().1
}

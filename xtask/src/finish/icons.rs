//! The icons of the installed page: the project's mark, white on its colour, with room around it so that
//! systems may cut any shape out of it.

use std::path::Path;

use anyhow::{Context, Result};

use super::names::hashed;
use crate::project;

/// The colour of buttons, as in `styles/tokens.css`.
pub(super) const COLOUR: &str = "#0d5f5d";
/// The colour of the page where dark ones are wanted, as there.
pub(super) const DARK: &str = "#12191b";
const GROUND: [u8; 3] = [0x0d, 0x5f, 0x5d];
const MARK: [u8; 3] = [0xff, 0xff, 0xff];

/// Where the dots of the mark are, and how large, in a square of 28.
const DOTS: [(f32, f32, f32); 9] = [
    (6.0, 6.0, 1.6),
    (14.0, 6.0, 2.0),
    (22.0, 6.0, 1.6),
    (6.0, 14.0, 2.0),
    (14.0, 14.0, 3.2),
    (22.0, 14.0, 2.0),
    (6.0, 22.0, 1.6),
    (14.0, 22.0, 2.0),
    (22.0, 22.0, 1.6),
];

/// How large the mark is within the icon. Only the inner four fifths are sure to be seen.
const PART: f32 = 0.7;

/// Writes the icons; returns their sizes in pixels, and names.
pub(super) fn publish(folder: &Path) -> Result<Vec<(u16, String)>> {
    let icons = [192, 512].into_iter().map(|size| {
        let png = png(size)?;
        let name = hashed("icon", &png, "png");
        project::write(&folder.join(&name), png)?;
        Ok((size, name))
    });
    icons.collect()
}

fn png(size: u16) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, size.into(), size.into());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().context("No icon")?;
    writer
        .write_image_data(&pixels(size))
        .context("The icon could not be drawn")?;
    writer.finish().context("The icon is not whole")?;
    Ok(file)
}

fn pixels(size: u16) -> Vec<u8> {
    let scale = 28.0 / (f32::from(size) * PART);
    let place = |pixel: u16| (f32::from(pixel) + 0.5 - f32::from(size) / 2.0) * scale + 14.0;
    let mut pixels = Vec::new();
    for y in 0..size {
        for x in 0..size {
            // How far inside a dot, in pixels: its edge is as soft as one of them.
            let inside = DOTS.iter().map(|(left, top, radius)| {
                (radius - (place(x) - left).hypot(place(y) - top)) / scale + 0.5
            });
            let share = inside.fold(0.0, f32::max).min(1.0);
            let mixed = GROUND.iter().zip(MARK).map(|(ground, mark)| {
                (f32::from(*ground) + (f32::from(mark) - f32::from(*ground)) * share) as u8
            });
            pixels.extend(mixed);
        }
    }
    pixels
}

#[cfg(test)]
mod tests {
    use super::{COLOUR, DARK, GROUND, MARK, pixels, png};
    use crate::project;

    #[test]
    fn the_mark_is_in_the_middle_and_the_rim_is_empty() {
        let drawn = pixels(64);
        let at = |x: usize, y: usize| drawn.chunks(3).nth(y * 64 + x);
        assert_eq!(at(32, 32), Some(&MARK[..]));
        // Outside the four fifths that every shape shows.
        for (x, y) in [(0, 0), (32, 4), (4, 32), (63, 63), (8, 8)] {
            assert_eq!(at(x, y), Some(&GROUND[..]), "{x} {y}");
        }
    }

    #[test]
    fn icons_are_the_size_that_they_say() -> anyhow::Result<()> {
        let icon = png(192)?;
        let reader = png::Decoder::new(std::io::Cursor::new(icon)).read_info()?;
        assert_eq!((reader.info().width, reader.info().height), (192, 192));
        Ok(())
    }

    #[test]
    fn the_colours_are_those_of_the_styles() -> anyhow::Result<()> {
        let tokens = project::read(&project::root().join("styles/tokens.css"))?;
        for colour in [COLOUR, DARK] {
            assert!(tokens.contains(colour), "{colour}");
        }
        Ok(())
    }
}

//! A QR code as the path of a drawing (ISO/IEC 18004), for addresses: bytes, medium correction, and
//! always the first mask. Letters of a link are as good as random, so no mask is better than another,
//! and the code that would weigh masks weighs more than the rest.

use super::bits::{Packer, Unpacker};

/// The light border around a code, in modules.
const QUIET: usize = 4;

/// For versions 1 to 30, medium correction: correcting bytes in each block, and the number of blocks.
const BLOCKS: [(u8, u8); 30] = [
    (10, 1),
    (16, 1),
    (26, 1),
    (18, 2),
    (24, 2),
    (16, 4),
    (18, 4),
    (22, 4),
    (22, 5),
    (26, 5),
    (30, 5),
    (22, 8),
    (22, 9),
    (24, 9),
    (24, 10),
    (28, 10),
    (28, 11),
    (26, 13),
    (26, 14),
    (26, 16),
    (26, 17),
    (28, 17),
    (28, 18),
    (28, 20),
    (28, 21),
    (28, 23),
    (28, 25),
    (28, 26),
    (28, 28),
    (28, 29),
];
/// The fifteen bits that tell readers "medium" and "first mask".
const FORMAT: usize = 0x5412;

/// A drawn code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Width and height with the light border, in modules.
    pub size: usize,
    /// A path of horizontal lines, each one module thick and along the middle of its row.
    pub path: String,
}

/// The code of a text; `None` if it is longer than about 1,300 bytes.
#[inline(never)]
pub fn qr(text: &str) -> Option<Qr> {
    // Mode and length take two bytes, or three where the length takes more.
    let fits = |version: &usize| text.len() + length_bits(*version) / 8 < capacity(*version);
    let version = (1..=BLOCKS.len()).find(fits)?;
    let mut grid = Grid::new(version);
    grid.draw_patterns();
    grid.draw(&protected(version, &content(version, text)));
    let mut path = String::new();
    for y in 0..grid.size {
        let mut x = 0;
        while x < grid.size {
            let from = x;
            while grid.is_dark(x, y) {
                x += 1;
            }
            if x > from {
                for (mark, number) in [("M", from + QUIET), (" ", y + QUIET), (".5h", x - from)] {
                    path.push_str(mark);
                    path.push_str(&number.to_string());
                }
            }
            x += 1;
        }
    }
    Some(Qr {
        size: grid.size + 2 * QUIET,
        path,
    })
}

/// Correcting bytes in each block, and blocks.
fn blocks(version: usize) -> (usize, usize) {
    let (each, count) = BLOCKS.get(version - 1).copied().unwrap_or((1, 1));
    (usize::from(each), usize::from(count))
}

/// Bytes that a code has room for, with those that correct.
fn room(version: usize) -> usize {
    let mut modules = (16 * version + 128) * version + 64;
    if version >= 2 {
        let aligned = version / 7 + 2;
        modules -= (25 * aligned - 10) * aligned - 55;
        if version >= 7 {
            modules -= 36;
        }
    }
    modules / 8
}

fn capacity(version: usize) -> usize {
    let (each, count) = blocks(version);
    room(version) - each * count
}

fn length_bits(version: usize) -> usize {
    if version < 10 { 8 } else { 16 }
}

/// The text with its mode and length, filled up.
fn content(version: usize, text: &str) -> Vec<u8> {
    let mut bits = Packer::default();
    bits.put(4, 4);
    bits.put(text.len() as u32, length_bits(version) as u32);
    for byte in text.bytes() {
        bits.put(u32::from(byte), 8);
    }
    bits.put(0, 4);
    let mut content = bits.finish();
    let mut filler = 0xEC;
    while content.len() < capacity(version) {
        content.push(filler);
        filler ^= 0xEC ^ 0x11;
    }
    content
}

/// The content in blocks, each with its correcting bytes, laid into one another.
fn protected(version: usize, content: &[u8]) -> Vec<u8> {
    let (each, count) = blocks(version);
    let short = content.len() / count;
    let long = content.len() % count;
    let divisor = divisor(each);
    // Where each byte of the content comes to lie: the first of every block, then the second, ...
    let mut all = vec![0; content.len() + each * count];
    let mut put = |at: usize, byte: u8| {
        if let Some(place) = all.get_mut(at) {
            *place = byte;
        }
    };
    let mut rest = vec![0; each];
    let (mut block, mut at) = (0, 0);
    for byte in content {
        // Only the long blocks, which are the last ones, have a byte in the last row.
        let column = if at < short {
            block
        } else {
            block + long - count
        };
        put(at * count + column, *byte);
        divide(&mut rest, *byte, &divisor);
        at += 1;
        if at == short + usize::from(block >= count - long) {
            for (at, byte) in rest.iter_mut().enumerate() {
                put(content.len() + at * count + block, *byte);
                *byte = 0;
            }
            (block, at) = (block + 1, 0);
        }
    }
    all
}

/// A product in the field of 256 elements.
#[inline(never)]
fn product(x: u8, y: u8) -> u8 {
    let mut sum = 0_u8;
    for shift in (0..8).rev() {
        let carry = if sum & 0x80 == 0 { 0 } else { 0x1D };
        sum = (sum << 1) ^ carry ^ ((y >> shift & 1) * x);
    }
    sum
}

/// The polynomial of Reed and Solomon that has so many first powers of two as its roots.
fn divisor(degree: usize) -> Vec<u8> {
    let mut divisor = vec![0; degree];
    if let Some(last) = divisor.last_mut() {
        *last = 1;
    }
    let mut root = 1;
    for _ in 0..degree {
        let mut behind = 0;
        for own in divisor.iter_mut().rev() {
            let old = *own;
            *own = product(old, root) ^ behind;
            behind = old;
        }
        root = product(root, 2);
    }
    divisor
}

/// One step of a long division: the next byte comes in.
#[inline(never)]
fn divide(rest: &mut [u8], byte: u8, divisor: &[u8]) {
    let mut factor = byte;
    let mut behind = 0;
    for own in rest.iter_mut().rev() {
        std::mem::swap(own, &mut behind);
    }
    // What was pushed out at the front.
    factor ^= behind;
    for (own, part) in rest.iter_mut().zip(divisor) {
        *own ^= product(*part, factor);
    }
}

/// The modules. `None` is one that no pattern takes.
struct Grid {
    version: usize,
    size: usize,
    modules: Vec<Option<bool>>,
}

impl Grid {
    fn new(version: usize) -> Grid {
        let size = 4 * version + 17;
        Grid {
            version,
            size,
            modules: vec![None; size * size],
        }
    }

    fn at(&self, x: usize, y: usize) -> Option<bool> {
        self.modules.get(y * self.size + x).copied().flatten()
    }

    /// Outside everything is light.
    fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && self.at(x, y) == Some(true)
    }

    #[inline(never)]
    fn set(&mut self, x: usize, y: usize, dark: bool) {
        if x < self.size
            && let Some(module) = self.modules.get_mut(y * self.size + x)
        {
            *module = Some(dark);
        }
    }

    /// A square around a middle: rings of light where their distance is one of these.
    #[inline(never)]
    fn rings(&mut self, (x, y): (usize, usize), reach: usize, light: &[usize]) {
        for down in 0..=2 * reach {
            for right in 0..=2 * reach {
                let ring = right.abs_diff(reach).max(down.abs_diff(reach));
                // What would lie left of or above the grid wraps to where nothing is set.
                let (x, y) = (
                    (x + right).wrapping_sub(reach),
                    (y + down).wrapping_sub(reach),
                );
                if x < self.size && y < self.size {
                    self.set(x, y, !light.contains(&ring));
                }
            }
        }
    }

    /// Everything that is the same for all texts of a version.
    fn draw_patterns(&mut self) {
        let size = self.size;
        for at in 0..size {
            self.set(6, at, at % 2 == 0);
            self.set(at, 6, at % 2 == 0);
        }
        for middle in [(3, 3), (size - 4, 3), (3, size - 4)] {
            self.rings(middle, 4, &[2, 4]);
        }
        // Small squares that help to straighten the picture.
        let count = self.version / 7 + 2;
        let step = (self.version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        let last = count - 1;
        let place = |at: usize| {
            if at == 0 {
                6
            } else {
                size - 7 - (last - at) * step
            }
        };
        for x in 0..count {
            for y in 0..count {
                let taken = [(0, 0), (0, last), (last, 0)].contains(&(x, y));
                if !taken && self.version > 1 {
                    self.rings((place(x), place(y)), 2, &[1]);
                }
            }
        }
        for bit in 0..15 {
            let dark = FORMAT >> bit & 1 == 1;
            match bit {
                0..=5 => self.set(8, bit, dark),
                6 | 7 => self.set(8, bit + 1, dark),
                8 => self.set(7, 8, dark),
                _ => self.set(14 - bit, 8, dark),
            }
            if bit < 8 {
                self.set(size - 1 - bit, 8, dark);
            } else {
                self.set(8, size - 15 + bit, dark);
            }
        }
        self.set(8, size - 8, true);
        if self.version >= 7 {
            let rest = (0..12).fold(self.version, |rest, _| {
                (rest << 1) ^ ((rest >> 11) * 0x1F25)
            });
            let told = self.version << 12 | rest;
            for bit in 0..18 {
                let (near, far) = (bit / 3, size - 11 + bit % 3);
                self.set(near, far, told >> bit & 1 == 1);
                self.set(far, near, told >> bit & 1 == 1);
            }
        }
    }

    /// The bytes, two columns at a time, up and down from the lower right, under the mask.
    fn draw(&mut self, bytes: &[u8]) {
        let mut bits = Unpacker::new(bytes);
        let mut right = self.size - 1;
        let mut up = true;
        while right > 0 {
            for along in 0..self.size {
                let y = if up { self.size - 1 - along } else { along };
                for x in [right, right - 1] {
                    if self.at(x, y).is_none() {
                        let mask = (x + y) % 2 == 0;
                        self.set(x, y, (bits.take(1) == Some(1)) ^ mask);
                    }
                }
            }
            up = !up;
            // The column of dots and dashes is left out.
            right -= if right == 8 { 3 } else { 2.min(right) };
        }
    }
}

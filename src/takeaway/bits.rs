//! Numbers packed into bits, bits written in letters, and a sum over them.

/// Packs numbers, the highest bit first.
#[derive(Default)]
pub(super) struct Packer {
    bytes: Vec<u8>,
    used: usize,
}

impl Packer {
    /// Adds the lowest bits of a number.
    #[inline(never)]
    pub(super) fn put(&mut self, value: u32, bits: u32) {
        for shift in (0..bits).rev() {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let bit = (value >> shift & 1) as u8;
            if let Some(last) = self.bytes.last_mut() {
                *last |= bit << (7 - self.used % 8);
            }
            self.used += 1;
        }
    }

    /// The bytes; bits that are left over are zero.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Takes numbers out again.
pub(super) struct Unpacker<'a> {
    bytes: &'a [u8],
    used: usize,
}

impl<'a> Unpacker<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Unpacker<'a> {
        Unpacker { bytes, used: 0 }
    }

    /// The next number; `None` where the bits end.
    #[inline(never)]
    pub(super) fn take(&mut self, bits: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..bits {
            let byte = self.bytes.get(self.used / 8)?;
            value = value << 1 | u32::from(byte >> (7 - self.used % 8) & 1);
            self.used += 1;
        }
        Some(value)
    }

    /// Whether nothing is left but the zeros that fill the last byte.
    pub(super) fn ends_here(mut self) -> bool {
        let left = self.bytes.len() * 8 - self.used;
        left < 8 && self.take(left as u32) == Some(0)
    }
}

/// RFC 4648, section 5: letters that need no escape in an address. Without padding.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as letters, six bits each.
#[inline(never)]
pub(super) fn letters(bytes: &[u8]) -> String {
    let mut bits = Unpacker::new(bytes);
    let mut text = String::new();
    for at in 0..(bytes.len() * 8).div_ceil(6) {
        let held = (bytes.len() * 8 - at * 6).min(6) as u32;
        let value = bits.take(held).unwrap_or(0) << (6 - held);
        let letter = LETTERS.get(value as usize).copied().unwrap_or(b'A');
        text.push(char::from(letter));
    }
    text
}

/// The bytes that [`letters`] wrote; `None` for any other text.
#[inline(never)]
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    let mut bits = Packer::default();
    for letter in text.bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        bits.put(value as u32, 6);
    }
    let mut bytes = bits.finish();
    bytes.truncate(text.len() * 6 / 8);
    (letters(&bytes) == text).then_some(bytes)
}

/// CRC-32 as in Ethernet and PNG: finds every change within 32 bits in a row, and others but one in
/// four billion.
#[inline(never)]
pub(super) fn sum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let odd = sum & 1 != 0;
            sum >>= 1;
            if odd {
                sum ^= 0xEDB8_8320;
            }
        }
    }
    !sum
}

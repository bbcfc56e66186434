//! The protocol as bytes. Static tables with their many pointers would cost twice as much to
//! download; `build.rs` writes these bytes, and the program reads them once when it starts.
//!
//! Reading is total: bytes that end too early read as zeros. A test holds that reading what was
//! written gives the same protocol.

mod tables;

use super::Word;

/// Something that can be written as bytes and read again.
pub trait Code: Sized {
    /// Appends itself.
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer);
    /// Reads what was written.
    fn read(from: &mut Reader) -> Self;
}

/// Bytes, and how far they were read.
#[derive(Debug)]
pub struct Reader {
    rest: &'static [u8],
    words: [i32; 2],
}

/// Bytes as they are written.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
    words: [i32; 2],
}

#[cfg(not(target_arch = "wasm32"))]
impl Writer {
    /// A value as bytes.
    pub fn bytes_of(value: &impl Code) -> Vec<u8> {
        let mut writer = Writer::default();
        value.write(&mut writer);
        writer.bytes
    }

    fn push(&mut self, byte: u8) {
        self.bytes.push(byte);
    }
}

impl Reader {
    /// Reads from the start.
    pub fn new(bytes: &'static [u8]) -> Reader {
        Reader {
            rest: bytes,
            words: [0; 2],
        }
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.rest.split_first() else {
            return 0;
        };
        self.rest = rest;
        *first
    }

    /// Seven bits a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte();
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                break;
            }
        }
        number
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn number(out: &mut Writer, mut number: u32) {
    while number >= 128 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

macro_rules! numbers {
    ($($type:ty)*) => {$(
        impl Code for $type {
            #[cfg(not(target_arch = "wasm32"))]
            fn write(&self, out: &mut Writer) {
                number(out, u32::from(*self));
            }
            fn read(from: &mut Reader) -> Self {
                from.number() as $type
            }
        }
    )*};
}
numbers!(u8 u16);

/// Words mostly follow each other, so each is written as its distance from the one before in its
/// table: that costs next to nothing once compressed.
impl Code for Word {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        let table = usize::from(self.table() / Word::LATER);
        match (self.is_some(), out.words.get_mut(table)) {
            (true, Some(last)) => {
                let distance = self.place() as i32 - *last;
                *last = self.place() as i32;
                let folded = ((distance << 1) ^ (distance >> 31)) as u32;
                number(out, folded * 2 + table as u32 + 1);
            }
            _ => number(out, 0),
        }
    }
    fn read(from: &mut Reader) -> Self {
        let Some(code) = from.number().checked_sub(1) else {
            return Word::NONE;
        };
        let (folded, table) = (code / 2, code % 2);
        let distance = (folded >> 1) as i32 ^ -((folded & 1) as i32);
        let Some(last) = from.words.get_mut(table as usize) else {
            return Word::NONE;
        };
        *last = last.wrapping_add(distance);
        Word((table as u16 * Word::LATER) | (*last as u16 & (Word::LATER - 1)))
    }
}

/// Days before or after another: as two's complement.
impl Code for i8 {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        out.push(*self as u8);
    }
    fn read(from: &mut Reader) -> Self {
        from.byte() as i8
    }
}

impl Code for bool {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        out.push(u8::from(*self));
    }
    fn read(from: &mut Reader) -> Self {
        from.byte() != 0
    }
}

/// A text ends with a zero, which no text holds: where texts end is easier to guess than how long they
/// are, so that compresses better (1.9 KB over all words and sources).
impl Code for &'static str {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        out.bytes.extend_from_slice(self.as_bytes());
        out.push(0);
    }
    #[inline(never)]
    fn read(from: &mut Reader) -> Self {
        let length = from.rest.iter().position(|byte| *byte == 0);
        let (text, rest) = from
            .rest
            .split_at_checked(length.unwrap_or(from.rest.len()))
            .unwrap_or_default();
        from.rest = rest.get(1..).unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    }
}

impl<T: Code> Code for Option<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }
    fn read(from: &mut Reader) -> Self {
        if bool::read(from) {
            Some(T::read(from))
        } else {
            None
        }
    }
}

impl<A: Code, B: Code> Code for (A, B) {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
        self.1.write(out);
    }
    fn read(from: &mut Reader) -> Self {
        let first = A::read(from);
        (first, B::read(from))
    }
}

/// Tables live as long as the program.
impl<T: Code> Code for &'static [T] {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        number(out, self.len() as u32);
        for value in *self {
            value.write(out);
        }
    }
    fn read(from: &mut Reader) -> Self {
        let length = from.number();
        // A length that cannot be true is cut short by the end of the bytes.
        let mut values = Vec::new();
        for _ in 0..length {
            if from.rest.is_empty() {
                break;
            }
            values.push(T::read(from));
        }
        values.leak()
    }
}

//! The protocol as bytes. Static tables with their many pointers would cost four times as much to
//! download; `build.rs` writes these bytes, and the program reads them once when it starts.
//!
//! Reading is total: bytes that end too early read as zeros. A test holds that reading what was
//! written gives the same protocol.

use super::{
    Area, AreaId, Band, Basis, Becomes, Choice, Cited, Condition, Date, Effect, Evidence, Fit,
    Goal, GoalId, Grade, Kind, OptionId, Protocol, Question, QuestionId, Range, Role, Rule, RuleId,
    Scope, Screen, Sessions, Source, SourceId, Span, Status, TreatmentCourse, Unit, Wait, Word,
};

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

macro_rules! ids {
    ($($type:ident)*) => {$(
        impl Code for $type {
            #[cfg(not(target_arch = "wasm32"))]
            fn write(&self, out: &mut Writer) {
                self.0.write(out);
            }
            fn read(from: &mut Reader) -> Self {
                $type(Code::read(from))
            }
        }
    )*};
}
ids!(QuestionId OptionId AreaId GoalId RuleId SourceId);

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

/// Enums without fields, in the order in which they are numbered.
macro_rules! enums {
    ($($type:ident: $first:ident $($variant:ident)*;)*) => {$(
        impl Code for $type {
            #[cfg(not(target_arch = "wasm32"))]
            fn write(&self, out: &mut Writer) {
                const ALL: &[$type] = &[$type::$first, $($type::$variant),*];
                out.push(ALL.iter().position(|known| known == self).unwrap_or_default() as u8);
            }
            fn read(from: &mut Reader) -> Self {
                const ALL: &[$type] = &[$type::$first, $($type::$variant),*];
                ALL.get(usize::from(from.byte())).copied().unwrap_or($type::$first)
            }
        }
    )*};
}
enums! {
    Unit: Days Weeks Months;
    Role: Plain None Unsure;
    Effect: Exclude Defer Review Note;
    Scope: Person Area;
    Fit: Poor Ask Indicated;
    Grade: D DPlus C CPlus BMinus B;
    Status: Recalled Partly Seen;
    Basis: Expert Regulator Label Maker Review Trial Study Case Practice;
}

macro_rules! structs {
    ($($type:ident { $($field:ident)* })*) => {$(
        impl Code for $type {
            #[cfg(not(target_arch = "wasm32"))]
            fn write(&self, out: &mut Writer) {
                $(self.$field.write(out);)*
            }
            fn read(from: &mut Reader) -> Self {
                $(let $field = Code::read(from);)*
                $type { $($field),* }
            }
        }
    )*};
}
structs! {
    Date { year month day }
    Span { count unit }
    Band { from below }
    Wait { span from team }
    Becomes { when effect span }
    Choice { id role shown band place label hint }
    Question { id kind asked options one_of about title hint why }
    Screen { questions title }
    Area { id when label name }
    Sessions { low most high }
    Range { option sessions review }
    TreatmentCourse { when severity ranges }
    Goal { id fit when grade interval first_change full courses label name tell instead }
    Rule {
        id effect scope when wait becomes unsure then alert medicine title tell until
    }
    Source { id status cite at }
    Protocol {
        version released review_by signed_off out_of_scope questions screens areas goals slower
        less_certain rules
    }
    Cited { basis sources }
    Evidence { sources rules goals }
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

impl Code for &'static str {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        number(out, self.len() as u32);
        out.bytes.extend_from_slice(self.as_bytes());
    }
    fn read(from: &mut Reader) -> Self {
        let length = from.number() as usize;
        let Some((text, rest)) = from.rest.split_at_checked(length) else {
            return "";
        };
        from.rest = rest;
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

impl Code for Kind {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        match *self {
            Kind::Single => out.push(0),
            Kind::Multi => out.push(1),
            Kind::Date => out.push(2),
            Kind::Number { min, max } => {
                out.push(3);
                (min, max).write(out);
            }
        }
    }
    fn read(from: &mut Reader) -> Self {
        match from.byte() {
            0 => Kind::Single,
            1 => Kind::Multi,
            2 => Kind::Date,
            _ => {
                let (min, max) = Code::read(from);
                Kind::Number { min, max }
            }
        }
    }
}

impl Code for Condition {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        match *self {
            Condition::Always => out.push(0),
            Condition::All(parts) => {
                out.push(1);
                parts.write(out);
            }
            Condition::Any(parts) => {
                out.push(2);
                parts.write(out);
            }
            Condition::Not(part) => {
                out.push(3);
                part.write(out);
            }
            Condition::Chosen(question, option) => {
                out.push(4);
                (question, option).write(out);
            }
            Condition::Here(question, option, place) => {
                out.push(5);
                ((question, option), place).write(out);
            }
            Condition::Between(question, from, below) => {
                out.push(6);
                (question, (from, below)).write(out);
            }
            Condition::Since(question, from, below) => {
                out.push(7);
                (question, (from, below)).write(out);
            }
            Condition::Area(area) => {
                out.push(8);
                area.write(out);
            }
            Condition::Goal(goal) => {
                out.push(9);
                goal.write(out);
            }
            Condition::SeveralAreas => out.push(10),
        }
    }

    fn read(from: &mut Reader) -> Self {
        match from.byte() {
            0 => Condition::Always,
            1 => Condition::All(Code::read(from)),
            2 => Condition::Any(Code::read(from)),
            3 => Condition::Not(Box::leak(Box::new(Code::read(from)))),
            4 => {
                let (question, option) = Code::read(from);
                Condition::Chosen(question, option)
            }
            5 => {
                let ((question, option), place) = Code::read(from);
                Condition::Here(question, option, place)
            }
            6 => {
                let (question, (least, below)) = Code::read(from);
                Condition::Between(question, least, below)
            }
            7 => {
                let (question, (least, below)) = Code::read(from);
                Condition::Since(question, least, below)
            }
            8 => Condition::Area(Code::read(from)),
            9 => Condition::Goal(Code::read(from)),
            _ => Condition::SeveralAreas,
        }
    }
}

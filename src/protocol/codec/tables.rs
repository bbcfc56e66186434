//! How each type of the protocol is written: field by field, in the order given here.

#[cfg(not(target_arch = "wasm32"))]
use super::Writer;
use super::{Code, Reader};
use crate::protocol::{
    Alternative, Area, AreaId, Band, Basis, Becomes, Care, Change, Choice, Cited, Condition, Date,
    Effect, Elsewhere, Evidence, Figure, Fit, Goal, GoalId, Grade, Kind, Member, Moment, OptionId,
    Outcome, Protocol, Question, QuestionId, Range, Role, Rule, RuleId, Scope, Screen, Sessions,
    Set, Source, SourceId, Span, Status, TreatmentCourse, Turn, Unit, Wait,
};

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
    Moment: Ask Before Day After;
    Turn: Heals Passes Check Plan Unsure Goal;
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
    Wait { span from team reach }
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
    Cited { basis sources review_by }
    Care { id moment days when tell cited }
    Outcome { id goal figure people studies label tell caveat cited }
    Alternative { goal needling instead other nothing cited }
    Change { id turn from to item clause cited }
    Elsewhere { from to beside stays item }
    Evidence { sources rules goals texts care changes elsewhere outcomes alternatives }
}

impl<T: Member> Code for Set<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        super::number(out, self.bits());
    }
    fn read(from: &mut Reader) -> Self {
        Set::of_bits(from.number())
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

impl Code for Figure {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, out: &mut Writer) {
        match *self {
            Figure::Share { low, high } => {
                out.push(0);
                (low, high).write(out);
            }
            Figure::Change { low, middle, high } => {
                out.push(1);
                (low, (middle, high)).write(out);
            }
            Figure::Grades(hundredths) => {
                out.push(2);
                hundredths.write(out);
            }
        }
    }
    fn read(from: &mut Reader) -> Self {
        match from.byte() {
            0 => {
                let (low, high) = Code::read(from);
                Figure::Share { low, high }
            }
            1 => {
                let (low, (middle, high)) = Code::read(from);
                Figure::Change { low, middle, high }
            }
            _ => Figure::Grades(Code::read(from)),
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

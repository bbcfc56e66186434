//! Small sets: options of a question, areas, goals. At most 32 members, which `check` of the
//! compiled protocol holds.

use std::fmt;
use std::marker::PhantomData;

use super::id::{AreaId, GoalId, OptionId};

/// An id that a [`Set`] can hold.
pub trait Member: Copy {
    /// The id at a position.
    fn at(position: u8) -> Self;
    /// The position of the id.
    fn position(self) -> u8;
}

macro_rules! members {
    ($($type:ident)*) => {$(
        impl Member for $type {
            fn at(position: u8) -> Self {
                $type(position)
            }
            fn position(self) -> u8 {
                self.0
            }
        }
    )*};
}
members!(OptionId AreaId GoalId);

/// A set of ids below 32.
pub struct Set<T>(u32, PhantomData<T>);

impl<T: Member> Set<T> {
    /// Nothing.
    pub const fn new() -> Set<T> {
        Set(0, PhantomData)
    }

    /// Just one.
    pub fn one(member: T) -> Set<T> {
        Set(1 << (member.position() & 31), PhantomData)
    }

    /// Whether it is in the set.
    pub fn has(self, member: T) -> bool {
        self.0 & Set::one(member).0 != 0
    }

    /// The set with one more.
    #[must_use]
    pub fn with(self, member: T) -> Set<T> {
        Set(self.0 | Set::one(member).0, PhantomData)
    }

    /// The set without one.
    #[must_use]
    pub fn without(self, member: T) -> Set<T> {
        Set(self.0 & !Set::one(member).0, PhantomData)
    }

    /// What is in either set.
    #[must_use]
    pub fn or(self, other: Set<T>) -> Set<T> {
        Set(self.0 | other.0, PhantomData)
    }

    /// The set as bits, the first id lowest.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// The set with these bits.
    pub const fn of_bits(bits: u32) -> Set<T> {
        Set(bits, PhantomData)
    }

    /// How many are in it.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The ids, in order.
    pub fn iter(self) -> Members<T> {
        Members(self)
    }
}

/// The ids that are left of a set, in order. A type with a name is compiled once, not wherever a set is
/// gone through.
pub struct Members<T>(Set<T>);

impl<T: Member> Iterator for Members<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if self.0.is_empty() {
            return None;
        }
        let first = T::at(self.0.0.trailing_zeros() as u8);
        self.0 = self.0.without(first);
        Some(first)
    }
}

impl<T: Member> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Set<T> {
        members.into_iter().fold(Set::new(), Set::with)
    }
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Set<T> {}

impl<T: Member> Default for Set<T> {
    fn default() -> Self {
        Set::new()
    }
}

impl<T: Member + fmt::Debug> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

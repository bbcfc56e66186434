//! Three truth values as two diagrams.

use biodivine_lib_bdd::{Bdd, BddVariableSet};

/// A statement over all answer sets: for which it holds, and for which it holds or is unknown.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// It holds.
    pub(crate) yes: Bdd,
    /// It holds, or somebody was not sure.
    pub(crate) may: Bdd,
}

impl Known {
    /// A statement that nobody is unsure of.
    pub(crate) fn certain(yes: Bdd) -> Known {
        Known {
            may: yes.clone(),
            yes,
        }
    }

    pub(crate) fn constant(set: &BddVariableSet, value: bool) -> Known {
        Known::certain(if value { set.mk_true() } else { set.mk_false() })
    }

    pub(crate) fn and(&self, other: &Known) -> Known {
        Known {
            yes: self.yes.and(&other.yes),
            may: self.may.and(&other.may),
        }
    }

    pub(crate) fn or(&self, other: &Known) -> Known {
        Known {
            yes: self.yes.or(&other.yes),
            may: self.may.or(&other.may),
        }
    }

    pub(crate) fn not(&self) -> Known {
        Known {
            yes: self.may.not(),
            may: self.yes.not(),
        }
    }

    /// Where somebody was not sure.
    pub(crate) fn open(&self) -> Bdd {
        self.may.and_not(&self.yes)
    }

    /// `self` where the guard holds, `other` elsewhere.
    pub(crate) fn where_else(&self, guard: &Bdd, other: &Known) -> Known {
        Known {
            yes: Bdd::if_then_else(guard, &self.yes, &other.yes),
            may: Bdd::if_then_else(guard, &self.may, &other.may),
        }
    }
}

/// Some of these holds. Joined pairwise, so that no diagram grows long before its time.
pub(crate) fn any(set: &BddVariableSet, parts: impl IntoIterator<Item = Bdd>) -> Bdd {
    let mut parts: Vec<_> = parts.into_iter().collect();
    while parts.len() > 1 {
        parts = parts
            .chunks(2)
            .map(|pair| match pair {
                [one, other] => one.or(other),
                [one] => one.clone(),
                _ => unreachable!("chunks of two"),
            })
            .collect();
    }
    parts.pop().unwrap_or_else(|| set.mk_false())
}

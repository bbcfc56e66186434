//! Conditions in the order in which people say them: "not" stands at single facts only, and facts
//! about the same question stand together.

use crate::protocol::{AreaId, Condition, GoalId, OptionId, QuestionId, Span};

/// A condition without "not" over several parts.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    /// Every part holds.
    All(Vec<Tree>),
    /// Some part holds.
    Any(Vec<Tree>),
    /// One fact.
    Fact(Fact),
}

/// Which of several options were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// At least one of them.
    Some,
    /// All of them (two or more).
    Each,
    /// None of them.
    None,
}

/// A single thing to know.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Fact {
    /// True for everybody, or for nobody.
    Always(bool),
    /// Options of one question.
    Chosen {
        question: QuestionId,
        options: Vec<OptionId>,
        here: bool,
        how: How,
    },
    /// The area is one of these, or none of them.
    Area { areas: Vec<AreaId>, yes: bool },
    /// One of these goals applies, or none of them.
    Goal { goals: Vec<GoalId>, yes: bool },
    /// The number answered is within bounds.
    Number {
        question: QuestionId,
        from: Option<u16>,
        below: Option<u16>,
    },
    /// The time since the date answered is within bounds.
    Since {
        question: QuestionId,
        from: Option<Span>,
        below: Option<Span>,
    },
    /// More than one area was chosen, or one only.
    SeveralAreas(bool),
}

/// The condition, or (with `yes` false) its opposite.
pub(super) fn tree(condition: &Condition, yes: bool) -> Tree {
    let parts = |parts: &[Condition]| parts.iter().map(|part| tree(part, yes)).collect();
    let chosen = |question, option, here| Fact::Chosen {
        question,
        options: vec![option],
        here,
        how: if yes { How::Some } else { How::None },
    };
    Tree::Fact(match *condition {
        Condition::All(of) if yes => return all(parts(of)),
        Condition::Any(of) if !yes => return all(parts(of)),
        Condition::All(of) | Condition::Any(of) => return any(parts(of)),
        Condition::Not(part) => return tree(part, !yes),
        Condition::Always => Fact::Always(yes),
        Condition::Chosen(question, option) => chosen(question, option, false),
        Condition::Here(question, option, _) => chosen(question, option, true),
        Condition::Area(area) => Fact::Area {
            areas: vec![area],
            yes,
        },
        Condition::Goal(goal) => Fact::Goal {
            goals: vec![goal],
            yes,
        },
        Condition::SeveralAreas => Fact::SeveralAreas(yes),
        Condition::Between(question, from, below) => {
            let bounds = (
                (from > 0).then_some(from),
                (below < u16::MAX).then_some(below),
            );
            let number = |(from, below)| Fact::Number {
                question,
                from,
                below,
            };
            return within(bounds, yes, number);
        }
        Condition::Since(question, from, below) => {
            let since = |(from, below)| Fact::Since {
                question,
                from,
                below,
            };
            return within(((from.count > 0).then_some(from), below), yes, since);
        }
    })
}

type Bounds<T> = (Option<T>, Option<T>);

/// Within bounds, or outside of them.
fn within<T: Copy>((from, below): Bounds<T>, yes: bool, fact: impl Fn(Bounds<T>) -> Fact) -> Tree {
    if yes {
        return Tree::Fact(fact((from, below)));
    }
    let before = from.map(|from| Tree::Fact(fact((None, Some(from)))));
    let after = below.map(|below| Tree::Fact(fact((Some(below), None))));
    any(before.into_iter().chain(after).collect())
}

fn all(parts: Vec<Tree>) -> Tree {
    let mut joined: Vec<Tree> = Vec::new();
    for part in parts {
        match part {
            Tree::All(inner) => inner
                .into_iter()
                .for_each(|part| add(&mut joined, part, true)),
            part => add(&mut joined, part, true),
        }
    }
    only(joined, Tree::All, true)
}

fn any(parts: Vec<Tree>) -> Tree {
    let mut joined: Vec<Tree> = Vec::new();
    for part in parts {
        match part {
            Tree::Any(inner) => inner
                .into_iter()
                .for_each(|part| add(&mut joined, part, false)),
            part => add(&mut joined, part, false),
        }
    }
    only(joined, Tree::Any, false)
}

/// Nothing demanded of nobody holds; nothing offered does not.
fn only(mut parts: Vec<Tree>, make: fn(Vec<Tree>) -> Tree, empty: bool) -> Tree {
    match (parts.len(), parts.pop()) {
        (_, None) => Tree::Fact(Fact::Always(empty)),
        (1, Some(part)) => part,
        (_, Some(last)) => {
            parts.push(last);
            make(parts)
        }
    }
}

/// Adds a part, if it says something new, to an earlier one about the same thing where that says
/// the same.
fn add(parts: &mut Vec<Tree>, part: Tree, every: bool) {
    let Tree::Fact(new) = &part else {
        return parts.push(part);
    };
    for earlier in parts.iter_mut() {
        if let Tree::Fact(earlier) = earlier
            && merged(earlier, new, every)
        {
            return;
        }
    }
    parts.push(part);
}

/// "A or B" where one is enough, "neither A nor B" and "between A and B" where all count.
fn merged(earlier: &mut Fact, new: &Fact, every: bool) -> bool {
    match (earlier, new) {
        (
            Fact::Chosen {
                question,
                options,
                here,
                how,
            },
            Fact::Chosen {
                question: of,
                options: more,
                here: same,
                how: new,
            },
        ) if (&*question, &*here) == (of, same) => {
            let alone = options.len() == 1 || *how == How::Each;
            *how = match (*how, *new, every) {
                (How::Some, How::Some, false) => How::Some,
                (How::None, How::None, true) => How::None,
                (How::Some | How::Each, How::Some, true) if alone && more.len() == 1 => How::Each,
                _ => return false,
            };
            options.extend(more);
            true
        }
        (
            Fact::Area { areas, yes },
            Fact::Area {
                areas: more,
                yes: sign,
            },
        ) if yes == sign && *yes != every => {
            areas.extend(more);
            true
        }
        (
            Fact::Goal { goals, yes },
            Fact::Goal {
                goals: more,
                yes: sign,
            },
        ) if yes == sign && *yes != every => {
            goals.extend(more);
            true
        }
        (
            Fact::Number {
                question,
                from,
                below,
            },
            Fact::Number {
                question: of,
                from: least,
                below: most,
            },
        ) if every && question == of => narrowed((from, below), (*least, *most)),
        (
            Fact::Since {
                question,
                from,
                below,
            },
            Fact::Since {
                question: of,
                from: least,
                below: most,
            },
        ) if every && question == of => narrowed((from, below), (*least, *most)),
        _ => false,
    }
}

/// Fills the open side of a range; two bounds of one side stay apart.
fn narrowed<T: Copy>(open: (&mut Option<T>, &mut Option<T>), with: Bounds<T>) -> bool {
    let (from, below) = open;
    let fits = (from.is_none() || with.0.is_none()) && (below.is_none() || with.1.is_none());
    if fits {
        *from = from.or(with.0);
        *below = below.or(with.1);
    }
    fits
}

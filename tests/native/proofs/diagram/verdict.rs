//! The verdict on the area that is judged.

use biodivine_lib_bdd::Bdd;
use microneedling_quiz::assess::Verdict;
use microneedling_quiz::protocol::{Effect, Fit, GoalId};

use super::condition::{Reader, Slot};
use super::judgement::Judgement;
use super::known::any;

/// Verdicts, from mild to strict.
pub(crate) const VERDICTS: [Verdict; 6] = [
    Verdict::Suitable,
    Verdict::Review,
    Verdict::Defer,
    Verdict::NotIndicated,
    Verdict::Exclude,
    Verdict::OutOfScope,
];

/// For which answer sets each verdict is given.
#[derive(Clone, Debug)]
pub(crate) struct Verdicts {
    /// For each goal, whether it applies to the area.
    pub(crate) goals: Vec<Bdd>,
    /// The treatment is not the one that the protocol covers.
    pub(crate) out_of_scope: Bdd,
    /// For each verdict, whether it is given.
    is: [Bdd; 6],
    /// For each verdict, whether it or a stricter one is given.
    at_least: [Bdd; 6],
}

impl Verdicts {
    pub(crate) fn new(reader: &Reader, rules: &[Judgement]) -> Verdicts {
        let protocol = reader.protocol;
        let applies = |id: GoalId| {
            let known = reader.goal(id, Some(Slot::Here));
            match protocol.goal(id).fit {
                Fit::Poor => known.yes,
                Fit::Indicated | Fit::Ask => known.may,
            }
        };
        let goals: Vec<_> = protocol.goal_ids().map(applies).collect();
        let with_fit = |fit: Fit| {
            let with = protocol
                .goals
                .iter()
                .zip(&goals)
                .filter(|(goal, _)| goal.fit == fit);
            any(&reader.layout.set, with.map(|(_, applies)| applies.clone()))
        };
        let (indicated, ask) = (with_fit(Fit::Indicated), with_fit(Fit::Ask));
        let only_poor = with_fit(Fit::Poor).and_not(&indicated.or(&ask));
        let found = |effect: Effect| {
            let rules = rules.iter().map(|rule| rule.with(effect));
            let goals = (effect == Effect::Review).then(|| ask.clone());
            any(&reader.layout.set, rules.chain(goals))
        };

        let out_of_scope = reader.read(&protocol.out_of_scope, None).yes;
        // From strict to mild: the first reason decides.
        let reasons = [
            (Verdict::OutOfScope, out_of_scope.clone()),
            (Verdict::Exclude, found(Effect::Exclude)),
            (Verdict::NotIndicated, only_poor),
            (Verdict::Defer, found(Effect::Defer)),
            (Verdict::Review, found(Effect::Review)),
            (Verdict::Suitable, reader.layout.yes()),
        ];
        let nothing = || reader.layout.no();
        let mut is = [(); 6].map(|()| nothing());
        let mut at_least = is.clone();
        let mut decided = nothing();
        for (verdict, reason) in reasons {
            is[verdict as usize] = reason.and_not(&decided);
            decided = decided.or(&reason);
            at_least[verdict as usize] = decided.clone();
        }
        Verdicts {
            goals,
            out_of_scope,
            is,
            at_least,
        }
    }

    /// Where this verdict is given.
    pub(crate) fn is(&self, verdict: Verdict) -> &Bdd {
        &self.is[verdict as usize]
    }

    /// Where this verdict or a stricter one is given.
    pub(crate) fn at_least(&self, verdict: Verdict) -> &Bdd {
        &self.at_least[verdict as usize]
    }
}

//! What each rule says of the area that is judged.

use biodivine_lib_bdd::Bdd;
use microneedling_quiz::protocol::{Effect, Rule, RuleId, Scope, Span, Unit};

use super::condition::{Reader, Slot};
use super::known::Known;

/// Effects, from mild to strict.
pub(crate) const EFFECTS: [Effect; 4] =
    [Effect::Note, Effect::Review, Effect::Defer, Effect::Exclude];

const NO_TIME: Span = Span {
    count: 0,
    unit: Unit::Days,
};

/// For which answer sets a rule says what.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    pub(crate) id: RuleId,
    /// With each effect: for certain, and because somebody was not sure.
    outcomes: [[Bdd; 2]; 4],
    /// It gives the first day on which it no longer defers.
    pub(crate) dated: Bdd,
    /// It gives a day that a team has to agree to.
    pub(crate) not_before: Bdd,
    /// Its condition, apart from any wait.
    pub(crate) when: Known,
    /// Its condition, and the wait not over.
    pub(crate) holds: Known,
}

impl Judgement {
    pub(crate) fn new(reader: &Reader, id: RuleId) -> Judgement {
        let rule = reader.protocol.rule(id);
        let slot = (rule.scope == Scope::Area).then_some(Slot::Here);
        let no = || reader.layout.no();
        let mut judgement = Judgement {
            id,
            outcomes: [(); 4].map(|()| [no(), no()]),
            dated: no(),
            not_before: no(),
            when: reader.read(&rule.when, slot),
            holds: Known::certain(no()),
        };
        let changed = rule.becomes.map_or_else(no, |becomes| {
            let known = reader.read(&becomes.when, slot);
            if becomes.effect == rule.effect {
                known.may
            } else {
                known.yes
            }
        });
        let usual = rule.wait.and_then(|wait| wait.span);
        judgement.add(reader, rule, &changed.not(), rule.effect, usual);
        if let Some(becomes) = rule.becomes {
            let span = becomes.span.or(usual);
            judgement.add(reader, rule, &changed, becomes.effect, span);
        }
        judgement
    }

    /// What it says where it has this effect and this wait.
    fn add(
        &mut self,
        reader: &Reader,
        rule: &Rule,
        guard: &Bdd,
        effect: Effect,
        span: Option<Span>,
    ) {
        let from = rule.wait.and_then(|wait| wait.from);
        let guard = Known::certain(guard.clone());
        let mut holds = self.when.and(&guard);
        if let Some(from) = from {
            holds = holds.and(&reader.since(from, NO_TIME, span));
        }
        let certain = &mut self.outcomes[effect as usize][0];
        *certain = certain.or(&holds.yes);
        let unsure = rule.unsure.map(|unsure| {
            let softened = effect < rule.effect;
            if softened { unsure.min(effect) } else { unsure }
        });
        if let Some(unsure) = unsure.filter(|unsure| *unsure > Effect::Note) {
            let outcome = &mut self.outcomes[unsure as usize][1];
            *outcome = outcome.or(&holds.open());
        }
        if let (Effect::Defer, Some(from), Some(_)) = (effect, from, span) {
            let days: Vec<_> = reader.layout.intervals(from).map(|(_, day)| day).collect();
            let dated = holds.yes.and(&reader.some_of(&days));
            let team = rule.wait.is_some_and(|wait| wait.team);
            let day = if team {
                &mut self.not_before
            } else {
                &mut self.dated
            };
            *day = day.or(&dated);
        }
        self.holds = self.holds.or(&holds);
    }

    /// Where it certainly has this effect.
    pub(crate) fn certain(&self, effect: Effect) -> &Bdd {
        &self.outcomes[effect as usize][0]
    }

    /// Where it has this effect because somebody was not sure.
    pub(crate) fn unsure(&self, effect: Effect) -> &Bdd {
        &self.outcomes[effect as usize][1]
    }

    /// Where it has this effect.
    pub(crate) fn with(&self, effect: Effect) -> Bdd {
        self.certain(effect).or(self.unsure(effect))
    }

    /// Where it says something.
    pub(crate) fn fires(&self) -> Bdd {
        let [note, review, defer, exclude] = EFFECTS.map(|effect| self.with(effect));
        note.or(&review).or(&defer).or(&exclude)
    }

    /// Everything it can say: the effect, whether unsure, and for which answer sets.
    pub(crate) fn outcomes(&self) -> impl Iterator<Item = (Effect, bool, &Bdd)> {
        EFFECTS.into_iter().flat_map(move |effect| {
            [
                (effect, false, self.certain(effect)),
                (effect, true, self.unsure(effect)),
            ]
        })
    }
}

//! Saying more never makes it milder, whatever else was said and however the new follow-ups are
//! answered: invariants 1 and 15. Goals, areas, treatments and what is only offered as "my surgeon
//! advised it" are not reasons, so only lists with "none of these" are looked at. Whoever was not
//! sure about a list and then says that something lies elsewhere, or is long over, has become surer.

use microneedling_quiz::protocol::{Kind, Role};

use super::SHIPPED;
use super::diagram::verdict::VERDICTS;

#[test]
fn one_more_reason_never_makes_it_milder() {
    let all = &*SHIPPED;
    let mut checked = 0;
    for id in all.protocol.question_ids() {
        let question = all.protocol.question(id);
        let Some(none) = question.with_role(Role::None) else {
            continue;
        };
        if question.kind != Kind::Multi {
            continue;
        }
        let none = all.reader.layout.option(id, none).expect("an option");
        for (option, index) in question.options.iter().zip(0..) {
            let option_id = microneedling_quiz::protocol::OptionId(index);
            if option.role == Role::None {
                continue;
            }
            let one = all.reader.layout.option(id, option_id).expect("an option");
            // What was asked about the option stands still in `more` and is empty in `less`.
            let about = all
                .protocol
                .question_ids()
                .filter(|other| all.protocol.question(*other).about == Some((id, option_id)));
            let follow_ups: Vec<_> = about
                .flat_map(|other| all.reader.layout.of(other))
                .collect();
            let more = |bdd: &biodivine_lib_bdd::Bdd| {
                bdd.var_restrict(one, true).var_restrict(none, false)
            };
            // Without it: the rest of the list as it is, or "none of these" where nothing is left.
            let less = |bdd: &biodivine_lib_bdd::Bdd, none_of_these: bool| {
                let bdd = bdd
                    .var_restrict(one, false)
                    .var_restrict(none, none_of_these);
                follow_ups
                    .iter()
                    .fold(bdd, |bdd, variable| bdd.var_restrict(*variable, false))
            };
            let unsure = question.with_role(Role::Unsure);
            let unsure = unsure.and_then(|unsure| all.reader.layout.option(id, unsure));
            let surer = unsure.map_or(all.reader.layout.no(), |unsure| {
                all.reader.layout.var(unsure)
            });
            for none_of_these in [false, true] {
                let both = more(&all.valid).and(&less(&all.valid, none_of_these));
                for verdict in VERDICTS {
                    let strict = less(all.verdicts.at_least(verdict), none_of_these);
                    let failing = both
                        .and(&strict)
                        .and_not(&more(all.verdicts.at_least(verdict)))
                        .and_not(&surer);
                    if let Some(somebody) = failing.sat_witness() {
                        panic!(
                            "{}:{} makes it milder than {verdict:?} for somebody who also said\n{}",
                            question.id,
                            option.id,
                            all.describe(&somebody)
                        );
                    }
                }
            }
            checked += 1;
        }
    }
    assert!(checked > 50, "{checked}");
}

/// Invariant 15: a rule about the area that does not fire there, with the same answers otherwise,
/// never makes that area stricter than where it does.
#[test]
fn elsewhere_is_never_stricter_than_here() {
    let all = &*SHIPPED;
    let mut checked = 0;
    for id in all.protocol.question_ids() {
        let Some([here, there]) = all.reader.layout.place(id) else {
            continue;
        };
        let question = all.protocol.question(id);
        let goal = question
            .about
            .is_some_and(|(parent, _)| all.protocol.question(parent).one_of.is_some());
        if goal {
            continue;
        }
        // The other area has it in any case; this one has it or not.
        let with = |bdd: &biodivine_lib_bdd::Bdd, value: bool| {
            bdd.var_restrict(there, true).var_restrict(here, value)
        };
        let both = with(&all.valid, true).and(&with(&all.valid, false));
        for verdict in VERDICTS {
            let strict = with(all.verdicts.at_least(verdict), false);
            let failing = both
                .and(&strict)
                .and_not(&with(all.verdicts.at_least(verdict), true));
            if let Some(somebody) = failing.sat_witness() {
                panic!(
                    "{} elsewhere is stricter:\n{}",
                    question.id,
                    all.describe(&somebody)
                );
            }
        }
        checked += 1;
    }
    assert!(checked > 10, "{checked}");
}

//! What holds between entries, whatever anyone answers.

use super::Site;
use crate::protocol::source::problem::Problems;
use crate::protocol::{Condition, Kind, Protocol, Question, QuestionId, Rule, Span, Unit};

pub(super) fn check(protocol: &Protocol, sites: &[Site<'_>], problems: &mut Problems) {
    for site in sites {
        kinds(protocol, site, problems);
    }
    order(protocol, problems);
    for question in protocol.questions {
        this_question(question, problems);
    }
    goals(protocol, problems);
    for rule in protocol.rules {
        waits(protocol, rule, problems);
        hands_over(protocol, rule, problems);
    }
    unused(protocol, sites, problems);
}

/// Ages are compared with ages, and times are counted from dates.
fn kinds(protocol: &Protocol, site: &Site<'_>, problems: &mut Problems) {
    site.condition.each(&mut |part| {
        let (wrong, message, help) = match *part {
            Condition::Between(question, ..) => {
                let question = protocol.question(question);
                (
                    !matches!(question.kind, Kind::Number { .. }),
                    format!("The answer to `{}` is not a number.", question.id),
                    "`<` and `>=` compare numbers; for times write `since(…)`.",
                )
            }
            Condition::Since(question, ..) => {
                let question = protocol.question(question);
                (
                    question.kind != Kind::Date,
                    format!("The answer to `{}` is not a date.", question.id),
                    "`since(…)` counts from a question of the kind `date`.",
                )
            }
            _ => return,
        };
        if wrong {
            problems.add(site.file, &*site.entry, message, help);
        }
    });
}

/// The questions that a condition speaks of, with those behind its areas and goals.
fn speaks_of(protocol: &Protocol, condition: &Condition, visit: &mut dyn FnMut(QuestionId)) {
    condition.each(&mut |part| match *part {
        Condition::Chosen(question, _)
        | Condition::Between(question, ..)
        | Condition::Since(question, ..) => visit(question),
        Condition::Here(question, _, place) => {
            visit(question);
            visit(place);
        }
        Condition::Area(area) => protocol.area(area).when.each(&mut |part| {
            if let Condition::Chosen(question, _) = *part {
                visit(question);
            }
        }),
        Condition::Goal(goal) => protocol.goal(goal).when.each(&mut |part| {
            if let Condition::Chosen(question, _) | Condition::Here(question, ..) = *part {
                visit(question);
            }
        }),
        _ => {}
    });
}

/// A question hangs on earlier ones only, so that the path can be walked from its start.
fn order(protocol: &Protocol, problems: &mut Problems) {
    for id in protocol.question_ids() {
        let question = protocol.question(id);
        let mut late = |other: QuestionId| {
            if other >= id {
                let message = format!(
                    "Whether it is asked hangs on `{}`, which is not asked before it.",
                    protocol.question(other).id
                );
                let entry = format!("question `{}`", question.id);
                problems.add(QUESTIONS, entry, message, "Move it behind that question.");
            }
        };
        speaks_of(protocol, &question.asked, &mut late);
        if let Some((about, _)) = question.about {
            late(about);
        }
    }
}

fn this_question(question: &Question, problems: &mut Problems) {
    let entry = format!("question `{}`", question.id);
    let mut tell =
        |message: String, help: &'static str| problems.add(QUESTIONS, entry.clone(), message, help);
    if let Kind::Number { min, max } = question.kind
        && min > max
    {
        tell(
            format!("Its least number, {min}, is greater than its greatest, {max}."),
            "Exchange `min` and `max`.",
        );
    }
    times(question, &mut tell);
}

/// What goes on now, and what nobody remembers, counts as inside the time that its gate names.
const WITHOUT_A_TIME: [&str; 2] = ["now", "unknown"];

/// Four weeks and one month follow each other, although some days lie between them.
const SMALL_GAP: u32 = Span {
    count: 1,
    unit: Unit::Weeks,
}
.weight();

/// The times that options stand for follow each other.
fn times(question: &Question, tell: &mut dyn FnMut(String, &'static str)) {
    let bands = question
        .options
        .iter()
        .filter_map(|option| Some((option.id, option.band?)));
    let (without, bands): (Vec<_>, Vec<_>) = bands.partition(|(id, _)| WITHOUT_A_TIME.contains(id));
    for (id, _) in without.iter().filter(|(_, band)| band.from.count != 0) {
        tell(
            format!("`{id}` has to count from 0."),
            "Whoever does not remember may have been there yesterday.",
        );
    }
    if let Some((first, _)) = bands.first().filter(|(_, band)| band.from.count != 0) {
        tell(
            format!("No option stands for the time before `{first}`."),
            "The first has to start at 0.",
        );
    }
    for pair in bands.windows(2) {
        let [(earlier, first), (later, second)] = pair else {
            continue;
        };
        let end = first.below.map_or(u32::MAX, Span::weight);
        let start = second.from.weight();
        let help = "Each has to start where the one before it ends.";
        if end > start {
            tell(
                format!("The times of `{earlier}` and `{later}` overlap."),
                help,
            );
        } else if start - end >= SMALL_GAP {
            tell(
                format!("There is a gap between the times of `{earlier}` and `{later}`."),
                help,
            );
        }
    }
}

/// Goals and areas are what other conditions build on.
fn goals(protocol: &Protocol, problems: &mut Problems) {
    for goal in protocol.goals {
        goal.when.each(&mut |part| {
            if let Condition::Goal(other) = *part {
                problems.add(
                    "courses.toml",
                    format!("goal `{}`", goal.id),
                    format!("It hangs on another goal, `{}`.", protocol.goal(other).id),
                    "Name the options instead.",
                );
            }
        });
    }
    for area in protocol.areas {
        area.when.each(&mut |part| {
            if let Condition::Area(_) | Condition::Goal(_) | Condition::SeveralAreas = *part {
                problems.add(
                    "areas.toml",
                    format!("area `{}`", area.id),
                    "Whether an area is chosen can hang on options only.",
                    "",
                );
            }
        });
    }
}

/// A deferral ends on a day that can be counted, or with something that can be waited for.
fn waits(protocol: &Protocol, rule: &Rule, problems: &mut Problems) {
    let mut tell = |message: String, help: &str| {
        problems.add(RULES, format!("rule `{}`", rule.id), message, help);
    };
    let Some(wait) = rule.wait else {
        return;
    };
    match wait.from {
        None if !rule.until.is_some() => tell(
            "It defers, but neither counts from a date nor says what to wait for.".to_owned(),
            "Name a date question in `from`, or add `until` to its words.",
        ),
        Some(from) if protocol.question(from).kind != Kind::Date => tell(
            format!(
                "It counts from `{}`, which is not a date.",
                protocol.question(from).id
            ),
            "`from` names a question of the kind `date`.",
        ),
        _ => {}
    }
}

/// Where a deferral ends, the rule that takes over is another, and no stricter one.
fn hands_over(protocol: &Protocol, rule: &Rule, problems: &mut Problems) {
    let mut tell = |message: String, help: &str| {
        problems.add(RULES, format!("rule `{}`", rule.id), message, help);
    };
    let Some(mut next) = rule.then else {
        return;
    };
    let first = protocol.rule(next);
    if first.effect > rule.effect {
        tell(
            format!("It hands over to `{}`, which is stricter.", first.id),
            "A wait that has ended cannot make things worse.",
        );
    }
    for _ in protocol.rules {
        if protocol.rule(next).id == rule.id {
            tell(
                format!("Its hand-over to `{}` leads back to itself.", first.id),
                "Name the rule that holds once the wait has ended.",
            );
            return;
        }
        match protocol.rule(next).then {
            Some(then) => next = then,
            None => return,
        }
    }
}

/// A question that nothing reads wastes the visitor's time.
fn unused(protocol: &Protocol, sites: &[Site<'_>], problems: &mut Problems) {
    let mut used = vec![false; protocol.questions.len()];
    let mut mark = |id: QuestionId| {
        if let Some(used) = used.get_mut(id.index()) {
            *used = true;
        }
    };
    for site in sites {
        speaks_of(protocol, site.condition, &mut mark);
    }
    let waits = protocol.rules.iter().filter_map(|rule| rule.wait?.from);
    waits.for_each(&mut mark);
    let courses = protocol.goals.iter().flat_map(|goal| goal.courses);
    courses.for_each(|course| mark(course.severity));
    for (question, used) in protocol.questions.iter().zip(used) {
        if !used {
            problems.add(
                QUESTIONS,
                format!("question `{}`", question.id),
                "Its answers change nothing: no condition speaks of them.",
                "Use it in a condition, or leave it out.",
            );
        }
    }
}

const QUESTIONS: &str = "questions.toml";
const RULES: &str = "rules.toml";

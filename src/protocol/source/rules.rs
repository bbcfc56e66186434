//! Areas, goals and rules, as tables.

use super::files::{
    AreasFile, CourseEntry, EffectEntry, FitEntry, GoalEntry, ModifierEntry, RuleEntry, RulesFile,
    ScopeEntry,
};
use super::names::{At, Names, missing, need_span};
use super::part::Part;
use super::problem::Problems;
use super::words::Words;
use crate::protocol::{
    Area, Becomes, Condition, Effect, Fit, Goal, Grade, Range, Rule, Scope, Sessions,
    TreatmentCourse, Wait, Word,
};

pub(super) fn areas(
    file: &AreasFile,
    names: &Names,
    words: &mut Words,
    problems: &mut Problems,
) -> &'static [Area] {
    let areas: Vec<_> = file
        .area
        .iter()
        .map(|entry| {
            let label = format!("area `{}`", entry.id);
            let at = At {
                file: "areas.toml",
                entry: &label,
            };
            Area {
                id: entry.id.clone().leak(),
                when: names.condition(&entry.when, Scope::Person, at, problems),
                label: words.required("areas", &entry.id, Part::Label, problems),
                name: words.required("areas", &entry.id, Part::Name, problems),
            }
        })
        .collect();
    areas.leak()
}

pub(super) fn goals(
    entries: &[GoalEntry],
    names: &Names,
    words: &mut Words,
    problems: &mut Problems,
) -> &'static [Goal] {
    let goals: Vec<_> = entries
        .iter()
        .map(|entry| goal(entry, names, words, problems))
        .collect();
    goals.leak()
}

fn goal(entry: &GoalEntry, names: &Names, words: &mut Words, problems: &mut Problems) -> Goal {
    let label = format!("goal `{}`", entry.id);
    let at = At {
        file: "courses.toml",
        entry: &label,
    };
    let courses: Vec<_> = entry
        .course
        .iter()
        .map(|entry| course(entry, names, at, problems))
        .collect();
    let instead = match entry.fit {
        FitEntry::Indicated => Word::NONE,
        FitEntry::Ask => words.optional("goals", &entry.id, Part::Instead),
        FitEntry::Poor => words.required("goals", &entry.id, Part::Instead, problems),
    };
    Goal {
        id: entry.id.clone().leak(),
        fit: match entry.fit {
            FitEntry::Indicated => Fit::Indicated,
            FitEntry::Ask => Fit::Ask,
            FitEntry::Poor => Fit::Poor,
        },
        when: names.condition(&entry.when, Scope::Area, at, problems),
        grade: graded(entry, at, problems),
        interval: entry.interval.unwrap_or(4),
        first_change: entry.first_change,
        full: entry.full,
        courses: courses.leak(),
        label: words.required("goals", &entry.id, Part::Label, problems),
        name: words.required("goals", &entry.id, Part::Name, problems),
        tell: match entry.fit {
            FitEntry::Indicated => words.showed(&entry.id, problems),
            FitEntry::Ask | FitEntry::Poor => {
                words.required("goals", &entry.id, Part::Tell, problems)
            }
        },
        instead,
    }
}

/// Poor goals need no grade: nothing is promised for them.
fn graded(entry: &GoalEntry, at: At<'_>, problems: &mut Problems) -> Grade {
    let found = entry.grade.as_deref().map(|text| (text, grade(text)));
    match (found, entry.fit) {
        (Some((_, Some(grade))), _) => grade,
        (None, FitEntry::Poor) => Grade::D,
        (written, _) => {
            let written = written.map_or("nothing", |(text, _)| text);
            let message = format!("`{written}` is not a grade.");
            problems.add(
                at.file,
                at.entry,
                message,
                "Grades are B, B-, C+, C, D+ and D.",
            );
            Grade::D
        }
    }
}

fn grade(text: &str) -> Option<Grade> {
    Some(match text {
        "B" => Grade::B,
        "B-" => Grade::BMinus,
        "C+" => Grade::CPlus,
        "C" => Grade::C,
        "D+" => Grade::DPlus,
        "D" => Grade::D,
        _ => return None,
    })
}

fn course(
    entry: &CourseEntry,
    names: &Names,
    at: At<'_>,
    problems: &mut Problems,
) -> TreatmentCourse {
    let severity = names.need_question(&entry.severity, at, problems);
    let levels = [
        ("mild", &entry.mild),
        ("moderate", &entry.moderate),
        ("severe", &entry.severe),
    ];
    let ranges: Vec<_> = levels
        .into_iter()
        .filter_map(|(level, text)| {
            let sessions = sessions(text.as_ref()?, at, problems)?;
            let (_, option, _) = names.need_option(&entry.severity, level, at, problems);
            Some(Range {
                option,
                sessions,
                review: entry.review_severe && level == "severe",
            })
        })
        .collect();
    let when = entry.when.as_ref();
    TreatmentCourse {
        when: when.map_or(Condition::Always, |when| {
            names.condition(when, Scope::Area, at, problems)
        }),
        severity,
        ranges: ranges.leak(),
    }
}

fn sessions(text: &str, at: At<'_>, problems: &mut Problems) -> Option<Sessions> {
    let numbers: Vec<u8> = text
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    match numbers.as_slice() {
        &[low, most, high] if 1 <= low && low <= most && most <= high && high <= 6 => {
            Some(Sessions { low, most, high })
        }
        _ => {
            problems.add(
                at.file,
                at.entry,
                format!("`{text}` is not a range of sessions."),
                "Write low-most-high in rising order, at most 6, like `3-4-6`.",
            );
            None
        }
    }
}

pub(super) fn modifiers(
    entries: &[ModifierEntry],
    names: &Names,
    problems: &mut Problems,
) -> &'static [Condition] {
    let conditions: Vec<_> = entries
        .iter()
        .map(|entry| {
            let label = format!("modifier `{}`", entry.id);
            let at = At {
                file: "courses.toml",
                entry: &label,
            };
            names.condition(&entry.when, Scope::Area, at, problems)
        })
        .collect();
    conditions.leak()
}

pub(super) fn rules(
    file: &RulesFile,
    names: &Names,
    words: &mut Words,
    problems: &mut Problems,
) -> &'static [Rule] {
    let rules: Vec<_> = file
        .rule
        .iter()
        .map(|entry| rule(entry, names, words, problems))
        .collect();
    rules.leak()
}

fn rule(entry: &RuleEntry, names: &Names, words: &mut Words, problems: &mut Problems) -> Rule {
    let label = format!("rule `{}`", entry.id);
    let at = At {
        file: "rules.toml",
        entry: &label,
    };
    let scope = match entry.scope {
        ScopeEntry::Person => Scope::Person,
        ScopeEntry::Area => Scope::Area,
    };
    let effect = effect(entry.effect);
    let span = entry
        .wait
        .as_ref()
        .map(|wait| need_span(wait, at, problems));
    let from = entry
        .from
        .as_ref()
        .map(|from| names.need_question(from, at, problems));
    if from.is_some() && span.is_none() {
        problems.add(
            at.file,
            at.entry,
            "It counts from a date but names no wait.",
            "Add `wait = \"…\"`.",
        );
    }
    let reach = entry
        .asked_back
        .as_ref()
        .map(|back| need_span(back, at, problems));
    if reach.is_some_and(|reach| {
        from.is_none() || span.is_some_and(|span| span.weight() > reach.weight())
    }) {
        problems.add(
            at.file,
            at.entry,
            "The quiz has to ask about all of the wait.",
            "Make `asked-back` as long as `wait`, or leave it out where the quiz asks about all time or counts from no date.",
        );
    }
    let part = |part, required, words: &mut Words, problems: &mut Problems| {
        if required {
            words.required("rules", &entry.id, part, problems)
        } else {
            words.optional("rules", &entry.id, part)
        }
    };
    let unsure = match (entry.unsure, effect) {
        (Some(unsure), _) => Some(self::effect(unsure)),
        (None, Effect::Note) => None,
        (None, _) => Some(Effect::Review),
    };
    let softened = effect != Effect::Note && unsure > Some(effect);
    if softened || unsure == Some(Effect::Note) {
        problems.add(
            at.file,
            at.entry,
            "`unsure` must be at least `review` and not stricter than the rule itself.",
            "",
        );
    }
    Rule {
        id: entry.id.clone().leak(),
        effect,
        scope,
        when: names.condition(&entry.when, scope, at, problems),
        wait: (effect == Effect::Defer).then_some(Wait {
            span,
            from,
            team: entry.team,
            reach,
        }),
        becomes: entry.becomes.as_ref().map(|becomes| Becomes {
            when: names.condition(&becomes.when, scope, at, problems),
            effect: becomes.effect.map_or(effect, self::effect),
            span: becomes
                .wait
                .as_ref()
                .map(|wait| need_span(wait, at, problems)),
        }),
        unsure,
        then: entry.then.as_ref().and_then(|then| {
            let found = names.rule(then);
            if found.is_none() {
                missing("rule", then, &names.rules, at, problems);
            }
            found
        }),
        alert: entry.alert,
        medicine: entry.medicine,
        title: part(Part::Title, true, words, problems),
        tell: part(Part::Tell, true, words, problems),
        until: part(Part::Until, false, words, problems),
    }
}

fn effect(entry: EffectEntry) -> Effect {
    match entry {
        EffectEntry::Exclude => Effect::Exclude,
        EffectEntry::Defer => Effect::Defer,
        EffectEntry::Review => Effect::Review,
        EffectEntry::Note => Effect::Note,
    }
}

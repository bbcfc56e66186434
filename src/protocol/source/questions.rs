//! Questions and screens, from drafts to tables.

use super::files::{KindEntry, OptionEntry, QuestionEntry, QuestionsFile};
use super::names::{At, Names, QuestionName, need_band};
use super::part::Part;
use super::problem::Problems;
use super::words::{QUESTIONS, Words};
use crate::protocol::{Choice, Condition, Kind, Question, QuestionId, Role, Scope, Screen};

/// At most so many options in a fieldset, beside "none of these" and "not sure".
const MOST_OPTIONS: usize = 8;

/// A screen with its questions, those that ask "where" already spelt out.
#[derive(Debug)]
pub(super) struct ScreenDraft<'a> {
    pub(super) id: String,
    pub(super) questions: Vec<Draft<'a>>,
}

/// A question before its names are resolved.
#[derive(Debug)]
pub(super) enum Draft<'a> {
    /// As written.
    Written {
        entry: &'a QuestionEntry,
        places: Vec<Option<QuestionId>>,
    },
    /// "Where is this?", made for an option about the treatment area.
    Where {
        question: &'a str,
        option: &'a str,
        areas: &'a [String],
    },
}

impl Draft<'_> {
    pub(super) fn name(&self) -> QuestionName {
        match self {
            Draft::Written { entry, places } => QuestionName {
                id: entry.id.clone(),
                options: options(entry).into_iter().map(|(id, ..)| id).collect(),
                places: places.clone(),
            },
            Draft::Where {
                question,
                option,
                areas,
            } => QuestionName {
                id: format!("{question}.{option}.where"),
                options: areas.to_vec(),
                places: vec![None; areas.len()],
            },
        }
    }
}

/// Every option of a question as written, with "none of these" and "not sure" at the end.
fn options(entry: &QuestionEntry) -> Vec<(String, Role, Option<&OptionEntry>)> {
    let severity = ["mild", "moderate", "severe"];
    let severity = severity
        .iter()
        .filter(|_| entry.kind == KindEntry::Severity);
    let mut options: Vec<_> = severity
        .map(|id| ((*id).to_owned(), Role::Plain, None))
        .collect();
    for option in &entry.options {
        let role = if option.id == "unsure" {
            Role::Unsure
        } else {
            Role::Plain
        };
        options.push((option.id.clone(), role, Some(option)));
    }
    if entry.none {
        options.push(("none".to_owned(), Role::None, None));
    }
    if entry.unsure {
        options.push(("unsure".to_owned(), Role::Unsure, None));
    }
    options
}

/// Spells out the "where" questions, on a screen of their own behind the one that opens them.
pub(super) fn drafts<'a>(file: &'a QuestionsFile, areas: &'a [String]) -> Vec<ScreenDraft<'a>> {
    let mut screens: Vec<ScreenDraft<'a>> = Vec::new();
    let mut next = 0;
    for screen in &file.screen {
        let mut first_where = next + screen.question.len();
        let mut written = Vec::new();
        let mut asking_where = Vec::new();
        for entry in &screen.question {
            let mut places = vec![None; options(entry).len()];
            let placed = entry
                .options
                .iter()
                .enumerate()
                .filter(|(_, option)| option.placed);
            for (index, option) in placed {
                if let Some(place) = places.get_mut(index) {
                    *place = u16::try_from(first_where).ok().map(QuestionId);
                }
                first_where += 1;
                asking_where.push(Draft::Where {
                    question: &entry.id,
                    option: &option.id,
                    areas,
                });
            }
            written.push(Draft::Written { entry, places });
        }
        next = first_where;
        screens.push(ScreenDraft {
            id: screen.id.clone(),
            questions: written,
        });
        if !asking_where.is_empty() {
            screens.push(ScreenDraft {
                id: "where".to_owned(),
                questions: asking_where,
            });
        }
    }
    screens
}

/// Two questions or two options with one id.
pub(super) fn report_duplicates(names: &Names, problems: &mut Problems) {
    let mut twice = |what: &str, file: &str, ids: Vec<&String>| {
        for (index, id) in ids.iter().enumerate() {
            if ids.iter().take(index).any(|earlier| earlier == id) {
                problems.add(
                    file,
                    what.replace("{}", id),
                    "This id is used twice.",
                    "Give each its own id.",
                );
            }
        }
    };
    twice(
        "question `{}`",
        "questions.toml",
        names
            .questions
            .iter()
            .map(|question| &question.id)
            .collect(),
    );
    // Where questions offer the areas, which are looked at by themselves.
    let of_areas = |question: &&QuestionName| question.options == names.areas;
    for question in names
        .questions
        .iter()
        .filter(|question| !of_areas(question))
    {
        twice(
            &format!("option `{{}}` of `{}`", question.id),
            "questions.toml",
            question.options.iter().collect(),
        );
    }
    twice("area `{}`", "areas.toml", names.areas.iter().collect());
    twice("goal `{}`", "courses.toml", names.goals.iter().collect());
    twice("rule `{}`", "rules.toml", names.rules.iter().collect());
    twice(
        "source `{}`",
        "sources.toml",
        names.sources.iter().collect(),
    );
}

/// Sets of ids are kept as 32 bits.
const MOST_MEMBERS: usize = 32;

/// Lists that are too long for a set.
pub(super) fn report_long_lists(names: &Names, problems: &mut Problems) {
    let mut check = |file: &str, entry: String, length: usize| {
        if length > MOST_MEMBERS {
            let message =
                format!("There are {length} of them; at most {MOST_MEMBERS} are possible.");
            problems.add(file, entry, message, "Leave some out, or ask a developer.");
        }
    };
    check("areas.toml", "areas".to_owned(), names.areas.len());
    check("courses.toml", "goals".to_owned(), names.goals.len());
    for question in &names.questions {
        check(
            "questions.toml",
            format!("options of `{}`", question.id),
            question.options.len(),
        );
    }
}

/// The table of questions.
pub(super) fn questions(
    drafts: &[ScreenDraft<'_>],
    names: &Names,
    words: &mut Words,
    problems: &mut Problems,
) -> &'static [Question] {
    let drafts: Vec<_> = drafts.iter().flat_map(|screen| &screen.questions).collect();
    let groups: Vec<_> = drafts
        .iter()
        .filter_map(|draft| match draft {
            Draft::Written { entry, .. } => entry.one_of.clone(),
            Draft::Where { .. } => None,
        })
        .collect();
    let questions: Vec<_> = drafts
        .iter()
        .map(|draft| match draft {
            Draft::Written { entry, places } => {
                written(entry, places, &groups, names, words, problems)
            }
            Draft::Where {
                question,
                option,
                areas,
            } => asking_where(question, option, areas, names, words, problems),
        })
        .collect();
    questions.leak()
}

fn written(
    entry: &QuestionEntry,
    places: &[Option<QuestionId>],
    groups: &[String],
    names: &Names,
    words: &mut Words,
    problems: &mut Problems,
) -> Question {
    let label = format!("question `{}`", entry.id);
    let at = At {
        file: "questions.toml",
        entry: &label,
    };
    let about = entry.about.as_ref().map(|about| {
        let (question, option) = about.split_once(':').unwrap_or((about, ""));
        let (question, option, _) = names.need_option(question, option, at, problems);
        (question, option)
    });
    let asked = match (&entry.asked, about) {
        (Some(asked), _) => names.condition(asked, Scope::Person, at, problems),
        (None, Some((question, option))) => Condition::Chosen(question, option),
        (None, None) => Condition::Always,
    };
    let shared = if entry.kind == KindEntry::Severity {
        Some("severity")
    } else {
        entry.words.as_deref()
    };
    let key = shared.unwrap_or(&entry.id);
    let options = options(entry);
    let plain = options
        .iter()
        .filter(|(_, role, _)| *role == Role::Plain)
        .count();
    if plain > MOST_OPTIONS {
        problems.add(
            at.file,
            at.entry,
            format!(
                "It has {plain} options; more than {MOST_OPTIONS} are hard to read on a phone."
            ),
            "Split it into two questions on one screen.",
        );
    }
    let ids: Vec<_> = options.iter().map(|(id, ..)| id.clone()).collect();
    words.report_options(key, &ids, problems);
    let choices: Vec<_> = options
        .into_iter()
        .zip(places)
        .map(|((id, role, option), place)| {
            let fallback = match role {
                Role::Plain => None,
                Role::None => Some("option-none"),
                Role::Unsure => Some("option-unsure"),
            };
            let (label, hint) = words.option(key, &id, fallback, problems);
            let band = option.and_then(|option| option.since.as_deref());
            Choice {
                id: id.leak(),
                role,
                shown: Condition::Always,
                band: band.map(|band| need_band(band, at, problems)),
                place: *place,
                label,
                hint,
            }
        })
        .collect();
    Question {
        id: entry.id.clone().leak(),
        kind: match entry.kind {
            KindEntry::Single | KindEntry::Severity => Kind::Single,
            KindEntry::Multi => Kind::Multi,
            KindEntry::Number => Kind::Number {
                min: entry.min.unwrap_or(0),
                max: entry.max.unwrap_or(u16::MAX),
            },
            KindEntry::Date => Kind::Date,
        },
        asked,
        options: choices.leak(),
        one_of: entry
            .one_of
            .as_ref()
            .and_then(|group| groups.iter().position(|known| known == group))
            .map(|index| index as u8),
        about,
        title: words.required(QUESTIONS, key, Part::Title, problems),
        hint: words.optional(QUESTIONS, key, Part::Hint),
        why: words.optional(QUESTIONS, key, Part::Why),
    }
}

fn asking_where(
    question: &str,
    option: &str,
    areas: &[String],
    names: &Names,
    words: &mut Words,
    problems: &mut Problems,
) -> Question {
    let at = At {
        file: "questions.toml",
        entry: question,
    };
    let (about, chosen, _) = names.need_option(question, option, at, problems);
    let choices: Vec<_> = areas
        .iter()
        .filter_map(|area| names.area(area).map(|id| (area, id)))
        .map(|(area, id)| Choice {
            id: area.clone().leak(),
            role: Role::Plain,
            shown: Condition::Area(id),
            band: None,
            place: None,
            label: words.required("areas", area, Part::Label, problems),
            hint: crate::protocol::Word::NONE,
        })
        .collect();
    Question {
        id: format!("{question}.{option}.where").leak(),
        kind: Kind::Multi,
        asked: Condition::All(
            vec![Condition::Chosen(about, chosen), Condition::SeveralAreas].leak(),
        ),
        options: choices.leak(),
        one_of: None,
        about: Some((about, chosen)),
        title: words.required(QUESTIONS, "where", Part::Title, problems),
        hint: words.optional(QUESTIONS, "where", Part::Hint),
        why: words.optional(QUESTIONS, "where", Part::Why),
    }
}

/// The table of screens.
pub(super) fn screens(
    drafts: &[ScreenDraft<'_>],
    names: &Names,
    words: &mut Words,
    problems: &mut Problems,
) -> &'static [Screen] {
    let screens: Vec<_> = drafts
        .iter()
        .map(|screen| {
            let ids: Vec<_> = screen
                .questions
                .iter()
                .filter_map(|draft| names.question(&draft.name().id))
                .collect();
            Screen {
                questions: ids.leak(),
                title: words.required("screens", &screen.id, Part::Title, problems),
            }
        })
        .collect();
    screens.leak()
}

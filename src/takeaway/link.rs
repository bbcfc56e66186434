//! A result as the fragment of an address: the answers, and beside them the day, the version of the
//! protocol, the verdict and the reasons, so that it can be said what differs later.
//!
//! Browsers send no fragment to a server. Whoever has the link has the answers.
//!
//! The text is [`MARK`], then letters, then [`END`]. The letters hold a byte for the format, the
//! packed content, and a sum of 32 bits over all before it; these two stay where they are in every
//! format to come.

use std::rc::Rc;

use super::bits::{Packer, Unpacker, bytes, letters, sum};
use super::tag;
use crate::assess::{Answer, Answers, Assessment, Cause, Chosen, Verdict, assess, assess_partly};
use crate::protocol::{Date, Gather, OptionId, Protocol, QuestionId};
use crate::quiz::{Notice, Opened, Place, Quiz, Then};

/// What the fragment of a link begins with.
pub const MARK: &str = "r=";
/// The last letter. Programs that find addresses in messages leave out marks at their end, never a
/// letter; and where it is missing, the link was cut.
const END: char = 'z';
const FORMAT: u8 = 1;
/// The longest fragment that is read, in characters. The longest that is written is a third of it.
const LONGEST: usize = 2_000;
/// Days are counted from here.
const FIRST_DAY: Date = Date {
    year: 1900,
    month: 1,
    day: 1,
};
const DAY_BITS: u32 = 19;

const VERDICTS: [Verdict; 6] = [
    Verdict::Suitable,
    Verdict::Review,
    Verdict::Defer,
    Verdict::NotIndicated,
    Verdict::Exclude,
    Verdict::OutOfScope,
];

/// The fragment for a result, without `#`. Only answers that it rests on are in it.
#[inline(never)]
pub fn fragment(
    protocol: &Protocol,
    overlay: u32,
    on: Date,
    answers: &Answers,
    assessment: &Assessment,
) -> String {
    let mut bits = Packer::default();
    bits.put(u32::from(FORMAT), 8);
    bits.put(protocol.version.len() as u32, 4);
    for letter in protocol.version.bytes().take(15) {
        bits.put(u32::from(letter), 7);
    }
    bits.put(u32::from(overlay != 0), 1);
    if overlay != 0 {
        bits.put(overlay, 32);
    }
    put_day(&mut bits, on);
    bits.put(u32::from(assessment.partial), 1);
    let verdict = VERDICTS
        .iter()
        .position(|known| *known == assessment.verdict);
    bits.put(verdict.unwrap_or(0) as u32, 3);
    let reasons = reasons(protocol, assessment);
    bits.put(reasons.len() as u32, 8);
    for reason in reasons {
        bits.put(u32::from(reason), 16);
    }
    let answers = answers.on_path(protocol, on);
    bits.put(answers.iter().count() as u32, 8);
    for (question, answer) in answers.iter() {
        bits.put(
            tag::question(protocol.question(question)),
            tag::QUESTION_BITS,
        );
        put_answer(&mut bits, answer);
    }
    let mut content = bits.finish();
    content.extend(sum(&content).to_be_bytes());
    [MARK, &letters(&content), "z"].concat()
}

#[inline(never)]
fn reasons(protocol: &Protocol, assessment: &Assessment) -> Vec<u16> {
    let causes = assessment.findings.iter().map(|finding| finding.cause);
    causes.map(|cause| tag::cause(protocol, cause)).gather()
}

#[inline(never)]
fn put_day(bits: &mut Packer, day: Date) {
    bits.put((day.days() - FIRST_DAY.days()) as u32, DAY_BITS);
}

/// Three bits for the kind, which for up to four options is also their number.
pub(super) fn put_answer(bits: &mut Packer, answer: Answer) {
    match answer {
        Answer::Number(number) => {
            bits.put(0, 3);
            bits.put(u32::from(number), 16);
        }
        Answer::Day(day) => {
            bits.put(1, 3);
            put_day(bits, day);
        }
        Answer::Month(year, month) => {
            bits.put(2, 3);
            bits.put(u32::from(year), 12);
            bits.put(u32::from(month), 4);
        }
        Answer::Options(chosen) => {
            let count = chosen.len() as u32;
            if (1..=4).contains(&count) {
                bits.put(2 + count, 3);
            } else {
                bits.put(7, 3);
                bits.put(count, 6);
            }
            for option in chosen.iter() {
                bits.put(u32::from(option.0), 5);
            }
        }
    }
}

/// What a link holds.
struct Link {
    version: String,
    overlay: u32,
    on: Date,
    partial: bool,
    then: Then,
    answers: Answers,
    /// Every answer belongs to a question of this protocol.
    whole: bool,
}

/// Reads a fragment that begins with [`MARK`]; tells what is wrong with any other.
fn read(protocol: &Protocol, fragment: &str) -> Result<Link, Notice> {
    if fragment.len() > LONGEST {
        return Err(Notice::LinkTooLong);
    }
    let text = fragment.strip_prefix(MARK).ok_or(Notice::LinkAltered)?;
    let text = text.strip_suffix(END).ok_or(Notice::LinkCut)?;
    let content = bytes(text).ok_or(Notice::LinkAltered)?;
    let (content, written) = content.split_last_chunk::<4>().ok_or(Notice::LinkAltered)?;
    if sum(content) != u32::from_be_bytes(*written) {
        return Err(Notice::LinkAltered);
    }
    if content.first() != Some(&FORMAT) {
        return Err(Notice::LinkUnknown);
    }
    unpack(protocol, content).ok_or(Notice::LinkAltered)
}

#[inline(never)]
fn unpack(protocol: &Protocol, content: &[u8]) -> Option<Link> {
    let mut bits = Unpacker::new(content);
    bits.take(8)?;
    let mut version = String::new();
    for _ in 0..bits.take(4)? {
        version.push(char::from(bits.take(7)? as u8));
    }
    let overlay = if bits.take(1)? == 1 {
        bits.take(32)?
    } else {
        0
    };
    let on = take_day(&mut bits)?;
    let partial = bits.take(1)? == 1;
    let verdict = VERDICTS.get(bits.take(3)? as usize).copied()?;
    let mut reasons = Vec::new();
    for _ in 0..bits.take(8)? {
        reasons.push(bits.take(16)? as u16);
    }
    let mut answers = Answers::default();
    let mut whole = true;
    for _ in 0..bits.take(8)? {
        let tag = bits.take(tag::QUESTION_BITS)?;
        let answer = take_answer(&mut bits)?;
        let known = protocol
            .question_ids()
            .find(|id| tag::question(protocol.question(*id)) == tag)
            .filter(|id| has_room(protocol, *id, answer));
        match known {
            Some(id) if answers.get(id).is_none() => answers.set(id, Some(answer)),
            Some(_) => return None,
            None => whole = false,
        }
    }
    bits.ends_here().then_some(Link {
        version,
        overlay,
        on,
        partial,
        then: Then { verdict, reasons },
        answers,
        whole,
    })
}

#[inline(never)]
fn take_day(bits: &mut Unpacker<'_>) -> Option<Date> {
    let days = bits.take(DAY_BITS)? as i32;
    let day = Date::from_days(FIRST_DAY.days() + days);
    // Days past the last one that can be told would come out as that one.
    (day.days() - FIRST_DAY.days() == days).then_some(day)
}

#[inline(never)]
fn take_answer(bits: &mut Unpacker<'_>) -> Option<Answer> {
    let count = match bits.take(3)? {
        0 => return Some(Answer::Number(bits.take(16)? as u16)),
        1 => return take_day(bits).map(Answer::Day),
        2 => {
            let first = Date::new(bits.take(12)? as u16, bits.take(4)? as u8, 1)?;
            return Some(Answer::Month(first.year, first.month));
        }
        7 => bits.take(6)?,
        count => count - 2,
    };
    let mut chosen = Chosen::default();
    for _ in 0..count {
        chosen = chosen.with(OptionId(bits.take(5)? as u8));
    }
    (count > 0 && chosen.len() == count as usize).then_some(Answer::Options(chosen))
}

/// Whether the question has every option of the answer.
fn has_room(protocol: &Protocol, id: QuestionId, answer: Answer) -> bool {
    match answer {
        Answer::Options(chosen) => {
            let offered = protocol.question(id).options.len();
            chosen.iter().all(|option| option.index() < offered)
        }
        _ => true,
    }
}

/// Opens a link: the same result for the same protocol, and otherwise one that is worked out anew and
/// told as such. Answers that no longer fit are asked for again. Whatever is not exactly a link of
/// ours is told, and nothing of it is used.
#[inline(never)]
pub fn open(
    protocol: &Protocol,
    overlay: u32,
    today: Date,
    fragment: &str,
) -> Result<Quiz, Notice> {
    let link = read(protocol, fragment)?;
    // A day of grace: elsewhere on the earth it is tomorrow already.
    if link.on.days() > today.days() + 1 {
        return Err(Notice::LinkFuture);
    }
    let mut opened = Opened {
        on: link.on,
        link: fragment.to_owned(),
        then: None,
    };
    if link.version == protocol.version && link.overlay == overlay {
        if !link.whole {
            return Err(Notice::LinkAltered);
        }
        let complete = link.answers.complete(protocol, link.on);
        let assessment = match complete {
            Ok(complete) if !link.partial => Some(assess(protocol, &complete)),
            Err(_) if link.partial => assess_partly(protocol, &link.answers, link.on),
            _ => None,
        };
        let assessment = assessment.ok_or(Notice::LinkAltered)?;
        let same = assessment.verdict == link.then.verdict
            && reasons(protocol, &assessment) == link.then.reasons;
        if same {
            return Ok(Quiz {
                place: Place::Recommendation {
                    partial: link.partial,
                },
                opened: Some(Rc::new(opened)),
                ..Quiz::about(protocol, link.answers)
            });
        }
    }
    opened.then = Some(link.then);
    let ruled_out = link.partial && assess_partly(protocol, &link.answers, today).is_some();
    let mut quiz = Quiz::resumed(protocol, today, link.answers);
    if ruled_out && matches!(quiz.place, Place::Question(_)) {
        quiz.place = Place::Recommendation { partial: true };
    }
    if matches!(quiz.place, Place::Question(_)) {
        quiz.notice = Some(Notice::LinkAsksMore);
    }
    quiz.opened = Some(Rc::new(opened));
    Ok(quiz)
}

/// What differs between a result as a link tells it and as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differences {
    /// Reasons that are none any more; `None` for one that this protocol does not know.
    pub gone: Vec<Option<Cause>>,
    /// Reasons that were none.
    pub new: Vec<Cause>,
}

/// Compares the reasons.
#[inline(never)]
pub fn differences(protocol: &Protocol, then: &Then, now: &Assessment) -> Differences {
    let tags = reasons(protocol, now);
    let gone = then.reasons.iter().filter(|tag| !tags.contains(tag));
    let all = || {
        let rules = protocol.rule_ids().map(Cause::Rule);
        let goals = protocol.goal_ids().map(Cause::Goal);
        rules.chain(goals).chain([Cause::Expired])
    };
    let known = |wanted: &u16| all().find(|cause| tag::cause(protocol, *cause) == *wanted);
    let causes = now.findings.iter().map(|finding| finding.cause);
    Differences {
        gone: gone.map(known).gather(),
        new: causes
            .filter(|cause| !then.reasons.contains(&tag::cause(protocol, *cause)))
            .gather(),
    }
}

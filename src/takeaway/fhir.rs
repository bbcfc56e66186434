//! The answers as HL7 FHIR R4: a `Bundle` that holds the `Questionnaire` and the
//! `QuestionnaireResponse` that answers it (hl7.org/fhir/R4).
//!
//! Link ids are question ids, codes are option ids. Nobody is named: there is no `subject`.

use super::bits::{Packer, sum};
use super::json::Json;
use super::link::put_answer;
use crate::assess::{Answer, Answers};
use crate::protocol::{
    Condition, Date, Gather, Kind, OptionId, Protocol, Question, QuestionId, Role,
};
use crate::text::Locale;

/// The canonical address of the questionnaire. It stays; versions are those of the protocol.
const CANONICAL: &str = "urn:uuid:8d0f7a54-3c0e-4b7e-9f6b-5a1c6e0d2b47";
/// The response's own address, up to what comes from its content.
const RESPONSE: &str = "urn:uuid:1b9e4c62-7a35-4d08-8e21-0000";
const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
/// Added to the link id of a question about a date, where it may be answered by an option instead:
/// in FHIR, an item has answers of one type.
const BAND: &str = ".band";
const CHOICE: &str = "choice";

/// The bundle, for answers that were given on a day; only those on the path are in it.
#[inline(never)]
pub fn bundle(
    protocol: &Protocol,
    locale: &Locale,
    title: &str,
    on: Date,
    answers: &Answers,
    complete: bool,
) -> String {
    let mut writer = Writer {
        protocol,
        locale,
        json: Json::default(),
    };
    writer.bundle(
        title,
        &on.to_string(),
        &answers.on_path(protocol, on),
        complete,
    );
    writer.json.finish()
}

/// Writes one bundle.
struct Writer<'a> {
    protocol: &'a Protocol,
    locale: &'a Locale,
    json: Json,
}

impl Writer<'_> {
    fn bundle(&mut self, title: &str, on: &str, given: &Answers, complete: bool) {
        let version = self.protocol.version;
        self.json.open('{');
        self.json.field("resourceType", "Bundle");
        self.json.field("type", "collection");
        self.json.open_field("entry", '[');

        self.entry(CANONICAL, "Questionnaire");
        self.json.field("url", CANONICAL);
        self.json.field("version", version);
        self.json.field("title", title);
        // Active only once a clinician has signed it off.
        let signed = self.protocol.signed_off;
        self.json
            .field("status", if signed { "active" } else { "draft" });
        self.json.open_field("subjectType", '[');
        self.json.text("Patient");
        self.json.close(']');
        self.json.field("date", &self.protocol.released.to_string());
        self.json.open_field("item", '[');
        for id in self.protocol.question_ids() {
            self.question(id);
        }
        self.end_entry();

        let mut bits = Packer::default();
        for byte in on.bytes() {
            bits.put(u32::from(byte), 8);
        }
        for (id, answer) in given.iter() {
            bits.put(u32::from(id.0), 16);
            put_answer(&mut bits, answer);
        }
        let own = format!("{RESPONSE}{:08x}", sum(&bits.finish()));
        self.entry(&own, "QuestionnaireResponse");
        let answered = [CANONICAL, "|", version].concat();
        self.json.field("questionnaire", &answered);
        let status = if complete { "completed" } else { "in-progress" };
        self.json.field("status", status);
        self.json.field("authored", on);
        self.json.open_field("item", '[');
        for (id, answer) in given.iter() {
            self.given(id, answer);
        }
        self.end_entry();

        self.json.close(']');
        self.json.close('}');
    }

    /// Begins an entry and its resource.
    fn entry(&mut self, address: &str, kind: &str) {
        self.json.open('{');
        self.json.field("fullUrl", address);
        self.json.open_field("resource", '{');
        self.json.field("resourceType", kind);
        self.json.field("language", self.locale.tag);
    }

    /// Ends an entry, its resource and its items.
    fn end_entry(&mut self) {
        self.json.close(']');
        self.json.close('}');
        self.json.close('}');
    }

    /// The link id of an item, and the words of its question with what it follows up named.
    fn begin_item(&mut self, id: QuestionId, band: bool) {
        let question = self.protocol.question(id);
        let about = question.about.map_or("", |(parent, option)| {
            self.locale.text(self.protocol.option(parent, option).label)
        });
        let words = self.locale.fill(question.title, &[("about", about)]);
        let link = [question.id, if band { BAND } else { "" }].concat();
        self.json.open('{');
        self.json.field("linkId", &link);
        self.json.field("text", &words);
    }

    /// A question as one item, or as two where it takes a date or an option.
    fn question(&mut self, id: QuestionId) {
        let question = self.protocol.question(id);
        let kind = match question.kind {
            Kind::Number { .. } => "integer",
            Kind::Date => "date",
            Kind::Single | Kind::Multi => CHOICE,
        };
        self.item(id, kind, false);
        if question.kind == Kind::Date && !question.options.is_empty() {
            self.item(id, CHOICE, true);
        }
    }

    fn item(&mut self, id: QuestionId, kind: &str, band: bool) {
        let question = self.protocol.question(id);
        self.begin_item(id, band);
        self.json.field("type", kind);
        let (asked, any) = enable_when(question);
        if !asked.is_empty() {
            self.json.open_field("enableWhen", '[');
            for (id, option) in &asked {
                self.json.open('{');
                self.json.field("question", self.protocol.question(*id).id);
                self.json.field("operator", "=");
                self.coding("answerCoding", *id, *option, false);
                self.json.close('}');
            }
            self.json.close(']');
        }
        if asked.len() > 1 {
            let behavior = if any { "any" } else { "all" };
            self.json.field("enableBehavior", behavior);
        }
        if question.kind == Kind::Multi {
            self.json.plain_field("repeats", "true");
        }
        if kind == CHOICE {
            self.json.open_field("answerOption", '[');
            for option in (0..question.options.len() as u8).map(OptionId) {
                self.json.open('{');
                if self.protocol.option(id, option).role == Role::None {
                    self.json.open_field("extension", '[');
                    self.json.open('{');
                    self.json.field("url", EXCLUSIVE);
                    self.json.plain_field("valueBoolean", "true");
                    self.json.close('}');
                    self.json.close(']');
                }
                self.coding("valueCoding", id, option, true);
                self.json.close('}');
            }
            self.json.close(']');
        }
        self.json.close('}');
    }

    fn coding(&mut self, name: &str, id: QuestionId, option: OptionId, words: bool) {
        let choice = self.protocol.option(id, option);
        self.json.open_field(name, '{');
        let system = [CANONICAL, "#", self.protocol.question(id).id].concat();
        self.json.field("system", &system);
        self.json.field("code", choice.id);
        if words {
            self.json.field("display", self.locale.text(choice.label));
        }
        self.json.close('}');
    }

    /// One answer.
    fn given(&mut self, id: QuestionId, answer: Answer) {
        let date = self.protocol.question(id).kind == Kind::Date;
        self.begin_item(id, date && matches!(answer, Answer::Options(_)));
        self.json.open_field("answer", '[');
        match answer {
            Answer::Options(chosen) => {
                for option in chosen.iter() {
                    self.json.open('{');
                    self.coding("valueCoding", id, option, true);
                    self.json.close('}');
                }
            }
            Answer::Number(number) => {
                self.json.open('{');
                self.json.plain_field("valueInteger", &number.to_string());
                self.json.close('}');
            }
            Answer::Day(date) => self.date(&date.to_string()),
            // A date of FHIR may end with its month.
            Answer::Month(year, month) => self.date(&format!("{year:04}-{month:02}")),
        }
        self.json.close(']');
        self.json.close('}');
    }

    fn date(&mut self, date: &str) {
        self.json.open('{');
        self.json.field("valueDate", date);
        self.json.close('}');
    }
}

/// When a question is asked, as far as FHIR can say it: options of which all or any are chosen. What
/// it cannot say, such as a time that has passed, is left out, so that an item may be open that our
/// quiz skips, and never the other way round.
fn enable_when(question: &Question) -> (Vec<(QuestionId, OptionId)>, bool) {
    match question.asked {
        Condition::Any(parts) => (any_of(parts), true),
        Condition::All(parts) => {
            let mut all = Vec::new();
            let mut any = Vec::new();
            for part in parts {
                match part {
                    Condition::Any(parts) => any = any_of(parts),
                    part => all.extend(chosen(part)),
                }
            }
            if all.is_empty() {
                (any, true)
            } else {
                (all, false)
            }
        }
        ref one => (chosen(one).into_iter().gather(), false),
    }
}

/// The options, or none if something else would do as well.
fn any_of(parts: &[Condition]) -> Vec<(QuestionId, OptionId)> {
    let mut any = Vec::new();
    for part in parts {
        match chosen(part) {
            Some(option) => any.push(option),
            None => return Vec::new(),
        }
    }
    any
}

fn chosen(condition: &Condition) -> Option<(QuestionId, OptionId)> {
    match *condition {
        Condition::Chosen(id, option) | Condition::Here(id, option, _) => Some((id, option)),
        _ => None,
    }
}

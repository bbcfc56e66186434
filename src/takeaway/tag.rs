//! Short forms of public ids, for links. They come from the ids themselves, so that a link can be
//! read by later versions of the protocol, whatever stands where by then.

use crate::assess::Cause;
use crate::protocol::{Protocol, Question};

/// How many bits the short form of a question has.
pub(super) const QUESTION_BITS: u32 = 24;

/// A question with the options that it offers, in order. If an option came or went, it is another
/// question: "none of these" means something else now, and has to be said anew.
pub fn question(question: &Question) -> u32 {
    let options = question.options.iter().map(|option| option.id);
    let hash = hash([question.id].into_iter().chain(options));
    hash >> QUESTION_BITS ^ hash & ((1 << QUESTION_BITS) - 1)
}

/// What a finding goes back to.
pub fn cause(protocol: &Protocol, cause: Cause) -> u16 {
    let hash = hash([match cause {
        Cause::Rule(id) => protocol.rule(id).id,
        Cause::Goal(id) => protocol.goal(id).id,
        Cause::Expired => "protocol-review-date",
    }]);
    (hash >> 16 ^ hash) as u16
}

/// FNV-1a, with a mark behind each part.
fn hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> u32 {
    let bytes = parts
        .into_iter()
        .flat_map(|part| part.bytes().chain([b'\n']));
    bytes.fold(0x811c_9dc5, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

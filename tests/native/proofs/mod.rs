//! What holds for every possible answer set, proved with decision diagrams; a claim that does not
//! hold is told with somebody for whom it fails.
//!
//! | invariant of the dossier (section 8) | where |
//! |---|---|
//! | 1 monotonic | `monotonic` |
//! | 2 maximum; 6 unknown is not no; 9 no double counting | `verdicts` |
//! | 3 pregnancy, 4 label floor, 5 keloid floor, 10 medicine, 11 doctor first | `floors` |
//! | 7 notes are inert, 8 skin tone | `verdicts` |
//! | 12 no date without an anchor, 13 boundaries, 14 after the wait | `waits` |
//! | 15 area scope | `monotonic` |
//! | 16 every finding is shown | `agreement` (each rule that fires is a finding); on screen: `views` |
//! | 17 no number on exclude | the types of `assess::Recommendation`; `laws::estimate` |
//! | 18 out of scope | `verdicts` |
//! | 21 every class reachable | `reachable` |
//! | 19 wording, 20 privacy, 22 determinism and version | not about rules: `protocol::mistakes`, `e2e`, `laws` |

mod agreement;
pub(crate) mod diagram;
mod floors;
mod monotonic;
mod own_questions;
mod reachable;
mod reduction;
mod verdicts;
mod waits;
mod wrong;

use std::sync::LazyLock;

use biodivine_lib_bdd::Bdd;

use self::diagram::Diagrams;

/// The diagrams of the shipped protocol.
pub(crate) static SHIPPED: LazyLock<Diagrams> =
    LazyLock::new(|| Diagrams::new(crate::support::protocol()));

impl Diagrams {
    /// Somebody for whom the claim fails, in words.
    pub(crate) fn against(&self, claim: &Bdd) -> Option<String> {
        let failing = self.valid.and_not(claim);
        let witness = failing.sat_witness()?;
        Some(self.describe(&witness))
    }

    /// The claim holds for every answer set.
    #[track_caller]
    pub(crate) fn prove(&self, name: &str, claim: &Bdd) {
        if let Some(somebody) = self.against(claim) {
            panic!("{name} does not hold for somebody:\n{somebody}");
        }
    }

    /// Some answer set fulfils this.
    pub(crate) fn possible(&self, claim: &Bdd) -> bool {
        !self.valid.and(claim).is_false()
    }
}

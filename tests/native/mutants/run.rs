//! Runs the hand-written expectations against changed files.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use microneedling_quiz::protocol::source::Compiled;

use super::Mutant;
use super::calm::Workshop;
use crate::items::Tables;
use crate::vignettes::{Ready, cases};

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    /// The files no longer compile.
    Refused,
    /// A vignette fails.
    Vignette,
    /// A row of a table fails.
    Table,
    Survived,
}

impl Fate {
    pub(super) fn told(self) -> &'static str {
        match self {
            Fate::Refused => "caught by the compiler",
            Fate::Vignette => "caught by a vignette",
            Fate::Table => "caught by a table",
            Fate::Survived => "survived",
        }
    }
}

/// The expectations.
pub(super) struct Judges {
    cases: Vec<(Ready, String)>,
    tables: Tables,
}

impl Judges {
    pub(super) fn read() -> Judges {
        let ready = |case| {
            let ready = Ready::new(case);
            let text = format!("{:?}", ready.case);
            (ready, text)
        };
        Judges {
            cases: cases().into_iter().map(ready).collect(),
            tables: Tables::read(),
        }
    }

    /// Those that speak of the changed entry first: they are the likely ones to fail.
    pub(super) fn in_order<'a>(&'a self, entry: &'a str) -> impl Iterator<Item = &'a Ready> {
        let names: Vec<_> = entry.split(" / ").collect();
        let speaks = move |text: &str| names.iter().any(|name| text.contains(name));
        let (first, then): (Vec<_>, Vec<_>) = self.cases.iter().partition(|(_, text)| speaks(text));
        first.into_iter().chain(then).map(|(ready, _)| ready)
    }

    fn fate(&self, mutant: &Mutant, compiled: &Compiled) -> Fate {
        let protocol = &compiled.protocol;
        let case = || {
            self.in_order(&mutant.entry)
                .any(|case| !case.holds(protocol))
        };
        let table = || !self.tables.differences(compiled).is_empty();
        // Cases speak no words, so a change of words alone need not be held against all of them.
        let words = mutant
            .files
            .iter()
            .all(|(name, _)| name.starts_with("words/"));
        if words && table() {
            Fate::Table
        } else if case() {
            Fate::Vignette
        } else if table() {
            Fate::Table
        } else {
            Fate::Survived
        }
    }
}

/// The fates of all, on every core.
pub(super) fn all(workshop: &Workshop, mutants: &[Mutant], judges: &Judges) -> Vec<Fate> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((index, mutant)) = {
            let index = next.fetch_add(1, Ordering::Relaxed);
            mutants.get(index).map(|mutant| (index, mutant))
        } {
            let fate = workshop
                .build(mutant)
                .map_or(Fate::Refused, |compiled| judges.fate(mutant, &compiled));
            done.push((index, fate));
        }
        done
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    done.sort_unstable();
    done.into_iter().map(|(_, fate)| fate).collect()
}

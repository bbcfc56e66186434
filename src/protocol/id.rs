//! Typed positions in the protocol's tables. They are given out when the protocol is compiled, so
//! that no other code handles ids as text.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($int:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $int);

        impl $name {
            /// The position in its table.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A question, in [`Protocol::questions`](super::Protocol::questions).
    QuestionId(u16);
    /// An option, in its question's options.
    OptionId(u8);
    /// A treatment area, in [`Protocol::areas`](super::Protocol::areas).
    AreaId(u8);
    /// A goal, in [`Protocol::goals`](super::Protocol::goals).
    GoalId(u8);
    /// A rule, in [`Protocol::rules`](super::Protocol::rules).
    RuleId(u16);
    /// A source, in [`Evidence::sources`](super::Evidence::sources).
    SourceId(u16);
    /// A piece of text in one of a locale's tables. [`Word::NONE`] is "no text".
    Word(u16);
}

impl Word {
    /// No text: the first entry of every locale's first table is empty.
    pub const NONE: Word = Word(0);

    /// Marks a word of the table that may follow the first load.
    pub const LATER: u16 = 1 << 14;

    /// Marks a text that a clinic added. It is in no table of the protocol's.
    pub const CLINIC: u16 = 1 << 15;

    /// Whether a clinic added it.
    pub const fn is_clinics(self) -> bool {
        self.0 & Word::CLINIC != 0
    }

    /// The position in its table.
    pub const fn place(self) -> usize {
        (self.0 & (Word::LATER - 1)) as usize
    }

    /// Which table: [`Word::LATER`], or 0 for the first.
    pub const fn table(self) -> u16 {
        self.0 & Word::LATER
    }

    /// Whether there is any text.
    pub const fn is_some(self) -> bool {
        self.0 != 0
    }
}

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
    /// A source, in [`Protocol::sources`](super::Protocol::sources).
    SourceId(u16);
    /// A piece of text, in a locale's words. [`Word::NONE`] is "no text".
    Word(u16);
}

impl Word {
    /// No text: the first entry of every locale's table is empty.
    pub const NONE: Word = Word(0);

    /// Whether there is any text.
    pub const fn is_some(self) -> bool {
        self.0 != 0
    }
}

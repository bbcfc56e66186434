//! Just enough JSON to write it (RFC 8259), piece by piece.

/// A text under construction.
#[derive(Default)]
pub(super) struct Json(String);

impl Json {
    /// Begins an object or an array: `{` or `[`.
    #[inline(never)]
    pub(super) fn open(&mut self, bracket: char) {
        self.part();
        self.0.push(bracket);
    }

    /// Ends what was begun.
    pub(super) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// The name of a field; its value is to follow.
    pub(super) fn name(&mut self, name: &str) {
        self.text(name);
        self.0.push(':');
    }

    /// A field that begins an object or an array.
    #[inline(never)]
    pub(super) fn open_field(&mut self, name: &str, bracket: char) {
        self.name(name);
        self.open(bracket);
    }

    /// A field with a text.
    #[inline(never)]
    pub(super) fn field(&mut self, name: &str, text: &str) {
        self.name(name);
        self.text(text);
    }

    /// A number, `true` or `false`, as it is to stand there.
    #[inline(never)]
    pub(super) fn plain_field(&mut self, name: &str, value: &str) {
        self.name(name);
        self.0.push_str(value);
    }

    /// A value as it is to stand there.
    #[inline(never)]
    pub(super) fn plain(&mut self, value: &str) {
        self.part();
        self.0.push_str(value);
    }

    /// A text in quotes.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) {
        self.part();
        self.0.push('"');
        for letter in text.chars() {
            // Our words have line breaks, and no other control characters.
            match letter {
                '\n' => self.0.push_str("\\n"),
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(letter);
                }
                letter => self.0.push(letter),
            }
        }
        self.0.push('"');
    }

    /// What stands behind something else is parted from it.
    fn part(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with(['{', '[', ':']) {
            self.0.push(',');
        }
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

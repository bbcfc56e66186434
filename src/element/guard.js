// The wording guard over a clinic's own texts.

// The words of each language, by its tag, each word between spaces.
const WORDS = __WORDS__;

// The word of a text that may not stand there, in small letters; empty if there is none. A language that
// is not named or not known may be any.
export const forbidden = (text, language) => {
  const guarded = WORDS[language] ?? Object.values(WORDS).join("");
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.find((word) => guarded.includes(` ${word} `)) ?? "";
};

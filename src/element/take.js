// How something leaves the quiz, and only when the visitor asks for it: to the clipboard, to whatever
// the device shares with, or as a file that is made on the device. Nothing is sent to a server.

const DONE = 0, DROPPED = 1, REFUSED = 2;

const ways = {
  copy: (text) => navigator.clipboard.writeText(text),
  share: (text) => navigator.share({ text }),
  save(text, name, type) {
    const link = document.createElement("a");
    if (!("download" in link)) throw new Error("This browser cannot save files");
    link.download = name;
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.click();
    // The browser reads the file a little later.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};

// `took` is told what came of it. Browsers refuse when a page has no right to it.
export const take = async (took, how, ...what) => {
  try {
    await ways[how](...what);
    took(DONE);
  } catch (error) {
    took(error.name === "AbortError" ? DROPPED : REFUSED);
  }
};

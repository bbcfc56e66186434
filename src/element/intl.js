// How languages count and write dates, lists, numbers and money: the browser knows. Values come as
// text (`Form` in src/text/format.rs). What the browser cannot write stays as it is.

// To make one takes milliseconds on a phone, and a screen needs several: each is made once.
const made = {};
const way = (kind, tag, options) =>
  made[[kind, tag, JSON.stringify(options)]] ??= new Intl[kind](tag, options);

const number = (tag, value, options) => way("NumberFormat", tag, options).format(value);

const date = (tag, value, options) =>
  way("DateTimeFormat", tag, { ...options, timeZone: "UTC" }).format(new Date(value));

const forms = {
  plural: (tag, value) => way("PluralRules", tag).select(value),
  date: (tag, value) => date(tag, value, { dateStyle: "long" }),
  month: (tag, value) => date(tag, value, { year: "numeric", month: "long" }),
  list: (tag, value) => way("ListFormat", tag).format(value.split("\n")),
  number,
  money: (tag, value) => {
    const [amount, currency] = value.split(" ");
    // Whole amounts have no decimals.
    const decimals = amount % 1 ? {} : { minimumFractionDigits: 0 };
    return number(tag, amount, { style: "currency", currency, ...decimals });
  },
};

export const written = (form, tag, value) => {
  try {
    return forms[form](tag, value);
  } catch {
    return value;
  }
};

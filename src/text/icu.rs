//! What the browser's `Intl` does, natively: for tests, and for pages that are drawn when the
//! project is built. The data are Unicode's; amounts of money have no stable crate yet, and a small
//! table of their own. A browser test compares both.

use std::cell::RefCell;
use std::collections::HashMap;

use fixed_decimal::Decimal;
use icu_calendar::Date;
use icu_datetime::{DateTimeFormatter, fieldsets};
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use super::Form;

/// What was written before, by tag, form and value.
type Known = HashMap<(String, &'static str, String), String>;

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// Writes a value as the language with this tag does. Tests draw the same dates on thousands of
/// pages, so each is looked up once.
pub fn icu(tag: &str, form: Form, value: &str) -> String {
    let key = (tag.to_owned(), form.name(), value.to_owned());
    KNOWN.with_borrow_mut(|known| {
        let written = || written(tag, form, value).unwrap_or_else(|| value.to_owned());
        known.entry(key).or_insert_with(written).clone()
    })
}

fn written(tag: &str, form: Form, value: &str) -> Option<String> {
    let locale: Locale = tag.parse().ok()?;
    Some(match form {
        Form::Plural => {
            let rules =
                PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).ok()?;
            let count: u32 = value.parse().ok()?;
            category(rules.category_for(count)).to_owned()
        }
        Form::Date => {
            let format =
                DateTimeFormatter::try_new((&locale).into(), fieldsets::YMD::long()).ok()?;
            format.format(&date(value)?).to_string()
        }
        Form::Month => {
            let format =
                DateTimeFormatter::try_new((&locale).into(), fieldsets::YM::long()).ok()?;
            format.format(&date(&format!("{value}-01"))?).to_string()
        }
        Form::List => {
            let format =
                ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default());
            format.ok()?.format(value.split('\n')).to_string()
        }
        Form::Number => number(&locale, value)?,
        Form::Money => {
            let (amount, currency) = value.split_once(' ')?;
            money(&locale, amount, currency)?
        }
    })
}

fn date(value: &str) -> Option<Date<icu_calendar::Iso>> {
    let mut parts = value.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Date::try_new_iso(year, month, day).ok()
}

fn number(locale: &Locale, value: &str) -> Option<String> {
    let format = DecimalFormatter::try_new(locale.into(), Default::default()).ok()?;
    let number: Decimal = value.parse().ok()?;
    Some(format.format(&number).to_string())
}

fn category(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The signs that languages know; of other currencies they write the letters.
const SIGNS: [(&str, &str, &str); 18] = [
    ("", "EUR", "€"),
    ("en", "GBP", "£"),
    ("en", "USD", "US$"),
    ("en", "BRL", "R$"),
    ("de", "GBP", "£"),
    ("de", "USD", "$"),
    ("de", "BRL", "R$"),
    ("fr", "GBP", "£GB"),
    ("fr", "USD", "$US"),
    ("fr", "BRL", "R$"),
    ("es", "USD", "US$"),
    ("pt", "GBP", "£"),
    ("pt", "USD", "US$"),
    ("pt", "BRL", "R$"),
    ("ar", "GBP", "UK£"),
    ("ar", "USD", "US$"),
    ("ar", "BRL", "R$"),
    ("ar", "AED", "د.إ.\u{200f}"),
];

fn money(locale: &Locale, amount: &str, currency: &str) -> Option<String> {
    const NO_BREAK: char = '\u{a0}';
    let amount = number(locale, amount.strip_suffix(".00").unwrap_or(amount))?;
    let language = locale.id.language.to_string();
    let known = SIGNS
        .iter()
        .find(|(of, code, _)| (of.is_empty() || *of == language) && *code == currency);
    let sign = known.map_or(currency, |(.., sign)| sign);
    Some(match language.as_str() {
        "en" if sign.ends_with(char::is_alphabetic) => format!("{sign}{NO_BREAK}{amount}"),
        "en" => format!("{sign}{amount}"),
        "pt" => format!("{sign}{NO_BREAK}{amount}"),
        // The mark keeps the sign on its side within a line from right to left.
        "ar" => format!("\u{200f}{amount}{NO_BREAK}{sign}"),
        _ => format!("{amount}{NO_BREAK}{sign}"),
    })
}

//! What the clinic that shows the quiz says of itself.

use yew::AttrValue;

/// A clinic. Everything is optional, and nothing of it changes what the quiz tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clinic {
    /// Its name; may be empty.
    pub name: AttrValue,
    /// How to reach it, as plain text; may be empty.
    pub contact: AttrValue,
    /// The address at which to book; may be empty.
    pub booking: AttrValue,
    /// What one session costs there, as the page says it; may be empty.
    pub price: AttrValue,
    /// In which currency, as the page says it; may be empty.
    pub currency: AttrValue,
}

impl Clinic {
    /// The price of one session, or what is wrong with it.
    pub fn price(&self) -> Result<Option<Price>, Rejected> {
        Price::read(&self.price, &self.currency)
    }
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    /// In hundredths of the currency's unit, whatever its coins are.
    pub hundredths: u32,
    /// Three capital letters (ISO 4217).
    pub currency: String,
}

/// An attribute that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Its name.
    pub attribute: &'static str,
    /// What stood there.
    pub found: String,
    /// What may stand there.
    pub allowed: &'static str,
}

impl Price {
    /// The price of one session, from what the page says; `None` if it says nothing. Half a price is
    /// none: a wrong total would be worse.
    pub fn read(price: &str, currency: &str) -> Result<Option<Price>, Rejected> {
        let (price, currency) = (price.trim(), currency.trim());
        if price.is_empty() && currency.is_empty() {
            return Ok(None);
        }
        let rejected = |attribute, found: &str, allowed| Rejected {
            attribute,
            found: found.to_owned(),
            allowed,
        };
        let Some(hundredths) = hundredths(price) else {
            return Err(rejected("price", price, PRICE));
        };
        if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(rejected("currency", currency, CURRENCY));
        }
        Ok(Some(Price {
            hundredths,
            currency: currency.to_owned(),
        }))
    }
}

const PRICE: &str = "the price of one session, above 0 and below 1000000, like 120 or 120.50";
const CURRENCY: &str = "three capital letters, like EUR, together with a price";

/// Reads "120", "120.5" and "120.50".
fn hundredths(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || whole.len() > 6 || part.len() > 2 {
        return None;
    }
    let scale = if part.len() == 1 { 10 } else { 1 };
    let sum = whole.parse::<u32>().ok()? * 100 + part.parse::<u32>().ok()? * scale;
    (sum > 0).then_some(sum)
}

//! What one session costs at a clinic.

use super::lines::Lines;

/// An amount of money.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    /// In hundredths of the currency's unit, whatever its coins are.
    pub hundredths: u32,
    /// Three capital letters (ISO 4217).
    pub currency: String,
}

const PRICE: &str = "the price of one session, above 0 and below 1000000, like 120 or 120.50";
const CURRENCY: &str = "three capital letters, like EUR, together with a price";

/// The price of one session; `None` if nothing is said. Half a price is none: a wrong total would be
/// worse.
#[inline(never)]
pub(super) fn read(lines: &mut Lines<'_>) -> Option<Price> {
    let price = lines.take("price").unwrap_or_default().trim();
    let currency = lines.take("currency").unwrap_or_default().trim();
    if price.is_empty() && currency.is_empty() {
        return None;
    }
    let Some(hundredths) = hundredths(price) else {
        lines.problem("price", price, PRICE);
        return None;
    };
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
        lines.problem("currency", currency, CURRENCY);
        return None;
    }
    Some(Price {
        hundredths,
        currency: currency.to_owned(),
    })
}

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

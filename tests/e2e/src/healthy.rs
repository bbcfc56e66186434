//! What somebody healthy answers.

/// Someone of 34 with moderate, rolling acne scars on the face, and nothing that a rule asks about: each
/// question's id and the answer, which is empty where nothing is chosen.
#[must_use]
pub fn healthy() -> Vec<(&'static str, &'static str)> {
    HEALTHY.to_vec()
}

const HEALTHY: [(&str, &str); 21] = [
    ("age", "34"),
    ("pregnancy", "no"),
    ("breastfeeding", "no"),
    ("areas-head", "face"),
    ("areas-body", ""),
    ("treatment", "plain"),
    ("goals-scars", "acne-scars"),
    ("goals-scars.acne-scars.severity", "moderate"),
    ("goals-scars.acne-scars.type", "rolling"),
    ("goals-skin", ""),
    ("goals-colour", ""),
    ("skin-today", "none"),
    ("spots", "none"),
    ("scars", "none"),
    ("conditions", "none"),
    ("sun", "none"),
    ("medicines", "none"),
    ("allergies", "none"),
    ("health", "none"),
    ("recent", "none"),
    ("life", "none"),
];

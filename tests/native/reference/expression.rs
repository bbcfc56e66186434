//! Conditions, read anew.

use super::calendar::{Length, length};

#[derive(Clone, Debug)]
pub(super) enum Expr {
    True,
    Several,
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Not(Box<Expr>),
    /// Question, option, and whether the place does not matter.
    Said(String, String, bool),
    /// Question, number, and whether "below".
    Number(String, i64, bool),
    /// Question, length, and whether "below".
    Since(String, Length, bool),
    Area(String),
    Goal(String),
}

pub(super) fn parse(text: &str) -> Expr {
    let mut spaced = text.to_owned();
    for sign in ["(", ")", ":", "<", ">="] {
        spaced = spaced.replace(sign, &format!(" {sign} "));
    }
    let mut tokens: Vec<&str> = spaced.split_whitespace().rev().collect();
    let expr = or(&mut tokens);
    assert!(tokens.is_empty(), "left over in `{text}`: {tokens:?}");
    expr
}

type Tokens<'a> = Vec<&'a str>;

fn or(tokens: &mut Tokens<'_>) -> Expr {
    let mut parts = vec![and(tokens)];
    while tokens.last() == Some(&"or") {
        tokens.pop();
        parts.push(and(tokens));
    }
    Expr::Or(parts)
}

fn and(tokens: &mut Tokens<'_>) -> Expr {
    let mut parts = vec![not(tokens)];
    while tokens.last() == Some(&"and") {
        tokens.pop();
        parts.push(not(tokens));
    }
    Expr::And(parts)
}

fn not(tokens: &mut Tokens<'_>) -> Expr {
    if tokens.last() == Some(&"not") {
        tokens.pop();
        return Expr::Not(Box::new(not(tokens)));
    }
    atom(tokens)
}

fn next(tokens: &mut Tokens<'_>) -> String {
    tokens.pop().expect("a condition that goes on").to_owned()
}

fn expect(tokens: &mut Tokens<'_>, token: &str) {
    assert_eq!(next(tokens), token);
}

fn atom(tokens: &mut Tokens<'_>) -> Expr {
    let word = next(tokens);
    let called = tokens.last() == Some(&"(");
    match word.as_str() {
        "(" => {
            let inner = or(tokens);
            expect(tokens, ")");
            inner
        }
        "always" => Expr::True,
        "several-areas" => Expr::Several,
        "area" | "goal" | "since" | "anywhere" if called => call(&word, tokens),
        _ => match next(tokens).as_str() {
            ":" => Expr::Said(word, next(tokens), false),
            sign => Expr::Number(word, next(tokens).parse().expect("a number"), sign == "<"),
        },
    }
}

fn call(function: &str, tokens: &mut Tokens<'_>) -> Expr {
    expect(tokens, "(");
    let name = next(tokens);
    if function == "anywhere" {
        expect(tokens, ":");
        let option = next(tokens);
        expect(tokens, ")");
        return Expr::Said(name, option, true);
    }
    expect(tokens, ")");
    match function {
        "area" => Expr::Area(name),
        "goal" => Expr::Goal(name),
        _ => {
            let below = next(tokens) == "<";
            let text = format!("{} {}", next(tokens), next(tokens));
            Expr::Since(name, length(&text), below)
        }
    }
}

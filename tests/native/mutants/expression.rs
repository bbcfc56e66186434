//! Conditions as trees whose leaves are text: enough to leave something out or turn it round.

use std::fmt;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    Leaf(String),
    Not(Box<Tree>),
    All(Vec<Tree>),
    Any(Vec<Tree>),
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |parts: &[Tree], with: &str| {
            let parts: Vec<_> = parts.iter().map(|part| format!("({part})")).collect();
            parts.join(with)
        };
        match self {
            Tree::Leaf(text) => f.write_str(text),
            Tree::Not(part) => write!(f, "not ({part})"),
            Tree::All(parts) => f.write_str(&joined(parts, " and ")),
            Tree::Any(parts) => f.write_str(&joined(parts, " or ")),
        }
    }
}

/// The words and signs of a condition.
pub(super) fn tokens(text: &str) -> Vec<String> {
    let mut spaced = text.to_owned();
    for sign in ["(", ")", ":", "<", ">="] {
        spaced = spaced.replace(sign, &format!(" {sign} "));
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// Tokens as a condition again.
pub(super) fn joined(tokens: &[String]) -> String {
    let spaced = tokens
        .join(" ")
        .replace(" : ", ":")
        .replace(" )", ")")
        .replace("( ", "(");
    ["area", "goal", "since", "anywhere"]
        .iter()
        .fold(spaced, |text, function| {
            text.replace(&format!("{function} ("), &format!("{function}("))
        })
}

pub(super) fn parse(text: &str) -> Tree {
    let mut rest = tokens(text);
    rest.reverse();
    let tree = any(&mut rest);
    assert!(rest.is_empty(), "left over in `{text}`: {rest:?}");
    tree
}

type Rest = Vec<String>;

fn next_is(rest: &Rest, token: &str) -> bool {
    rest.last().is_some_and(|next| next == token)
}

fn any(rest: &mut Rest) -> Tree {
    several(rest, "or", all, Tree::Any)
}

fn all(rest: &mut Rest) -> Tree {
    several(rest, "and", not, Tree::All)
}

fn several(
    rest: &mut Rest,
    word: &str,
    part: fn(&mut Rest) -> Tree,
    make: fn(Vec<Tree>) -> Tree,
) -> Tree {
    let first = part(rest);
    let mut parts = vec![first];
    while next_is(rest, word) {
        rest.pop();
        parts.push(part(rest));
    }
    group(parts, make)
}

/// One part stands for itself.
fn group(mut parts: Vec<Tree>, make: fn(Vec<Tree>) -> Tree) -> Tree {
    if parts.len() == 1 {
        parts.remove(0)
    } else {
        make(parts)
    }
}

fn not(rest: &mut Rest) -> Tree {
    if next_is(rest, "not") {
        rest.pop();
        return Tree::Not(Box::new(not(rest)));
    }
    if next_is(rest, "(") {
        rest.pop();
        let inner = any(rest);
        assert_eq!(rest.pop().as_deref(), Some(")"));
        return inner;
    }
    let mut leaf = Vec::new();
    let mut depth = 0;
    while let Some(token) = rest.last() {
        match token.as_str() {
            "(" => depth += 1,
            ")" if depth == 0 => break,
            ")" => depth -= 1,
            "and" | "or" if depth == 0 => break,
            _ => {}
        }
        leaf.extend(rest.pop());
    }
    assert!(!leaf.is_empty(), "a condition ends early");
    Tree::Leaf(joined(&leaf))
}

/// The tree with one part left out or turned round, and what was done.
pub(super) fn variants(tree: &Tree) -> Vec<(String, Tree)> {
    let mut found = Vec::new();
    vary(tree, true, &|tree| tree, &mut found);
    found
}

fn vary(tree: &Tree, turn: bool, whole: &dyn Fn(Tree) -> Tree, found: &mut Vec<(String, Tree)>) {
    match tree {
        Tree::Leaf(text) => {
            if turn {
                let turned = Tree::Not(Box::new(tree.clone()));
                found.push((format!("`{text}` turned into its opposite"), whole(turned)));
            }
        }
        Tree::Not(part) => {
            found.push((
                format!("`not` left out before `{part}`"),
                whole(Tree::clone(part)),
            ));
            let negated = |inner: Tree| whole(Tree::Not(Box::new(inner)));
            // The opposite of `not x` is `x`, which was made above.
            vary(part, !matches!(**part, Tree::Leaf(_)), &negated, found);
        }
        Tree::All(parts) => vary_each(parts, Tree::All, whole, found),
        Tree::Any(parts) => vary_each(parts, Tree::Any, whole, found),
    }
}

fn vary_each(
    parts: &[Tree],
    make: fn(Vec<Tree>) -> Tree,
    whole: &dyn Fn(Tree) -> Tree,
    found: &mut Vec<(String, Tree)>,
) {
    for (index, part) in parts.iter().enumerate() {
        let mut others = parts.to_vec();
        others.remove(index);
        found.push((format!("`{part}` left out"), whole(group(others, make))));
        let with = |inner: Tree| {
            let mut changed = parts.to_vec();
            changed[index] = inner;
            whole(make(changed))
        };
        vary(part, true, &with, found);
    }
}

#[test]
fn a_condition_is_read_and_written() {
    let tree = parse("a:b and not (age < 18 or since(c.when) >= 6 weeks) and area(face)");
    assert_eq!(parse(&tree.to_string()), tree);
    let told: Vec<_> = variants(&tree).into_iter().map(|(what, _)| what).collect();
    assert_eq!(told.len(), 10, "{told:#?}");
}

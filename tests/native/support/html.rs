//! HTML as a tree, as far as our own pages need it.

/// An element, or (with an empty tag) a piece of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Node {
    pub(crate) tag: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    piece: String,
}

const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// Reads a page. Everything must be closed in order.
#[track_caller]
pub(crate) fn parse(html: &str) -> Node {
    let mut open = vec![Node::default()];
    let mut rest = html;
    while !rest.is_empty() {
        let Some(after) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            let piece = unescaped(&rest[..end]);
            open.last_mut().unwrap().children.push(Node {
                piece,
                ..Node::default()
            });
            rest = &rest[end..];
            continue;
        };
        let end = end_of_tag(after);
        let inside = &after[..end];
        rest = &after[end + 1..];
        if let Some(comment) = inside.strip_prefix('!') {
            assert!(comment.starts_with("--"), "unexpected <{inside}>");
        } else if let Some(tag) = inside.strip_prefix('/') {
            let closed = open.pop().unwrap();
            assert_eq!(closed.tag, tag, "closed in another order");
            open.last_mut()
                .unwrap_or_else(|| panic!("</{tag}> closes nothing"))
                .children
                .push(closed);
        } else {
            let node = opened(inside.trim_end_matches('/'));
            if VOID.contains(&node.tag.as_str()) {
                open.last_mut().unwrap().children.push(node);
            } else {
                open.push(node);
            }
        }
    }
    assert_eq!(
        open.len(),
        1,
        "<{}> is never closed",
        open.last().unwrap().tag
    );
    open.pop().unwrap()
}

/// The end of a tag; a quoted value may hold a `>`.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    let end = text.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '>' && !quoted
    });
    end.expect("a tag that ends").0
}

fn opened(inside: &str) -> Node {
    let (tag, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        match rest[end..].strip_prefix("=\"") {
            Some(value) => {
                let (value, after) = value.split_once('"').expect("a quoted value");
                attributes.push((name, unescaped(value)));
                rest = after;
            }
            None => {
                attributes.push((name, String::new()));
                rest = &rest[end..];
            }
        }
    }
    Node {
        tag: tag.to_owned(),
        attributes,
        ..Node::default()
    }
}

fn unescaped(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    pairs
        .iter()
        .fold(text.to_owned(), |text, (escaped, plain)| {
            text.replace(escaped, plain)
        })
}

impl Node {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class")
            .is_some_and(|classes| classes.split(' ').any(|known| known == class))
    }

    /// This element and everything in it, in order.
    pub(crate) fn all(&self) -> Vec<&Node> {
        let inside = self.children.iter().flat_map(Node::all);
        std::iter::once(self)
            .chain(inside)
            .filter(|node| !node.tag.is_empty())
            .collect()
    }

    pub(crate) fn tagged(&self, tag: &str) -> Vec<&Node> {
        self.all()
            .into_iter()
            .filter(|node| node.tag == tag)
            .collect()
    }

    /// The elements that have this attribute.
    pub(crate) fn with(&self, attribute: &str) -> Vec<&Node> {
        self.all()
            .into_iter()
            .filter(|node| node.attribute(attribute).is_some())
            .collect()
    }

    /// The values of an attribute, wherever it stands.
    pub(crate) fn values(&self, attribute: &str) -> Vec<&str> {
        self.all()
            .into_iter()
            .filter_map(|node| node.attribute(attribute))
            .collect()
    }

    /// The one element with this attribute and value.
    #[track_caller]
    pub(crate) fn one(&self, attribute: &str, value: &str) -> &Node {
        let found: Vec<_> = self
            .all()
            .into_iter()
            .filter(|node| node.attribute(attribute) == Some(value))
            .collect();
        assert_eq!(
            found.len(),
            1,
            "elements with {attribute}=\"{value}\" in\n{}",
            self.pretty()
        );
        found[0]
    }

    /// Its text, with spaces between elements.
    pub(crate) fn text(&self) -> String {
        let mut text = self.piece.clone();
        for child in &self.children {
            let inner = child.text();
            let spaced = !text.is_empty() && !child.tag.is_empty() && !text.ends_with(' ');
            text.push_str(if spaced { " " } else { "" });
            text.push_str(&inner);
        }
        text
    }

    /// One element a line, for people to read and compare.
    pub(crate) fn pretty(&self) -> String {
        let mut out = String::new();
        for child in &self.children {
            child.print(0, &mut out);
        }
        out
    }

    fn print(&self, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        if self.tag.is_empty() {
            out.push_str(&format!("{indent}{}\n", self.piece.trim()));
            return;
        }
        let attributes = self
            .attributes
            .iter()
            .map(|(name, value)| format!(" {name}=\"{value}\""));
        let start = format!("{indent}<{}{}>", self.tag, attributes.collect::<String>());
        match self.children.as_slice() {
            [] => out.push_str(&format!("{start}\n")),
            [only] if only.tag.is_empty() => out.push_str(&format!("{start}{}\n", only.piece)),
            children => {
                out.push_str(&format!("{start}\n"));
                children
                    .iter()
                    .for_each(|child| child.print(depth + 1, out));
            }
        }
    }
}

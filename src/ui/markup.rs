//! Elements by function calls. `html!` writes out some 260 bytes of code for each element; this
//! costs a fifth of that, which is what keeps the first load small (see `ARCHITECTURE.md`).

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VTag, VText};

use crate::protocol::{Gather, Word};
use crate::text::Locale;

/// Every attribute that views set. One list for all elements spares the code that keeps maps.
const NAMES: &[&str] = &[
    "class",
    "id",
    "lang",
    "dir",
    "type",
    "name",
    "role",
    "tabindex",
    "href",
    "target",
    "rel",
    "value",
    "scope",
    "min",
    "max",
    "inputmode",
    "autocomplete",
    "disabled",
    "readonly",
    "rows",
    "novalidate",
    "viewBox",
    "d",
    "x",
    "y",
    "aria-current",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
    "data-screen",
    "data-action",
    "data-for",
    "data-question",
    "data-wrong",
    "data-role",
    "data-state",
    "data-verdict",
    "data-area",
    "data-rule",
    "data-effect",
    "data-sessions-low",
    "data-sessions-most",
    "data-sessions-high",
    "data-change",
    "data-leads-to",
    "data-outcome",
    "data-cost",
    "data-clinic",
    "data-sharing",
];

/// An element under construction. It is handed on as one pointer.
pub(super) struct El(Rc<VTag>);

/// An element.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> El {
    El(Rc::new(VTag::new(tag)))
}

/// An element with a class.
#[inline(never)]
pub(super) fn classed(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

/// Words on their way into the page.
pub(super) trait Text {
    fn value(self) -> AttrValue;
}

impl Text for &'static str {
    fn value(self) -> AttrValue {
        AttrValue::Static(self)
    }
}

impl Text for String {
    #[inline(never)]
    fn value(self) -> AttrValue {
        AttrValue::from(self)
    }
}

impl Text for AttrValue {
    fn value(self) -> AttrValue {
        self
    }
}

impl El {
    /// An element has one owner until it is finished.
    fn with_tag(mut self, change: impl FnOnce(&mut VTag)) -> El {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            change(tag);
        }
        self
    }

    /// Sets an attribute.
    pub(super) fn attr(self, name: &'static str, value: impl Text) -> El {
        self.set(name, value.value())
    }

    /// Sets an attribute, if there is a value.
    pub(super) fn attr_if(self, name: &'static str, value: Option<impl Text>) -> El {
        match value {
            Some(value) => self.set(name, value.value()),
            None => self,
        }
    }

    #[inline(never)]
    fn set(self, name: &'static str, value: AttrValue) -> El {
        let Some(place) = NAMES.iter().position(|known| *known == name) else {
            return self;
        };
        self.with_tag(|tag| {
            if !matches!(tag.attributes, Attributes::Dynamic { .. }) {
                let values = vec![None; NAMES.len()].into_boxed_slice();
                tag.attributes = Attributes::Dynamic {
                    keys: NAMES,
                    values,
                };
            }
            if let Attributes::Dynamic { values, .. } = &mut tag.attributes
                && let Some(entry) = values.get_mut(place)
            {
                *entry = Some(AttributeOrProperty::Attribute(value));
            }
        })
    }

    /// Tells lists apart; every list of inputs has keys.
    #[inline(never)]
    pub(super) fn key(self, key: &'static str) -> El {
        self.with_tag(|tag| tag.key = Some(Key::from(key)))
    }

    /// Makes the element reachable.
    #[inline(never)]
    pub(super) fn node(self, node: &NodeRef) -> El {
        self.with_tag(|tag| tag.node_ref = node.clone())
    }

    /// Adds text.
    pub(super) fn text(self, text: impl Text) -> El {
        self.words(text.value())
    }

    #[inline(never)]
    fn words(self, text: AttrValue) -> El {
        self.child(Html::from(VText::new(text)))
    }

    /// Adds an element.
    pub(super) fn with(self, child: impl Into<Html>) -> El {
        self.child(child.into())
    }

    /// Adds something, if it is there.
    pub(super) fn with_if(self, child: Option<impl Into<Html>>) -> El {
        match child {
            Some(child) => self.child(child.into()),
            None => self,
        }
    }

    /// Adds several.
    #[inline(never)]
    pub(super) fn each(self, children: Vec<Html>) -> El {
        self.child(all(children))
    }

    #[inline(never)]
    fn child(self, child: Html) -> El {
        self.with_tag(|tag| tag.add_child(child))
    }

    /// The value and the tick of an input.
    pub(super) fn state(self, value: impl Text, checked: Option<bool>) -> El {
        let value = value.value();
        self.with_tag(|tag| {
            tag.set_value(value);
            if let Some(checked) = checked {
                tag.set_checked(checked);
            }
        })
    }
}

impl From<El> for Html {
    fn from(element: El) -> Html {
        Html::VTag(element.0)
    }
}

/// The value of an attribute of something drawn with [`el`].
#[inline(never)]
pub(super) fn attribute<'a>(tag: &'a VTag, name: &str) -> Option<&'a str> {
    let Attributes::Dynamic { values, .. } = &tag.attributes else {
        return None;
    };
    let place = NAMES.iter().position(|known| *known == name)?;
    match values.get(place)?.as_ref()? {
        AttributeOrProperty::Attribute(value) => Some(value),
        _ => None,
    }
}

/// Several things in a row.
#[inline(never)]
pub(super) fn all(children: Vec<Html>) -> Html {
    Html::from(VList::with_children(children, None))
}

/// Nothing.
pub(super) fn nothing() -> Html {
    Html::default()
}

/// A paragraph.
#[inline(never)]
pub(super) fn p(text: &'static str) -> Html {
    el("p").text(text).into()
}

/// A paragraph that was put together.
#[inline(never)]
pub(super) fn p_of(text: String) -> Html {
    el("p").text(text).into()
}

/// A heading.
#[inline(never)]
pub(super) fn heading(tag: &'static str, text: &'static str) -> Html {
    el(tag).text(text).into()
}

/// The heading of a screen, which takes focus.
#[inline(never)]
pub(super) fn title(text: AttrValue) -> Html {
    el("h1").attr("tabindex", "-1").text(text).into()
}

/// A list of a text's lines.
#[inline(never)]
pub(super) fn lines(locale: Locale, word: Word) -> Html {
    let lines = locale
        .lines(word)
        .map(|line| el("li").text(line).into())
        .gather();
    classed("ul", "plain").each(lines).into()
}

/// Something folded away behind a summary.
#[inline(never)]
pub(super) fn folded(class: &'static str, summary: AttrValue, content: Html) -> Html {
    classed("details", class)
        .with(el("summary").text(summary))
        .with(content)
        .into()
}

/// A button that does something.
#[inline(never)]
pub(super) fn button(class: &'static str, action: &'static str, text: &'static str) -> El {
    classed("button", class)
        .attr("type", "button")
        .attr("data-action", action)
        .text(text)
}

/// A section on a card.
pub(super) fn card() -> El {
    classed("section", "card")
}

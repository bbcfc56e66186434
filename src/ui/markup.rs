//! Elements by function calls. `html!` writes out some 260 bytes of code for each element; this
//! costs a fifth of that, which is what keeps the first load small (see `ARCHITECTURE.md`).

use std::rc::Rc;

use yew::html::{onchange, onclick, oninput, onsubmit};
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VList, VTag};

use crate::protocol::Word;
use crate::text::Locale;

/// An element under construction.
pub(super) struct El(VTag);

/// An element.
pub(super) fn el(tag: &'static str) -> El {
    El(VTag::new(tag))
}

/// An element with a class.
pub(super) fn classed(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

impl El {
    /// Sets an attribute.
    pub(super) fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> El {
        self.set(name, value.into())
    }

    /// Sets an attribute, if there is a value.
    pub(super) fn attr_if(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> El {
        match value {
            Some(value) => self.set(name, value.into()),
            None => self,
        }
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> El {
        self.0.add_attribute(name, value);
        self
    }

    /// Tells lists apart; every list of inputs has keys.
    pub(super) fn key(mut self, key: &'static str) -> El {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Makes the element reachable.
    pub(super) fn node(mut self, node: &NodeRef) -> El {
        self.0.node_ref = node.clone();
        self
    }

    /// Adds text.
    pub(super) fn text(self, text: impl Into<AttrValue>) -> El {
        self.child(Html::from(yew::virtual_dom::VText::new(text.into())))
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
    pub(super) fn each(self, children: Vec<Html>) -> El {
        self.child(all(children))
    }

    #[inline(never)]
    fn child(mut self, child: Html) -> El {
        self.0.add_child(child);
        self
    }

    /// The value and the tick of an input.
    pub(super) fn state(mut self, value: impl Into<AttrValue>, checked: Option<bool>) -> El {
        self.0.set_value(value.into());
        if let Some(checked) = checked {
            self.0.set_checked(checked);
        }
        self
    }

    /// Listens for clicks.
    pub(super) fn on_click(self, callback: Callback<MouseEvent>) -> El {
        self.listen(Rc::new(onclick::Wrapper::new(callback)))
    }

    /// Listens for a choice that was made.
    pub(super) fn on_change(self, callback: Callback<Event>) -> El {
        self.listen(Rc::new(onchange::Wrapper::new(callback)))
    }

    /// Listens for typing.
    pub(super) fn on_input(self, callback: Callback<InputEvent>) -> El {
        self.listen(Rc::new(oninput::Wrapper::new(callback)))
    }

    /// Listens for the form's end.
    pub(super) fn on_submit(self, callback: Callback<SubmitEvent>) -> El {
        self.listen(Rc::new(onsubmit::Wrapper::new(callback)))
    }

    #[inline(never)]
    fn listen(mut self, listener: Rc<dyn Listener>) -> El {
        self.0.add_listener(listener);
        self
    }
}

impl From<El> for Html {
    fn from(element: El) -> Html {
        Html::from(element.0)
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
pub(super) fn title(node: &NodeRef, text: AttrValue) -> Html {
    el("h1").attr("tabindex", "-1").node(node).text(text).into()
}

/// A list of a text's lines.
#[inline(never)]
pub(super) fn lines(locale: Locale, word: Word) -> Html {
    let lines = locale.lines(word).map(|line| el("li").text(line).into()).collect();
    classed("ul", "plain").each(lines).into()
}

/// Something folded away behind a summary.
#[inline(never)]
pub(super) fn folded(class: &'static str, summary: AttrValue, content: Html) -> Html {
    classed("details", class).with(el("summary").text(summary)).with(content).into()
}

/// A button.
#[inline(never)]
pub(super) fn button(
    class: &'static str,
    action: &'static str,
    text: &'static str,
    on_click: Callback<MouseEvent>,
) -> El {
    classed("button", class)
        .attr("type", "button")
        .attr("data-action", action)
        .on_click(on_click)
        .text(text)
}

/// A section on a card.
pub(super) fn card() -> El {
    classed("section", "card")
}

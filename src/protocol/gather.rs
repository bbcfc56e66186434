//! Iterators made into lists, at less code.

/// [`Iterator::collect`] asks how long a list may become, and is compiled anew for each kind of
/// iterator, in several parts. For the few entries that lists have here, this does the same with a
/// loop.
pub trait Gather: Iterator + Sized {
    /// Everything that is left, in order.
    fn gather(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}

impl<I: Iterator> Gather for I {}

//! What the visitor wishes of the plan, as it is entered.

use microneedling_quiz::assess::schedule::{Reason, Wishes};
use microneedling_quiz::protocol::Date;
use microneedling_quiz::quiz::Msg;

use super::visitor;
use crate::support::{Visitor, date};

fn days(visitor: &Visitor) -> Vec<(Option<Date>, Option<Date>)> {
    let kept = visitor.quiz.wishes.kept.iter();
    kept.map(|kept| (kept.from, kept.to)).collect()
}

#[test]
fn what_is_given_up_is_gone_and_the_rest_stays_in_order() {
    let on = |day: u8| Date::new(2027, 3, day);
    let mut visitor = visitor();
    for (place, day) in [4, 5, 6].into_iter().enumerate() {
        visitor
            .send(Msg::KeptFree(Reason::Event))
            .send(Msg::KeptFrom(place, on(day)));
    }
    visitor.send(Msg::GaveUp(1));
    assert_eq!(days(&visitor), [(on(4), None), (on(6), None)]);
    visitor.send(Msg::GaveUp(2));
    assert_eq!(days(&visitor).len(), 2, "there is no third to give up");
    visitor.send(Msg::GaveUp(0)).send(Msg::GaveUp(0));
    assert!(days(&visitor).is_empty());
}

/// A save with more would be refused.
#[test]
fn no_more_days_can_be_kept_free_than_a_plan_holds() {
    let mut visitor = visitor();
    for _ in 0..=Wishes::MOST_KEPT {
        visitor.send(Msg::KeptFree(Reason::Sun));
    }
    assert_eq!(days(&visitor).len(), Wishes::MOST_KEPT);
}

#[test]
fn a_holiday_has_a_last_day_and_a_big_day_has_none() {
    let (first, last) = (Some(date("2027-03-04")), Some(date("2027-03-10")));
    for (reason, kept) in [(Reason::Sun, (first, last)), (Reason::Event, (first, None))] {
        let mut visitor = visitor();
        visitor
            .send(Msg::KeptFree(reason))
            .send(Msg::KeptTo(0, last))
            .send(Msg::KeptFrom(0, first))
            .send(Msg::KeptFrom(1, last));
        assert_eq!(days(&visitor), [kept], "{reason:?}");
    }
}

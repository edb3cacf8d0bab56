"""Two homes of one child, a canary in every word: nothing of one may reach the grown-ups of the other."""

from datetime import date

from alongside.areas.circle import actions as circle
from alongside.areas.story import actions as story
from tests.clock import AT
from tests.matrix.pen import Pen
from tests.matrix.world import either, only


def home_of_one(pen: Pen) -> None:
    """The first carer's home with a week, things, minutes and a pause; the second carer's with a name alone."""
    readers = either(pen.mine("carer"), _therapist(pen))
    home = pen.new("home")
    circle.add_home(
        actor=pen.carer, child=pen.child, home=home, name=pen.word("a home", readers), zone="", at=AT
    )
    where = {"actor": pen.carer, "child": pen.child, "home": home, "at": AT}
    moment = {"routine": "bath", "usual_at": None, "minutes_possible": 5, "days": (0, 1)}
    words = pen.word("a moment in one home", readers)
    story.keep_day_moment(**where, **moment, moment=pen.new("home_moment"), words=words)
    words = pen.word("minutes in one home", readers)
    story.keep_capacity(**where, capacity=pen.new("home_minutes"), minutes_a_day=5, words=words)
    story.keep_things(**where, things=(pen.word("a thing in one home", readers),))
    story.pause_week(**where, change=pen.new("change"), from_on=date(2026, 11, 1), until_on=None)
    _other_home(pen)


def _other_home(pen: Pen) -> None:
    readers = either(pen.mine("second_carer"), _therapist(pen))
    name = pen.word("the other home", readers)
    other = pen.family.people["second_carer"].actor(AT)
    circle.add_home(actor=other, child=pen.child, home=pen.new("other_home"), name=name, zone="", at=AT)


def _therapist(pen: Pen):
    own = {"a1": "therapist", "a2": "other_therapist", "b1": "other_clinics_therapist"}
    return only(own.get(pen.family.key, ""))

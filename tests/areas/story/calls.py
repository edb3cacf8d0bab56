"""Every action of the family's week with inputs that are right."""

from datetime import date, time
from uuid import uuid4

from alongside.areas.circle import actions as circle
from alongside.areas.story import actions as story
from alongside.areas.story.values.week import MomentDraft


def calls(cast, _world):
    """Each in a home of the child that the therapist named."""
    team = {"actor": cast.hannah.actor, "child": cast.idris}
    home = uuid4()
    circle.add_home(**team, home=home, name="Mum’s", zone="", at=cast.at)
    draft = MomentDraft(
        routine="bath", days=(0, 2), usual_at=time(18, 30), words="Loud", minutes_possible=5, energy=2,
        who=(cast.samira.uuid,),
    )  # fmt: skip
    yield story.keep_week, team | {"home": home, "moments": (draft,)}
    moment = {"moment": uuid4(), "routine": "bath", "usual_at": None, "words": "", "minutes_possible": 5}
    where = {"home": home, "days": (5, 6), "energy": 1, "who": (cast.karim.uuid,)}
    yield story.keep_day_moment, team | moment | where
    minutes = {"capacity": uuid4(), "minutes_a_day": 10, "words": ""}
    yield story.keep_capacity, team | minutes | {"home": home}
    yield story.keep_things, team | {"home": home, "things": ("spoon", "towel")}
    days = {"home": home, "from_on": date(2026, 12, 20), "until_on": date(2027, 1, 4)}
    change = uuid4()
    story.pause_week(**team, **days, change=change, at=cast.at)
    yield story.pause_week, team | days | {"change": uuid4()}
    yield story.lighten_week, team | days | {"change": uuid4()}
    yield story.bring_back, team | {"change": change}

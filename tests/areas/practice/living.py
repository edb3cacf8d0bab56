"""Days that did not go as planned, and weekly answers: one line each."""

from datetime import timedelta
from uuid import uuid4

from alongside.areas.practice import actions as practice
from alongside.areas.practice.values import Offer
from alongside.core.barriers import Barrier, Days
from alongside.core.moments import Kind
from alongside.core.routines import Part
from tests.areas.programme.building import by


def not_today(cast, idea, *, days=0, player=None):
    """An entry that says not today, ``days`` after the cast's Monday."""
    said = by(player or cast.samira, cast) | {"at": cast.at + timedelta(days=days)}
    return practice.record_entry(
        **said, placement=getattr(idea, "uuid", idea), entry=uuid4(), kind=Kind.NOT_TODAY
    )


def in_the_way(cast, idea, barrier=Barrier.NO_TIME, *, days=0, player=None, words=""):
    """Not today, and what got in the way."""
    entry = not_today(cast, idea, days=days, player=player)
    said = by(player or cast.samira, cast) | {"at": cast.at + timedelta(days=days)}
    return practice.keep_barriers(**said, entry=entry.uuid, barriers=(barrier,), words=words)


def answered(cast, value, *, weeks=0, player=None):
    """A weekly answer, ``weeks`` after the cast's own; None lets the week pass."""
    said = by(player or cast.samira, cast) | {"at": cast.at + timedelta(weeks=weeks), "pulse": uuid4()}
    return practice.skip_pulse(**said) if value is None else practice.answer_pulse(**said, value=value)


def living_actions(cast, idea):
    """A call of each action, for the test of bounds."""
    family = {"actor": cast.samira.actor, "child": cast.idris}
    entry = not_today(cast, idea)
    pulse = answered(cast, 2)
    yield practice.keep_barriers, family | {"entry": entry.uuid, "barriers": (Barrier.OTHER,), "words": "Ill"}
    yield practice.answer_pulse, family | {"pulse": uuid4(), "value": 2}
    yield practice.skip_pulse, family | {"pulse": uuid4()}
    yield practice.answer_offer, family | {"pulse": pulse.uuid, "offer": Offer.FINE}
    pattern = {"part": Part.MORNING, "days": Days.WEEKEND, "barrier": Barrier.TIRED}
    yield practice.mend_pattern, family | {"actor": cast.hannah.actor, "mended": uuid4()} | pattern

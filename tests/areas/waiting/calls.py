"""A call of each action of waiting that a page makes, for the test of bounds."""

from datetime import timedelta
from uuid import uuid4

from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import (
    ContactKind,
    OptionToOffer,
    PlaceDraft,
    Rhythm,
    RulesDraft,
    WhyEnded,
)


def calls(cast, world):
    """On Idris, who waits for a second time of the week."""
    desk = {"actor": cast.maria.actor, "child": cast.idris}
    draft = PlaceDraft(
        since_on=cast.at.date(),
        therapist=cast.hannah.uuid,
        room_features=("swing",),
        language="Polish",
        words="x",
    )
    yield waiting.keep_place, desk | {"place": uuid4(), "draft": draft}
    rules = {"actor": cast.maria.actor, "clinic": cast.clinic.pk}
    yield waiting.keep_rules, rules | {"draft": RulesDraft(tips="Sing", write_to="Maria")}
    idea = queries.tips_to_choose(cast.clinic.pk)[0].uuid
    yield waiting.choose_tips, rules | {"actor": cast.olive.actor, "ideas": (idea,)}
    waiting.keep_place(**desk, place=uuid4(), draft=draft, at=cast.at)
    told = {"contact": uuid4(), "kind": ContactKind.RANG, "words": "x", "next_on": cast.at.date()}
    yield waiting.record_contact, desk | told
    option = OptionToOffer(
        time=uuid4(),
        therapist=cast.hannah.uuid,
        starts_at=_later(cast),
        minutes=45,
        rhythm=Rhythm.WEEKLY,
        count=2,
        skips=(_later(cast).date() + timedelta(days=14),),
        costs=(("MISSES_SCHOOL", 30),),
    )
    yield waiting.offer_times, desk | {"offer": uuid4(), "options": (option,), "hours": 48}
    one, single = (
        uuid4(),
        OptionToOffer(
            time=uuid4(), therapist=cast.hannah.uuid, starts_at=_later(cast) + timedelta(hours=2), minutes=45
        ),
    )
    waiting.offer_times(**desk, offer=one, options=(single,), at=cast.at)
    family = {"actor": cast.samira.actor, "child": cast.idris, "offer": one}
    yield waiting.take_offer, family | {"time": single.time}
    yield waiting.decline_offer, family | {"words": "Mornings"}
    yield waiting.withdraw_offer, desk | {"offer": one}
    visit = {"visit": world.visit}
    yield waiting.let_visit_go, desk | visit
    yield waiting.let_following_go, desk | visit
    yield waiting.bring_visit_back, desk | visit
    yield waiting.could_not_come, {"actor": cast.samira.actor, "child": cast.idris} | visit
    yield waiting.stop_freed, {"actor": cast.maria.actor, "freed": uuid4()}
    yield waiting.end_place, desk | {"why": WhyEnded.HAS_TIME}


def _later(cast):
    """A time that nothing else of this record wants: a Saturday in spring, long after everything."""
    return cast.at + timedelta(days=131, hours=9)

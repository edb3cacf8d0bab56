"""Families that wait for a time, how long the others waited, and one freed time that goes from family to family."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.actions import SlotTaken
from alongside.areas.circle import gate
from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import WindowKind
from alongside.areas.diary.values.windows import WindowDraft
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import ContactKind, PlaceDraft, RulesDraft, Urgency, Way, WhyEnded
from alongside.config.demo import people
from alongside.config.demo.almanac import Almanac
from alongside.config.demo.people import Dice, Somebody
from alongside.config.demo.scene import House, Scene
from alongside.core.capabilities import Capability

_SEED = 1958
_TIPS = (
    "Let them help to carry the shopping in. Carrying is work that settles many bodies.\n"
    "Play on the floor before a table job. Five minutes are plenty.\n"
    "Say what comes next before it comes: first shoes, then the bus."
)
_IDEAS = {"Bag-check rhyme", "Change card", "Sock pairs", "Tray game"}
_FREED_TIMES = ("2 Thu 15:45", "2 Thu 16:45", "2 Wed 15:45", "2 Wed 16:45", "2 Tue 15:45", "2 Tue 16:45")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """A child who waits, with one parent; ``days`` counts from the day the demo is made."""

    name: str
    born: int
    carer: str
    key: str
    days: int
    words: str
    urgency: Urgency = Urgency.ROUTINE
    way: Way = Way.IN_ROOM
    only_after_school: bool = False
    short_notice: bool = True
    spoke: str = ""
    days_named: tuple[int, ...] = ()


LIST = (
    Waits(
        name="Nell Carter",
        born=8,
        carer="Joanne Carter",
        key="joanne",
        days=40,
        words="Thursdays only, brother comes too",
        only_after_school=True,
        days_named=(3,),
        spoke="Joanne is fine with waiting for a Thursday. She asked for a swing for the garden.",
    ),
    Waits(
        name="Sami Haddad",
        born=4,
        carer="Rana Haddad",
        key="rana",
        days=12,
        words="Mornings are best, he naps at one",
        urgency=Urgency.SOON,
        short_notice=False,
    ),
    Waits(
        name="Ivy Lund",
        born=6,
        carer="Erik Lund",
        key="erik",
        days=29,
        words="Happy with video until January",
        way=Way.EITHER,
        only_after_school=True,
        spoke="Rang Erik. Nothing new. He will come at short notice.",
    ),
)


def keep_list(almanac: Almanac, house: House, scenes: Iterable[Scene]) -> None:
    """The rules, the waits that are over, those that are not, and a freed time. Their dice are their own."""
    dice = Dice(_SEED)
    since = almanac.when("-20 Mon 09:30")
    draft = RulesDraft(fills=True, tips=_TIPS, write_to="Maria at the front desk, any weekday until five")
    waiting.keep_rules(actor=house.actor("maria", since), clinic=house.clinic.pk, draft=draft, at=since)
    ideas = [one.uuid for one in queries.tips_to_choose(house.clinic.pk) if one.name in _IDEAS]
    waiting.choose_tips(actor=house.actor("olive", since), clinic=house.clinic.pk, ideas=ideas, at=since)
    told = list(scenes)
    for number, scene in enumerate(told):
        _waited(dice, scene, number)
    families = {one.key: _begins(almanac, dice, house, one) for one in LIST}
    # Whose own visits are on another day, so that the Thursday is theirs to give back.
    away = [scene for scene in told if scene.family.visits.day != "Thu"]
    if away:
        _free(almanac, dice, house, away[0], families)


def _waited(dice: Dice, scene: Scene, number: int) -> None:
    """How long a family waited that comes by now: from some weeks before it was asked until the first visit."""
    visits, asked = scene.family.visits, scene.when(scene.family.asked)
    first = scene.when(f"{min(visits.weeks)} {visits.day} {visits.clock}")
    desk: dict[str, Any] = {"actor": scene.actor("maria", asked), "child": scene.child}
    draft = PlaceDraft(since_on=asked.date() - timedelta(days=12 + 17 * number % 41))
    waiting.keep_place(**desk, place=dice.uuid(asked), draft=draft, at=asked)
    waiting.end_place(**desk, why=WhyEnded.HAS_TIME, at=max(first, asked))


def _begins(almanac: Almanac, dice: Dice, house: House, one: Waits) -> UUID:
    """The child, the parent and the place on the list; somebody rang where there is something to tell."""
    since = almanac.on(almanac.today - timedelta(days=one.days), time(10, 40))
    maria = house.team["maria"]
    child = people.register(dice, house.clinic, maria, one.name, _born(almanac.today, one.born), since)
    parent = people.bring_in(
        dice, child, maria, one.carer, "Parent", since, email=f"{one.key}@family.example"
    )
    desk: dict[str, Any] = {"actor": maria.actor(since), "child": child}
    draft = PlaceDraft(
        since_on=almanac.today - timedelta(days=one.days),
        urgency=one.urgency,
        way=one.way,
        only_after_school=one.only_after_school,
        short_notice=one.short_notice,
        words=one.words,
    )
    waiting.keep_place(**desk, place=dice.uuid(since), draft=draft, at=since)
    if one.days_named:
        _says_when(parent, child, one, since)
    if one.spoke:
        rang = almanac.on(almanac.today - timedelta(days=8), time(11, 5))
        spoken: dict[str, Any] = {"contact": dice.uuid(rang), "kind": ContactKind.RANG, "words": one.spoke}
        waiting.record_contact(**desk, **spoken, next_on=almanac.today + timedelta(days=20), at=rang)
    return child


def _says_when(parent: Somebody, child: UUID, one: Waits, at: datetime) -> None:
    """After school on the days that the family named."""
    windows = tuple(
        WindowDraft(weekday=day, from_time=time(15, 15), until_time=time(18), kind=WindowKind.COULD)
        for day in one.days_named
    )
    diary.keep_windows(actor=parent.actor(at), child=child, windows=windows, at=at)


def _born(today: date, years: int) -> date:
    return today - timedelta(days=365 * years + 130)


def _free(almanac: Almanac, dice: Dice, house: House, scene: Scene, families: dict[str, UUID]) -> None:
    """An afternoon of the week after next is let go. Nell's mother says no, so it is offered to Ivy's father now."""
    freed_at = almanac.when("0 Fri 10:15")
    if _book_and_let_go(almanac, dice, house, scene, freed_at) is None:
        return
    asked_at = freed_at + timedelta(minutes=5)
    waiting.look_for_freed(at=asked_at)
    joanne = people.known("joanne@family.example")
    _say_no(joanne, families["joanne"], asked_at + timedelta(hours=2))
    waiting.look_for_freed(at=_by_day(almanac))


def _book_and_let_go(almanac: Almanac, dice: Dice, house: House, scene: Scene, at: datetime) -> UUID | None:
    """The visit that is let go: the first of a few times at which Bethan and a room are free."""
    for clock in _FREED_TIMES:
        visit = dice.uuid(at)
        told: dict[str, Any] = {
            "actor": house.actor("maria", at),
            "child": scene.child,
            "visit": visit,
            "at": at,
        }
        try:
            appointments.book_visit(
                **told,
                therapist=house.team["bethan"].uuid,
                starts_at=almanac.when(clock),
                minutes=45,
                room=house.rooms["Larch Room"],
            )
        except SlotTaken:
            continue
        waiting.let_visit_go(**told, family_could_not_come=True)
        return visit
    return None


def _say_no(parent: Somebody, child: UUID, at: datetime) -> None:
    """The parent lets an offer pass, if there is one."""
    actor = parent.actor(at)
    opened = gate.open_child(actor, child, Capability.READ_VISITS, at, doing="parent.offer")
    offer = queries.open_offer(opened)
    if offer is not None:
        words = "Her brother has a match that day. The next one, please."
        waiting.decline_offer(actor=actor, child=child, offer=offer.uuid, words=words, at=at)


def _by_day(almanac: Almanac) -> datetime:
    """The latest moment by day before the demo was made."""
    local = almanac.at.astimezone(almanac.zone_info)
    if local.time() >= time(20):
        return almanac.on(almanac.today, time(19, 30))
    if local.time() < time(8, 5):
        return almanac.on(almanac.today - timedelta(days=1), time(19, 30))
    return almanac.at

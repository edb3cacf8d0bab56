"""Two families said when they could come, and choose between three times that the desk holds for them."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import time, timedelta

from django.db import transaction

from alongside.areas.appointments.actions import SlotTaken
from alongside.areas.circle import gate
from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import WindowKind
from alongside.areas.diary.values.windows import WindowDraft
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting.queries.fits import Wanted, best_three
from alongside.config.demo.almanac import Almanac
from alongside.config.demo.people import Dice
from alongside.config.demo.scene import House, Scene
from alongside.core.capabilities import Capability

_SEED = 1977
_WHOLE_DAY = (time(0), time(23, 59))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooses:
    """Which family, who says when they could come, on which days from when, and in how many days it would begin."""

    family: str
    carer: str
    could: tuple[int, ...]
    never: tuple[int, ...]
    free_from: time
    begins_in: int


FAMILIES = (
    Chooses(family="ana", carer="ines", could=(0, 1, 3), never=(2,), free_from=time(15, 30), begins_in=4),
    Chooses(family="idris", carer="samira", could=(0, 3), never=(4,), free_from=time(15, 30), begins_in=35),
)


def choose_times(almanac: Almanac, house: House, scenes: Mapping[str, Scene]) -> None:
    """Their windows, a week ago, and the offer of today. The dice are their own."""
    dice = Dice(_SEED)
    for one in FAMILIES:
        if one.family in scenes:
            _say_when(almanac, house, scenes[one.family], one)
            _offer(almanac, dice, house, scenes[one.family], one)


def _say_when(almanac: Almanac, house: House, scene: Scene, one: Chooses) -> None:
    at = almanac.at - timedelta(days=7)
    spans = [(day, (one.free_from, time(17, 30)), WindowKind.COULD) for day in one.could]
    spans += [(day, _WHOLE_DAY, WindowKind.COULD_NOT) for day in one.never]
    diary.keep_windows(
        actor=house.actor(one.carer, at),
        child=scene.child,
        windows=[
            WindowDraft(weekday=day, from_time=span[0], until_time=span[1], kind=kind)
            for day, span, kind in spans
        ],
        at=at,
    )


def _offer(almanac: Almanac, dice: Dice, house: House, scene: Scene, one: Chooses) -> None:
    """As Maria does it at the desk: look, and offer all three."""
    at = almanac.at
    maria = house.actor("maria", at)
    opened = gate.open_child(maria, scene.child, Capability.BOOK_VISITS, at, doing="desk.regular")
    therapist = house.team[scene.family.therapist].uuid
    begins = almanac.today + timedelta(days=one.begins_in)
    fits = best_three(opened, Wanted(therapist=therapist, from_on=begins))
    options = [fit.option(dice.uuid(at)) for fit in fits]
    if options:
        with suppress(SlotTaken), transaction.atomic():  # on a day when the way to another place takes it
            waiting.offer_times(actor=maria, child=scene.child, offer=dice.uuid(at), options=options, at=at)

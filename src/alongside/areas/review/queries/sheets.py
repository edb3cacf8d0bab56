"""The sheets: what may stand on paper for one routine, for school, and in a strip of pictures."""

from collections.abc import Iterable
from datetime import time

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.people import queries as people
from alongside.areas.programme.values import PlacementSeen
from alongside.areas.review.queries import on_paper
from alongside.areas.review.reports.sheets import pictograms
from alongside.areas.review.values.sheets import PICTURES_AT_MOST, RoutineCard, SchoolCopy, SheetIdea
from alongside.areas.story import queries as story
from alongside.core import routines
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.core.routines import Part

_A_STRIP = 3
_ORDINARY_MORNING = ["wake", "clothes", "breakfast", "teeth", "bag"]


def routines_on_paper(opened: OpenChild) -> tuple[str, ...]:
    """The routines that have an idea to print now, from morning to night."""
    return routines.in_day_order(one.routine for one in on_paper.printable(opened))


def routine_card(opened: OpenChild, routine: str) -> RoutineCard:
    """The ideas of one routine; NotFound when there is nothing to print."""
    placed = [one for one in on_paper.printable(opened) if one.routine == routine]
    if not placed:
        raise NotFound
    return RoutineCard(
        child_name=opened.short_name,
        clinic_name=opened.clinic_name,
        routine=routine,
        usual_at=_usual_at(opened, routine),
        ideas=tuple(_idea(one) for one in placed),
        care=on_paper.care(opened),
    )


def school_copy(opened: OpenChild) -> SchoolCopy:
    """What helps at school with the notes on safety. Nothing of home stands in it."""
    opened.check(Capability.READ_SAFETY)
    therapists = [one for one in circle.grownups(opened) if one.kind is PlaceKind.THERAPIST]
    return SchoolCopy(
        child_name=opened.short_name,
        clinic_name=opened.clinic_name,
        on=opened.today,
        ideas=tuple(_idea(one) for one in _at_school(on_paper.printable(opened))),
        care=on_paper.care(opened),
        therapist_name=therapists[0].name if therapists else "",
        phone=people.clinic(opened.clinic).phone,
    )


def morning_pictures(opened: OpenChild) -> tuple[str, ...]:
    """The pictures of this family's mornings, or of an ordinary one where nobody told us yet."""
    told = story.family_day(opened) if opened.allows(Capability.READ_STORY) else ()
    codes = [one.routine for one in told if routines.routine(one.routine).part is Part.MORNING]
    pictures = [pictograms.of_routine(code) for code in codes]
    pictures = pictures if len(pictures) >= _A_STRIP else _ORDINARY_MORNING
    return tuple(dict.fromkeys(pictures))[:PICTURES_AT_MOST]


def _at_school(placed: Iterable[PlacementSeen]) -> list[PlacementSeen]:
    return [one for one in placed if routines.routine(one.routine).part is Part.SCHOOL]


def _usual_at(opened: OpenChild, routine: str) -> time | None:
    if not opened.allows(Capability.READ_STORY):
        return None
    return next((one.usual_at for one in story.family_day(opened) if one.routine == routine), None)


def _idea(placed: PlacementSeen) -> SheetIdea:
    copy = placed.copy
    return SheetIdea(
        routine=placed.routine,
        title=placed.title,
        what=" ".join(filter(None, (placed.family_words, placed.grade_words))),
        steps=copy.steps if copy else (),
        words_that_help=placed.words_that_help,
        easier=_one_way_easier(placed),
        notice=placed.notice,
        cautions=on_paper.cautions(placed),
        override=on_paper.override_words(placed),
    )


def _one_way_easier(placed: PlacementSeen) -> str:
    """The next easier way of its list; "" where there is none, or where it was made harder and goes back instead."""
    ways = placed.copy.easier if placed.copy else ()
    return ways[-placed.grade] if 0 <= -placed.grade < len(ways) else ""

"""One way easier, one way harder: each turns one knob of the idea as it was given."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger
from alongside.areas.programme.models import Placement
from alongside.areas.programme.values import PlacementSeen, PlacementState, What
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.moments import Fit
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

_BY_FIT = {Fit.TOO_HARD: -1, Fit.TOO_EASY: 1}


class NothingEasier(Refusal):
    """The idea's own list has no easier way left."""

    sentence = gettext_noop("There is no easier way in the list. New words can make one.")


class NothingHarder(Refusal):
    """The idea's own list has no harder way left."""

    sentence = gettext_noop("There is no harder way in the list. New words can make one.")


class FurtherThanAgreed(Refusal):
    """The therapist lets one tap at home go no further."""

    sentence = gettext_noop("That goes further than we talked about. Ask about it, or let it rest.")


@action
def make_easier(
    *, actor: Actor, child: UUID, placement: UUID, change: UUID, because: UUID | None = None, at: datetime
) -> PlacementSeen:
    """Go one way easier in the idea's own list. A responsible carer may, within what the therapist allowed."""
    opened = gate.open_child(actor, child, Capability.LIGHTEN_PROGRAMME, at, doing="programme.make_easier")
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        if not opened.is_team and not may(opened, row, -1):
            raise FurtherThanAgreed
        step(opened, row, ledger.Note(uuid=change, what=What.EASIER, because=because), -1)
    return queries.placement(opened, placement)


@action
def make_harder(
    *, actor: Actor, child: UUID, placement: UUID, change: UUID, because: UUID | None = None, at: datetime
) -> PlacementSeen:
    """Go one way harder in the idea's own list."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="programme.make_harder")
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        step(opened, row, ledger.Note(uuid=change, what=What.HARDER, because=because), 1)
    return queries.placement(opened, placement)


@action
def regrade_by_fit(
    *, actor: Actor, child: UUID, placement: UUID, change: UUID, fit: Fit, at: datetime
) -> PlacementSeen:
    """Turn one knob at once after "too hard" or "too easy", as far as the list and the therapist allow.

    A responsible carer or the therapist may. The dated line tells the therapist. Just right, a live idea that cannot
    go further and one that is not live stay as they are.
    """
    opened = gate.open_child(actor, child, Capability.LIGHTEN_PROGRAMME, at, doing="programme.regrade_by_fit")
    row, by = ledger.find(opened, placement), _BY_FIT.get(fit, 0)
    if (
        by
        and row.state == PlacementState.SHARED
        and ledger.is_new(opened, row, change)
        and may(opened, row, by)
    ):
        step(opened, row, ledger.Note(uuid=change, what=What.EASIER if by < 0 else What.HARDER), by)
    return queries.placement(opened, placement)


@action
def bound_grades(
    *, actor: Actor, child: UUID, placement: UUID, change: UUID, least: int, most: int, at: datetime
) -> PlacementSeen:
    """Say how far one tap at home may grade an idea: ``least`` 0 or below is easier, ``most`` 0 or above harder."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="programme.bound_grades")
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        said = {
            "grade_least": bounds.whole(least, -_ways(row, -1), 0, "least"),
            "grade_most": bounds.whole(most, 0, _ways(row, 1), "most"),
        }
        ledger.keep(opened, row, ledger.Note(uuid=change, what=What.BOUNDED), said)
    return queries.placement(opened, placement)


def step(opened: OpenChild, row: Placement, note: ledger.Note, by: int) -> None:
    """Write the next grade and its one sentence; NothingEasier or NothingHarder at the end of the list."""
    grade = row.grade + by
    ledger.keep(opened, row, note, {"grade": grade, "grade_words": words_of(row, grade)})


def words_of(row: Placement, grade: int) -> str:
    """The one sentence that this grade changes; "" for the idea as it was written."""
    if grade == 0:
        return ""
    if abs(grade) > _ways(row, grade):
        raise NothingEasier if grade < 0 else NothingHarder
    ways = row.given["easier" if grade < 0 else "harder"]
    return str(ways[abs(grade) - 1]["words"])


def _ways(row: Placement, side: int) -> int:
    """How many ways the list holds on one side: below 0 easier ones."""
    return len(row.given.get("easier" if side < 0 else "harder", ()))


def may(opened: OpenChild, row: Placement, by: int) -> bool:
    """Whether one tap at home may grade it ``by`` one (below 0 easier): within the list and the therapist's bounds."""
    return queries.placement(opened, row.uuid).bounds.holds(row.grade + by)

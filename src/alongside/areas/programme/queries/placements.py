"""Placements as they stand: one statement for the rows, one for the facts that the safety rules need."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import By, HomeSeen, OpenChild, Voice
from alongside.areas.programme.models import Placement, PlacementChange
from alongside.areas.programme.queries import homes
from alongside.areas.programme.queries.safety import ChildFacts, facts_of, warnings_on
from alongside.areas.programme.values import (
    Loggable,
    Override,
    PlacementSeen,
    PlacementState,
    ProgrammeSeen,
    RoutinePlaced,
    SwapWish,
    What,
    Whose,
)
from alongside.areas.programme.values.copies import Bounds
from alongside.areas.story import queries as story
from alongside.areas.story.queries import day
from alongside.areas.story.values import DayMomentSeen
from alongside.areas.story.values.week import WEEK
from alongside.core import load, routines
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

Week = Mapping[UUID | None, Mapping[str, frozenset[int]]]
_PLAIN = (
    "uuid", "routine", "title", "family_words", "words_that_help", "minutes", "grade", "grade_words", "baseline",
    "proposed_at", "shared_at", "agreed_at", "confidence", "our_part", "your_part", "notice", "given", "planned",
)  # fmt: skip
_KEYS = ("strategy", "goal", "finding")
_PEOPLE = tuple(
    f"{who}_by__{field}"
    for who in ("proposed", "agreed", "override", "swap")
    for field in ("uuid", "short_name")
)
_FIELDS = (
    *_PLAIN, *_KEYS, *_PEOPLE, "strategy__safety", "safety", "whose", "state", "not_yet_words", "swap_words",
    "swap_instead", "swap_at", "override_words", "override_at", "override_codes", "override_facts",
    "rests_because",
    "home", "home__uuid", "home__name", "days", "grade_least", "grade_most",
)  # fmt: skip


def programme_of(opened: OpenChild) -> ProgrammeSeen:
    """The whole programme with its meter. Drafts are left out for everybody but the child's own therapist."""
    placed = _seen_all(opened, _going_on(drafts=_with_drafts(opened), child=opened.pk))
    live = _in(placed, PlacementState.SHARED)
    offered = _in(placed, PlacementState.OFFERED)
    drafts = _in(placed, PlacementState.DRAFT)
    given, drawn = _minutes_given(opened), _drawn(opened, (*live, *offered, *drafts))
    return ProgrammeSeen(
        routines=_by_routine(live),
        offered=offered,
        resting=_in(placed, PlacementState.RESTING),
        drafts=drafts,
        minutes_given=given,
        load=_load(live, given, drawn),
        load_with_drafts=_load((*live, *offered, *drafts), given, drawn),
    )


def live_placements(opened: OpenChild) -> tuple[PlacementSeen, ...]:
    """What is on the phone now, from morning to night. Two statements, however many ideas."""
    rows = _live(drafts=_with_drafts(opened), child=opened.pk)
    seen = _seen_all(opened, rows, watched=False)
    return tuple(placed for block in _by_routine(seen) for placed in block.placements)


def placement(opened: OpenChild, uuid: UUID) -> PlacementSeen:
    """One placement, ended ones included; NotFound for a carer while it is a draft."""
    found = _seen_all(opened, _one(drafts=_with_drafts(opened), child=opened.pk, uuid=uuid))
    if not found:
        raise NotFound
    return found[0]


def loggable(opened: OpenChild, placement: UUID, happened_at: datetime) -> Loggable:
    """The placement's key for practice, and whether it was in the plan at ``happened_at``.

    An idea counts from the start of the local day somebody said yes to it: it was tried together before. Reads
    one row, and the dated changes only when the idea is not live or became so later. NotFound as ever.
    """
    rows = homes.known(opened, _shared_once(child=opened.pk, uuid=placement))
    if not rows:
        raise NotFound
    row, since = rows[0], rows[0]["live_since"]
    was_live = (since is not None and since <= happened_at) or _was_live(opened, row["pk"], happened_at)
    return Loggable(pk=row["pk"], title=row["title"], was_live=was_live)


def _was_live(opened: OpenChild, pk: int, happened_at: datetime) -> bool:
    """Walk the dated changes of its state: the last one before the moment says whether it was in the plan then."""
    rows = PlacementChange.objects.filter(child=opened.pk, placement=pk, after__has_key="state")
    was_live = False
    for what, after, at in rows.order_by("at", "pk").values_list("what", "after", "at"):
        starts = _start_of_day(opened, at) if what in (What.SHARED, What.AGREED) else at
        if starts <= happened_at:
            was_live = after["state"] == PlacementState.SHARED
    return was_live


def _start_of_day(opened: OpenChild, at: datetime) -> datetime:
    return at.astimezone(opened.zone_info).replace(hour=0, minute=0, second=0, microsecond=0)


@prepared
def _live(*, drafts: bool) -> QuerySet[Placement, dict[str, Any]]:
    return _visible(drafts=drafts).filter(state=PlacementState.SHARED)


@prepared
def _going_on(*, drafts: bool) -> QuerySet[Placement, dict[str, Any]]:
    return _visible(drafts=drafts).exclude(state=PlacementState.ENDED)


@prepared
def _one(*, drafts: bool) -> QuerySet[Placement, dict[str, Any]]:
    return _visible(drafts=drafts).filter(uuid=Slot("uuid"))


@prepared
def _shared_once() -> QuerySet[Placement, Any]:
    rows = Placement.objects.filter(child=Slot("child"), uuid=Slot("uuid"), shared_at__isnull=False)
    return rows.values("pk", "title", "live_since", "home")


def _visible(*, drafts: bool) -> QuerySet[Placement, dict[str, Any]]:
    rows: QuerySet[Placement, dict[str, Any]] = Placement.objects.order_by("pk").values(*_FIELDS)
    rows = rows.filter(child=Slot("child"))
    return rows if drafts else rows.filter(shared_at__isnull=False)


def _with_drafts(opened: OpenChild) -> bool:
    """Whether this reader sees drafts."""
    opened.check(Capability.READ_PROGRAMME)
    return opened.allows(Capability.PROPOSE_PROGRAMME)


def _seen_all(
    opened: OpenChild, rows: Iterable[dict[str, Any]], *, watched: bool = True
) -> tuple[PlacementSeen, ...]:
    child = facts_of(opened, watched=watched)
    return tuple(_seen(child, row) for row in homes.known(opened, rows))


def _in(placed: Iterable[PlacementSeen], state: PlacementState) -> tuple[PlacementSeen, ...]:
    return tuple(one for one in placed if one.state is state)


def _by_routine(placed: tuple[PlacementSeen, ...]) -> tuple[RoutinePlaced, ...]:
    return tuple(
        RoutinePlaced(routine=code, placements=tuple(one for one in placed if one.routine == code))
        for code in routines.in_day_order(one.routine for one in placed)
    )


def _minutes_given(opened: OpenChild) -> int | None:
    if not opened.allows(Capability.READ_STORY):
        return None
    said = story.capacity(opened)
    return said.minutes_a_day if said else None


def _drawn(opened: OpenChild, placed: Sequence[PlacementSeen]) -> Week:
    """On which days each home has a routine; only read where an idea has no days of its own."""
    if all(one.days for one in placed) or not opened.allows(Capability.READ_STORY):
        return {}
    drawn = day.moments(opened)
    named = any(one.home for one in drawn) or any(one.home for one in placed)
    homes: tuple[HomeSeen | None, ...] = (circle.homes(opened) if named else ()) or (None,)
    return {home.uuid if home else None: _routine_days(home, drawn) for home in homes}


def _routine_days(home: HomeSeen | None, drawn: Sequence[DayMomentSeen]) -> dict[str, frozenset[int]]:
    """What was drawn for this home, else what was drawn before it had a name."""
    own = [one for one in drawn if home and one.home == home.pk]
    found: dict[str, frozenset[int]] = {}
    for one in own or [one for one in drawn if one.home is None]:
        found[one.routine] = found.get(one.routine, frozenset()) | frozenset(filter(one.is_on, WEEK))
    return found


def _load(placed: Sequence[PlacementSeen], given: int | None, drawn: Week) -> load.Load:
    fullest = {one.uuid for one in _fullest_day(placed, drawn)}
    asked = {one.uuid: one.minutes if one.uuid in fullest else 0 for one in placed}
    # Without the family's own figure nothing can be too much, so the plan is measured against itself.
    return load.load(asked, sum(asked.values()) if given is None else given)


def _fullest_day(placed: Sequence[PlacementSeen], drawn: Week) -> Sequence[PlacementSeen]:
    """The ideas of the day that asks most, in whichever home: an idea without a home counts in each.

    One without days of its own counts on the days of its routine there, and on each while nobody drew it.
    """
    days = [
        [
            one
            for one in placed
            if one.home in (None, home)
            and number in (frozenset(one.days) or week.get(one.routine, frozenset(WEEK)))
        ]
        for home in {one.home for one in placed if one.home} | (drawn.keys() or {None})
        for week in [drawn.get(home, {})]
        for number in WEEK
    ]
    return max(days, key=lambda held: sum(one.minutes for one in held), default=())


def _seen(child: ChildFacts, row: dict[str, Any]) -> PlacementSeen:
    easier, harder = (len(row["given"].get(name, ())) for name in ("easier", "harder"))
    return PlacementSeen(
        **{name: row[name] for name in (*_PLAIN, *_KEYS)},
        can_be_easier=row["grade"] > -easier,
        can_be_harder=row["grade"] < harder,
        bounds=bounds_of(row, easier, harder),
        home=row["home__uuid"],
        home_name=row["home__name"] or "",
        days=tuple(row["days"]),
        whose=Whose(row["whose"]),
        state=PlacementState(row["state"]),
        proposed_by=_by(row, "proposed", Voice.THERAPIST),
        agreed_by=_by(row, "agreed", Voice.FAMILY) if row["agreed_at"] else None,
        not_yet=row["not_yet_words"],
        swap=_swap(row),
        override=_override(row) if child.sees_facts else None,
        warnings=warnings_on(child, row),
        rests_for_safety=bool(row["rests_because"]),
    )


def bounds_of(row: Mapping[str, Any], easier: int, harder: int) -> Bounds:
    """How far one tap may go: as far as the therapist set, and no further than the list of so many ways."""
    least = -easier if row["grade_least"] is None else row["grade_least"]
    most = harder if row["grade_most"] is None else row["grade_most"]
    return Bounds(least=max(least, -easier), most=min(most, harder))


def _by(row: dict[str, Any], who: str, voice: Voice) -> By:
    return By(name=row[f"{who}_by__short_name"], voice=voice, uuid=row[f"{who}_by__uuid"])


def _swap(row: dict[str, Any]) -> SwapWish | None:
    if row["swap_at"] is None:
        return None
    by = _by(row, "swap", Voice.FAMILY)
    return SwapWish(words=row["swap_words"], instead=row["swap_instead"], by=by, at=row["swap_at"])


def _override(row: dict[str, Any]) -> Override | None:
    if row["override_at"] is None:
        return None
    by = _by(row, "override", Voice.THERAPIST)
    return Override(words=row["override_words"], by=by, at=row["override_at"])

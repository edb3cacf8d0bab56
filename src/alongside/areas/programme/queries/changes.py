"""What we changed, dated."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext

from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.programme.models import PlacementChange
from alongside.areas.programme.queries import homes
from alongside.areas.programme.values import WHAT_LABELS, ChangeSeen, PlacementState, What
from alongside.core.capabilities import Capability
from alongside.core.progress import ChangeLine

# What makes a new phase in a chart: the family does something else from that day on.
_PHASES = (
    What.SHARED, What.AGREED, What.REWORDED, What.EASIER, What.HARDER, What.MOVED, What.RESTED, What.RESUMED,
    What.REFUSED, What.ENDED,
)  # fmt: skip
_BEGIN = (What.SHARED, What.AGREED)
_AT_MOST = 500
_FIELDS = (
    "uuid", "placement__uuid", "placement__title", "what", "words", "before", "after", "by__uuid",
    "by__short_name", "voice", "at", "because_message",
)  # fmt: skip


def changes(
    opened: OpenChild, *, placement: UUID | None = None, everywhere: bool = False, limit: int = 100
) -> tuple[ChangeSeen, ...]:
    """The changes of the whole programme or of one placement, newest first.

    ``everywhere`` leaves out what belongs to one home: for papers that grown-ups of several homes read.

    The family sees what happened from the sharing on; how a draft was made stays with the team. Why a safety
    rule was set aside speaks of the child's health: only for readers of the safety facts.
    """
    rows = _visible(opened, everywhere=everywhere)
    if placement is not None:
        rows = rows.filter(placement__uuid=placement)
    return tuple(_seen(row) for row in rows.order_by("-at", "-pk").values(*_FIELDS)[: min(limit, _AT_MOST)])


def phase_lines(
    opened: OpenChild, *, placement: UUID | None = None, goal: UUID | None = None, everywhere: bool = False
) -> tuple[ChangeLine, ...]:
    """The dated lines of a chart for one placement, one goal, or everything; labels in the reader's language.

    The first yes draws a line, because with it something changes at home; an offer does not. The start of a baseline
    changes nothing either, so it draws no line: what comes before the first line is baseline.
    """
    rows = _visible(opened, everywhere=everywhere).filter(
        placement__shared_at__isnull=False, what__in=_PHASES
    )
    begins = Q(what__in=_BEGIN, after__state=PlacementState.SHARED.value, placement__baseline=False)
    rows = rows.filter(begins | ~Q(what__in=_BEGIN))
    rows = rows.exclude(Q(what=What.REWORDED) & ~Q(before__has_key="family_words"))
    if placement is not None:
        rows = rows.filter(placement__uuid=placement)
    if goal is not None:
        rows = rows.filter(placement__goal__uuid=goal)
    found = rows.order_by("at", "pk").values("at", "what", "before", "placement__uuid", "placement__title")[
        :_AT_MOST
    ]
    return _lines(opened, (row for row in found if _is_felt(row)))


def _visible(opened: OpenChild, *, everywhere: bool) -> QuerySet[PlacementChange]:
    opened.check(Capability.READ_PROGRAMME)
    known = Q(placement__home=None) if everywhere else homes.of_known(opened, "placement__home")
    rows = PlacementChange.objects.filter(known, child=opened.pk)
    if not opened.allows(Capability.READ_SAFETY):
        rows = rows.exclude(what=What.SAFETY_OVERRIDDEN)
    if opened.allows(Capability.PROPOSE_PROGRAMME):
        return rows
    return rows.filter(at__gte=F("placement__shared_at"))


def _is_felt(row: Mapping[str, Any]) -> bool:
    """Whether anything changed at home: not when an offer that nobody said yes to was taken back."""
    return row["what"] in _BEGIN or row["before"].get("state") != PlacementState.OFFERED


def _lines(opened: OpenChild, rows: Iterable[Mapping[str, Any]]) -> tuple[ChangeLine, ...]:
    """One line a day and idea: what changed in it on that day stands in one label."""
    told: dict[tuple[date, UUID], list[str]] = {}
    titles: dict[UUID, str] = {}
    for row in rows:
        on, idea = row["at"].astimezone(opened.zone_info).date(), row["placement__uuid"]
        titles[idea] = row["placement__title"]
        told.setdefault((on, idea), []).append(gettext(WHAT_LABELS[What(row["what"])]))
    return tuple(
        ChangeLine(on=on, label=f"{titles[idea]}: {', '.join(dict.fromkeys(words))}", about=titles[idea])
        for (on, idea), words in told.items()
    )


def _seen(row: Mapping[str, Any]) -> ChangeSeen:
    return ChangeSeen(
        uuid=row["uuid"],
        placement=row["placement__uuid"],
        title=row["placement__title"],
        what=What(row["what"]),
        words=row["words"],
        before=row["before"],
        after=row["after"],
        by=By(name=row["by__short_name"], voice=Voice(row["voice"]), uuid=row["by__uuid"]),
        at=row["at"],
        because=row["because_message"],
    )

"""What was handed over at the end of a visit, what families answered, and the news that an idea rests for safety."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Value

from alongside.adapters.prepared import Slot, prepared, room_for, slots
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.conversation.models import Handover, HandoverAnswer, SafetyRead
from alongside.areas.conversation.values import HandoverAnswerSeen, HandoverSeen
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import PlacementState, RestedSeen
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

SHOWN_FOR = timedelta(days=10)  # until the next visit in most weeks
_ANSWERED = "answered"
_AT_HOME = (PlacementState.OFFERED, PlacementState.SHARED)
_FIELDS = (
    "uuid", "visit_id", "placement_id", "placement__title", "placement__routine", "placement__home", "words", "tried",
    "by__uuid", "by__short_name", "at",
)  # fmt: skip
_ANSWER = (
    "child__uuid", "handover__uuid", "handover__visit_id", "handover__placement__title", "clear", "question",
    "person__uuid", "person__short_name", "at",
)  # fmt: skip


def handover_now(opened: OpenChild) -> HandoverSeen | None:
    """The newest thing of the last days that this person has not answered; None once it rests. One statement."""
    opened.check(Capability.READ_PROGRAMME)
    rows = _unanswered(child=opened.pk, me=opened.actor.person, since=opened.at - SHOWN_FOR)
    return next((_seen(row) for row in _of_own_homes(opened, rows)), None)


def handover(opened: OpenChild, uuid: UUID) -> HandoverSeen:
    """One handover with everybody's answers. NotFound for another child's, and for one of a home of others."""
    opened.check(Capability.READ_PROGRAMME)
    rows = Handover.objects.filter(child=opened.pk, uuid=uuid, replaced_at=None).values(*_FIELDS)
    for row in _of_own_homes(opened, rows):
        return _seen(row, _answers(opened, uuid))
    raise NotFound


def handover_of(opened: OpenChild, visit: UUID) -> HandoverSeen | None:
    """What was handed over at the end of a visit, with the answers; None when nothing was."""
    opened.check(Capability.SHARE_PROGRAMME)
    row = (
        Handover.objects.filter(child=opened.pk, visit__uuid=visit, replaced_at=None).values(*_FIELDS).first()
    )
    return _seen(row, _answers(opened, row["uuid"])) if row else None


def newest_handover(opened: OpenChild) -> HandoverSeen | None:
    """The newest handover of this child with its answers, for the therapist; None when there is none."""
    opened.check(Capability.SHARE_PROGRAMME)
    rows = Handover.objects.filter(child=opened.pk, replaced_at=None).order_by("-at", "-pk").values(*_FIELDS)
    row = rows.first()
    return _seen(row, _answers(opened, row["uuid"])) if row else None


def answers_about(own: Sequence[OpenChild]) -> tuple[HandoverAnswerSeen, ...]:
    """What the families of these children answered in the last week, "not clear" first. One statement."""
    keys = [child.pk for child in own if child.is_team]
    if not keys:
        return ()
    rows = _answers_among(room=room_for(keys), children=keys, since=own[0].at - SHOWN_FOR)
    return tuple(sorted((_answer(row) for row in rows), key=lambda one: one.clear))


def answers_and_rests(
    own: Sequence[OpenChild],
) -> tuple[tuple[HandoverAnswerSeen, ...], tuple[tuple[UUID, RestedSeen], ...]]:
    """The same answers, and what rests for safety in these children's programmes. One statement while there is none."""
    keys = [child.pk for child in own if child.is_team]
    kinds = (
        set(_kinds_among(room=room_for(keys), children=keys, since=own[0].at - SHOWN_FOR)) if keys else set()
    )
    return (
        answers_about(own) if _ANSWERED in kinds else (),
        programme.rests_about(own) if programme.RESTS in kinds else (),
    )


def rests_unread(opened: OpenChild, rested: Iterable[RestedSeen] | None = None) -> tuple[RestedSeen, ...]:
    """Ideas that safety put to rest and of which this carer has not said «Okay». ``rested``: those, if read before."""
    if opened.is_team:
        return ()
    told = tuple(programme.rested(opened) if rested is None else rested)
    if not told:
        return ()
    changes = [one.change for one in told]
    rows = SafetyRead.objects.filter(child=opened.pk, person=opened.actor.person, change__uuid__in=changes)
    read = frozenset(rows.values_list("change_id", flat=True))
    return tuple(one for one in told if one.change not in read)


def _of_own_homes(opened: OpenChild, rows: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Without what lives in a home of others; asks for homes only when an idea has one."""
    found = list(rows)
    if not any(row["placement__home"] for row in found):
        return found
    homes = circle.my_homes(opened)
    return [row for row in found if homes is None or row["placement__home"] in {None, *homes}]


def _answers(opened: OpenChild, uuid: UUID) -> tuple[HandoverAnswerSeen, ...]:
    rows = HandoverAnswer.objects.filter(child=opened.pk, handover__uuid=uuid, replaced_at=None).order_by(
        "pk"
    )
    if not opened.is_team:
        rows = rows.filter(person=opened.actor.person)
    return tuple(_answer(row) for row in rows.values(*_ANSWER))


def handed_over(child: Any) -> QuerySet[Handover, Handover]:
    """What was handed over since the slot ``since``, is at home, and was not answered by the person of ``me``."""
    mine = HandoverAnswer.objects.filter(handover=OuterRef("pk"), person=Slot("me"), replaced_at=None)
    return Handover.objects.filter(
        ~Exists(mine), child=child, at__gte=Slot("since"), replaced_at=None, placement__state__in=_AT_HOME
    )


@prepared
def _unanswered() -> QuerySet[Handover, dict[str, Any]]:
    rows = handed_over(Slot("child")).order_by("-at", "-pk")
    found: QuerySet[Handover, dict[str, Any]] = rows.values(*_FIELDS)
    return found


@prepared
def _answers_among(*, room: int) -> QuerySet[HandoverAnswer, dict[str, Any]]:
    rows = HandoverAnswer.objects.filter(
        child__pk__in=slots("children", room),
        at__gte=Slot("since"),
        replaced_at=None,
        handover__replaced_at=None,
    )
    found: QuerySet[HandoverAnswer, dict[str, Any]] = rows.order_by("-at", "-pk").values(*_ANSWER)
    return found


@prepared
def _kinds_among(*, room: int) -> QuerySet[Any, str]:
    children = slots("children", room)
    said = HandoverAnswer.objects.filter(child__pk__in=children, at__gte=Slot("since"), replaced_at=None)
    kinds: QuerySet[Any, str] = said.values_list(Value(_ANSWERED), flat=True)
    return kinds.union(programme.resting_among(children))


def _seen(row: dict[str, Any], answers: tuple[HandoverAnswerSeen, ...] = ()) -> HandoverSeen:
    return HandoverSeen(
        uuid=row["uuid"],
        visit=row["visit_id"],
        placement=row["placement_id"],
        title=row["placement__title"],
        routine=row["placement__routine"],
        words=row["words"],
        tried=tuple(row["tried"]),
        by=By(name=row["by__short_name"], voice=Voice.THERAPIST, uuid=row["by__uuid"]),
        at=row["at"],
        answers=answers,
    )


def _answer(row: dict[str, Any]) -> HandoverAnswerSeen:
    return HandoverAnswerSeen(
        child=row["child__uuid"],
        handover=row["handover__uuid"],
        visit=row["handover__visit_id"],
        title=row["handover__placement__title"],
        clear=row["clear"],
        question=row["question"],
        by=By(name=row["person__short_name"], voice=Voice.FAMILY, uuid=row["person__uuid"]),
        at=row["at"],
    )

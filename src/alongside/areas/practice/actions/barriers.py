"""What got in the way: told once, never asked twice; and what the therapist changed about it."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import queries
from alongside.areas.practice.models import Entry, EntryBarrier, PatternMended
from alongside.areas.practice.values import BarrierSeen
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.barriers import Barrier, Days
from alongside.core.capabilities import Capability
from alongside.core.moments import Kind
from alongside.core.refusals import NotFound, Refusal
from alongside.core.routines import Part
from alongside.core.words import gettext_noop


class NothingInTheWay(Refusal):
    """The entry tells of something that was tried, or was taken back."""

    sentence = gettext_noop("This belongs to a day without. You can tell us in words what you noticed.")


@action
def keep_barriers(
    *,
    actor: Actor,
    child: UUID,
    entry: UUID,
    barriers: tuple[Barrier, ...],
    words: str = "",
    at: datetime,
) -> tuple[BarrierSeen, ...]:
    """Say what got in the way of an own entry that says not today; what was said before is replaced.

    ``words`` (up to 300 characters) go with OTHER alone. None at all takes everything back. NotFound for anybody
    else's entry; refuses NothingInTheWay.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_ENTRIES, at, doing="practice.keep_barriers")
    row = _own(opened, entry)
    if row.kind != Kind.NOT_TODAY or row.undone_at is not None:
        raise NothingInTheWay
    kept = bounds.words(words, bounds.SENTENCE, "words")
    wanted = {code: kept if code is Barrier.OTHER else "" for code in barriers}
    now = {Barrier(one.code): one for one in row.barriers.filter(replaced_at=None)}
    stays = {code for code, one in now.items() if wanted.get(code) == one.words}
    gone = [one.pk for code, one in now.items() if code not in stays]
    EntryBarrier.objects.filter(child=opened.pk, pk__in=gone).update(replaced_at=at)
    _add(opened, row, {code: said for code, said in wanted.items() if code not in stays})
    return queries.own_barriers(opened, entry)


@action
def mend_pattern(
    *, actor: Actor, child: UUID, mended: UUID, part: Part, days: Days, barrier: Barrier, at: datetime
) -> None:
    """Say that something was changed about a pattern. What was told before leaves it; what comes later counts."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="practice.mend_pattern")
    PatternMended.objects.get_or_create(
        uuid=mended,
        defaults={
            "child_id": opened.pk,
            "part": part.value,
            "days": days.value,
            "barrier": barrier.value,
            "by_id": actor.person,
            "at": at,
        },
    )


def _own(opened: OpenChild, entry: UUID) -> Entry:
    rows = Entry.objects.filter(child=opened.pk, uuid=entry, by=opened.actor.person)
    row = rows.select_related("placement").select_for_update(of=("self",)).first()
    if row is None:
        raise NotFound
    return row


def _add(opened: OpenChild, row: Entry, said: dict[Barrier, str]) -> None:
    EntryBarrier.objects.bulk_create(
        EntryBarrier(
            child_id=opened.pk,
            entry=row,
            code=code.value,
            words=words,
            routine=row.placement.routine,
            at=opened.at,
        )
        for code, words in said.items()
    )

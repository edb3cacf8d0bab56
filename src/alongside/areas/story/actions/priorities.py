"""What matters most, verbatim for ever: words are never changed, only retired and followed by others."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind, Voice
from alongside.areas.story.actions.day import known_routine
from alongside.areas.story.models import Priority, PriorityRating
from alongside.areas.story.queries import priorities as live_priorities
from alongside.areas.story.queries import priority_key, priority_ratings
from alongside.areas.story.values import (
    PRIORITIES_AT_MOST,
    Occasion,
    PriorityDraft,
    PrioritySeen,
    RatingDraft,
    RatingsSeen,
)
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

LINES_AT_MOST = 4 * PRIORITIES_AT_MOST  # the family's and the child's, written anew beside the earlier ones


class TooManyPriorities(InvalidInput):
    """More than five would be live in one voice."""

    sentence = gettext_noop("Five at a time is plenty. Please choose the five that matter most.")


@action
def keep_priorities(
    *, actor: Actor, child: UUID, priorities: tuple[PriorityDraft, ...], at: datetime
) -> tuple[PrioritySeen, ...]:
    """Make these what matters most now. Returns the live ones.

    A line whose words are live already stays as it is (only its rank and routine follow the draft); other words
    become a new row; live words left out are retired. A carer retires and moves only words that they wrote down
    themselves. Raises InvalidInput, TooManyPriorities, and NotFound for a uuid of another child.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="story.keep_priorities")
    bounds.few(priorities, LINES_AT_MOST, "priorities")
    gate.hold(opened)
    live = _live(opened)
    kept = {_keep(opened, live, draft).pk for draft in priorities}
    _retire(opened, [row for row in live.values() if row.pk not in kept])
    _check_count(opened)
    return live_priorities(opened)


@action
def rate_priorities(
    *, actor: Actor, child: UUID, ratings: tuple[RatingDraft, ...], occasion: Occasion, at: datetime
) -> RatingsSeen:
    """Keep how much each priority matters, how it is going, and how happy the family is with that, 1 to 10.

    Priorities without a rating are left out of every mean.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="story.rate_priorities")
    bounds.few(ratings, LINES_AT_MOST, "ratings")
    for rating in ratings:
        _rate(opened, rating, occasion)
    return priority_ratings(opened)


def _live(opened: OpenChild) -> dict[tuple[str, str], Priority]:
    rows = Priority.objects.filter(child=opened.pk, retired_at=None)
    return {(row.voice, row.words): row for row in rows}


def _keep(opened: OpenChild, live: dict[tuple[str, str], Priority], draft: PriorityDraft) -> Priority:
    words = bounds.words(draft.words, bounds.SENTENCE, "words", required=True)
    known = live.get((draft.voice.value, words))
    if known is None:
        written = live[draft.voice.value, words] = _write(opened, draft, words)
        return written
    if _is_own(opened, known):
        known.rank, known.routine = _rank(draft), _routine(draft)
        known.save(update_fields=["rank", "routine"])
    return known


def _write(opened: OpenChild, draft: PriorityDraft, words: str) -> Priority:
    if draft.voice not in {Voice.FAMILY, Voice.CHILD}:
        raise InvalidInput(gettext_noop("Please choose whose words these are."), field="voice")
    said_by, said_by_name = _speaker(opened, draft)
    return Priority.objects.create(
        child_id=opened.pk,
        uuid=_fresh(opened, draft.uuid),
        rank=_rank(draft),
        words=words,
        said_by_id=said_by,
        said_by_name=said_by_name,
        voice=draft.voice.value,
        routine=_routine(draft),
        kept_by_id=opened.actor.person,
        said_at=opened.at,
    )


def _fresh(opened: OpenChild, uuid: UUID) -> UUID:
    """A form sends an old line's uuid with its new words: those get a uuid of their own."""
    taken = Priority.objects.filter(uuid=uuid).values_list("child", flat=True).first()
    if taken not in {None, opened.pk}:
        raise NotFound
    return uuid if taken is None else uuid7(opened.at)


def _speaker(opened: OpenChild, draft: PriorityDraft) -> tuple[int | None, str]:
    """Whose words they are: (person or None, name)."""
    if draft.voice is Voice.CHILD:
        return None, opened.short_name
    if not opened.is_team:
        return opened.actor.person, opened.actor.name
    if draft.said_by is None:
        return None, bounds.words(draft.said_by_name, bounds.TITLE, "said_by_name", required=True)
    for grownup in circle.grownups(opened):
        if grownup.uuid == draft.said_by and grownup.kind is PlaceKind.CARER:
            return grownup.pk, grownup.name
    raise NotFound


def _rank(draft: PriorityDraft) -> int:
    return bounds.whole(draft.rank, 1, PRIORITIES_AT_MOST, "rank")


def _routine(draft: PriorityDraft) -> str:
    return known_routine(draft.routine) if draft.routine else ""


def _is_own(opened: OpenChild, row: Priority) -> bool:
    """A therapist keeps the list for the family; a carer touches only own words."""
    return opened.is_team or opened.actor.person in {row.kept_by_id, row.said_by_id}


def _retire(opened: OpenChild, rows: Iterable[Priority]) -> None:
    own = [row.pk for row in rows if _is_own(opened, row)]
    Priority.objects.filter(pk__in=own).update(retired_at=opened.at)


def _check_count(opened: OpenChild) -> None:
    live = Priority.objects.filter(child=opened.pk, retired_at=None)
    if (
        max(live.filter(voice=voice.value).count() for voice in (Voice.FAMILY, Voice.CHILD))
        > PRIORITIES_AT_MOST
    ):
        raise TooManyPriorities(field="priorities")


def _rate(opened: OpenChild, draft: RatingDraft, occasion: Occasion) -> None:
    priority = priority_key(opened, draft.priority)
    made, _ = PriorityRating.objects.get_or_create(
        uuid=draft.uuid,
        defaults={
            "child_id": opened.pk,
            "priority_id": priority,
            "importance": bounds.whole(draft.importance, 1, 10, "importance"),
            "going": bounds.whole(draft.going, 1, 10, "going"),
            "happy": bounds.whole(draft.happy, 1, 10, "happy"),
            "occasion": occasion.value,
            "rated_by_id": opened.actor.person,
            "voice": opened.voice.value,
            "rated_at": opened.at,
        },
    )
    if (made.child_id, made.rated_by_id, made.priority_id) != (opened.pk, opened.actor.person, priority):
        raise NotFound

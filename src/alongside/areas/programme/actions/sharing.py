"""Sharing: only what has a reason, what is safe, and no more than a family can hold."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalState
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger, safety
from alongside.areas.programme.models import Placement
from alongside.areas.programme.queries import homes
from alongside.areas.programme.values import (
    OPEN_AT_MOST,
    PlacementSeen,
    PlacementState,
    ProgrammeSeen,
    What,
)
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.load import LIVE_LIMIT
from alongside.core.refusals import NotFound, Refusal
from alongside.core.words import gettext_noop


class LiveLimit(Refusal):
    """Four ideas are on the phone, or wait for a yes, already."""

    sentence = gettext_noop("Four ideas at a time is enough. Let one rest first.")


class TooManyDrafts(LiveLimit):
    """More drafts than four while nothing is on the phone that could rest."""

    sentence = gettext_noop("Four ideas at a time is enough. Take one out first.")


class NoReasonYet(Refusal):
    """Some ideas lack a finding or an agreed goal. ``ideas`` are their uuids and titles."""

    def __init__(self, ideas: Iterable[PlacementSeen]) -> None:
        self.ideas = tuple((idea.uuid, idea.title) for idea in ideas)
        names = ", ".join(title for _, title in self.ideas)
        said = gettext(
            "Not tied to a finding and an agreed goal yet: {ideas}. Tie them, or write why not yet."
        )
        super().__init__(said.format(ideas=names))


@action
def share_programme(
    *,
    actor: Actor,
    child: UUID,
    not_yet: Mapping[UUID, str] | None = None,
    placements: Iterable[UUID] | None = None,
    at: datetime,
) -> ProgrammeSeen:
    """Offer drafts to the family: all of them, or those in ``placements``. The first yes at home makes each live.

    Every idea needs a finding and an agreed goal, or the therapist's words in ``not_yet`` (by placement).
    What is shared already stays as it is, so a second delivery changes nothing.
    """
    opened = gate.open_child(actor, child, Capability.SHARE_PROGRAMME, at, doing="programme.share_programme")
    gate.hold(opened)
    drafts = _chosen(opened, None if placements is None else frozenset(placements))
    why_not_yet = _written(not_yet or {})
    check_room(opened, len(drafts))
    safety.check_settled(opened, drafts)
    unreasoned = _without_reason(opened, drafts)
    silent = [draft for draft in unreasoned if draft.uuid not in why_not_yet]
    if silent:
        raise NoReasonYet(silent)
    needed = frozenset(draft.uuid for draft in unreasoned)
    for draft in drafts:
        _share(opened, draft, why_not_yet[draft.uuid] if draft.uuid in needed else "")
    return queries.programme_of(opened)


def check_room(opened: OpenChild, more: int) -> None:
    """Refuse when ``more`` ideas would not fit beside the live and offered ones. The caller holds the record.

    A carer's own home is counted, never what lives in another one.
    """
    taken = (PlacementState.OFFERED, PlacementState.SHARED)
    there = Placement.objects.filter(homes.of_known(opened, "home"), child=opened.pk, state__in=taken).count()
    if more and there + more > LIVE_LIMIT:
        raise LiveLimit if there else TooManyDrafts


def _chosen(opened: OpenChild, wanted: frozenset[UUID] | None) -> tuple[PlacementSeen, ...]:
    drafts = queries.programme_of(opened).drafts
    if wanted is None:
        return drafts
    bounds.few(wanted, OPEN_AT_MOST, "placements")
    known = Placement.objects.filter(child=opened.pk, uuid__in=wanted).count()
    if known != len(wanted):
        raise NotFound
    return tuple(draft for draft in drafts if draft.uuid in wanted)


def _written(not_yet: Mapping[UUID, str]) -> dict[UUID, str]:
    bounds.few(not_yet, OPEN_AT_MOST, "not_yet")
    kept = {uuid: bounds.words(words, bounds.SENTENCE, "not_yet") for uuid, words in not_yet.items()}
    return {uuid: words for uuid, words in kept.items() if words}


def _without_reason(opened: OpenChild, drafts: Iterable[PlacementSeen]) -> tuple[PlacementSeen, ...]:
    agreed = {goal.uuid for goal in goals.goals_of(opened) if goal.state is GoalState.AGREED}
    return tuple(draft for draft in drafts if draft.finding is None or draft.goal not in agreed)


def _share(opened: OpenChild, draft: PlacementSeen, why_not_yet: str) -> None:
    row = ledger.find(opened, draft.uuid)
    shared = {
        "shared_by_id": opened.actor.person,
        "shared_at": opened.at,
        "not_yet_words": why_not_yet,
        "not_yet_by_id": opened.actor.person if why_not_yet else None,
    }
    note = ledger.Note(uuid=uuid7(opened.at), what=What.SHARED, words=why_not_yet)
    ledger.keep(opened, row, note, {"state": PlacementState.OFFERED.value}, shared)

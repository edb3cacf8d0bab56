"""Weighing a child's goals by what matters most to the family, from a day on. Off unless the therapist says so."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries
from alongside.areas.goals.models import Goal, GoalWeighing
from alongside.areas.goals.values import WeighingSeen
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed, NotFound, Refusal
from alongside.core.words import gettext_noop

HEAVIEST = 3
_TEAM_WEIGHS = gettext_noop("Only the therapist who looks after this child can do this.")


class GoalWithoutPriority(Refusal):
    """Weights come from the family's ranking, so every agreed goal hangs on words of theirs."""

    sentence = gettext_noop("“{title}” is not tied to the family’s words. Tie every goal, or weigh none.")


class NothingToWeigh(Refusal):
    """No goal was agreed yet."""

    sentence = gettext_noop("Agree a goal first. Then there is something to weigh.")


@action
def weigh_goals(
    *, actor: Actor, child: UUID, weighing: UUID, weighed: bool, at: datetime
) -> WeighingSeen | None:
    """Weigh every goal that was agreed, by the rank of the family's words behind it today, or stop weighing.

    The first of what matters most weighs 3, the second 2, everything after it 1; the weights stay as they are on
    this day. Raises NotAllowed (families), GoalWithoutPriority, NothingToWeigh.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_GOALS, at, doing="goals.weigh_goals")
    if not opened.is_team:
        raise NotAllowed(_TEAM_WEIGHS, child=opened.pk, doing="goals.weigh_goals")
    gate.hold(opened)
    known = GoalWeighing.objects.filter(uuid=weighing).first()
    if known is None:
        GoalWeighing.objects.create(
            child_id=opened.pk,
            uuid=weighing,
            weighed=weighed,
            weights=_weights(opened) if weighed else {},
            by_id=actor.person,
            at=at,
        )
    elif (known.child_id, known.by_id) != (opened.pk, actor.person):
        raise NotFound
    return queries.weighing(opened)


def weight_of_rank(rank: int) -> int:
    """3 for what matters most, 2 for the next, 1 for the others: never zero, which would be no goal."""
    return max(1, HEAVIEST + 1 - rank)


def _weights(opened: OpenChild) -> dict[str, int]:
    rows = [row for row in queries.goal_rows(opened) if queries.in_force(row)]
    if not rows:
        raise NothingToWeigh
    return {str(row.uuid): weight_of_rank(_rank(row)) for row in rows}


def _rank(row: Goal) -> int:
    if row.priority is None:
        raise GoalWithoutPriority(title=queries.latest(row).title)
    return row.priority.rank

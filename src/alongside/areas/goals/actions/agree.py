"""Both say yes: each on their own device, or at the same screen."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import Grownup, OpenChild, PlaceKind
from alongside.areas.goals import queries
from alongside.areas.goals.actions.write import check_newest, find_goal, say_yes
from alongside.areas.goals.models import Agreement, GoalVersion
from alongside.areas.goals.values import GoalSeen, GoalState, Side
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed, NotFound
from alongside.core.words import gettext_noop

_THERAPIST_HOLDS = gettext_noop("Only the child’s therapist can keep a yes that was said beside them.")
_NOT_ENTITLED = gettext_noop("This yes belongs to a grown-up who is responsible for this child.")


@action
def agree_goal(
    *,
    actor: Actor,
    child: UUID,
    goal: UUID,
    version: int,
    on_behalf_of: UUID | None = None,
    at: datetime,
) -> GoalSeen:
    """Say yes to the newest version of a goal, by its number. With the second side's yes it is in force.

    ``on_behalf_of`` is a carer who sits beside the therapist and says yes at the same screen; it is kept as that.
    A side that has said yes already stays as it is. Raises AlreadyChanged, GoalClosed, NotAllowed.
    """
    opened = gate.open_child(actor, child, Capability.AGREE_GOALS, at, doing="goals.agree_goal")
    row = find_goal(opened, goal)
    newest = check_newest(row, version)
    side = queries.side_of(opened) if on_behalf_of is None else Side.FAMILY
    if not newest.agreements.filter(side=side.value).exists():
        _say_yes(opened, newest, on_behalf_of)
        # The writer's side said yes when writing, so this was the second yes.
        row.state = GoalState.AGREED.value
        row.save(update_fields=["state"])
    return queries.goal(opened, goal)


def _say_yes(opened: OpenChild, version: GoalVersion, on_behalf_of: UUID | None) -> None:
    if on_behalf_of is None:
        say_yes(opened, version)
        return
    Agreement.objects.create(
        child_id=opened.pk,
        version=version,
        person_id=_carer_beside(opened, on_behalf_of).pk,
        side=Side.FAMILY.value,
        same_screen=True,
        recorded_by_id=opened.actor.person,
        at=opened.at,
    )


def _carer_beside(opened: OpenChild, carer: UUID) -> Grownup:
    if not opened.is_team:
        raise NotAllowed(_THERAPIST_HOLDS, child=opened.pk, doing="goals.agree_goal")
    for grownup in circle.grownups(opened):
        if grownup.uuid == carer and grownup.kind is PlaceKind.CARER:
            _check_entitled(opened, grownup)
            return grownup
    raise NotFound


def _check_entitled(opened: OpenChild, grownup: Grownup) -> None:
    """Only a responsible carer speaks for the family, and nobody is both sides."""
    is_self = grownup.pk == opened.actor.person
    if is_self or grownup.restricted or not grownup.responsible:
        raise NotAllowed(_NOT_ENTITLED, child=opened.pk, doing="goals.agree_goal")

"""Whether a child's goals are weighed, and with which weights."""

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, Voice
from alongside.areas.goals.models import GoalWeighing
from alongside.areas.goals.values import WeighingSeen
from alongside.core.capabilities import Capability


def weighing(opened: OpenChild) -> WeighingSeen | None:
    """The newest decision of the therapist whether goals are weighed; None before anybody decided."""
    row = _newest(opened)
    if row is None:
        return None
    return WeighingSeen(weighed=row.weighed, by=circle.by(row.by, Voice.THERAPIST.value), at=row.at)


def weights_in_force(opened: OpenChild) -> dict[str, int] | None:
    """The weight of each goal (by its uuid as text) from the day of the decision; None when nothing is weighed."""
    row = _newest(opened)
    return {str(goal): int(weight) for goal, weight in row.weights.items()} if row and row.weighed else None


def _newest(opened: OpenChild) -> GoalWeighing | None:
    opened.check(Capability.READ_GOALS)
    rows = GoalWeighing.objects.filter(child=opened.pk).select_related("by")
    return rows.order_by("-at", "-pk").first()

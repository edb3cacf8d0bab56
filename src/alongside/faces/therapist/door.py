"""The door of this face: its pages are for the child's own therapist."""

from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.core.capabilities import Capability
from alongside.faces.common.request import Request

# Families read findings once they are shared; only the own therapist reads the others. So this is the one right
# that stands for "looks after this child", and no page of this face opens for anybody else.
TEAM = Capability.READ_UNSHARED_FINDINGS


def own_child(request: Request, child: UUID, doing: str) -> OpenChild:
    """Open a child's record for its own therapist; ``doing`` names the page on the trail."""
    return gate.open_child(request.actor, child, TEAM, request.at, doing=f"therapist.{doing}")

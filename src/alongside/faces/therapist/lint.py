"""What could be clearer in a goal while it is written. It reads the boxes that were sent and keeps nothing."""

from django.http import HttpResponse

from alongside.faces.common import goal_lint, pages
from alongside.faces.common.request import Request


def lint_goal(request: Request) -> HttpResponse:
    """Hints beside the steps, in the therapist's words."""
    hints = goal_lint.while_typing(request.POST, goal_lint.to_therapist)
    return pages.page(request, "common/scale_hints.html", hints)

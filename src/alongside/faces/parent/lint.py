"""What could be clearer in a goal while it is written. It reads the boxes that were sent and keeps nothing."""

from django.http import HttpResponse

from alongside.faces.common import goal_lint
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request


def lint_goal(request: Request) -> HttpResponse:
    """Hints beside the steps, in the family's words. Whoever is signed in may ask; no child is spoken of."""
    return page(request, "common/scale_hints.html", goal_lint.while_typing(request.POST, goal_lint.to_family))

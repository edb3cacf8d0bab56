"""The request as our views see it: with the person who asks and the moment of asking."""

from datetime import datetime

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from alongside.core.actors import Actor


class Request(HttpRequest):
    """What ActorMiddleware adds. ``at`` is in UTC; ``actor`` exists only for signed-in people."""

    actor: Actor
    at: datetime
    htmx: HtmxDetails
    needs_second_factor: bool

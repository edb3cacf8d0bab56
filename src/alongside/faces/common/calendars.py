"""Calendar links as both faces show them, and a visit as a file."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLink:
    """A link that was just made: its address to copy, and the one that opens a calendar program."""

    address: str
    opens: str


def new_link(token: str) -> NewLink | None:
    """The address behind a token; None where a second delivery brought none."""
    if not token:
        return None
    address = settings.PUBLIC_URL + reverse("public:calendar", args=[token])
    return NewLink(address=address, opens="webcal://" + address.split("://", 1)[1])


def file(content: bytes) -> HttpResponse:
    """An .ics file to download. The name says nothing of whom it is for."""
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="visit.ics"'
    return response

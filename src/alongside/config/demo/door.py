"""The demo's own door: come in as one of the invented people. Its addresses exist only while the demo runs."""

import email
import email.policy
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from alongside.config.demo.guests import GUESTS
from alongside.core.refusals import NotFound

LETTERS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody to come in as."""

    uuid: UUID
    name: str
    what: str
    look_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter that the demo did not send anywhere."""

    to: str
    subject: str
    words: str


def guests() -> tuple[Guest, ...]:
    """The people of the door, in the order of the list."""
    people = {person.email: person for person in get_user_model().objects.filter(email__in=GUESTS)}
    return tuple(
        Guest(uuid=people[address].uuid, name=people[address].name, what=what, look_at=look_at)
        for address, (what, look_at) in GUESTS.items()
        if address in people
    )


@login_not_required
def door(request: HttpRequest) -> HttpResponse:
    """Who can come in."""
    return render(request, "demo/door.html", {"guests": guests()})


@login_not_required
def come_in(request: HttpRequest, person: UUID) -> HttpResponse:
    """Sign in as one of the list, with two factors as it were."""
    if person not in {guest.uuid for guest in guests()}:
        raise NotFound
    user = get_user_model().objects.get(uuid=person)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, user, "mfa")
    return redirect("public:way_in")


@login_not_required
def letters(request: HttpRequest) -> HttpResponse:
    """The newest letters, so that codes and invitations can be tried without a mail server."""
    return render(request, "demo/letters.html", {"letters": newest_letters(Path(settings.EMAIL_FILE_PATH))})


def newest_letters(folder: Path) -> list[Letter]:
    """At most twenty letters from Django's folder of letters, newest first."""
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)[:LETTERS]
    return [_letter(file) for file in files]


def _letter(file: Path) -> Letter:
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    body = message.get_body(("plain",))
    words = body.get_content().split("-" * 60)[0].strip() if body else ""
    return Letter(to=str(message["To"]), subject=str(message["Subject"]), words=words)

"""The answers that are no page of their own: not found, not allowed, refused, broken."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from alongside.core.refusals import NotAllowed, Refusal
from alongside.faces.common.request import Request


def said(refusal: Refusal) -> str:
    """The refusal's sentence in the reader's language."""
    sentence = gettext(refusal.template)
    return sentence.format(**refusal.values) if refusal.values else sentence


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """One body for everything that is unknown to this person, so that nothing can be told apart."""
    return render(request, "common/not_found.html", status=404)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The reason in words, and a way back."""
    reason = said(exception if isinstance(exception, NotAllowed) else NotAllowed())
    return render(request, "common/not_allowed.html", {"reason": reason}, status=403)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A refusal that no form took up: the sentence, and a way back. Nothing was changed."""
    return render(request, "common/refused.html", {"reason": said(refusal)}, status=422)


def something_broke(request: HttpRequest) -> HttpResponse:
    """Needs nothing that may be broken too: no database, no session."""
    return render(cast(Request, request), "common/something_broke.html", status=500)

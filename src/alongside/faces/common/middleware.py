"""From HTTP to the product's own words: who asks, when, and what a refusal looks like."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

from alongside.areas.people import queries as people
from alongside.areas.trail import actions as trail
from alongside.areas.trail.values import Kind, Row
from alongside.core.refusals import NotAllowed, NotFound, Refusal
from alongside.faces.common import answers, policy, sign_in
from alongside.faces.common.request import Request

GetResponse = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """Says who is asking and when. Staff who signed in with one factor only wear no hat."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, plain: HttpRequest) -> HttpResponse:
        request = cast(Request, plain)
        request.at = settings.CLOCK()
        request.needs_second_factor = False
        if not isinstance(request.user, AnonymousUser):
            self._dress(request, request.user)
        return self.get_response(request)

    def _dress(self, request: Request, person: Any) -> None:
        actor = people.actor_for(person, request.at)
        if actor.hats and settings.STAFF_NEED_SECOND_FACTOR and not _has_second_factor(request):
            request.needs_second_factor = True
            actor = replace(actor, hats=())
        request.actor = actor


class PolicyMiddleware:
    """Asks the row of the address before the view runs: an address without a row answers nobody."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policies = policy.all_policies()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, plain: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        request = cast(Request, plain)
        route = request.resolver_match.view_name if request.resolver_match else ""
        methods = self.policies.get(route)
        if methods is None:
            return _answer(request, NotFound())
        method = "GET" if request.method == "HEAD" else request.method or ""
        if method not in methods:
            return HttpResponseNotAllowed(sorted(methods))
        row = methods[method]
        if row.demand is policy.Demand.HAT and not request.actor.clinics_as(*row.hats):
            return _answer(request, NotFound())
        if row.is_fresh and not sign_in.came_lately(request):
            return sign_in.come_again(request)
        return None


class RefusalMiddleware:
    """Turns refusals into answers: 404, 403 with the reason, 422; and keeps refused attempts on the trail."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response

    def process_exception(self, plain: HttpRequest, exception: Exception) -> HttpResponse | None:
        request = cast(Request, plain)
        if not isinstance(exception, Refusal):
            return None
        return _answer(request, exception)


def _answer(request: Request, refusal: Refusal) -> HttpResponse:
    if isinstance(refusal, NotFound | NotAllowed):
        if request.needs_second_factor:
            return redirect("mfa_index")
        _keep_denied(request, refusal)
    if isinstance(refusal, NotFound):
        return answers.not_found(request)
    if isinstance(refusal, NotAllowed):
        return answers.not_allowed(request, refusal)
    return answers.refused(request, refusal)


def _keep_denied(request: Request, refusal: NotFound | NotAllowed) -> None:
    if not request.user.is_authenticated:
        return
    route = request.resolver_match.view_name if request.resolver_match else ""
    row = Row(
        at=request.at,
        kind=Kind.DENIED,
        doing=(getattr(refusal, "doing", "") or route)[:80],
        person=request.actor.person,
        person_name=request.actor.name,
        roles="",
        clinic=None,
        child=refusal.child,
    )
    trail.record([row])


def _has_second_factor(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    if any(record.get("method") == "mfa" for record in records):
        return True
    # Somebody who adds the second factor now has just shown it; from the next sign-in on it is asked for.
    return is_mfa_enabled(request.user)

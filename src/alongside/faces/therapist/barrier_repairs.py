"""The one tap that mends a pattern: move the idea, make it easier, plan to show it, or note that you talked."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.appointments import actions as visits
from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import actions as practice
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries as plan
from alongside.core import bounds
from alongside.core.barriers import REPAIRS, Repair
from alongside.core.refusals import InvalidInput
from alongside.core.words import gettext_noop
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door
from alongside.faces.therapist.forms.barriers import MendForm

_NOT_ENOUGH = gettext_noop("Look at the idea in the programme.")


def mend_barrier(request: Request, child: UUID) -> HttpResponse:
    """Do what the button says, and let the pattern begin anew."""
    opened = door.own_child(request, child, "mend_barrier")
    form = MendForm(request.POST)
    done = pages.attempt(form, lambda: _mend(request, opened, form)) if form.is_valid() else None
    if done is not None:
        messages.success(request, done)
    else:
        problems = (str(error) for errors in form.errors.values() for error in errors)
        messages.error(request, next(problems))
    return redirect("therapist:barriers", child=child)


def _mend(request: Request, opened: OpenChild, form: MendForm) -> str:
    said = form.cleaned_data
    words = _("Noted. From now on it counts anew.") if said["settled"] else _repair(request, opened, form)
    practice.mend_pattern(
        actor=request.actor,
        child=opened.uuid,
        mended=said["uuid"],
        part=said["part"],
        days=said["days"],
        barrier=said["barrier"],
        at=request.at,
    )
    return words


def _repair(request: Request, opened: OpenChild, form: MendForm) -> str:
    said = form.cleaned_data
    asked: dict[str, Any] = {"actor": request.actor, "child": opened.uuid, "at": request.at}
    repair = REPAIRS[said["barrier"]]
    if repair is Repair.SHOW and said["visit"]:
        words = _("Show: %(title)s") % {"title": plan.placement(opened, said["placement"]).title}
        visits.plan_item(**asked, visit=said["visit"], item=said["change"], words=words[: bounds.SENTENCE])
        return _("It is planned for the visit.")
    idea = {"placement": said["placement"], "change": said["change"]}
    if repair is Repair.EASIER:
        programme.make_easier(**asked, **idea)
        return _("One step easier now. The family is asked if that is fine.")
    if repair is Repair.MOVE and said["routine"]:
        programme.move_placement(**asked, **idea, routine=said["routine"], days=form.weekdays)
        return _("Moved. The family is asked if that is fine.")
    raise InvalidInput(_NOT_ENOUGH)

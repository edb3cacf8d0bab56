"""How the reader would like to be told. It is their own, whichever child they came from."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.notices import queries as told
from alongside.core.capabilities import Capability
from alongside.faces.common import notices as common
from alongside.faces.common.notices import ChoiceForm
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesPage(FamilyPage):
    """The choice of one carer."""

    clinic: str
    form: ChoiceForm


def how_told(request: Request, child: UUID) -> HttpResponse:
    """Choose how to be told, and keep it."""
    opened = open_for(request, child, Capability.WRITE_OWN_CONTACT, "how_told")
    seen = told.choice(request.actor)
    form = ChoiceForm(request.POST if request.method == "POST" else None, seen=seen, of_team=False)
    if taken_up(request, form, lambda: common.keep(request, form, seen)):
        messages.success(request, _("Kept. The next one comes like this."))
        return redirect("parent:how_told", child=child)
    built = NoticesPage(**frame(opened, "family"), clinic=opened.clinic_name, form=form)
    return page(request, "parent/how_told.html", built, status=status(form))

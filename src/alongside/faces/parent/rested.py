"""The calm news that an idea rests for safety: on Today and on the plan until the reader says «Okay»."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as talk
from alongside.areas.programme.values import RestedSeen
from alongside.core.capabilities import Capability
from alongside.faces.common.request import Request
from alongside.faces.parent.frame import open_for

_AT_MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class RestLine:
    """One idea that rests. ``because`` names what to be careful with, "" for who may not read it."""

    change: UUID
    title: str
    sentence: str
    because: str


class OkayForm(forms.Form):
    """Which news were read, and the page to go back to."""

    changes = forms.TypedMultipleChoiceField(coerce=UUID)
    back = forms.ChoiceField(choices=[("today", "today"), ("plan", "plan")], required=False)

    def __init__(self, data: object, told: tuple[RestLine, ...]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # what a request posts
        chosen = self.fields["changes"]
        if isinstance(chosen, forms.TypedMultipleChoiceField):
            chosen.choices = [(str(one.change), one.title) for one in told]


def news(opened: OpenChild, rested: Iterable[RestedSeen] | None = None) -> tuple[RestLine, ...]:
    """What rests and was not read yet; ``rested`` is what rests, if the page has read it before."""
    return tuple(_line(one) for one in talk.rests_unread(opened, rested)[:_AT_MOST])


def okay(request: Request, child: UUID) -> HttpResponse:
    """Read. The news goes, the idea goes on resting."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "okay_rest")
    form = OkayForm(request.POST, news(opened))
    if form.is_valid():
        changes = tuple(form.cleaned_data["changes"])
        conversation.read_rests(actor=request.actor, child=child, changes=changes, at=request.at)
    return redirect(f"parent:{form.cleaned_data.get('back') or 'today'}", child=child)


def _line(one: RestedSeen) -> RestLine:
    sentence = _("It may be fine again. Your therapist looks first.") if one.is_free_again else one.sentence
    return RestLine(change=one.change, title=one.title, sentence=sentence, because=one.because)

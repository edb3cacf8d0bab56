"""Quick counts: a tap from Today, another day, putting one right, and saying yes or no to being asked."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries as diary
from alongside.areas.practice.values import ProbeSeen
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import probe_cards
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up
from alongside.faces.parent.probe_cards import CountCard
from alongside.faces.parent.probe_forms import AnswerCountForm, CountForm


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPage(FamilyPage):
    """One count with its day: a new one, or (``probe``) one of one's own to put right."""

    card: CountCard
    form: CountForm
    probe: UUID | None


def count(request: Request, child: UUID, probe_plan: UUID) -> HttpResponse:
    """A number of how many. From Today it is one tap; here also for another day."""
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "count")
    mine = diary.my_count(opened, probe_plan)
    form = CountForm(request.POST or None, plan=mine.plan, initial={"uuid": fresh_uuid(request.at)})
    if taken_up(request, form, lambda: _record(request, child, probe_plan, form)):
        return _answer(request, opened, probe_plan)
    built = CountPage(
        **frame(opened, "today"), card=probe_cards.count_card(opened, mine), form=form, probe=None
    )
    return page(request, "parent/count.html", built, status=status(form))


def correct_count(request: Request, child: UUID, probe: UUID) -> HttpResponse:
    """Put one's own count right."""
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "correct_count")
    seen = diary.own_probe(opened, probe)
    mine = diary.my_count(opened, seen.plan)
    form = CountForm(request.POST or None, plan=mine.plan, initial=_initial(seen))
    if taken_up(request, form, lambda: _correct(request, child, probe, form)):
        return _answer(request, opened, seen.plan)
    built = CountPage(
        **frame(opened, "today"), card=probe_cards.count_card(opened, mine), form=form, probe=probe
    )
    return page(request, "parent/count.html", built, status=status(form))


def undo_count(request: Request, child: UUID, probe: UUID) -> HttpResponse:
    """Take one's own count back."""
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "undo_count")
    done = practice.undo_probe(actor=request.actor, child=child, probe=probe, at=request.at)
    return _answer(request, opened, done.plan)


def answer_count(request: Request, child: UUID, probe_plan: UUID) -> HttpResponse:
    """Yes to counting, no, or no more. No reason is asked."""
    form = AnswerCountForm(request.POST)
    agree = form.is_valid() and form.cleaned_data["agree"]
    practice.answer_count(actor=request.actor, child=child, plan=probe_plan, agree=agree, at=request.at)
    return _back(child, probe_plan)


def _record(request: Request, child: UUID, plan: UUID, form: CountForm) -> ProbeSeen:
    said = form.cleaned_data
    return practice.record_probe(
        actor=request.actor,
        child=child,
        plan=plan,
        probe=said["uuid"] or fresh_uuid(request.at),
        value=said["value"],
        of=said.get("of"),
        on=said["on"],
        at=request.at,
    )


def _correct(request: Request, child: UUID, probe: UUID, form: CountForm) -> ProbeSeen:
    said = form.cleaned_data
    return practice.correct_probe(
        actor=request.actor,
        child=child,
        probe=probe,
        value=said["value"],
        of=said.get("of"),
        on=said["on"],
        at=request.at,
    )


def _initial(seen: ProbeSeen) -> dict[str, object]:
    return {"value": seen.value, "of": seen.of, "on": seen.on}


def _answer(request: Request, opened: OpenChild, plan: UUID) -> HttpResponse:
    """The touched card for a page that swaps it, else Today."""
    if not request.htmx:
        return _back(opened.uuid, plan)
    card = probe_cards.count_card(opened, diary.my_count(opened, plan))
    return page(request, "parent/count_card.html", card)


def _back(child: UUID, plan: UUID) -> HttpResponse:
    url = reverse("parent:today", kwargs={"child": child})
    return HttpResponseRedirect(f"{url}#count-{plan}")

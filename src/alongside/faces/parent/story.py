"""The family's own words: the story they told, and what matters most."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild, Voice
from alongside.areas.story import actions as story
from alongside.areas.story import queries as told
from alongside.areas.story.values import (
    TOPICS,
    Occasion,
    PriorityDraft,
    PrioritySeen,
    RatedPriority,
    RatingDraft,
    StorySeen,
)
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import days
from alongside.faces.parent.frame import VOICES, FamilyPage, frame, open_for, status, taken_up
from alongside.faces.parent.story_forms import MatterForm, RatingForm

RANKS = range(1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage(FamilyPage):
    """The story word for word, question by question."""

    story: StorySeen | None
    answers: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    told_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterLine:
    """One thing that matters, by whom, with its three questions when they were asked."""

    uuid: UUID
    rank: int
    words: str
    by: str
    voice: str
    scores: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersPage(FamilyPage):
    """Up to five things in the family's words, and the three questions about each."""

    lines: tuple[MatterLine, ...]
    form: MatterForm
    rating: RatingForm | None
    can_write: bool
    can_propose: bool


def story_page(request: Request, child: UUID) -> HttpResponse:
    """The story as it was told."""
    opened = open_for(request, child, Capability.READ_STORY, "story")
    seen = told.story_of(opened)
    built = StoryPage(
        **frame(opened, "plan"),
        story=seen,
        answers=_answers(seen) if seen else (),
        topics=tuple(_(TOPICS[code]) for code in seen.answers.topics if code in TOPICS) if seen else (),
        told_on=days.full_day(days.local(opened, seen.told_at).date()) if seen else "",
    )
    return page(request, "parent/story.html", built)


def matters(request: Request, child: UUID) -> HttpResponse:
    """What matters most. Saving sends the whole list; what was said before is kept for ever."""
    needed = Capability.WRITE_STORY if request.method == "POST" else Capability.READ_STORY
    opened = open_for(request, child, needed, "matters")
    form = MatterForm(request.POST or None, initial=_matters_initial(opened))
    if taken_up(request, form, lambda: _keep_matters(request, opened, form)):
        messages.success(request, _("Kept, word for word."))
        return redirect("parent:matters", child=child)
    return page(request, "parent/matters.html", _matters_page(opened, form), status=status(form))


def rate(request: Request, child: UUID) -> HttpResponse:
    """Three questions from 1 to 10 about each line."""
    opened = open_for(request, child, Capability.WRITE_STORY, "rate")
    form = RatingForm(request.POST, lines=told.priorities(opened), at=request.at)
    if taken_up(request, form, lambda: _keep_ratings(request, opened, form)):
        messages.success(request, _("Kept. We ask again when we look back together."))
        return redirect("parent:matters", child=child)
    fresh = MatterForm(initial=_matters_initial(opened))
    return page(request, "parent/matters.html", _matters_page(opened, fresh, form), status=422)


def _answers(seen: StorySeen) -> tuple[tuple[str, str], ...]:
    told_there = seen.answers
    pairs = (
        (_("What does an ordinary day look like?"), told_there.ordinary_day),
        (_("What would make it better?"), told_there.hopes),
        (_("What is your child good at, and what do they love?"), told_there.good_at),
        (_("Anything else?"), told_there.anything_else),
    )
    return tuple((question, words) for question, words in pairs if words)


def _matters_initial(opened: OpenChild) -> dict[str, object]:
    """The reader's own lines in their order, and the child's own words beside them."""
    lines = told.priorities(opened)
    own = [one.words for one in lines if one.by.uuid == opened.actor.uuid]
    childs = next((one.words for one in lines if one.by.voice is Voice.CHILD), "")
    start: dict[str, object] = {f"uuid_{rank}": fresh_uuid(opened.at) for rank in RANKS}
    start |= {f"words_{rank}": words for rank, words in zip(RANKS, own, strict=False)}
    return start | {"child_uuid": fresh_uuid(opened.at), "child_words": childs}


def _keep_matters(request: Request, opened: OpenChild, form: MatterForm) -> object:
    said = form.cleaned_data
    drafts = [
        PriorityDraft(uuid=said[f"uuid_{rank}"], words=said[f"words_{rank}"], rank=rank)
        for rank in RANKS
        if said[f"words_{rank}"].strip()
    ]
    if said["child_words"].strip():
        words = said["child_words"]
        drafts.append(PriorityDraft(uuid=said["child_uuid"], words=words, rank=1, voice=Voice.CHILD))
    return story.keep_priorities(
        actor=request.actor, child=opened.uuid, priorities=tuple(drafts), at=request.at
    )


def _keep_ratings(request: Request, opened: OpenChild, form: RatingForm) -> object:
    first = told.priority_ratings(opened).first is None
    return story.rate_priorities(
        actor=request.actor,
        child=opened.uuid,
        ratings=tuple(RatingDraft(**one) for one in form.ratings()),
        occasion=Occasion.FIRST if first else Occasion.REVIEW,
        at=request.at,
    )


def _matters_page(opened: OpenChild, form: MatterForm, rating: RatingForm | None = None) -> MattersPage:
    rated = {one.priority.uuid: one for one in told.priority_ratings(opened).priorities}
    lines = told.priorities(opened)
    can_write = opened.allows(Capability.WRITE_STORY)
    if rating is None and lines and can_write:
        rating = RatingForm(lines=lines, at=opened.at)
    return MattersPage(
        **frame(opened, "plan"),
        lines=tuple(_matter_line(one, rated.get(one.uuid)) for one in lines),
        form=form,
        rating=rating,
        can_write=can_write,
        can_propose=opened.allows(Capability.PROPOSE_GOALS),
    )


def _matter_line(one: PrioritySeen, rated: RatedPriority | None) -> MatterLine:
    newest = (rated.latest or rated.first) if rated else None
    scores = ""
    if newest is not None:
        named = {"importance": newest.importance, "going": newest.going, "happy": newest.happy}
        scores = (
            _("Matters %(importance)s of 10 · going %(going)s of 10 · happy with it %(happy)s of 10") % named
        )
    return MatterLine(
        uuid=one.uuid,
        rank=one.rank,
        words=one.words,
        by=one.by.name,
        voice=VOICES[one.by.voice],
        scores=scores,
    )

"""What matters most: the family's words, how it is going, the walk through their day, and the minutes they have."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind, Voice
from alongside.areas.story import actions as story
from alongside.areas.story import queries as told
from alongside.areas.story.values import (
    CapacitySeen,
    Occasion,
    PriorityDraft,
    PrioritySeen,
    RatedPriority,
    RatingSeen,
    RatingsSeen,
    StorySeen,
)
from alongside.core import routines
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.matters import (
    CHILD,
    LINES_AT_MOST,
    NAMED,
    CapacityForm,
    DayMomentForm,
    PriorityForm,
    RatingForm,
)
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav

_BLANKS = 2
_Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One line with its ratings in words, and the form to rate it."""

    words: str
    by: str
    voice: str
    first: str
    latest: str
    form: RatingForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One part of the family's day."""

    uuid: UUID
    label: str
    icon: str
    when: str
    words: str
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The forms in front of the therapist: fresh ones, or the one that was refused."""

    lines: tuple[PriorityForm, ...]
    rating: RatingForm | None = None
    moment: DayMomentForm
    capacity: CapacityForm


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersPage:
    """Everything on the page."""

    nav: Nav
    frame: Frame
    story: StorySeen | None
    rated: tuple[Rated, ...]
    moved: tuple[str, ...]
    day: tuple[Moment, ...]
    capacity: CapacitySeen | None
    forms: Forms


def matters(request: Request, child: UUID) -> HttpResponse:
    """The page."""
    opened = door.own_child(request, child, "matters")
    return _show(request, opened, _fresh(request, opened))


def keep_matters(request: Request, child: UUID) -> HttpResponse:
    """Keep the lines; those left empty are retired, never deleted."""
    opened = door.own_child(request, child, "keep_matters")
    lines = _bound_lines(request.POST, _people(opened))
    valid = [form.is_valid() for form in lines]
    if lines and all(valid):
        drafts = _drafts(lines, opened.short_name)
        keep = partial(
            story.keep_priorities, actor=request.actor, child=child, priorities=drafts, at=request.at
        )
        if pages.attempt(lines[0], keep) is not None:
            return _done(request, child, _("These words are kept."))
    return _show(request, opened, replace(_fresh(request, opened), lines=lines), status=422)


def rate(request: Request, child: UUID) -> HttpResponse:
    """Keep how much one line matters, how it goes, and how happy they are with it."""
    opened = door.own_child(request, child, "rate")
    form = RatingForm(request.POST)
    if form.is_valid() and pages.attempt(form, lambda: _rate(request, child, form)) is not None:
        return _done(request, child, _("The answers are kept."))
    return _show(request, opened, replace(_fresh(request, opened), rating=form), status=422)


def keep_moment(request: Request, child: UUID) -> HttpResponse:
    """Keep how one part of the day usually goes."""
    opened = door.own_child(request, child, "keep_moment")
    form = DayMomentForm(request.POST)
    if form.is_valid():
        kept = dict(form.cleaned_data)
        moment = kept.pop("uuid")
        act = partial(
            story.keep_day_moment, actor=request.actor, child=child, moment=moment, at=request.at, **kept
        )
        if pages.attempt(form, act) is not None:
            return _done(request, child, _("Kept in the family’s day."))
    return _show(request, opened, replace(_fresh(request, opened), moment=form), status=422)


def drop_moment(request: Request, child: UUID, moment: UUID) -> HttpResponse:
    """Take one part out of the day."""
    door.own_child(request, child, "drop_moment")
    story.drop_day_moment(actor=request.actor, child=child, moment=moment, at=request.at)
    return _done(request, child, _("Taken out of the family’s day."))


def keep_capacity(request: Request, child: UUID) -> HttpResponse:
    """Keep how many minutes a day are possible."""
    opened = door.own_child(request, child, "keep_capacity")
    form = CapacityForm(request.POST)
    if form.is_valid():
        kept = dict(form.cleaned_data)
        capacity = kept.pop("uuid")
        act = partial(
            story.keep_capacity, actor=request.actor, child=child, capacity=capacity, at=request.at, **kept
        )
        if pages.attempt(form, act) is not None:
            return _done(request, child, _("The minutes are kept."))
    return _show(request, opened, replace(_fresh(request, opened), capacity=form), status=422)


def _rate(request: Request, child: UUID, form: RatingForm) -> RatingsSeen:
    occasion = Occasion(form.cleaned_data["occasion"])
    return story.rate_priorities(
        actor=request.actor, child=child, ratings=(form.draft(),), occasion=occasion, at=request.at
    )


def _done(request: Request, child: UUID, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("therapist:matters", child)


def _show(request: Request, opened: OpenChild, forms: Forms, status: int = 200) -> HttpResponse:
    ratings = told.priority_ratings(opened)
    page = MattersPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("What matters most"), route="matters"),
        story=told.story_of(opened),
        rated=tuple(_rated(request, one, forms.rating) for one in ratings.priorities),
        moved=_moved(ratings),
        day=_day(opened),
        capacity=told.capacity(opened),
        forms=forms,
    )
    return pages.page(request, "therapist/matters.html", page, status=status)


def _fresh(request: Request, opened: OpenChild) -> Forms:
    live, people = told.priorities(opened), _people(opened)
    capacity = told.capacity(opened)
    return Forms(
        lines=_lines(request, live, people),
        moment=DayMomentForm(initial={"uuid": pages.fresh_uuid(request.at)}),
        capacity=CapacityForm(
            initial={
                "uuid": pages.fresh_uuid(request.at),
                "minutes_a_day": capacity.minutes_a_day if capacity else None,
                "words": capacity.words if capacity else "",
            }
        ),
    )


def _people(opened: OpenChild) -> _Pairs:
    """Whose words a line can hold: the carers, the child, and names from before anybody came in."""
    carers = [one for one in circle.circle_of(opened) if one.kind is PlaceKind.CARER]
    pairs = [(str(one.uuid), one.short_name) for one in carers]
    earlier = {one.by.name for one in told.priorities(opened) if one.by.uuid is None and not _is_child(one)}
    pairs += [(NAMED + name, name) for name in sorted(earlier)]
    return [("", _("Choose")), *pairs, (CHILD, opened.short_name)]


def _is_child(one: PrioritySeen) -> bool:
    return one.by.voice is Voice.CHILD


def _lines(request: Request, live: Sequence[PrioritySeen], people: _Pairs) -> tuple[PriorityForm, ...]:
    kept = [
        {"uuid": one.uuid, "words": one.words, "said_by": _said_by(one), "routine": one.routine}
        for one in live
    ]
    blanks = min(_BLANKS, LINES_AT_MOST - len(kept))
    initial = [*kept, *({"uuid": pages.fresh_uuid(request.at)} for _blank in range(blanks))]
    return tuple(
        PriorityForm(prefix=f"p{place}", initial=values, people=people)
        for place, values in enumerate(initial)
    )


def _said_by(one: PrioritySeen) -> str:
    if _is_child(one):
        return CHILD
    return str(one.by.uuid) if one.by.uuid else NAMED + one.by.name


def _bound_lines(typed: QueryDict, people: _Pairs) -> tuple[PriorityForm, ...]:
    places = [place for place in range(LINES_AT_MOST) if f"p{place}-uuid" in typed]
    return tuple(PriorityForm(typed, prefix=f"p{place}", people=people) for place in places)


def _drafts(lines: Sequence[PriorityForm], child_name: str) -> tuple[PriorityDraft, ...]:
    """The filled lines, numbered in their order: the family's and the child's each from 1."""
    filled = [form for form in lines if form.cleaned_data["words"]]
    ranks = {True: 0, False: 0}
    drafts = []
    for form in filled:
        ranks[form.is_child] += 1
        drafts.append(form.draft(ranks[form.is_child], child_name))
    return tuple(drafts)


def _rated(request: Request, one: RatedPriority, refused: RatingForm | None) -> Rated:
    priority = one.priority
    initial = {"uuid": pages.fresh_uuid(request.at), "priority": priority.uuid}
    form = RatingForm(
        initial=initial | {"occasion": "REVIEW" if one.first else "FIRST"}, auto_id=f"{priority.uuid}_%s"
    )
    if refused is not None and refused.data.get("priority") == str(priority.uuid):
        form = refused
    return Rated(
        words=priority.words,
        by=priority.by.name,
        voice=frame.voice(priority.by.voice),
        first=_rating_words(one.first),
        latest=_rating_words(one.latest),
        form=form,
    )


def _rating_words(rating: RatingSeen | None) -> str:
    if rating is None:
        return ""
    return _("matters %(importance)s, going %(going)s, happy with it %(happy)s of 10") % {
        "importance": rating.importance,
        "going": rating.going,
        "happy": rating.happy,
    }


def _moved(ratings: RatingsSeen) -> tuple[str, ...]:
    if ratings.moved is None:
        return ()
    said = (ratings.moved.going_said, ratings.moved.happy_said)
    return tuple(_(one.template).format(**one.named) for one in said)


def _day(opened: OpenChild) -> tuple[Moment, ...]:
    return tuple(
        Moment(
            uuid=one.uuid,
            label=_(routines.routine(one.routine).label),
            icon=routines.routine(one.routine).icon,
            when=f"{one.usual_at:%H:%M}" if one.usual_at else "",
            words=one.words,
            minutes=one.minutes_possible,
        )
        for one in told.family_day(opened)
    )

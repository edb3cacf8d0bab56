"""The home programme: ideas on the left, the family's day in the middle, their phone on the right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as noticed
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import GoalInShort, GoalState
from alongside.areas.programme import queries as plan
from alongside.areas.programme.queries import week as weeks
from alongside.areas.programme.values import (
    IdeaForChild,
    PlacementSeen,
    ProgrammeSeen,
    WishKind,
)
from alongside.areas.story import queries as told
from alongside.areas.story.values import CapacitySeen, DayMomentSeen
from alongside.core import bounds, routines
from alongside.core.load import Load
from alongside.core.safety import Ruling
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.fields import Pairs, routine_choices
from alongside.faces.therapist.forms.programme import (
    BoundsForm,
    ChangeForm,
    IdeasForm,
    OwnIdeaForm,
    PlaceForm,
    ShareForm,
)
from alongside.faces.therapist.frame import Frame
from alongside.faces.therapist.programme_placed import Parts, Placed, kept, placed
from alongside.ui.nav import Nav

_IDEAS_SHOWN = 6
_LABEL_LENGTH = 80
_CHANGES_READ = 60
_OWN = "own"
_EVIDENCE_VOICE = {"green": "ok", "yellow_plus": "ok"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """An idea of the library beside this child. ``needs_words`` when a rule asks for a written reason."""

    code: str
    name: str
    summary: str
    minutes: int
    routine: str
    routine_label: str
    evidence: str
    evidence_voice: str
    reasons: tuple[str, ...]
    needs_words: bool
    is_placed: bool
    uuid: UUID
    refused: PlaceForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineBlock:
    """One part of the family's day: how they told it, and the ideas in it."""

    label: str
    icon: str
    told: str
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePage:
    """Everything on the page. ``error`` is a refusal that belongs to no field in sight."""

    nav: Nav
    frame: Frame
    capacity: CapacitySeen | None
    minutes_by_home: str
    filters: IdeasForm
    ideas: tuple[Idea, ...]
    goal_asked: str
    day_parts: Pairs
    words_limit: int
    more_ideas: int
    routines: tuple[RoutineBlock, ...]
    resting: tuple[Placed, ...]
    load: Load
    load_words: str
    drafts: int
    own: OwnIdeaForm | None
    share: ShareForm
    error: tuple[str, ...] = field(default=())


def programme(request: Request, child: UUID) -> HttpResponse:
    """The page."""
    return show(request, door.own_child(request, child, "programme"))


def show(
    request: Request, opened: OpenChild, refused: Form | None = None, about: UUID | None = None
) -> HttpResponse:
    """The page, with the form that was ``refused`` in its place (of the placement ``about``)."""
    parts = replace(_parts(request, opened), refused=refused, about=about)
    return pages.page(request, "therapist/programme.html", _page(parts), status=422 if refused else 200)


def goal_pairs(goals: Iterable[GoalInShort]) -> list[tuple[str, str]]:
    """The goals an idea can be for."""
    open_goals = (goal for goal in goals if goal.state is not GoalState.CLOSED)
    return [("", _("none yet")), *((str(goal.uuid), goal.title) for goal in open_goals)]


def finding_pairs(opened: OpenChild) -> list[tuple[str, str]]:
    """The findings an idea can answer."""
    pairs = [(str(one.uuid), one.does[:_LABEL_LENGTH]) for one in noticed.findings(opened)]
    return [("", _("none yet")), *pairs]


def unreasoned(programme: ProgrammeSeen, goals: Iterable[GoalInShort]) -> tuple[PlacementSeen, ...]:
    """The drafts that lack a finding or an agreed goal."""
    agreed = {goal.uuid for goal in goals if goal.state is GoalState.AGREED}
    return tuple(one for one in programme.drafts if one.finding is None or one.goal not in agreed)


def _parts(request: Request, opened: OpenChild) -> Parts:
    seen, goals = plan.programme_of(opened), goals_read.goals_in_short(opened)
    return Parts(
        request=request,
        opened=opened,
        programme=seen,
        goals=goals,
        goal_pairs=goal_pairs(goals),
        finding_pairs=finding_pairs(opened),
        chains=plan.reason_chains(opened, seen.everything),
        answers=plan.answers(opened),
        changes=plan.changes(opened, limit=_CHANGES_READ),
        not_for_them=frozenset(_refused(opened)),
        homes=circle.homes(opened),
    )


def _refused(opened: OpenChild) -> Iterable[tuple[str, UUID | None]]:
    """What the family said no to: the idea, and in which home."""
    said = (one for one in weeks.wishes(opened) if one.kind is WishKind.BAN)
    return ((one.strategy, one.home) for one in said)


def _page(parts: Parts) -> ProgrammePage:
    seen, opened = parts.programme, parts.opened
    filters = IdeasForm(parts.request.GET, goals=parts.goal_pairs)
    found, share = _found(parts, filters), _share(parts)
    return ProgrammePage(
        nav=frame.rail(parts.request),
        frame=frame.frame(opened, _("Home programme"), route="programme"),
        capacity=told.capacity(opened),
        minutes_by_home=_minutes_by_home(parts),
        filters=filters,
        ideas=tuple(_idea(parts, one) for one in found[:_IDEAS_SHOWN]),
        goal_asked=filters.cleaned_data.get("goal", "") if filters.is_valid() else "",
        day_parts=routine_choices(),
        words_limit=bounds.SENTENCE,
        more_ideas=max(len(found) - _IDEAS_SHOWN, 0),
        routines=_routines(parts, share),
        resting=tuple(placed(parts, one, share) for one in seen.resting),
        load=seen.load_with_drafts,
        load_words=_load_words(seen),
        drafts=len(seen.drafts),
        own=_own(parts),
        share=share,
        error=_error(parts),
    )


def _minutes_by_home(parts: Parts) -> str:
    """Mum’s: 15, Dad’s: 20; "" where there are no two homes that have said a number."""
    weeks_told = told.canvas(parts.opened) if len(parts.homes) > 1 else ()
    said = [
        (one.home.name, one.minutes_a_day) for one in weeks_told if one.home and one.minutes_a_day is not None
    ]
    return ", ".join(f"{name}: {minutes}" for name, minutes in said) if len(said) > 1 else ""


def _error(parts: Parts) -> tuple[str, ...]:
    """What the button or the sharing was refused with."""
    if isinstance(parts.refused, ChangeForm | ShareForm | BoundsForm):
        return tuple(str(error) for error in parts.refused.non_field_errors())
    return ()


def _share(parts: Parts) -> ShareForm:
    if isinstance(parts.refused, ShareForm):
        return parts.refused
    return ShareForm(drafts=unreasoned(parts.programme, parts.goals))


def _own(parts: Parts) -> OwnIdeaForm | None:
    """The form for an idea of their own, where ``?open=own`` asks for it or it came back."""
    refused = kept(parts, OwnIdeaForm)
    if refused or parts.request.GET.get("open") != _OWN:
        return refused
    return OwnIdeaForm(initial={"uuid": pages.fresh_uuid(parts.opened.at)}, goals=parts.goal_pairs)


def _found(parts: Parts, filters: IdeasForm) -> tuple[IdeaForChild, ...]:
    """What the filters let through; a refused idea comes first, so that its sentence is in sight."""
    asked = filters.cleaned_data if filters.is_valid() else {}
    found = plan.ideas_for(
        parts.opened,
        search=asked.get("q", ""),
        max_minutes=asked.get("minutes"),
        no_kit=asked.get("no_kit", False),
    )
    refused = parts.refused.data.get("strategy") if isinstance(parts.refused, PlaceForm) else ""
    return tuple(sorted(found, key=lambda one: one.card.code != refused))


def _idea(parts: Parts, one: IdeaForChild) -> Idea:
    card = one.card
    came_back = isinstance(parts.refused, PlaceForm) and parts.refused.data.get("strategy") == card.code
    return Idea(
        code=card.code,
        name=card.name,
        summary=card.summary,
        minutes=card.minutes,
        routine=card.routine,
        routine_label=_(routines.routine(card.routine).label),
        evidence=_(card.evidence.label),
        evidence_voice=_EVIDENCE_VOICE.get(card.evidence.light, ""),
        reasons=tuple(_(reason) for reason in one.reasons),
        needs_words=one.ruling is Ruling.NEVER_UNLESS,
        is_placed=one.is_placed,
        uuid=pages.fresh_uuid(parts.opened.at),
        refused=kept(parts, PlaceForm) if came_back else None,
    )


def _routines(parts: Parts, share: ShareForm) -> tuple[RoutineBlock, ...]:
    """Every part of the day that the family told us about or that holds an idea, in day order."""
    day = {one.routine: one for one in told.family_day(parts.opened)}
    held: dict[str, list[PlacementSeen]] = {}
    for one in (*parts.programme.live, *parts.programme.offered, *parts.programme.drafts):
        held.setdefault(one.routine, []).append(one)
    codes = routines.in_day_order({*day, *held})
    return tuple(_routine(parts, code, day.get(code), held.get(code, []), share) for code in codes)


def _routine(
    parts: Parts, code: str, told_of: DayMomentSeen | None, held: Sequence[PlacementSeen], share: ShareForm
) -> RoutineBlock:
    routine = routines.routine(code)
    return RoutineBlock(
        label=_(routine.label),
        icon=routine.icon,
        told=_told(told_of.usual_at, told_of.words) if told_of else "",
        placed=tuple(placed(parts, one, share) for one in held),
    )


def _told(usual_at: time | None, words: str) -> str:
    return ", ".join(part for part in (f"{usual_at:%H:%M}" if usual_at else "", words) if part)


def _load_words(seen: ProgrammeSeen) -> str:
    load = seen.load_with_drafts
    if seen.minutes_given is None:
        return _("%(used)s minutes a day") % {"used": load.used}
    return _("%(used)s of %(of)s minutes") % {"used": load.used, "of": load.of}

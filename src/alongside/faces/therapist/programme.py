"""The home programme: ideas on the left, the family's day in the middle, their phone on the right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from typing import TypeVar
from uuid import UUID

from django.forms import BoundField, Form
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as noticed
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import GoalInShort, GoalState
from alongside.areas.programme import queries as plan
from alongside.areas.programme.values import (
    IdeaForChild,
    PlacementSeen,
    PlacementState,
    ProgrammeSeen,
    ReasonChain,
    SafetyWarning,
    Whose,
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
    AimForm,
    ChangeForm,
    IdeasForm,
    MoveForm,
    OverrideForm,
    OwnIdeaForm,
    PlaceForm,
    RewordForm,
    ShareForm,
)
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav

_IDEAS_SHOWN = 6
_LABEL_LENGTH = 80
_OWN = "own"
_Pairs = list[tuple[str, str]]
F = TypeVar("F", bound=Form)
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
class PlacedForms:
    """What an idea that was opened to be changed shows."""

    move: MoveForm
    aim: AimForm
    reword: RewordForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An idea in the day with everything its buttons need."""

    uuid: UUID
    title: str
    words: str
    minutes: int
    whose: str
    voice: str
    state: str
    grade: str
    chain: ReasonChain
    warnings: tuple[SafetyWarning, ...]
    override: str
    wish: str
    can_be_easier: bool
    can_be_harder: bool
    rests_for_safety: bool
    waits: bool
    change: UUID
    keep: OverrideForm | None
    forms: PlacedForms | None
    not_yet: BoundField | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineBlock:
    """One part of the family's day: how they told it, and the ideas in it."""

    label: str
    icon: str
    told: str
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the builders below share: read once for the page."""

    request: Request
    opened: OpenChild
    programme: ProgrammeSeen
    goals: tuple[GoalInShort, ...]
    goal_pairs: _Pairs
    finding_pairs: _Pairs
    chains: dict[UUID, ReasonChain]
    refused: Form | None = None
    about: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePage:
    """Everything on the page. ``error`` is a refusal that belongs to no field in sight."""

    nav: Nav
    frame: Frame
    capacity: CapacitySeen | None
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


def goal_pairs(goals: Iterable[GoalInShort]) -> _Pairs:
    """The goals an idea can be for."""
    open_goals = (goal for goal in goals if goal.state is not GoalState.CLOSED)
    return [("", _("none yet")), *((str(goal.uuid), goal.title) for goal in open_goals)]


def finding_pairs(opened: OpenChild) -> _Pairs:
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
    )


def _page(parts: Parts) -> ProgrammePage:
    seen, opened = parts.programme, parts.opened
    filters = IdeasForm(parts.request.GET, goals=parts.goal_pairs)
    found, share = _found(parts, filters), _share(parts)
    return ProgrammePage(
        nav=frame.rail(parts.request),
        frame=frame.frame(opened, _("Home programme"), route="programme"),
        capacity=told.capacity(opened),
        filters=filters,
        ideas=tuple(_idea(parts, one) for one in found[:_IDEAS_SHOWN]),
        goal_asked=filters.cleaned_data.get("goal", "") if filters.is_valid() else "",
        day_parts=routine_choices(),
        words_limit=bounds.SENTENCE,
        more_ideas=max(len(found) - _IDEAS_SHOWN, 0),
        routines=_routines(parts, share),
        resting=tuple(_placed(parts, one, share) for one in seen.resting),
        load=seen.load_with_drafts,
        load_words=_load_words(seen),
        drafts=len(seen.drafts),
        own=_own(parts),
        share=share,
        error=_error(parts),
    )


def _kept(parts: Parts, kind: type[F], about: UUID | None = None) -> F | None:
    """The refused form, where this is its place."""
    return parts.refused if isinstance(parts.refused, kind) and parts.about == about else None


def _error(parts: Parts) -> tuple[str, ...]:
    """What the button or the sharing was refused with."""
    if isinstance(parts.refused, ChangeForm | ShareForm):
        return tuple(str(error) for error in parts.refused.non_field_errors())
    return ()


def _share(parts: Parts) -> ShareForm:
    if isinstance(parts.refused, ShareForm):
        return parts.refused
    return ShareForm(drafts=unreasoned(parts.programme, parts.goals))


def _own(parts: Parts) -> OwnIdeaForm | None:
    """The form for an idea of their own, where ``?open=own`` asks for it or it came back."""
    refused = _kept(parts, OwnIdeaForm)
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
        refused=_kept(parts, PlaceForm) if came_back else None,
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
        placed=tuple(_placed(parts, one, share) for one in held),
    )


def _told(usual_at: time | None, words: str) -> str:
    return ", ".join(part for part in (f"{usual_at:%H:%M}" if usual_at else "", words) if part)


def _placed(parts: Parts, one: PlacementSeen, share: ShareForm) -> Placed:
    return Placed(
        uuid=one.uuid,
        title=one.title,
        words=one.family_words,
        minutes=one.minutes,
        whose=one.proposed_by.name if one.whose is Whose.FAMILY else "",
        voice="family" if one.whose is Whose.FAMILY else "therapist",
        state=one.state.value,
        grade=one.grade_words,
        chain=parts.chains[one.uuid],
        warnings=one.warnings,
        override=_override_words(one),
        wish=_wish_words(one),
        can_be_easier=one.can_be_easier,
        can_be_harder=one.can_be_harder,
        rests_for_safety=one.rests_for_safety,
        waits=one.waits_for_family,
        change=pages.fresh_uuid(parts.opened.at),
        not_yet=_not_yet(one, share),
        keep=_keep(parts, one),
        forms=_forms(parts, one) if _is_opened(parts, one) else None,
    )


def _is_opened(parts: Parts, one: PlacementSeen) -> bool:
    """Whether its forms are asked for with ``?open=``, or one of them came back."""
    came_back = parts.about == one.uuid and isinstance(parts.refused, MoveForm | AimForm | RewordForm)
    return came_back or parts.request.GET.get("open") == str(one.uuid)


def _keep(parts: Parts, one: PlacementSeen) -> OverrideForm | None:
    """Where an idea is held back or was never checked: the box for why it is right for this child.

    It starts with what was written before, because the family reads only the newest words.
    """
    if not (one.is_held or one.is_unchecked) or one.state is PlacementState.ENDED:
        return None
    before = one.override.words if one.override else ""
    fresh = {"uuid": pages.fresh_uuid(parts.opened.at), "words": before}
    return _kept(parts, OverrideForm, one.uuid) or OverrideForm(initial=fresh, auto_id=f"keep_{one.uuid}_%s")


def _forms(parts: Parts, one: PlacementSeen) -> PlacedForms:
    """The forms of one placed idea, each with ids of its own."""
    fresh = {"uuid": pages.fresh_uuid(parts.opened.at)}
    ids = f"{one.uuid}_%s"
    words = {"family_words": one.family_words, "minutes": one.minutes}
    aimed = {"goal": str(one.goal or ""), "finding": str(one.finding or "")}
    offers = {"goals": parts.goal_pairs, "findings": parts.finding_pairs}
    return PlacedForms(
        move=_kept(parts, MoveForm, one.uuid)
        or MoveForm(initial=fresh | {"routine": one.routine}, auto_id=ids),
        aim=_kept(parts, AimForm, one.uuid) or AimForm(initial=fresh | aimed, auto_id=f"aim_{ids}", **offers),
        reword=_kept(parts, RewordForm, one.uuid) or RewordForm(initial=fresh | words, auto_id=f"say_{ids}"),
    )


def _not_yet(one: PlacementSeen, share: ShareForm) -> BoundField | None:
    name = f"not_yet_{one.uuid}"
    return share[name] if name in share.fields else None


def _override_words(one: PlacementSeen) -> str:
    if one.override is None:
        return ""
    return _("%(name)s keeps it: %(words)s") % {"name": one.override.by.name, "words": one.override.words}


def _wish_words(one: PlacementSeen) -> str:
    if one.swap is None:
        return ""
    return _("%(name)s would like another idea. %(words)s") % {
        "name": one.swap.by.name,
        "words": one.swap.words,
    }


def _load_words(seen: ProgrammeSeen) -> str:
    load = seen.load_with_drafts
    if seen.minutes_given is None:
        return _("%(used)s minutes a day") % {"used": load.used}
    return _("%(used)s of %(of)s minutes") % {"used": load.used, "of": load.of}

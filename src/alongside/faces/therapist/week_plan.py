"""Plan the week: the best week from what both know, every choice and every refusal with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import queries as practice
from alongside.areas.programme.queries import week as weeks
from alongside.areas.programme.queries.week import Empty, Placed, Proposal, Stands, WeekChoice
from alongside.areas.programme.values import WishKind
from alongside.core import routines
from alongside.core.planning import planner
from alongside.core.planning.plan import Choice, Plan
from alongside.core.planning.planner import More, Rests
from alongside.faces.common import pages, week_words
from alongside.faces.common.request import Request
from alongside.faces.common.week_words import Why
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.week import KeepForm, WhyNotForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav

_WHY_NOT_SHOWN = 8
_LOOK_AHEAD_NODES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One idea of the week. ``lead`` are its reasons as plain sentences, ``whys`` all of them with their points."""

    code: str
    title: str
    days: str
    minutes: int
    grade: str
    leads: str
    stands: Stands
    stands_said: str
    lead: str
    whys: tuple[Why, ...]
    points: int
    cautions: tuple[str, ...]
    cleared: str
    wish: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineBlock:
    """One routine of a home with the ideas chosen for it."""

    label: str
    icon: str
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeBlock:
    """One home's week. ``name`` is "" where a child has one home that nobody named."""

    name: str
    routines: tuple[RoutineBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An idea that is not in the week, and why."""

    code: str
    title: str
    why: str
    wish: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class WishLine:
    """A pin or a ban in force."""

    uuid: UUID
    title: str
    is_pin: bool
    by: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside the choices: titles that keep their place, and a sentence for each home without an idea."""

    own: tuple[str, ...]
    drafts: tuple[str, ...]
    empty: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """Everything on the page. ``missing`` says what the record lacks before a week can be planned."""

    nav: Nav
    frame: Frame
    missing: tuple[str, ...]
    homes: tuple[HomeBlock, ...]
    beside: Beside
    proof: str
    plan: Plan
    parts: tuple[Why, ...]
    new: int
    rests: tuple[Refusal, ...]
    unkept: tuple[Refusal, ...]
    wishes: tuple[WishLine, ...]
    more: tuple[str, ...]
    bad_week: tuple[str, ...]
    why_not: WhyNotForm
    refusals: tuple[Refusal, ...]
    more_refusals: int
    keep: KeepForm
    looked_at: tuple[int, int]
    error: tuple[str, ...] = field(default=())


def week_plan(request: Request, child: UUID) -> HttpResponse:
    """The page."""
    return show(request, door.own_child(request, child, "week_plan"))


def show(request: Request, opened: OpenChild, refused: Form | None = None) -> HttpResponse:
    """The page, with what was ``refused`` above it."""
    found = _page(request, opened, planned(opened), refused)
    return pages.page(request, "therapist/week_plan.html", found, status=422 if refused else 200)


def planned(opened: OpenChild) -> Proposal:
    """The week as the record stands now."""
    return weeks.proposal(opened, practice.moments(opened))


def _page(request: Request, opened: OpenChild, found: Proposal, refused: Form | None) -> WeekPage:
    plan, asked = found.plan, WhyNotForm(request.GET)
    told = _refusals(found, opened, asked)
    return WeekPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Plan the week"), route="week_plan"),
        missing=_missing(found),
        homes=_homes(found, opened),
        beside=_beside(found),
        proof=_proof(plan),
        plan=plan,
        parts=_parts(plan),
        new=sum(one.stands is Stands.NEW for one in found.choices),
        rests=_rests(found, opened),
        unkept=_unkept(found, opened),
        wishes=_wishes(found),
        more=_more(found),
        bad_week=_bad_week(found),
        why_not=asked,
        refusals=told[:_WHY_NOT_SHOWN],
        more_refusals=max(len(told) - _WHY_NOT_SHOWN, 0),
        keep=KeepForm(initial={"uuid": pages.fresh_uuid(opened.at), "seal": found.seal}),
        looked_at=(len(found.week.instance.strategies), len(found.week.ideas.keys() - found.week.drafted)),
        error=tuple(map(str, refused.non_field_errors())) if refused else (),
    )


def _unkept(found: Proposal, opened: OpenChild) -> tuple[Refusal, ...]:
    """What was pinned and has no place."""
    unkept = found.plan.unkept
    return tuple(_refusal(found, opened, one.strategy, week_words.said(one.why)) for one in unkept)


def _parts(plan: Plan) -> tuple[Why, ...]:
    """The parts of the objective that brought or cost anything."""
    parts = ((week_words.part_label(part), points) for part, points in plan.parts.items() if points)
    return tuple(Why(part=part, points=points, words="") for part, points in parts)


def _missing(found: Proposal) -> tuple[str, ...]:
    instance = found.week.instance
    told = (
        (instance.routines, _("The family’s week is not drawn yet. Ask about their day first.")),
        (instance.goals, _("No goal is agreed yet. Ideas need one that they are for.")),
        (
            [one for one in instance.goals if one.findings or one.area] or not instance.goals,
            _("No goal says what was noticed behind it. Tie each to a finding."),
        ),
        (instance.most_ideas, _("What keeps its place fills the week already.")),
    )
    return tuple(words for there, words in told if not there)


def _homes(found: Proposal, opened: OpenChild) -> tuple[HomeBlock, ...]:
    homes: dict[tuple[str, str], dict[str, list[WeekChoice]]] = {}
    for one in found.choices:
        block = homes.setdefault((str(one.home), one.home_name), {})
        block.setdefault(one.routine, []).append(one)
    return tuple(
        HomeBlock(name=name, routines=tuple(_routine(found, opened, *pair) for pair in held.items()))
        for (_home, name), held in homes.items()
    )


def _beside(found: Proposal) -> Beside:
    return Beside(
        own=tuple(one.title for one in found.week.own),
        drafts=tuple(one.title for one in found.week.drafts),
        empty=_empty(found),
    )


def _empty(found: Proposal) -> tuple[str, ...]:
    """One sentence for each home that gets nothing while another one does."""
    said = {
        Empty.PAUSED: _("Nothing for %(home)s this week: its days are paused."),
        Empty.NO_MINUTES: _("Nothing for %(home)s this week: no day there has minutes left."),
        Empty.NO_PLACE: _("Nothing for %(home)s this week: no idea has a place in its days."),
        Empty.OTHERS: _("Nothing for %(home)s this week: the others fit better."),
    }
    homes = weeks.empty_homes(found) if found.choices else ()
    return tuple(said[one.why] % {"home": one.name} for one in homes)


def _routine(found: Proposal, opened: OpenChild, code: str, held: Sequence[WeekChoice]) -> RoutineBlock:
    known = routines.routine(code)
    return RoutineBlock(
        label=_(known.label), icon=known.icon, chosen=tuple(_chosen(found, opened, one) for one in held)
    )


def _chosen(found: Proposal, opened: OpenChild, one: WeekChoice) -> Chosen:
    idea = found.week.ideas[one.strategy]
    ways = idea.easier if one.step < 0 else idea.harder
    names = {carer.id: carer.name for carer in found.week.instance.carers}
    return Chosen(
        code=one.strategy,
        title=idea.name,
        days=week_words.days_said(one.days),
        minutes=one.minutes,
        grade=ways[abs(one.step) - 1] if one.step else "",
        leads=names.get(str(one.carer), ""),
        stands=one.stands,
        stands_said=_stands(one.stands),
        lead=_lead(found, one),
        whys=tuple(
            Why(part=week_words.part_label(why.part), points=why.points, words=week_words.said(why.why))
            for why in one.reasons
        ),
        points=one.points,
        cautions=tuple(week_words.said(caution) for caution in one.cautions),
        cleared=one.cleared,
        wish=pages.fresh_uuid(opened.at),
    )


def _lead(found: Proposal, one: WeekChoice) -> str:
    """What matters of it in plain sentences: when, how long, what it builds and where that was seen."""
    serves = [week_words.said(why.why) for why in one.reasons if why.why.code in week_words.FOR_GOALS]
    if one.goal and not serves:
        serves = [week_words.is_for(found.week.aims[str(one.goal)].goal.title)]
    minutes = _("%(minutes)s minutes.") % {"minutes": one.minutes}
    return week_words.joined([week_words.happens_anyway(one.routine), minutes, *serves])


def _stands(stands: Stands) -> str:
    said = {Stands.NEW: _("new"), Stands.STAYS: _("stays"), Stands.CHANGES: _("stays, and would change")}
    return said[stands]


def _proof(plan: Plan) -> str:
    if plan.proven:
        return _("The best plan there is")
    percent = 100 * (plan.bound - plan.objective) / max(1, abs(plan.objective))
    return _("Within %(percent)s %% of the best there can be") % {"percent": f"{percent:.1f}"}


def _rests(found: Proposal, opened: OpenChild) -> tuple[Refusal, ...]:
    """What is in the programme and not in this week. It stays until a person lets it rest."""
    if not found.rests:
        return ()
    whys = {one.strategy: one for one in planner.refusals(found.week.instance, found.plan)}
    return tuple(
        _refusal(found, opened, str(one.strategy), week_words.said(whys[str(one.strategy)].why), one)
        for one in found.rests
        if one.strategy in whys
    )


def _refusal(
    found: Proposal, opened: OpenChild, code: str, why: str, placed: Placed | None = None
) -> Refusal:
    idea = found.week.ideas.get(code)
    title = placed.title if placed else idea.name if idea else code
    return Refusal(code=code, title=title, why=why, wish=pages.fresh_uuid(opened.at))


def _wishes(found: Proposal) -> tuple[WishLine, ...]:
    return tuple(
        WishLine(
            uuid=one.uuid,
            title=_title(found, one.strategy),
            is_pin=one.kind is WishKind.PIN,
            by=one.by,
            words=one.words,
        )
        for one in found.week.wishes
    )


def _title(found: Proposal, code: str) -> str:
    idea = found.week.ideas.get(code)
    return idea.name if idea else code


def _refusals(found: Proposal, opened: OpenChild, asked: WhyNotForm) -> tuple[Refusal, ...]:
    """The ideas that were asked about by name or words, each with the rule that keeps it out."""
    words = asked.cleaned_data["q"].casefold().split() if asked.is_valid() else []
    if not words:
        return ()
    return tuple(
        _refusal(found, opened, one.strategy, week_words.said(one.why))
        for one in planner.refusals(found.week.instance, found.plan)
        if _speaks_of(found, one.strategy, words)
    )


def _speaks_of(found: Proposal, code: str, words: Iterable[str]) -> bool:
    idea = found.week.ideas[code]
    said = f"{idea.name} {idea.summary} {' '.join(idea.materials)}".casefold()
    return all(word in said for word in words)


def _more(found: Proposal) -> tuple[str, ...]:
    """What five more minutes on every day would buy, as sentences."""
    if not found.week.instance.routines:
        return ()
    more = planner.with_more_minutes(found.week.instance, found.plan, nodes=_LOOK_AHEAD_NODES)
    return bought(found, more)


def bought(found: Proposal, more: More) -> tuple[str, ...]:
    """What more minutes buy, as sentences. An exchange for the same points is nothing better."""
    if not more.comes or more.points <= 0:
        return (_("Nothing better. Time is not what is short."),)
    comes = (_("In comes: %(idea)s.") % {"idea": _choice(found, one)} for one in more.comes)
    goes = (_("Out goes: %(idea)s.") % {"idea": _choice(found, one)} for one in more.goes)
    sure = _("%(points)s points more.") if more.plan.proven else _("At least %(points)s points more.")
    return (*comes, *goes, sure % {"points": more.points})


def _bad_week(found: Proposal) -> tuple[str, ...]:
    """What rests first when a week is bad, one after the other."""
    rests: tuple[Rests, ...] = planner.first_to_rest(found.week.instance, found.plan)
    return tuple(_choice(found, one.choice) for one in rests)


def _choice(found: Proposal, one: Choice) -> str:
    """An idea with where and when, on one line."""
    spot = found.week.drawn.spots[one.routine]
    where = f"{spot.name}, " if spot.name else ""
    return _("%(idea)s (%(where)s%(routine)s, %(days)s)") % {
        "idea": _title(found, one.strategy),
        "where": where,
        "routine": week_words.routine_label(spot.routine),
        "days": week_words.days_said(one.days),
    }

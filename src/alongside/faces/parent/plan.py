"""The plan: what we work on, the week's routines, and one page for the fridge."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalSeen, GoalState
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import PlacementSeen, ProgrammeSeen
from alongside.areas.review import queries as review
from alongside.areas.review.reports.family_plan import build
from alongside.areas.review.values import FamilyPlan, PlanGoal, PlanIdea
from alongside.core import routines
from alongside.core.capabilities import Capability
from alongside.core.child_facts import fact_label
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.sheet_files import PaperForm
from alongside.faces.parent import days, rested
from alongside.faces.parent.frame import FamilyPage, frame, open_for
from alongside.faces.parent.rested import RestLine


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal in the list; ``waits`` says what waits for the family."""

    uuid: UUID
    title: str
    sentence: str
    reached: int
    waits: str
    agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineLine:
    """One routine of the week with the ideas in it."""

    label: str
    icon: str
    ideas: tuple[PlacementSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage(FamilyPage):
    """Goals, routines, and what waits for a yes. ``minutes`` is one sentence about time, or empty."""

    news: tuple[RestLine, ...]
    goals: tuple[GoalLine, ...]
    routines: tuple[RoutineLine, ...]
    waiting: tuple[PlacementSeen, ...]
    resting: tuple[PlacementSeen, ...]
    minutes: str
    can_propose: bool
    can_read_goals: bool
    can_read_story: bool
    can_read_visits: bool
    can_read_reports: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperIdea:
    """One line of the day on paper. ``more`` says who does what and what to notice, as (label, words)."""

    when: str
    icon: str
    title: str
    what: str
    more: tuple[tuple[str, str], ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """The family's plan as one sheet."""

    child: UUID
    plan: FamilyPlan
    period: str
    goals: tuple[PlanGoal, ...]
    ideas: tuple[PaperIdea, ...]
    next_visit: str
    care: tuple[str, ...]


def plan(request: Request, child: UUID) -> HttpResponse:
    """What and why."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "plan")
    return page(request, "parent/plan.html", _plan_page(opened))


def family_plan(request: Request, child: UUID) -> HttpResponse:
    """The plan on one sheet, to print from the phone."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "family_plan")
    seen = review.family_plan(opened)
    return page(request, "parent/family_plan.html", _paper(opened, seen))


def family_plan_pdf(request: Request, child: UUID) -> HttpResponse:
    """The same sheet as a PDF that a reader's software can read aloud."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "family_plan_pdf")
    link = request.build_absolute_uri(reverse("parent:talk", kwargs={"child": child}))
    paper = PaperForm(request.GET).chosen
    made = build.build(review.family_plan(opened), at=request.at, link=link, paper=paper)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="plan.pdf"'
    return answer


def _plan_page(opened: OpenChild) -> PlanPage:
    seen = programme.programme_of(opened)
    reads_goals = opened.allows(Capability.READ_GOALS)
    decides = opened.allows(Capability.AGREE_PROGRAMME)
    found = goals.goals_of(opened) if reads_goals else ()
    return PlanPage(
        **frame(opened, "plan"),
        news=rested.news(opened),
        goals=tuple(_goal_line(goal, opened) for goal in found if goal.state is not GoalState.CLOSED),
        routines=tuple(_routine_line(block.routine, block.placements) for block in seen.routines),
        waiting=_waiting(seen) if decides else (),
        resting=seen.resting,
        minutes=_minutes(seen),
        can_propose=opened.allows(Capability.PROPOSE_GOALS),
        can_read_goals=reads_goals,
        can_read_story=opened.allows(Capability.READ_STORY),
        can_read_visits=opened.allows(Capability.READ_VISITS),
        can_read_reports=opened.allows(Capability.READ_REPORTS),
    )


def _waiting(seen: ProgrammeSeen) -> tuple[PlacementSeen, ...]:
    """What is offered or was changed, and what no safety rule holds back."""
    asked = (*seen.offered, *seen.live)
    return tuple(placed for placed in asked if placed.waits_for_family and not placed.is_held)


def _goal_line(goal: GoalSeen, opened: OpenChild) -> GoalLine:
    return GoalLine(
        uuid=goal.uuid,
        title=goal.title,
        sentence=goal.sentence,
        reached=goal.reached or 0,
        waits=_waits(goal) if opened.allows(Capability.AGREE_GOALS) else "",
        agreed=goal.in_force is not None,
    )


def _waits(goal: GoalSeen) -> str:
    step = goal.step_proposal
    if step is not None and step.side == "THERAPIST":
        return _("%(name)s thinks step %(step)s is reached.") % {"name": step.by.name, "step": step.step}
    return _("Waits for your yes") if goal.waiting_for == "FAMILY" else ""


def _routine_line(code: str, ideas: tuple[PlacementSeen, ...]) -> RoutineLine:
    found = routines.routine(code)
    return RoutineLine(label=_(found.label), icon=found.icon, ideas=ideas)


def _minutes(seen: ProgrammeSeen) -> str:
    """How long it all takes beside what the family said. Too much is ours to put right, so it says so."""
    if seen.minutes_given is None or not seen.live:
        return ""
    words = {"used": seen.load.used, "given": seen.minutes_given}
    if seen.load.over:
        return _("All of it is %(used)s minutes. You said %(given)s. Leave out what you like.") % words
    return _("All of it is %(used)s of the %(given)s minutes you said.") % words


def _paper(opened: OpenChild, seen: FamilyPlan) -> PaperPage:
    return PaperPage(
        child=opened.uuid,
        plan=seen,
        period=_period(seen),
        goals=seen.goals,
        ideas=tuple(
            PaperIdea(
                when=_(routines.routine(idea.routine).label),
                icon=routines.routine(idea.routine).icon,
                title=idea.title,
                what=idea.what,
                more=_more(idea),
                words=_quoted(idea.words_that_help),
            )
            for idea in seen.ideas
        ),
        next_visit=_next_visit(seen),
        care=tuple(_(fact_label(code)) for code in seen.care),
    )


def _more(idea: PlanIdea) -> tuple[tuple[str, str], ...]:
    said = (
        (_("Your part"), idea.your_part),
        (_("Our part"), idea.our_part),
        (_("What to notice"), idea.notice),
        (_("Take care"), " ".join(_(caution) for caution in idea.cautions)),
        (_("Safety"), idea.override),
    )
    return tuple((label, words) for label, words in said if words)


def _quoted(words: str) -> str:
    """Words to say, in quotation marks unless they carry their own."""
    return words if not words or "“" in words else f"“{words}”"


def _period(seen: FamilyPlan) -> str:
    start = days.full_day(seen.from_on)
    if seen.until_on is None or seen.until_on <= seen.from_on:
        return _("From %(start)s") % {"start": start}
    return _("%(start)s to %(end)s") % {"start": start, "end": days.full_day(seen.until_on)}


def _next_visit(seen: FamilyPlan) -> str:
    if seen.next_visit is None:
        return ""
    return f"{days.full_day(seen.next_visit.date())}, {days.clock(seen.next_visit)}"

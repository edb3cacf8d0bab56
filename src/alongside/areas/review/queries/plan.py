"""Each goal over the weeks, and the family's plan as paper tells it."""

from collections.abc import Sequence
from datetime import datetime

from alongside.areas.appointments import queries as appointments
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import Grownup, OpenChild, PlaceKind
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalSeen, GoalState
from alongside.areas.people import queries as people
from alongside.areas.practice import queries as practice
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import PlacementSeen
from alongside.areas.review.queries import on_paper
from alongside.areas.review.values import FamilyPlan, GoalProgress, PlanGoal, PlanIdea
from alongside.areas.story import queries as story
from alongside.core import progress as core_progress
from alongside.core.capabilities import Capability
from alongside.core.moments import Kind, Moment

_GOALS_ON_PAPER = 3


def progress(opened: OpenChild, weeks: int = 6) -> tuple[GoalProgress, ...]:
    """Each agreed goal over the last ``weeks`` weeks (1 to 104), in the order of the goals.

    The chart with its dated change lines is for the child's therapist only.
    """
    opened.check(Capability.READ_GOALS)
    opened.check(Capability.READ_OWN_ENTRIES)
    agreed = [goal for goal in goals.goals_of(opened) if goal.in_force is not None]
    return tuple(_progress(opened, goal, weeks) for goal in agreed)


def family_plan(opened: OpenChild) -> FamilyPlan:
    """The family's plan as it stands now. Parts that are not shared with its reader stay empty."""
    opened.check(Capability.READ_PROGRAMME)
    grownups = circle.grownups(opened)
    in_force = _agreed(opened)
    words, said_by = _what_matters(opened)
    clinic = people.clinic(opened.clinic)
    therapists = [one for one in grownups if one.kind is PlaceKind.THERAPIST]
    return FamilyPlan(
        child_name=opened.short_name,
        clinic_name=opened.clinic_name,
        words=words,
        said_by=said_by,
        from_on=opened.today,
        until_on=min((goal.review_on for goal in in_force), default=None),
        goals=tuple(_plan_goal(goal) for goal in in_force[:_GOALS_ON_PAPER]),
        ideas=tuple(_plan_idea(one) for one in on_paper.printable(opened)),
        therapist_name=therapists[0].short_name if therapists else "",
        phone=clinic.phone,
        answer_days=clinic.answer_days,
        next_visit=_next_visit(opened),
        made_by=_made_by(opened, grownups),
        care=on_paper.care(opened),
    )


def _progress(opened: OpenChild, goal: GoalSeen, count: int) -> GoalProgress:
    moments = practice.moments(opened, goal=goal.uuid)
    first_monday = core_progress.first_monday(opened.today, count)
    return GoalProgress(
        goal=goal,
        moments=sum(moment.kind is Kind.TRIED for moment in moments),
        trend=core_progress.trend(moments),
        weeks=core_progress.weeks(moments, first_monday, count),
        then_now=core_progress.then_now(moments),
        chart=_chart(opened, goal, moments) if opened.is_team else None,
    )


def _chart(opened: OpenChild, goal: GoalSeen, moments: Sequence[Moment]) -> core_progress.PhaseChart:
    return core_progress.phase_points(moments, programme.phase_lines(opened, goal=goal.uuid))


def _agreed(opened: OpenChild) -> list[GoalSeen]:
    if not opened.allows(Capability.READ_GOALS):
        return []
    return [goal for goal in goals.goals_of(opened) if goal.state is GoalState.AGREED]


def _what_matters(opened: OpenChild) -> tuple[str, str]:
    if not opened.allows(Capability.READ_STORY):
        return "", ""
    first = next(iter(story.priorities(opened)), None)
    return ("", "") if first is None else (first.words, first.by.name)


def _next_visit(opened: OpenChild) -> datetime | None:
    visit = appointments.next_visit(opened) if opened.allows(Capability.READ_VISITS) else None
    return visit.local_start if visit else None


def _made_by(opened: OpenChild, grownups: Sequence[Grownup]) -> tuple[str, ...]:
    """Everybody who is responsible, the child, and the therapists; a restricted carer reads no other carer's name."""
    carers = [one.short_name for one in grownups if one.responsible and not opened.is_restricted]
    team = [one.name for one in grownups if one.kind is PlaceKind.THERAPIST]
    return (*carers, opened.short_name, *team)


def _plan_goal(goal: GoalSeen) -> PlanGoal:
    reached = goal.reached or 0
    now = next((step.words for step in goal.steps if step.number == reached), "")
    return PlanGoal(uuid=goal.uuid, title=goal.title, sentence=goal.sentence, reached=reached, now=now)


def _plan_idea(placement: PlacementSeen) -> PlanIdea:
    return PlanIdea(
        routine=placement.routine,
        title=placement.title,
        what=placement.family_words,
        words_that_help=placement.words_that_help,
        your_part=placement.your_part,
        our_part=placement.our_part,
        notice=placement.notice,
        cautions=on_paper.cautions(placement),
        override=on_paper.override_words(placement),
    )

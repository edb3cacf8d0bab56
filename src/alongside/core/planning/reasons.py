"""Why each idea is in the week, with the objective's own numbers: all reasons together are the objective."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alongside.core.planning.instance import Goal, Light, Strategy
from alongside.core.planning.links import coverage, in_real_routine, link
from alongside.core.planning.places import Candidate, Week, cautions
from alongside.core.planning.plan import Choice, Explained, Reason
from alongside.core.planning.points import new_minutes, own_parts
from alongside.core.planning.weights import AREA, OFTEN, Link, Part
from alongside.core.routines import ROUTINES
from alongside.core.words import Phrase, gettext_noop, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A candidate with its days."""

    one: Candidate
    days: tuple[int, ...]

    @property
    def choice(self) -> Choice:
        """The same as an answer."""
        return Choice(
            strategy=self.one.strategy.id,
            step=self.one.grade.step,
            home=self.one.routine.home,
            routine=self.one.routine.id,
            days=self.days,
            carer=self.one.carer,
        )


def explained(week: Week, placed: Sequence[Placed]) -> tuple[Explained, ...]:
    """Each idea with its reasons. What counts once is told by the idea that brings most, the first of equals."""
    goals = {goal.id: _serving(goal, placed) for goal in week.goals}
    areas: dict[str, int] = {}
    for at, mine in enumerate(placed):
        for area in sorted(mine.one.strategy.areas):
            areas.setdefault(area, at)
    return tuple(
        Explained(
            choice=mine.choice,
            reasons=tuple(
                reason
                for reason in (
                    *_for_goals(mine.one, [goal for goal in week.goals if goals[goal.id] == at]),
                    *_by_itself(week, mine),
                    *_for_areas([area for area, first in sorted(areas.items()) if first == at]),
                )
                if reason.points
            ),
            cautions=cautions(week, mine.one.strategy, mine.one.routine),
        )
        for at, mine in enumerate(placed)
    )


def _serving(goal: Goal, placed: Sequence[Placed]) -> int | None:
    """Which idea serves a goal best; None when none does."""
    worths = [_worth(mine.one, goal) for mine in placed]
    best = max(worths, default=0)
    return worths.index(best) if best else None


def _worth(one: Candidate, goal: Goal) -> int:
    found = link(one.strategy, goal)
    if found is Link.NONE:
        return 0
    return coverage(found, goal) + in_real_routine(found, goal, one.routine)


def _for_goals(one: Candidate, goals: Sequence[Goal]) -> Iterator[Reason]:
    for goal in goals:
        found = link(one.strategy, goal)
        yield Reason(part=Part.COVERAGE, points=coverage(found, goal), why=_how(one.strategy, goal, found))
        known = ROUTINES.get(one.routine.code)
        routine = known.label if known else one.routine.code
        yield Reason(
            part=Part.REAL_ROUTINE,
            points=in_real_routine(found, goal, one.routine),
            why=phrase("real_routine", _THEN_ANYWAY, routine=routine, goal=goal.words),
        )


def _how(strategy: Strategy, goal: Goal, found: Link) -> Phrase:
    if found is Link.TASK:
        return phrase("task", _TASK, goal=goal.words)
    if found is Link.FINDING:
        hard = min(
            (one for one in goal.findings if one.skill in strategy.skills),
            key=lambda one: (one.on, one.skill),
        )
        return phrase("finding", _FINDING, skill=hard.skill, on=hard.on.isoformat(), goal=goal.words)
    if found is Link.SKILL:
        return phrase("skill", _SKILL, skill=min(goal.skills & strategy.skills), goal=goal.words)
    return phrase("area", _AREA, goal=goal.words)


def _by_itself(week: Week, mine: Placed) -> Iterator[Reason]:
    points = dict(own_parts(week, mine.one))
    number, minutes = len(mine.days), mine.one.grade.minutes
    points[Part.OFTEN] = OFTEN[number]
    points[Part.NEW_LOAD] -= new_minutes(week, mine.one) * number
    whys = {
        Part.EVIDENCE: phrase("evidence", _LIGHTS[mine.one.strategy.light]),
        Part.OFTEN: phrase("often", _OFTEN, minutes=minutes, days=number),
        Part.LIKES: _liking(week, mine.one.strategy),
        Part.CHURN: phrase("stays", _STAYS),
        Part.WORKED: phrase("worked", _HELPED if points[Part.WORKED] > 0 else _HELPED_LESS),
        Part.CONFIDENCE: _confidence(week, mine.one),
        Part.NEW_LOAD: phrase("new_load", _NEW, minutes=minutes * number),
    }
    for part, why in whys.items():
        yield Reason(part=part, points=points[part], why=why)


def _liking(week: Week, strategy: Strategy) -> Phrase:
    child = week.instance.child
    liked, disliked = strategy.tags & child.likes, strategy.tags & child.dislikes
    if len(liked) >= len(disliked):
        return phrase("likes", _LIKES, things=", ".join(sorted(liked)))
    return phrase("dislikes", _DISLIKES, things=", ".join(sorted(disliked)))


def _confidence(week: Week, one: Candidate) -> Phrase:
    names = {carer.id: carer.name for carer in week.instance.carers}
    return phrase(
        "confidence",
        _CONFIDENCE,
        carer=names.get(one.carer, ""),
        level=one.confidence if one.confidence else 0,
    )


def _for_areas(areas: Sequence[str]) -> Iterator[Reason]:
    for area in areas:
        yield Reason(part=Part.VARIETY, points=AREA, why=phrase("variety", _VARIETY, area=area))


_TASK = gettext_noop("It practises the real thing: {goal}.")
_FINDING = gettext_noop("It builds {skill}, from what we noticed on {on}, for: {goal}.")
_SKILL = gettext_noop("It builds {skill} for: {goal}.")
_AREA = gettext_noop("It belongs to the same part of life as: {goal}.")
_THEN_ANYWAY = gettext_noop("{routine}: that happens then anyway, and this is where it matters: {goal}.")
_OFTEN = gettext_noop("{minutes} minutes, {days} days a week: little and often.")
_LIKES = gettext_noop("Your child likes {things}.")
_DISLIKES = gettext_noop("Your child does not like {things}.")
_STAYS = gettext_noop("It is part of the week already.")
_HELPED = gettext_noop("It went well before.")
_HELPED_LESS = gettext_noop("It went less well before, or another version may fit better.")
_CONFIDENCE = gettext_noop("{carer} feels {level} out of 10 sure with it.")
_NEW = gettext_noop("It is new: {minutes} minutes a week more.")
_VARIETY = gettext_noop("It brings something of its own: {area}.")
_LIGHTS = {
    Light.GREEN: gettext_noop("The approach is well supported."),
    Light.YELLOW_PLUS: gettext_noop("The approach is promising."),
    Light.YELLOW_MINUS: gettext_noop("The approach has little support."),
    Light.RED: gettext_noop("We don't suggest this."),
    Light.UNRATED: gettext_noop("Try and see together."),
}

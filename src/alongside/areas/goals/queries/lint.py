"""What could be mended in a goal's scale, by the twelve rules. It suggests; only scoring the start asks for it."""

from datetime import date
from uuid import UUID

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.models import GoalVersion
from alongside.areas.goals.queries import history
from alongside.areas.goals.queries.goals import goal_row, goal_rows
from alongside.areas.goals.queries.weighing import weights_in_force
from alongside.areas.goals.queries.wording import STEPS, goal_sentence, words_of, yeses
from alongside.areas.goals.values import GoalState
from alongside.core import scale_lint
from alongside.core.scale_lint import Finding, Rule, WrittenScale, Yes

_AROUND = frozenset(Rule) - scale_lint.WORDING_RULES


def lint(opened: OpenChild, uuid: UUID, *, starts_on: date | None = None) -> tuple[Finding, ...]:
    """Findings about the version in force, else the newest. A family reads those about the five texts alone.

    ``starts_on`` is the day of the start, today unless given. NotFound for another child's goal.
    """
    goal = goal_row(opened, uuid)
    scale = history.in_force(goal) or history.latest(goal)
    return _readable(opened, _written(opened, scale, starts_on))


def lint_newest(opened: OpenChild, uuid: UUID) -> tuple[Finding, ...]:
    """The same about the newest version, agreed or not: what the page of a goal that is talked about shows."""
    goal = goal_row(opened, uuid)
    return _readable(opened, _written(opened, history.latest(goal), None))


def _readable(opened: OpenChild, written: WrittenScale) -> tuple[Finding, ...]:
    found = scale_lint.findings(written)
    return tuple(one for one in found if opened.is_team or one.rule not in _AROUND)


def _written(opened: OpenChild, scale: GoalVersion, starts_on: date | None) -> WrittenScale:
    first, second, third, fourth, fifth = (getattr(scale, step) for step in STEPS)
    open_goals = [row for row in goal_rows(opened) if row.state != GoalState.CLOSED]
    weights = weights_in_force(opened)
    return WrittenScale(
        sentence=goal_sentence(words_of(scale)),
        levels=(first, second, third, fourth, fifth),
        harder=scale.harder if opened.is_team else "",
        where_when=scale.where_when,
        starts_on=starts_on or opened.today,
        review_on=scale.by_when,
        scored_by=scale.scored_by,
        scored_from=scale.scored_from,
        agreed_with=tuple(_yes(opened, scale)),
        weights=tuple(weights.get(str(row.uuid)) for row in open_goals if history.in_force(row))
        if weights
        else (),
        goals=len(open_goals),
    )


def _yes(opened: OpenChild, scale: GoalVersion) -> list[Yes]:
    """Those of the family who agreed."""
    return [
        Yes(name=yes.person.short_name, on=yes.at.astimezone(opened.zone_info).date())
        for yes in yeses(scale)
        if yes.side == "FAMILY"
    ]

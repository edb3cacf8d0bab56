"""Where an idea may go: every hard rule that one idea in one place can break, asked one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from alongside.core import safety
from alongside.core.planning.instance import (
    Attention,
    Ban,
    Grade,
    Home,
    Instance,
    Light,
    Pin,
    Routine,
    Strategy,
)
from alongside.core.planning.links import link
from alongside.core.planning.plan import Refused, Rule
from alongside.core.planning.weights import Link
from alongside.core.words import Phrase, gettext_noop, phrase

_ORDER = {rule: place for place, rule in enumerate(Rule)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One idea at one grade in one routine, led by one carer (or none), and the days on which it fits alone."""

    strategy: Strategy
    grade: Grade
    routine: Routine
    days: tuple[int, ...]
    carer: str
    confidence: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _No:
    rule: Rule
    why: Phrase

    def of(self, strategy: Strategy) -> Refused:
        return Refused(strategy=strategy.id, rule=self.rule, why=self.why)


class Week:
    """An instance in one fixed order, with what is looked up again and again."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.homes: Mapping[str, Home] = {home.id: home for home in instance.homes}
        self.goals = sorted(instance.goals, key=lambda goal: goal.id)
        self.strategies = sorted(instance.strategies, key=lambda strategy: strategy.id)
        self.routines = sorted(instance.routines, key=lambda routine: (routine.home, routine.id))
        self.pins = sorted(set(instance.pins), key=lambda pin: (pin.strategy, pin.home, pin.routine))
        self._judged: dict[tuple[frozenset[str], safety.Where], tuple[safety.Verdict, ...]] = {}
        self.tried = {(one.strategy, one.home): one for one in instance.tried}

    @cached_property
    def _bans(self) -> Mapping[str, list[Ban]]:
        return _by_strategy(self.instance.bans)

    @cached_property
    def _cleared(self) -> frozenset[str]:
        return frozenset(one.strategy for one in self.instance.clearances)

    @cached_property
    def _pinned(self) -> frozenset[str]:
        return frozenset(pin.strategy for pin in self.pins)

    @cached_property
    def _sure(self) -> Mapping[tuple[str, str], int]:
        return {(one.carer, one.strategy): one.level for one in self.instance.confidences}

    @cached_property
    def _general(self) -> Mapping[str, int]:
        return {carer.id: carer.confidence for carer in self.instance.carers}

    def judged(self, strategy: Strategy, routine: Routine) -> tuple[safety.Verdict, ...]:
        """What the safety rules say about an idea in one routine, the strictest first."""
        where = safety.Where(
            place=routine.place,
            routine=routine.code,
            watch=safety.Watch(routine.attention if routine.who else Attention.NONE),
        )
        key = (strategy.safety, where)
        if key not in self._judged:
            child = self.instance.child
            self._judged[key] = safety.judge(strategy.safety, child.facts, child.age_months / 12, where=where)
        return self._judged[key]

    def leader(self, strategy: Strategy, routine: Routine) -> tuple[str, int | None]:
        """The carer of the routine who feels surest about the idea, and how sure; nobody leads where nobody is."""
        sure = [(-self._sure.get((carer, strategy.id), self._general[carer]), carer) for carer in routine.who]
        if not sure:
            return "", None
        level, carer = min(sure)
        return carer, -level

    def banned(self, strategy: Strategy, routine: Routine | None = None) -> bool:
        """True when somebody said no to the idea: everywhere, or in this routine."""
        return any(covers(ban, routine) for ban in self._bans.get(strategy.id, ()))

    def cleared(self, strategy: Strategy) -> bool:
        """True when a named therapist wrote why the idea is safe for this child."""
        return strategy.id in self._cleared

    def pinned(self, strategy: Strategy) -> bool:
        """True when the therapist pinned the idea anywhere."""
        return strategy.id in self._pinned


def covers(decision: Ban | Pin, routine: Routine | None) -> bool:
    """True when a decision reaches the routine; without a routine, when it reaches every one."""
    if routine is None:
        return not decision.home and not decision.routine
    return decision.home in ("", routine.home) and decision.routine in ("", routine.id)


def candidates(week: Week) -> tuple[list[Candidate], list[Refused]]:
    """Every place of every idea that keeps the hard rules alone, and the ideas that have none, in a fixed order."""
    found: list[Candidate] = []
    refused: list[Refused] = []
    for strategy in week.strategies:
        no = _never(week, strategy)
        places = [] if no else list(_places(week, strategy))
        found += [one for one in places if isinstance(one, Candidate)]
        if not any(isinstance(one, Candidate) for one in places):
            nearest = no or max((one for one in places if isinstance(one, _No)), key=_far, default=_NOWHERE)
            refused.append(nearest.of(strategy))
    return found, refused


def _far(no: _No) -> int:
    return _ORDER[no.rule]


def _never(week: Week, strategy: Strategy) -> _No | None:
    """The rule that keeps an idea out of every place."""
    if week.banned(strategy):
        return _BANNED
    unsafe = _unsafe(week, strategy)
    if unsafe:
        return unsafe
    if strategy.light is Light.RED:
        return _RED
    if not strategy.age_from <= week.instance.child.age_months // 12 <= strategy.age_to:
        return _No(rule=Rule.AGE, why=phrase("age", _AGE, low=strategy.age_from, high=strategy.age_to))
    if not week.pinned(strategy) and not any(link(strategy, goal) > Link.NONE for goal in week.goals):
        return _NO_GOAL
    return None


def _unsafe(week: Week, strategy: Strategy) -> _No | None:
    child = week.instance.child
    verdicts = safety.judge(strategy.safety, child.facts, child.age_months / 12)
    ruling = safety.strictest(verdicts)
    if ruling < safety.Ruling.NEVER_UNLESS:
        return None
    if ruling is safety.Ruling.NEVER_UNLESS and week.cleared(strategy):
        return None
    return _unsafe_for(verdicts[0])


def _unsafe_here(week: Week, strategy: Strategy, routine: Routine) -> _No | None:
    """The safety rule that keeps an idea out of one routine. A clearance speaks of the child, not of a place."""
    for verdict in week.judged(strategy, routine):
        if any("@" in key for key in verdict.keys):
            return _unsafe_for(verdict)
    return None


def _unsafe_for(verdict: safety.Verdict) -> _No:
    values = {"because": verdict.because_label or verdict.code, "sentence": verdict.family}
    return _No(rule=Rule.SAFETY, why=phrase("safety", _UNSAFE, **values))


def cautions(week: Week, strategy: Strategy, routine: Routine) -> tuple[Phrase, ...]:
    """The sentences that go with an idea that is allowed here with care."""
    return tuple(
        phrase(f"safety.{one.code}", one.family)
        for one in week.judged(strategy, routine)
        if one.ruling > safety.Ruling.ALLOWED
    )


def _places(week: Week, strategy: Strategy) -> Iterator[Candidate | _No]:
    for routine in week.routines:
        no = _not_here(week, strategy, routine)
        if no:
            yield no
            continue
        carer, confidence = week.leader(strategy, routine)
        for grade in sorted(strategy.grades, key=lambda grade: grade.step):
            days = _days(week, routine, grade)
            if isinstance(days, _No):
                yield days
            else:
                yield Candidate(
                    strategy=strategy,
                    grade=grade,
                    routine=routine,
                    days=days,
                    carer=carer,
                    confidence=confidence,
                )


def _not_here(week: Week, strategy: Strategy, routine: Routine) -> _No | None:
    """The rule that keeps an idea out of one routine, whatever its grade."""
    if strategy.routines and routine.code not in strategy.routines:
        return _OTHER_ROUTINE
    if strategy.homes and routine.home not in strategy.homes:
        return _OTHER_HOME
    if week.banned(strategy, routine):
        return _BANNED
    if routine.place not in strategy.settings:
        return _SETTING
    unsafe = _unsafe_here(week, strategy, routine)
    if unsafe:
        return unsafe
    missing = strategy.materials - week.homes[routine.home].materials
    if missing:
        return _No(rule=Rule.MATERIALS, why=phrase("materials", _MISSING, things=", ".join(sorted(missing))))
    return None


def _days(week: Week, routine: Routine, grade: Grade) -> tuple[int, ...] | _No:
    """The days on which a grade fits a routine alone, or what keeps it from every day."""
    here = routine.attention if routine.who else Attention.NONE
    if grade.attention > here:
        return _NO_ADULT
    home = week.homes[routine.home]
    days = sorted(routine.days - routine.paused - home.paused)
    if not days:
        return _PAUSED
    timely = [day for day in days if grade.minutes <= min(routine.minutes, home.minutes[day])]
    if not timely:
        return _No(rule=Rule.MINUTES, why=phrase("minutes", _NO_TIME, minutes=grade.minutes))
    fitting = [day for day in timely if grade.energy <= min(routine.energy, home.energy[day])]
    return tuple(fitting) or _NO_ENERGY


def _by_strategy(bans: tuple[Ban, ...]) -> dict[str, list[Ban]]:
    found: dict[str, list[Ban]] = {}
    for ban in bans:
        found.setdefault(ban.strategy, []).append(ban)
    return found


def _no(rule: Rule, sentence: str) -> _No:
    return _No(rule=rule, why=phrase(rule.value, sentence))


_UNSAFE = gettext_noop("Not this one: {because}. {sentence}")
_AGE = gettext_noop("It is for ages {low} to {high}.")
_MISSING = gettext_noop("Not in the house: {things}.")
_NO_TIME = gettext_noop("It takes {minutes} minutes, and no day has them there.")
_BANNED = _no(Rule.BANNED, gettext_noop("Somebody said no to this one."))
_RED = _no(Rule.EVIDENCE, gettext_noop("We don't suggest this."))
_NO_GOAL = _no(Rule.NO_GOAL, gettext_noop("It serves none of the goals."))
_OTHER_HOME = _no(Rule.OTHER_HOME, gettext_noop("It belongs to the other home."))
_OTHER_ROUTINE = _no(Rule.ROUTINE, gettext_noop("The week has no routine for it."))
_NOWHERE = _OTHER_ROUTINE
_SETTING = _no(Rule.SETTING, gettext_noop("Its routine happens in another place."))
_NO_ADULT = _no(Rule.ATTENTION, gettext_noop("No grown-up is free enough then."))
_PAUSED = _no(Rule.PAUSED, gettext_noop("Its days are paused."))
_NO_ENERGY = _no(Rule.ENERGY, gettext_noop("It asks for more energy than there is then."))

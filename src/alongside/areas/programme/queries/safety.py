"""The safety rules beside one child, as they stand at the moment of asking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.library import queries as library
from alongside.areas.library.values import StrategyCard
from alongside.areas.programme.models import Placement
from alongside.areas.programme.values import UNCHECKED, IdeaForChild, PlacementState, SafetyWarning
from alongside.areas.story import queries as story
from alongside.core import safety
from alongside.core.capabilities import Capability
from alongside.core.safety import Ruling, Verdict, Watch, Where

_PAST_EVERY_AGE_RULE = 99.0
# The columns of a placement that the rules ask for.
RULED = ("routine", "home", "safety", "strategy__safety", "given", "override_codes", "override_facts")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildFacts:
    """What the rules judge by, and how much of it the reader may know.

    ``watches``: home, routine and how close a grown-up is there, where the family told it.
    """

    facts: frozenset[str]
    age_years: float
    is_team: bool
    sees_facts: bool
    watches: tuple[tuple[int | None, str, Watch], ...] = ()


def facts_of(opened: OpenChild, *, watched: bool = True) -> ChildFacts:
    """What is known of the child in one statement, and with a second one who is near when.

    Today goes without the second: what is on it was judged when it came there and whenever something changed.
    """
    years, months = circle.age_on(opened.born_on, opened.today)
    told = story.watches(opened) if watched else ()
    return ChildFacts(
        facts=circle.known_facts(opened),
        age_years=years + months / 12,
        is_team=opened.is_team,
        sees_facts=opened.allows(Capability.READ_SAFETY),
        watches=tuple((home, routine, Watch[attention.name]) for home, routine, attention in told),
    )


def judge(child: ChildFacts, codes: Iterable[str], where: Where | None = None) -> tuple[Verdict, ...]:
    """What the rules say about an idea's codes, warnings and stricter only, the strictest first."""
    verdicts = safety.judge(codes, child.facts, child.age_years, where=where)
    return tuple(verdict for verdict in verdicts if verdict.ruling > Ruling.ALLOWED)


def in_routine(child: ChildFacts, routine: str, home: int | None = None) -> Where:
    """Where an idea in this routine would happen, and who is near: what counts is the least that was told."""
    homes = {home, None}
    told = [watch for at, code, watch in child.watches if code == routine and (home is None or at in homes)]
    return Where(routine=routine, place=safety.place_of(routine), watch=min(told, default=None))


def warnings(
    child: ChildFacts,
    codes: Iterable[str],
    overridden: Iterable[str],
    facts_then: Iterable[str],
    where: Where | None = None,
) -> tuple[SafetyWarning, ...]:
    """The warnings on a placement. ``overridden`` keys stay settled until a fact that came later touches them."""
    settled = frozenset(overridden)
    new_facts = child.facts - frozenset(facts_then)
    return tuple(
        _warning(child, verdict, is_settled=_is_settled(verdict, settled, new_facts))
        for verdict in judge(child, codes, where)
    )


def warnings_on(child: ChildFacts, row: Mapping[str, Any]) -> tuple[SafetyWarning, ...]:
    """The warnings on a placement's row, as this reader may know them.

    Once a therapist wrote why, a family reads those words, which say what to use instead.
    """
    where = in_routine(child, row["routine"], row.get("home"))
    found = warnings(child, codes_of(row), row["override_codes"], row["override_facts"], where)
    if not child.is_team:
        found = tuple(_for_family(child, row, one) for one in found)
    return (*found, *_unchecked(child, row))


def codes_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The safety codes of a placement's row: its own, those its strategy carries today, and those it was given with.

    What the library learns later counts, and what it forgets still counts for a family that has the older words.
    """
    given = (row.get("given") or {}).get("safety") or ()
    notes = (*(row["strategy__safety"] or ()), *given)
    return (*row["safety"], *(note["code"] if isinstance(note, dict) else note for note in notes))


def held(child: ChildFacts, row: Mapping[str, Any]) -> tuple[SafetyWarning, ...]:
    """The warnings that hold a placement's row (its RULED columns) back now, the strictest first."""
    where = in_routine(child, row["routine"], row["home"])
    found = warnings(child, codes_of(row), row["override_codes"], row["override_facts"], where)
    return tuple(one for one in found if not one.settled)


def ideas_for(opened: OpenChild, **filters: Any) -> tuple[IdeaForChild, ...]:
    """The library for one child (``filters`` as in library.strategies), judged in the routine asked for or its own.

    What is excluded is not offered at all.
    """
    opened.check(Capability.PROPOSE_PROGRAMME)
    child = facts_of(opened)
    rows = Placement.objects.filter(child=opened.pk).exclude(state=PlacementState.ENDED)
    placed = frozenset(rows.values_list("strategy__code", flat=True))
    cards = library.strategies(opened.clinic, **filters)
    asked = filters.get("routine") or ""
    ideas = (_idea(child, card, asked, is_placed=card.code in placed) for card in cards)
    return tuple(idea for idea in ideas if idea.ruling < Ruling.EXCLUDED)


def _unchecked(child: ChildFacts, row: Mapping[str, Any]) -> tuple[SafetyWarning, ...]:
    """No rule judges an idea in free words without codes, so every fact that nobody set beside it is named."""
    facts = sorted(child.facts - frozenset(row["override_facts"]))
    if row["strategy"] or row["safety"] or not facts:
        return ()
    labels = ", ".join(gettext(safety.fact_label(fact)) for fact in facts)
    words = gettext("This idea was not checked against: %(facts)s.") % {"facts": labels}
    hidden = gettext("Your therapist has not checked this one yet.")
    sentence = words if child.sees_facts else hidden
    return (SafetyWarning(code=UNCHECKED, ruling=Ruling.WARN, sentence=sentence, because="", settled=True),)


def _for_family(child: ChildFacts, row: Mapping[str, Any], warning: SafetyWarning) -> SafetyWarning:
    if warning.ruling is not Ruling.NEVER_UNLESS or not warning.settled:
        return warning
    looked = gettext("%(name)s looked at this one.") % {"name": row["override_by__short_name"]}
    instead = row["override_words"] if child.sees_facts else gettext("Ask what to use instead.")
    return replace(warning, sentence=f"{looked} {instead}")


def _idea(child: ChildFacts, card: StrategyCard, routine: str, *, is_placed: bool) -> IdeaForChild:
    verdicts = judge(child, card.safety_codes, in_routine(child, routine or card.routine))
    return IdeaForChild(
        card=card,
        ruling=safety.strictest(verdicts),
        reasons=tuple(verdict.therapist for verdict in verdicts),
        is_placed=is_placed,
    )


def _is_settled(verdict: Verdict, overridden: frozenset[str], new_facts: frozenset[str]) -> bool:
    if verdict.ruling is not Ruling.NEVER_UNLESS:
        return verdict.ruling < Ruling.NEVER_UNLESS
    if not verdict.keys <= overridden:
        return False
    by_new_facts = safety.judge([verdict.code], new_facts, _PAST_EVERY_AGE_RULE)
    return not any(again.because in new_facts and again.ruling >= verdict.ruling for again in by_new_facts)


def _warning(child: ChildFacts, verdict: Verdict, *, is_settled: bool) -> SafetyWarning:
    return SafetyWarning(
        code=verdict.code,
        ruling=verdict.ruling,
        sentence=verdict.therapist if child.is_team else verdict.family,
        because=verdict.because_label if child.sees_facts else "",
        settled=is_settled,
        keys=verdict.keys,
    )

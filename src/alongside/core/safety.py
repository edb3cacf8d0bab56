"""Safety: a strategy's codes beside the child, the place and the grown-up near, judged by a table. Deny by default."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from alongside.core.child_facts import FACTS, FOOD, FactKind, fact_label, is_fact
from alongside.core.safety_rules import PLACES, RULES, Rule, Ruling, Text, Watch, Where
from alongside.core.words import gettext_noop

__all__ = [
    "CODES",
    "FACTS",
    "PHOTO_FREE_ROUTINES",
    "PLACES",
    "FactKind",
    "Ruling",
    "Verdict",
    "Watch",
    "Where",
    "fact_label",
    "is_fact",
    "judge",
    "photos_allowed",
    "place_of",
    "strictest",
]

CODES = frozenset(RULES)
PHOTO_FREE_ROUTINES = frozenset({"bath", "toileting"})
_PHOTO_FREE_CODES = frozenset({"privacy", "photo_bathing", "photo_toileting"})
_YOUNGEST = 0.0

_UNKNOWN_CODE = Text(
    therapist=gettext_noop("This safety code has no rule yet. Write why the idea is safe for this child."),
    family=gettext_noop("Your therapist looks at this one first."),
)
_UNKNOWN_FACT = Text(
    therapist=gettext_noop(
        "There is a safety fact without a rule. Write why the idea is safe for this child."
    ),
    family=gettext_noop("Your therapist looks at this one first."),
)


_PLACES = {"school": "school", "school_run": "community", "outings": "community", "play.outdoor": "park"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the rules are held against."""

    facts: frozenset[str]
    age: float
    where: Where | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The ruling on one safety code: ``because`` of which fact or age, in words for therapist and family.

    ``because`` is "" when the code alone decides; else the fact's code, "under 3", or what of the place it is. ``keys``
    are what a written reason has to settle: the code for what is about the child, the code with the place for what is
    about this place alone. They are empty below NEVER_UNLESS.
    """

    code: str
    ruling: Ruling
    because: str
    therapist: str
    family: str
    keys: frozenset[str] = frozenset()

    @property
    def because_label(self) -> str:
        """The fact as people read it (English source text); "" when there is none."""
        return fact_label(self.because)


def judge(
    strategy_codes: Iterable[str],
    facts: Iterable[str],
    age_years: float | None,
    *,
    where: Where | None = None,
) -> tuple[Verdict, ...]:
    """One verdict for each of the strategy's safety codes, the strictest first, then by code.

    An unknown age counts as the youngest. A code without a rule, or a fact we do not know, is never allowed unless
    a named therapist writes why. What is excluded cannot be overridden by anyone. Without ``where`` the question is
    about the child alone, as in a search; with it, about this place and who is near.
    """
    known = frozenset(facts)
    age = _YOUNGEST if age_years is None else age_years
    asked = _Asked(facts=known, age=age, where=where)
    verdicts = [_verdict(code, asked) for code in frozenset(strategy_codes)]
    verdicts += _unknown_facts(known)
    return tuple(sorted(verdicts, key=lambda verdict: (-verdict.ruling, verdict.code)))


def place_of(routine: str) -> str:
    """Where a routine of the day usually happens: one of PLACES."""
    return _PLACES.get(routine) or _PLACES.get(routine.partition(".")[0], "home")


def strictest(verdicts: Iterable[Verdict]) -> Ruling:
    """The ruling on the whole idea; ALLOWED when there is nothing to rule on."""
    return max((verdict.ruling for verdict in verdicts), default=Ruling.ALLOWED)


def photos_allowed(strategy_codes: Iterable[str], routine: str) -> bool:
    """False for bathing and toileting, and wherever the privacy code stands. Nobody can override this."""
    return routine not in PHOTO_FREE_ROUTINES and not _PHOTO_FREE_CODES & frozenset(strategy_codes)


def _verdict(code: str, asked: _Asked) -> Verdict:
    if code not in RULES:
        return _written(code, Ruling.NEVER_UNLESS, "", _UNKNOWN_CODE, {code})
    rules = RULES[code]
    hits = [(rule, because) for rule in rules.rules for because in _reasons(rule, asked)]
    stricter = [(rule, because) for rule, because in hits if rule.ruling >= rules.base]
    if not stricter:
        return _written(code, rules.base, "", rules.text, {code})
    rule, because = max(stricter, key=lambda hit: hit[0].ruling)
    keys = {_key(code, one, asked) for one, _ in stricter if one.ruling is Ruling.NEVER_UNLESS}
    return _written(code, rule.ruling, because, rule.text, keys)


def _reasons(rule: Rule, asked: _Asked) -> Iterator[str]:
    if not rule.holds_at(asked.where):
        return
    if not rule.asks_who:
        yield rule.because_here
    facts = asked.facts
    yield from sorted(
        fact for fact in facts if fact in rule.facts or (rule.any_food and fact.startswith(FOOD))
    )
    if asked.age < rule.under_age:
        yield f"under {rule.under_age}"


def _key(code: str, rule: Rule, asked: _Asked) -> str:
    """What settles a rule: a reason about the child holds everywhere, one about a place only there."""
    return f"{code}@{asked.where.key}" if rule.asks_where and asked.where else code


def _unknown_facts(facts: frozenset[str]) -> list[Verdict]:
    unknown = sorted(fact for fact in facts if not is_fact(fact))
    codes = [(f"fact:{fact}", fact) for fact in unknown]
    return [_written(code, Ruling.NEVER_UNLESS, fact, _UNKNOWN_FACT, {code}) for code, fact in codes]


def _written(code: str, ruling: Ruling, because: str, text: Text, keys: Iterable[str]) -> Verdict:
    held = frozenset(keys) if ruling is Ruling.NEVER_UNLESS else frozenset()
    return Verdict(
        code=code, ruling=ruling, because=because, therapist=text.therapist, family=text.family, keys=held
    )

"""Safety: a strategy's codes beside what we know of the child, judged by a table. Deny by default."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from alongside.core.child_facts import FACTS, FOOD, FactKind, fact_label, is_fact
from alongside.core.safety_rules import RULES, Rule, Ruling, Text
from alongside.core.words import gettext_noop

__all__ = [
    "CODES",
    "FACTS",
    "PHOTO_FREE_ROUTINES",
    "FactKind",
    "Ruling",
    "Verdict",
    "fact_label",
    "is_fact",
    "judge",
    "photos_allowed",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The ruling on one safety code: ``because`` of which fact or age, in words for therapist and family.

    ``because`` is "" when the code alone decides; else the fact's code or "under 3".
    """

    code: str
    ruling: Ruling
    because: str
    therapist: str
    family: str

    @property
    def because_label(self) -> str:
        """The fact as people read it (English source text); "" when there is none."""
        return fact_label(self.because)


def judge(
    strategy_codes: Iterable[str], facts: Iterable[str], age_years: float | None
) -> tuple[Verdict, ...]:
    """One verdict for each of the strategy's safety codes, the strictest first, then by code.

    An unknown age counts as the youngest. A code without a rule, or a fact we do not know, is never allowed unless
    a named therapist writes why. What is excluded cannot be overridden by anyone.
    """
    known = frozenset(facts)
    age = _YOUNGEST if age_years is None else age_years
    verdicts = [_verdict(code, known, age) for code in frozenset(strategy_codes)]
    verdicts += _unknown_facts(known)
    return tuple(sorted(verdicts, key=lambda verdict: (-verdict.ruling, verdict.code)))


def strictest(verdicts: Iterable[Verdict]) -> Ruling:
    """The ruling on the whole idea; ALLOWED when there is nothing to rule on."""
    return max((verdict.ruling for verdict in verdicts), default=Ruling.ALLOWED)


def photos_allowed(strategy_codes: Iterable[str], routine: str) -> bool:
    """False for bathing and toileting, and wherever the privacy code stands. Nobody can override this."""
    return routine not in PHOTO_FREE_ROUTINES and not _PHOTO_FREE_CODES & frozenset(strategy_codes)


def _verdict(code: str, facts: frozenset[str], age: float) -> Verdict:
    if code not in RULES:
        return _written(code, Ruling.NEVER_UNLESS, "", _UNKNOWN_CODE)
    rules = RULES[code]
    hits = [(rule, because) for rule in rules.rules for because in _reasons(rule, facts, age)]
    stricter = [(rule, because) for rule, because in hits if rule.ruling >= rules.base]
    if not stricter:
        return _written(code, rules.base, "", rules.text)
    rule, because = max(stricter, key=lambda hit: hit[0].ruling)
    return _written(code, rule.ruling, because, rule.text)


def _reasons(rule: Rule, facts: frozenset[str], age: float) -> Iterator[str]:
    yield from sorted(
        fact for fact in facts if fact in rule.facts or (rule.any_food and fact.startswith(FOOD))
    )
    if age < rule.under_age:
        yield f"under {rule.under_age}"


def _unknown_facts(facts: frozenset[str]) -> list[Verdict]:
    unknown = sorted(fact for fact in facts if not is_fact(fact))
    return [_written(f"fact:{fact}", Ruling.NEVER_UNLESS, fact, _UNKNOWN_FACT) for fact in unknown]


def _written(code: str, ruling: Ruling, because: str, text: Text) -> Verdict:
    return Verdict(code=code, ruling=ruling, because=because, therapist=text.therapist, family=text.family)

"""Age, risk and closeness: what an idea's safety notes ask of its ages and of the grown-up beside it."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from alongside.core import child_facts
from alongside.core.safety_rules import RULES, Rule, Ruling, Watch
from alongside.core.strategy_lint.shape import Row
from alongside.core.strategy_lint.vocabulary import LEVELS, WHEN

# Things and places that never go without a safety note.
_ASKS_FOR = MappingProxyType(
    {
        "scissors": "sharp",
        "table knife": "sharp",
        "peeler": "sharp",
        "balloon": "balloon",
        "bubble wrap": "suffocation",
        "plastic bag": "suffocation",
        "rope": "ligature",
        "beads and string": "choking_small_parts",
        "coins": "choking_small_parts",
        "straw": "choking_food",
        "bread": "gluten",
        "swing": "vestibular",
    }
)
_GROWN = 19
_CLOSE = tuple(LEVELS)
_ATTENTION = MappingProxyType(
    {"TOUCH": ("full",), "SIGHT": ("full",), "NEARBY": ("full", "nearby"), "NONE": ("nearby", "none")}
)
_AGE = re.compile(r"<(\d{1,2})$")


def uncovered(row: Row) -> Iterator[tuple[str, str]]:
    """Things and places of an idea without the safety note they ask for."""
    codes = {note["code"] for note in row["safety"]}
    asked = [(thing, _ASKS_FOR[thing]) for thing in row["materials"] if thing in _ASKS_FOR]
    asked += [("water", "water")] if "water" in row["position"] else []
    return ((thing, code) for thing, code in asked if code not in codes)


def too_young(row: Row) -> Iterator[tuple[str, int]]:
    """Safety codes whose rules say never below an age, here or in a place of the idea, where it begins earlier."""
    for code, rule in _denials(row):
        here = not rule.places or rule.places.intersection(row["setting"])
        if here and rule.under_age > row["age"]["from"] and not (rule.watch or rule.routines):
            yield code, rule.under_age


def unwatched(row: Row) -> Iterator[str]:
    """Safety codes whose rules say never without a grown-up as near as the idea does not ask for."""
    for code, rule in _denials(row):
        concerned = not (rule.facts or rule.any_food or rule.places or rule.routines)
        age = rule.under_age or _GROWN
        if rule.watch and concerned and row["age"]["from"] < age and not _is_near(row, rule.watch, age):
            yield from () if _is_near_there(row, code) else (code,)


def never(row: Row) -> Iterator[str]:
    """Safety codes that nobody can suggest."""
    codes = (note["code"] for note in row["safety"])
    return (code for code in codes if code in RULES and RULES[code].base is Ruling.EXCLUDED)


def _denials(row: Row) -> Iterator[tuple[str, Rule]]:
    for note in row["safety"]:
        rules = RULES[note["code"]].rules if note["code"] in RULES else ()
        yield from ((note["code"], rule) for rule in rules if rule.ruling >= Ruling.NEVER_UNLESS)


def _is_near(row: Row, watch: Watch, age: int) -> bool:
    """Whether a child under this age has a grown-up as near as this."""
    if watch is Watch.NEARBY:
        return bool(row["attention"] != "none")
    whens = {rule["when"] for rule in row["supervision"]["rules"] if rule["level"] == "TOUCH"}
    ages = [int(found[1]) for found in map(_AGE.match, whens) if found]
    return row["supervision"]["level"] == "TOUCH" or max(ages, default=0) >= age


def _is_near_there(row: Row, code: str) -> bool:
    """Traffic is met near roads alone, and a rule can say so."""
    rules = row["supervision"]["rules"]
    return code == "traffic" and {"when": "near_roads", "level": "TOUCH"} in rules


def is_closer(level: str, than: str) -> bool:
    """Whether a rule's level is closer than the idea's own."""
    return _CLOSE.index(level) < _CLOSE.index(than)


def is_when(text: str) -> bool:
    """Whether a rule's reason is one that a program can read."""
    return text in WHEN or bool(_AGE.match(text)) or child_facts.is_fact(text)


def fits_attention(level: str, attention: str) -> bool:
    """Whether what an idea asks of a grown-up goes with how near they stay."""
    return attention in _ATTENTION[level]

"""The rules of the lint, one function a rule, and the sentences it says."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alongside.core import icf, routines, safety
from alongside.core.strategy_lint import evidence, risk, words
from alongside.core.strategy_lint import vocabulary as known
from alongside.core.strategy_lint.shape import Row, misshapen
from alongside.core.words import Phrase, gettext_noop, phrase

_LISTED: Mapping[str, Collection[str]] = {
    "also": routines.ROUTINES.keys(),
    "also_domains": known.DOMAINS.keys(),
    "people": known.PEOPLE.keys(),
    "position": known.POSITIONS.keys(),
    "setting": known.SETTINGS.keys(),
    "tags": known.TAGS,
}
_ONE_OF: Mapping[str, Collection[str]] = {
    "routine": routines.ROUTINES.keys(),
    "domain": known.DOMAINS.keys(),
    "attention": known.ATTENTION.keys(),
    "leads": known.LEADS.keys(),
}
_NUMBERS = {"minutes": (1, 30), "set_up_minutes": (0, 15), "mess": (0, 3), "noise": (0, 3)}
_HOW_MANY = {
    "steps": (3, 6), "easier": (2, 4), "harder": (2, 4), "skills": (1, 4), "setting": (1, 6), "people": (1, 4),
    "tags": (0, 5), "also": (0, 8), "also_domains": (0, 4), "tasks": (0, 4), "materials": (0, 8),
    "position": (0, 6), "sensory": (0, 4), "safety": (0, 10),
}  # fmt: skip
_OLDEST = 18
_RULES_AT_MOST = 6


class Rule(StrEnum):
    """What the lint looks at."""

    FIELDS = "FIELDS"
    RANGES = "RANGES"
    CODES = "CODES"
    ICF = "ICF"
    MATERIALS = "MATERIALS"
    LENGTH = "LENGTH"
    READING_AGE = "READING_AGE"
    WORDS = "WORDS"
    ONE_KNOB = "ONE_KNOB"
    SAFETY = "SAFETY"
    AGE_AND_RISK = "AGE_AND_RISK"
    CLOSENESS = "CLOSENESS"
    EVIDENCE = "EVIDENCE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What to mend: the rule, the part of the idea, and a sentence to whoever writes it."""

    rule: Rule
    field: str
    phrase: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a row is compared with beside our vocabularies. ``materials``: None lets every name through.

    ``today`` bounds the day on which evidence was checked. Ideas in another language than English are not measured
    for reading age and plain words.
    """

    today: date
    materials: frozenset[str] | None = None
    english: bool = True


def remarks(row: Row, beside: Known) -> tuple[Remark, ...]:
    """What to mend in an idea, rule by rule; nothing when it is in order. Any row is read and nothing is refused."""
    missing = tuple(_remark(Rule.FIELDS, name, _FIELDS) for name in misshapen(row))
    return missing or tuple(remark for rule in _RULES for remark in rule(row, beside))


def _remark(rule: Rule, field: str, sentence: str, **values: str | int) -> Remark:
    return Remark(rule=rule, field=field, phrase=phrase(f"idea.{rule.lower()}", sentence, **values))


_FIELDS = gettext_noop("Fill in this part.")
_FROM_LIST = gettext_noop("Choose from the list.")


def _ranges(row: Row, _beside: Known) -> Iterator[Remark]:
    outside = gettext_noop("Choose a number from {low} to {high}.")
    several = gettext_noop("Write {low} to {high} of these.")
    for name, (low, high) in _NUMBERS.items():
        if not low <= row[name] <= high:
            yield _remark(Rule.RANGES, name, outside, low=low, high=high)
    for name, (low, high) in _HOW_MANY.items():
        if not low <= len(row[name]) <= high:
            yield _remark(Rule.RANGES, name, several, low=low, high=high)
    if len(row["supervision"]["rules"]) > _RULES_AT_MOST:
        yield _remark(Rule.RANGES, "supervision", several, low=0, high=_RULES_AT_MOST)
    if not 0 <= row["age"]["from"] <= row["age"]["to"] <= _OLDEST:
        yield _remark(Rule.RANGES, "age", gettext_noop("Begin with the younger age, up to 18."))
    often = row["frequency"]
    if not 0 <= often["times_min"] <= often["times_max"] <= 7 or often["times_max"] < 1:
        yield _remark(Rule.RANGES, "frequency", gettext_noop("Begin with the smaller number, up to 7."))


def _codes(row: Row, _beside: Known) -> Iterator[Remark]:
    for name, codes in _ONE_OF.items():
        if row[name] not in codes:
            yield _remark(Rule.CODES, name, _FROM_LIST)
    for name, codes in _LISTED.items():
        if not frozenset(codes).issuperset(row[name]) or len(set(row[name])) < len(row[name]):
            yield _remark(Rule.CODES, name, _FROM_LIST)
    if row["frequency"]["per"] not in known.OFTEN:
        yield _remark(Rule.CODES, "frequency", _FROM_LIST)
    if not all(_is_sensory(one) for one in row["sensory"]):
        yield _remark(Rule.CODES, "sensory", _FROM_LIST)
    if row["routine"] in row["also"] or row["domain"] in row["also_domains"]:
        yield _remark(Rule.CODES, "also", gettext_noop("Leave out what is chosen already."))


def _is_sensory(text: str) -> bool:
    channel, _, direction = text.partition(":")
    return channel in known.CHANNELS and direction in known.DIRECTIONS


def _icf(row: Row, _beside: Known) -> Iterator[Remark]:
    listed = icf.plain_words()
    if not all(skill["name"].strip() and skill["icf"] in listed for skill in row["skills"]):
        yield _remark(Rule.ICF, "skills", gettext_noop("Name each skill with a code from the ICF list."))
    if not all(task in listed and task[0] == "d" for task in row["tasks"]):
        yield _remark(Rule.ICF, "tasks", gettext_noop("Choose activities from the ICF list."))


def _materials(row: Row, beside: Known) -> Iterator[Remark]:
    if beside.materials is not None:
        for thing in sorted(set(row["materials"]) - beside.materials):
            sentence = gettext_noop("“{thing}” is not on the list of things. Use its name there.")
            yield _remark(Rule.MATERIALS, "materials", sentence, thing=thing)


def _length(row: Row, _beside: Known) -> Iterator[Remark]:
    for name, sentence, values in words.wrong_lengths(row):
        yield _remark(Rule.LENGTH, name, sentence, **values)


def _reading_age(row: Row, beside: Known) -> Iterator[Remark]:
    age = words.reading_age_of(row) if beside.english else None
    if age is not None and age > words.OLDEST_READER:
        sentence = gettext_noop("These steps ask for a reader of {age}. Use shorter words, up to 9.")
        yield _remark(Rule.READING_AGE, "steps", sentence, age=age)


def _words(row: Row, beside: Known) -> Iterator[Remark]:
    for name, said in words.hard_words(row) if beside.english else ():
        sentence = gettext_noop("Families read this. Say it without “{said}”.")
        yield _remark(Rule.WORDS, name, sentence, said=said)


def _one_knob(row: Row, _beside: Known) -> Iterator[Remark]:
    for name in ("easier", "harder"):
        if not all(way["knob"] in known.KNOBS for way in row[name]):
            yield _remark(Rule.ONE_KNOB, name, gettext_noop("Say which one knob each way turns."))
        if any(words.changes_twice(way["words"]) for way in row[name]):
            yield _remark(Rule.ONE_KNOB, name, gettext_noop("Change one thing in each way, in one sentence."))
    said = [way["words"].casefold() for name in ("easier", "harder") for way in row[name]]
    if len(set(said)) < len(said):
        yield _remark(Rule.ONE_KNOB, "harder", gettext_noop("Say each way once."))


def _safety(row: Row, _beside: Known) -> Iterator[Remark]:
    codes = [note["code"] for note in row["safety"]]
    if not safety.CODES.issuperset(codes) or len(set(codes)) < len(codes):
        yield _remark(Rule.SAFETY, "safety", _FROM_LIST)
    for thing, code in risk.uncovered(row):
        sentence = gettext_noop("“{thing}” asks for the safety note “{note}”.")
        yield _remark(Rule.SAFETY, "safety", sentence, thing=thing, note=code)


def _age_and_risk(row: Row, _beside: Known) -> Iterator[Remark]:
    for code, age in risk.too_young(row):
        sentence = gettext_noop("With “{note}” this idea begins at {age} years.")
        yield _remark(Rule.AGE_AND_RISK, "age", sentence, note=code, age=age)
    for code in risk.never(row):
        yield _remark(Rule.AGE_AND_RISK, "safety", gettext_noop("“{note}” is never suggested."), note=code)
    for code in risk.unwatched(row):
        sentence = gettext_noop("With “{note}” bring the grown-up closer, for the youngest at least.")
        yield _remark(Rule.AGE_AND_RISK, "supervision", sentence, note=code)


def _closeness(row: Row, _beside: Known) -> Iterator[Remark]:
    level, rules = row["supervision"]["level"], row["supervision"]["rules"]
    if not all(one in known.LEVELS for one in (level, *(rule["level"] for rule in rules))):
        yield _remark(Rule.CLOSENESS, "supervision", _FROM_LIST)
    elif not all(risk.is_closer(rule["level"], level) and risk.is_when(rule["when"]) for rule in rules):
        sentence = gettext_noop("A rule names a known reason and brings the grown-up closer.")
        yield _remark(Rule.CLOSENESS, "supervision", sentence)
    elif not risk.fits_attention(level, row["attention"]):
        sentence = gettext_noop("What it asks of a grown-up and how near they stay do not fit.")
        yield _remark(Rule.CLOSENESS, "attention", sentence)


def _evidence(row: Row, beside: Known) -> Iterator[Remark]:
    told = row["evidence"]
    best = evidence.greenest(told["approach"])
    if told["light"] not in known.LIGHTS or told["light"] == "red":
        yield _remark(Rule.EVIDENCE, "evidence", gettext_noop("Choose a light. Red ideas are not suggested."))
    elif evidence.HEIGHT[told["light"]] > evidence.HEIGHT[best.light]:
        sentence = gettext_noop("The source does not support this approach so well. Choose a careful light.")
        yield _remark(Rule.EVIDENCE, "evidence", sentence)
    elif told["light"] != "unrated" and best.source not in told["source"]:
        sentence = gettext_noop("Name the source of the rating: {source}.")
        yield _remark(Rule.EVIDENCE, "evidence", sentence, source=best.source)
    if not all(told[name].strip() for name in ("approach", "indication", "statement", "source")):
        sentence = gettext_noop("Say the approach, for whom and what, what is known, and the source.")
        yield _remark(Rule.EVIDENCE, "evidence", sentence)
    if not _is_past(told["checked_on"], beside.today):
        yield _remark(Rule.EVIDENCE, "evidence", gettext_noop("Say on which day the source was looked at."))


def _is_past(day: str, today: date) -> bool:
    try:
        return date.fromisoformat(day) <= today
    except ValueError:
        return False


_RULES: tuple[Callable[[Row, Known], Iterator[Remark]], ...] = (
    _ranges,
    _codes,
    _icf,
    _materials,
    _length,
    _reading_age,
    _words,
    _one_knob,
    _safety,
    _age_and_risk,
    _closeness,
    _evidence,
)

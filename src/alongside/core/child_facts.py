"""Facts about a child that safety rules ask for, with the words families and therapists read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from alongside.core.words import gettext_noop

FOOD = "food:"
_LONGEST_FOOD = 40


class FactGroup(StrEnum):
    """Where a fact stands on the child's safety page."""

    ALLERGY = "ALLERGY"
    EATING = "EATING"
    HEALTH = "HEALTH"
    BODY = "BODY"
    EVERYDAY = "EVERYDAY"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactKind:
    """One safety fact that can be recorded about a child."""

    code: str
    label: str
    group: FactGroup


_TABLE = (
    ("latex", gettext_noop("Allergic to latex"), FactGroup.ALLERGY),
    ("skin", gettext_noop("Skin allergy or eczema"), FactGroup.ALLERGY),
    ("food:gluten", gettext_noop("No gluten or wheat"), FactGroup.ALLERGY),
    ("food:milk", gettext_noop("Allergic to milk"), FactGroup.ALLERGY),
    ("food:egg", gettext_noop("Allergic to egg"), FactGroup.ALLERGY),
    ("food:nuts", gettext_noop("Allergic to nuts or peanuts"), FactGroup.ALLERGY),
    ("food:sesame", gettext_noop("Allergic to sesame"), FactGroup.ALLERGY),
    ("food:soya", gettext_noop("Allergic to soya"), FactGroup.ALLERGY),
    ("food:fish", gettext_noop("Allergic to fish or shellfish"), FactGroup.ALLERGY),
    ("mouths_objects", gettext_noop("Puts things in the mouth"), FactGroup.EATING),
    ("pica", gettext_noop("Eats things that are not food"), FactGroup.EATING),
    ("dysphagia", gettext_noop("Finds swallowing hard"), FactGroup.EATING),
    ("swallowing_plan", gettext_noop("Has an eating and drinking plan"), FactGroup.EATING),
    ("reflux", gettext_noop("Has reflux"), FactGroup.EATING),
    ("seizures", gettext_noop("Has seizures"), FactGroup.HEALTH),
    ("seizures_uncontrolled", gettext_noop("Has seizures that are not under control"), FactGroup.HEALTH),
    ("seizures_photosensitive", gettext_noop("Flicker can bring on a seizure"), FactGroup.HEALTH),
    ("shunt", gettext_noop("Has a shunt"), FactGroup.HEALTH),
    ("trach", gettext_noop("Has a tracheostomy"), FactGroup.HEALTH),
    ("neck_instability", gettext_noop("Neck may be unstable, or is not checked yet"), FactGroup.BODY),
    ("hypermobility", gettext_noop("Joints bend very far"), FactGroup.BODY),
    ("pain", gettext_noop("Has pain"), FactGroup.BODY),
    ("fragile_bones", gettext_noop("Bones break easily"), FactGroup.BODY),
    ("cannot_remove_weighted", gettext_noop("Needs help to take a weighted thing off"), FactGroup.BODY),
    ("no_adult_in_water", gettext_noop("No grown-up who is sure with water"), FactGroup.EVERYDAY),
    ("runs_off", gettext_noop("May run off"), FactGroup.EVERYDAY),
    ("noise_sensitive", gettext_noop("Loud sounds hurt or frighten"), FactGroup.EVERYDAY),
    ("self_harm", gettext_noop("Has hurt themselves when upset"), FactGroup.EVERYDAY),
)

FACTS: Mapping[str, FactKind] = MappingProxyType(
    {code: FactKind(code=code, label=label, group=group) for code, label, group in _TABLE}
)


# What grandma needs before tea; what a visitor to the kitchen need not read stays off paper.
_NOT_ON_PAPER = frozenset({"self_harm"})


def on_paper(code: str) -> bool:
    """Whether a fact may stand on a sheet that hangs in the kitchen."""
    return code not in _NOT_ON_PAPER


def is_fact(code: str) -> bool:
    """True for a listed fact and for any food named after ``food:`` (up to 40 characters)."""
    return code in FACTS or bool(_food(code))


def fact_label(code: str) -> str:
    """What a fact is called on screen; a food that is not listed is named as it was written; else the code itself."""
    if code in FACTS:
        return FACTS[code].label
    return _food(code) or code


def _food(code: str) -> str:
    food = code.removeprefix(FOOD).strip() if code.startswith(FOOD) else ""
    return food if len(food) <= _LONGEST_FOOD else ""

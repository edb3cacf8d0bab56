"""The safety rules as a table: for every code a strategy can carry, what is said always and what changes it.

A fact about the child, the age, the place and the grown-up who is near can each make a ruling stricter.
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.safety_rules.around import AROUND
from alongside.core.safety_rules.body import BODY
from alongside.core.safety_rules.food_and_skin import FOOD_AND_SKIN
from alongside.core.safety_rules.grammar import PLACES, CodeRules, Rule, Ruling, Text, Watch, Where
from alongside.core.safety_rules.things import THINGS

__all__ = ["PLACES", "RULES", "CodeRules", "Rule", "Ruling", "Text", "Watch", "Where"]

RULES: Mapping[str, CodeRules] = MappingProxyType({**THINGS, **FOOD_AND_SKIN, **BODY, **AROUND})

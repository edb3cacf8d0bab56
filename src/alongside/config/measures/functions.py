"""Every function that a file of cases may name, and the measure of the core behind it."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.config.measures import goals_and_scores, phases
from alongside.config.measures.given import Function

FUNCTIONS: Mapping[str, Function] = MappingProxyType({**goals_and_scores.FUNCTIONS, **phases.FUNCTIONS})

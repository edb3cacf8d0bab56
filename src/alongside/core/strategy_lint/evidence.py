"""How well an approach is supported at best, and by what source. An idea may be more careful, never greener.

The ratings are of approaches, always for somebody and for something (the indication); an idea inherits one only when
its approach and its indication match. Whatever is not in this table is unrated. An approach of which an idea is only
a part, or that it only borrows, is one step more careful than the approach itself.

Sources: Novak & Honan 2019 (a systematic review of 129 articles, with a green list of approaches) and Bodison &
Parham 2018 (a systematic review of sensory techniques); Hoy and others 2011 for handwriting.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

NOVAK = "Novak & Honan 2019, doi 10.1111/1440-1630.12573"
BODISON = "Bodison & Parham 2018, doi 10.5014/ajot.2018.029413"
# The greener, the higher; a light of an idea may be as high as that of its approach, or lower.
HEIGHT: Mapping[str, int] = MappingProxyType(
    {"green": 3, "yellow_plus": 2, "yellow_minus": 1, "unrated": 1, "red": 0}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach:
    """The greenest light that a source gives an approach."""

    light: str
    source: str


_GREEN = (
    "Behavioural approach",
    "Bimanual practice",
    "CO-OP (goal, plan, do, check)",
    "Coaching",
    "Cog-Fun",
    "Constraint-induced movement",
    "Context-focused therapy",
    "Family-centred care",
    "Feeding intervention",
    "Goal-directed practice of the real task",
    "Goal-directed training",
    "Goal-directed training in a home programme",
    "Handwriting, task-specific practice",
    "Home programme",
    "Joint attention",
    "Mental-health intervention",
    "Pain management",
    "Parent education",
    "Picture exchange (PECS)",
    "Pressure care",
    "Social-skills training",
)
_PROMISING = (
    "Behavioural approach in a routine",
    "Behavioural bedtime routine",
    "Behavioural toilet teaching",
    "Changing the task or the place",
    "Cognitive approach in daily life",
    "Cognitive approach, emotion coaching",
    "Memory practice inside the real task",
    "Parent coaching and education",
    "Parent education and behavioural support",
    "Parent education on sleep",
    "Part of a behavioural approach",
    "Part of a feeding programme",
    "Part of parent coaching",
    "Positioning",
    "Practice of the real task",
    "Social-skills practice",
    "Thinking strategies in a daily routine",
)
_CAREFUL = ("Memory games", "Practice in the real place, with small changes")
_SENSORY = (
    "Changing the sensory surroundings",
    "Movement for the balance sense",
    "Sensory strategies",
    "Touch play",
    "Vestibular activities",
)


def _all(names: tuple[str, ...], light: str, source: str) -> dict[str, Approach]:
    return {name: Approach(light=light, source=source) for name in names}


APPROACHES: Mapping[str, Approach] = MappingProxyType(
    {
        **_all(_GREEN, "green", NOVAK),
        **_all(_PROMISING, "yellow_plus", NOVAK),
        **_all(("Sensory adaptation of a dental visit",), "yellow_plus", BODISON),
        **_all(_CAREFUL, "yellow_minus", NOVAK),
        **_all(_SENSORY, "yellow_minus", BODISON),
    }
)


def greenest(approach: str) -> Approach:
    """What the table says of an approach; unrated and without a source for any other."""
    return APPROACHES.get(approach, Approach(light="unrated", source=""))

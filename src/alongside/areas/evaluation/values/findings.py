"""Strengths first, then findings: what the child does, where, and with what help."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from alongside.areas.circle.values import By
from alongside.core.words import gettext_noop

ICF_AT_MOST = 3

# code: (what families read, the name in core/icf/icf_map.json)
AREA_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "dressing": (gettext_noop("Getting dressed"), "Dressing"),
        "mornings": (gettext_noop("Smoother mornings"), "Smoother mornings"),
        "writing": (gettext_noop("Handwriting and pencil"), "Handwriting and pencil"),
        "meals": (gettext_noop("Mealtimes and cutlery"), "Mealtimes and cutlery"),
        "sleep": (gettext_noop("Sleep and bedtime"), "Sleep and bedtime"),
        "attention": (gettext_noop("Attention"), "Attention"),
        "memory": (gettext_noop("Memory"), "Memory"),
        "feelings": (gettext_noop("Big feelings"), "Feelings and meltdowns"),
        "change": (gettext_noop("Change in routine"), "Change in routine"),
        "senses": (gettext_noop("Sensory sensitivities"), "Sensory sensitivities"),
        "play": (gettext_noop("Play"), "Play"),
        "friends": (gettext_noop("Friendships"), "Friendships"),
        "school": (gettext_noop("School routines"), "School routines"),
        "going_out": (gettext_noop("School run and getting out"), "School run and getting out"),
        "washing": (gettext_noop("Bath, teeth, hair"), "Bath, teeth, hair"),
        "toilet": (gettext_noop("Toilet"), "Toilet"),
        "moving": (gettext_noop("Coordination and strength"), "Coordination and strength"),
        "two_hands": (gettext_noop("Two hands together"), "Two hands together"),
        "confidence": (gettext_noop("Confidence and self-worth"), "Confidence and self-worth"),
        "family": (gettext_noop("Family life"), "Family life"),
        "helping": (gettext_noop("Helping at home"), "Helping at home"),
    }
)


class FindingKind(StrEnum):
    """What goes well, and what the family asked about."""

    STRENGTH = "STRENGTH"
    FINDING = "FINDING"


@dataclass(frozen=True, slots=True, kw_only=True)
class IcfCode:
    """An ICF code with its title and our plain words."""

    code: str
    title: str
    plain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A family-facing area, the codes that speak of it, and the first of them."""

    code: str
    label: str
    icf: tuple[IcfCode, ...]

    @property
    def default(self) -> str:
        """The code to start from."""
        return self.icf[0].code


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDraft:
    """What somebody noticed. A finding (not a strength) needs ``where``, ``with_help`` and a ``priority``."""

    kind: FindingKind
    area: str
    does: str
    noticed_on: date
    where: str = ""
    with_help: str = ""
    priority: UUID | None = None
    icf: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSeen:
    """One strength or finding. ``shared_at`` is None while only the team sees it."""

    uuid: UUID
    kind: FindingKind
    area: str
    area_label: str
    does: str
    where: str
    with_help: str
    priority: UUID | None
    priority_words: str
    icf: tuple[str, ...]
    noticed_on: date
    by: By
    written_at: datetime
    shared_at: datetime | None
    amends: bool

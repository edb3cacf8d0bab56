"""The question that nobody can forget: does a safety rule hold this idea back now?"""

from collections.abc import Iterable

from django.utils.translation import gettext

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import queries
from alongside.areas.programme.models import Placement
from alongside.areas.programme.values import PlacementSeen, PlacementState, SafetyWarning
from alongside.core.refusals import Refusal
from alongside.core.safety import Ruling
from alongside.core.words import gettext_noop

# On the phone, or offered to it. What becomes so, or moves while it is so, is judged as it is then.
AT_HOME = frozenset({PlacementState.OFFERED, PlacementState.SHARED})
_JUDGED = frozenset({"state", "routine", "home", "home_id", "days", "safety", "strategy_id", "given"})


class SafetyRefused(Refusal):
    """A safety rule says no. ``warnings`` are the rules that do; ``excluded`` when no reason can change it."""

    def __init__(self, refused: Iterable[SafetyWarning], *, is_team: bool = True) -> None:
        self.warnings = tuple(refused)
        self.excluded = any(warning.ruling is Ruling.EXCLUDED for warning in self.warnings)
        reasons = " ".join(dict.fromkeys(gettext(warning.sentence) for warning in self.warnings))
        super().__init__(f"{reasons} {gettext(self._way_on())}" if is_team else reasons)

    def _way_on(self) -> str:
        if self.excluded:
            return gettext_noop("Nobody can override this. Please choose another idea.")
        return gettext_noop("Write why it is right for this child, or choose another idea.")


class RestsForSafety(Refusal):
    """A safety rule put it to rest, so the therapist brings it back."""

    sentence = gettext_noop("Your therapist brings this one back, after a look at it.")


def unsettled(placed: PlacementSeen) -> tuple[SafetyWarning, ...]:
    """The warnings that hold an idea back."""
    return tuple(warning for warning in placed.warnings if not warning.settled)


def check_settled(opened: OpenChild, placed: Iterable[PlacementSeen]) -> None:
    """Refuse when anything holds one of these ideas back now."""
    held = [warning for one in placed for warning in unsettled(one)]
    if held:
        raise SafetyRefused(held, is_team=opened.is_team)


def check_at_home(opened: OpenChild, row: Placement, changed: Iterable[str]) -> None:
    """Refuse a change that brings home, or moves about there, what a rule holds back."""
    if row.state in AT_HOME and not _JUDGED.isdisjoint(changed):
        check_settled(opened, [queries.placement(opened, row.uuid)])


def check_may_settle(opened: OpenChild) -> None:
    """Refuse a carer who brings back what a safety rule put to rest."""
    if not opened.is_team:
        raise RestsForSafety

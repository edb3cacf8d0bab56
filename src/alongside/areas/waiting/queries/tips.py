"""Ideas that are good for every family that waits, as the clinic chose them."""

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.library import queries as library
from alongside.areas.library.values import StrategyCard, StrategySeen
from alongside.areas.waiting.models import GeneralTip
from alongside.core.capabilities import Capability


def tips_to_choose(clinic: int) -> tuple[StrategyCard, ...]:
    """The ideas of a clinic that need no care which depends on the child, by name."""
    return tuple(card for card in library.strategies(clinic) if not card.safety)


def tips(clinic: int) -> tuple[StrategySeen, ...]:
    """What the clinic chose, in full and by name; without ideas that were retired or need special care by now."""
    chosen = GeneralTip.objects.filter(clinic=clinic).values_list("strategy", flat=True)
    found = (library.strategy(clinic, one) for one in chosen)
    return tuple(sorted((one for one in found if is_general(one)), key=lambda one: one.name))


def tips_for(opened: OpenChild) -> tuple[StrategySeen, ...]:
    """Those of them that are meant for a child of this age."""
    opened.check(Capability.READ_VISITS)
    years = circle.age_on(opened.born_on, opened.today)[0]
    return tuple(one for one in tips(opened.clinic) if one.age_from <= years <= one.age_to)


def is_general(idea: StrategySeen) -> bool:
    """Whether an idea is in use and the same for every child."""
    return idea.retired_at is None and not idea.safety

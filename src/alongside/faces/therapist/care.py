"""What to take care of with a child, as it stands under the name."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import FactState, OpenChild
from alongside.core.capabilities import Capability
from alongside.core.child_facts import fact_label


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLine:
    """One fact with the words that belong to it. ``is_told`` when nobody of the team confirmed it yet."""

    label: str
    words: str
    is_told: bool


def care(opened: OpenChild) -> tuple[CareLine, ...]:
    """The safety facts in one statement; none for somebody who may not read them."""
    if not opened.allows(Capability.READ_SAFETY):
        return ()
    return tuple(
        CareLine(label=_(fact_label(one.code)), words=one.words, is_told=one.state is FactState.PROPOSED)
        for one in circle.safety_facts(opened)
    )

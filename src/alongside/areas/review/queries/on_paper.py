"""What every sheet asks before it prints an idea: does a rule hold it back, what to take care of, who looked at it."""

from django.utils.formats import date_format
from django.utils.translation import gettext

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import PlacementSeen
from alongside.core import child_facts
from alongside.core.capabilities import Capability
from alongside.core.safety import Ruling


def printable(opened: OpenChild) -> tuple[PlacementSeen, ...]:
    """What is live and what no safety rule holds back, judged by the place and by who is near."""
    return tuple(one for one in programme.programme_of(opened).live if not one.is_held)


def cautions(placed: PlacementSeen) -> tuple[str, ...]:
    """What the rules say about an idea, each sentence once; what a therapist's words answer stands with those."""
    told = (one for one in placed.warnings if not (placed.override and one.ruling is Ruling.NEVER_UNLESS))
    return tuple(dict.fromkeys(one.sentence for one in told))


def override_words(placed: PlacementSeen) -> str:
    """Who looked at it in spite of a rule, when, and why; "" for nobody and for a reader without the safety facts."""
    looked = placed.override
    if looked is None:
        return ""
    said = gettext("{name} looked at this on {day}: {words}")
    return said.format(name=looked.by.name, day=date_format(looked.at, "j F Y"), words=looked.words)


def care(opened: OpenChild) -> tuple[str, ...]:
    """The codes of the safety facts that may stand on paper; none for a reader who does not see them."""
    if not opened.allows(Capability.READ_SAFETY):
        return ()
    codes = dict.fromkeys(fact.code for fact in circle.safety_facts(opened))
    return tuple(code for code in codes if child_facts.on_paper(code))

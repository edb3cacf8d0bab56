"""While we wait: where the family stands, how long it may take, when it hears from us, and what is useful now."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.library.values import StrategySeen
from alongside.areas.waiting import queries as waiting
from alongside.areas.waiting.values import PlaceSeen, RulesSeen
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.core.waiting import Range
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.waiting_words import range_words
from alongside.faces.parent.frame import FamilyPage, frame, open_for


@dataclass(frozen=True, slots=True, kw_only=True)
class WhileWeWaitPage(FamilyPage):
    """Everything about the wait. ``offer`` is the open one; ``expected`` is empty where too little is known."""

    since: str
    offer: UUID | None
    expected: tuple[str, ...]
    is_long: bool
    hears_by: str
    write_to: str
    tips: tuple[str, ...]
    ideas: tuple[StrategySeen, ...]
    short_notice: bool
    can_tell_story: bool
    can_say_when: bool
    can_talk: bool


def while_we_wait(request: Request, child: UUID) -> HttpResponse:
    """The page of a family that waits; for any other there is nothing here."""
    opened = open_for(request, child, Capability.READ_VISITS, "while_we_wait")
    place = waiting.place(opened)
    if place is None:
        raise NotFound
    return page(request, "parent/while_we_wait.html", _page(opened, place))


def _page(opened: OpenChild, place: PlaceSeen) -> WhileWeWaitPage:
    rules = waiting.rules(opened.clinic)
    offer = waiting.open_offer(opened)
    found = waiting.expected(opened.clinic, place.urgency, opened.today)
    return WhileWeWaitPage(
        **frame(opened, "family"),
        since=date_format(place.since_on, "j F"),
        offer=offer.uuid if offer else None,
        expected=range_words(found) if found else (),
        is_long=_is_long(opened, place, found),
        hears_by=_hears_by(opened, place),
        write_to=_write_to(opened, rules),
        tips=tuple(line.strip() for line in rules.tips.splitlines() if line.strip()),
        ideas=waiting.tips_for(opened),
        short_notice=place.short_notice,
        can_tell_story=opened.allows(Capability.READ_STORY),
        can_say_when=opened.allows(Capability.ASK_TO_CHANGE_VISIT),
        can_talk=opened.allows(Capability.READ_TALK),
    )


def _is_long(opened: OpenChild, place: PlaceSeen, found: Range | None) -> bool:
    """Whether they have waited longer than most did."""
    return found is not None and found.high is not None and place.days(opened.today) > found.high


def _hears_by(opened: OpenChild, place: PlaceSeen) -> str:
    """The day of the next word; a day that has passed is not held against anybody."""
    if place.contact_on < opened.today:
        return ""
    return date_format(place.contact_on, "l j F")


def _write_to(opened: OpenChild, rules: RulesSeen) -> str:
    return rules.write_to or _("the front desk of %(clinic)s") % {"clinic": opened.clinic_name}

"""Keeping the places where a clinic works, and how long it takes between them."""

from datetime import datetime
from uuid import UUID

from django.db.models import ProtectedError, Q

from alongside.areas.diary.actions.rights import check_runs
from alongside.areas.diary.models import Site, Travel, WorkingTime
from alongside.areas.diary.queries import sites as sites_of
from alongside.areas.diary.values import SiteSeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

LONGEST_WAY = 480
_SAME_NAME = gettext_noop("There is a place with this name. Choose another name.")
_MOST_VISITS = gettext_noop("Most visits are here. Choose another place for that first.")
_WORKED_AT = gettext_noop("A working week names this place. Change that week first.")


class PlaceNeeded(Refusal):
    """Something is at this place, so it cannot be taken away."""

    sentence = gettext_noop("Visits or rooms are at this place, so it stays. You can change its name.")


@action
def keep_site(
    *,
    actor: Actor,
    clinic: int,
    site: UUID,
    name: str,
    address: str = "",
    is_base: bool = False,
    at: datetime,
) -> tuple[SiteSeen, ...]:
    """Keep a place, new or known by its uuid; the first one is the base. The owner and the front desk may.

    A new base takes over from the one before. Answers all places. InvalidInput for a name that another place has.
    """
    check_runs(actor, clinic)
    kept = bounds.words(name, bounds.TITLE, "name", required=True)
    where = bounds.words(address, bounds.SENTENCE, "address")
    if Site.objects.filter(clinic=clinic, name=kept).exclude(uuid=site).exists():
        raise InvalidInput(_SAME_NAME, field="name")
    others = Site.objects.filter(clinic=clinic, is_base=True).exclude(uuid=site)
    is_first = is_base or not others.exists()
    if is_first:
        others.update(is_base=False)
    said = {"name": kept, "address": where, "is_base": is_first}
    row, _ = Site.objects.get_or_create(uuid=site, defaults={"clinic_id": clinic, **said})
    if row.clinic_id != clinic:
        raise NotFound
    Site.objects.filter(pk=row.pk).update(**said)
    trail.record_doing(actor, "diary.keep_site", clinic, at)
    return sites_of(clinic)


@action
def remove_site(*, actor: Actor, clinic: int, site: UUID, at: datetime) -> None:
    """Take a place away that nothing is at, with the ways to it; again changes nothing.

    The owner and the front desk may. PlaceNeeded for a place of visits, rooms or working weeks, and for the base
    while there are others.
    """
    check_runs(actor, clinic)
    row = Site.objects.filter(clinic=clinic, uuid=site).first()
    if row is None:
        return
    if row.is_base and Site.objects.filter(clinic=clinic).exclude(pk=row.pk).exists():
        raise PlaceNeeded(_MOST_VISITS)
    if WorkingTime.objects.filter(site=row).exists():
        raise PlaceNeeded(_WORKED_AT)
    Travel.objects.filter(Q(a=row) | Q(b=row)).delete()
    try:
        row.delete()
    except ProtectedError:
        raise PlaceNeeded from None
    trail.record_doing(actor, "diary.remove_site", clinic, at)


@action
def keep_travel(*, actor: Actor, clinic: int, a: UUID, b: UUID, minutes: int, at: datetime) -> None:
    """Keep how long it takes from one place to another and back, 0 to 480 minutes. The owner and the front desk may."""
    check_runs(actor, clinic)
    bounds.whole(minutes, 0, LONGEST_WAY, "minutes")
    pks = Site.objects.filter(clinic=clinic, uuid__in=(a, b)).order_by("pk").values_list("pk", flat=True)
    if a == b or len(pks) != 2:
        raise NotFound
    Travel.objects.update_or_create(
        a_id=pks[0], b_id=pks[1], defaults={"clinic_id": clinic, "minutes": minutes}
    )
    trail.record_doing(actor, "diary.keep_travel", clinic, at)

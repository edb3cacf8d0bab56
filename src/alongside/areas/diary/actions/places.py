"""Keeping the places where a clinic works, and how long it takes between them."""

from datetime import datetime
from uuid import UUID

from alongside.areas.diary.actions.rights import check_runs, keep_trail
from alongside.areas.diary.models import Site, Travel
from alongside.areas.diary.queries import sites as sites_of
from alongside.areas.diary.values import SiteSeen
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

LONGEST_WAY = 480
_SAME_NAME = gettext_noop("There is a place with this name. Choose another name.")


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
    keep_trail(actor, "diary.keep_site", clinic, at)
    return sites_of(clinic)


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
    keep_trail(actor, "diary.keep_travel", clinic, at)

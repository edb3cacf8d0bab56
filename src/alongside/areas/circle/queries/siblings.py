"""Brothers and sisters, as far as the clinic knows them: children who share a carer."""

from django.db.models import Q

from alongside.areas.circle.models import Place
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.core.capabilities import Capability


def siblings_of(opened: OpenChild) -> tuple[int, ...]:
    """Keys of the other children of this child's carers in the same clinic, for whoever books the visits.

    Only keys: the gate decides what is shown of each. One statement.
    """
    opened.check(Capability.BOOK_VISITS)
    now = Q(until=None) | Q(until__gt=opened.at)
    here = Place.objects.filter(now, kind=PlaceKind.CARER, since__lte=opened.at, child__clinic=opened.clinic)
    carers = here.filter(child=opened.pk, restricted=False).values("person")
    rows = here.filter(person__in=carers, child__closed_at=None).exclude(child=opened.pk)
    return tuple(sorted(set(rows.values_list("child", flat=True))))

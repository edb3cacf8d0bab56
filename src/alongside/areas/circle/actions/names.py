"""Name words of the grown-ups around a child: whoever rings says their own name first."""

from datetime import datetime

from django.db.models import Q

from alongside.areas.circle.models import Child, Invitation, NameWord, Place
from alongside.areas.circle.queries import name_words
from alongside.areas.circle.values import PlaceKind


def keep_carer_names(child: int, at: datetime) -> None:
    """Write anew by which grown-ups' names the desk finds this child: those in the circle, and those invited."""
    row = Child.objects.get(pk=child)
    words = dict.fromkeys(word for name in _names(child, at) for word in name_words(name))
    NameWord.objects.filter(child=child, of_carer=True).delete()
    NameWord.objects.bulk_create(
        [NameWord(child=row, clinic_id=row.clinic_id, word=word, of_carer=True) for word in words]
    )


def _names(child: int, at: datetime) -> list[str]:
    places = Place.objects.filter(Q(until=None) | Q(until__gt=at), child=child, kind=PlaceKind.CARER.value)
    waiting = Invitation.objects.filter(child=child, accepted_at=None, expires_at__gt=at)
    return [*places.values_list("person__name", flat=True), *waiting.values_list("name", flat=True)]

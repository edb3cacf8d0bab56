"""Finding children by name, and the children of one person. The gate decides afterwards what is shown of each."""

import unicodedata
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.adapters.prepared import Slot, prepared, room_for, slots
from alongside.areas.circle.models import Child, NameWord, Place
from alongside.areas.circle.values import PlaceKind
from alongside.core.actors import DESK, Actor, MemberRole

FOUND_AT_MOST = 20
LISTED_AT_MOST = 50
_LAST = "\U0010ffff"


def is_registered(child: UUID) -> bool:
    """Whether some child, of any clinic, has this uuid; for actions that must begin a new record."""
    return Child.objects.filter(uuid=child).exists()


def find_children(actor: Actor, text: str) -> tuple[int, ...]:
    """Keys of at most 20 children of the actor's clinics with a name word that starts with each word typed.

    Only for people with a hat; the gate decides afterwards what is shown of each. Whoever runs a clinic's desk
    finds its children by their grown-ups' names, too.
    """
    clinics = actor.clinics_as(*MemberRole)
    typed = name_words(text)
    if not clinics or not typed:
        return ()
    desks = actor.clinics_as(*DESK)
    keys = _named(
        count=len(typed),
        in_clinics=room_for(clinics),
        at_desks=room_for(desks) if desks else 0,
        words=typed,
        ends=[word + _LAST for word in typed],
        clinics=clinics,
        desks=desks,
    )
    return tuple(dict.fromkeys(keys))[:FOUND_AT_MOST]


def children_of_clinic(
    actor: Actor, *, starts_with: str = "", after: UUID | None = None, limit: int = 50
) -> tuple[int, ...]:
    """Keys of at most 50 children of the clinics whose desk this person runs, by name, from behind ``after`` on.

    ``starts_with`` keeps those with a name word that begins so. The gate decides what is shown of each.
    """
    clinics = actor.clinics_as(*DESK)
    if not clinics:
        return ()
    rows = Child.objects.filter(clinic__in=clinics, closed_at=None)
    typed = name_words(starts_with)
    if typed:
        first = NameWord.objects.filter(_starts_with(typed[0]), clinic__in=clinics, of_carer=False)
        rows = rows.filter(pk__in=first.values("child"))
    last = Child.objects.filter(uuid=after, clinic__in=clinics).first() if after else None
    if last is not None:
        rows = rows.filter(Q(name__gt=last.name) | Q(name=last.name, pk__gt=last.pk))
    return tuple(rows.order_by("name", "pk").values_list("pk", flat=True)[: min(limit, LISTED_AT_MOST)])


def name_words(name: str) -> list[str]:
    """The words of a name without accents and capitals, as search compares them; at most six."""
    letters = unicodedata.normalize("NFKD", name.replace("\x00", " "))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return [word[:60] for word in plain.casefold().replace("-", " ").split()][:6]


def children_of(actor: Actor, at: datetime) -> tuple[tuple[str, str], ...]:
    """(uuid, short name) of the children this person is a carer of, for the way in and the switcher."""
    return tuple((str(uuid), name) for uuid, name in _cared_for(person=actor.person, at=at))


def said_goodbye(actor: Actor, at: datetime) -> tuple[tuple[UUID, str], ...]:
    """(uuid, name) of the children to whom this therapist said goodbye and in whose circle they still are, by name."""
    now = Q(until=None) | Q(until__gt=at)
    rows = Place.objects.filter(now, person=actor.person, kind=PlaceKind.THERAPIST, since__lte=at)
    closed = rows.filter(
        child__closed_at__isnull=False, child__clinic__in=actor.clinics_as(MemberRole.THERAPIST)
    )
    return tuple(
        closed.order_by("child__name", "pk").values_list("child__uuid", "child__name")[:LISTED_AT_MOST]
    )


def _starts_with(word: str) -> Q:
    return Q(word__gte=word, word__lt=word + _LAST)


@prepared
def _named(*, count: int, in_clinics: int, at_desks: int) -> QuerySet[NameWord, int]:
    may = Q(of_carer=False) | Q(clinic__pk__in=slots("desks", at_desks))
    first, *others = (
        NameWord.objects.filter(may, word__gte=word, word__lt=end)
        for word, end in zip(slots("words", count), slots("ends", count), strict=True)
    )
    found = first.filter(clinic__pk__in=slots("clinics", in_clinics), child__closed_at=None)
    for other in others:
        found = found.filter(child__in=other.values("child"))
    return found.order_by("word", "child").values_list("child", flat=True)[: FOUND_AT_MOST * 3]


@prepared
def _cared_for() -> QuerySet[Place, tuple[UUID, str]]:
    now = Q(until=None) | Q(until__gt=Slot("at"))
    rows = Place.objects.filter(now, person=Slot("person"), kind=PlaceKind.CARER, since__lte=Slot("at"))
    return rows.order_by("since", "pk").values_list("child__uuid", "child__short_name")

"""The homes a child lives in. Nothing of one home reaches the grown-ups of the other."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle.models import Home, HomeGrownUp
from alongside.areas.circle.values import HomePerson, HomeSeen, OpenChild
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound


def homes(opened: OpenChild) -> tuple[HomeSeen, ...]:
    """The homes there are now that this person may know of, the oldest first.

    The child's own therapist sees all, a carer those where they look after the child, everybody else none. A child
    for whom nobody named a home has none: its one home has no row and no name.
    """
    opened.check(Capability.READ_STORY)
    known = my_homes(opened)
    rows = Home.objects.filter(child=opened.pk, ended_at=None).order_by("made_at", "pk")
    if known is not None:
        rows = rows.filter(pk__in=known)
    people = _people(opened)
    return tuple(_seen(opened, row, people.get(row.pk, ())) for row in rows)


def home_zones(opened: OpenChild) -> tuple[str, ...]:
    """The zones of the homes that ``homes`` names, in its order. One statement."""
    opened.check(Capability.READ_STORY)
    asked = {"child": opened.pk, "person": opened.actor.person, "at": opened.at}
    return tuple(zone or opened.zone for zone in _zones(sees_all=opened.sees_every_home, **asked))


def my_homes(opened: OpenChild) -> frozenset[int] | None:
    """Keys of the homes whose things this person may see, ended ones too; things of no home are for everybody.

    None means everything: for the child's own therapist who is not also a carer, and where no home was ever named.
    A carer of no home gets an empty set. One statement, none for a therapist.
    """
    if opened.sees_every_home:
        return None
    rows = _homes_and_mine(child=opened.pk, person=opened.actor.person, at=opened.at)
    return frozenset(pk for pk, is_mine in rows if is_mine) if rows else None


def of_my_homes(path: str, *, person: int | Slot, at: datetime | Slot) -> Q:
    """A condition on rows with a home at ``path``: of no home, or of one where this person looks after the child."""
    mine = HomeGrownUp.objects.filter(_now(at), home=OuterRef(path), person=person)
    return Q(**{path: None}) | Q(Exists(mine))


def of_my_people(opened: OpenChild, path: str) -> Q:
    """A condition on words to the clinic that name no home, by the person at ``path`` who wrote them.

    The clinic reads all. Where homes were named, a carer reads the own words and those of people who look after the
    child with them in a home there is now; where none was ever named, those of every carer. A restricted carer reads
    the own ones alone.
    """
    own = Q(**{path: opened.actor.person})
    if opened.is_restricted:
        return own
    if not opened.is_carer:
        return Q()
    here = HomeGrownUp.objects.filter(_now(opened.at), child=opened.pk, home__ended_at=None)
    mine = here.filter(person=opened.actor.person).values("home")
    beside_me = here.filter(person=OuterRef(path), home__in=mine)
    return own | Q(Exists(beside_me)) | ~Q(Exists(Home.objects.filter(child=opened.pk)))


def is_in_every_home(opened: OpenChild) -> bool:
    """Whether nothing about any home of the child is kept from this person. One statement, none for the clinic."""
    if not opened.is_carer:
        return True
    rows = _homes_and_mine(child=opened.pk, person=opened.actor.person, at=opened.at)
    return all(is_mine for _, is_mine in rows)


def is_apart(path: str, *, person: int | Slot, at: datetime | Slot) -> Exists:
    """The opposite inside another statement: whether the child at ``path`` has a home where this person is not."""
    mine = HomeGrownUp.objects.filter(_now(at), home=OuterRef("pk"), person=person)
    return Exists(Home.objects.filter(~Exists(mine), child=OuterRef(path)))


def home_key(opened: OpenChild, home: UUID | None) -> int | None:
    """The key of a home there is now that this person may write for; None for None.

    NotFound for a home of somebody else, of another child, one that ended, and one that never was.
    """
    if home is None:
        return None
    row = Home.objects.filter(child=opened.pk, uuid=home, ended_at=None).values_list("pk", flat=True).first()
    known = my_homes(opened)
    if row is None or (known is not None and row not in known):
        raise NotFound
    return row


@prepared
def _homes_and_mine() -> QuerySet[Home, tuple[int, bool]]:
    mine = HomeGrownUp.objects.filter(_now(Slot("at")), home=OuterRef("pk"), person=Slot("person"))
    return Home.objects.filter(child=Slot("child")).values_list("pk", Exists(mine))


@prepared
def _zones(*, sees_all: bool) -> QuerySet[Home, str]:
    rows = Home.objects.filter(child=Slot("child"), ended_at=None).order_by("made_at", "pk")
    mine = HomeGrownUp.objects.filter(_now(Slot("at")), home=OuterRef("pk"), person=Slot("person"))
    return (rows if sees_all else rows.filter(Exists(mine))).values_list("zone", flat=True)


def _now(at: datetime | Slot) -> Q:
    return Q(until=None) | Q(until__gt=at)


def _people(opened: OpenChild) -> dict[int, tuple[HomePerson, ...]]:
    rows = HomeGrownUp.objects.filter(Q(until=None) | Q(until__gt=opened.at), child=opened.pk)
    people: dict[int, tuple[HomePerson, ...]] = {}
    for row in rows.select_related("person").order_by("since", "pk"):
        person = HomePerson(pk=row.person_id, uuid=row.person.uuid, name=row.person.short_name)
        people[row.home_id] = (*people.get(row.home_id, ()), person)
    return people


def _seen(opened: OpenChild, row: Home, people: tuple[HomePerson, ...]) -> HomeSeen:
    return HomeSeen(
        pk=row.pk,
        uuid=row.uuid,
        name=row.name,
        zone=row.zone or opened.zone,
        people=people,
        is_mine=any(person.pk == opened.actor.person for person in people),
    )

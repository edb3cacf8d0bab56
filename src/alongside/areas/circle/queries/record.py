"""The record's circle: who is in it, how they are reached, and what is known to be unsafe."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle import gate
from alongside.areas.circle.models import (
    Child,
    CircleProposal,
    Contact,
    Home,
    HomeGrownUp,
    Invitation,
    Place,
    SafetyFact,
)
from alongside.areas.circle.queries.find import LISTED_AT_MOST
from alongside.areas.circle.values import (
    By,
    ChildAbout,
    ContactSeen,
    FactState,
    Grownup,
    InvitationSeen,
    OpenChild,
    PersonProposed,
    PlaceKind,
    SafetyFactSeen,
    Voice,
)
from alongside.areas.people.models import Person
from alongside.areas.trail import queries as trail
from alongside.areas.trail.values import Look
from alongside.core.actors import DESK, Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

_OF_ONE_CARER = (
    "conversation.",
    "parent.talk",
    "parent.thread",
    "parent.review_view",
    "review.keep_view",
    "review.show_view",
    "diary.keep_windows",
    "parent.windows",
    "circle.homes.",
    "parent.homes",
    "parent.canvas",
    "story.canvas.",
    "parent.picture",
    "parent.remove_picture",
    "programme.add_picture",
    "programme.remove_picture",
)


def by(person: Person, voice: str) -> By:
    """The author of a row, as pages show it: the name they are called, and the voice they spoke in."""
    return By(name=person.short_name, voice=Voice(voice), uuid=person.uuid)


def about(opened: OpenChild) -> ChildAbout:
    """The lines under a child's name. A restricted carer never learns where and with whom the child lives."""
    opened.check(Capability.READ_STORY)
    return _about(opened, Child.objects.get(pk=opened.pk))


def about_with_people(opened: OpenChild) -> tuple[ChildAbout, tuple[Grownup, ...]]:
    """``about`` and ``circle_of`` in one statement, for somebody who is in the circle."""
    opened.check(Capability.READ_STORY)
    opened.check(Capability.READ_CIRCLE)
    rows = _people_and_child(child=opened.pk, at=opened.at)
    if not rows:
        raise NotFound
    return _about(opened, rows[0].child), tuple(_grownup(row) for row in rows)


def age_on(born_on: date, on: date) -> tuple[int, int]:
    """Full years and months of age on a day."""
    months = (on.year - born_on.year) * 12 + on.month - born_on.month - (on.day < born_on.day)
    return divmod(months, 12)


def circle_of(opened: OpenChild) -> tuple[Grownup, ...]:
    """Everybody in the circle now: carers first, then therapists, each in the order they came."""
    opened.check(Capability.READ_CIRCLE)
    return grownups(opened)


def grownups(opened: OpenChild) -> tuple[Grownup, ...]:
    """The same people for rules inside other areas (who is told, who may agree); never shown as a list."""
    return tuple(_grownup(row) for row in _people(child=opened.pk, at=opened.at))


def has_homes(opened: OpenChild) -> bool:
    """Whether a home of the child was ever named: from then on words to the clinic stay within a home."""
    return Home.objects.filter(child=opened.pk).exists()


def shared_homes(children: Iterable[int], at: datetime) -> Mapping[int, tuple[frozenset[int], ...]]:
    """For each of these children (keys) the grown-ups of each home there is now, by key.

    A child for whom no home was ever named is left out: there all are of one home.
    """
    homes = Home.objects.filter(child__in=set(children))
    found: dict[int, dict[int, set[int]]] = {child: {} for child in homes.values_list("child", flat=True)}
    now = Q(until=None) | Q(until__gt=at)
    rows = HomeGrownUp.objects.filter(now, child__in=list(found), home__ended_at=None)
    for child, home, person in rows.values_list("child", "home", "person"):
        found[child].setdefault(home, set()).add(person)
    return {child: tuple(map(frozenset, people.values())) for child, people in found.items()}


def home_of_carer(opened: OpenChild, person: UUID) -> int | None:
    """The key of the one home there is now where this carer looks after the child; None for none and for several.

    For whoever writes down what a carer told. NotFound for anybody who is not one of the child's carers now.
    """
    carers = {one.uuid: one.pk for one in grownups(opened) if one.kind is PlaceKind.CARER}
    if person not in carers:
        raise NotFound
    here = HomeGrownUp.objects.filter(Q(until=None) | Q(until__gt=opened.at), home__ended_at=None)
    homes = set(here.filter(child=opened.pk, person=carers[person]).values_list("home", flat=True))
    return homes.pop() if len(homes) == 1 else None


def therapists_of(opened: OpenChild) -> tuple[Grownup, ...]:
    """The therapists who look after this child now. Everybody whom the gate lets in may know their names."""
    return tuple(person for person in grownups(opened) if person.kind is PlaceKind.THERAPIST)


def contacts(opened: OpenChild) -> tuple[ContactSeen, ...]:
    """Phone numbers and addresses: all for the clinic, own and shared ones for a carer, own for a restricted one.

    Only of people who are in the circle now. Another home's quiet hours stay empty for a carer.
    """
    opened.check(Capability.READ_CONTACT)
    rows = Contact.objects.filter(child=opened.pk, person__in=_places(opened).values("person"))
    shown = rows.select_related("person").order_by("pk")
    return tuple(_contact(opened, row) for row in shown if _may_see(opened, row))


def safety_facts(opened: OpenChild) -> tuple[SafetyFactSeen, ...]:
    """The facts that hold or are proposed, oldest first."""
    opened.check(Capability.READ_SAFETY)
    return tuple(_fact(row) for row in _facts(child=opened.pk))


def proposed_facts(openeds: Sequence[OpenChild]) -> tuple[tuple[UUID, SafetyFactSeen], ...]:
    """The facts of several children that nobody of the team has confirmed, each with the child's uuid, oldest first.

    One statement.
    """
    readable = {child.pk: child.uuid for child in openeds if child.allows(Capability.READ_SAFETY)}
    rows = SafetyFact.objects.filter(child__in=list(readable), state=FactState.PROPOSED).select_related("by")
    return tuple((readable[row.child_id], _fact(row)) for row in rows.order_by("pk"))


def known_facts(opened: OpenChild) -> frozenset[str]:
    """The codes that the safety rules judge by. A fact that a carer proposed counts at once: better safe."""
    return frozenset(_codes(child=opened.pk))


def proposed_people(opened: OpenChild) -> tuple[PersonProposed, ...]:
    """People whom carers would like in the circle and about whom the clinic has not decided.

    A carer sees the own ones: whom one home names is not the other home's to read.
    """
    opened.check(Capability.READ_CIRCLE)
    rows = CircleProposal.objects.filter(child=opened.pk, settled_at=None).select_related("by")
    if not opened.allows(Capability.INVITE):
        rows = rows.filter(by=opened.actor.person)
    return tuple(_proposed(row) for row in rows.order_by("pk"))


def waiting_people(actor: Actor, at: datetime) -> tuple[tuple[OpenChild, PersonProposed], ...]:
    """The same wishes of all families of the clinics whose desk this person runs, oldest first; at most 50.

    Each child is opened through the gate.
    """
    clinics = actor.clinics_as(*DESK)
    waiting = CircleProposal.objects.filter(child__clinic__in=clinics, settled_at=None).select_related("by")
    rows = list(waiting.order_by("pk")[:LISTED_AT_MOST])
    opened = gate.open_children(
        actor, Capability.INVITE, at, doing="desk.waiting_people", among={row.child_id for row in rows}
    )
    children = {child.pk: child for child in opened}
    return tuple((children[row.child_id], _proposed(row)) for row in rows if row.child_id in children)


def open_invitations(opened: OpenChild) -> tuple[InvitationSeen, ...]:
    """Invitations that nobody accepted yet."""
    opened.check(Capability.INVITE)
    rows = Invitation.objects.filter(child=opened.pk, accepted_at=None, expires_at__gt=opened.at)
    return tuple(invitation_seen(row) for row in rows.select_related("child__clinic", "invited_by"))


def who_looked(opened: OpenChild, limit: int = 100) -> tuple[Look, ...]:
    """Who looked or changed something, newest first. A carer does not see other carers' talk."""
    opened.check(Capability.READ_TRAIL)
    looks = trail.who_looked(opened.pk, limit)
    if not opened.is_carer:
        return looks
    return tuple(look for look in looks if _is_for_carer(opened, look))


def invitation_seen(row: Invitation) -> InvitationSeen:
    """An invitation as the invited person and the clinic see it."""
    return InvitationSeen(
        uuid=row.uuid,
        name=row.name,
        email=row.email,
        relation=row.relation,
        responsible=row.responsible,
        child=row.child.uuid,
        child_short_name=row.child.short_name,
        clinic_name=row.child.clinic.name,
        invited_by=row.invited_by.name,
        expires_at=row.expires_at,
        accepted_at=row.accepted_at,
    )


@prepared
def _people() -> QuerySet[Place, Place]:
    return _in_circle(Slot("at"), Slot("child")).select_related("person").order_by("kind", "since", "pk")


@prepared
def _people_and_child() -> QuerySet[Place, Place]:
    rows = _in_circle(Slot("at"), Slot("child")).select_related("person", "child")
    return rows.order_by("kind", "since", "pk")


@prepared
def _facts() -> QuerySet[SafetyFact, SafetyFact]:
    return _in_force().select_related("by").order_by("pk")


@prepared
def _codes() -> QuerySet[SafetyFact, str]:
    return _in_force().values_list("code", flat=True)


def _in_force() -> QuerySet[SafetyFact, SafetyFact]:
    return SafetyFact.objects.filter(child=Slot("child")).exclude(state=FactState.ENDED)


def _places(opened: OpenChild) -> QuerySet[Place]:
    return _in_circle(opened.at, opened.pk)


def _in_circle(at: datetime | Slot, child: int | Slot) -> QuerySet[Place]:
    return Place.objects.filter(Q(until=None) | Q(until__gt=at), child=child, since__lte=at)


def _about(opened: OpenChild, row: Child) -> ChildAbout:
    return ChildAbout(
        name=row.name,
        short_name=row.short_name,
        born_on=row.born_on,
        pronouns=row.pronouns,
        likes=row.likes,
        dislikes=row.dislikes,
        languages=row.languages,
        lives_with="" if opened.is_restricted else row.lives_with,
        school="" if opened.is_restricted else row.school,
    )


def _proposed(row: CircleProposal) -> PersonProposed:
    by_whom = by(row.by, Voice.FAMILY)
    return PersonProposed(uuid=row.uuid, name=row.name, relation=row.relation, words=row.words, by=by_whom)


def _fact(row: SafetyFact) -> SafetyFactSeen:
    return SafetyFactSeen(
        uuid=row.uuid, code=row.code, words=row.words, state=FactState(row.state), by=by(row.by, row.voice)
    )


def _grownup(row: Place) -> Grownup:
    return Grownup(
        pk=row.person_id,
        uuid=row.person.uuid,
        name=row.person.name,
        short_name=row.person.short_name,
        kind=PlaceKind(row.kind),
        relation=row.relation,
        responsible=row.responsible,
        restricted=row.restricted,
        named=tuple(Capability(name) for name in row.named),
        since=row.since,
    )


def _may_see(opened: OpenChild, row: Contact) -> bool:
    if row.person_id == opened.actor.person:
        return True
    if opened.is_restricted:
        return False
    return opened.allows(Capability.INVITE) or row.shared


def _contact(opened: OpenChild, row: Contact) -> ContactSeen:
    sees_hours = opened.allows(Capability.INVITE) or row.person_id == opened.actor.person
    return ContactSeen(
        person=row.person.uuid,
        name=row.person.short_name,
        phone=row.phone,
        address=row.address,
        quiet_from=row.quiet_from if sees_hours else None,
        quiet_until=row.quiet_until if sees_hours else None,
        shared=row.shared,
    )


def _is_for_carer(opened: OpenChild, look: Look) -> bool:
    """What another carer reads and writes in threads and homes of their own stays private between two homes."""
    is_own = look.doing.startswith(_OF_ONE_CARER)
    return look.person == opened.actor.person or "CARER" not in look.roles or not is_own

"""Reading the circle. Everything takes the child that the gate opened."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.adapters.prepared import Slot, prepared, room_for, slots
from alongside.areas.circle import gate
from alongside.areas.circle.models import (
    Child,
    CircleProposal,
    Contact,
    Invitation,
    NameWord,
    Place,
    SafetyFact,
)
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
from alongside.core.actors import Actor, MemberRole
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

FOUND_AT_MOST = 20
LISTED_AT_MOST = 50
_LAST = "\U0010ffff"


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
    clinics = actor.clinics_as(MemberRole.FRONT_DESK, MemberRole.OWNER)
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
    desks = actor.clinics_as(MemberRole.FRONT_DESK, MemberRole.OWNER)
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
    clinics = actor.clinics_as(MemberRole.FRONT_DESK, MemberRole.OWNER)
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


@prepared
def _cared_for() -> QuerySet[Place, tuple[UUID, str]]:
    now = Q(until=None) | Q(until__gt=Slot("at"))
    rows = Place.objects.filter(now, person=Slot("person"), kind=PlaceKind.CARER, since__lte=Slot("at"))
    return rows.order_by("since", "pk").values_list("child__uuid", "child__short_name")


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
    """What another carer reads and writes in threads of their own stays private between two homes."""
    own = (
        "conversation.",
        "parent.talk",
        "parent.thread",
        "parent.review_view",
        "review.keep_view",
        "review.show_view",
    )
    is_talk = look.doing.startswith(own)
    return look.person == opened.actor.person or "CARER" not in look.roles or not is_talk

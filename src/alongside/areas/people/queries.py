"""Reading clinics, teams and registrations."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.validators import slug_re
from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.people.models import Clinic, Credential, Membership, Person
from alongside.areas.people.values import ClinicSeen, Colleague, CredentialSeen, TeamMember
from alongside.core.actors import Actor, Hat, MemberRole
from alongside.core.recurrence import zone_kept
from alongside.core.refusals import NotFound

EXPIRES_SOON = timedelta(days=60)


def clinics() -> tuple[ClinicSeen, ...]:
    """Every clinic of this installation, oldest first."""
    return tuple(_clinic(clinic) for clinic in Clinic.objects.order_by("pk"))


def clinic_by_slug(slug: str) -> ClinicSeen:
    """The clinic with this name in addresses; NotFound otherwise."""
    clinic = Clinic.objects.filter(slug=slug).first() if slug_re.match(slug) else None
    if clinic is None:
        raise NotFound
    return _clinic(clinic)


def clinic(pk: int) -> ClinicSeen:
    """The clinic with this internal key, which never comes from an address."""
    return _clinic(next(iter(_clinic_row(pk=pk))))


@prepared
def _clinic_row() -> QuerySet[Clinic, Clinic]:
    return Clinic.objects.filter(pk=Slot("pk"))


def actor_for(person: Person, at: datetime) -> Actor:
    """Who is asking, with the hats that hold at ``at``. A person who was switched off holds none."""
    worn = _hats(person=person.pk, at=at)
    hats = tuple(Hat(clinic=clinic, role=MemberRole(role)) for clinic, role in worn)
    return Actor(
        person=person.pk,
        uuid=person.uuid,
        name=person.name,
        short_name=person.short_name,
        hats=hats if person.is_active else (),
    )


def signed_in(pk: int) -> Person | None:
    """The active person whose session this is; None for one who was switched off."""
    return next(iter(_active(pk=pk)), None)


def person_by_email(email: str) -> Person | None:
    """The active person who signs in with this address."""
    return Person.objects.filter(email__iexact=email.strip(), is_active=True).first()


def team_of(clinic: int, at: datetime) -> tuple[TeamMember, ...]:
    """Everybody with a hat in the clinic at ``at``, by name."""
    return _members(clinic, at, Membership.objects.all())


def therapists_of(clinic: int, at: datetime) -> tuple[TeamMember, ...]:
    """The clinic's therapists at ``at``, by name."""
    return tuple(member for member in team_of(clinic, at) if MemberRole.THERAPIST in member.roles)


def colleagues(clinic: int, at: datetime) -> tuple[Colleague, ...]:
    """The clinic's therapists at ``at``, by name, without their registrations. One statement."""
    return _colleagues(_team(clinic=clinic, at=at))


def therapist(clinic: int, person: UUID, at: datetime) -> Colleague:
    """One therapist of the clinic, by uuid; NotFound for anybody else. One statement."""
    found = _colleagues(_one_of_team(clinic=clinic, at=at, person=person))
    if not found:
        raise NotFound
    return found[0]


def member(clinic: int, person: UUID, at: datetime) -> TeamMember:
    """One member of the team, by uuid; NotFound for anybody else."""
    found = _members(clinic, at, Membership.objects.filter(person__uuid=person))
    if not found:
        raise NotFound
    return found[0]


def works_as(role: MemberRole, at: datetime) -> Q:
    """A condition on rows with a clinic and a person: who wears this hat in that clinic at ``at`` (aware)."""
    held = Membership.objects.filter(_holds(at), clinic=OuterRef("clinic"), person=OuterRef("person"))
    return Q(Exists(held.filter(role=role.value)), person__is_active=True)


def credentials_of(person: int, on: date) -> tuple[CredentialSeen, ...]:
    """The registrations in force for a person, newest first."""
    rows = Credential.objects.filter(person=person, replaced_at=None).order_by("-pk")
    return tuple(_credential(row, on) for row in rows)


def is_quiet(clinic: ClinicSeen, at: datetime) -> bool:
    """Whether the clinic keeps quiet at ``at``, in its own local time. Quiet hours may pass midnight."""
    local = at.astimezone(ZoneInfo(clinic.zone))
    if local.weekday() >= 5:
        return True
    if clinic.quiet_from <= clinic.quiet_until:
        return clinic.quiet_from <= local.time() < clinic.quiet_until
    return local.time() >= clinic.quiet_from or local.time() < clinic.quiet_until


@prepared
def _active() -> QuerySet[Person, Person]:
    return Person.objects.filter(pk=Slot("pk"), is_active=True)


@prepared
def _hats() -> QuerySet[Membership, tuple[int, str]]:
    rows = Membership.objects.filter(_holds(Slot("at")), person=Slot("person"))
    return rows.order_by("pk").values_list("clinic_id", "role")


def _holds(at: datetime | Slot) -> Q:
    return Q(since__lte=at) & (Q(until=None) | Q(until__gt=at))


def _colleagues(rows: Iterable[tuple[int, UUID, str]]) -> tuple[Colleague, ...]:
    return tuple(Colleague(pk=pk, uuid=uuid, name=name) for pk, uuid, name in rows)


@prepared
def _team() -> QuerySet[Membership, tuple[int, UUID, str]]:
    return _therapists(Q())


@prepared
def _one_of_team() -> QuerySet[Membership, tuple[int, UUID, str]]:
    return _therapists(Q(person__uuid=Slot("person")))


def _therapists(only: Q) -> QuerySet[Membership, tuple[int, UUID, str]]:
    held = Membership.objects.filter(
        _holds(Slot("at")), only, clinic=Slot("clinic"), role=MemberRole.THERAPIST, person__is_active=True
    )
    return (
        held.order_by("person__name", "person")
        .values_list("person", "person__uuid", "person__name")
        .distinct()
    )


def _members(clinic: int, at: datetime, rows: QuerySet[Membership]) -> tuple[TeamMember, ...]:
    roles: dict[Person, list[MemberRole]] = defaultdict(list)
    held = rows.filter(_holds(at), clinic=clinic, person__is_active=True)
    for row in held.select_related("person").order_by("person__name", "pk"):
        roles[row.person].append(MemberRole(row.role))
    shown = _credentials_by_person(clinic, at.date(), roles)
    return tuple(_member(person, worn, shown[person.pk]) for person, worn in roles.items())


def _credentials_by_person(
    clinic: int, on: date, people: Iterable[Person]
) -> dict[int, list[CredentialSeen]]:
    shown: dict[int, list[CredentialSeen]] = defaultdict(list)
    rows = Credential.objects.filter(clinic=clinic, person__in=list(people), replaced_at=None)
    for row in rows.order_by("pk"):
        shown[row.person_id].append(_credential(row, on))
    return shown


def _credential(row: Credential, on: date) -> CredentialSeen:
    until = row.valid_until
    return CredentialSeen(
        register=row.register,
        number=row.number,
        degree=row.degree,
        words=row.words,
        valid_until=until,
        expired=until is not None and until < on,
        expiring=until is not None and on <= until < on + EXPIRES_SOON,
    )


def _member(person: Person, roles: Iterable[MemberRole], credentials: Iterable[CredentialSeen]) -> TeamMember:
    return TeamMember(
        pk=person.pk,
        uuid=person.uuid,
        name=person.name,
        short_name=person.short_name,
        email=person.email,
        roles=tuple(roles),
        credentials=tuple(credentials),
    )


def _clinic(clinic: Clinic) -> ClinicSeen:
    return ClinicSeen(
        pk=clinic.pk,
        uuid=clinic.uuid,
        name=clinic.name,
        slug=clinic.slug,
        zone=zone_kept(clinic.zone).key,
        phone=clinic.phone,
        email=clinic.email,
        answer_days=clinic.answer_days,
        quiet_from=clinic.quiet_from,
        quiet_until=clinic.quiet_until,
    )

"""Changing clinics, people, memberships and registrations."""

from datetime import date, datetime, time
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from alongside.areas.people.models import Clinic, Credential, Membership, Person
from alongside.areas.people.queries import clinic as clinic_seen
from alongside.areas.people.values import ClinicSeen, PersonDraft
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.trail.values import Kind, Row
from alongside.core import bounds
from alongside.core.actors import Actor, MemberRole
from alongside.core.recurrence import zone_named
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop


@action
def found_clinic(
    *, uuid: UUID, name: str, slug: str, zone: str, phone: str, email: str, answer_days: int = 2, at: datetime
) -> ClinicSeen:
    """Open a clinic. Only set-up calls this; no page does."""
    made = Clinic.objects.create(
        uuid=uuid,
        name=bounds.words(name, bounds.TITLE, "name", required=True),
        slug=slug,
        zone=zone_named(zone).key,
        phone=bounds.words(phone, 40, "phone"),
        email=email,
        answer_days=answer_days,
        quiet_from=time(17, 0),
        quiet_until=time(8, 30),
        founded_at=at,
    )
    _record_set_up("people.found_clinic", made.pk, at)
    return clinic_seen(made.pk)


@action
def found_team(*, clinic: int, draft: PersonDraft, role: MemberRole, at: datetime) -> Person:
    """Put the first people into a clinic. Only set-up calls this; no page does."""
    person = know_person(draft=draft, at=at)
    _join(clinic, person, role, at)
    _record_set_up("people.found_team", clinic, at)
    return person


@action
def add_member(*, actor: Actor, clinic: int, draft: PersonDraft, role: MemberRole, at: datetime) -> Person:
    """Take somebody into the team. Only an owner may; somebody known keeps the login they have."""
    _check_owner(actor, clinic)
    person = know_person(draft=draft, at=at)
    _join(clinic, person, role, at)
    trail.record_doing(actor, "people.add_member", clinic, at)
    return person


@action
def end_membership(*, actor: Actor, clinic: int, person: UUID, at: datetime) -> None:
    """Let somebody leave the team: every hat in this clinic ends with this request."""
    _check_owner(actor, clinic)
    ended = Membership.objects.filter(clinic=clinic, person__uuid=person, until=None).update(until=at)
    if not ended:
        raise NotFound
    trail.record_doing(actor, "people.end_membership", clinic, at)


@action
def record_credential(
    *,
    actor: Actor,
    clinic: int,
    person: UUID,
    uuid: UUID,
    register: str,
    number: str,
    degree: str,
    words: str = "",
    valid_until: date | None = None,
    checked_on: date | None = None,
    at: datetime,
) -> None:
    """Keep a registration. An owner may for everybody, others for themselves; the one before is kept as replaced."""
    if actor.uuid != person:
        _check_owner(actor, clinic)
    held = Membership.objects.filter(clinic=clinic, person__uuid=person, until=None).first()
    if held is None:
        raise NotFound
    known = Credential.objects.filter(uuid=uuid).first()
    if known is not None:
        _check_same(known, held)
        return
    Credential.objects.filter(clinic=clinic, person=held.person_id, replaced_at=None).update(replaced_at=at)
    Credential.objects.create(
        clinic_id=clinic,
        person_id=held.person_id,
        uuid=uuid,
        register=bounds.words(register, 80, "register", required=True),
        number=bounds.words(number, 40, "number", required=True),
        degree=bounds.words(degree, bounds.TITLE, "degree"),
        words=bounds.words(words, bounds.SENTENCE, "words"),
        valid_until=valid_until,
        checked_on=checked_on,
        recorded_at=at,
    )
    trail.record_doing(actor, "people.record_credential", clinic, at)


def know_person(*, draft: PersonDraft, at: datetime) -> Person:
    """The person who signs in with this address, made when nobody does. Names of known people are not changed.

    Raises InvalidInput, and NotFound when somebody with another address has this uuid.
    """
    email = bounds.words(draft.email, 254, "email", required=True).lower()
    check_address(email, "email")
    known = Person.objects.filter(email__iexact=email).first()
    if known is not None:
        return known
    if Person.objects.filter(uuid=draft.uuid).exists():
        raise NotFound
    person = Person(
        uuid=draft.uuid,
        email=email,
        name=bounds.words(draft.name, bounds.TITLE, "name", required=True),
        short_name=bounds.words(draft.short_name, 60, "short_name", required=True),
        language=bounds.words(draft.language, 12, "language"),
        added_at=at,
    )
    person.set_unusable_password()
    person.save(force_insert=True)
    return person


def check_address(email: str, field: str) -> None:
    """Refuse what cannot be an email address; an empty one is fine."""
    try:
        if email:
            validate_email(email)
    except ValidationError:
        sentence = gettext_noop("Please write the address like name@example.org.")
        raise InvalidInput(sentence, field=field) from None


def _check_same(known: Credential, held: Membership) -> None:
    if (known.clinic_id, known.person_id) != (held.clinic_id, held.person_id):
        raise NotFound


def _join(clinic: int, person: Person, role: MemberRole, at: datetime) -> None:
    Membership.objects.get_or_create(
        clinic_id=clinic, person=person, role=role.value, until=None, defaults={"since": at}
    )


def _check_owner(actor: Actor, clinic: int) -> None:
    actor.check_one_of(
        frozenset({MemberRole.OWNER}), clinic, "Only the owner of the clinic can change the team."
    )


def _record_set_up(doing: str, clinic: int, at: datetime) -> None:
    row = Row(
        at=at,
        kind=Kind.WRITE,
        doing=doing,
        person=None,
        person_name="set-up",
        roles="",
        clinic=clinic,
        child=None,
    )
    trail.record([row])

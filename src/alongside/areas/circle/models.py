"""The child and the circle around the child."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.circle.values import FactState, PlaceKind, Voice
from alongside.areas.people.models import Clinic, Person


class Child(models.Model):
    """A child. The record belongs to the child; the family is the circle."""

    uuid = models.UUIDField(unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=60)
    born_on = models.DateField()
    pronouns = models.CharField(max_length=40, blank=True)
    likes = models.CharField(max_length=300, blank=True)
    dislikes = models.CharField(max_length=300, blank=True)
    languages = models.CharField(max_length=120, blank=True)
    lives_with = models.CharField(max_length=120, blank=True)
    school = models.CharField(max_length=120, blank=True)
    registered_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["clinic", "name"], name="child_clinic_name")]


class NameWord(models.Model):
    """One folded word of a child's name, so that search by the start of a name reads an index.

    With ``of_carer`` it is a word of a grown-up's name; by these only the clinic's desk searches.
    """

    child = models.ForeignKey(Child, models.CASCADE, related_name="+")
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    word = models.CharField(max_length=60)
    of_carer = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["clinic", "word"], name="nameword_clinic_word")]


class Place(models.Model):
    """A person's place in a child's circle, from when to when (``until`` exclusive, null while it lasts)."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="places")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=9, choices=[(kind.value, kind.value) for kind in PlaceKind])
    relation = models.CharField(max_length=60, blank=True)
    responsible = models.BooleanField(default=False)
    restricted = models.BooleanField(default=False)
    named = models.JSONField(default=list)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["child", "person", "kind"], condition=Q(until=None), name="place_once"
            ),
            models.CheckConstraint(
                condition=Q(kind="CARER") | Q(responsible=False, restricted=False),
                name="place_therapist_plain",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")), name="place_ends_after_start"
            ),
        ]


class Invitation(models.Model):
    """An invitation for one named person at one address. Single use; only the token's hash is kept."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    relation = models.CharField(max_length=60)
    responsible = models.BooleanField(default=False)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="invitation_accepted_whole",
            )
        ]


class Home(models.Model):
    """A home that a child lives in. A child may have two; ``zone`` is "" where it is the clinic's own."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    zone = models.CharField(max_length=60, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(name=""), name="home_has_name")]


class HomeGrownUp(models.Model):
    """A carer who looks after the child in this home, from when to when. Nobody else of the family reads about it."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    home = models.ForeignKey(Home, models.PROTECT, related_name="grown_ups")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["home", "person"], condition=Q(until=None), name="home_grown_up_once"
            )
        ]


class Contact(models.Model):
    """How to reach one grown-up. ``shared`` says whether the others of the circle may see it."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    phone = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=300, blank=True)
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    shared = models.BooleanField(default=False)
    kept_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [models.UniqueConstraint(fields=["child", "person"], name="contact_once")]


class SafetyFact(models.Model):
    """Something that makes an idea unsafe for this child, such as an allergy."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    words = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=[(state.value, state.value) for state in FactState])
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=[(voice.value, voice.value) for voice in Voice])
    said_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()


class CircleProposal(models.Model):
    """Somebody whom a carer would like in the circle. The clinic settles it with an invitation, or not."""

    uuid = models.UUIDField(unique=True)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=60)
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

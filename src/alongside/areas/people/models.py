"""Clinics, the people who sign in, what they are in a clinic, and what entitles them to practise."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from alongside.core.actors import MemberRole


class Clinic(models.Model):
    """A clinic. Every row that belongs to one says which."""

    uuid = models.UUIDField(unique=True)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    zone = models.CharField(max_length=60)
    phone = models.CharField(max_length=40)
    email = models.EmailField()
    answer_days = models.PositiveSmallIntegerField(default=2)
    quiet_from = models.TimeField()
    quiet_until = models.TimeField()
    founded_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answer_days__gte=1, answer_days__lte=20), name="clinic_answer_days"
            )
        ]


class People(BaseUserManager["Person"]):
    """Finds people by the address they sign in with."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who signs in. One login, several hats: rights come from the circle and from memberships."""

    uuid = models.UUIDField(unique=True)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=60)
    language = models.CharField(max_length=12, default="en-gb")
    is_active = models.BooleanField(default=True)
    added_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]
    objects: ClassVar = People()

    class Meta:
        default_permissions = ()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.short_name


class Membership(models.Model):
    """What a person is in a clinic, from when to when (``until`` exclusive, null while it lasts)."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=[(role.value, role.value) for role in MemberRole])
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["clinic", "person", "role"], condition=Q(until=None), name="membership_once"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")), name="membership_ends_after_start"
            ),
        ]


class Credential(models.Model):
    """A registration or degree. ``checked_on`` is the day somebody of the clinic looked at the register."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    register = models.CharField(max_length=80)
    number = models.CharField(max_length=40)
    degree = models.CharField(max_length=120)
    words = models.CharField(max_length=300)
    valid_until = models.DateField(null=True)
    checked_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

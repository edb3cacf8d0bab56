"""Children who wait for a time, contacts meanwhile, offers with the times they hold, and freed times."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.appointments.models import Room
from alongside.areas.circle.models import Child
from alongside.areas.people.models import Clinic, Person
from alongside.areas.waiting.values import (
    ContactKind,
    FreedState,
    OfferKind,
    OfferState,
    Rhythm,
    StepKind,
    Urgency,
    Way,
    WhyEnded,
)

_LOOKED_AT = [FreedState.LOOKING.value, FreedState.OFFERED.value]


class WaitingRules(models.Model):
    """How one clinic looks after families that wait. ``by`` stands behind offers made without a person."""

    clinic = models.OneToOneField(Clinic, models.PROTECT, related_name="+")
    fills = models.BooleanField(default=False)
    weeks_soon = models.PositiveSmallIntegerField()
    weeks_routine = models.PositiveSmallIntegerField()
    weeks_can_wait = models.PositiveSmallIntegerField()
    tips = models.TextField(blank=True)
    write_to = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(weeks_soon__gte=1, weeks_routine__gte=1, weeks_can_wait__gte=1),
                name="waiting_rules_weeks",
            )
        ]


class GeneralTip(models.Model):
    """An idea of the library, by its uuid, that is good for every family that waits, and who said so."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    strategy = models.UUIDField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["clinic", "strategy"], name="waiting_general_tip_once")
        ]


class WaitingPlace(models.Model):
    """A child who waits for a time, and what the family needs. One at a time for each child."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    uuid = models.UUIDField(unique=True)
    urgency = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Urgency])
    since_on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    rhythm = models.CharField(max_length=11, choices=[(one.value, one.value) for one in Rhythm])
    way = models.CharField(max_length=7, choices=[(one.value, one.value) for one in Way])
    therapist = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    room_features = models.JSONField(default=list)
    language = models.CharField(max_length=60, blank=True)
    only_after_school = models.BooleanField(default=False)
    short_notice = models.BooleanField(default=False)
    words = models.CharField(max_length=300, blank=True)
    contact_on = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_on = models.DateField(null=True)
    why = models.CharField(max_length=12, choices=[(one.value, one.value) for one in WhyEnded], blank=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["clinic", "ended_on"], name="waiting_place_clinic")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["child"], condition=Q(ended_at=None), name="waiting_place_one"),
            models.CheckConstraint(
                condition=Q(urgency__in=[one.value for one in Urgency]), name="waiting_place_urgency"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=5, minutes__lte=480), name="waiting_place_minutes"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_on=None, why="")
                | (Q(ended_at__isnull=False, ended_on__isnull=False) & ~Q(why="")),
                name="waiting_place_ended_whole",
            ),
        ]


class ContactMade(models.Model):
    """The clinic was in touch with a family that waits, and when it will be again."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    place = models.ForeignKey(WaitingPlace, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=5, choices=[(one.value, one.value) for one in ContactKind])
    words = models.CharField(max_length=300, blank=True)
    next_on = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in ContactKind]), name="waiting_contact_kind"
            )
        ]


class FreedTime(models.Model):
    """A time that a visit or a whole series let go. ``weeks`` is 1 for a single time.

    ``next_look_at`` is when the workflow looks at it again; null once nothing can follow.
    """

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    uuid = models.UUIDField(unique=True)
    visit = models.UUIDField()
    therapist = models.ForeignKey(Person, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, related_name="+", to_field="uuid", null=True)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    zone = models.CharField(max_length=60)
    weeks = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=7, choices=[(one.value, one.value) for one in FreedState])
    next_look_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["next_look_at"], name="waiting_freed_due"),
            models.Index(fields=["clinic", "-at"], name="waiting_freed_clinic"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=_LOOKED_AT, next_look_at__isnull=False)
                | (Q(next_look_at=None) & ~Q(state__in=_LOOKED_AT)),
                name="waiting_freed_looked_at",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in FreedState]), name="waiting_freed_state"
            ),
            models.CheckConstraint(condition=Q(weeks__gte=1, weeks__lte=52), name="waiting_freed_weeks"),
            models.UniqueConstraint(
                fields=["visit"], condition=Q(state__in=_LOOKED_AT), name="waiting_freed_once_for_a_visit"
            ),
        ]


class Offer(models.Model):
    """Times that are held for one family. At most one open offer for a freed time, and one for a child."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    uuid = models.UUIDField(unique=True)
    place = models.ForeignKey(WaitingPlace, models.PROTECT, related_name="+", null=True)
    freed = models.ForeignKey(FreedTime, models.PROTECT, related_name="+", null=True)
    kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in OfferKind])
    state = models.CharField(max_length=9, choices=[(one.value, one.value) for one in OfferState])
    held_until = models.DateTimeField()
    zone = models.CharField(max_length=60)
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answered_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["state", "held_until"], name="waiting_offer_due")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["freed"], condition=Q(state="OPEN"), name="waiting_offer_one_open_for_freed"
            ),
            models.UniqueConstraint(
                fields=["child"], condition=Q(state="OPEN"), name="waiting_offer_one_open_for_child"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in OfferState]), name="waiting_offer_state"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in OfferKind]), name="waiting_offer_kind"
            ),
            models.CheckConstraint(
                condition=Q(state="OPEN", answered_at=None)
                | (Q(answered_at__isnull=False) & ~Q(state="OPEN")),
                name="waiting_offer_answered_whole",
            ),
        ]


class OfferedTime(models.Model):
    """One time of an offer, as it was offered. ``time`` is the uuid of the held series or visit."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+", db_index=False)
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="times")
    time = models.UUIDField(unique=True)
    therapist = models.ForeignKey(Person, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, related_name="+", to_field="uuid", null=True)
    starts_at = models.DateTimeField()
    last_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    rhythm = models.CharField(max_length=11, choices=[(one.value, one.value) for one in Rhythm])
    count = models.PositiveSmallIntegerField()
    skips = models.JSONField(default=list)
    costs = models.JSONField(default=list)
    taken = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["offer"], condition=Q(taken=True), name="waiting_offered_time_one_taken"
            )
        ]


class FreedStep(models.Model):
    """What happened to a freed time, step by step. Never changed. ``child`` is empty where no family was meant."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    freed = models.ForeignKey(FreedTime, models.PROTECT, related_name="steps", db_index=False)
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=9, choices=[(one.value, one.value) for one in StepKind])
    child = models.ForeignKey(Child, models.PROTECT, related_name="+", null=True)
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="+", null=True)
    why = models.JSONField(default=list)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["freed", "number"], name="waiting_freed_step_in_order"),
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in StepKind]), name="waiting_freed_step_kind"
            ),
        ]

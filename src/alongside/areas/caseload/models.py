"""Plans of a caseload: what was asked, what the planner was told of each child, and what it found."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.appointments.models import Room
from alongside.areas.caseload.values import AbilityKind, Mode, PlanState
from alongside.areas.circle.models import Child
from alongside.areas.people.models import Clinic, Person


class Ability(models.Model):
    """Something that a therapist can do, or a language, as the planner matches it. Words of the clinic's own."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in AbilityKind])
    words = models.CharField(max_length=60)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["clinic", "person", "kind", "words"], name="caseload_ability_once"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="caseload_ability_has_words"),
        ]


class CaseloadPlan(models.Model):
    """One question to the planner. ``told`` is the part of the clinic's file without children.

    ``looked_at`` is when the planner last gave a sign of life: a plan whose planner died is taken up again.
    """

    uuid = models.UUIDField(unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    mode = models.CharField(max_length=7, choices=[(one.value, one.value) for one in Mode])
    state = models.CharField(max_length=9, choices=[(one.value, one.value) for one in PlanState])
    seconds = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    told = models.JSONField()
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    stop_asked = models.BooleanField(default=False)
    best = models.IntegerField(null=True)
    bound = models.IntegerField(null=True)
    moved = models.PositiveIntegerField(default=0)
    gained = models.PositiveIntegerField(default=0)
    lost = models.PositiveIntegerField(default=0)
    parts = models.JSONField(default=dict)
    trouble = models.CharField(max_length=300, default="")

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["clinic", "-asked_at"], name="caseload_plan_newest")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(mode__in=[one.value for one in Mode]), name="caseload_plan_mode"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["ASKED", "RUNNING"], ended_at=None)
                | Q(state__in=["DONE", "FAILED", "DISMISSED"], ended_at__isnull=False),
                name="caseload_plan_ended_whole",
            ),
            models.CheckConstraint(
                condition=Q(seconds__gte=1, seconds__lte=600), name="caseload_plan_seconds"
            ),
            models.UniqueConstraint(
                fields=["clinic"],
                condition=Q(state__in=["ASKED", "RUNNING"]),
                name="caseload_plan_one_at_work",
            ),
        ]


class ToldChild(models.Model):
    """What the planner was told of one child: needs and times, no clinical word."""

    plan = models.ForeignKey(CaseloadPlan, models.CASCADE, related_name="told_children")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+", db_index=False)
    waits = models.BooleanField()
    told = models.JSONField()
    now = models.JSONField(default=list)
    missing = models.PositiveSmallIntegerField(default=0)
    why = models.JSONField(default=list)
    changes = models.JSONField(default=list)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "child"], name="caseload_told_child_once")
        ]


class PlannedTime(models.Model):
    """A weekly time that a plan gives a child, before anybody decided. ``offer`` is the uuid of an offer made of it."""

    plan = models.ForeignKey(CaseloadPlan, models.CASCADE, related_name="+")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+", db_index=False)
    therapist = models.ForeignKey(Person, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, related_name="+", null=True)
    weekday = models.PositiveSmallIntegerField()
    start = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    is_kept = models.BooleanField()
    reasons = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    offer = models.UUIDField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "child", "weekday"], name="caseload_planned_once_a_day"),
            models.CheckConstraint(
                condition=Q(weekday__gte=0, weekday__lte=6, start__lt=1440), name="caseload_planned_when"
            ),
        ]

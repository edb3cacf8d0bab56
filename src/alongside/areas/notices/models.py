"""What was sent to whom and of which kind, never in which words; and what does not work."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.circle.models import Child
from alongside.areas.notices.values import Channel, NoticeKind, NoticeState
from alongside.areas.people.models import Clinic, Person


class NoticeChoice(models.Model):
    """How one person would like to be told. Quiet hours are null where the usual ones hold."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="+")
    channel = models.CharField(max_length=4, choices=[(one.value, one.value) for one in Channel])
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=12, blank=True)
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    reminds = models.BooleanField(default=True)
    weekly = models.BooleanField(default=True)
    kept_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(channel__in=[one.value for one in Channel]), name="notices_choice_channel"
            ),
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_until=None)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="notices_choice_quiet_whole",
            ),
            models.CheckConstraint(
                condition=~Q(channel="SMS") | ~Q(phone=""), name="notices_choice_sms_has_phone"
            ),
        ]


class Notice(models.Model):
    """One notice for one person. ``key`` is what it is about, so that nobody is told twice.

    ``child`` is null where it is about no child alone: a reminder tells of a day, a digest of a week. ``on`` is
    that day or the Monday of that week, ``about`` the offer. ``hop`` counts how often it was handed over anew.
    """

    uuid = models.UUIDField(unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+", null=True)
    kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in NoticeKind])
    key = models.CharField(max_length=120, unique=True)
    on = models.DateField(null=True)
    about = models.UUIDField(null=True)
    state = models.CharField(max_length=7, choices=[(one.value, one.value) for one in NoticeState])
    channel = models.CharField(max_length=4, choices=[(one.value, one.value) for one in Channel], blank=True)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    hop = models.PositiveSmallIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=80, blank=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["state", "due_at"], name="notices_notice_due"),
            models.Index(fields=["clinic", "-made_at"], name="notices_notice_clinic"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in NoticeKind]), name="notices_notice_kind"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in NoticeState]), name="notices_notice_state"
            ),
            models.CheckConstraint(
                condition=Q(state="SENT", sent_at__isnull=False) | (Q(sent_at=None) & ~Q(state="SENT")),
                name="notices_notice_sent_whole",
            ),
        ]


class Trouble(models.Model):
    """Something that happens by itself and fails. One row for a job until it works again."""

    job = models.CharField(max_length=60)
    kind = models.CharField(max_length=80)
    times = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["job"], condition=Q(settled_at=None), name="notices_trouble_once")
        ]

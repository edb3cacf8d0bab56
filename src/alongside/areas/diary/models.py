"""When a clinic could: places, working time, time kept free, terms, holidays and rules. When a family could."""

from datetime import time
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.areas.circle.models import Child, Home
from alongside.areas.diary.values import BusyKind, KeptKind, TermKind, WindowKind
from alongside.areas.people.models import Clinic, Person

_WEEKDAY = Q(weekday__gte=0, weekday__lte=6)
_WEEKLY = Q(weekday__gte=0, weekday__lte=6, from_on__isnull=False, from_time__lt=F("until_time"))
_NOT_WEEKLY = Q(weekday=None, from_time=None, until_time=None, from_on=None, until_on=None)
_ONCE = Q(starts_at__isnull=False, ends_at__gt=F("starts_at"))
_NOT_ONCE = Q(starts_at=None, ends_at=None)


class Site(models.Model):
    """A place where the clinic works. Visits without a place are at the base."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=300, blank=True)
    is_base = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["clinic", "name"], name="diary_site_name_once"),
            models.UniqueConstraint(fields=["clinic"], condition=Q(is_base=True), name="diary_site_one_base"),
            models.CheckConstraint(condition=~Q(name=""), name="diary_site_has_name"),
        ]


class Travel(models.Model):
    """Minutes from one place to another and back, kept once for both ways: ``a`` is the older of the two."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    a = models.ForeignKey(Site, models.PROTECT, related_name="+")
    b = models.ForeignKey(Site, models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["a", "b"], name="diary_travel_once"),
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="diary_travel_older_first"),
            models.CheckConstraint(
                condition=Q(minutes__gte=0, minutes__lte=480), name="diary_travel_minutes"
            ),
        ]


class WorkingTime(models.Model):
    """A person works at this time of the week, from one day to another (``until_on`` is the last, null while it lasts).

    Somebody without a single row works 8:00 to 18:00 from Monday to Friday at the base.
    """

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    weekday = models.PositiveSmallIntegerField()
    from_time = models.TimeField()
    until_time = models.TimeField()
    site = models.ForeignKey(Site, models.PROTECT, related_name="+", null=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["clinic", "person", "weekday", "from_time", "from_on"], name="diary_working_once"
            ),
            models.CheckConstraint(condition=_WEEKDAY, name="diary_working_weekday"),
            models.CheckConstraint(condition=Q(from_time__lt=F("until_time")), name="diary_working_forwards"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="diary_working_days"
            ),
        ]


class KeptTime(models.Model):
    """A time kept free of visits: every week, or once. ``person`` is null where it holds for the whole clinic.

    ``words`` are that person's alone. ``source`` is the uuid of the calendar that a busy time came from.
    """

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=11, choices=[(kind.value, kind.value) for kind in KeptKind])
    words = models.CharField(max_length=120, blank=True)
    source = models.UUIDField(null=True, db_index=True)
    weekday = models.PositiveSmallIntegerField(null=True)
    from_time = models.TimeField(null=True)
    until_time = models.TimeField(null=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["clinic", "ends_at", "starts_at"], name="diary_kept_ends")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in KeptKind]), name="diary_kept_kind"
            ),
            models.CheckConstraint(
                condition=(_WEEKLY & _NOT_ONCE) | (_ONCE & _NOT_WEEKLY), name="diary_kept_weekly_or_once"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="diary_kept_days"
            ),
        ]


class TermDate(models.Model):
    """A school term or its holidays, from the first day to the last."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=7, choices=[(kind.value, kind.value) for kind in TermKind])
    from_on = models.DateField()
    until_on = models.DateField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in TermKind]), name="diary_term_kind"
            ),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="diary_term_days"),
            models.CheckConstraint(condition=~Q(name=""), name="diary_term_has_name"),
        ]


class PublicHoliday(models.Model):
    """A public holiday where the clinic is, copied when it chose its country."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    name = models.CharField(max_length=120)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["clinic", "on"], name="diary_public_holiday_once")
        ]


class DiaryRules(models.Model):
    """The rules of a clinic's diary. A clinic without a row has these same defaults.

    ``country`` and ``subdivision`` (ISO 3166) choose the public holidays, copied up to ``holidays_until``.
    ``remind_at`` is the clinic's wall clock on the day before a visit.
    """

    clinic = models.OneToOneField(Clinic, models.PROTECT, related_name="+")
    country = models.CharField(max_length=2, blank=True)
    subdivision = models.CharField(max_length=20, blank=True)
    holidays_until = models.DateField(null=True)
    works_on_public_holidays = models.BooleanField(default=False)
    works_in_school_holidays = models.BooleanField(default=True)
    buffer_minutes = models.PositiveSmallIntegerField(default=10)
    hours_before_free_cancel = models.PositiveSmallIntegerField(default=24)
    cancel_words = models.CharField(max_length=300, blank=True)
    hold_hours = models.PositiveSmallIntegerField(default=48)
    school_from = models.TimeField(default=time(8, 45))
    school_until = models.TimeField(default=time(15, 15))
    reminds = models.BooleanField(default=True)
    remind_at = models.TimeField(default=time(16, 0))

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(buffer_minutes__gte=0, buffer_minutes__lte=60), name="diary_rules_buffer"
            ),
            models.CheckConstraint(
                condition=Q(hours_before_free_cancel__gte=0, hours_before_free_cancel__lte=336),
                name="diary_rules_cancel",
            ),
            models.CheckConstraint(
                condition=Q(hold_hours__gte=1, hold_hours__lte=336), name="diary_rules_hold"
            ),
            models.CheckConstraint(
                condition=Q(school_from__lt=F("school_until")), name="diary_rules_school_day"
            ),
        ]


class FamilyWindow(models.Model):
    """A time of the week when a family could come, could not, or would like to, from one day to another."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    home = models.ForeignKey(Home, models.PROTECT, related_name="+", null=True)
    weekday = models.PositiveSmallIntegerField()
    from_time = models.TimeField()
    until_time = models.TimeField()
    kind = models.CharField(max_length=9, choices=[(kind.value, kind.value) for kind in WindowKind])
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(condition=_WEEKDAY, name="diary_window_weekday"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in WindowKind]), name="diary_window_kind"
            ),
            models.CheckConstraint(condition=Q(from_time__lt=F("until_time")), name="diary_window_forwards"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="diary_window_days"
            ),
        ]


class BusySource(models.Model):
    """A calendar of a person's own, from which busy times are copied. Only start and end are ever kept.

    ``trouble`` says in a few words why the last look failed, and is empty when it did not.
    """

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=6, choices=[(kind.value, kind.value) for kind in BusyKind])
    address = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=120, blank=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in BusyKind]), name="diary_busy_kind"
            ),
            models.CheckConstraint(
                condition=Q(kind="UPLOAD", address="") | (Q(kind="FEED") & ~Q(address="")),
                name="diary_busy_feed_has_address",
            ),
        ]

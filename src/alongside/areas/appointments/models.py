"""Visits, the five-minute cells they hold, what is said around them, and the session note."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.appointments.values import CellKind, NoteState, VisitState, Way
from alongside.areas.circle.models import Child
from alongside.areas.diary.models import Site
from alongside.areas.people.models import Clinic, Person
from alongside.core.series import Rhythm

_DIGEST = 64
CELL_TAKEN = "appointments_visitcell_taken_once"


class Room(models.Model):
    """A room that holds ``capacity`` visits at a time. ``features`` are words, such as «swing»."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    name = models.CharField(max_length=120)
    capacity = models.PositiveSmallIntegerField(default=1, db_default=1)
    features = models.JSONField(default=list)
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="+")

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["clinic", "name"], name="appointments_room_name_once"),
            models.CheckConstraint(
                condition=Q(capacity__gte=1, capacity__lte=20), name="appointments_room_capacity"
            ),
        ]


class Series(models.Model):
    """Visits at the same time on the wall clock of ``zone``, in one rhythm.

    ``count`` is the number of the last visit, ``first_number`` that of the first: a series that ``follows``
    another goes on counting. ``skips`` are days (ISO) that the rhythm passes over; nothing comes after ``ended_on``.
    """

    uuid = models.UUIDField(unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    therapist = models.ForeignKey(Person, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, null=True, related_name="+")
    first_on = models.DateField()
    local_time = models.TimeField()
    zone = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField()
    count = models.PositiveSmallIntegerField()
    rhythm = models.CharField(
        max_length=11, choices=[(one.value, one.value) for one in Rhythm], default=Rhythm.WEEKLY.value
    )
    days = models.JSONField(default=list)
    skips = models.JSONField(default=list)
    first_number = models.PositiveSmallIntegerField(default=1)
    ended_on = models.DateField(null=True)
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(count__gte=1, count__lte=520), name="appointments_series_count"
            ),
            models.CheckConstraint(
                condition=Q(first_number__gte=1, first_number__lte=520),
                name="appointments_series_first_number",
            ),
            models.CheckConstraint(
                condition=Q(rhythm__in=[one.value for one in Rhythm]), name="appointments_series_rhythm"
            ),
        ]


class Group(models.Model):
    """Several children who come together. The visits of a group at one instant are one session."""

    uuid = models.UUIDField(unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class Visit(models.Model):
    """One visit. The instant is kept in UTC, the zone beside it, so the wall time can always be told.

    ``planned_at`` is the instant that its series planned; it stays when the visit moves. ``sequence`` counts the
    changes that a calendar has to hear of. ``buffer_after`` and ``travel_after`` are held in the therapist's cells.
    """

    uuid = models.UUIDField(unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    therapist = models.ForeignKey(Person, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, null=True, related_name="+")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    zone = models.CharField(max_length=60)
    place_words = models.CharField(max_length=300, default="")
    series = models.ForeignKey(Series, models.PROTECT, null=True, related_name="+")
    number = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=14, choices=[(state.value, state.value) for state in VisitState])
    booked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    booked_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)
    way = models.CharField(
        max_length=7, choices=[(way.value, way.value) for way in Way], default=Way.IN_ROOM.value
    )
    link = models.CharField(max_length=300, default="")
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="+")
    buffer_after = models.PositiveSmallIntegerField(default=0)
    travel_after = models.PositiveSmallIntegerField(default=0)
    comes_with = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="+")
    planned_at = models.DateTimeField(null=True)
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["child", "starts_at"], name="appointments_visit_child"),
            models.Index(fields=["therapist", "starts_at"], name="appointments_visit_therapist"),
            models.Index(fields=["clinic", "starts_at"], name="appointments_visit_clinic"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in VisitState]), name="appointments_visit_state"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=5, minutes__lte=480), name="appointments_visit_minutes"
            ),
            models.CheckConstraint(
                condition=Q(series=None, number=None) | Q(series__isnull=False, number__isnull=False),
                name="appointments_visit_numbered_in_series",
            ),
            models.UniqueConstraint(fields=["series", "planned_at"], name="appointments_visit_planned_once"),
            models.CheckConstraint(
                condition=Q(way__in=[way.value for way in Way]), name="appointments_visit_way"
            ),
            models.CheckConstraint(
                condition=Q(link="") | Q(way=Way.VIDEO.value), name="appointments_visit_link_of_video"
            ),
            models.CheckConstraint(
                condition=Q(buffer_after__lte=60, travel_after__lte=480), name="appointments_visit_after"
            ),
        ]


class VisitColleague(models.Model):
    """Another therapist who is at a visit, whose time it holds as well."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["visit", "person"], name="appointments_colleague_once")
        ]


class VisitCell(models.Model):
    """Five minutes of a therapist, a child, a room or a grown-up, held by one visit. The constraint is the guarantee.

    ``lane`` is 0 but in a room for several visits at a time, which has as many lanes.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="+", db_index=False)
    visit = models.ForeignKey(Visit, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=9, choices=[(kind.value, kind.value) for kind in CellKind])
    resource = models.BigIntegerField()
    cell = models.IntegerField()
    lane = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "resource", "cell", "lane"], name=CELL_TAKEN),
            models.CheckConstraint(
                condition=Q(lane=0) | Q(kind=CellKind.ROOM.value, lane__lt=20),
                name="appointments_visitcell_lane",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in CellKind]), name="appointments_visitcell_kind"
            ),
        ]


class AgendaItem(models.Model):
    """Something to speak about at a visit, in the family's words."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    words = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class ChangeRequest(models.Model):
    """A family's wish to change a visit, and the clinic's answer."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    words = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.CharField(max_length=300, default="")
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()


class PlannedItem(models.Model):
    """One thing planned for a visit."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    words = models.CharField(max_length=300)
    ticked = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()


class SessionNote(models.Model):
    """What a therapist wrote about a visit. ``digest`` seals a signed note."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    visit = models.OneToOneField(Visit, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    did = models.TextField(default="")
    saw = models.TextField(default="")
    next_plan = models.TextField(default="")
    for_family = models.TextField(default="")
    steps = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=6, choices=[(state.value, state.value) for state in NoteState])
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9)
    saved_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    credential = models.JSONField(default=list)
    digest = models.CharField(max_length=_DIGEST, default="")
    shared_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-signed_at"], name="appointments_note_signed")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="DRAFT", signed_at=None, shared_at=None, digest="")
                | (Q(state="SIGNED", signed_at__isnull=False) & ~Q(digest="")),
                name="appointments_note_signed_whole",
            )
        ]


class NoteAddendum(models.Model):
    """A dated addition to a signed note; the note itself stays as it was signed."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    note = models.ForeignKey(SessionNote, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()

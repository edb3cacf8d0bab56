"""Stories, what matters most to a family, and the family's day. Words are never changed, only followed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.circle.models import Child, Home
from alongside.areas.circle.values import Voice
from alongside.areas.people.models import Clinic, Person
from alongside.areas.story.values import Attention, ChangeKind, EnquiryState, Goes, How, Occasion

_VOICES = [(voice.value, voice.value) for voice in Voice]


def _from_one(field: str, last: int) -> Q:
    return Q(**{f"{field}__gte": 1, f"{field}__lte": last})


class Answers(models.Model):
    """The four questions, the topics and the child's first name, kept to the letter."""

    ordinary_day = models.TextField(blank=True)
    hopes = models.TextField(blank=True)
    good_at = models.TextField(blank=True)
    anything_else = models.TextField(blank=True)
    topics = models.JSONField(default=list)
    child_first_name = models.CharField(max_length=60, blank=True)

    class Meta:
        abstract = True


class Enquiry(Answers):
    """A story that somebody sent to a clinic. There is no child yet: it is copied when it becomes a family."""

    uuid = models.UUIDField(unique=True)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    ring_when = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=8, choices=[(state.value, state.value) for state in EnquiryState])
    sent_at = models.DateTimeField()
    answer_by = models.DateField()
    answered_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)
    child = models.OneToOneField(Child, models.PROTECT, related_name="+", null=True)
    invitation = models.UUIDField(null=True)
    sender_hash = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["clinic", "state", "sent_at"], name="enquiry_board"),
            models.Index(fields=["clinic", "sender_hash", "sent_at"], name="enquiry_sender"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(email="") | ~Q(phone=""), name="enquiry_can_be_answered"),
            models.CheckConstraint(
                condition=Q(state="FAMILY", child__isnull=False) | (~Q(state="FAMILY") & Q(child=None)),
                name="enquiry_family_has_child",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="enquiry_answered_whole",
            ),
        ]


class EnquiryReply(models.Model):
    """What a named person of the clinic answered."""

    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="replies")
    uuid = models.UUIDField(unique=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    words = models.TextField()
    how = models.CharField(max_length=5, choices=[(how.value, how.value) for how in How])
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class Story(Answers):
    """The story of a child, copied word for word from what the family sent."""

    child = models.OneToOneField(Child, models.PROTECT, related_name="+")
    told_by_name = models.CharField(max_length=120)
    told_at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class Priority(models.Model):
    """One thing that matters most. Its words are never changed; other words are another row."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    rank = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    said_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    said_by_name = models.CharField(max_length=120)
    voice = models.CharField(max_length=9, choices=_VOICES)
    routine = models.CharField(max_length=40, blank=True)
    kept_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(condition=_from_one("rank", 5), name="priority_rank_1_to_5"),
            models.CheckConstraint(condition=Q(voice__in=["FAMILY", "CHILD"]), name="priority_voice"),
            models.CheckConstraint(condition=~Q(words=""), name="priority_has_words"),
        ]


class PriorityRating(models.Model):
    """Three answers from 1 to 10 about one priority."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    priority = models.ForeignKey(Priority, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    importance = models.PositiveSmallIntegerField()
    going = models.PositiveSmallIntegerField()
    happy = models.PositiveSmallIntegerField()
    occasion = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Occasion])
    rated_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=_VOICES)
    rated_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=_from_one("importance", 10) & _from_one("going", 10) & _from_one("happy", 10),
                name="rating_1_to_10",
            )
        ]


class DayMoment(models.Model):
    """One routine of the family's week, in one home and on some days (``on_days``, a bit a day; 0 is every day).

    A later row about the same routine on the same days replaces it. Without a home it is for everybody.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    home = models.ForeignKey(Home, models.PROTECT, related_name="+", null=True)
    on_days = models.PositiveSmallIntegerField(default=0)
    energy = models.PositiveSmallIntegerField(null=True)
    goes = models.CharField(max_length=5, blank=True, choices=[(one.value, one.value) for one in Goes])
    who = models.JSONField(default=list)
    attention = models.CharField(
        max_length=6, default=Attention.FULL.value, choices=[(one.value, one.value) for one in Attention]
    )
    uuid = models.UUIDField(unique=True)
    routine = models.CharField(max_length=40)
    usual_at = models.TimeField(null=True)
    words = models.CharField(max_length=300, blank=True)
    minutes_possible = models.PositiveSmallIntegerField(null=True)
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=_VOICES)
    set_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["child", "routine", "on_days"],
                condition=Q(replaced_at=None, home=None),
                name="day_moment_once",
            ),
            models.UniqueConstraint(
                fields=["child", "home", "routine", "on_days"],
                condition=Q(replaced_at=None, home__isnull=False),
                name="day_moment_once_in_home",
            ),
            models.CheckConstraint(condition=Q(on_days__lt=127), name="day_moment_days"),
            models.CheckConstraint(condition=Q(energy=None) | Q(energy__lte=3), name="day_moment_energy"),
            models.CheckConstraint(
                condition=Q(minutes_possible=None) | Q(minutes_possible__lte=60), name="day_moment_minutes"
            ),
        ]


class DayCapacity(models.Model):
    """The minutes a day that the family says it can give, in one home when named. The newest row counts."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    home = models.ForeignKey(Home, models.PROTECT, related_name="+", null=True)
    uuid = models.UUIDField(unique=True)
    minutes_a_day = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300, blank=True)
    said_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=_VOICES)
    said_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(minutes_a_day__lte=60), name="capacity_up_to_an_hour")
        ]


class HomeThing(models.Model):
    """Something that is in the house, by its plain name; for everybody without a home."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    home = models.ForeignKey(Home, models.PROTECT, related_name="+", null=True)
    name = models.CharField(max_length=60)
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["child", "name"], condition=Q(gone_at=None, home=None), name="home_thing_once"
            ),
            models.UniqueConstraint(
                fields=["child", "home", "name"],
                condition=Q(gone_at=None, home__isnull=False),
                name="home_thing_once_in_home",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="home_thing_has_name"),
        ]


class WeekChange(models.Model):
    """A time in which the week is paused or lighter, both days included; without an end until somebody says back."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    home = models.ForeignKey(Home, models.PROTECT, related_name="+", null=True)
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=7, choices=[(kind.value, kind.value) for kind in ChangeKind])
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=_VOICES)
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(ended_at=None, home=None), name="week_change_once"
            ),
            models.UniqueConstraint(
                fields=["child", "home"],
                condition=Q(ended_at=None, home__isnull=False),
                name="week_change_once_in_home",
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
                name="week_change_ends_after_start",
            ),
        ]

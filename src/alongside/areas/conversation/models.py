"""Threads between a child's grown-ups and the therapists, their messages, and what is handed over after a visit."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.areas.circle.models import Child
from alongside.areas.circle.values import Voice
from alongside.areas.conversation.values import About, Change
from alongside.areas.people.models import Person


class Thread(models.Model):
    """A thread. ``own_of`` marks one that a carer has with the therapists alone."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    about = models.CharField(max_length=7, choices=[(about.value, about.value) for about in About])
    about_uuid = models.UUIDField(null=True)
    title = models.CharField(max_length=120)
    started_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    last_message_at = models.DateTimeField(null=True)
    own_of = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(about="GENERAL", about_uuid=None)
                | (~Q(about="GENERAL") & Q(about_uuid__isnull=False)),
                name="conversation_thread_about_whole",
            )
        ]


class ThreadMember(models.Model):
    """A person whose name is on a thread: nobody else reads it."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    thread = models.ForeignKey(Thread, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=[(voice.value, voice.value) for voice in Voice])

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["thread", "person"], name="conversation_member_once")
        ]


class Message(models.Model):
    """What somebody wrote, kept as it was written."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    thread = models.ForeignKey(Thread, models.PROTECT, related_name="messages")
    uuid = models.UUIDField(unique=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=[(voice.value, voice.value) for voice in Voice])
    words = models.TextField()
    sent_at = models.DateTimeField()
    arrived_at = models.DateTimeField()
    quiet = models.BooleanField()

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-arrived_at"], name="conversation_message_child")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="conversation_message_says_something")
        ]


class Answered(models.Model):
    """A family's message and the change that answers it."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    message = models.ForeignKey(Message, models.PROTECT, related_name="answers")
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in Change])
    change_uuid = models.UUIDField()
    words = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=9, choices=[(voice.value, voice.value) for voice in Voice])
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["message", "kind", "change_uuid"], name="conversation_answered_once"
            )
        ]


class Handover(models.Model):
    """What the therapist hands over at the end of a visit: what was tried, and one thing for the week.

    A later one for the same visit replaces it.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    # Named from outside by what they are known as there, so no table of theirs is read here.
    visit = models.ForeignKey("appointments.Visit", models.PROTECT, related_name="+", to_field="uuid")
    placement = models.ForeignKey("programme.Placement", models.PROTECT, related_name="+", to_field="uuid")
    tried = models.JSONField(default=list)
    words = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-at"], name="conversation_handover_child")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["visit"], condition=Q(replaced_at=None), name="conversation_handover_once"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="conversation_handover_says_something"),
        ]


class HandoverAnswer(models.Model):
    """Clear or not clear, as one carer said it, and what they would like to ask. A later word replaces it."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    uuid = models.UUIDField(unique=True)
    handover = models.ForeignKey(Handover, models.PROTECT, related_name="answers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    clear = models.BooleanField()
    question = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["child", "-at"], name="conversation_answer_child")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["handover", "person"],
                condition=Q(replaced_at=None),
                name="conversation_handover_answer_once",
            )
        ]


class SafetyRead(models.Model):
    """A carer said «Okay» to the news that an idea rests for safety."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    change = models.ForeignKey("programme.PlacementChange", models.PROTECT, related_name="+", to_field="uuid")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["change", "person"], name="conversation_safety_read_once")
        ]
